//! Reading entries: a large ledger is never in memory as a whole.

use std::collections::HashMap;
use std::path::Path;

use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use sha2::{Digest, Sha256};

use crate::pool::entry::{Entry, Event};
use crate::pool::history::Origin;
use crate::pool::ledger::{Ledger, LedgerError};

/// So many entries are read together. Those of a school have a megabyte each.
const TOGETHER: u64 = 16;

/// What is known of entries before they are read.
#[derive(Debug)]
pub struct Survey {
    /// The number of the last one.
    pub last: u64,
    /// The entries that are cancelled, each with the one that cancels it.
    pub undone: HashMap<u64, u64>,
}

/// Entries in order, some at a time, after a look at their digests.
pub struct Reading<'l> {
    ledger: &'l Ledger,
    /// The last one that was read.
    pub read: Origin,
    /// How long the texts of all that were read are together.
    pub bytes: usize,
    to: u64,
}

impl Ledger {
    /// Looks for cancellations behind the entry with the number `last`.
    ///
    /// # Errors
    /// The database fails, or a cancellation cannot be read.
    pub fn survey(&self, last: u64) -> Result<Survey, LedgerError> {
        let fail = |error| LedgerError::of(&self.path, error);
        let mut found = Survey {
            last,
            undone: HashMap::new(),
        };
        // The text of an entry that cancels another is short, and the long ones are not looked at.
        // What kind an entry is called is not under its digest, so it is its text that counts.
        let mut query = self
            .connection
            .prepare("SELECT number, CASE WHEN octet_length(payload) < 200 THEN payload END FROM entries WHERE number > ?1 ORDER BY number")
            .map_err(fail)?;
        let mut rows = query.query([signed(last)]).map_err(fail)?;
        while let Some(row) = rows.next().map_err(fail)? {
            found.last = number(row).map_err(fail)?;
            let text: Option<String> = row.get(1).map_err(fail)?;
            if let Some(text) = text
                && let Ok(Event::Undone { entry }) = serde_json::from_str(&text)
            {
                found.undone.insert(entry, found.last);
            }
        }
        Ok(found)
    }

    /// Reads the entries behind one, or from the first on without one, up to that with the number
    /// `to`.
    pub fn read(&self, origin: Option<&Origin>, to: u64) -> Reading<'_> {
        Reading {
            ledger: self,
            read: origin.cloned().unwrap_or_default(),
            bytes: 0,
            to,
        }
    }

    fn rows(&self, last: u64, to: u64) -> rusqlite::Result<Vec<Row>> {
        let mut query = self
            .connection
            .prepare_cached("SELECT number, at, day, actor, payload, digest FROM entries WHERE number > ?1 AND number <= ?2 ORDER BY number")?;
        let rows = query.query_map([signed(last), signed(to)], Row::of)?;
        rows.collect()
    }
}

/// Numbers in the database have a sign.
fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

impl Iterator for Reading<'_> {
    type Item = Result<Vec<Entry>, LedgerError>;

    fn next(&mut self) -> Option<Self::Item> {
        let some = self.some();
        if some.is_err() {
            // Nothing follows an error.
            self.to = 0;
        }
        some.transpose()
    }
}

impl Reading<'_> {
    /// Most of the time a pool is read goes into the texts of its entries.
    fn some(&mut self) -> Result<Option<Vec<Entry>>, LedgerError> {
        let path = &self.ledger.path;
        let last = self.read.entry;
        let to = self.to.min(last.saturating_add(TOGETHER));
        let rows = self.ledger.rows(last, to);
        let rows = rows.map_err(|error| LedgerError::of(path, error))?;
        let Some(newest) = rows.last() else {
            return Ok(None);
        };
        let before = std::iter::once(&*self.read.digest).chain(rows.iter().map(|row| &*row.digest));
        let before: Vec<(u64, &str)> = (last + 1..).zip(before).collect();
        let entries = rows.par_iter().zip(before);
        let entries = entries.map(|(row, (number, before))| {
            if row.number != number || row.chained(before) != row.digest {
                let what = format!("entry {number} is not the one that was written");
                let path = path.clone();
                return Err(LedgerError::Damaged { path, what });
            }
            row.entry(path)
        });
        let entries: Vec<Result<Entry, LedgerError>> = entries.collect();
        let entries = entries.into_iter().collect::<Result<_, _>>()?;
        self.bytes += rows.iter().map(|row| row.payload.len()).sum::<usize>();
        self.read = Origin {
            entry: newest.number,
            digest: newest.digest.clone(),
        };
        Ok(Some(entries))
    }
}

/// An entry as it stands in the table.
pub struct Row {
    pub number: u64,
    pub at: String,
    pub day: String,
    pub actor: String,
    pub payload: String,
    pub digest: String,
}

impl Row {
    fn of(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            number: number(row)?,
            at: row.get(1)?,
            day: row.get(2)?,
            actor: row.get(3)?,
            payload: row.get(4)?,
            digest: row.get(5)?,
        })
    }

    /// SHA-256 over the digest of the entry before and all of this one.
    pub fn chained(&self, before: &str) -> String {
        let number = self.number.to_string();
        let parts = [
            before,
            &number,
            &self.at,
            &self.day,
            &self.actor,
            &self.payload,
        ];
        let mut hash = Sha256::new();
        for part in parts {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part.as_bytes());
        }
        let digest = hash.finalize();
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    fn entry(&self, path: &Path) -> Result<Entry, LedgerError> {
        let odd = |what: &dyn std::fmt::Display| LedgerError::unreadable(path, self.number, what);
        Ok(Entry {
            number: self.number,
            at: self.at.parse().map_err(|error| odd(&error))?,
            day: self.day.parse().map_err(|error| odd(&error))?,
            event: serde_json::from_str(&self.payload).map_err(|error| odd(&error))?,
            actor: self.actor.clone(),
        })
    }
}

/// The number of an entry, in the first column.
pub fn number(row: &rusqlite::Row<'_>) -> rusqlite::Result<u64> {
    let number: i64 = row.get(0)?;
    u64::try_from(number).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, number))
}
