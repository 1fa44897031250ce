//! `isoform pool verify`: the ledger against the sets and their files.

use std::collections::BTreeSet;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::cli::Ending;
use crate::cli::folder;
use crate::cli::output::PLAN;
use crate::cli::pool::arguments::Pool;
use crate::cli::pool::open::{Opened, PACKETS, SETS, refused};
use crate::cli::pool::state::SNAPSHOT;
use crate::cli::pool::{Done, Stopped};
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::pool::entry::{AddedForm, AddedSet, Entry, Event};
use crate::pool::history::History;

pub fn verify(options: &Pool, terminal: &Terminal) -> Done {
    // Opening finishes what an interrupted run began.
    let pool = Opened::look(options)?;
    let entries = pool.ledger().entries().map_err(refused)?;
    let mut stopped = Stopped::default();
    let mut found = |what: String, help: &str| {
        let error = Diagnostic::error(Code::BadLedger, None, what);
        stopped.diagnostics.push(error.help(help));
    };
    let known: BTreeSet<&str> = entries.iter().flat_map(|e| e.event.folders()).collect();
    for entry in &entries {
        // What was cancelled may be thrown away.
        let is_undone = is_undone(&pool.history, entry);
        for name in entry.event.folders().into_iter().filter(|_| !is_undone) {
            if !pool.folder.join(name).is_dir() {
                let what = format!("`{name}` of entry {} is missing", entry.number);
                found(what, "take it from a backup");
            }
        }
        for set in sets(&entry.event).filter(|_| !is_undone) {
            if let Err(what) = whole(&pool.folder, set) {
                found(
                    what,
                    "take the folder from a backup; a set in a pool is never changed",
                );
            }
        }
    }
    for inner in [SETS, PACKETS] {
        for name in strangers(&pool.folder, inner, &known) {
            let what = format!("`{name}` is not in the ledger");
            found(what, "move it out of the pool");
        }
    }
    let replayed = History::replay(&entries);
    if replayed.as_ref() != Ok(&pool.history) {
        let what = format!("`{SNAPSHOT}` is not what the ledger comes to");
        found(what, "remove this file; it is made anew");
    }
    if !stopped.diagnostics.is_empty() {
        return Err(stopped);
    }
    let count = |count: usize, noun: &str| match count {
        1 => format!("1 {noun}"),
        count => format!("{count} {noun}s"),
    };
    let history = &pool.history;
    terminal.say(&format!(
        "{}, {}, {}, {}: the ledger and the files agree",
        count(entries.len(), "entry").replace("entrys", "entries"),
        count(history.sets.len(), "set"),
        count(history.forms.len(), "form"),
        count(history.students.len(), "student"),
    ));
    Ok(Ending::Done)
}

fn is_undone(history: &History, entry: &Entry) -> bool {
    let line = history.timeline.get(entry.number as usize - 1);
    line.is_some_and(|line| line.undone_by.is_some())
}

fn sets(event: &Event) -> impl Iterator<Item = &AddedSet> {
    let (one, editions) = match event {
        Event::SetAdded(set) => (Some(set), &[][..]),
        Event::Recalled(recall) => (None, &recall.editions[..]),
        _ => (None, &[][..]),
    };
    one.into_iter().chain(editions)
}

/// Whether a set is on the disk as the ledger says.
fn whole(pool: &Path, set: &AddedSet) -> Result<(), String> {
    let name = &set.folder;
    let path = pool.join(name).join(PLAN);
    let bytes = std::fs::read(&path).map_err(|error| format!("`{name}/{PLAN}`: {error}"))?;
    if digest(&bytes) != set.digest {
        return Err(format!(
            "`{name}/{PLAN}` is not the one that came into the pool"
        ));
    }
    let plan = folder::open(&path).map_err(|error| error.message)?.set;
    if let Some(form) = plan.changed().first() {
        return Err(format!(
            "form {form} of `{name}` is not the one that its ID stands for"
        ));
    }
    let again = AddedSet::of(&plan, name.clone(), set.digest.clone(), set.purpose);
    let bare = |form: &AddedForm| (form.id, form.items.clone());
    let forms = |set: &AddedSet| set.forms.iter().map(bare).collect::<Vec<_>>();
    if again.slots != set.slots || again.standards != set.standards || forms(&again) != forms(set) {
        return Err(format!(
            "the ledger says other things of `{name}` than its plan"
        ));
    }
    Ok(())
}

/// SHA-256 in hexadecimal digits, as entries keep it.
pub fn digest(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Folders that no entry names.
fn strangers(pool: &Path, inner: &str, known: &BTreeSet<&str>) -> Vec<String> {
    let entries = std::fs::read_dir(pool.join(inner)).into_iter().flatten();
    let name = |path: &Path| {
        path.file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    };
    let open = entries.flatten().filter(|entry| entry.path().is_dir());
    let open = open.map(|entry| format!("{inner}/{}", name(&entry.path())));
    // A hidden folder is the work of somebody who writes at this moment.
    let mut found: Vec<String> = open
        .filter(|name| !known.contains(&**name) && !name.ends_with(".part"))
        .collect();
    found.sort();
    found
}
