//! The examples of GRAMMAR.md, line by line.

use isoform::bank::domain;
use isoform::bank::prose::Prose;
use isoform::diagnostic::Diagnostics;
use isoform::expression::parser::{Written, parse};
use isoform::source::{SourceText, Sources, Span};

use crate::block::blocks;

/// What is wrong with the examples, and how many there are.
pub fn mistakes(text: &str) -> (Vec<String>, usize) {
    let mut wrong = Vec::new();
    let mut count = 0;
    for block in blocks(text) {
        let is_wrong: fn(&SourceText) -> Option<String> = match block.info.as_str() {
            "expression" => |text| parse(Written::whole(text)).err().map(|error| error.message),
            "domain" => |text| {
                domain::read(Written::whole(text))
                    .err()
                    .map(|error| error.message)
            },
            "text-example" => |text| {
                let mut found = Diagnostics::new();
                let prose = Prose::parse(text, &mut found);
                prose
                    .is_none()
                    .then(|| format!("{:?}", found.iter().next()))
            },
            _ => continue,
        };
        for line in block.text.lines() {
            count += 1;
            let mut sources = Sources::new();
            let file = sources.add("GRAMMAR.md", line);
            let text = SourceText::verbatim(line, Span::new(file, 0..line.len()));
            wrong.extend(is_wrong(&text).map(|why| format!("{line}: {why}")));
        }
    }
    (wrong, count)
}
