//! Mistakes of authors: each is found at its place, with what to do.

use isoform::bank::lower;
use isoform::diagnostic::{Code, Diagnostics};
use isoform::source::Sources;

/// The first mistake of an item: its code, the text it points at, the message.
fn mistake(item: &str) -> (Code, String, String) {
    let indented = item.replace('\n', "\n    ");
    let bank = format!(
        "bank: B\nid: b\nstandards: [{{id: S, statement: s}}]\ntables: {{t: [{{a: x, b: y}}]}}\nitems:\n  - id: i\n    {indented}\n"
    );
    let mut sources = Sources::new();
    let mut found = Diagnostics::new();
    lower::load("b.yaml", bank.as_bytes(), &mut sources, &mut found);
    let first = found.iter().find(|d| d.code.id().starts_with('E'));
    let first = first.unwrap_or_else(|| panic!("no mistake in\n{bank}"));
    assert!(!first.help.is_empty(), "no help: {}", first.message);
    let place = first.span.map_or("", |span| sources.slice(span));
    (first.code, place.to_owned(), first.message.clone())
}

#[test]
fn mistakes_have_their_place_and_help() {
    for (item, code, place) in [
        (
            "stem: S\nselect:\n  statements: [{when: true}, {say: B, when: false}]",
            Code::MissingKey,
            "",
        ),
        (
            "stem: S\nselect:\n  statements: [{say: A, when: false}, {say: B, when: false}]",
            Code::UnknownResponse,
            "",
        ),
        (
            "stem: S\nselect:\n  show: 2\n  true: 3\n  statements: [{say: A, when: true}, {say: B, when: true}]",
            Code::WrongShape,
            "3",
        ),
        (
            "stem: S\nselect:\n  show: 3\n  statements: [{say: A, when: true}, {say: B, when: true}]",
            Code::WrongShape,
            "3",
        ),
        (
            "stem: S\nselect:\n  statements: [{say: A, when: 1 + 1}, {say: B, when: true}]",
            Code::TypeMismatch,
            "1 + 1",
        ),
        (
            "stem: S\nselect:\n  statements: [{for: p im t, say: A, when: true}]",
            Code::ExpressionSyntax,
            "im",
        ),
        ("stem: 'S [[a]]'\nanswer: 1", Code::UnknownResponse, "a"),
        (
            "stem: 'S [[sum]]'\nanswers: {summ: 1}",
            Code::UnknownResponse,
            "sum",
        ),
        ("stem: S\nanswers: {a: 1}", Code::UnknownResponse, "a"),
        (
            "stem: S\nsequence: {list: [one, two], before: {two: won}}",
            Code::UnknownName,
            "won",
        ),
        (
            "stem: S\nsequence: {list: [one, two, three], before: {two: one, one: two}}",
            Code::CircularNames,
            "two",
        ),
        (
            "stem: S\nmatch: {left: t, right: [A]}",
            Code::TypeMismatch,
            "t",
        ),
        ("stem: S\nmatch: {left: [A, B]}", Code::MissingKey, ""),
        (
            "stem: S\nrubric: {criteria: [{name: A}]}",
            Code::MissingKey,
            "",
        ),
        ("stem: S\nrubric: {levels: {1: only}}", Code::MissingKey, ""),
        (
            "stem: S\nrubric: {levels: {high: a, low: b}}",
            Code::WrongShape,
            "high",
        ),
        (
            "stem: S\nrubric: {mastery: quite good, levels: {2: a, 1: b}}",
            Code::WrongShape,
            "quite good",
        ),
        (
            "stem: S\nrubric: {mastery: level 3 or above, levels: {2: a, 1: b}}",
            Code::WrongShape,
            "level 3 or above",
        ),
        ("parts: [{stem: A}]", Code::UnknownResponse, "stem"),
        ("parts: [{answer: 1}]", Code::MissingKey, ""),
        (
            "vary: {n: 2..3, q: n of 1..9}\nparts: [{for: x in q, stem: '{{x}}', answer: x}]",
            Code::WrongShape,
            "x in q",
        ),
        (
            "stem: S\nanswer: 1\nsequence: [a, b]",
            Code::UnknownResponse,
            "sequence",
        ),
        (
            "stem: S\nanswer: {example: 1, any: 1 < 2}",
            Code::UnknownResponse,
            "1 < 2",
        ),
        ("stem: S\nanswer: 1\nchoices: [1]", Code::WrongShape, "[1]"),
        ("stem: S", Code::UnknownResponse, "stem"),
    ] {
        let (found, at, message) = mistake(item);
        assert_eq!(found, code, "{message}\n{item}");
        if !place.is_empty() {
            assert_eq!(at, place, "{message}\n{item}");
        }
    }
}
