//! What is wrong with an item model without being a mistake of the language: every instance is
//! looked at, and a table of rules judges what was found.

pub mod census;
pub mod difference;
mod examine;
pub mod printed;
mod rule;
mod sighting;
pub mod specimens;
mod texts;

pub use examine::{Examined, examine, examine_unless, settled};
pub use rule::{Check, RULES, Rule, bank};
pub use sighting::Sightings;
