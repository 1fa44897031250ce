//! The result of a check for people: messages, and a line an item model.

use crate::cli::arguments::Check;
use crate::cli::check::{Checked, Found};
use crate::cli::terminal::Terminal;
use crate::diagnostic::Severity;
use crate::lint::census::Census;

pub fn show(found: &Found, options: &Check, terminal: &Terminal) {
    terminal.show(&found.diagnostics, &found.sources);
    if options.quiet {
        return;
    }
    for checked in &found.banks {
        table(checked, terminal);
    }
    let count = |severity, one: &str| {
        let number = found.diagnostics.count(severity);
        let s = if number == 1 { "" } else { "s" };
        format!("{number} {one}{s}")
    };
    terminal.say(&format!(
        "{}, {}",
        count(Severity::Error, "error"),
        count(Severity::Warning, "warning")
    ));
}

fn table(checked: &Checked, terminal: &Terminal) {
    let bank = &checked.bank;
    terminal.say(&format!("{} {}", bank.title, bank.version));
    let width = checked
        .censuses
        .iter()
        .map(|census| census.item.len())
        .max();
    let width = width.unwrap_or(0).max(4);
    terminal.say(&format!(
        "  {:width$}  instances  accepted  cells  keys  commonest  difficulty  words",
        "item"
    ));
    for census in &checked.censuses {
        terminal.say(&format!("  {}", row(census, width)));
    }
    for census in &checked.censuses {
        for (written, share) in rare(census) {
            let item = &census.item;
            terminal.say(&format!(
                "  {item}: {share:.1} % of draws meet `where: {written}`"
            ));
        }
    }
    let sampled: Vec<&Census> = checked
        .censuses
        .iter()
        .filter(|census| !census.whole)
        .collect();
    if let Some(census) = sampled.first() {
        let models = if sampled.len() == 1 {
            "space"
        } else {
            "spaces"
        };
        terminal.say(&format!(
            "  ~ sample of {} larger {models}, {}",
            sampled.len(),
            census.reach()
        ));
    }
}

/// Conditions that refuse more draws than they let through, with their share in percent.
fn rare(census: &Census) -> impl Iterator<Item = (&str, f64)> {
    let conditions = census.conditions.iter();
    let share = |met: u64, tested: u64| met as f64 / tested.max(1) as f64 * 100.0;
    let shares = conditions.map(move |one| (one.written.as_str(), share(one.met, one.tested)));
    shares.filter(|(_, share)| *share < 50.0)
}

fn row(census: &Census, width: usize) -> String {
    // Counts up to 10⁶ are exact.
    let share = |part: u64, of: u64| part as f64 / of.max(1) as f64 * 100.0;
    let (_, _, spread) = census.difficulty;
    let (fewest, _, most) = census.words;
    let words = if fewest == most {
        most.to_string()
    } else {
        format!("{fewest}–{most}")
    };
    format!(
        "{:width$}  {:>9}  {:>7.1}%  {:>5}  {:>4}  {:>8.1}%  {:>10}  {:>5}",
        census.item,
        format!("{}{}", if census.whole { "" } else { "~" }, census.distinct),
        share(census.accepted, census.tried),
        census.cell_count,
        census.keys.distinct,
        share(census.keys.items, census.distinct),
        format!("±{spread:.2}"),
        words,
    )
}
