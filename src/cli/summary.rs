//! A set and its parity in a few lines of the terminal.

use crate::cli::terminal::Terminal;
use crate::form::set::FormSet;
use crate::parity::finding::Verdict;
use crate::parity::report::ParityReport;

/// So many forms are named with their IDs.
const NAMED: usize = 8;

/// What the set is.
pub fn set(set: &FormSet, terminal: &Terminal) {
    let ids: Vec<String> = set
        .forms
        .iter()
        .take(NAMED)
        .map(|form| format!("{} {}", form.label, form.id))
        .collect();
    let more = if set.forms.len() > ids.len() {
        ", …"
    } else {
        ""
    };
    terminal.say(&format!(
        "{} ({} {})",
        set.title, set.bank.title, set.bank.version
    ));
    let count = |count: usize, noun: &str| match count {
        1 => format!("1 {noun}"),
        count => format!("{count} {noun}s"),
    };
    let (forms, items) = (
        count(set.forms.len(), "form"),
        count(set.slots.len(), "item"),
    );
    terminal.say(&format!("  {forms} of {items}, seed {}", set.seed));
    terminal.say(&format!("  {}{more}", ids.join(", ")));
}

/// What may be said of it, and what is not green.
pub fn parity(report: &ParityReport, terminal: &Terminal) {
    terminal.say(&format!("  parity {}: {}", report.verdict, report.sentence));
    let off = report
        .findings
        .iter()
        .filter(|row| row.finding.verdict != Verdict::Green);
    for row in off {
        let detail = if row.detail.is_empty() {
            String::new()
        } else {
            format!(" ({})", row.detail)
        };
        terminal.say(&format!(
            "    {}: {}{detail}",
            row.finding.verdict, row.title
        ));
    }
}
