//! The literate suite: banks with their mistakes, and what an author is told, in `suite/*.md`.
//!
//! A case is a heading and the blocks of code below it. A block is a bank (```` ```yaml ````), a
//! list of item models (```` ```yaml items ````), or a file beside the bank, by its name
//! (```` ```csv verbs.csv ````, ```` ```yaml lib/people.yaml ````). What is expected stands behind
//! the mistake: `# error[E021]: unknown name`, with the start of the message; these comments are
//! taken away before the bank is read. A sound bank must also give four forms. Every message must
//! be expected, and every expected one must come, on its line.

use std::collections::HashMap;
use std::fmt::Write;
use std::path::Path;

use isoform::bank::lower;
use isoform::diagnostic::{Diagnostic, Diagnostics, draw};
use isoform::difficulty::unknown_in;
use isoform::form::slots::{Plan, Wanted};
use isoform::form::{Request, assemble};
use isoform::instance::example;
use isoform::render::check;
use isoform::seed::Seed;
use isoform::source::Sources;

/// What stands before a list of item models.
const HEADER: &str =
    "bank: Suite\nid: suite\nstandards: [{id: S.1, statement: Students do it.}]\nitems:\n";

struct Case {
    title: String,
    line: usize,
    files: Vec<(String, String)>,
    expected: Vec<Expected>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Clone)]
struct Expected {
    file: String,
    line: usize,
    kind: String,
    message: String,
}

fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut block: Option<(String, String, usize)> = None;
    for (at, line) in text.lines().enumerate() {
        if let Some((name, content, first)) = &mut block {
            if line == "```" {
                let (name, content) = (name.clone(), content.clone());
                block = None;
                cases.last_mut().unwrap().files.push((name, content));
                continue;
            }
            let case = cases.last_mut().unwrap();
            let line = expect(line, name, content.lines().count() + 1, &mut case.expected);
            content.push_str(&line);
            content.push('\n');
            let _ = first;
        } else if let Some(title) = line.strip_prefix("## ") {
            cases.push(Case {
                title: title.to_owned(),
                line: at + 1,
                files: Vec::new(),
                expected: Vec::new(),
            });
        } else if let Some(info) = line.strip_prefix("```") {
            let (name, header) = match info {
                "yaml" => ("bank.yaml", ""),
                "yaml items" => ("bank.yaml", HEADER),
                _ => (info.split_once(' ').unwrap().1, ""),
            };
            block = Some((name.to_owned(), header.to_owned(), at));
        }
    }
    assert!(block.is_none(), "a block is never closed");
    cases
}

/// Takes the expected messages off a line.
fn expect(line: &str, file: &str, number: usize, expected: &mut Vec<Expected>) -> String {
    let mut rest = line;
    while let Some(at) = ["# error[", "# warning["]
        .iter()
        .filter_map(|sign| rest.rfind(sign))
        .max()
    {
        let (kind, message) = rest[at + 2..].split_once(':').unwrap();
        expected.push(Expected {
            file: file.to_owned(),
            line: number,
            kind: kind.to_owned(),
            message: message.trim().to_owned(),
        });
        rest = rest[..at].trim_end();
    }
    rest.to_owned()
}

fn messages(case: &Case) -> (Vec<Expected>, String) {
    let files: HashMap<&str, &str> = case
        .files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let reader = |path: &str| {
        let file = files.get(path).map(|text| text.as_bytes().to_vec());
        file.ok_or_else(|| "there is no such file".to_owned())
    };
    let mut sources = Sources::new();
    let mut found = Diagnostics::new();
    let bytes = files["bank.yaml"].as_bytes();
    let bank = lower::load_with("bank.yaml", bytes, &reader, &mut sources, &mut found);
    if let Some(bank) = &bank {
        found.extend(check::texts(bank));
        found.extend(bank.items.iter().flat_map(example::verify));
        found.extend(unknown_in(bank));
        if !found.has_errors() {
            let seed = Seed::new(7);
            let request = Request {
                seed,
                forms: 4,
                repeats: true,
            };
            let made = Plan::of(bank, &Wanted::default(), seed)
                .and_then(|plan| assemble(bank, &plan, &request));
            if let Err(refused) = made {
                found.extend(refused);
            }
        }
    }
    let message = |diagnostic: &&Diagnostic| {
        let place = diagnostic.span.and_then(|span| sources.position(span));
        let file = diagnostic.span.and_then(|span| sources.get(span.file));
        Expected {
            file: file.map_or(String::new(), |file| file.name().to_owned()),
            line: place.map_or(0, |place| place.line),
            kind: format!("{}[{}]", diagnostic.severity.name(), diagnostic.code),
            message: diagnostic.message.clone(),
        }
    };
    let list = found.sorted().iter().map(message).collect();
    (list, draw::all(&found, &sources, false))
}

/// What differs, in words; empty if nothing does.
fn differences(case: &Case) -> String {
    let (found, drawn) = messages(case);
    let meets = |found: &Expected, wanted: &Expected| {
        found.file == wanted.file
            && found.line == wanted.line
            && found.kind == wanted.kind
            && found.message.starts_with(&wanted.message)
    };
    let mut left = found;
    let mut words = String::new();
    for wanted in &case.expected {
        match left.iter().position(|found| meets(found, wanted)) {
            Some(at) => {
                left.remove(at);
            }
            None => {
                let _ = writeln!(words, "  missing: {wanted:?}");
            }
        }
    }
    for unwanted in &left {
        let _ = writeln!(words, "  not expected: {unwanted:?}");
    }
    if words.is_empty() {
        return words;
    }
    format!("line {}: {}\n{words}{drawn}\n", case.line, case.title)
}

#[test]
fn every_case_says_what_is_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
    let mut failed = String::new();
    let mut count = 0;
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap();
        for case in cases(&text) {
            count += 1;
            let differs = differences(&case);
            if !differs.is_empty() {
                let _ = writeln!(failed, "{}:{differs}", path.display());
            }
        }
    }
    assert!(count > 0);
    assert!(failed.is_empty(), "\n{failed}");
}

#[test]
fn a_mistake_that_is_not_expected_is_noticed() {
    let text = "## A\n```yaml items\n- id: a\n  stem: \"{{b}}\"\n  answer: 1\n```\n";
    assert!(differences(&cases(text)[0]).contains("not expected"));
    let text = "## A\n```yaml items\n- id: a\n  stem: \"{{b}}\" # error[E022]: unknown name\n  answer: 1\n```\n";
    assert!(differences(&cases(text)[0]).contains("missing"));
}
