//! The reassessment pool: its ledger, its history, marks, and what a kill leaves behind.

mod class;
#[path = "../set/mod.rs"]
mod set;

mod export;
mod kill;
mod ledger;
mod marks;
mod recall;
mod replay;
mod rounds;
mod snapshot;
