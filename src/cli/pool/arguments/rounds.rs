//! What can be typed for a round of the pool: make, assign, requests, issue, board.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use crate::cli::page_options::PageOptions;
use crate::pool::entry::Purpose;
use crate::seed::Seed;

/// Make forms.
#[derive(Debug, Args)]
pub struct Make {
    /// A standard; may be given more than once, and makes a set for each
    #[arg(long = "standard", value_name = "ID")]
    pub standards: Vec<String>,
    /// One set of all these standards together, as for a first sitting
    #[arg(long, requires = "standards")]
    pub together: bool,
    /// A blueprint of the bank, in place of standards
    #[arg(
        long,
        value_name = "ID",
        conflicts_with = "standards",
        required_unless_present = "standards"
    )]
    pub blueprint: Option<String>,
    /// How many forms
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub forms: u32,
    /// What the forms are for
    #[arg(long, value_name = "PURPOSE", default_value = "secure")]
    pub purpose: PurposeName,
    /// A bank; those that pool.yaml names without
    #[arg(long = "bank", value_name = "BANK")]
    pub banks: Vec<PathBuf>,
    /// The seed of the first forms of a standard; a fresh one without
    #[arg(long, value_name = "S")]
    pub seed: Option<Seed>,
    /// How pages are to be set.
    #[command(flatten)]
    pub pages: PageOptions,
}

/// What forms are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PurposeName {
    /// They count, and nobody sees them before
    Secure,
    /// Everybody may have them
    Practice,
}

impl PurposeName {
    /// What the ledger calls it.
    pub fn purpose(self) -> Purpose {
        match self {
            Self::Secure => Purpose::Secure,
            Self::Practice => Purpose::Practice,
        }
    }
}

/// Hand forms out at a sitting of the class.
#[derive(Debug, Args)]
pub struct Assign {
    /// The standards of the forms; may be given more than once
    #[arg(long = "standard", value_name = "ID", required = true)]
    pub standards: Vec<String>,
    /// Hand forms out at random, in turn, so that neighbours differ
    #[arg(long)]
    pub spiral: bool,
    /// Forms for practice too are never met again, once it is known who had them
    #[arg(long, value_name = "PURPOSE", default_value = "secure")]
    pub purpose: PurposeName,
    /// What the sitting is called
    #[arg(long, value_name = "NAME", default_value = "first sitting")]
    pub sitting: String,
    /// Only this section
    #[arg(long, value_name = "NAME")]
    pub section: Option<String>,
    /// How many different forms
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u16).range(1..=200))]
    pub forms: u16,
    /// Seats in a row, so that those in front and behind differ too
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1_000))]
    pub row: Option<u16>,
    /// The seed; a fresh one without
    #[arg(long, value_name = "S")]
    pub seed: Option<Seed>,
}

/// Requests to reassess.
#[derive(Debug, Args)]
pub struct Requests {
    /// What
    #[command(subcommand)]
    pub what: RequestsWhat,
}

/// What can be done with requests.
#[derive(Debug, Subcommand)]
pub enum RequestsWhat {
    /// Read requests: a table with the columns student, standard, evidence and date
    Import {
        /// The table
        #[arg(value_name = "CSV")]
        file: PathBuf,
    },
    /// Decide them by the policy: eligible or not, and why
    Review,
    /// Write a form that students fill in to ask
    Form,
}

/// Make packets of what was granted.
#[derive(Debug, Args)]
pub struct Issue {
    /// Only this section
    #[arg(long, value_name = "NAME")]
    pub section: Option<String>,
    /// Without requests: what is unmet of the unit before the one that opens now
    #[arg(long)]
    pub carry: bool,
    /// The seed; a fresh one without
    #[arg(long, value_name = "S")]
    pub seed: Option<Seed>,
    /// Say what would be issued, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// Who stands where.
#[derive(Debug, Args)]
pub struct Board {
    /// Only this section
    #[arg(long, value_name = "NAME")]
    pub section: Option<String>,
    /// Only this standard; may be given more than once
    #[arg(long = "standard", value_name = "ID")]
    pub standards: Vec<String>,
    /// Write it as CSV, by ids without names
    #[arg(long, value_name = "FILE")]
    pub csv: Option<PathBuf>,
    /// Write a page to be printed, board.html in the pool's folder
    #[arg(long)]
    pub html: bool,
}
