//! L001: `1x`, `x^1`.

use crate::lint::printed::{Filled, Printed};
use crate::lint::rule::Fault;

/// Letters that stand for unknowns; others may be units, as in 1 m.
const UNKNOWNS: &str = "abknpqrtuvwxyz";

/// A 1 that is printed as a coefficient or as an exponent.
pub fn check(printed: &Printed<'_>) -> Vec<Fault> {
    let ones = printed
        .filled()
        .filter(|value| matches!(value.shown, "1" | "-1" | "\u{2212}1"));
    let faults = ones.filter_map(|value| {
        let shown = coefficient(&value).or_else(|| exponent(&value))?;
        Some(Fault {
            span: value.span,
            message: format!("this prints `{shown}`"),
            help: "rule 1 out under `where`, or name the letter under `symbols` and write the whole term in one `{{ }}`: `{{ a*x }}`",
        })
    });
    faults.collect()
}

fn coefficient(value: &Filled<'_>) -> Option<String> {
    let before = value.before.chars().next_back();
    if before.is_some_and(|c| c.is_alphanumeric() || ".,^_/".contains(c)) {
        return None;
    }
    let mut after = value.after.chars();
    let letter = after.next().filter(char::is_ascii_alphabetic)?;
    let alone = after.next().is_none_or(|c| !c.is_alphabetic());
    let unknown = value.mathematics || UNKNOWNS.contains(letter) && alone;
    unknown.then(|| format!("{}{letter}", value.shown))
}

fn exponent(value: &Filled<'_>) -> Option<String> {
    let before = value.before;
    let base = before
        .strip_suffix("^{")
        .or_else(|| before.strip_suffix('^'))?;
    let plain = value.mathematics && value.shown == "1";
    let base = base.chars().next_back().unwrap_or(' ');
    plain.then(|| format!("{base}^1"))
}
