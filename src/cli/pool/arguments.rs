//! What can be typed behind `isoform pool`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::pool::day::Day;

/// Run reassessment of a class from one folder.
#[derive(Debug, Args)]
pub struct Pool {
    /// What to do.
    #[command(subcommand)]
    pub verb: PoolVerb,
    /// The folder of the pool; this folder without
    #[arg(long, value_name = "DIR", default_value = ".", global = true)]
    pub pool: PathBuf,
    /// The day on which it happens, such as 2026-09-14; today without
    #[arg(long, value_name = "DAY", global = true)]
    pub on: Option<Day>,
    /// Who does it, for the ledger; `teacher` without
    #[arg(
        long,
        value_name = "WHO",
        default_value = "teacher",
        global = true,
        hide_default_value = true
    )]
    pub by: String,
}

/// What to do with a pool.
#[derive(Debug, Subcommand)]
pub enum PoolVerb {
    /// Begin a pool in a folder
    Init(Init),
    /// Who is in the class
    Roster(Roster),
    /// Cancel the last entry by a new one
    Undo,
}

/// Begin a pool.
#[derive(Debug, Args)]
pub struct Init {
    /// What the pool is called, such as "Algebra 1, period 3"
    pub title: String,
}

/// Who is in the class.
#[derive(Debug, Args)]
pub struct Roster {
    /// What
    #[command(subcommand)]
    pub what: RosterWhat,
}

/// What can be done with a roster.
#[derive(Debug, Subcommand)]
pub enum RosterWhat {
    /// Read a roster; who is not in it is inactive from now on, and never deleted
    Import(RosterImport),
}

/// Read a roster.
#[derive(Debug, Args)]
pub struct RosterImport {
    /// A table with the columns id, name and section, or OneRoster's users.csv
    #[arg(value_name = "CSV")]
    pub file: PathBuf,
    /// The section of everybody in it, where the table has no such column
    #[arg(long, value_name = "NAME")]
    pub section: Option<String>,
}
