//! What `init` and `new item` write is good: it checks clean, makes forms, and keeps what is there.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// An empty folder of its own for each test.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("isoform-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn isoform(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_isoform"));
    command
        .current_dir(folder)
        .args(arguments)
        .stdin(Stdio::null());
    command.output().unwrap()
}

#[track_caller]
fn done(output: &Output) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert_eq!(said, "");
}

#[test]
fn a_starter_bank_is_clean_and_makes_forms() {
    let folder = folder("init");
    done(&isoform(&folder, &["init", "Tables: \"times\" \\ 3"]));
    let bank = "tables-times-3";
    for file in [
        "bank.yaml",
        "bank.schema.json",
        ".vscode/settings.json",
        ".gitignore",
    ] {
        assert!(folder.join(bank).join(file).is_file(), "{file}");
    }
    let read = |file: &str| fs::read_to_string(folder.join(bank).join(file)).unwrap();
    let settings: serde_json::Value = serde_json::from_str(&read(".vscode/settings.json")).unwrap();
    assert_eq!(
        settings["yaml.schemas"]["./bank.schema.json"][0],
        "bank.yaml"
    );
    let schema = isoform(&folder, &["schema"]);
    assert_eq!(read("bank.schema.json").as_bytes(), schema.stdout);
    let workflow: serde_yaml::Value =
        serde_yaml::from_str(&read(".github/workflows/check.yml")).unwrap();
    let steps = workflow["jobs"]["check"]["steps"].as_sequence().unwrap();
    let runs: Vec<_> = steps
        .iter()
        .filter_map(|step| step["run"].as_str())
        .collect();
    // What the workflow runs works.
    for run in runs {
        let words: Vec<&str> = run.split(' ').skip(1).collect();
        done(&isoform(&folder.join(bank), &words));
    }
    assert!(folder.join(bank).join("out/form-a.html").is_file());
    let again = isoform(&folder, &["init", "Tables times 3"]);
    assert_eq!(again.status.code(), Some(2));
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn every_skeleton_is_clean() {
    let folder = folder("new");
    done(&isoform(&folder, &["init", "All kinds", "--out", "bank"]));
    let kinds = [
        "number", "choice", "text", "blanks", "table", "select", "match", "sequence", "parts",
        "open", "rubric",
    ];
    for kind in kinds {
        done(&isoform(
            &folder,
            &["new", "item", "--kind", kind, "--append", "bank"],
        ));
    }
    let text = fs::read_to_string(folder.join("bank/bank.yaml")).unwrap();
    for id in ["new-item", "new-item-2", "new-item-11"] {
        assert_eq!(text.matches(&format!("- id: {id}\n")).count(), 1, "{id}");
    }
    assert!(text.find("new-item-11").unwrap() < text.find("blueprints:").unwrap());
    done(&isoform(
        &folder,
        &["check", "bank", "--no-cache", "--deny", "warnings"],
    ));
    // Without a bank it is printed; without a kind and nobody to ask it is refused.
    let printed = isoform(
        &folder,
        &["new", "item", "--kind", "number", "--id", "difference"],
    );
    assert!(String::from_utf8_lossy(&printed.stdout).starts_with("  - id: difference\n"));
    assert_eq!(isoform(&folder, &["new", "item"]).status.code(), Some(2));
    // Who is asked answers in words; what would not be an id in YAML is refused.
    let mut asked = Command::new(env!("CARGO_BIN_EXE_isoform"));
    asked.args(["new", "item"]).current_dir(&folder);
    asked.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut asked = asked.stderr(Stdio::piped()).spawn().unwrap();
    asked
        .stdin
        .take()
        .unwrap()
        .write_all(b"what?\n Parts \n")
        .unwrap();
    let asked = asked.wait_with_output().unwrap();
    assert!(String::from_utf8_lossy(&asked.stdout).contains("    parts:"));
    for id in ["", "a: b", "1", "a b", "- x"] {
        let refused = isoform(
            &folder,
            &["new", "item", "--kind", "text", &format!("--id={id}")],
        );
        assert_eq!(refused.status.code(), Some(2), "{id}");
    }
    // A bank with mistakes is left alone.
    fs::write(folder.join("bad.yaml"), "items: {").unwrap();
    let refused = isoform(
        &folder,
        &["new", "item", "--kind", "text", "--append", "bad.yaml"],
    );
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(
        fs::read_to_string(folder.join("bad.yaml")).unwrap(),
        "items: {"
    );
    fs::remove_dir_all(&folder).unwrap();
}
