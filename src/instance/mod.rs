//! Instances: draws from an item model, and the items they make.

pub mod choices;
pub mod coincidence;
pub mod draw;
pub mod enumerate;
pub mod example;
pub mod fault;
pub mod figure;
pub mod fingerprint;
pub mod item;
pub mod options;
pub mod response;
pub mod wording;
