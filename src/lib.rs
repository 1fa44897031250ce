//! Parallel assessment forms from item banks.
#![warn(missing_docs)]

pub mod seed;
/// Forms and what identifies them.
pub mod form;
