//! Finding a form or a student by what is typed, and saying what came of an attempt.

use std::collections::HashMap;

use crate::diagnostic::{self, Code, Diagnostic};
use crate::form::id::{FormId, suggest};
use crate::pool::history::{Attempt, History};
use crate::pool::policy::Policy;

/// The form with the ID that was typed.
pub fn find(history: &History, typed: &str) -> Result<usize, Diagnostic> {
    let refuse = |message: String| {
        let known: Vec<FormId> = history.forms.iter().map(|form| form.id).collect();
        let help = suggest(typed, &known).map(|meant| format!("did you mean `{meant}`?"));
        let help = help.unwrap_or_else(|| "type the ID on a paper of this pool".to_owned());
        Diagnostic::error(Code::BadArgument, None, message).help(help)
    };
    let id: FormId = typed.parse().map_err(|error| refuse(format!("{error}")))?;
    let found = history.form(id);
    found.ok_or_else(|| refuse(format!("the pool has no form `{id}`")))
}

/// A list of a section that is not there would be empty, and seem to say something.
pub fn known_section(history: &History, section: Option<&str>) -> Result<(), Diagnostic> {
    let own = history.students.iter();
    let mut sections: Vec<&str> = own
        .filter_map(|student| student.section.as_deref())
        .collect();
    sections.sort_unstable();
    sections.dedup();
    match section.filter(|name| !sections.contains(name)) {
        None => Ok(()),
        Some(name) => {
            let message = format!("there is no student in section `{name}`");
            let help = diagnostic::suggest::help(name, sections);
            Err(Diagnostic::error(Code::NotNow, None, message).help(help))
        }
    }
}

/// A student as the teacher knows them: `S07 Ada Lovelace`.
pub fn called(history: &History, names: &HashMap<String, String>, student: usize) -> String {
    let id = &history.students[student].id;
    match names.get(id) {
        Some(name) => format!("{id} {name}"),
        None => id.clone(),
    }
}

/// What came of an attempt, standard by standard.
pub fn results(history: &History, policy: &Policy, attempt: &Attempt) -> Vec<String> {
    let standards = history.set_of(attempt.form).standards.iter().enumerate();
    standards
        .map(|(place, standard)| {
            let id = &standard.id;
            let cut = policy.cut(id, standard.cut);
            let outcome = history
                .outcome(attempt, place)
                .map(|outcome| outcome.by_cut(cut));
            let Some(outcome) = outcome.filter(|_| attempt.is_marked()) else {
                return format!("{id} not attempted");
            };
            let (earned, possible) = (outcome.earned, outcome.possible);
            let verdict = match outcome.is_mastered() {
                Some(true) => "mastered".to_owned(),
                Some(false) => "not yet".to_owned(),
                None if possible == 0 => "recalled".to_owned(),
                None => format!("{} not marked", outcome.unmarked),
            };
            format!("{id} {earned} of {possible}, {verdict}")
        })
        .collect()
}
