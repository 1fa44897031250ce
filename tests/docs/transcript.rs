//! Transcripts: blocks of `console` with a `$ isoform …` line for each run.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::block::blocks;

/// A document in which every transcript says what the program says. Blocks whose fence names a
/// file (```` ```yaml sums.yaml ````) are files that the program finds. A line `...` in a
/// transcript stands for any lines.
pub fn renewed(text: &str, folder: &Path) -> String {
    let mut renewed = text.to_owned();
    for block in blocks(text) {
        let name = block.rest();
        if block.language() != "console" {
            if name.ends_with(".yaml") || name.ends_with(".csv") {
                let path = folder.join(name);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, &block.text).unwrap();
            }
            continue;
        }
        let said = replay(&block.text, folder);
        if !matches(&block.text, &said) {
            renewed = renewed.replacen(&block.text, &said, 1);
        }
    }
    renewed
}

fn replay(transcript: &str, folder: &Path) -> String {
    let mut said = String::new();
    for line in transcript.lines() {
        let Some(command) = line.strip_prefix("$ isoform") else {
            continue;
        };
        let run = Command::new(env!("CARGO_BIN_EXE_isoform"))
            .current_dir(folder)
            .args(command.split_whitespace())
            .output()
            .unwrap();
        said.push_str(line);
        said.push('\n');
        said.push_str(&String::from_utf8_lossy(&run.stdout));
        said.push_str(&String::from_utf8_lossy(&run.stderr));
    }
    said
}

fn matches(pattern: &str, text: &str) -> bool {
    let mut rest: Vec<&str> = text.lines().collect();
    let mut parts = pattern.lines().collect::<Vec<_>>();
    rest.reverse();
    parts.reverse();
    let mut any = false;
    while let Some(line) = parts.pop() {
        if line == "..." {
            any = true;
            continue;
        }
        loop {
            match rest.pop() {
                Some(found) if found == line => break,
                Some(_) if any => {}
                _ => return false,
            }
        }
        any = false;
    }
    any || rest.is_empty()
}
