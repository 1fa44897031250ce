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
    /// Results of students
    Marks(Marks),
    /// Who had a form, when, and with which result; or what a student had
    Show(Show),
    /// A form was photographed: take it and its instances out of the pool
    Expose(Expose),
    /// Cancel the last entry by a new one
    Undo,
    /// Check the ledger against the sets and their files
    Verify,
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

/// Results of students.
#[derive(Debug, Args)]
pub struct Marks {
    /// What
    #[command(subcommand)]
    pub what: MarksWhat,
}

/// What can be done with results.
#[derive(Debug, Subcommand)]
pub enum MarksWhat {
    /// Read results: all rows, or none while one is wrong
    Import(MarksImport),
}

/// Read results.
#[derive(Debug, Args)]
pub struct MarksImport {
    /// A table: form,student,item,result or form,student,1,2,3 or form,student,total
    #[arg(value_name = "CSV")]
    pub file: PathBuf,
    /// Let marks that differ replace those entered before; these stay in the ledger
    #[arg(long)]
    pub correct: bool,
}

/// Who had a form.
#[derive(Debug, Args)]
pub struct Show {
    /// The ID on the paper, such as 9DY-JQ0-0AH, or the id of a student
    #[arg(value_name = "ID")]
    pub id: String,
}

/// A form was photographed.
#[derive(Debug, Args)]
pub struct Expose {
    /// The ID on the paper, such as 9DY-JQ0-0AH
    #[arg(value_name = "ID")]
    pub id: String,
    /// How it came about, for the ledger
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true
    )]
    pub why: String,
}
