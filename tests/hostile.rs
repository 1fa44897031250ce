//! Text that tries to be more than text, from a bank and its school to every page on disk: it adds
//! no tag, no script and no address, and what the templates would calculate is not calculated.

#[path = "render/reading.rs"]
#[allow(dead_code)]
mod reading;
#[path = "set/mod.rs"]
mod set;

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use reading::{HOSTILE, well_formed};

/// A bank that says `text` wherever it may say what it likes.
fn bank(text: &str) -> String {
    // YAML allows 1,024 letters before a colon.
    let slip: String = text.chars().take(500).collect();
    let slip = serde_json::to_string(&slip).unwrap();
    let text = serde_json::to_string(text).unwrap();
    // As a text within an expression: quotes once more.
    let word = serde_json::to_string(&text).unwrap();
    format!(
        r#"
bank: {text}
id: hostile
authors: [{text}]
standards:
  - id: S.1
    framework: {text}
    statement: {text}
    corrective: [{{approach: {text}, for: {slip}, text: {text}}}]
    extension: [{text}]
tables:
  words: [{{a: {text}, n: 1}}, {{a: {text}, n: 2}}, {{a: {text}, n: 3}}]
items:
  - id: chosen
    title: {text}
    vary: {{w: row of words}}
    stem: "Which is it? {{{{w.a}}}} {{{{w.n}}}}"
    answer: text(w.n) + w.a
    choices: 3
    misconceptions:
      {slip}: text(w.n + 1) + w.a
      other: text(w.n + 2) + w.a
    solution: "It is {{{{w.a}}}}."
  - id: drawn
    vary: {{w: row of words}}
    stem: "Read {{{{w.n}}}}."
    figure:
      alt: "A text. {{{{w.a}}}}"
      draw: [{{text: {{at: [0, 0], say: "{{{{w.a}}}}"}}}}, {{point: {{at: [3, 3]}}}}]
    answer: {{is: {word}, also: [w.a + "!"]}}
    misconceptions: {{{slip}: '"z"'}}
  - id: written
    vary: {{w: row of words}}
    stem: "Write about {{{{w.a}}}} {{{{w.n}}}}."
    lines: 3
    rubric:
      criteria: [{{name: {text}, levels: {{2: "{{{{w.a}}}}", 1: no}}}}]
    sample: "{{{{w.a}}}}"
blueprints:
  - {{id: quiz, title: {text}, slots: [{{item: chosen}}, {{item: drawn}}, {{item: written}}]}}
"#
    )
}

/// The pages of a set of that bank, for a school that says the same.
fn pages(name: &str, text: &str) -> BTreeMap<String, String> {
    let folder = set::scratch(&format!("hostile-{name}"));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("bank.yaml"), bank(text)).unwrap();
    let quoted = serde_json::to_string(text).unwrap();
    let school = format!("school: {quoted}\nheader: {quoted}\nfooter: {quoted}\n");
    fs::write(folder.join("isoform.yaml"), school).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_isoform"))
        .current_dir(&folder)
        .args([
            "generate",
            "bank.yaml",
            "--forms",
            "3",
            "--seed",
            "1",
            "--stack",
            "4",
            // Room for work depends on whether a word is asked for.
            "--work-space",
            "none",
            "--quiet",
        ])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{text}: {said}");
    let files = set::files(&folder.join("out"));
    let pages = files
        .into_iter()
        .filter(|(name, _)| name != "set.json" && name != "parity.json");
    pages
        .map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap()))
        .collect()
}

/// The tags of a page with their attributes' names, without what the texts say.
fn tags(page: &str) -> usize {
    page.matches('<').count()
}

#[test]
fn no_text_becomes_markup_or_a_calculation() {
    let plain = pages("plain", "plain");
    let long = "x".repeat(10_000);
    let texts = HOSTILE.iter().copied().chain([
        "<img src=x onerror=alert(1)>",
        "--><script>1</script>",
        "]]></svg><script>1</script>",
        "\\input{secret} $\\href{javascript:x}{y}$",
        &long,
    ]);
    for (at, text) in texts
        .enumerate()
        .filter(|(_, text)| !text.trim().is_empty())
    {
        let hostile = pages(&at.to_string(), text);
        let names: Vec<&String> = plain.keys().collect();
        assert_eq!(hostile.keys().collect::<Vec<_>>(), names, "{text}");
        for (name, page) in &hostile {
            if !text.contains("49") {
                assert!(
                    !page.contains(">49<"),
                    "{name}, {text}: a template calculated"
                );
            }
            if !name.ends_with(".html") {
                continue;
            }
            assert_eq!(well_formed(page), Ok(()), "{name}, {text}");
            // A long name stands on several lines of a picture of the report.
            if text.len() < 1_000 || name != "parity.html" {
                assert_eq!(tags(page), tags(&plain[name]), "{name}, {text}");
            }
            for wrong in [
                "<script",
                "javascript:x\"",
                "onerror=alert(1)>",
                "href=\"javascript",
            ] {
                assert!(!page.contains(wrong), "{name}, {text}: {wrong}");
            }
        }
    }
}
