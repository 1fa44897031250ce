//! The state of a pool at the start of a run: a snapshot and what came behind it, or a replay of
//! everything.

use std::fs;
use std::path::Path;

use crate::cli::pool::folder::part_of;
use crate::cli::pool::open::{LEDGER, damaged, made_by, refused};
use crate::diagnostic::Diagnostic;
use crate::pool::history::{History, Origin, Snapshot};
use crate::pool::ledger::{Ledger, Survey};

/// The snapshot. It may be thrown away at any time.
pub const SNAPSHOT: &str = ".pool.snapshot";
/// How long the texts of entries are, together, from which on a snapshot saves time: they are read
/// in a hundredth of a second.
const MANY: usize = 1 << 20;
/// Which part of a snapshot's size the texts behind it reach before it is written anew: the larger
/// it is, the longer that takes.
const PART: usize = 4;

/// What a pool is at the start of a run.
pub struct State {
    /// What it comes to.
    pub history: History,
    /// What stands in the pool's folder because of the entries that were replayed: all, or those
    /// behind the snapshot.
    pub made: Vec<String>,
    /// The digest of the last entry.
    digest: String,
    /// Whether replaying took so long that a snapshot is worth its place.
    is_long: bool,
}

impl State {
    /// Reads the ledger, or its snapshot and what came behind it.
    pub fn of(ledger: &Ledger, folder: &Path) -> Result<Self, Diagnostic> {
        if let Some(start) = from_snapshot(ledger, folder)? {
            let survey = ledger.survey(start.history.last).map_err(refused)?;
            if start.history.may_go_on(&survey.undone) {
                return Self::replayed(ledger, folder, start, &survey);
            }
        }
        let survey = ledger.survey(0).map_err(refused)?;
        Self::replayed(ledger, folder, Start::default(), &survey)
    }

    /// Goes on from a snapshot, or from the first entry on, with all entries that were surveyed.
    fn replayed(
        ledger: &Ledger,
        folder: &Path,
        start: Start,
        survey: &Survey,
    ) -> Result<Self, Diagnostic> {
        let (mut history, mut made) = (start.history, Vec::new());
        let mut reading = ledger.read(start.origin.as_ref(), survey.last);
        for some in &mut reading {
            for entry in some.map_err(refused)? {
                let undone_by = survey.undone.get(&entry.number).copied();
                let taken = history.take(&entry, undone_by);
                taken.map_err(|error| damaged(&folder.join(LEDGER), &error.to_string()))?;
                made.extend(made_by(entry.number, &entry.event));
            }
        }
        Ok(Self {
            history,
            made,
            is_long: reading.bytes >= MANY.max(start.size / PART),
            digest: reading.read.digest,
        })
    }

    /// Keeps a snapshot where it saves time. Only who holds the pool's lock may, once everything
    /// that the entries say is in its place. A snapshot that cannot be written is done without.
    pub fn keep(&self, ledger: &Ledger, folder: &Path) {
        if !self.is_long {
            return;
        }
        let salt = ledger.salt().ok();
        let Some(bytes) = salt.and_then(|salt| self.history.snapshot(&self.digest, &salt)) else {
            return;
        };
        let target = folder.join(SNAPSHOT);
        let part = part_of(&target);
        let _ = fs::write(&part, bytes).and_then(|()| fs::rename(&part, &target));
    }
}

/// What a replay starts from.
#[derive(Default)]
struct Start {
    history: History,
    /// Whose state it is; none before the first entry.
    origin: Option<Origin>,
    /// How large its snapshot is.
    size: usize,
}

/// A snapshot that is not of this ledger, or not whole, is passed over.
fn from_snapshot(ledger: &Ledger, folder: &Path) -> Result<Option<Start>, Diagnostic> {
    let Ok(bytes) = fs::read(folder.join(SNAPSHOT)) else {
        return Ok(None);
    };
    let salt = ledger.salt().map_err(refused)?;
    let Some(snapshot) = Snapshot::open(&bytes, &salt) else {
        return Ok(None);
    };
    let origin = snapshot.origin.clone();
    if ledger.digest(origin.entry).map_err(refused)?.as_ref() != Some(&origin.digest) {
        return Ok(None);
    }
    Ok(snapshot.history().map(|history| Start {
        history,
        origin: Some(origin),
        size: bytes.len(),
    }))
}
