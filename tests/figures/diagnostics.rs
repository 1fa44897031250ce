//! What an author is told.

use isoform::diagnostic::{Code, Diagnostic};
use isoform::form::slots::{Plan, Wanted};
use isoform::form::{Request, assemble};
use isoform::seed::Seed;

use crate::bank::{load, text};

/// The first mistake of a figure: as the bank is read, or else as it is drawn.
fn mistake(figure: &str) -> Diagnostic {
    let figure: String = figure.lines().map(|line| format!("  {line}\n")).collect();
    let text = text(&format!("figure:\n{figure}"));
    let bank = match load(&text) {
        Ok(bank) => bank,
        Err(diagnostics) => return diagnostics.iter().next().unwrap().clone(),
    };
    let seed = Seed::new(1);
    let wanted = Wanted {
        items: Some(1),
        ..Wanted::default()
    };
    let plan = Plan::of(&bank, &wanted, seed).unwrap();
    let request = Request {
        seed,
        forms: 1,
        repeats: true,
    };
    assemble(&bank, &plan, &request).unwrap_err().remove(0)
}

fn entry(entry: &str) -> Diagnostic {
    mistake(&format!("alt: A figure.\ndraw:\n  - {entry}"))
}

#[track_caller]
fn says(diagnostic: &Diagnostic, code: Code, words: &str) {
    assert_eq!(diagnostic.code, code, "{}", diagnostic.message);
    assert!(diagnostic.message.contains(words), "{}", diagnostic.message);
    assert!(diagnostic.span.is_some());
}

#[test]
fn misspelt_shapes_and_keys_are_guessed() {
    let wrong = entry("rectangle: {at: [0, 0], w: 1, h: 1}");
    says(&wrong, Code::UnknownKey, "no shape `rectangle`");
    let wrong = entry("polgon: {points: [[0, 0], [1, 0], [1, 1]]}");
    assert!(wrong.help.concat().contains("polygon"), "{:?}", wrong.help);
    let wrong = entry("rect: {at: [0, 0], w: 1, h: 1, filled: grey}");
    says(&wrong, Code::UnknownKey, "`filled`");
    let wrong = entry("rect: {at: [0, 0], w: 1, h: 1, fill: gray}");
    says(&wrong, Code::WrongShape, "`gray`");
}

#[test]
fn what_is_missing_is_named() {
    says(
        &mistake("draw: [{point: {at: [0, 0]}}]"),
        Code::MissingKey,
        "`alt`",
    );
    says(&mistake("alt: A figure."), Code::MissingKey, "`draw`");
    says(&entry("rect: {at: [0, 0], w: 1}"), Code::MissingKey, "`h`");
    says(
        &mistake("alt: A map.\nimage: {file: map.png}"),
        Code::CannotRead,
        "map.png",
    );
}

#[test]
fn types_are_checked_before_any_draw() {
    says(
        &entry("rect: {at: 3, w: 1, h: 1}"),
        Code::TypeMismatch,
        "a point",
    );
    says(
        &entry("rect: {at: [0, 0], w: \"'a'\", h: 1}"),
        Code::TypeMismatch,
        "`w`",
    );
    says(&entry("point: {at: [0, k]}"), Code::UnknownName, "`k`");
    says(
        &entry("text: {at: [0, 0], say: \"{{k}}\"}"),
        Code::UnknownName,
        "`k`",
    );
    says(
        &entry("{for: \"k of [1, 2]\", point: {at: [0, k]}}"),
        Code::ExpressionSyntax,
        "",
    );
    says(
        &entry("{for: k in 3, point: {at: [0, k]}}"),
        Code::TypeMismatch,
        "a list",
    );
    says(
        &entry("{if: n, point: {at: [0, 0]}}"),
        Code::TypeMismatch,
        "true or false",
    );
    says(
        &entry("{point: {at: [0, 0]}, text: {at: [0, 0], say: a}}"),
        Code::WrongShape,
        "one shape",
    );
}

#[test]
fn what_cannot_be_drawn_is_said_with_the_draw() {
    says(
        &entry("rect: {at: [0, 0], w: n - n, h: 1}"),
        Code::BadFigure,
        "above 0, found 0 for n =",
    );
    says(
        &entry("point: {at: [n*10^6 + 1, 0]}"),
        Code::BadFigure,
        "a point",
    );
    says(&entry("point: {at: [1, 2, 3]}"), Code::BadFigure, "a point");
    says(
        &entry("point: {at: [1/(n - n), 0]}"),
        Code::EvaluationFailed,
        "",
    );
    says(
        &entry("polygon: {points: [[0, 0], [1, 1]]}"),
        Code::BadFigure,
        "3 corners",
    );
    says(
        &entry("bar: {values: [1, 2], labels: [a]}"),
        Code::BadFigure,
        "1 texts, 2",
    );
    says(
        &entry("box: {values: [1, 2, 3]}"),
        Code::BadFigure,
        "median",
    );
    says(
        &entry("number-line: {from: 0, to: 100000}"),
        Code::BadFigure,
        "200 ticks",
    );
    says(
        &entry("axes: {x: [0, 1, 2], y: [0, 1]}"),
        Code::BadFigure,
        "`x`",
    );
    says(
        &entry("plot: {of: 1/(x - x), from: 0, to: 1}"),
        Code::BadFigure,
        "no value",
    );
    says(&entry("clock: {time: [25, 0]}"), Code::BadFigure, "`time`");
    says(
        &entry("fraction-bar: {parts: 3, shaded: 4}"),
        Code::BadFigure,
        "fraction bar",
    );
    says(
        &mistake("alt: A.\nscale: 0\ndraw: []"),
        Code::BadFigure,
        "`scale`",
    );
    says(
        &mistake("alt: A.\nsize: [3]\ndraw: []"),
        Code::BadFigure,
        "`size`",
    );
}

#[test]
fn figures_have_limits() {
    let inner = "{for: 'k in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]', group: {draw: [INNER]}}";
    let nested = inner.replace(
        "INNER",
        &inner.replace("INNER", &inner.replace("INNER", "{point: {at: [k, 0]}}")),
    );
    says(&entry(&nested), Code::BadFigure, "2000 shapes");
}
