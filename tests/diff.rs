//! `isoform diff`, counted by hand.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const OLD: &str = "
bank: Sums
id: sums
version: 1.2.0
standards: [{id: S1, statement: s, mastery: 8 of 10}]
items:
  - id: sum
    vary: {a: 1..4, b: 1..5}
    stem: Add {{a}} and {{b}}.
    answer: a + b
  - id: kept
    vary: {a: 1..4}
    stem: Double {{a}}.
    answer: 2*a
";

/// An empty folder of its own for each test.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("isoform-diff-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn diff(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_isoform"));
    command.current_dir(folder).arg("diff").args(arguments);
    command.output().unwrap()
}

fn compared(name: &str, new: &str, format: &str) -> (Option<i32>, String, String) {
    let folder = folder(name);
    fs::write(folder.join("old.yaml"), OLD).unwrap();
    fs::write(folder.join("new.yaml"), new).unwrap();
    let output = diff(&folder, &["old.yaml", "new.yaml", "--format", format]);
    fs::remove_dir_all(&folder).unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn a_bank_does_not_differ_from_itself_nor_by_the_order_of_names() {
    let turned = OLD.replace("{a: 1..4, b: 1..5}", "{b: 1..5, a: 1..4}");
    let (code, said, _) = compared("same", &turned, "text");
    assert_eq!(code, Some(0));
    assert_eq!(said, "1.2.0 → 1.2.0: all 2 item models are the same\n");
}

/// `a` from 2 on and `b` to 6: of 4·5 instances the 5 with a = 1 go, and the 3 with b = 6 come.
#[test]
fn instances_stay_go_and_come() {
    let new = OLD.replace("{a: 1..4, b: 1..5}", "{a: 2..4, b: 1..6}");
    let (code, said, _) = compared("domains", &new, "json");
    assert_eq!(code, Some(0));
    let json: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(json["same"], 1);
    let item = &json["items"][0];
    let counts = ["unchanged", "gone", "new", "keys"].map(|name| item[name].as_u64().unwrap());
    assert_eq!(counts, [15, 5, 3, 0]);
}

/// Of 20 instances the 4 with a = b have another key.
#[test]
fn another_key_needs_a_new_major_version() {
    let new = OLD.replace(
        "answer: a + b",
        "answer: 'if a == b then 2*a + 1 else a + b'",
    );
    let (code, said, error) = compared("keys", &new, "text");
    assert_eq!(code, Some(2));
    assert!(
        said.contains("sum: 16 unchanged, 4 with another key"),
        "{said}"
    );
    assert!(said.contains("a = 1, b = 1: key 2 → 3"), "{said}");
    assert!(
        error.contains("E045") && error.contains("4 instances have another key"),
        "{error}"
    );
    let major = new.replace("version: 1.2.0", "version: 2.0.0");
    assert_eq!(compared("major", &major, "text").0, Some(0));
    // What is not released may change.
    let folder = folder("draft");
    fs::write(folder.join("old.yaml"), OLD.replace("1.2.0", "0.9.0")).unwrap();
    fs::write(folder.join("new.yaml"), &new).unwrap();
    assert_eq!(
        diff(&folder, &["old.yaml", "new.yaml"]).status.code(),
        Some(0)
    );
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn wording_and_item_models_in_markdown() {
    let new = OLD
        .replace(
            "stem: Add {{a}} and {{b}}.",
            "stem: What is {{a}} plus {{b}}?",
        )
        .replace("id: kept", "id: twice");
    let (code, said, _) = compared("wording", &new, "markdown");
    assert_eq!(code, Some(0));
    assert!(said.contains("| `sum` | 20 | 0 | 0 | 0 |"), "{said}");
    assert!(
        said.contains("  - Add {{a}} and {{b}}.\n  + What is {{a}} plus {{b}}?"),
        "{said}"
    );
    assert!(said.contains("| `kept` | 0 | 4 | 0 | 0 |"), "{said}");
    assert!(said.contains("| `twice` | 0 | 0 | 4 | 0 |"), "{said}");
}

#[test]
fn two_revisions_of_a_bank_in_git() {
    let folder = folder("git");
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.current_dir(&folder).args(arguments);
        for (name, value) in [("NAME", "A"), ("EMAIL", "a@example.org")] {
            command.env(format!("GIT_AUTHOR_{name}"), value);
            command.env(format!("GIT_COMMITTER_{name}"), value);
        }
        assert!(command.output().unwrap().status.success(), "{arguments:?}");
    };
    git(&["init", "-q"]);
    fs::create_dir(folder.join("sums")).unwrap();
    let table = |sides: &str| format!("name,sides\nsquare,{sides}\npentagon,5\n");
    let bank = OLD.replace("items:", "tables: {shapes: {file: shapes.csv}}\nitems:");
    let bank = bank
        + "  - id: sides\n    vary: {s: row of shapes}\n    stem: Sides of a {{s.name}}?\n    answer: s.sides\n";
    fs::write(folder.join("sums/bank.yaml"), bank).unwrap();
    for sides in ["3", "4"] {
        fs::write(folder.join("sums/shapes.csv"), table(sides)).unwrap();
        git(&["add", "."]);
        git(&["commit", "-q", "-m", "shapes"]);
    }
    let output = diff(&folder, &["HEAD~1", "HEAD", "--git", "sums"]);
    let said = String::from_utf8(output.stdout).unwrap();
    // The row itself is what was drawn, so the wrong square went and the right one came.
    assert!(said.contains("sides: 1 unchanged, 1 gone, 1 new"), "{said}");
    assert_eq!(
        diff(&folder, &["no-such", "HEAD", "--git", "sums"])
            .status
            .code(),
        Some(2)
    );
    fs::remove_dir_all(&folder).unwrap();
}
