//! `isoform banks`: what is built in, and where a standard is found.

use crate::bank::ItemBank;
use crate::cli::arguments::Banks;
use crate::cli::terminal::Terminal;
use crate::cli::{Ending, bundled};
use crate::diagnostic::Diagnostics;
use crate::source::Sources;

/// Lists the banks, or those of their standards that have all words.
pub fn banks(options: &Banks, terminal: &Terminal) -> Ending {
    let words: Vec<String> = options
        .words
        .iter()
        .map(|word| word.to_lowercase())
        .collect();
    let mut found = false;
    for id in bundled::ids() {
        let Some(bank) = bundled::bank(id, &mut Sources::new(), &mut Diagnostics::new()) else {
            continue;
        };
        let lines = standards(&bank, &words);
        if lines.is_empty() {
            continue;
        }
        found = true;
        let models = bank.items.len();
        terminal.say(&format!("{id}: {} ({models} item models)", bank.title));
        for line in lines {
            terminal.say(&format!("  {line}"));
        }
    }
    if !found {
        terminal.say("No standard has these words. `isoform banks` lists all of them.");
    }
    Ending::Done
}

/// A line for each standard, or for each that has all words; with words, what students can do.
fn standards(bank: &ItemBank, words: &[String]) -> Vec<String> {
    let said = |standard: &crate::bank::standard::Standard| {
        format!(
            "{} {} {}",
            standard.id.value, standard.statement, bank.title
        )
        .to_lowercase()
    };
    let meant = bank
        .standards
        .iter()
        .filter(|standard| words.iter().all(|word| said(standard).contains(word)));
    if words.is_empty() {
        let ids: Vec<&str> = meant.map(|standard| &*standard.id.value).collect();
        return vec![ids.join(", ")];
    }
    meant
        .map(|standard| format!("{}  {}", standard.id.value, standard.statement))
        .collect()
}
