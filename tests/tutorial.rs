//! The tutorial, followed step by step.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The blocks of a page: the words behind the fence, and the lines between.
fn blocks(page: &str) -> Vec<(&str, Vec<&str>)> {
    let mut found = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(kind) = line.strip_prefix("```") {
            found.push((kind, lines.by_ref().take_while(|l| *l != "```").collect()));
        }
    }
    found
}

/// Runs `$ isoform …` and expects the lines below it in what it says.
fn run(folder: &Path, lines: &[&str]) {
    let command = lines[0].strip_prefix("$ isoform ").unwrap();
    // The only argument with a space is quoted.
    let mut arguments = Vec::new();
    for (at, part) in command.split('"').enumerate() {
        match at % 2 {
            1 => arguments.push(part),
            _ => arguments.extend(part.split_whitespace()),
        }
    }
    let mut isoform = Command::new(env!("CARGO_BIN_EXE_isoform"));
    isoform.current_dir(folder).args(&arguments);
    isoform.env("XDG_CACHE_HOME", folder.join("cache"));
    let output = isoform.output().unwrap();
    let both = [output.stdout, output.stderr].concat();
    let said = String::from_utf8(both).unwrap();
    assert_eq!(output.status.code(), Some(0), "{command}\n{said}");
    for line in &lines[1..] {
        assert!(
            said.contains(line),
            "{command} does not say `{line}`:\n{said}"
        );
    }
}

fn edit(bank: &PathBuf, before: &str, text: &str) {
    let old = fs::read_to_string(bank).unwrap();
    let at = old.rfind(before).unwrap();
    fs::write(bank, format!("{}{text}\n{}", &old[..at], &old[at..])).unwrap();
}

#[test]
fn every_step_works() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/tutorial.md"));
    let page = page.unwrap();
    let folder = std::env::temp_dir().join(format!("isoform-tutorial-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let bank = folder.join("times-tables/bank.yaml");
    let mut commands = 0;
    for (kind, lines) in blocks(&page) {
        match kind {
            "console" => run(&folder, &lines),
            "yaml add" => edit(&bank, "blueprints:", &lines.join("\n")),
            "yaml mend" => edit(
                &bank,
                "    stem: |\n      What is ${{q*d}}",
                &lines.join("\n"),
            ),
            other => panic!("a block of kind `{other}`"),
        }
        commands += usize::from(kind == "console");
    }
    assert_eq!(commands, 6);
    fs::remove_dir_all(&folder).unwrap();
}
