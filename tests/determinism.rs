//! What a seed promises: the same bytes, whatever else is asked for or added.

mod set;

use std::collections::HashSet;

use isoform::form::FormSet;

use set::{BANK, assembled, files, generate, scratch};

#[test]
fn the_same_arguments_give_the_same_bytes() {
    let (one, two) = (scratch("same-one"), scratch("same-two"));
    generate(&[], 5, 4, &one);
    generate(&[], 5, 4, &two);
    assert_eq!(
        files(&one).keys().collect::<Vec<_>>(),
        files(&two).keys().collect::<Vec<_>>()
    );
    assert!(files(&one) == files(&two));
    let other = scratch("same-other");
    generate(&[], 6, 4, &other);
    assert!(files(&one)["form-a.md"] != files(&other)["form-a.md"]);
}

#[test]
fn eight_forms_begin_with_the_four() {
    let (four, eight) = (scratch("prefix-four"), scratch("prefix-eight"));
    generate(&[], 11, 4, &four);
    generate(&[], 11, 8, &eight);
    let (four, eight) = (files(&four), files(&eight));
    for label in ["a", "b", "c", "d"] {
        for name in [format!("form-{label}.html"), format!("key-{label}.md")] {
            assert!(four[&name] == eight[&name], "{name} changed");
        }
    }
}

#[test]
fn any_number_of_forms_begins_with_fewer() {
    let (few, many) = (assembled(BANK, 3, 5), assembled(BANK, 3, 40));
    assert!(few.forms[..] == many.forms[..5]);
    let (few, many) = (assembled(BANK, 3, 39), assembled(BANK, 3, 40));
    assert!(few.forms[..] == many.forms[..39]);
}

/// A model more in the bank, before and behind the others.
#[test]
fn an_added_item_model_changes_no_other_item() {
    const MORE: &str = "
  - id: one-more
    standard: \"7.RP.A.3\"
    vary: {a: 1..90}
    stem: |
      What is {{a}} + 1?
    answer: a + 1
";
    let text = std::fs::read_to_string(BANK).unwrap();
    let first_item = text.find("\n  - id: fraction-to-decimal\n").unwrap();
    let behind = text.find("\nblueprints:").unwrap();
    let before = assembled(BANK, 21, 6);
    for at in [first_item, behind] {
        let path = scratch(&format!("added-{at}")).with_extension("yaml");
        let mut edited = text.clone();
        edited.insert_str(at, MORE.trim_end());
        std::fs::write(&path, edited).unwrap();
        let after = assembled(path.to_str().unwrap(), 21, 6);
        assert_ne!(before.bank.digest, after.bank.digest);
        assert_eq!(items(&before), items(&after));
        let ids = |set: &FormSet| {
            set.forms
                .iter()
                .map(|form| form.id.to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(ids(&before), ids(&after));
    }
}

fn items(set: &FormSet) -> Vec<Vec<(String, String)>> {
    let one = |placed: &isoform::form::set::PlacedItem| {
        (
            set.models[placed.item.model].id.clone(),
            placed.item.fingerprint.to_string(),
        )
    };
    set.forms
        .iter()
        .map(|form| form.items.iter().map(one).collect())
        .collect()
}

#[test]
fn no_item_stands_twice_in_a_set() {
    let set = assembled(BANK, 1, 30);
    let mut seen = HashSet::new();
    for form in &set.forms {
        for placed in &form.items {
            assert!(
                seen.insert(placed.item.fingerprint),
                "again on form {}",
                form.label
            );
        }
    }
    assert_eq!(seen.len(), 30 * set.slots.len());
    let labels: Vec<String> = set
        .forms
        .iter()
        .map(|form| form.label.to_string())
        .collect();
    assert_eq!((labels[0].as_str(), labels[25].as_str()), ("A", "Z"));
    assert_eq!((labels[26].as_str(), labels[29].as_str()), ("AA", "AD"));
}

/// A set that was written and read again is the same set.
#[test]
fn a_plan_survives_its_file() {
    let set = assembled(BANK, 9, 3);
    let text = serde_json::to_string(&set).unwrap();
    let again: FormSet = serde_json::from_str(&text).unwrap();
    assert!(set == again);
    assert_eq!(serde_json::to_string(&again).unwrap(), text);
}

/// 43 different items at a place cannot serve 60 forms without repeats, and the report says where.
#[test]
fn repeats_are_allowed_only_when_asked_for_and_named() {
    let out = scratch("repeats");
    let run = |more: &[&str]| {
        std::process::Command::new(env!("CARGO_BIN_EXE_isoform"))
            .args([
                "generate", "--seed", "1", "--forms", "60", "--quiet", "--out",
            ])
            .arg(&out)
            .args(more)
            .output()
            .unwrap()
    };
    let refused = run(&[]);
    let message = String::from_utf8_lossy(&refused.stderr);
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        message.contains("60 forms need 60 different items at place 1"),
        "{message}"
    );
    assert!(message.contains("--forms 43") && !out.exists(), "{message}");
    assert!(run(&["--allow-repeats"]).status.success());
    let report = String::from_utf8(files(&out)["parity.md"].clone()).unwrap();
    // The 44th form is AR.
    assert!(
        report.contains("Item 1: from form AR on, items come again"),
        "{report}"
    );
}
