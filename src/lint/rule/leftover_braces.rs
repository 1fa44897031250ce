//! L003: braces of the bank's language, or of another one, that reach the page.

use std::ops::Range;

use crate::lint::printed::Printed;
use crate::lint::rule::Fault;

/// Signs that begin or end what is replaced, here or in other template languages.
const MARKS: [&str; 5] = ["{{", "}}", "[[", "]]", "{%"];

/// `{{`, `}}`, `[[` or `]]` outside mathematics, also in a value; and `{name}` in a text.
pub fn check(printed: &Printed<'_>) -> Vec<Fault> {
    // Most texts have none, which one look tells.
    if !printed.text().contains(['{', '}', '[', ']']) {
        return Vec::new();
    }
    let literals = printed.literals().filter(|literal| !literal.mathematics);
    let written = literals.filter_map(|literal| {
        let found = left_over(literal.text)?;
        let start = literal.range.start;
        printed.span(start + found.start..start + found.end)
    });
    let values = printed
        .filled()
        .filter(|value| !value.mathematics && MARKS.iter().any(|mark| value.shown.contains(mark)));
    let spans = written.chain(values.map(|value| value.span));
    spans
        .map(|span| Fault {
            span,
            message: "these braces are printed as they stand".to_owned(),
            help: "a value is `{{ name }}`, a blank is `[[name]]`; take away what is left over",
        })
        .collect()
}

/// Where the first of them stands.
fn left_over(text: &str) -> Option<Range<usize>> {
    let marks = MARKS.iter().filter_map(|mark| text.find(mark));
    let mark = marks.min().map(|at| at..at + 2);
    let single = text.match_indices('{').find_map(|(at, _)| {
        let inside = text.get(at + 1..)?;
        let name = inside.get(..inside.find('}')?)?;
        let starts = name.starts_with(char::is_alphabetic);
        let is_name = starts
            && name
                .chars()
                .all(|c| c.is_alphanumeric() || "_.".contains(c));
        is_name.then_some(at..at + name.len() + 2)
    });
    match (mark, single) {
        (Some(mark), Some(single)) if single.start < mark.start => Some(single),
        (mark, single) => mark.or(single),
    }
}
