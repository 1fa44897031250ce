//! Corrected editions of forms, and marks by their keys.

use std::collections::BTreeSet;
use std::path::Path;

use crate::bank::ItemBank;
use crate::cli::banks;
use crate::cli::folder::{self, audit};
use crate::cli::generate::{Output, stage};
use crate::cli::output::PLAN;
use crate::cli::pool::Stopped;
use crate::cli::pool::form::called;
use crate::cli::pool::open::{Opened, SETS};
use crate::cli::pool::recall::Touched;
use crate::cli::pool::verify::digest;
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::form::FormSet;
use crate::form::id::FormId;
use crate::instance::item::Item;
use crate::instance::response::Verdict;
use crate::pool::entry::{AddedSet, Answered, Gave, Place, Rescored};
use crate::pool::marks::written;
use crate::pool::points::Points;
use crate::render::check;

/// What a corrected bank makes of recalled places.
#[derive(Debug, Default)]
pub struct Corrected {
    /// The corrected editions of sets.
    pub editions: Vec<AddedSet>,
    /// Marks by the corrected keys.
    pub rescored: Vec<Rescored>,
    /// What the teacher is told.
    pub notes: Vec<String>,
}

/// Makes the editions under their hidden names, and marks again what can be marked.
pub fn correct(
    pool: &Opened,
    bank: &Path,
    touched: &Touched,
    terminal: &Terminal,
) -> Result<Corrected, Stopped> {
    let bank = read(bank)?;
    let mut corrected = Corrected::default();
    for (at, (set, places)) in touched {
        let forms: BTreeSet<FormId> = places.iter().map(|place| place.form).collect();
        let items = set.forms.iter().flat_map(|form| {
            let numbered = (1_u32..).zip(&form.items);
            numbered.map(|(item, placed)| {
                (
                    Place {
                        form: form.id,
                        item,
                    },
                    placed.item.model,
                )
            })
        });
        let models = items.filter(|(place, _)| places.contains(place));
        let models: BTreeSet<usize> = models.map(|(_, model)| model).collect();
        let models: Vec<usize> = models.into_iter().collect();
        let edition = set.corrected(&bank, &models, |form| forms.contains(&form.id))?;
        if edition.forms.is_empty() {
            let message = "the corrected bank makes the same forms";
            let help = "name the bank in which the mistake is mended, by --bank";
            let error = Diagnostic::error(Code::NotNow, None, message).help(help);
            return Err(error.into());
        }
        rescore(pool, set, &edition, places, &mut corrected)?;
        let added = put(pool, *at, set, &edition, corrected.editions.len(), terminal)?;
        let (count, folder) = (added.forms.len(), &added.folder);
        let noun = if count == 1 { "form" } else { "forms" };
        corrected
            .notes
            .push(format!("  corrected edition of {count} {noun} in {folder}"));
        corrected.editions.push(added);
    }
    Ok(corrected)
}

fn read(path: &Path) -> Result<ItemBank, Stopped> {
    let mut stopped = Stopped::default();
    let bank = banks::read(path, &mut stopped.sources, &mut stopped.diagnostics);
    if let Some(bank) = &bank {
        stopped.diagnostics.extend(check::texts(bank));
    }
    match bank {
        Some(bank) if !stopped.diagnostics.has_errors() => Ok(bank),
        _ => Err(stopped),
    }
}

/// Writes an edition under its hidden name.
fn put(
    pool: &Opened,
    at: usize,
    old: &FormSet,
    edition: &FormSet,
    number: usize,
    terminal: &Terminal,
) -> Result<AddedSet, Diagnostic> {
    let before = &pool.history.sets[at].added;
    let suffix = if number == 0 {
        String::new()
    } else {
        format!("-{}", number + 1)
    };
    let name = format!("{SETS}/{:03}-corrected{suffix}", pool.history.last + 1);
    let part = pool.part(&name)?;
    let opened = folder::open(&pool.folder.join(&before.folder))?;
    let report = audit(edition, opened.tries)?;
    let output = Output {
        folder: &part,
        quiet: true,
        terminal,
    };
    stage(edition, &report, &opened.beside, &output)?.finish()?;
    let bytes = std::fs::read(part.join(PLAN)).map_err(|error| {
        let message = format!("cannot read `{}`: {error}", part.join(PLAN).display());
        Diagnostic::error(Code::CannotRead, None, message)
    })?;
    let mut added = AddedSet::of(edition, name, digest(&bytes), before.purpose);
    added.standards.clone_from(&before.standards);
    for (form, made) in added.forms.iter_mut().zip(&edition.forms) {
        let same = old.forms.iter().find(|old| old.label == made.label);
        form.corrects = same.map(|old| old.id);
    }
    Ok(added)
}

