//! `isoform parity SET` on a folder that somebody touched: it says what no longer matches, and
//! ends as `--fail-on` asks.

mod set;

use std::path::{Path, PathBuf};

use set::isoform;

/// A fresh set of three forms in Markdown, and its folder.
fn fresh(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("audit")
        .join(name);
    let _ = std::fs::remove_dir_all(&folder);
    let path = folder.to_string_lossy().into_owned();
    let base = ["generate", "--seed", "7", "--forms", "3", "--format", "md"];
    let (code, said) = isoform(&[&base[..], &["--out", &path]].concat());
    assert_eq!(code, 0, "{said}");
    folder
}

/// How the audit ends without `--fail-on`, with red and with amber; and what it says.
fn audit(folder: &Path) -> ([i32; 3], String) {
    let path = folder.to_string_lossy().into_owned();
    let (plain, said) = isoform(&["parity", &path]);
    let (red, _) = isoform(&["parity", &path, "--fail-on", "red"]);
    let (amber, _) = isoform(&["parity", &path, "--fail-on", "amber"]);
    ([plain, red, amber], said)
}

fn edit(path: &Path, change: impl Fn(&str) -> String) {
    let text = std::fs::read_to_string(path).unwrap();
    let changed = change(&text);
    assert_ne!(text, changed, "{} was not changed", path.display());
    std::fs::write(path, changed).unwrap();
}

#[test]
fn an_untouched_set_matches() {
    let (codes, said) = audit(&fresh("untouched"));
    assert_eq!(codes, [0, 0, 0], "{said}");
    assert!(!said.contains("no longer matches"), "{said}");
}

#[test]
fn an_edited_key_is_named() {
    let folder = fresh("key");
    edit(&folder.join("key-b.md"), |text| {
        format!("{text}\nAll correct.\n")
    });
    let (codes, said) = audit(&folder);
    assert_eq!(codes, [0, 1, 1], "{said}");
    assert!(
        said.contains("no longer matches: key-b.md (edited"),
        "{said}"
    );
    assert_eq!(said.matches("no longer matches").count(), 1, "{said}");
    let path = folder.to_string_lossy().into_owned();
    let (_, json) = isoform(&["parity", &path, "--json"]);
    let whole: serde_json::Value = serde_json::from_str(&json).unwrap();
    let strays = whole["no_longer_matches"].as_array().unwrap();
    assert_eq!(strays.len(), 1, "{strays:?}");
    assert_eq!(whole["parity"]["verdict"], "green");
}

#[test]
fn a_page_that_was_taken_away_is_named() {
    let folder = fresh("missing");
    std::fs::remove_file(folder.join("form-c.md")).unwrap();
    std::fs::remove_file(folder.join("parity.md")).unwrap();
    let (codes, said) = audit(&folder);
    assert_eq!(codes, [0, 1, 1], "{said}");
    for name in ["form-c.md", "parity.md"] {
        let line = format!("no longer matches: {name} (missing)");
        assert!(said.contains(&line), "{said}");
    }
}

/// The first item of the second form, in a plan.
fn first_of_b(plan: &mut serde_json::Value) -> &mut serde_json::Value {
    &mut plan["forms"][1]["items"][0]
}

fn replan(folder: &Path, change: impl Fn(&mut serde_json::Value)) {
    edit(&folder.join("set.json"), |text| {
        let mut plan = serde_json::from_str(text).unwrap();
        change(&mut plan);
        format!("{plan}\n")
    });
}

#[test]
fn an_edited_plan_is_not_that_of_its_pages() {
    // Another item in the place of the first.
    let folder = fresh("plan-item");
    replan(&folder, |plan| {
        let other = plan["forms"][0]["items"][0].clone();
        *first_of_b(plan) = other;
    });
    let (codes, said) = audit(&folder);
    assert_eq!(codes, [0, 1, 1], "{said}");
    for part in [
        "form B in set.json",
        "form-b.md (edited",
        "key-b.md (edited",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!said.contains("form-a.md"), "{said}");
    // The same item on two forms is a fault of its own.
    assert!(said.contains("instances used more than once"), "{said}");

    // The same item, said to be easier than it is.
    let folder = fresh("plan-difficulty");
    replan(&folder, |plan| {
        first_of_b(plan)["difficulty"] = serde_json::json!(-6.0);
    });
    let (codes, said) = audit(&folder);
    assert_eq!(codes, [0, 1, 1], "{said}");
    assert!(said.contains("expected score at the cut"), "{said}");
    assert!(said.contains("parity.md (edited"), "{said}");
}
