//! The documents are true: what is generated is current, every example of a bank runs, and every
//! transcript of the program says what the program says. `SNAPSHOTS=overwrite` writes the
//! generated parts and the transcripts anew.

#[path = "docs/block.rs"]
mod block;
#[path = "docs/catalogue.rs"]
mod catalogue;
#[path = "docs/examples.rs"]
mod examples;
#[path = "docs/grammar.rs"]
mod grammar;
#[path = "docs/reference.rs"]
mod reference;
mod set;
#[path = "docs/templates.rs"]
mod templates;
#[path = "docs/transcript.rs"]
mod transcript;

use std::fs;
use std::path::{Path, PathBuf};

const REPOSITORY: &str = env!("CARGO_MANIFEST_DIR");

/// The documents for users, relative to the repository.
fn documents() -> Vec<String> {
    let mut found = vec!["README.md".to_owned(), "GRAMMAR.md".to_owned()];
    let mut open = vec!["docs".to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(Path::new(REPOSITORY).join(&folder)).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                open.push(path);
            } else if path.ends_with(".md") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn read(document: &str) -> String {
    fs::read_to_string(Path::new(REPOSITORY).join(document)).unwrap()
}

fn overwrite() -> bool {
    std::env::var("SNAPSHOTS").is_ok_and(|word| word == "overwrite")
}

/// An empty folder of its own for each use.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("docs")
        .join(name.replace('/', "-"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Compares a document with what it should be, or makes it so.
fn compare(document: &str, text: &str, wanted: &str) {
    if text == wanted {
        return;
    }
    if overwrite() {
        // Another test may be reading the document: it never sees half of it.
        let path = Path::new(REPOSITORY).join(document);
        let part = path.with_extension(format!("{:?}.part", std::thread::current().id()));
        fs::write(&part, wanted).unwrap();
        fs::rename(&part, &path).unwrap();
        return;
    }
    let mut lines = text.lines().zip(wanted.lines()).enumerate();
    let first = lines.find(|(_, (found, wanted))| found != wanted);
    panic!(
        "{document} is not current; SNAPSHOTS=overwrite makes it so. First difference: {first:?}"
    );
}

#[test]
fn generated_parts_are_current() {
    for document in documents() {
        let text = read(&document);
        compare(&document, &text, &reference::renewed(&document, &text));
    }
}

#[test]
fn the_catalogue_of_banks_is_current() {
    for (document, wanted) in catalogue::pages() {
        let path = Path::new(REPOSITORY).join(&document);
        let text = fs::read_to_string(&path).unwrap_or_default();
        compare(&document, &text, &wanted);
        let picture = path.with_extension("png");
        assert!(
            document.ends_with("README.md") || overwrite() || picture.is_file(),
            "{document}: `tests/browser/run --gallery` makes {}",
            picture.display()
        );
    }
}

#[test]
fn every_example_of_a_bank_runs() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for document in documents() {
        let text = read(&document);
        let blocks = block::blocks(&text);
        for block in &blocks {
            let Some(bank) = examples::bank(block) else {
                continue;
            };
            count += 1;
            let folder = folder(&format!("{document}-{}", block.line));
            // The files that a document shows stand beside each of its banks.
            for file in blocks.iter().filter(|block| block.is_file()) {
                fs::write(folder.join(file.rest()), &file.text).unwrap();
            }
            if let Err(said) = examples::run(&bank, &folder) {
                wrong.push(format!(
                    "{document}:{}:\n{}\n{said}",
                    block.line, block.text
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 40, "{count}");
}

#[test]
fn every_transcript_is_true() {
    // The steps of the tutorial build on each other; tests/tutorial.rs takes them in order.
    let documents = documents().into_iter();
    for document in documents.filter(|document| document != "docs/tutorial.md") {
        let text = read(&document);
        let wanted = transcript::renewed(&text, &folder(&document));
        compare(&document, &text, &wanted);
    }
}

#[test]
fn every_example_of_the_grammar_is_read() {
    let (wrong, count) = grammar::mistakes(&read("GRAMMAR.md"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 30, "{count}");
}

#[test]
fn every_link_leads_somewhere() {
    let mut wrong = Vec::new();
    let kept =
        |document: &String| document.starts_with("docs/reference") || !document.contains('/');
    for document in documents().into_iter().filter(kept) {
        let text = read(&document);
        for target in reference::links(&text) {
            let (path, anchor) = target.split_once('#').unwrap_or((&target, ""));
            let place = if path.is_empty() {
                document.clone()
            } else {
                Path::new(&document)
                    .parent()
                    .unwrap()
                    .join(path)
                    .to_string_lossy()
                    .into_owned()
            };
            let file = Path::new(REPOSITORY).join(&place);
            let leads = file.exists()
                && (anchor.is_empty()
                    || reference::anchors(&fs::read_to_string(&file).unwrap())
                        .contains(&anchor.to_owned()));
            if !leads {
                wrong.push(format!("{document}: {target}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
