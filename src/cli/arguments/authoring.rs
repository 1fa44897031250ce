//! Arguments of the verbs for authors of banks.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

/// Begin an item bank in a new folder.
#[derive(Debug, Args)]
pub struct Init {
    /// The title of the bank; the folder is named for it
    pub name: String,
    /// The folder, if it is to be another one; what stands in it is kept
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

/// Begin a part of a bank.
#[derive(Debug, Args)]
pub struct New {
    /// What
    #[command(subcommand)]
    pub what: NewWhat,
}

/// What can be begun.
#[derive(Debug, Subcommand)]
pub enum NewWhat {
    /// Write the skeleton of an item model
    Item(NewItem),
}

/// Write the skeleton of an item model.
#[derive(Debug, Args)]
pub struct NewItem {
    /// How it is answered; asked for without
    #[arg(long)]
    pub kind: Option<ItemKind>,
    /// The id of the item model
    #[arg(long, value_name = "ID", default_value = "new-item")]
    pub id: String,
    /// The bank to write it into; printed without
    #[arg(long, value_name = "BANK")]
    pub append: Option<PathBuf>,
}

/// How an item is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ItemKind {
    /// With a number that is worked out
    Number,
    /// With one of several options
    Choice,
    /// With a word
    Text,
    /// With several blanks in the text
    Blanks,
    /// With what a row of a table says
    Table,
    /// By marking the true statements of a list
    Select,
    /// By matching two lists
    Match,
    /// By putting steps in order
    Sequence,
    /// In parts that share the draws
    Parts,
    /// With anything that has a property
    Open,
    /// With a text that a person marks
    Rubric,
}

/// Show what a change of a bank means.
#[derive(Debug, Args)]
pub struct Diff {
    /// The older bank, or with --git the older revision
    pub old: String,
    /// The newer bank, or with --git the newer revision
    pub new: String,
    /// Compare two revisions of this bank, as git has them
    #[arg(long, value_name = "BANK")]
    pub git: Option<PathBuf>,
    /// How the difference is printed
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: DiffFormat,
}

/// How a difference is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// For people at a terminal
    Text,
    /// For programs
    Json,
    /// For a comment on a pull request
    Markdown,
}

/// Make an archive of a bank for others.
#[derive(Debug, Args)]
pub struct Pack {
    /// The bank
    pub bank: PathBuf,
    /// The archive; named for the bank and its version without
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// Pin a packed bank.
#[derive(Debug, Args)]
pub struct Add {
    /// The archive, or a folder with archives
    pub archive: PathBuf,
    /// The folder that uses it
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub into: PathBuf,
}

/// Look at instances of an item while its bank is written.
#[derive(Debug, Args)]
pub struct Preview {
    /// The bank: a .yaml file, or a folder with a bank.yaml
    pub bank: PathBuf,
    /// The item model to begin with; the first one without
    #[arg(long, value_name = "ID")]
    pub item: Option<String>,
    /// The port on this computer; 0 takes any that is free
    #[arg(long, value_name = "N", default_value_t = 4040)]
    pub port: u16,
    /// Do not open the page in a browser
    #[arg(long)]
    pub no_open: bool,
}
