//! The promises of the architecture, read from the source itself: one line of modules, an owner
//! for every package, nothing unfinished. Each rule is first tried on a few lines that break it.

#[path = "architecture/paths.rs"]
mod paths;
#[path = "architecture/repository.rs"]
mod repository;
#[path = "architecture/rules.rs"]
mod rules;
#[path = "architecture/scan.rs"]
mod scan;
#[path = "architecture/trials.rs"]
mod trials;

use repository::{dependencies, files, foreign_names, read, rows};
use rules::{
    File, Violation, globs, length, line_of_modules, names, order, owners, unfinished, unwrapping,
};

/// Applies a rule to all Rust files below a folder and fails with the places where it is broken.
fn holds(folder: &str, rule: impl Fn(File) -> Vec<Violation>) {
    let paths: Vec<String> = files()
        .into_iter()
        .filter(|path| path.starts_with(folder) && path.ends_with(".rs"))
        .collect();
    assert!(!paths.is_empty(), "no Rust files in {folder}");
    let mut broken = Vec::new();
    for path in paths {
        let text = read(&path);
        broken.extend(rule(File {
            path: &path,
            text: &text,
        }));
    }
    let broken: Vec<String> = broken.iter().map(Violation::to_string).collect();
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn modules_use_only_modules_to_their_left() {
    let line = line_of_modules(&read("src/lib.rs"));
    assert!(!line.is_empty());
    holds("src/", |file| order(file, &line));
}

#[test]
fn packages_are_used_by_their_owners() {
    holds("src/", owners);
}

#[test]
fn files_are_short() {
    holds("src/", length);
    holds("tests/", length);
}

#[test]
fn nothing_is_unfinished() {
    holds("src/", unfinished);
}

#[test]
fn nothing_unwraps_outside_tests() {
    holds("src/", unwrapping);
}

#[test]
fn imports_name_what_they_import() {
    holds("src/", globs);
}

#[test]
fn modules_have_names_that_say_something() {
    holds("src/", names);
}

#[test]
fn every_dependency_is_explained() {
    let mut used = dependencies(&read("Cargo.toml"));
    let mut explained = rows(&read("docs/dev/dependencies.md"));
    used.sort();
    explained.sort();
    assert_eq!(
        used, explained,
        "dependencies of Cargo.toml against rows of docs/dev/dependencies.md"
    );
}

#[test]
fn nothing_names_the_machine_it_was_written_on() {
    let mut found = Vec::new();
    for path in files() {
        let text = read(&path);
        found.extend(foreign_names(File {
            path: &path,
            text: &text,
        }));
    }
    let found: Vec<String> = found.iter().map(Violation::to_string).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}
