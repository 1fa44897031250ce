//! Arguments of the verbs that say what a bank holds, and why its items are hard.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::seed::Seed;

/// How many forms a bank can give.
#[derive(Debug, Args)]
pub struct Supply {
    /// The item bank: a .yaml file, or a folder with a bank.yaml; the bundled bank without
    #[arg(value_name = "BANK")]
    pub bank: Option<PathBuf>,
    /// Only this standard; may be given more than once
    #[arg(long = "standard", value_name = "ID")]
    pub standards: Vec<String>,
    /// How many items of one standard a form has
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..=200))]
    pub items: u16,
    /// A set of forms that was made before, by its folder: its items do not count; may be given
    /// more than once
    #[arg(long, value_name = "SET")]
    pub used: Vec<PathBuf>,
    /// Print the supply as JSON
    #[arg(long)]
    pub json: bool,
}

/// Explain the code of a message, or the difficulty of an item model.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Explain {
    /// The code, such as E021 or unknown-name; all codes without
    pub code: Option<String>,
    /// What else.
    #[command(subcommand)]
    pub what: Option<ExplainWhat>,
}

/// What can be explained beside messages.
#[derive(Debug, Subcommand)]
pub enum ExplainWhat {
    /// What makes items of a model hard: feature × weight = contribution
    Difficulty(ExplainDifficulty),
}

/// What makes items of a model hard.
#[derive(Debug, Args)]
pub struct ExplainDifficulty {
    /// The item bank: a .yaml file, or a folder with a bank.yaml
    #[arg(value_name = "BANK")]
    pub bank: PathBuf,
    /// The item model; of one with variants, MODEL/VARIANT
    #[arg(value_name = "ITEM")]
    pub item: String,
    /// The seed, a whole number
    #[arg(long, value_name = "S", default_value = "1")]
    pub seed: Seed,
    /// How many items are shown
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..=100))]
    pub instances: u16,
    /// Print everything as JSON
    #[arg(long)]
    pub json: bool,
}
