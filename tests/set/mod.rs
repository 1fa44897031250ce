//! Making sets in tests: through the library, and through the program.
#![allow(dead_code)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use isoform::bank::ItemBank;
use isoform::bank::lower;
use isoform::diagnostic::Diagnostics;
use isoform::form::slots::{Plan, Wanted};
use isoform::form::{FormSet, Request, assemble};
use isoform::seed::Seed;
use isoform::source::Sources;

/// The bundled bank.
pub const BANK: &str = "item-banks/fractions-decimals-percents/bank.yaml";

/// A bank without mistakes, with the files beside it.
pub fn bank(path: &str) -> ItemBank {
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new();
    let bytes = std::fs::read(path).unwrap();
    let folder = Path::new(path).parent().unwrap();
    let reader = |file: &str| std::fs::read(folder.join(file)).map_err(|error| error.to_string());
    let bank = lower::load_with(path, &bytes, &reader, &mut sources, &mut diagnostics);
    let messages = isoform::diagnostic::draw::all(&diagnostics, &sources, false);
    bank.unwrap_or_else(|| panic!("{messages}"))
}

/// A set of the bank's first blueprint.
pub fn assembled(path: &str, seed: u64, forms: usize) -> FormSet {
    let bank = bank(path);
    let seed = Seed::new(seed);
    let plan = Plan::of(&bank, &Wanted::default(), seed).unwrap();
    assemble(
        &bank,
        &plan,
        &Request {
            seed,
            forms,
            repeats: false,
        },
    )
    .unwrap()
}

/// An empty place for the files of a test.
pub fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

/// Runs the program.
pub fn generate(banks: &[&str], seed: u64, forms: usize, out: &Path) {
    let output = Command::new(env!("CARGO_BIN_EXE_isoform"))
        .arg("generate")
        .args(banks)
        .args([
            "--seed",
            &seed.to_string(),
            "--forms",
            &forms.to_string(),
            "--quiet",
            "--out",
        ])
        .arg(out)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// The files of a folder by name.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read(&path).unwrap_or_default())
        })
        .collect()
}
