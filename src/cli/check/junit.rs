//! The result of a check as JUnit XML: one test case an item model.

use crate::cli::check::Found;
use crate::diagnostic::{Diagnostic, Severity};

/// The document. With `deny`, warnings fail a case as errors do.
pub fn write(found: &Found, deny: bool) -> String {
    let mut suites = String::new();
    let (mut tests, mut failures) = (0, 0);
    let fails = |message: &&Diagnostic| message.severity == Severity::Error || deny;
    for checked in &found.banks {
        let mut cases = String::new();
        let mut failed = 0;
        for (item, model) in checked.bank.items.iter().enumerate() {
            let about = found.about(checked, item);
            let bad: Vec<&Diagnostic> = about.iter().copied().filter(|m| fails(m)).collect();
            failed += usize::from(!bad.is_empty());
            let id = escape(&model.id.value);
            let bank = escape(&checked.bank.id);
            cases.push_str(&format!(
                "    <testcase classname=\"{bank}\" name=\"{id}\">\n"
            ));
            if let Some(first) = bad.first() {
                let lines: Vec<String> = bad.iter().map(|m| line(found, m)).collect();
                cases.push_str(&format!(
                    "      <failure type=\"{}\" message=\"{}\">{}</failure>\n",
                    first.code,
                    escape(&first.message),
                    escape(&lines.join("\n"))
                ));
            }
            let rest: Vec<String> = about
                .iter()
                .filter(|m| !fails(m))
                .map(|m| line(found, m))
                .collect();
            if !rest.is_empty() {
                let rest = escape(&rest.join("\n"));
                cases.push_str(&format!("      <system-out>{rest}</system-out>\n"));
            }
            cases.push_str("    </testcase>\n");
        }
        let count = checked.bank.items.len();
        let name = escape(&checked.bank.id);
        suites.push_str(&format!(
            "  <testsuite name=\"{name}\" tests=\"{count}\" failures=\"{failed}\">\n{cases}  </testsuite>\n"
        ));
        tests += count;
        failures += failed;
    }
    // A bank that cannot be read has no item models that could fail.
    let lost = found.banks.is_empty() && found.diagnostics.has_errors();
    if lost {
        let lines: Vec<String> = found
            .diagnostics
            .sorted()
            .iter()
            .map(|m| line(found, m))
            .collect();
        suites.push_str(&format!(
            "  <testsuite name=\"bank\" tests=\"1\" failures=\"1\">\n    <testcase classname=\"bank\" name=\"read\">\n      <failure>{}</failure>\n    </testcase>\n  </testsuite>\n",
            escape(&lines.join("\n"))
        ));
        tests += 1;
        failures += 1;
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"isoform check\" tests=\"{tests}\" failures=\"{failures}\">\n{suites}</testsuites>"
    )
}

/// `bank.yaml:14:12: error E021: unknown name`
fn line(found: &Found, message: &Diagnostic) -> String {
    let place = message.span.and_then(|span| {
        let at = found.sources.position(span)?;
        let name = found.sources.get(span.file)?.name();
        Some(format!("{name}:{}:{}: ", at.line, at.column))
    });
    format!(
        "{}{} {}: {}",
        place.unwrap_or_default(),
        message.severity.name(),
        message.code,
        message.message
    )
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // No other control character is allowed in XML, not even escaped.
            c if c.is_control() && c != '\n' => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}
