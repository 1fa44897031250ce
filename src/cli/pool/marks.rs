//! `isoform pool marks import`: results come in, all of them or none.

use crate::cli::Ending;
use crate::cli::folder;
use crate::cli::pool::arguments::{MarksImport, Pool};
use crate::cli::pool::open::Opened;
use crate::cli::pool::roster::table;
use crate::cli::pool::{Done, Stopped};
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::form::set::FormSet;
use crate::pool::entry::Event;
use crate::pool::marks::{Entered, Leave, Plans, read, sets};

pub fn import(verb: &MarksImport, options: &Pool, terminal: &Terminal) -> Done {
    let mut pool = Opened::write(options)?;
    let mut stopped = Stopped::default();
    let Some(table) = table(&verb.file, "form,student,1,2,3", &mut stopped) else {
        return Err(stopped);
    };
    let mut plans = Plans::new();
    for set in sets(&table, &pool.history) {
        plans.insert(set, plan(&pool, set)?);
    }
    let leave = Leave {
        correct: verb.correct,
    };
    let diagnostics = &mut stopped.diagnostics;
    let Some(entered) = read(&table, &pool.history, &plans, leave, diagnostics) else {
        return Err(stopped);
    };
    not_before(&pool, &entered)?;
    let summary = summary(&entered);
    if entered.marks.is_empty() {
        terminal.say(&format!("nothing new: {summary}"));
        return Ok(Ending::Done);
    }
    let marks = entered.marks;
    let forms = marks.len();
    pool.commit(Event::MarksEntered { marks })?;
    let noun = if forms == 1 { "form" } else { "forms" };
    terminal.say(&format!("{forms} {noun}: {summary}"));
    Ok(Ending::Done)
}

/// Nobody has results of a form before it was handed out.
fn not_before(pool: &Opened, entered: &Entered) -> Result<(), Diagnostic> {
    let (history, day) = (&pool.history, pool.day);
    for marks in &entered.marks {
        let form = history.form(marks.form);
        let student = history.student(&marks.student);
        let attempt = student.zip(form);
        let attempt = attempt.and_then(|(student, form)| history.attempt(student, form));
        if let Some(attempt) = attempt.filter(|attempt| attempt.handed_on > day) {
            let (id, student, handed) = (marks.form, &marks.student, attempt.handed_on);
            let message = format!(
                "student `{student}` was given form {id} on {handed}, and these marks are of {day}"
            );
            let help = "say on what day the forms were written, by `--on`";
            return Err(Diagnostic::error(Code::NotNow, None, message).help(help));
        }
    }
    Ok(())
}

/// The plan of a set, by its place in the history.
pub fn plan(pool: &Opened, set: usize) -> Result<FormSet, Diagnostic> {
    let folder = pool.folder.join(&pool.history.sets[set].added.folder);
    folder::open(&folder).map(|opened| opened.set)
}

/// `9 marks, 1 correction, 3 known already`
fn summary(entered: &Entered) -> String {
    let count = |count: usize, one: &str, more: &str| match count {
        1 => format!("1 {one}"),
        count => format!("{count} {more}"),
    };
    let mut parts = vec![count(entered.new, "mark", "marks")];
    if entered.corrected > 0 {
        parts.push(count(entered.corrected, "correction", "corrections"));
    }
    if entered.known > 0 {
        parts.push(format!("{} known already", entered.known));
    }
    parts.join(", ")
}
