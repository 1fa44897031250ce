//! Opening a pool, and writing into it: folders and an entry together, or neither.
//!
//! A folder of pages is made under a hidden name and flushed to the disk; then its entry is
//! written; then the folder takes its name. A run that is killed before the entry leaves a hidden
//! folder that the next run removes; one that is killed behind it leaves a folder that the next
//! run moves into place. Either way the operation is in the pool entirely or not at all.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jiff::{Timestamp, ZonedDateTime};

use crate::cli::pool::arguments::Pool;
use crate::cli::pool::folder::{self, part_of};
use crate::cli::pool::state::State;
use crate::diagnostic::{Code, Diagnostic};
use crate::pool::day::{Day, Moment};
use crate::pool::entry::{Entry, Event};
use crate::pool::history::History;
use crate::pool::ledger::{Access, Draft, Ledger, LedgerError};

/// The database.
pub const LEDGER: &str = "pool.sqlite";
/// The policy.
pub const POLICY: &str = "pool.yaml";
/// Where the sets are.
pub const SETS: &str = "sets";
/// Where packets are.
pub const PACKETS: &str = "packets";
/// What the pages that say who has which form are called.
const HANDOUTS: &str = "handouts";
/// The file that a writer keeps locked.
const LOCK: &str = ".pool.lock";
/// How long to wait for another isoform that writes.
const PATIENCE: Duration = Duration::from_secs(10);

/// A pool that is open.
pub struct Opened {
    /// Its folder.
    pub folder: PathBuf,
    /// What it is now.
    pub history: History,
    /// The day of what happens in this run.
    pub day: Day,
    ledger: Ledger,
    actor: String,
    at: Moment,
    /// What is told already and not yet written ([`Opened::hold`]).
    held: Vec<Event>,
    /// Kept while writing; the system releases it also when the process is killed.
    _lock: Option<File>,
}

impl Opened {
    /// Opens the pool to look at it.
    pub fn look(options: &Pool) -> Result<Self, Diagnostic> {
        Self::open(options, Access::Read)
    }

    /// Opens the pool to write into it; nobody else can until it is dropped.
    pub fn write(options: &Pool) -> Result<Self, Diagnostic> {
        Self::open(options, Access::Write)
    }

    fn open(options: &Pool, access: Access) -> Result<Self, Diagnostic> {
        let folder = options.pool.clone();
        let path = folder.join(LEDGER);
        let lock = match access {
            // Nothing is made in a folder that has no pool.
            Access::Write if path.is_file() => Some(lock(&folder)?),
            Access::Write => None,
            // Who only looks finishes the work of a killed run where nobody writes. Who would take
            // the lock behind a look at the ledger would take a new entry's folder for nobody's.
            Access::Read => free(&folder),
        };
        let ledger = Ledger::open(&path, access).map_err(refused)?;
        let state = State::of(&ledger, &folder)?;
        if lock.is_some() {
            match settle(&folder, &state.made) {
                Ok(()) => state.keep(&ledger, &folder),
                Err(error) if access == Access::Write => return Err(error),
                Err(_) => {}
            }
        }
        Ok(Self {
            folder,
            history: state.history,
            day: day(options),
            ledger,
            actor: options.by.clone(),
            at: Moment::new(Timestamp::now()),
            held: Vec::new(),
            _lock: lock.filter(|_| access == Access::Write),
        })
    }

    /// Adds an entry, and those that were held before it, all of them or none. The folders and
    /// pages that come with them stand complete under their hidden names ([`Opened::part`]); they
    /// take their names.
    pub fn commit(&mut self, event: Event) -> Result<u64, Diagnostic> {
        self.commit_named(event, &[])
    }

    /// Adds an entry, with names of students, which stand beside the entries.
    pub fn commit_named(
        &mut self,
        event: Event,
        names: &[(String, String)],
    ) -> Result<u64, Diagnostic> {
        self.hold(event)?;
        self.write_held(names)?;
        Ok(self.history.last)
    }

    /// Takes an event into the history without writing it, for an operation that has several.
    pub fn hold(&mut self, event: Event) -> Result<(), Diagnostic> {
        let entry = Entry {
            number: self.history.last + 1,
            at: self.at,
            day: self.day,
            actor: self.actor.clone(),
            event,
        };
        let taken = self.history.take(&entry, None);
        taken.map_err(|error| damaged(&self.folder.join(LEDGER), &error.to_string()))?;
        self.held.push(entry.event);
        Ok(())
    }

