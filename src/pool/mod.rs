//! The reassessment pool: what a class did with the forms of a folder.
//!
//! ```text
//! ledger (SQLite) ── entries, in order ── replay ─→ History ─→ board, eligibility, packets, exports
//! ```
//!
//! The ledger only grows. Everything that is said of a pool is worked out from its entries, so a
//! correction or a cancelled entry never loses what was there before. Students are numbers and ids
//! here; their names stand beside the ledger and enter no entry.

pub mod board;
pub mod day;
pub mod eligible;
pub mod entry;
pub mod export;
pub mod fresh;
pub mod groups;
pub mod history;
pub mod issue;
pub mod ledger;
pub mod mark;
pub mod marks;
pub mod points;
pub mod policy;
pub mod recall;
pub mod requests;
pub mod roster;
pub mod spiral;
