//! Response types: what is drawn for them, what a form set keeps of them, and how they are
//! scored. One file a type.

pub mod blanks;
pub mod choice;
pub mod clock;
pub mod constructed;
mod drawn;
pub mod matching;
pub mod open;
pub mod parts;
pub mod reading;
mod record;
mod score;
mod sound;
pub mod select;
pub mod sequence;
mod specimen;
pub mod typed;
mod verdict;

pub use drawn::{Answered, Drawn};
pub use record::{AnswerRecord, MisconceptionRecord, ResponseRecord};
pub use specimen::Specimens;
pub use verdict::{Given, Verdict};
