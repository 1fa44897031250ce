//! Transcripts: blocks of `console` with a `$ isoform …` line for each run.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::block::blocks;

/// A line that stands for any lines.
const GAP: &str = "...";

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
            let said = abbreviated(&wanted, &replay(&wanted, folder));
            let [before, after] = [form_ids(&wanted), form_ids(&said)];
            if before.len() == after.len() {
                let pairs = before.into_iter().zip(after);
                ids.extend(pairs.filter(|(old, new)| old != new));
            }
            wanted = said;
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

/// What was said, with `...` for what `pattern` leaves out. Where both differ, as many lines stand
/// before and behind a `...` as before.
fn abbreviated(pattern: &str, said: &str) -> String {
    let (pattern, said): (Vec<&str>, Vec<&str>) =
        (pattern.lines().collect(), said.lines().collect());
    let mut kept: Vec<&str> = Vec::new();
    let (mut from, mut read) = (0, 0);
    let ends = std::iter::once((pattern.len(), said.len()));
    for (at, found) in common(&pattern, &said).into_iter().chain(ends) {
        let (old, new) = (&pattern[from..at], &said[read..found]);
        let first = old.iter().position(|line| *line == GAP);
        let last = old.iter().rev().position(|line| *line == GAP);
        match (first, last) {
            (Some(first), Some(last)) if first + last < new.len() => {
                kept.extend(&new[..first]);
                kept.push(GAP);
                kept.extend(&new[new.len() - last..]);
            }
            _ => kept.extend(new),
        }
        kept.extend(said.get(found));
        (from, read) = (at + 1, found + 1);
    }
    kept.into_iter().flat_map(|line| [line, "\n"]).collect()
}

/// The places of the lines of a longest common subsequence (Wagner and Fischer, 1974).
fn common(one: &[&str], other: &[&str]) -> Vec<(usize, usize)> {
    let mut length = vec![vec![0_usize; other.len() + 1]; one.len() + 1];
    for at in (0..one.len()).rev() {
        for found in (0..other.len()).rev() {
            length[at][found] = match one[at] == other[found] {
                true => length[at + 1][found + 1] + 1,
                false => length[at + 1][found].max(length[at][found + 1]),
            };
        }
    }
    let (mut at, mut found, mut pairs) = (0, 0, Vec::new());
    while at < one.len() && found < other.len() {
        if one[at] == other[found] {
            pairs.push((at, found));
            (at, found) = (at + 1, found + 1);
        } else if length[at + 1][found] >= length[at][found + 1] {
            at += 1;
        } else {
            found += 1;
        }
    }
    pairs
}
