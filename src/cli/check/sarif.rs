//! The result of a check as SARIF 2.1.0 (OASIS 2020).

use serde_json::{Value, json};

use crate::cli::check::Found;
use crate::diagnostic::Code;
use crate::diagnostic::json::{Message, messages};

/// The document.
pub fn write(found: &Found) -> String {
    let messages = messages(&found.diagnostics, &found.sources);
    let used = |code: &&Code| messages.iter().any(|message| message.code == code.id());
    let rules: Vec<Value> = Code::ALL.iter().filter(used).map(rule).collect();
    let results: Vec<Value> = messages.iter().map(result).collect();
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "isoform",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&document).unwrap_or_default()
}

fn rule(code: &Code) -> Value {
    json!({
        "id": code.id(),
        "name": code.name(),
        "shortDescription": {"text": code.summary()},
        "help": {"text": code.page(), "markdown": code.page()},
    })
}

fn result(message: &Message<'_>) -> Value {
    let text = std::iter::once(message.message).chain(message.help.iter().map(String::as_str));
    let text: Vec<&str> = text.collect();
    let mut result = json!({
        "ruleId": message.code,
        "level": message.severity,
        "message": {"text": text.join("\n")},
    });
    if let Some(file) = message.file {
        result["locations"] = json!([{"physicalLocation": {
            "artifactLocation": {"uri": file.replace('\\', "/")},
            "region": {
                "startLine": message.line,
                "startColumn": message.column,
                "endLine": message.end_line,
                "endColumn": message.end_column,
            },
        }}]);
    }
    result
}
