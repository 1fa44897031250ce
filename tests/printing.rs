//! How values print, in text and in LaTeX: every line of `data/printing.txt` was read by eye.

use isoform::diagnostic::Diagnostics;
use isoform::expression::parser::{Written, parse};
use isoform::expression::{Frame, Scope, Type};
use isoform::source::{SourceText, Sources, Span};
use isoform::value::Value;
use isoform::value::notation::{Format, Language, Medium, print};

const LINES: &str = include_str!("data/printing.txt");

fn value(text: &str) -> Value {
    let (mut scope, mut frame) = (Scope::default(), Frame::new(8));
    for (name, number) in [("p", 3), ("m", -4), ("z", 0), ("o", 1), ("n", -1)] {
        let slot = scope.add_slot(name.into(), Type::Number);
        frame.set(slot, Value::integer(number));
    }
    for name in ["x", "y"] {
        scope.add_constant(name.into(), Value::symbol(name));
    }
    let file = Sources::new().add("line", text);
    let source = SourceText::verbatim(text, Span::new(file, 0..text.len()));
    let tree = parse(Written::whole(&source)).unwrap_or_else(|error| panic!("{text}: {error:?}"));
    let mut found = Diagnostics::new();
    let program = scope.check(&tree, &mut found);
    let program = program.unwrap_or_else(|| panic!("{text}: {found:?}"));
    let value = program.evaluate(&mut frame);
    value.unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

#[test]
fn every_line_prints_as_it_was_read() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in LINES.lines().filter(|line| !line.starts_with('#')) {
        let parts: Vec<&str> = line.split(" ‖ ").collect();
        let [written, text, latex] = parts[..] else {
            panic!("{line}")
        };
        let language = ["es", "fr", "de"]
            .into_iter()
            .find_map(|tag| Some((tag, written.strip_prefix(tag)?.strip_prefix(": ")?)));
        let (tag, written) = language.unwrap_or(("en", written));
        let language = Language::from_tag(tag).unwrap();
        let (expression, format) = written.split_once(" | ").unwrap_or((written, ""));
        let (value, format): (Value, Format) = (value(expression), format.parse().unwrap());
        count += 1;
        for (medium, wanted) in [(Medium::Text, text), (Medium::Latex, latex)] {
            // A thin or a wide no-break space looks like a space here.
            let space = |text: &str| text.replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ");
            let printed = print(&value, &format, medium, language).unwrap();
            if space(&printed) != space(wanted) {
                wrong.push(format!("{written}: {printed}, not {wanted}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 200, "{count}");
}
