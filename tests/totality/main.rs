//! Total: whatever is written, reading and drawing end, with a result or a message.
//!
//! Every test runs on a stack of 2 MiB, in debug builds, where frames are largest.

mod adversary;
mod random;

use std::sync::Arc;
use std::time::{Duration, Instant};

use isoform::bank::lower;
use isoform::diagnostic::{Diagnostics, draw};
use isoform::expression::parser::{Written, parse};
use isoform::expression::{Frame, Scope, Type};
use isoform::instance::draw::Drawing;
use isoform::seed::Seed;
use isoform::source::{SourceText, Sources, Span};
use isoform::value::notation::describe;
use isoform::value::{Number, Polynomial, Row, Value};

/// The stack of a thread on every system that the program runs on.
const STACK: usize = 2 << 20;

/// Longer than any single input may take in a debug build on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// Runs on a small stack; fails if it panics.
fn on_small_stack(work: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(work);
    thread.unwrap().join().unwrap();
}

/// Names of every kind, as drawn and bound names are.
fn names() -> (Scope, Frame) {
    let row = |name: &str, n: i64| {
        let entries = [("name", Value::text(name)), ("n", Value::integer(n))];
        Value::row(Row::new(
            entries.map(|(key, value)| (Arc::from(key), value)),
        ))
    };
    let values = [
        ("a", Value::integer(7)),
        ("b", Value::integer(-3)),
        ("z", Value::integer(0)),
        ("d", Value::Number(Number::parse("2.50").unwrap())),
        ("f", Value::Number(Number::parse("-22/7").unwrap())),
        ("big", Value::integer(i64::MIN)),
        ("w", Value::text("año")),
        ("t", Value::Boolean(true)),
        ("xs", Value::list([3, 1, 2].map(Value::integer))),
        ("none", Value::list([])),
        ("x", Value::Polynomial(Arc::new(Polynomial::symbol("x")))),
        ("r", row("Ana", 4)),
        ("rs", Value::list([row("Ana", 4), row("Ben", 5)])),
    ];
    let mut scope = Scope::default();
    let mut frame = Frame::new(values.len());
    for (name, value) in values {
        let slot = scope.add_slot(name.into(), Type::of(&value));
        frame.set(slot, value);
    }
    (scope, frame)
}

/// Reads, checks and works out one expression.
fn expression(text: &str, scope: &Scope, frame: &mut Frame) {
    let begun = Instant::now();
    let mut sources = Sources::new();
    let file = sources.add("e", text);
    let source = SourceText::verbatim(text, Span::new(file, 0..text.len()));
    let mut found = Diagnostics::new();
    match parse(Written::whole(&source)) {
        Ok(tree) => {
            if let Some(program) = scope.check(&tree, &mut found)
                && let Ok(value) = program.evaluate(frame)
            {
                let _ = describe(&value);
            }
        }
        Err(error) => found.push(error),
    }
    draw::all(&found, &sources, false);
    assert!(begun.elapsed() < PATIENCE, "{:?}: {text}", begun.elapsed());
}

/// Reads a bank and draws from its item models.
fn bank(text: &str) {
    let begun = Instant::now();
    let (mut sources, mut found) = (Sources::new(), Diagnostics::new());
    if let Some(bank) = lower::load("bank.yaml", text.as_bytes(), &mut sources, &mut found) {
        for model in &bank.items {
            let Ok(drawing) = Drawing::new(model) else {
                continue;
            };
            let streams =
                || isoform::instance::draw::NameStreams::new(Seed::new(1), "b", "s", model);
            let mut acceptance = drawing.acceptance();
            if let Ok(Some(mut frame)) = drawing.draw(&mut streams(), &mut acceptance) {
                let _ = drawing.item(0, &mut frame);
            }
        }
    }
    draw::all(&found, &sources, false);
    let shown: String = text.chars().take(300).collect();
    assert!(begun.elapsed() < PATIENCE, "{:?}: {shown}", begun.elapsed());
}