/// Marks again what was chosen among options; the rest is for the teacher.
fn rescore(
    pool: &Opened,
    set: &FormSet,
    edition: &FormSet,
    places: &[Place],
    corrected: &mut Corrected,
) -> Result<(), Diagnostic> {
    let history = &pool.history;
    let names = pool.names()?;
    for place in places {
        let find = |set: &FormSet, label| {
            let form = set.forms.iter().find(|form| form.label == label)?;
            let placed = form.items.get(place.item as usize - 1)?;
            Some(placed.item.clone())
        };
        let label = place.form.label();
        let (Some(old), Some(new)) = (find(set, label), find(edition, label)) else {
            continue;
        };
        let mut waiting = Vec::new();
        let form = history.form(place.form);
        let attempts = form.map_or(&[][..], |form| &history.forms[form].attempts);
        for attempt in attempts.iter().map(|at| &history.attempts[*at]) {
            let Some(mark) = attempt.items.get(place.item) else {
                continue;
            };
            let (student, form) = (attempt.student, place.form);
            match again(mark, &old, &new, edition) {
                Some(answered) if answered == *mark => {}
                Some(answered) => corrected.rescored.push(Rescored {
                    form,
                    student: history.students[student].id.clone(),
                    answered,
                }),
                None => waiting.push(called(history, &names, student)),
            }
        }
        if !waiting.is_empty() {
            let (form, item) = (place.form, place.item);
            let note = format!(
                "  look again at item {item} of form {form}: {}",
                waiting.join(", ")
            );
            corrected.notes.push(note);
        }
    }
    Ok(())
}

/// The mark of an option chosen on the old paper, by the new key; `None` if only a person can say.
fn again(mark: &Answered, old: &Item, new: &Item, edition: &FormSet) -> Option<Answered> {
    let letter = match &mark.gave {
        Gave::Option(letter) => *letter,
        Gave::Blank => return Some(mark.clone()),
        Gave::Wrote(text) => return rewritten(mark, text, new, edition),
        _ => return None,
    };
    let chosen = old
        .options
        .get((letter as usize).checked_sub('A' as usize)?)?;
    let model = edition.models.get(new.model)?;
    let key = new.options.iter().find(|option| option.is_key)?;
    let is_right = key.value.same(&chosen.value);
    let worth = if is_right {
        Points::whole(model.points)
    } else {
        Points::NONE
    };
    let now = new
        .options
        .iter()
        .find(|option| option.value.same(&chosen.value));
    let slip = now
        .and_then(|option| option.misconception)
        .filter(|_| !is_right);
    let slip = slip.and_then(|at| model.misconceptions.get(at));
    Some(Answered {
        points: worth,
        slip: slip.map(|misconception| misconception.slip.as_str().into()),
        ..mark.clone()
    })
}

/// The mark of an answer that stood on a line, by the new key.
fn rewritten(mark: &Answered, text: &str, new: &Item, edition: &FormSet) -> Option<Answered> {
    let model = edition.models.get(new.model)?;
    let (points, slip) = match written(text, edition, new) {
        Verdict::Right => (Points::whole(model.points), None),
        Verdict::Wrong(slip) => (
            Points::NONE,
            slip.and_then(|at| model.misconceptions.get(at)),
        ),
        _ => return None,
    };
    Some(Answered {
        points,
        slip: slip.map(|misconception| misconception.slip.as_str().into()),
        ..mark.clone()
    })
}
