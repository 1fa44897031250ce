//! Examples of banks and item models: each must load, be drawn and be printed.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::block::Block;

/// The bank that a block stands for: a whole one, or item models in a bank made for them.
pub fn bank(block: &Block) -> Option<String> {
    let unfit = ["wrong", "right", "broken.yaml"].contains(&block.rest());
    if block.language() != "yaml" || unfit {
        return None;
    }
    let has = |key: &str| block.text.lines().any(|line| line.starts_with(key));
    if has("bank:") && has("items:") {
        return Some(block.text.clone());
    }
    let text = block.text.trim_start_matches('\n');
    if !text.starts_with("- id:") {
        return None;
    }
    let named = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix("standard:"));
    let mut standards: BTreeSet<String> = named.map(|id| id.trim().to_owned()).collect();
    if standards.is_empty() {
        standards.insert("S.1".to_owned());
    }
    let mut bank = "bank: Example\nid: example\nstandards:\n".to_owned();
    for standard in standards {
        bank.push_str(&format!(
            "  - {{id: {standard}, statement: Students do it.}}\n"
        ));
    }
    bank.push_str("items:\n");
    for line in text.lines() {
        bank.push_str(&format!("  {line}\n"));
    }
    Some(bank)
}

/// Makes forms of a bank; the error is what the program said.
pub fn run(bank: &str, folder: &Path) -> Result<(), String> {
    fs::write(folder.join("bank.yaml"), bank).unwrap();
    let run = Command::new(env!("CARGO_BIN_EXE_isoform"))
        .current_dir(folder)
        .args(["generate", "bank.yaml", "--seed", "7", "--forms", "3"])
        .args(["--allow-repeats", "--quiet", "--out", "out"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    if run.status.code() != Some(0) {
        return Err(said);
    }
    if !said.is_empty() {
        return Err(format!("a warning in an example:\n{said}"));
    }
    for entry in fs::read_dir(folder.join("out")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "md") {
            let page = fs::read_to_string(&path).unwrap();
            if page.contains("{{") || page.contains("[[") {
                return Err(format!("{}: braces are left over\n{page}", path.display()));
            }
        }
    }
    Ok(())
}
