//! Isoform: parallel assessment forms from item banks.

pub mod bank;
pub mod diagnostic;
pub mod source;
