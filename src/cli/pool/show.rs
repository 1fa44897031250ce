//! `isoform pool show ID`: a form and who had it, or a student and what they had.

use std::collections::HashMap;

use crate::cli::Ending;
use crate::cli::pool::arguments::{Pool, Show};
use crate::cli::pool::form::{called, find, results};
use crate::cli::pool::open::Opened;
use crate::cli::pool::{Done, policy};
use crate::cli::terminal::Terminal;
use crate::diagnostic::suggest;
use crate::form::id::{FormId, FormIdError};
use crate::pool::entry::Purpose;
use crate::pool::history::{Attempt, Handed, History};
use crate::pool::policy::Policy;

pub fn show(verb: &Show, options: &Pool, terminal: &Terminal) -> Done {
    let pool = Opened::look(options)?;
    let names = pool.names()?;
    let policy = policy::read(&pool.folder)?;
    let lines = match pool.history.student(&verb.id) {
        Some(student) => of_student(&pool.history, &policy, &names, student),
        None => {
            let found = find(&pool.history, &verb.id).map_err(|mut error| {
                if verb.id.parse::<FormId>().is_err_and(|error| matches!(error, FormIdError::Length(_))) {
                    error.message = format!("the pool has no student and no form `{}`", verb.id);
                    error.help = vec!["name a form by the ID on the paper, such as 9DY-JQ0-0AH, or a student by the id of the roster".to_owned()];
                }
                // It may as well be a student who was meant.
                let ids = pool.history.students.iter().map(|student| &*student.id);
                if let Some(meant) = suggest::did_you_mean(&verb.id, ids) {
                    error.help = vec![format!("did you mean the student `{meant}`?")];
                }
                error
            })?;
            of_form(&pool.history, &policy, &names, found)
        }
    };
    lines.iter().for_each(|line| terminal.say(line));
    Ok(Ending::Done)
}

fn of_form(
    history: &History,
    policy: &Policy,
    names: &HashMap<String, String>,
    at: usize,
) -> Vec<String> {
    let (form, set) = (&history.forms[at], history.set_of(at));
    let standards: Vec<&str> = history.standards_of(at).collect();
    let (id, purpose) = (form.id, set.purpose.name());
    let mut lines = vec![
        format!("Form {id}, {purpose}, in {}", set.folder),
        format!("  tests {}", standards.join(", ")),
    ];
    if let Some(entry) = form.exposed {
        lines.push(format!("  exposed by entry {entry}"));
    }
    if !form.recalled.is_empty() {
        let items: Vec<String> = form.recalled.iter().map(u32::to_string).collect();
        lines.push(format!("  recalled items: {}", items.join(", ")));
    }
    if let Some(by) = form.corrected_by {
        lines.push(format!("  corrected by form {}", history.forms[by].id));
    }
    if form.attempts.is_empty() {
        lines.push("  nobody had it".to_owned());
    }
    for attempt in form.attempts.iter().map(|at| &history.attempts[*at]) {
        let who = called(history, names, attempt.student);
        lines.push(format!("  {who}: {}", told(history, policy, attempt)));
    }
    lines
}

fn of_student(
    history: &History,
    policy: &Policy,
    names: &HashMap<String, String>,
    at: usize,
) -> Vec<String> {
    let student = &history.students[at];
    let who = called(history, names, at);
    let section = student.section.as_ref().map(|name| format!(", {name}"));
    let state = if student.active { "" } else { ", inactive" };
    let mut lines = vec![format!(
        "Student {who}{}{state}",
        section.unwrap_or_default()
    )];
    for attempt in history.attempts_of(at) {
        let id = history.forms[attempt.form].id;
        lines.push(format!("  {id}: {}", told(history, policy, attempt)));
    }
    for asked in history
        .requests
        .iter()
        .filter(|r| r.request.student == student.id)
    {
        let request = &asked.request;
        let decided = match &asked.decision {
            None => "not reviewed".to_owned(),
            Some((_, decision)) if decision.granted => "granted".to_owned(),
            Some((_, decision)) => format!("refused: {}", decision.reason),
        };
        let (standard, day) = (&request.standard, request.day);
        lines.push(format!("  asked for {standard} on {day}: {decided}"));
    }
    lines
}

/// How a form for practice came to a student.
const PRACTISED: &str = "for practice";

/// When, how and with which result.
fn told(history: &History, policy: &Policy, attempt: &Attempt) -> String {
    let how = match attempt.handed {
        _ if history.set_of(attempt.form).purpose == Purpose::Practice => PRACTISED,
        Handed::Sitting => "handed out",
        Handed::Packet => "issued",
    };
    let day = attempt.handed_on;
    if how == PRACTISED && !attempt.is_marked() {
        return format!("{how} {day}");
    }
    let results = results(history, policy, attempt).join("; ");
    format!("{how} {day}; {results}")
}
