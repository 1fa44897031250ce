//! What can be typed.

mod authoring;
mod measuring;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::cli::Ending;
use crate::cli::page_options::PageOptions;
use crate::cli::pool::Pool;
use crate::form::shard::Shard;
use crate::parity::finding::Verdict;
use crate::seed::Seed;

pub use authoring::{Add, Diff, DiffFormat, Init, ItemKind, New, NewItem, NewWhat, Pack, Preview};
pub use measuring::{Explain, ExplainDifficulty, ExplainWhat, Supply};

/// Fair alternate forms of a test, from an item bank.
#[derive(Debug, Parser)]
#[command(name = "isoform", version, max_term_width = 100)]
#[command(
    after_help = "Exit codes: 0 done, 1 parity worse than --fail-on allows, 2 mistakes in a bank or in the arguments."
)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Make forms, their keys and a parity report
    Generate(Generate),
    /// List the item banks that are built in, and find a standard in them
    Banks(Banks),
    /// Look at every instance of every item model, and say what is wrong
    Check(Check),
    /// Look at instances of an item while its bank is written, in a browser
    Preview(Preview),
    /// Audit a set of forms again, from its set.json
    Parity(Parity),
    /// Join the shards of a set and check them again
    Merge(Merge),
    /// How many items a mastery test needs, and how many of them right
    Plan(Plan),
    /// Run reassessment of a class from one folder
    Pool(Pool),
    /// How many forms a bank can give, and which item model runs out first
    Supply(Supply),
    /// Show what a change of a bank means: instances and keys, not lines
    Diff(Diff),
    /// Make an archive of a bank for others
    Pack(Pack),
    /// Unpack a packed bank, and pin it by version and digest
    Add(Add),
    /// Begin an item bank in a new folder
    Init(Init),
    /// Begin a part of a bank
    New(New),
    /// Make the pages of a set again, without its bank
    Render(Render),
    /// Find a form by its ID and print its key
    Show(Show),
    /// Export the templates of all pages
    Templates(TemplatesVerb),
    /// Explain the code of a message, such as E021, or the difficulty of an item model
    Explain(Explain),
    /// Print the JSON Schema of banks, for completion and help in an editor
    Schema,
}

/// List the item banks that are built in.
#[derive(Debug, Args)]
pub struct Banks {
    /// Only standards that have all of these words in their id, their wording or the bank's title
    #[arg(value_name = "WORD")]
    pub words: Vec<String>,
}

/// Make forms, their keys and a parity report.
#[derive(Debug, Args)]
pub struct Generate {
    /// Item banks: .yaml files, folders with a bank.yaml, or names from `isoform banks`; the first of those without any
    #[arg(value_name = "BANK")]
    pub banks: Vec<PathBuf>,
    /// Only items of this standard; may be given more than once
    #[arg(long = "standard", value_name = "ID")]
    pub standards: Vec<String>,
    /// The blueprint of the bank; its first one without this, --standard and --items
    #[arg(long, value_name = "ID")]
    pub blueprint: Option<String>,
    /// How many forms
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub forms: u32,
    /// How many items a form has, where no blueprint says it
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=200), conflicts_with = "blueprint")]
    pub items: Option<u16>,
    /// The seed, a whole number: the same seed gives the same forms; a fresh one without
    #[arg(long, value_name = "S")]
    pub seed: Option<Seed>,
    /// The folder for the pages; a set of forms that is there already is replaced
    #[arg(long, value_name = "DIR", default_value = "out")]
    pub out: PathBuf,
    /// How pages are to be set.
    #[command(flatten)]
    pub pages: PageOptions,
    /// In how many tries a student may show mastery, for the report
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=20))]
    pub tries: u32,
    /// End with exit code 1 when parity is amber, or red
    #[arg(long, value_name = "VERDICT")]
    pub fail_on: Option<FailOn>,
    /// Write only every N-th form, beginning with the I-th; `isoform merge` joins the shards
    #[arg(long, value_name = "I/N")]
    pub shard: Option<Shard>,
    /// Let items come again on later forms when there are not enough
    #[arg(long)]
    pub allow_repeats: bool,
    /// Deal items as they are drawn, however hard they are; shows what windows are worth
    #[arg(long)]
    pub as_drawn: bool,
    /// Print nothing but mistakes
    #[arg(long, short)]
    pub quiet: bool,
    /// Print the summary, or the mistakes, as JSON
    #[arg(long, conflicts_with = "quiet")]
    pub json: bool,
}

