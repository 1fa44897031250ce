//! Making sets in tests: through the library, and through the program.
#![allow(dead_code)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use isoform::bank::ItemBank;
use isoform::bank::blueprint::Layout;
use isoform::bank::lower;
use isoform::diagnostic::Diagnostics;
use isoform::form::slots::{Plan, Slot, Wanted};
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

/// The published banks, in the order of their names.
pub fn published() -> Vec<String> {
    let folders = std::fs::read_dir("item-banks").unwrap();
    let banks = folders.map(|folder| folder.unwrap().path().join("bank.yaml"));
    let mut banks: Vec<String> = banks
        .filter(|bank| bank.is_file())
        .map(|bank| bank.to_string_lossy().into_owned())
        .collect();
    banks.sort();
    banks
}

/// The text of a bank with nothing pinned: the lists under `alike` taken away.
pub fn unpinned(text: &str) -> String {
    let mut kept = String::new();
    let mut inside = false;
    for line in text.lines() {
        inside = line.trim() == "alike:" || inside && line.trim_start().starts_with("- ");
        if !inside {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// A set in which every item model of the bank has one place; small models come round again.
pub fn everything(bank: &ItemBank, seed: u64, forms: usize) -> FormSet {
    one_each(bank, 0..bank.items.len(), seed, forms)
}

/// A set in which each of these item models has one place; small models come round again.
pub fn one_each(
    bank: &ItemBank,
    models: impl Iterator<Item = usize>,
    seed: u64,
    forms: usize,
) -> FormSet {
    let slots = models.map(|model| Slot {
        mixed: false,
        model,
        occurrence: 0,
    });
    let plan = Plan {
        blueprint: "one-each".into(),
        title: bank.title.clone(),
        as_drawn: false,
        layout: Layout::Quiz,
        slots: slots.collect(),
    };
    let request = Request {
        seed: Seed::new(seed),
        forms,
        repeats: true,
    };
    assemble(bank, &plan, &request).unwrap_or_else(|errors| {
        let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
        panic!("{}: {}", bank.id, messages.join("\n"))
    })
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

/// Runs the program: its exit code, and all that it says.
pub fn isoform(arguments: &[&str]) -> (i32, String) {
    let run = Command::new(env!("CARGO_BIN_EXE_isoform"))
        .args(arguments)
        .output()
        .unwrap();
    let said = [run.stdout, run.stderr].concat();
    let code = run.status.code().unwrap_or(-1);
    (code, String::from_utf8(said).unwrap())
}

/// Makes a set through the program.
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
