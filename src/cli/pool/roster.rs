//! `isoform pool roster import`: who is in the class.

use std::path::Path;

use crate::bank::csv;
use crate::cli::Ending;
use crate::cli::pool::arguments::{Pool, RosterImport};
use crate::cli::pool::open::Opened;
use crate::cli::pool::{Done, Stopped};
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::pool::entry::Event;
use crate::pool::roster::{Change, Roster};

pub fn import(verb: &RosterImport, options: &Pool, terminal: &Terminal) -> Done {
    let mut pool = Opened::write(options)?;
    let mut stopped = Stopped::default();
    let Some(table) = table(&verb.file, "id,name,section", &mut stopped) else {
        return Err(stopped);
    };
    let Some(roster) = Roster::read(&table, verb.section.as_deref(), &mut stopped.diagnostics)
    else {
        return Err(stopped);
    };
    let change = Change::of(&pool.history, &roster);
    let students = roster.enrolled();
    pool.commit_named(Event::RosterImported { students }, &roster.names())?;
    terminal.say(&change.to_string());
    Ok(Ending::Done)
}

/// A table of the teacher's, whose first line may be `head`.
pub fn table(path: &Path, head: &str, stopped: &mut Stopped) -> Option<csv::Table> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let message = format!("cannot read `{}`: {error}", path.display());
            let error = Diagnostic::error(Code::CannotRead, None, message);
            stopped.diagnostics.push(error.help("name a CSV file"));
            return None;
        }
    };
    let name = path.display().to_string();
    let Ok(text) = String::from_utf8(bytes) else {
        let message = format!("`{name}` is not UTF-8 text");
        let help = "save it as “CSV UTF-8” in the spreadsheet";
        let error = Diagnostic::error(Code::NotUtf8, None, message).help(help);
        stopped.diagnostics.push(error);
        return None;
    };
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        let message = format!("`{name}` is empty");
        let help = format!("its first line names the columns: `{head}`");
        let error = Diagnostic::error(Code::BadRow, None, message).help(help);
        stopped.diagnostics.push(error);
        return None;
    }
    let file = stopped.sources.add(name, text.to_owned());
    csv::read(file, text, &mut stopped.diagnostics)
}
