//! `isoform pool undo`: an entry that cancels the last one.

use crate::cli::Ending;
use crate::cli::pool::Done;
use crate::cli::pool::arguments::Pool;
use crate::cli::pool::open::Opened;
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::pool::entry::Event;

pub fn undo(options: &Pool, terminal: &Terminal) -> Done {
    let mut pool = Opened::write(options)?;
    let Some(line) = pool.history.undoable().cloned() else {
        return Err(Diagnostic::error(Code::NotNow, None, "there is nothing to undo").into());
    };
    let entry = line.number;
    let number = pool.commit(Event::Undone { entry })?;
    let (kind, day) = (line.kind, line.day);
    terminal.say(&format!(
        "entry {number} cancels entry {entry}: {kind}, {day}"
    ));
    Ok(Ending::Done)
}
