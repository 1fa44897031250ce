//! `isoform pool recall ITEM --when EXPR`: an item model was wrong.

use std::collections::{BTreeMap, BTreeSet};

use crate::cli::Ending;
use crate::cli::pool::arguments::{Pool, Recall, RecallRemedy};
use crate::cli::pool::edition::{Corrected, correct};
use crate::cli::pool::form::{called, results};
use crate::cli::pool::marks::plan;
use crate::cli::pool::open::Opened;
use crate::cli::pool::{Done, Stopped, policy};
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::form::set::FormSet;
use crate::pool::entry::{Event, Place, Recall as Recalled, Remedy};
use crate::pool::history::History;
use crate::pool::policy::Policy;
use crate::pool::recall::{is_meant, places, unknown};
use crate::source::{SourceText, Span};

/// The places to be recalled, set by set.
pub type Touched = BTreeMap<usize, (FormSet, Vec<Place>)>;

pub fn recall(verb: &Recall, options: &Pool, terminal: &Terminal) -> Done {
    let mut pool = match verb.dry_run {
        true => Opened::look(options)?,
        false => Opened::write(options)?,
    };
    let touched = touched(&pool, verb)?;
    let all: Vec<Place> = touched
        .values()
        .flat_map(|(_, places)| places)
        .copied()
        .collect();
    if all.is_empty() {
        let message = "no instance in the pool is meant";
        let error = Diagnostic::error(Code::NotNow, None, message);
        let help = "check the condition; it is about the values the model draws";
        return Err(error.help(help).into());
    }
    let policy = policy::read(&pool.folder)?;
    let before = said(&pool.history, &policy, &all);
    report(&pool, verb, &all, terminal)?;
    if verb.dry_run {
        return Ok(Ending::Done);
    }
    let corrected = match &verb.bank {
        Some(bank) => correct(&pool, bank, &touched, terminal)?,
        None => Corrected::default(),
    };
    let remedy = match (verb.remedy, verb.bank.is_some()) {
        (Some(RecallRemedy::Drop), _) | (None, false) => Remedy::Drop,
        (Some(RecallRemedy::Credit), _) => Remedy::Credit,
        (Some(RecallRemedy::Keep), _) | (None, true) => Remedy::Keep,
    };
    let number = pool.commit(Event::Recalled(Recalled {
        model: verb.item.clone(),
        when: verb.when.clone(),
        reason: verb.why.clone(),
        places: all.clone(),
        remedy,
        rescored: corrected.rescored,
        editions: corrected.editions,
    }))?;
    terminal.say(&format!(
        "recalled by entry {number}; the old keys are kept"
    ));
    corrected.notes.iter().for_each(|note| terminal.say(note));
    let names = pool.names()?;
    for (attempt, after) in said(&pool.history, &policy, &all) {
        if let Some(before) = before.get(&attempt).filter(|before| **before != after) {
            let attempt = &pool.history.attempts[attempt];
            let who = called(&pool.history, &names, attempt.student);
            let id = pool.history.forms[attempt.form].id;
            terminal.say(&format!("  {who}, {id}: was {before}; is {after}"));
        }
    }
    Ok(Ending::Done)
}

/// The places that are meant, in every set that was not cancelled.
fn touched(pool: &Opened, verb: &Recall) -> Result<Touched, Stopped> {
    let mut stopped = Stopped::default();
    let when = verb.when.as_ref().map(|text| {
        let file = stopped.sources.add("--when", text.clone());
        SourceText::verbatim(text.clone(), Span::new(file, 0..text.len()))
    });
    let sets = &pool.history.sets;
    let models: BTreeSet<&str> = sets
        .iter()
        .flat_map(|set| &set.added.models)
        .map(|model| &**model)
        .collect();
    if !models.iter().any(|model| is_meant(&verb.item, model)) {
        return Err(unknown(&verb.item, models).into());
    }
    let mut found = Touched::new();
    for (at, set) in sets.iter().enumerate() {
        if !set
            .added
            .models
            .iter()
            .any(|model| is_meant(&verb.item, model))
        {
            continue;
        }
        let plan = plan(pool, at)?;
        match places(&plan, &verb.item, when.as_ref()) {
            Ok(places) if places.is_empty() => {}
            Ok(places) => {
                found.insert(at, (plan, places));
            }
            Err(diagnostics) => {
                stopped.diagnostics = diagnostics;
                return Err(stopped);
            }
        }
    }
    Ok(found)
}

/// What is touched: forms, students and marks.
fn report(
    pool: &Opened,
    verb: &Recall,
    all: &[Place],
    terminal: &Terminal,
) -> Result<(), Diagnostic> {
    let history = &pool.history;
    let names = pool.names()?;
    let mut forms: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    for place in all {
        if let Some(form) = history.form(place.form) {
            forms.entry(form).or_default().push(place.item);
        }
    }
    let attempts = || forms.keys().flat_map(|form| &history.forms[*form].attempts);
    let students: BTreeSet<usize> = attempts().map(|at| history.attempts[*at].student).collect();
    let marks = attempts()
        .filter(|at| history.attempts[**at].is_marked())
        .count();
    let count = |count: usize, noun: &str| match count {
        1 => format!("1 {noun}"),
        count => format!("{count} {noun}s"),
    };
    terminal.say(&format!(
        "item model `{}`: {} on {}, {} had one, {} marked",
        verb.item,
        count(all.len(), "instance"),
        count(forms.len(), "form"),
        count(students.len(), "student"),
        count(marks, "paper"),
    ));
    for (form, items) in &forms {
        let own = &history.forms[*form];
        let items: Vec<String> = items.iter().map(u32::to_string).collect();
        let holders = own.attempts.iter().map(|at| history.attempts[*at].student);
        let holders: Vec<String> = holders.map(|at| called(history, &names, at)).collect();
        let holders = match holders.is_empty() {
            true => "nobody had it".to_owned(),
            false => holders.join(", "),
        };
        let noun = if items.len() == 1 { "item" } else { "items" };
        terminal.say(&format!(
            "  {}, {noun} {}: {holders}",
            own.id,
            items.join(", ")
        ));
    }
    Ok(())
}

/// What marked attempts say, by their places.
fn said(history: &History, policy: &Policy, all: &[Place]) -> BTreeMap<usize, String> {
    let forms: BTreeSet<usize> = all
        .iter()
        .filter_map(|place| history.form(place.form))
        .collect();
    let attempts = forms.iter().flat_map(|form| &history.forms[*form].attempts);
    let marked = attempts.filter(|at| history.attempts[**at].is_marked());
    marked
        .map(|at| {
            (
                *at,
                results(history, policy, &history.attempts[*at]).join("; "),
            )
        })
        .collect()
}
