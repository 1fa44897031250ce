//! What can be typed behind `isoform pool`.

mod rounds;

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use crate::pool::day::Day;

pub use rounds::{Assign, Board, Issue, Make, PurposeName, Requests, RequestsWhat};

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
    /// An item model was wrong: find its instances, and put right what hangs on them
    Recall(Recall),
    /// Write everything as CSV and JSON
    Export(Export),
    /// Make forms of standards that no form of the pool has an item of
    Make(Make),
    /// Hand forms out at a sitting of the class
    Assign(Assign),
    /// Who asks to try again, and who may
    Requests(Requests),
    /// Make a packet for every student whose requests were granted
    Issue(Issue),
    /// Who stands where, who works on what next, and what is left
    Board(Board),
    /// Cancel the last entry by a new one
    Undo,
    /// Check the ledger against the sets and their files
    Verify,
}

/// Begin a pool.
#[derive(Debug, Args)]
pub struct Init {
    /// What the pool is called, such as "Algebra 1, period 3" [default: the name of the folder]
    pub title: Option<String>,
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
    /// A table: form,student,item,result or form,student,1,2,3 or form,student,total. A result is
    /// right, wrong, blank, 1, 0, the letter chosen, levels of a rubric, or `x 0.19` for a wrong
    /// answer that is written out
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

/// An item model was wrong.
#[derive(Debug, Args)]
pub struct Recall {
    /// The id of the item model; one with variants means all of them
    #[arg(value_name = "ITEM")]
    pub item: String,
    /// Only instances for which this is true of the drawn values, such as "b == 0"; all without
    #[arg(long, value_name = "EXPR")]
    pub when: Option<String>,
    /// What happens to marks of these items; drop without, and keep with a corrected bank
    #[arg(long, value_name = "WHAT")]
    pub remedy: Option<RecallRemedy>,
    /// The bank in which the mistake is mended: makes a corrected edition of the forms, and marks
    /// again what was chosen among options
    #[arg(long, value_name = "BANK")]
    pub bank: Option<PathBuf>,
    /// What was wrong, for the ledger
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true
    )]
    pub why: String,
    /// Say what is touched, and change nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// What happens to marks of a recalled item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RecallRemedy {
    /// The item counts for nothing, neither earned nor possible
    Drop,
    /// Everybody has all its points
    Credit,
    /// Marks stay as they are
    Keep,
}

/// Write everything as CSV and JSON.
#[derive(Debug, Args)]
pub struct Export {
    /// The folder for the files; `export` in the pool without. Outside the pool there are no names
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Without names, ids and anything that somebody wrote
    #[arg(long)]
    pub for_others: bool,
}
