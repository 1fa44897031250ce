//! L002: `+ -`, `- -`.

use crate::lint::printed::Printed;
use crate::lint::rule::Fault;

/// A negative value behind a sign, without brackets.
pub fn check(printed: &Printed<'_>) -> Vec<Fault> {
    let negative = printed
        .filled()
        .filter(|value| value.shown.starts_with(['-', '\u{2212}']));
    let faults = negative.filter_map(|value| {
        let before = value.before.trim_end_matches([' ', '{']);
        let sign = before
            .chars()
            .next_back()
            .filter(|c| "+-\u{2212}".contains(*c))?;
        let line = before.rsplit('\n').next().unwrap_or(before);
        // A bullet of a list is no sign.
        let bullet = !value.mathematics && line.trim().chars().count() == 1;
        // Neither is a hyphen inside a word, or a negative exponent.
        let own = before.strip_suffix(sign).unwrap_or(before);
        let hyphen = own.ends_with(|c: char| c.is_alphabetic()) && !value.mathematics;
        (!bullet && !hyphen).then(|| Fault {
            span: value.span,
            message: format!("this prints `{sign} {}`", value.shown),
            help: "write brackets around it, or the whole sum in one `{{ }}`: `{{ show(a + b) }}`",
        })
    });
    faults.collect()
}
