//! Isoform generates parallel assessment forms from item banks.
pub mod value;
