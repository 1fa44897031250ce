//! The ledger in its database: one file, to which entries are only ever added.
//!
//! Besides entries the file holds the names of students, in a table of their own, and views of the
//! entries for spreadsheets and SQL. Triggers refuse to change or delete an entry, and each entry
//! holds a digest over itself and the one before, so that a change from outside shows.

mod error;
mod file;
mod rows;
mod schema;

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, Transaction, TransactionBehavior, params};

use crate::pool::day::{Day, Moment};
use crate::pool::entry::{Entry, Event};

pub use error::LedgerError;
pub use rows::{Reading, Survey};
use rows::{Row, number};

/// How long to wait for another process.
const PATIENCE: Duration = Duration::from_secs(3);

/// What a database is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Looking.
    Read,
    /// Adding entries.
    Write,
}

/// An open ledger.
#[derive(Debug)]
pub struct Ledger {
    connection: Connection,
    path: PathBuf,
}

/// An entry that is not yet written.
#[derive(Debug, Clone)]
pub struct Draft<'a> {
    /// When it is written.
    pub at: Moment,
    /// The day on which it happened in class.
    pub day: Day,
    /// Who writes it.
    pub actor: &'a str,
    /// What happened.
    pub event: Event,
    /// Names of students, kept beside the entries.
    pub names: &'a [(String, String)],
}

impl Ledger {
    /// Makes a ledger whose first entry is `first`. It appears whole or not at all.
    ///
    /// # Errors
    /// There is a file already, or none can be written.
    pub fn create(path: &Path, first: &Draft<'_>) -> Result<(), LedgerError> {
        let part = file::begin(path)?;
        let fail = |error: rusqlite::Error| LedgerError::of(path, error);
        let connection = Connection::open(&part).map_err(fail)?;
        connection
            .execute_batch(schema::PREPARE)
            .and_then(|()| connection.execute_batch(schema::TABLES))
            .map_err(fail)?;
        let path = path.to_path_buf();
        let mut ledger = Self { connection, path };
        ledger.append(0, std::slice::from_ref(first))?;
        let Self { connection, path } = ledger;
        // Closing moves all pages from the write-ahead log into the file.
        connection
            .close()
            .map_err(|(_, error)| LedgerError::of(&path, error))?;
        file::finish(&part, &path)
    }

