//! `isoform check` as a program: exit codes, formats, the cache; and the published banks.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use isoform::bank::lower;
use isoform::diagnostic::{Diagnostics, draw};
use isoform::form::slots::unfillable;
use isoform::lint::census::Limits;
use isoform::lint::{self, examine};
use isoform::source::Sources;

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn check(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_isoform"));
    command.current_dir(root("tests/lint"));
    command.arg("check").args(arguments).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn warnings_fail_only_when_denied_and_errors_always() {
    let code = |arguments: &[&str]| check(arguments).status.code();
    assert_eq!(code(&["--no-cache", "L001.yaml"]), Some(0));
    assert_eq!(
        code(&["--no-cache", "--deny", "warnings", "L001.yaml"]),
        Some(2)
    );
    assert_eq!(code(&["--no-cache", "E036.yaml"]), Some(2));
    assert_eq!(code(&["--no-cache", "no-such-bank.yaml"]), Some(2));
}

#[test]
fn a_blueprint_on_which_enemies_would_meet_is_a_mistake() {
    let bank = std::env::temp_dir().join(format!("isoform-enemies-{}.yaml", std::process::id()));
    let text = r"
bank: Enemies
id: enemies
standards: [{id: S, statement: Students add., mastery: 8 of 10}]
items:
  - {id: sum, vary: {a: 2..9, b: 2..9}, stem: 'What is {{a}} + {{b}}?', answer: a + b}
  - {id: more, vary: {a: 12..99, b: 2..9}, stem: 'What is {{b}} more than {{a}}?', answer: a + b}
blueprints:
  - {id: fine, slots: [{item: sum, count: 1}]}
  - {id: torn, slots: [{item: sum, count: 1}, {item: more, count: 1}]}
enemies: [[sum, more]]
";
    fs::write(&bank, text).unwrap();
    let output = check(&["--no-cache", bank.to_str().unwrap()]);
    fs::remove_file(&bank).unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said.matches("error[E041]").count(), 1, "{said}");
    assert!(said.contains("`sum` and `more` are enemies"), "{said}");
    assert!(said.contains("{id: torn"), "{said}");
}

#[test]
fn json_has_the_census_and_the_messages() {
    let output = check(&["--no-cache", "--json", "L031.yaml"]);
    let json: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    let items = json["banks"][0]["items"].as_array().unwrap();
    let distinct: Vec<_> = items.iter().map(|item| item["distinct"].as_u64()).collect();
    assert_eq!(distinct, [Some(3), Some(8)]);
    assert_eq!(json["messages"][0]["code"], "L031");
    assert_eq!(json["messages"][0]["line"], 9);
}

#[test]
fn junit_has_one_case_an_item_model() {
    let output = check(&[
        "--no-cache",
        "--format",
        "junit",
        "--deny",
        "warnings",
        "L031.yaml",
    ]);
    let xml = stdout(&output);
    assert!(
        xml.contains("<testsuites name=\"isoform check\" tests=\"2\" failures=\"1\">"),
        "{xml}"
    );
    assert_eq!(xml.matches("<testcase").count(), 2);
    assert!(
        xml.contains("<property name=\"different items\" value=\"3\"/>"),
        "{xml}"
    );
    assert!(
        xml.contains("<failure type=\"L031\" message=\"`fires` has 3 different items\">"),
        "{xml}"
    );
    // What quotes and signs mean in XML is written as entities.
    let xml = stdout(&check(&["--no-cache", "--format", "junit", "L011.yaml"]));
    assert!(
        !xml.contains("60 % of") || !xml.contains("key \"no\""),
        "{xml}"
    );
}

/// What is said of a bank as a whole has a case of its own; a bank that cannot be read fails it,
/// whether or not others can.
#[test]
fn junit_leaves_no_message_out() {
    let junit = |files: &[&str]| {
        let options = ["--no-cache", "--format", "junit"];
        stdout(&check(&[&options[..], files].concat()))
    };
    let xml = junit(&["L022.yaml", "L031.yaml"]);
    assert!(xml.contains("tests=\"7\" failures=\"0\">"), "{xml}");
    assert_eq!(xml.matches("warning L022").count(), 1, "{xml}");
    let xml = junit(&["L031.yaml", "no-such-bank.yaml"]);
    assert!(xml.contains("tests=\"3\" failures=\"1\">"), "{xml}");
    assert!(
        xml.contains("<testcase classname=\"bank\" name=\"as a whole\">\n      <failure"),
        "{xml}"
    );
}

