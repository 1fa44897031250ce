//! `isoform pool assign`: forms for a sitting of the class, so that neighbours differ.

use std::collections::HashMap;

use crate::cli::Ending;
use crate::cli::generate::fresh;
use crate::cli::pool::arguments::{Assign, Pool, PurposeName};
use crate::cli::pool::form::known_section;
use crate::cli::pool::open::{Opened, handouts};
use crate::cli::pool::packets::marks_table;
use crate::cli::pool::paper::{Paperwork, in_class_order, write_page};
use crate::cli::pool::{Done, policy};
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::pool::entry::{Event, Handout};
use crate::pool::fresh::Seen;
use crate::pool::history::{Attempt, History};
use crate::pool::policy::Fresh;
use crate::pool::spiral::{are_apart, spiral};
use crate::render::view::{HandoutView, HandoutsView};

pub fn assign(verb: &Assign, options: &Pool, terminal: &Terminal) -> Done {
    let policy = policy::read(&options.pool)?;
    let mut pool = Opened::write(options)?;
    let names = pool.names()?;
    let forms = forms(&pool.history, verb)?;
    let (students, had) = students(&pool.history, verb, &names)?;
    let seed = verb.seed.map_or_else(fresh, Ok)?;
    let width = verb.row.map(usize::from);
    let dealt = if verb.spiral {
        spiral(
            seed,
            &["sitting", &verb.sitting],
            forms.len(),
            students.len(),
            width,
        )
    } else {
        (0..students.len()).map(|seat| seat % forms.len()).collect()
    };
    let mut given: Vec<(usize, usize)> = Vec::new();
    for (student, place) in students.iter().zip(dealt) {
        let seen = Seen::by(&pool.history, *student);
        let all = Fresh {
            keys: true,
            contexts: true,
        };
        let turn = (0..forms.len()).map(|next| forms[(place + next) % forms.len()]);
        let new: Vec<usize> = turn
            .filter(|form| seen.stale(&pool.history, *form, policy.fresh).is_none())
            .collect();
        let best = new
            .iter()
            .find(|form| seen.stale(&pool.history, **form, all).is_none());
        let Some(form) = best.or(new.first()) else {
            let id = &pool.history.students[*student].id;
            let message = format!("student `{id}` has seen something of every one of these forms");
            let help =
                "make more forms by `isoform pool make`, or hand out more of them by `--forms`";
            return Err(Diagnostic::error(Code::NotNow, None, message)
                .help(help)
                .into());
        };
        given.push((*student, *form));
    }
    let paperwork = Paperwork::new(&policy, &pool)?;
    let view = view(&pool, verb, &names, &given);
    let event = Event::HandedOut {
        sitting: verb.sitting.clone(),
        handouts: given
            .iter()
            .map(|(student, form)| Handout {
                form: pool.history.forms[*form].id,
                student: pool.history.students[*student].id.clone(),
            })
            .collect(),
    };
    let text = paperwork.page("handouts.html", "handouts", &view)?;
    let [page, table] = handouts(pool.history.last + 1);
    write_page(&pool.part(&page)?, &text)?;
    write_page(&pool.part(&table)?, &marks_table(&pool.history, &given))?;
    pool.commit(event)?;
    for form in &forms {
        let count = given.iter().filter(|(_, own)| own == form).count();
        if count == 0 {
            continue;
        }
        let (own, set) = (&pool.history.forms[*form], pool.history.set_of(*form));
        let label = own.id.label();
        terminal.say(&format!(
            "form {label} {}: {}, in {}",
            own.id,
            students_of(count),
            set.folder
        ));
    }
    if had > 0 {
        terminal.say(&format!(
            "{} had a form of these standards before",
            students_of(had)
        ));
    }
    terminal.say(&format!(
        "{} handed out, seed {seed}; who has which: {page}",
        match given.len() {
            1 => "1 form".to_owned(),
            count => format!("{count} forms"),
        }
    ));
    if verb.purpose == PurposeName::Secure {
        terminal.say(&format!(
            "  {table} is to be filled in and read by `isoform pool marks import`"
        ));
    }
    Ok(Ending::Done)
}

fn students_of(count: usize) -> String {
    let noun = if count == 1 { "student" } else { "students" };
    format!("{count} {noun}")
}

