//! Banks with one mistake each: the program ends with 2, says where the mistake stands and what
//! would help, and writes nothing. What it says is compared whole with the file `.stderr` beside
//! each bank; `SNAPSHOTS=overwrite` writes those files, to be read before they are committed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FOLDER: &str = "tests/broken-banks";

fn banks() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
    let names = fs::read_dir(folder).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut banks: Vec<String> = names.filter(|name| name.ends_with(".yaml")).collect();
    banks.sort();
    banks
}

/// An empty folder of its own for each run.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("broken-banks")
        .join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn every_mistake_is_told_and_nothing_is_written() {
    let overwrite = std::env::var("SNAPSHOTS").is_ok_and(|word| word == "overwrite");
    let mut wrong = Vec::new();
    let banks = banks();
    assert!(banks.len() >= 40);
    for bank in &banks {
        let out = folder(bank).join("out");
        let run = Command::new(env!("CARGO_BIN_EXE_isoform"))
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args([
                "generate",
                &format!("{FOLDER}/{bank}"),
                "--seed",
                "7",
                "--items",
                "2",
                "--out",
            ])
            .arg(&out)
            .output()
            .unwrap();
        let said = String::from_utf8(run.stderr).unwrap();
        let golden = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join(FOLDER)
            .join(bank)
            .with_extension("stderr");
        if overwrite {
            fs::write(&golden, &said).unwrap();
        }
        assert_eq!(run.status.code(), Some(2), "{bank}: {said}");
        assert!(run.stdout.is_empty(), "{bank}");
        assert!(!out.exists(), "{bank}: something was written");
        assert!(
            said.contains(&format!("{FOLDER}/{bank}:")),
            "{bank}: no place\n{said}"
        );
        assert!(
            said.contains('^') && said.contains("= help:"),
            "{bank}: no help\n{said}"
        );
        if fs::read_to_string(&golden).unwrap_or_default() != said {
            wrong.push(format!("{bank}:\n{said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
