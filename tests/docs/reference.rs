//! The parts of documents that come from the code's own tables. Each stands between
//! `<!-- generated: NAME -->` and `<!-- end -->`.

use std::fmt::Write;
use std::process::Command;

use super::templates;
use isoform::bank::figure::table::{self, ARROWS, FILLS, SIDES, Takes};
use isoform::bank::keys::{self, Key, Table};
use isoform::diagnostic::Code;
use isoform::expression::function::{FAMILIES, Function};
use isoform::value::notation::FORMATS;

const BEGIN: &str = "<!-- generated: ";
const END: &str = "<!-- end -->";

/// The document with every generated part made anew.
pub fn renewed(document: &str, text: &str) -> String {
    let mut renewed = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(BEGIN) {
        let (name, after) = after.split_once(" -->\n").expect("a name");
        let (_, after) = after
            .split_once(END)
            .unwrap_or_else(|| panic!("{document}: {name} has no end"));
        let part = part(name).unwrap_or_else(|| panic!("{document}: nothing generates {name}"));
        let _ = write!(
            renewed,
            "{before}{BEGIN}{name} -->\n\n{}\n\n{END}",
            part.trim()
        );
        rest = after;
    }
    renewed + rest
}

fn part(name: &str) -> Option<String> {
    match name {
        "functions" => Some(functions()),
        "formats" => Some(formats()),
        "shapes" => Some(shapes()),
        "commands" => Some(commands()),
        "codes" => Some(codes()),
        "messages" => Some(messages()),
        _ if name.starts_with("view ") => Some(templates::views(name.strip_prefix("view ")?)),
        _ => Some(keys_of(keys::table(name.strip_prefix("keys of ")?)?)),
    }
}

fn keys_of(table: &Table) -> String {
    let mut text = format!("{}\n", table.meaning);
    if !table.one_of.is_empty() {
        let _ = write!(text, "\nWrite exactly one of {}.\n", listed(table.one_of));
    }
    for key in table.keys {
        text.push_str(&row(key));
    }
    text
}

fn row(key: &Key) -> String {
    let mut text = format!("\n**`{}`**: {}", key.name, key.shape);
    if key.required {
        text.push_str("; must be written");
    }
    if let Some(words) = key.default {
        let _ = write!(text, "; without it: {words}");
    }
    let _ = write!(
        text,
        ".\n{}\n\n```yaml\n{}\n```\n",
        key.meaning, key.example
    );
    for mistake in key.mistakes {
        let _ = write!(text, "\n> **Take care:** {mistake}\n");
    }
    text
}

fn functions() -> String {
    let mut text = String::new();
    for family in FAMILIES {
        let _ = write!(
            text,
            "\n## {}\n\n| write | it gives | example | value |\n|---|---|---|---|\n",
            family.title
        );
        for Function {
            signature,
            summary,
            example,
            ..
        } in family.functions
        {
            let (written, value) = (cell(example.0), cell(example.1));
            let _ = writeln!(
                text,
                "| `{}` | {} | `{written}` | `{value}` |",
                cell(signature),
                cell(summary)
            );
        }
    }
    text
}

fn formats() -> String {
    let mut text = "| format | what it does | write | it prints |\n|---|---|---|---|\n".to_owned();
    for row in &FORMATS {
        let takes = match row.arguments.to_string().as_str() {
            "no arguments" => String::new(),
            takes => format!(" Takes {takes}."),
        };
        let (example, prints) = (cell(row.example), cell(row.prints));
        let _ = writeln!(
            text,
            "| `{}` | {}{takes} | `{{{{ {example} }}}}` | {prints} |",
            row.name,
            cell(row.does)
        );
    }
    text
}

