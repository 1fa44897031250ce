//! Forms and what identifies them.

pub mod id;
pub mod label;
