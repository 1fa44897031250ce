//! L003: braces of the bank's language that reach the page.

use crate::lint::printed::Printed;
use crate::lint::rule::Fault;

/// `{{`, `}}`, `[[` or `]]` outside mathematics, also in a value.
pub fn check(printed: &Printed<'_>) -> Vec<Fault> {
    let marks = ["{{", "}}", "[[", "]]"];
    let literals = printed.literals().filter(|literal| !literal.mathematics);
    let written = literals.filter_map(|literal| {
        let at = marks
            .iter()
            .filter_map(|mark| literal.text.find(mark))
            .min()?;
        let at = literal.range.start + at;
        printed.span(at..at + 2)
    });
    let values = printed
        .filled()
        .filter(|value| !value.mathematics && marks.iter().any(|mark| value.shown.contains(mark)));
    let spans = written.chain(values.map(|value| value.span));
    spans
        .map(|span| Fault {
            span,
            message: "these braces are printed as they stand".to_owned(),
            help: "a value is `{{ name }}`, a blank is `[[name]]`; take away what is left over",
        })
        .collect()
}
