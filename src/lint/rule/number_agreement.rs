//! L004: `1 apples`.

use crate::lint::printed::Printed;
use crate::lint::rule::Fault;
use crate::value::notation::Family;

/// Words that end in s and are no plurals.
const SINGULAR: &[&str] = &[
    "is",
    "was",
    "has",
    "does",
    "as",
    "this",
    "its",
    "less",
    "times",
    "plus",
    "minus",
    "equals",
    "goes",
    "makes",
    "gives",
    "costs",
    "us",
    "bus",
    "gas",
    "yes",
    "lens",
    "class",
    "always",
    "perhaps",
    "means",
    "comes",
    "stays",
    "series",
    "across",
    "towards",
    "afterwards",
];

/// A whole 1 before a word that looks like a plural. English only.
pub fn check(printed: &Printed<'_>) -> Vec<Fault> {
    if printed.language.family != Family::English {
        return Vec::new();
    }
    let ones = printed.filled().filter(|value| value.shown == "1");
    let faults = ones.filter_map(|value| {
        // In mathematics a 1 is a number rather than a count: the digit $1$ repeats.
        if value.mathematics || value.before.ends_with(['/', '.', ',', ':']) {
            return None;
        }
        let after = value.after.strip_prefix([' ', '\u{a0}'])?;
        let letters = |c: &char| c.is_alphabetic() || *c == '\'';
        let word: String = after.chars().take_while(letters).collect();
        let lower = word.to_lowercase();
        let plural = lower.chars().count() > 3
            && lower.ends_with('s')
            && !lower.ends_with("ss")
            && !lower.ends_with("us")
            && !SINGULAR.contains(&lower.as_str());
        plural.then(|| Fault {
            span: value.span,
            message: format!("this prints `1 {word}`"),
            help: "write `{{ plural(n, \"apple\") }}`, or rule 1 out under `where`",
        })
    });
    faults.collect()
}
