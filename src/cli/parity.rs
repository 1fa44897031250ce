//! `isoform parity SET`: what may be said of a set, worked out again from its plan.

use std::path::Path;

use serde_json::json;

use crate::cli::Ending;
use crate::cli::arguments::{FailOn, Parity};
use crate::cli::folder::{Beside, Opened, audit, open};
use crate::cli::page_options::PageKind;
use crate::cli::pages::Printer;
use crate::cli::summary;
use crate::cli::terminal::Terminal;
use crate::diagnostic::Diagnostic;
use crate::form::set::FormSet;
use crate::parity::finding::Verdict;
use crate::parity::report::ParityReport;

/// No more files than this are named one by one.
const NAMED: usize = 12;

pub fn parity(options: &Parity, terminal: &Terminal) -> Ending {
    let audited = open(&options.set).and_then(|opened| {
        let Opened { set, tries, beside } = opened;
        let report = audit(&set, options.tries.unwrap_or(tries))?;
        let strays = strays(&set, &report, beside, &options.set)?;
        Ok((set, report, strays))
    });
    let (set, report, strays) = match audited {
        Ok(audited) => audited,
        Err(error) => {
            terminal.refuse(error);
            return Ending::Refused;
        }
    };
    if options.json {
        let whole = json!({ "parity": report, "no_longer_matches": strays });
        terminal.say(&serde_json::to_string_pretty(&whole).unwrap_or_default());
    } else {
        summary::set(&set, terminal);
        summary::parity(&report, terminal);
        strays
            .iter()
            .take(NAMED)
            .for_each(|stray| terminal.say(&format!("  no longer matches: {stray}")));
        if strays.len() > NAMED {
            terminal.say(&format!("  and {} more", strays.len() - NAMED));
        }
    }
    let worst = if strays.is_empty() {
        report.verdict
    } else {
        Verdict::Red
    };
    FailOn::ending(options.fail_on, worst)
}

/// What in the folder is not what the plan gives: forms whose ID is not that of their items, and
/// pages that were edited or taken away. Only kinds of pages that are there at all are looked for.
fn strays(
    set: &FormSet,
    report: &ParityReport,
    mut beside: Beside,
    path: &Path,
) -> Result<Vec<String>, Diagnostic> {
    let mut strays: Vec<String> = set
        .changed()
        .into_iter()
        .map(|label| format!("form {label} in set.json (its items are not those of its ID)"))
        .collect();
    if !path.is_dir() {
        return Ok(strays);
    }
    beside.pages.format = kinds(path);
    let printer = Printer::new(set, &beside.school, &beside.pages)?;
    let mut compare = |pages: Vec<(String, Vec<u8>)>| {
        for (name, content) in pages {
            match std::fs::read(path.join(&name)) {
                Ok(bytes) if bytes == content => {}
                Ok(_) => strays.push(format!("{name} (edited, or made by another version)")),
                Err(_) => strays.push(format!("{name} (missing)")),
            }
        }
    };
    for form in &set.forms {
        compare(printer.form(form)?);
    }
    compare(printer.report(report)?);
    Ok(strays)
}

/// The kinds of pages in a folder.
pub fn kinds(folder: &Path) -> Vec<PageKind> {
    let names: Vec<String> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    let there = |ending: &str| {
        names
            .iter()
            .any(|name| name.starts_with("form-") && name.ends_with(ending))
    };
    let mut kinds = vec![
        (PageKind::Md, ".md"),
        (PageKind::Html, ".html"),
        (PageKind::Typ, ".typ"),
    ];
    // Another build can neither make nor compare them.
    if cfg!(feature = "pdf") {
        kinds.push((PageKind::Pdf, ".pdf"));
    }
    kinds
        .into_iter()
        .filter(|(_, ending)| there(ending))
        .map(|(kind, _)| kind)
        .collect()
}