    /// Writes everything that is held, all of it or nothing.
    pub fn write_held(&mut self, names: &[(String, String)]) -> Result<(), Diagnostic> {
        let last = self.history.last - self.held.len() as u64;
        let numbered = self.held.iter().zip(last + 1..);
        let made: Vec<PathBuf> = numbered
            .flat_map(|(event, number)| made_by(number, event))
            .map(|name| self.folder.join(name))
            .collect();
        for target in &made {
            folder::flush(&part_of(target))?;
        }
        let drafts: Vec<Draft<'_>> = self
            .held
            .drain(..)
            .map(|event| Draft {
                at: self.at,
                day: self.day,
                actor: &self.actor,
                event,
                names,
            })
            .collect();
        let written = self.ledger.append(last, &drafts).map_err(refused)?;
        for target in &made {
            folder::settle(target)?;
        }
        if written
            .iter()
            .any(|entry| matches!(entry.event, Event::Undone { .. }))
        {
            let state = State::of(&self.ledger, &self.folder)?;
            state.keep(&self.ledger, &self.folder);
            self.history = state.history;
        }
        Ok(())
    }

    /// Where a folder of the pool is now: under its name, or hidden while its entry is held.
    pub fn place(&self, name: &str) -> PathBuf {
        let target = self.folder.join(name);
        match target.exists() {
            true => target,
            false => part_of(&target),
        }
    }

    /// The hidden name under which the folder `name`, such as `sets/003-7.NS.A.2d`, is made. It is
    /// free: what an interrupted run left there is removed.
    pub fn part(&self, name: &str) -> Result<PathBuf, Diagnostic> {
        let target = self.folder.join(name);
        folder::clear(&target)?;
        Ok(part_of(&target))
    }

    /// The ledger itself.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The names of students by their ids.
    pub fn names(&self) -> Result<std::collections::HashMap<String, String>, Diagnostic> {
        let names = self.ledger.names().map_err(refused)?;
        Ok(names.into_iter().collect())
    }
}

/// The day of what happens in this run: as typed, or today where this computer stands.
pub fn day(options: &Pool) -> Day {
    options
        .on
        .unwrap_or_else(|| Day::new(ZonedDateTime::now().date()))
}

/// The first entry of a new pool.
pub fn begin(options: &Pool, event: Event) -> Result<(), Diagnostic> {
    let draft = Draft {
        at: Moment::new(Timestamp::now()),
        day: day(options),
        actor: &options.by,
        event,
        names: &[],
    };
    Ledger::create(&options.pool.join(LEDGER), &draft).map_err(refused)
}

/// Finishes what a killed run began: folders whose entry is written take their names, others go.
fn settle(folder: &Path, made: &[String]) -> Result<(), Diagnostic> {
    for name in made {
        folder::settle(&folder.join(name))?;
    }
    folder::sweep(&folder.join(SETS), "")?;
    folder::sweep(&folder.join(PACKETS), "")?;
    // Others may be writing into the pool's own folder.
    folder::sweep(folder, HANDOUTS)
}

/// The page that says who has which form, of the entry with this number, and the table for their
/// marks.
pub fn handouts(number: u64) -> [String; 2] {
    ["html", "csv"].map(|kind| format!("{HANDOUTS}-{number:03}.{kind}"))
}

/// What stands in the pool's folder because of an entry.
pub fn made_by(number: u64, event: &Event) -> Vec<String> {
    match event {
        Event::HandedOut { .. } => handouts(number).to_vec(),
        event => event.folders().into_iter().map(str::to_owned).collect(),
    }
}

/// A ledger whose entries make no history.
pub fn damaged(path: &Path, what: &str) -> Diagnostic {
    refused(LedgerError::Damaged {
        path: path.to_path_buf(),
        what: what.to_owned(),
    })
}

/// A message about a ledger.
pub fn refused(error: LedgerError) -> Diagnostic {
    Diagnostic::error(Code::BadLedger, None, error.to_string()).help(error.help())
}

/// The lock, if nobody holds it and there is one.
fn free(folder: &Path) -> Option<File> {
    let file = File::open(folder.join(LOCK)).ok()?;
    file.try_lock().is_ok().then_some(file)
}

/// Waits until no other isoform writes into the pool.
fn lock(folder: &Path) -> Result<File, Diagnostic> {
    let path = folder.join(LOCK);
    let fail = |error: std::io::Error| {
        let message = format!("`{}` may not be written: {error}", folder.display());
        Diagnostic::error(Code::BadLedger, None, message)
            .help(LedgerError::ReadOnly(path.clone()).help())
    };
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(fail)?;
    let until = Instant::now() + PATIENCE;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::Error(error)) => return Err(fail(error)),
            Err(TryLockError::WouldBlock) if Instant::now() < until => {
                std::thread::sleep(Duration::from_millis(20));
            }
            Err(TryLockError::WouldBlock) => {
                return Err(refused(LedgerError::Locked(folder.join(LEDGER))));
            }
        }
    }
}
