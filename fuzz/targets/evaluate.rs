//! Any text as an expression over a few names: working it out ends.
#![no_main]

use isoform::diagnostic::Diagnostics;
use isoform::expression::parser::{Written, parse};
use isoform::expression::{Frame, Scope, Type};
use isoform::source::{SourceText, Sources, Span};
use isoform::value::Value;
use isoform::value::notation::describe;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let values = [
        ("a", Value::integer(7)),
        ("b", Value::integer(i64::MIN)),
        ("w", Value::text("año")),
        ("t", Value::Boolean(true)),
        ("l", Value::list([3, 1, 2].map(Value::integer))),
        ("x", Value::symbol("x")),
    ];
    let (mut scope, mut frame) = (Scope::default(), Frame::new(values.len()));
    for (name, value) in values {
        let slot = scope.add_slot(name.into(), Type::of(&value));
        frame.set(slot, value);
    }
    let mut sources = Sources::new();
    let file = sources.add("expression", text);
    let source = SourceText::verbatim(text, Span::new(file, 0..text.len()));
    if let Ok(tree) = parse(Written::whole(&source))
        && let Some(program) = scope.check(&tree, &mut Diagnostics::new())
        && let Ok(value) = program.evaluate(&mut frame)
    {
        let _ = describe(&value);
    }
});
