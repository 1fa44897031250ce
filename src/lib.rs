//! Isoform generates parallel assessment forms from item banks.
//!
//! The modules stand in one line, and each uses only those before it:
//! places in files, messages to authors, exact values, expressions over them, item banks, chance,
//! drawn items, their difficulty, forms, what may be said of their parity, pages, and what a class did with them.
//! Everything before `cli` is a pure function; `cli` alone touches files, clock and terminal. One file is the
//! exception: `pool::ledger` keeps a database.
#![warn(missing_docs, clippy::unwrap_used, clippy::expect_used)]
// `println!` panics when the reader has gone; `Terminal::say` does not.
#![warn(clippy::print_stdout, clippy::print_stderr)]

pub mod source;
pub mod diagnostic;
pub mod value;
pub mod expression;
pub mod bank;
pub mod seed;
pub mod instance;
pub mod difficulty;
pub mod lint;
pub mod form;
pub mod parity;
pub mod render;
pub mod pool;
pub mod cli;
