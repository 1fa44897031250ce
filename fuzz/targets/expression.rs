//! Any text as an expression: the parser ends, and every span lies in the text.
#![no_main]

use isoform::expression::parser::{Written, parse};
use isoform::source::{SourceText, Sources, Span};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut sources = Sources::new();
    let file = sources.add("expression", text);
    let source = SourceText::verbatim(text, Span::new(file, 0..text.len()));
    let span = match parse(Written::whole(&source)) {
        Ok(tree) => Some(tree.span),
        Err(error) => error.span,
    };
    if let Some(span) = span {
        assert!(text.get(span.range()).is_some(), "{span:?}");
    }
});
