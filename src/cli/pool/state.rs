//! The state of a pool at the start of a run: a snapshot and what came behind it, or a replay of
//! everything.

use std::fs;
use std::path::Path;

use crate::cli::pool::folder::part_of;
use crate::cli::pool::open::{LEDGER, damaged, refused};
use crate::diagnostic::Diagnostic;
use crate::pool::entry::Entry;
use crate::pool::history::{History, Origin, ReplayError, origin};
use crate::pool::ledger::Ledger;

/// The snapshot. It may be thrown away at any time.
pub const SNAPSHOT: &str = ".pool.snapshot";
/// How long the texts of entries are, together, from which on a snapshot saves time: they are read
/// in a hundredth of a second.
const MANY: usize = 1 << 20;

/// What a pool is at the start of a run.
pub struct State {
    /// What it comes to.
    pub history: History,
    /// The entries that were replayed: all, or those behind the snapshot.
    pub entries: Vec<Entry>,
    /// The digest of the last entry.
    digest: String,
    /// Whether replaying took so long that a snapshot is worth its place.
    is_long: bool,
}

impl State {
    /// Reads the ledger, or its snapshot and what came behind it.
    pub fn of(ledger: &Ledger, folder: &Path) -> Result<Self, Diagnostic> {
        if let Some(state) = Self::from_snapshot(ledger, folder)? {
            return Ok(state);
        }
        let all = ledger.entries_behind(None).map_err(refused)?;
        let history = History::replay(&all.entries).map_err(|error| odd(folder, &error))?;
        Ok(Self {
            history,
            entries: all.entries,
            digest: all.digest,
            is_long: all.bytes >= MANY,
        })
    }

    /// A snapshot that is not of this ledger, or not whole, is passed over.
    fn from_snapshot(ledger: &Ledger, folder: &Path) -> Result<Option<Self>, Diagnostic> {
        let Ok(snapshot) = fs::read(folder.join(SNAPSHOT)) else {
            return Ok(None);
        };
        let salt = ledger.salt().map_err(refused)?;
        let Some(origin) = origin(&snapshot, &salt) else {
            return Ok(None);
        };
        if !is_of(&origin, ledger)? {
            return Ok(None);
        }
        let Some(history) = History::of_snapshot(&snapshot, &salt) else {
            return Ok(None);
        };
        let behind = ledger.entries_behind(Some(&origin)).map_err(refused)?;
        let resumed = history.resumed(&behind.entries);
        let resumed = resumed.map_err(|error| odd(folder, &error))?;
        Ok(resumed.map(|history| Self {
            history,
            entries: behind.entries,
            digest: behind.digest,
            is_long: behind.bytes >= MANY,
        }))
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

fn is_of(origin: &Origin, ledger: &Ledger) -> Result<bool, Diagnostic> {
    let found = ledger.digest(origin.entry).map_err(refused)?;
    Ok(found.as_ref() == Some(&origin.digest))
}

fn odd(folder: &Path, error: &ReplayError) -> Diagnostic {
    damaged(&folder.join(LEDGER), &error.to_string())
}
