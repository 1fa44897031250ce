//! How hard one item is.

pub mod response;
