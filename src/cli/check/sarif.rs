//! The result of a check as SARIF 2.1.0 (OASIS 2020): the messages, and the census as properties of
//! the run.

use serde_json::{Value, json};

use crate::cli::check::Found;
use crate::diagnostic::Code;
use crate::diagnostic::json::{Message, messages};
use crate::render::escape;

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
            "properties": {"banks": found.counted()},
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
            "artifactLocation": {"uri": uri(file)},
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

/// A path as a URI reference (RFC 3986): relative ones stay relative, so that a viewer finds them in
/// its own copy of the repository.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let is_drive = path.chars().nth(1) == Some(':');
    let mut uri = match (path.starts_with('/'), is_drive) {
        (true, _) => "file://".to_owned(),
        (_, true) => "file:///".to_owned(),
        _ => String::new(),
    };
    for (at, part) in path.split('/').enumerate() {
        if at > 0 {
            uri.push('/');
        }
        match (at, is_drive, part) {
            (0, true, drive) => uri.push_str(drive),
            // Folders named by dots mean something.
            (_, _, "." | "..") => uri.push_str(part),
            _ => escape::address(part, &mut uri),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("a/bank.yaml"), "a/bank.yaml");
        assert_eq!(uri("../my bank/é#1.yaml"), "../my%20bank/%C3%A9%231.yaml");
        assert_eq!(uri("/srv/100%.yaml"), "file:///srv/100%25.yaml");
        assert_eq!(uri("C:\\banks\\b.yaml"), "file:///C:/banks/b.yaml");
    }
}