#[test]
fn sarif_has_rules_and_places() {
    let output = check(&["--no-cache", "--format", "sarif", "L001.yaml"]);
    let sarif: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    let run = &sarif["runs"][0];
    assert_eq!(run["tool"]["driver"]["rules"][0]["id"], "L001");
    let result = &run["results"][0];
    assert_eq!(
        (&result["ruleId"], &result["level"]),
        (&"L001".into(), &"warning".into())
    );
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "L001.yaml");
    assert_eq!(place["region"]["startLine"], 11);
    let items = &run["properties"]["banks"][0]["items"];
    assert_eq!(items.as_array().map(Vec::len), Some(2));
}

/// What the schema of SARIF 2.1.0 requires of each object that is written, and its enumerations.
#[test]
fn sarif_has_the_shape_of_its_schema() {
    let files = [
        "--no-cache",
        "--format",
        "sarif",
        "L001.yaml",
        "L031.yaml",
        "E036.yaml",
        "no.yaml",
    ];
    let sarif: serde_json::Value = serde_json::from_str(&stdout(&check(&files))).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    let run = &sarif["runs"][0];
    assert!(run["tool"]["driver"]["name"].is_string());
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let ids: Vec<_> = rules
        .iter()
        .map(|rule| rule["id"].as_str().unwrap())
        .collect();
    assert!(
        rules
            .iter()
            .all(|rule| rule["shortDescription"]["text"].is_string())
    );
    let results = run["results"].as_array().unwrap();
    assert!(results.len() >= 4, "{results:?}");
    for result in results {
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        assert!(ids.contains(&result["ruleId"].as_str().unwrap()));
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        for place in result["locations"].as_array().into_iter().flatten() {
            let place = &place["physicalLocation"];
            assert!(place["artifactLocation"]["uri"].is_string());
            for key in ["startLine", "startColumn", "endLine", "endColumn"] {
                assert!(place["region"][key].as_u64().unwrap() >= 1, "{key}");
            }
        }
    }
}

#[test]
fn a_second_run_says_the_same_from_the_cache() {
    let folder = std::env::temp_dir().join(format!("isoform-cache-{}", std::process::id()));
    let folder_name = folder.to_str().unwrap();
    let run = || check(&["--cache", folder_name, "L020.yaml", "L031.yaml"]);
    let first = run();
    let kept: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|f| f.unwrap().path())
        .collect();
    assert_eq!(kept.len(), 2);
    // Both banks of one run have their own file numbers; places must survive that.
    assert_eq!(run(), first);
    // What stands in the cache is used: a changed entry shows.
    for path in &kept {
        let text = fs::read_to_string(path).unwrap();
        fs::write(path, text.replace("different items", "different things")).unwrap();
    }
    let changed = String::from_utf8(run().stderr).unwrap();
    assert!(changed.contains("different things"), "{changed}");
    // A damaged one is not.
    for path in &kept {
        fs::write(path, "{").unwrap();
    }
    assert_eq!(run(), first);
    fs::remove_dir_all(&folder).unwrap();
}

/// The whole space of the largest models takes too long without optimisation; a sample shows
/// the same faults.
#[test]
fn published_banks_are_clean() {
    let limits = Limits {
        vectors: 15_000,
        draws: 2_000,
        read: 500,
    };
    let mut banks = 0;
    for entry in fs::read_dir(root("item-banks")).unwrap() {
        let folder = entry.unwrap().path();
        let path = folder.join("bank.yaml");
        let Ok(bytes) = fs::read(&path) else { continue };
        let mut sources = Sources::new();
        let mut diagnostics = Diagnostics::new();
        let name = path.to_string_lossy();
        let reader = |file: &str| fs::read(folder.join(file)).map_err(|error| error.to_string());
        let bank = lower::load_with(&name, &bytes, &reader, &mut sources, &mut diagnostics);
        let bank = bank.unwrap_or_else(|| panic!("{}", draw::all(&diagnostics, &sources, false)));
        banks += 1;
        diagnostics.extend(lint::bank(&bank));
        diagnostics.extend(unfillable(&bank));
        for model in &bank.items {
            diagnostics.extend(examine(&bank, model, &limits).messages);
        }
        assert!(
            diagnostics.is_empty(),
            "{}",
            draw::all(&diagnostics, &sources, false)
        );
    }
    assert!(banks > 0);
}
