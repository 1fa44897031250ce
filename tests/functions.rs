//! The functions of the language: every example of the manual, hand-computed cases, and a promise
//! that no value of any kind makes a function panic or hang.

#[path = "functions/algebra.rs"]
mod algebra;
#[path = "functions/arithmetic.rs"]
mod arithmetic;
#[path = "functions/language.rs"]
mod language;
#[path = "functions/lists.rs"]
mod lists;
#[path = "functions/real.rs"]
mod real;
#[path = "functions/robust.rs"]
mod robust;
#[path = "functions/statistics.rs"]
mod statistics;

use isoform::diagnostic::Diagnostics;
use isoform::expression::function::{self, FAMILIES};
use isoform::expression::parser::{Written, parse};
use isoform::expression::{Frame, Scope, Type};
use isoform::source::{SourceText, Sources, Span};
use isoform::value::{Row, Value};

/// The value and its static type, or the message; `x` and `y` are symbols, `r` is a row.
fn typed(text: &str) -> Result<(Value, Type), String> {
    let mut sources = Sources::new();
    let file = sources.add("test", text);
    let source = SourceText::verbatim(text, Span::new(file, 0..text.len()));
    let tree = parse(Written::whole(&source)).map_err(|error| error.message)?;
    let mut scope = Scope::default();
    for symbol in ["x", "y"] {
        scope.add_constant(symbol.into(), Value::symbol(symbol));
    }
    let entries = [("name", Value::text("Ann")), ("age", Value::integer(9))];
    let entries = entries.map(|(name, value)| (name.into(), value));
    scope.add_constant("r".into(), Value::row(Row::new(entries)));
    let mut diagnostics = Diagnostics::new();
    let program = scope.check(&tree, &mut diagnostics).ok_or_else(|| {
        let messages: Vec<_> = diagnostics.iter().map(|d| d.message.clone()).collect();
        messages.join("; ")
    })?;
    let value = program.evaluate(&mut Frame::default());
    Ok((value.map_err(|e| e.failure.to_string())?, program.gives))
}

fn value(text: &str) -> Value {
    typed(text)
        .unwrap_or_else(|error| panic!("{text}: {error}"))
        .0
}

/// Each expression has the value of the other.
fn equal<const N: usize>(cases: [(&str, &str); N]) {
    for (text, expected) in cases {
        assert_eq!(value(text), value(expected), "{text}");
    }
}

/// Each expression fails with a message that contains the words.
fn fails<const N: usize>(cases: [(&str, &str); N]) {
    for (text, words) in cases {
        match typed(text) {
            Err(message) => assert!(message.contains(words), "{text}: {message}"),
            Ok((value, _)) => panic!("{text} gives {value:?}"),
        }
    }
}

#[test]
fn every_example_is_true() {
    for function in function::all() {
        let (text, claim) = function.example;
        let (found, gives) = typed(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        // A shown product is the same as the one that is worked out.
        let found = match found {
            Value::Formula(_) => value(&format!("expand({text})")),
            other => other,
        };
        assert_eq!(found, value(claim), "{text} -> {claim}");
        assert!(
            Type::of(&found).fits(&gives) || gives == Type::Formula,
            "{text}: {gives}"
        );
        let call = format!("{}(", function.name);
        assert!(
            text.contains(&call),
            "{text} does not use {}",
            function.name
        );
    }
}

#[test]
fn rows_are_whole() {
    let mut names: Vec<&str> = function::all().map(|function| function.name).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count, "a name stands twice");
    for function in FAMILIES.iter().flat_map(|family| family.functions) {
        let name = function.name;
        assert!(
            function.signature.starts_with(&format!("{name}(")),
            "{name}"
        );
        assert!(
            function.summary.ends_with('.') && !function.summary.contains("  "),
            "{name}"
        );
        assert!(function.least <= function.most, "{name}");
        assert!(function.takes.len() <= function.most, "{name}");
        assert!(function.takes.is_empty() == (function.most == 0), "{name}");
        assert!(function::find(name).is_some_and(|found| found.name == name));
    }
    assert!(function::find("nothing").is_none());
}

#[test]
fn what_the_design_names_is_there() {
    for name in "abs gcd lcm sign digits places num den floor ceil round min max factorial choose \
                 is_prime factors sum count sort reverse unique position range keys all any union \
                 common minus first last mean median mode range_of hinges quartile sd words \
                 letters split join lower upper plural root pi_times sig in_base roman carries \
                 borrows terminates sqrt sin cos tan exp ln log pi text"
        .split_whitespace()
    {
        assert!(function::find(name).is_some(), "{name}");
    }
}
