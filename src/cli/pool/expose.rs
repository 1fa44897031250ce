//! `isoform pool expose ID`: a form was seen by those who should not have.

use std::collections::BTreeSet;

use crate::cli::Ending;
use crate::cli::pool::Done;
use crate::cli::pool::arguments::{Expose, Pool};
use crate::cli::pool::form::{called, find};
use crate::cli::pool::open::Opened;
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::pool::entry::Event;

pub fn expose(verb: &Expose, options: &Pool, terminal: &Terminal) -> Done {
    let mut pool = Opened::write(options)?;
    let at = find(&pool.history, &verb.id)?;
    let id = pool.history.forms[at].id;
    if let Some(entry) = pool.history.forms[at].exposed {
        let message = format!("form {id} is exposed already, by entry {entry}");
        return Err(Diagnostic::error(Code::NotNow, None, message).into());
    }
    let sound = |pool: &Opened| -> BTreeSet<usize> {
        let forms = 0..pool.history.forms.len();
        forms.filter(|form| pool.history.is_sound(*form)).collect()
    };
    let before = sound(&pool);
    pool.commit(Event::Exposed {
        form: id,
        reason: verb.why.clone(),
    })?;
    let after = sound(&pool);
    let history = &pool.history;
    let others = before
        .difference(&after)
        .filter(|form| **form != at)
        .count();
    terminal.say(&format!("form {id} and its instances are out of the pool"));
    if others > 0 {
        let noun = if others == 1 {
            "form shares"
        } else {
            "forms share"
        };
        terminal.say(&format!("  {others} other {noun} an instance and went too"));
    }
    for standard in history.standards_of(at) {
        let left = after.iter().filter(|form| {
            let free = history.forms[**form].attempts.is_empty();
            free && history.standards_of(**form).any(|known| known == standard)
        });
        terminal.say(&format!(
            "  {standard}: {} left that nobody had",
            left.count()
        ));
    }
    let names = pool.names()?;
    let holders: Vec<_> = history.forms[at]
        .attempts
        .iter()
        .map(|at| &history.attempts[*at])
        .collect();
    if holders.is_empty() {
        terminal.say("  nobody had it");
    }
    for attempt in holders {
        let who = called(history, &names, attempt.student);
        let state = match attempt.sat_on {
            Some(day) => format!("has results from {day}; decide whether they stand"),
            None => "has it without results; give another form".to_owned(),
        };
        terminal.say(&format!("  {who} {state}"));
    }
    Ok(Ending::Done)
}