fn shapes() -> String {
    let mut text = format!(
        "Keys in bold must be written. `fill` is one of {}; `side` one of {}; `arrow` one of {}.\n\n| shape | what it draws | keys |\n|---|---|---|\n",
        listed(FILLS),
        listed(SIDES),
        listed(ARROWS)
    );
    for row in table::shapes() {
        let keys: Vec<String> = row.keys.iter().map(shape_key).collect();
        let _ = writeln!(
            text,
            "| `{}` | {} | {}. |",
            row.name,
            cell(row.doc),
            keys.join("; ")
        );
    }
    text.push_str("\nOne of each:\n\n```yaml\ndraw:\n");
    for row in table::shapes() {
        let _ = writeln!(text, "  - {}", row.example);
    }
    text + "```\n"
}

fn shape_key(key: &table::Key) -> String {
    let bold = if key.required { "**" } else { "" };
    let takes = match key.takes {
        // What a text or one of a few words is need not be said with each of them.
        Takes::Text | Takes::Word(_) | Takes::Flag => String::new(),
        takes => format!(" ({})", takes.words()),
    };
    format!("{bold}`{}`{bold}{takes} {}", key.name, cell(key.doc))
}

/// A bar would end the cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

fn codes() -> String {
    let mut text = "| code | name | what it means |\n|---|---|---|\n".to_owned();
    for code in Code::ALL {
        let _ = writeln!(
            text,
            "| {} | `{}` | {} |",
            code.id(),
            code.name(),
            cell(code.summary())
        );
    }
    text
}

/// The program's own words, as the English catalogue has them.
fn messages() -> String {
    let path = std::path::Path::new(super::REPOSITORY).join("templates/messages/en.yaml");
    let words: serde_yaml::Mapping =
        serde_yaml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut text = "| `words.…` | in English |\n|---|---|\n".to_owned();
    for (name, words) in &words {
        let said = match words {
            serde_yaml::Value::String(words) => words.clone(),
            counted => format!(
                "{}; {}",
                counted["one"].as_str().unwrap(),
                counted["other"].as_str().unwrap()
            ),
        };
        let _ = writeln!(text, "| `{}` | {} |", name.as_str().unwrap(), cell(&said));
    }
    text
}

fn commands() -> String {
    let top = help(&[]);
    let mut text = format!("```text\n{}\n```\n", top.trim());
    let listed = top.split_once("Commands:\n").expect("commands").1;
    let verbs = listed.lines().take_while(|line| line.starts_with("  "));
    for verb in verbs.filter(|line| !line.starts_with("   ")) {
        let verb = verb.split_whitespace().next().unwrap();
        if verb != "help" {
            let _ = write!(
                text,
                "\n## isoform {verb}\n\n```text\n{}\n```\n",
                help(&[verb]).trim()
            );
        }
    }
    text
}

fn help(verb: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_isoform"));
    let run = command.args(verb).arg("--help").output().unwrap();
    let text = String::from_utf8(run.stdout).unwrap();
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n")
}

fn listed(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    words.join(", ")
}

/// The places in the repository that a document links to.
pub fn links(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut fenced = false;
    for line in text.lines() {
        fenced ^= line.starts_with("```");
        for (at, _) in line.match_indices("](").filter(|_| !fenced) {
            let target = line[at + 2..].split(')').next().unwrap();
            let code = line[..at].matches('`').count() % 2 == 1;
            if !target.contains("://") && !target.starts_with("mailto:") && !code {
                found.push(target.to_owned());
            }
        }
    }
    found
}

/// The anchors that a reader's browser makes from the headings.
pub fn anchors(text: &str) -> Vec<String> {
    let mut fenced = false;
    let mut found = Vec::new();
    for line in text.lines() {
        fenced ^= line.starts_with("```");
        let title = line.trim_start_matches('#');
        if fenced || title.len() == line.len() {
            continue;
        }
        let kept = title.trim().to_lowercase();
        let kept = kept
            .chars()
            .filter(|c| c.is_alphanumeric() || "-_ ".contains(*c));
        found.push(kept.map(|c| if c == ' ' { '-' } else { c }).collect());
    }
    found
}