/// Look at every instance of every item model, and say what is wrong.
#[derive(Debug, Args)]
pub struct Check {
    /// Item banks: .yaml files, or folders with a bank.yaml; the bundled bank without any
    #[arg(value_name = "BANK")]
    pub banks: Vec<PathBuf>,
    /// Treat warnings as errors
    #[arg(long, value_name = "WHAT")]
    pub deny: Option<Deny>,
    /// How results are printed
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub format: CheckFormat,
    /// Short for --format json
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
    /// Print nothing but mistakes
    #[arg(long, short)]
    pub quiet: bool,
    /// The folder for results, so that an unchanged bank is not looked at again
    #[arg(long, value_name = "DIR", conflicts_with = "no_cache")]
    pub cache: Option<PathBuf>,
    /// Look at everything again
    #[arg(long)]
    pub no_cache: bool,
}

/// What is treated as an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Deny {
    /// Warnings
    Warnings,
}

/// How results of a check are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people
    Human,
    /// The census and all messages, for programs
    Json,
    /// One test case an item model, for build servers
    Junit,
    /// For code-scanning views
    Sarif,
}

/// Join the shards of a set and check them again.
#[derive(Debug, Args)]
pub struct Merge {
    /// The folders of all shards
    #[arg(value_name = "DIR", required = true)]
    pub shards: Vec<PathBuf>,
    /// The folder for the whole set
    #[arg(long, value_name = "DIR", default_value = "out")]
    pub out: PathBuf,
    /// In how many tries a student may show mastery, for the report; 3 without
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=20))]
    pub tries: Option<u32>,
}

/// Audit a set of forms again.
#[derive(Debug, Args)]
pub struct Parity {
    /// The folder of a set, or its set.json
    #[arg(value_name = "SET")]
    pub set: PathBuf,
    /// In how many tries a student may show mastery; as the set says without
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=20))]
    pub tries: Option<u32>,
    /// End with exit code 1 when parity is amber, or red, or when a page no longer matches the set
    #[arg(long, value_name = "VERDICT")]
    pub fail_on: Option<FailOn>,
    /// Print the report as JSON
    #[arg(long)]
    pub json: bool,
}

/// The shortest mastery test that keeps two risks.
#[derive(Debug, Args)]
pub struct Plan {
    /// The share of such items that a student can do who should not pass, such as .7
    #[arg(long, value_name = "SHARE", default_value_t = 0.7)]
    pub nonmaster: f64,
    /// The share of such items that a student can do who should pass, such as .9
    #[arg(long, value_name = "SHARE", default_value_t = 0.9)]
    pub master: f64,
    /// How likely each of the two may be judged wrongly
    #[arg(long, value_name = "SHARE", default_value_t = 0.1)]
    pub risk: f64,
    /// Print the plan as JSON
    #[arg(long)]
    pub json: bool,
}

/// Make the pages of a set again.
#[derive(Debug, Args)]
pub struct Render {
    /// The folder of the set, or its set.json
    #[arg(value_name = "SET", default_value = "out")]
    pub set: PathBuf,
    /// Another folder for the pages
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// How pages are to be set.
    #[command(flatten)]
    pub pages: PageOptions,
    /// Print nothing but mistakes
    #[arg(long, short)]
    pub quiet: bool,
}

/// Find a form by its ID.
#[derive(Debug, Args)]
pub struct Show {
    /// The ID on the paper, such as 9DY-JQ0-0AH
    #[arg(value_name = "ID")]
    pub id: String,
    /// The folder of the set; the sets in and below this folder without
    #[arg(long, value_name = "DIR")]
    pub set: Option<PathBuf>,
}

/// Templates of pages.
#[derive(Debug, Args)]
pub struct TemplatesVerb {
    /// What to do with them.
    #[command(subcommand)]
    pub action: TemplatesAction,
}

/// What to do with templates.
#[derive(Debug, Subcommand)]
pub enum TemplatesAction {
    /// Write the built-in templates and messages into a folder, to be changed
    Export {
        /// The folder
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
}

/// From which verdict on a run fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// From amber on
    Amber,
    /// Only when red
    Red,
}

impl FailOn {
    /// How a run ends whose worst verdict is `worst`.
    pub fn ending(wanted: Option<Self>, worst: Verdict) -> Ending {
        let unbearable = match wanted {
            Some(Self::Amber) => Verdict::Amber,
            Some(Self::Red) => Verdict::Red,
            None => return Ending::Done,
        };
        if worst >= unbearable {
            Ending::Unfair
        } else {
            Ending::Done
        }
    }
}
