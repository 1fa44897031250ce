//! The reassessment pool: what a class did with the forms of a folder.
//!
//! ```text
//! ledger (SQLite) ── entries, in order ── replay ─→ History ─→ board, eligibility, packets, exports
//! ```
//!
//! The ledger only grows. Everything that is said of a pool is worked out from its entries, so a
//! correction or a cancelled entry never loses what was there before. Students are numbers and ids
//! here; their names stand beside the ledger and enter no entry.

pub mod day;
pub mod entry;
pub mod export;
pub mod history;
pub mod ledger;
pub mod marks;
pub mod points;
pub mod recall;
pub mod roster;
