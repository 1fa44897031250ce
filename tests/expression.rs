//! Expressions: what they give, and what an author is told.

use isoform::diagnostic::Diagnostics;
use isoform::expression::parser::{Written, parse};
use isoform::expression::{Frame, Scope};
use isoform::source::{SourceText, Sources, Span};
use isoform::value::Value;

fn source(text: &str) -> SourceText {
    let mut sources = Sources::new();
    let file = sources.add("test", text);
    SourceText::verbatim(text, Span::new(file, 0..text.len()))
}

fn scope() -> Scope {
    let mut scope = Scope::default();
    scope.add_constant("x".into(), Value::symbol("x"));
    scope.add_constant("xs".into(), Value::list([3, 1, 2].map(Value::integer)));
    scope
}

fn value(text: &str) -> Result<Value, String> {
    let written = source(text);
    let tree = parse(Written::whole(&written)).map_err(|error| error.message)?;
    let mut diagnostics = Diagnostics::new();
    let program = scope().check(&tree, &mut diagnostics);
    let program = program.ok_or_else(|| {
        diagnostics
            .iter()
            .map(|d| d.message.clone())
            .collect::<Vec<_>>()
            .join("; ")
    })?;
    program
        .evaluate(&mut Frame::default())
        .map_err(|error| error.failure.to_string())
}

fn holds(text: &str) -> bool {
    value(text).is_ok_and(|value| value.same(&Value::Boolean(true)))
}

#[test]
fn arithmetic_is_exact_and_binds_as_in_school() {
    assert!(holds("2 + 3*4 == 14"));
    assert!(holds("2^3^2 == 512"));
    assert!(holds("-2^2 == -4"));
    assert!(holds("2^-1 == 1/2"));
    assert!(holds("1/3 + 1/6 == 1/2"));
    assert!(holds("0.1 + 0.2 == 0.3"));
    assert!(holds("-7 mod 3 == 2 and -7 div 3 == -3"));
    assert!(holds("10 - 2 - 3 == 5 and 24/4/2 == 3"));
    assert!(holds("9999999999 * 9999999999 == 99999999980000000001"));
}

#[test]
fn comparisons_chain() {
    assert!(holds("1 < 2 <= 2 < 3"));
    assert!(!holds("1 < 3 < 2"));
    assert!(holds("3 in xs and not (4 in xs)"));
    assert!(holds("\"a\" in \"cat\""));
}

#[test]
fn lists_count_from_one() {
    assert!(holds("xs[1] == 3 and [y*y for y in xs if y > 1] == [9, 4]"));
    assert_eq!(
        value("xs[0]").unwrap_err(),
        "place 0 of a list of 3 (the first is 1)"
    );
    assert_eq!(
        value("xs[4]").unwrap_err(),
        "place 4 of a list of 3 (the first is 1)"
    );
}

#[test]
fn one_walk_may_stand_in_another() {
    assert!(holds(
        "[10*a + b for a in [1, 2] for b in [3, 4]] == [13, 14, 23, 24]"
    ));
    assert!(holds(
        "[a + b + c for a in [1] for b in [a, 2] for c in [b] if c > 1] == [5]"
    ));
    assert!(holds(
        "[[b for b in [a, a]] for a in [1, 2]] == [[1, 1], [2, 2]]"
    ));
    assert_eq!(
        value("[a for a in xs for a.b in xs]").unwrap_err(),
        "expected `in`, found `.`"
    );
}

#[test]
fn values_that_double_are_stopped() {
    let doubled = |start: &str, join: &str| {
        let mut text = start.to_owned();
        for _ in 0..9 {
            text = format!("[{join} for t in [{text}]][1]");
        }
        text
    };
    let long = format!("\"{}\"", "abc".repeat(200));
    assert!(
        value(&doubled(&long, "t + t")).is_err(),
        "text of 307,200 letters"
    );
    assert!(
        value(&doubled("show(x + 1)", "show(t + t)")).is_err(),
        "formula of 1,535 parts"
    );
    assert!(value(&doubled("[1]", "[t, t]")).is_ok());
}

#[test]
fn symbols_make_polynomials() {
    assert!(holds("(x + 1)*(x - 1) == x^2 - 1"));
    assert!(holds("if 1 < 2 then true else false"));
}

#[test]
fn mistakes_are_found_before_any_draw() {
    for (text, message) in [
        ("yy + 1", "unknown name `yy`"),
        ("gdc(1, 2)", "unknown function `gdc`"),
        ("gcd(1)", "`gcd` takes at least 2 arguments, found 1"),
        (
            "gcd(1, \"a\")",
            "`gcd` needs a whole number here, found a text",
        ),
        ("1 + \"a\"", "`+` cannot join a text and a number"),
        ("xs.name", "`.name` needs a row, found a list of numbers"),
        ("1 < \"a\"", "a number is never comparable with a text"),
        ("1 in 2", "a number cannot be in a number"),
        ("not 1", "expected true or false, found a number"),
        ("1 = 2", "expected the end of the expression, found `=`"),
        ("(1 + 2", "expected `)`, found the end"),
        ("2x", "expected the end of the expression, found `x`"),
        (
            "1 + ",
            "expected a number, a name, a text in quotes or a bracket, found the end",
        ),
        ("a && b", "`&` has no meaning in an expression"),
    ] {
        assert_eq!(value(text).unwrap_err(), message, "{text}");
    }
}

#[test]
fn nothing_nests_or_grows_without_end() {
    let deep = format!("{}1{}", "(".repeat(5_000), ")".repeat(5_000));
    assert!(value(&deep).is_err());
    let deep = format!("{}1", "-".repeat(5_000));
    assert!(value(&deep).is_err());
    let deep = format!("{}1", "not ".repeat(900));
    assert!(value(&deep).is_err());
    let long = vec!["1"; 5_000].join(" + ");
    assert!(value(&long).is_err());
    let fits = vec!["1"; 150].join(" + ");
    assert!(value(&fits).is_ok_and(|sum| sum.same(&Value::integer(150))));
    let walk = "[[[[[a for a in xs] for b in xs] for c in xs] for d in xs] for e in xs]";
    assert!(value(walk).is_ok());
    assert_eq!(value("2^(9^9)").unwrap_err(), value("9^9^9").unwrap_err());
}
