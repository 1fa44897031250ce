//! Isoform: parallel assessment forms from item banks.

pub mod source;
pub mod diagnostic;
pub mod bank;
