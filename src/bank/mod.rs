//! The item bank.

pub mod yaml;