/// The forms of just these standards, those first that were handed out least.
fn forms(history: &History, verb: &Assign) -> Result<Vec<usize>, Diagnostic> {
    let mut wanted: Vec<&str> = verb.standards.iter().map(String::as_str).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let fits = |form: &usize| {
        let mut own: Vec<&str> = history.standards_of(*form).collect();
        own.sort_unstable();
        own == wanted && of_purpose(history, verb, *form)
    };
    let mut found: Vec<usize> = (0..history.forms.len()).filter(fits).collect();
    found.sort_by_key(|form| (history.forms[*form].attempts.len(), *form));
    found.truncate(usize::from(verb.forms));
    if found.is_empty() {
        let known = history.standards();
        let unknown = wanted.iter().find(|id| !known.contains_key(**id));
        let message = match unknown {
            Some(id) => format!("the pool has no forms of `{id}`"),
            None => format!("the pool has no forms of just {}", suggest::listed(&wanted)),
        };
        let near = unknown.map(|id| suggest::help(id, known.keys().copied()));
        let help = near.filter(|help| !help.is_empty()).unwrap_or_else(|| {
            let ids: Vec<String> = wanted.iter().map(|id| format!("--standard {id}")).collect();
            let together = if ids.len() > 1 { " --together" } else { "" };
            let purpose = match verb.purpose {
                PurposeName::Secure => "",
                PurposeName::Practice => " --purpose practice",
            };
            format!(
                "make them: `isoform pool make {}{together}{purpose} --forms 8`",
                ids.join(" ")
            )
        });
        return Err(Diagnostic::error(Code::NotNow, None, message).help(help));
    }
    found.sort_unstable();
    Ok(found)
}

/// Whether a form is there for what is asked for, and may be handed out.
fn of_purpose(history: &History, verb: &Assign, form: usize) -> bool {
    history.set_of(form).purpose == verb.purpose.purpose() && history.is_whole(form)
}

/// Whether a student needs no other form of a standard because of one that was handed out: it has
/// results that count, or waits for them and did not leave the pool meanwhile.
fn settles(history: &History, verb: &Assign, attempt: &Attempt, standard: &str) -> bool {
    let place = history.place_of(attempt.form, standard);
    let outcome = place.and_then(|place| history.outcome(attempt, place));
    outcome.is_some_and(|outcome| {
        let counts = attempt.is_marked() && outcome.possible > 0;
        let purpose = history.set_of(attempt.form).purpose;
        purpose == verb.purpose.purpose() && (counts || history.is_whole(attempt.form))
    })
}

/// Who gets a form, in the order of handing out, and how many had one before.
fn students(
    history: &History,
    verb: &Assign,
    names: &HashMap<String, String>,
) -> Result<(Vec<usize>, usize), Diagnostic> {
    let here = |at: &usize| {
        let student = &history.students[*at];
        student.active && (verb.section.is_none() || student.section == verb.section)
    };
    let mut all: Vec<usize> = (0..history.students.len()).filter(here).collect();
    if all.is_empty() {
        known_section(history, verb.section.as_deref())?;
        let message = "there are no students here";
        let help = "read a roster: `isoform pool roster import students.csv`";
        return Err(Diagnostic::error(Code::NotNow, None, message).help(help));
    }
    let count = all.len();
    // Who was absent gets a form later; who had one does not get another without asking.
    all.retain(|student| {
        // Practice may be had as often as there is something new.
        if verb.purpose == PurposeName::Practice {
            return true;
        }
        let mut had = history.attempts_of(*student);
        !had.any(|attempt| {
            verb.standards
                .iter()
                .any(|id| settles(history, verb, attempt, id))
        })
    });
    let had = count - all.len();
    if all.is_empty() {
        let message = "everybody had a form of these standards before";
        let help = "who wants to try again asks for it: `isoform pool requests import`";
        return Err(Diagnostic::error(Code::NotNow, None, message).help(help));
    }
    in_class_order(history, names, &mut all);
    Ok((all, had))
}

fn view(
    pool: &Opened,
    verb: &Assign,
    names: &HashMap<String, String>,
    handouts: &[(usize, usize)],
) -> HandoutsView {
    let rows = handouts.iter().zip(1_u32..).map(|((student, form), seat)| {
        let student = &pool.history.students[*student];
        let form = &pool.history.forms[*form];
        HandoutView {
            seat,
            name: names.get(&student.id).cloned().unwrap_or_default(),
            student: student.id.clone(),
            section: student.section.clone().unwrap_or_default(),
            label: form.id.label().to_string(),
            form: form.id.to_string(),
        }
    });
    let held: Vec<usize> = handouts.iter().map(|(_, form)| *form).collect();
    HandoutsView {
        pool: pool.history.title.clone(),
        sitting: verb.sitting.clone(),
        day: pool.day.to_string(),
        standards: verb.standards.join(", "),
        apart: are_apart(&held, verb.row.map(usize::from)),
        width: verb.row,
        rows: rows.collect(),
    }
}
