//! Transcripts: blocks of `console` with a `$ isoform …` line for each run.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::block::blocks;

/// A document in which every transcript says what the program says. Blocks whose fence names a
/// file (```` ```yaml sums.yaml ````) are files that the program finds. A line `...` in a
/// transcript stands for any lines. Where forms have other IDs than the document says, what comes
/// behind has the new ones too.
pub fn renewed(text: &str, folder: &Path) -> String {
    let mut renewed = text.to_owned();
    let mut ids: Vec<(String, String)> = Vec::new();
    for block in blocks(text) {
        let name = block.rest();
        let mut wanted = block.text.clone();
        for (old, new) in &ids {
            wanted = wanted.replace(old, new);
        }
        if block.language() == "console" {
            let said = replay(&wanted, folder);
            if !matches(&wanted, &said) {
                let [before, after] = [form_ids(&wanted), form_ids(&said)];
                if before.len() == after.len() {
                    ids.extend(
                        before
                            .into_iter()
                            .zip(after)
                            .filter(|(old, new)| old != new),
                    );
                }
                wanted = said;
            }
        } else if name.ends_with(".yaml") || name.ends_with(".csv") {
            let path = folder.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, &wanted).unwrap();
        }
        if wanted != block.text {
            renewed = renewed.replacen(&block.text, &wanted, 1);
        }
    }
    renewed
}

/// The IDs of forms in a text, such as 9DY-JQ0-0AH.
fn form_ids(text: &str) -> Vec<String> {
    let is_part = |part: &str| {
        part.len() >= 3
            && part
                .chars()
                .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
    };
    let is_id = |word: &&str| {
        let parts: Vec<&str> = word.split('-').collect();
        parts.len() == 3 && parts.iter().all(|part| is_part(part))
    };
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    // Days have three parts too.
    let is_day = |word: &&str| word.chars().all(|c| c.is_ascii_digit() || c == '-');
    words
        .filter(|word| is_id(word) && !is_day(word))
        .map(str::to_owned)
        .collect()
}

fn replay(transcript: &str, folder: &Path) -> String {
    let mut said = String::new();
    for line in transcript.lines() {
        let Some(command) = line.strip_prefix("$ isoform") else {
            continue;
        };
        let run = Command::new(env!("CARGO_BIN_EXE_isoform"))
            .current_dir(folder)
            .args(words(command))
            .output()
            .unwrap();
        said.push_str(line);
        said.push('\n');
        said.push_str(&String::from_utf8_lossy(&run.stdout));
        said.push_str(&String::from_utf8_lossy(&run.stderr));
    }
    said
}

/// The words of a command; what stands in quotation marks is one.
fn words(command: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for (at, part) in command.split('"').enumerate() {
        match at % 2 {
            1 => words.push(part),
            _ => words.extend(part.split_whitespace()),
        }
    }
    words
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