    /// Opens a ledger. A file that is damaged or another program's is not touched.
    ///
    /// # Errors
    /// It is not there, locked, read-only, damaged, or no ledger of a version that is known.
    pub fn open(path: &Path, access: Access) -> Result<Self, LedgerError> {
        file::examine(path, access)?;
        let fail = |error: rusqlite::Error| LedgerError::of(path, error);
        let connection = match access {
            Access::Write => Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE),
            Access::Read => looking(path),
        };
        let connection = connection.map_err(fail)?;
        connection.busy_timeout(PATIENCE).map_err(fail)?;
        connection.execute_batch(schema::SETTINGS).map_err(fail)?;
        let found: String = connection
            .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
            .map_err(fail)?;
        if found != "ok" {
            let path = path.to_path_buf();
            return Err(LedgerError::Damaged { path, what: found });
        }
        let path = path.to_path_buf();
        Ok(Self { connection, path })
    }

    /// All entries, in order.
    ///
    /// # Errors
    /// The database fails; a digest does not fit; a number is missing; an entry cannot be read.
    pub fn entries(&self) -> Result<Vec<Entry>, LedgerError> {
        let mut all = Vec::new();
        for some in self.read(None, u64::MAX) {
            all.extend(some?);
        }
        Ok(all)
    }

    /// The digest of an entry; none if there is no such entry.
    ///
    /// # Errors
    /// The database fails.
    pub fn digest(&self, entry: u64) -> Result<Option<String>, LedgerError> {
        let found = self.connection.query_row(
            "SELECT digest FROM entries WHERE number = ?1",
            [entry.cast_signed()],
            |row| row.get(0),
        );
        match found {
            Ok(digest) => Ok(Some(digest)),
            Err(rusqlite::Error::QueryReturnedNoRows) => Ok(None),
            Err(error) => Err(LedgerError::of(&self.path, error)),
        }
    }

    /// The names of students by their ids.
    ///
    /// # Errors
    /// The database fails.
    pub fn names(&self) -> Result<Vec<(String, String)>, LedgerError> {
        let fail = |error| LedgerError::of(&self.path, error);
        let mut query = self
            .connection
            .prepare("SELECT student, name FROM names ORDER BY student")
            .map_err(fail)?;
        let rows = query
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .map_err(fail)?;
        rows.collect::<Result<_, _>>().map_err(fail)
    }

    /// What only this pool knows: exports for others mix the numbers of students with it.
    ///
    /// # Errors
    /// The database fails.
    pub fn salt(&self) -> Result<String, LedgerError> {
        let found = self
            .connection
            .query_row("SELECT salt FROM secret", [], |row| row.get(0));
        found.map_err(|error| LedgerError::of(&self.path, error))
    }

    /// Adds entries behind the one with number `last`, all of them or nothing.
    ///
    /// # Errors
    /// Another process added entries meanwhile, or the database fails.
    pub fn append(&mut self, last: u64, drafts: &[Draft<'_>]) -> Result<Vec<Entry>, LedgerError> {
        let fail = |error| LedgerError::of(&self.path, error);
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(fail)?;
        let newest = transaction
            .query_row(
                "SELECT number, digest FROM entries ORDER BY number DESC LIMIT 1",
                [],
                |row| Ok((number(row)?, row.get::<_, String>(1)?)),
            )
            .map(Some)
            .or_else(|error| match error {
                rusqlite::Error::QueryReturnedNoRows => Ok(None),
                error => Err(error),
            })
            .map_err(fail)?;
        let (found, mut before) = newest.unwrap_or_default();
        if found != last {
            return Err(LedgerError::Outrun);
        }
        let mut written = Vec::new();
        for (draft, number) in drafts.iter().zip(last + 1..) {
            let (entry, digest) = insert(&transaction, number, draft, &before, &self.path)?;
            written.push(entry);
            before = digest;
        }
        transaction.commit().map_err(fail)?;
        Ok(written)
    }
}

/// Writes an entry behind the one with the digest `before`; returns it with its own digest.
fn insert(
    transaction: &Transaction<'_>,
    number: u64,
    draft: &Draft<'_>,
    before: &str,
    path: &Path,
) -> Result<(Entry, String), LedgerError> {
    let fail = |error| LedgerError::of(path, error);
    let payload = serde_json::to_string(&draft.event)
        .map_err(|error| LedgerError::unreadable(path, number, &error))?;
    let mut row = Row {
        number,
        at: draft.at.to_string(),
        day: draft.day.to_string(),
        actor: draft.actor.to_owned(),
        payload,
        digest: String::new(),
    };
    row.digest = row.chained(before);
    transaction
        .execute(
            "INSERT INTO entries (number, at, day, actor, kind, payload, digest) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![number.cast_signed(), row.at, row.day, row.actor, draft.event.kind(), row.payload, row.digest],
        )
        .map_err(fail)?;
    for (student, name) in draft.names {
        transaction
            .execute(
                "INSERT INTO names (student, name) VALUES (?1, ?2) ON CONFLICT (student) DO UPDATE SET name = excluded.name",
                params![student, name],
            )
            .map_err(fail)?;
    }
    let entry = Entry {
        number,
        at: draft.at,
        day: draft.day,
        actor: row.actor,
        event: draft.event.clone(),
    };
    Ok((entry, row.digest))
}

/// A connection that changes nothing, also in a folder where nothing may be written.
fn looking(path: &Path) -> rusqlite::Result<Connection> {
    if !file::is_read_only(path) {
        // Only who may write can take the log's files away behind them.
        let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        connection.busy_timeout(PATIENCE)?;
        let probe = connection
            .execute_batch("PRAGMA query_only = ON")
            .and_then(|()| {
                connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
            });
        match probe.map_err(|error| (error.sqlite_error_code(), error)) {
            Err((Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly), _)) => {}
            Err((_, error)) => return Err(error),
            Ok(()) => return Ok(connection),
        }
    }
    if file::has_log(path) {
        return Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY);
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    Connection::open_with_flags(file::unchanging(path), flags)
}
