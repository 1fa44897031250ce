//! The JSON Schema: it meets every bank of the repository, and refuses what it can see is wrong.

#[path = "schema/tree.rs"]
mod tree;
#[path = "schema/validate.rs"]
mod validate;

use std::fs;
use std::path::{Path, PathBuf};

use isoform::bank::schema::schema;
use serde_json::{Value, json};

use tree::tree;
use validate::validate;

fn mistakes(bank: &Value) -> Vec<String> {
    let schema = schema();
    validate(&schema, &schema, bank, "")
}

/// The files below a folder of the repository with this ending.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn every_published_bank_meets_it() {
    let banks = files("item-banks", "bank.yaml");
    assert!(!banks.is_empty());
    for path in banks {
        let bank = tree(&fs::read(&path).unwrap()).expect("YAML");
        assert_eq!(mistakes(&bank), [""; 0], "{}", path.display());
    }
}

/// The bank of the design, which uses most of what there is.
#[test]
fn the_example_bank_meets_it() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/six-examples.yaml");
    let bank = tree(&fs::read(path).unwrap()).expect("YAML");
    assert_eq!(mistakes(&bank), [""; 0]);
}

#[test]
fn shapes_are_known_with_their_keys() {
    let drawing = |entry: Value| {
        let figure = json!({ "alt": "A figure.", "draw": [entry] });
        mistakes(&bank_with(
            &json!({ "id": "a", "stem": "s", "answer": 1, "figure": figure }),
        ))
    };
    let rect = json!({ "at": ["n", 0], "w": 4, "h": "n/2", "fill": "stripes" });
    for right in [
        json!({ "rect": rect }),
        json!({ "for": "n in [1, 2]", "if": "n > 1", "rect": rect }),
        json!({ "group": { "draw": [{ "rect": rect }], "rotate": 30 } }),
    ] {
        assert_eq!(drawing(right.clone()), [""; 0], "{right}");
    }
    for wrong in [
        json!({ "rectangle": rect }),
        json!({ "rect": { "at": [0, 0], "w": 4 } }),
        json!({ "rect": { "at": [0, 0], "w": 4, "h": 3, "colour": "red" } }),
        json!({ "rect": { "at": [0, 0], "w": 4, "h": 3, "fill": "red" } }),
        json!({ "rect": rect, "circle": { "at": [0, 0], "r": 1 } }),
        json!({ "group": { "draw": [{ "rect": {} }] } }),
    ] {
        assert_ne!(drawing(wrong.clone()), [""; 0], "{wrong}");
    }
}

/// What a broken bank's golden message says decides whether the schema could have seen it.
#[test]
fn broken_banks_that_are_schema_mistakes_are_refused() {
    let seen = ["error[E007]", "error[E008]", "error[E010]"];
    let mut count = 0;
    for path in files("tests/broken-banks", ".stderr") {
        let message = fs::read_to_string(&path).unwrap();
        if !seen.iter().any(|code| message.contains(code)) {
            continue;
        }
        count += 1;
        let bank = tree(&fs::read(path.with_extension("yaml")).unwrap()).expect("YAML");
        assert_ne!(mistakes(&bank), [""; 0], "{}", path.display());
    }
    assert!(count >= 4, "{count}");
}

fn bank_with(item: &Value) -> Value {
    let standard = json!({ "id": "S.1", "statement": "Students do it." });
    json!({ "bank": "B", "id": "b", "standards": [standard], "items": [item] })
}

#[test]
fn hand_written_cases() {
    let item = json!({ "id": "a", "stem": "What is 1 + 1?", "answer": 2 });
    assert_eq!(mistakes(&bank_with(&item)), [""; 0]);
    let with = |key: &str, value: Value| {
        let mut item = item.clone();
        item[key] = value;
        mistakes(&bank_with(&item))
    };
    for (key, value) in [
        ("points", json!(3)),
        (
            "vary",
            json!({ "a": "2..9", "b": ["red", "blue"], "c": { "weights": { "x": 3 } } }),
        ),
        ("where", json!(["a < b"])),
        ("where", json!("a < b")),
        (
            "answer",
            json!({ "is": "a", "form": "lowest terms", "ignore": ["case"] }),
        ),
        ("stem", json!(["one", "another"])),
        (
            "misconceptions",
            json!({ "slip": "a", "other": { "pool": "[1, 2]" } }),
        ),
    ] {
        assert_eq!(with(key, value.clone()), [""; 0], "{key}: {value}");
    }
    for (key, value, words) in [
        ("points", json!("three"), "/items/0/points"),
        ("points", json!(0), "too small"),
        ("choices", json!({}), "alternative"),
        ("vray", json!({}), "vray is unknown"),
        ("order", json!("random"), "is not in"),
        ("answer", json!({ "form": "mixed" }), "alternative"),
        (
            "misconceptions",
            json!({ "slip": { "is": "a", "pool": "[1]" } }),
            "alternative",
        ),
        (
            "vary",
            json!({ "c": { "weight": { "x": 3 } } }),
            "alternative",
        ),
        ("standard", json!(6.1), "no \"string\""),
    ] {
        let found = with(key, value.clone()).join("; ");
        assert!(found.contains(words), "{key}: {value}: {found}");
    }
}

#[test]
fn it_says_what_an_editor_shows() {
    let schema = schema();
    let order = &schema["$defs"]["model"]["properties"]["order"];
    assert_eq!(order["enum"], json!(["shuffled", "sorted", "as written"]));
    let hover = order["description"].as_str().unwrap();
    assert!(hover.contains("Without it: `shuffled`."), "{hover}");
    assert_eq!(schema["$ref"], "#/$defs/bank");
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        assert_eq!(definition["additionalProperties"], false, "{name}");
    }
}
