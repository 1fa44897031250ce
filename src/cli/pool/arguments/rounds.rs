//! What can be typed for a round of the pool: make, assign, requests, issue, board.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

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
