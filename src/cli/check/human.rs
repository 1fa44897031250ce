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

/// What the columns mean.
const LEGEND: &str =
    "  kept: draws that meet every `where`; sizes: items in the smallest and largest
  cell; top: items with the commonest key; logits: difficulty within a cell";
/// Longer ids have a line of their own.
const ID: usize = 24;

fn table(checked: &Checked, terminal: &Terminal) {
    let bank = &checked.bank;
    terminal.say(&format!("{} {}", bank.title, bank.version));
    terminal.say(&format!(
        "  {:ID$} {:>7} {:>5} {:>5} {:>9} {:>5} {:>4} {:>6} {:>5}",
        "item", "items", "kept", "cells", "sizes", "keys", "top", "logits", "words"
    ));
    for census in &checked.censuses {
        terminal.say(&row(census));
        for line in key_among_options(census) {
            terminal.say(&format!("      {line}"));
        }
    }
    terminal.say(LEGEND);
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
    let shares = conditions.map(|one| (one.written.as_str(), percent(one.met, one.tested)));
    shares.filter(|(_, share)| *share < 50.0)
}

/// Counts up to 10⁶ are exact.
fn percent(part: u64, of: u64) -> f64 {
    part as f64 / of.max(1) as f64 * 100.0
}

fn row(census: &Census) -> String {
    let (_, _, spread) = census.difficulty;
    let (fewest, _, most) = census.words;
    let id = match census.item.len() {
        0..=ID => format!("  {:ID$}", census.item),
        _ => format!("  {}\n  {:ID$}", census.item, ""),
    };
    let least = census.cells.last().map_or(0, |cell| cell.items);
    let largest = census.cells.first().map_or(0, |cell| cell.items);
    format!(
        "{id} {:>7} {:>5} {:>5} {:>9} {:>5} {:>4} {:>6} {:>5}",
        format!("{}{}", if census.whole { "" } else { "~" }, census.distinct),
        format!("{:.0}%", percent(census.accepted, census.tried)),
        census.cell_count,
        range(&short(least), &short(largest)),
        census.keys.distinct,
        format!("{:.0}%", percent(census.keys.items, census.distinct)),
        format!("±{spread:.2}"),
        range(&fewest.to_string(), &most.to_string()),
    )
}

fn range(least: &str, most: &str) -> String {
    if least == most {
        return most.to_owned();
    }
    format!("{least}–{most}")
}

/// A count in four letters or fewer.
fn short(count: u64) -> String {
    match count {
        0..=9_999 => count.to_string(),
        10_000..=999_999 => format!("{}k", count / 1000),
        _ => format!("{}M", count / 1_000_000),
    }
}

/// How the key is spread over the ranks and places of the options.
fn key_among_options(census: &Census) -> impl Iterator<Item = String> {
    let shares = |counts: &[u64]| {
        let all = counts.iter().sum();
        let share = |count: &u64| format!("{:.0}", percent(*count, all));
        let shares: Vec<String> = counts.iter().map(share).collect();
        shares.join(" ")
    };
    let line = |what: &str, counts: &[u64]| {
        (!counts.is_empty()).then(|| format!("key by {what}: {} %", shares(counts)))
    };
    let ranks = line("size, the smallest option first", &census.options.ranks);
    let places = line("place, the first option first", &census.options.places);
    ranks.into_iter().chain(places)
}

#[cfg(test)]
mod tests {
    use super::{ID, key_among_options, row};
    use crate::lint::census::{Cell, Census};

    #[test]
    fn a_row_fits_into_eighty_columns_whatever_it_holds() {
        let cell = |items| Cell {
            items,
            ..Cell::default()
        };
        let mut census = Census {
            item: "i".repeat(ID),
            whole: false,
            distinct: 999_999,
            tried: 1_000_000,
            accepted: 1_000_000,
            cell_count: 99_999,
            cells: vec![cell(999_999), cell(12_345)],
            difficulty: (-1.0, 1.0, 1.25),
            words: (10, 11.5, 14),
            ..Census::default()
        };
        census.keys.distinct = 20_000;
        census.keys.items = 999_999;
        let printed = row(&census);
        assert_eq!(printed.chars().count(), 80, "{printed}");
        assert!(
            printed.contains("  12k–999k 20000 100%  ±1.25 10–14"),
            "{printed}"
        );
        census.item.push('i');
        let lines = row(&census);
        assert_eq!(
            lines.lines().map(|line| line.chars().count()).max(),
            Some(80)
        );
    }

    #[test]
    fn ranks_and_places_of_the_key_in_percent() {
        let mut census = Census::default();
        assert_eq!(key_among_options(&census).count(), 0);
        census.options.ranks = vec![1, 2, 0, 5];
        census.options.places = vec![3, 1];
        let lines: Vec<String> = key_among_options(&census).collect();
        assert_eq!(
            lines,
            [
                "key by size, the smallest option first: 12 25 0 62 %",
                "key by place, the first option first: 75 25 %"
            ]
        );
    }
}
