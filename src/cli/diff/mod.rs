//! `isoform diff`: what a change of a bank means.

mod print;
mod revision;

use std::path::Path;

use crate::bank::ItemBank;
use crate::cli::Ending;
use crate::cli::arguments::{Diff, DiffFormat};
use crate::cli::banks;
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lint::difference::Difference;
use crate::source::Sources;

pub fn diff(options: &Diff, terminal: &Terminal) -> Ending {
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new();
    let mut read = |which: &str| -> Option<ItemBank> {
        let mut own = Diagnostics::new();
        let bank = match &options.git {
            Some(path) => revision::read(which, path, &mut sources, &mut own),
            None => banks::read(Path::new(which), &mut sources, &mut own),
        };
        // Warnings are the business of `check`.
        let failed = own.has_errors();
        if failed {
            diagnostics.append(own);
        }
        bank.filter(|_| !failed)
    };
    let (old, new) = (read(&options.old), read(&options.new));
    let (Some(old), Some(new)) = (old, new) else {
        terminal.show(&diagnostics, &sources);
        return Ending::Refused;
    };
    let difference = Difference::of(&old, &new);
    let text = match options.format {
        DiffFormat::Text => print::text(&difference),
        DiffFormat::Markdown => print::markdown(&difference),
        DiffFormat::Json => serde_json::to_string_pretty(&difference).unwrap_or_default(),
    };
    terminal.say(text.trim_end());
    if !difference.breaks_release() {
        return Ending::Done;
    }
    let keys = difference.keys();
    let message = format!(
        "{keys} {} another key, but version {} follows {}",
        if keys == 1 {
            "instance has"
        } else {
            "instances have"
        },
        new.version,
        old.version
    );
    let help = "raise the first part of `version`: keys that were handed out are no longer right";
    terminal.refuse(Diagnostic::error(Code::KeyChanged, None, message).help(help));
    Ending::Refused
}
