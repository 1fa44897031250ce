//! The result of a check as JUnit XML: one test case an item model, with what its census counted,
//! and one for all that is said of a bank as a whole.

use crate::cli::check::Found;
use crate::cli::facts::facts;
use crate::diagnostic::{Diagnostic, Severity};
use crate::render::view::PreviewFact;

/// The document. With `deny`, warnings fail a case as errors do.
pub fn write(found: &Found, deny: bool) -> String {
    let mut all = Suite::default();
    for checked in &found.banks {
        let mut suite = Suite::default();
        for (item, model) in checked.bank.items.iter().enumerate() {
            let facts = facts(model, &checked.censuses[item]);
            let about = found.about(checked, item);
            suite.case(
                found,
                (&checked.bank.id, &model.id.value),
                &facts,
                &about,
                deny,
            );
        }
        all.suite(&checked.bank.id, suite);
    }
    // A bank that cannot be read has no item models that could fail.
    let rest = found.about_no_item();
    if !rest.is_empty() {
        let mut suite = Suite::default();
        suite.case(found, ("bank", "as a whole"), &[], &rest, deny);
        all.suite("bank", suite);
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"isoform check\" tests=\"{}\" failures=\"{}\">\n{}</testsuites>",
        all.tests, all.failures, all.text
    )
}

/// Cases, or suites of them.
#[derive(Default)]
struct Suite {
    text: String,
    tests: usize,
    failures: usize,
}

impl Suite {
    fn case(
        &mut self,
        found: &Found,
        (class, name): (&str, &str),
        facts: &[PreviewFact],
        messages: &[&Diagnostic],
        deny: bool,
    ) {
        let fails = |message: &Diagnostic| message.severity == Severity::Error || deny;
        let (bad, rest): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
            messages.iter().partition(|message| fails(message));
        let lines = |messages: &[&Diagnostic]| {
            let lines: Vec<String> = messages.iter().map(|m| line(found, m)).collect();
            escape(&lines.join("\n"))
        };
        let text = &mut self.text;
        text.push_str(&format!(
            "    <testcase classname=\"{}\" name=\"{}\">\n",
            escape(class),
            escape(name)
        ));
        if !facts.is_empty() {
            text.push_str("      <properties>\n");
            for fact in facts {
                let (name, value) = (escape(&fact.name), escape(&fact.value));
                text.push_str(&format!(
                    "        <property name=\"{name}\" value=\"{value}\"/>\n"
                ));
            }
            text.push_str("      </properties>\n");
        }
        if let Some(first) = bad.first() {
            text.push_str(&format!(
                "      <failure type=\"{}\" message=\"{}\">{}</failure>\n",
                first.code,
                escape(&first.message),
                lines(&bad)
            ));
        }
        if !rest.is_empty() {
            text.push_str(&format!(
                "      <system-out>{}</system-out>\n",
                lines(&rest)
            ));
        }
        text.push_str("    </testcase>\n");
        self.tests += 1;
        self.failures += usize::from(!bad.is_empty());
    }

    fn suite(&mut self, name: &str, suite: Suite) {
        self.text.push_str(&format!(
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\">\n{}  </testsuite>\n",
            escape(name),
            suite.tests,
            suite.failures,
            suite.text
        ));
        self.tests += suite.tests;
        self.failures += suite.failures;
    }
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
