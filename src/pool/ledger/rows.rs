//! Reading entries: a large ledger is never in memory as a whole.

use std::collections::HashMap;
use std::path::Path;

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use sha2::{Digest, Sha256};

use crate::pool::entry::{Entry, Event};
use crate::pool::history::Origin;
use crate::pool::ledger::{Ledger, LedgerError};

/// So many entries are read together. Those of a school have a megabyte each.
const TOGETHER: u64 = 16;
/// The text of an entry that cancels another is shorter.
const BRIEF: usize = 200;

/// What is known of entries before they are read.
#[derive(Debug)]
pub struct Survey {
    /// The number of the last one.
    pub last: u64,
    /// Its digest.
    pub digest: String,
    /// How long the texts of all of them are together.
    pub bytes: usize,
    /// The entries that are cancelled, each with the one that cancels it.
    pub undone: HashMap<u64, u64>,
}

impl Ledger {
    /// Looks at the digests of the entries behind one, or of all without one.
    ///
    /// # Errors
    /// The database fails; a digest does not fit; a number is missing.
    pub fn survey(&self, origin: Option<&Origin>) -> Result<Survey, LedgerError> {
        let mut found = Survey {
            last: origin.map_or(0, |origin| origin.entry),
            digest: origin.map_or_else(String::new, |origin| origin.digest.clone()),
            bytes: 0,
            undone: HashMap::new(),
        };
        self.each_row(found.last, u64::MAX, |row| {
            let number = found.last + 1;
            if row.number != number || row.chained(&found.digest) != row.digest {
                let what = format!("entry {number} is not the one that was written");
                let path = self.path.clone();
                return Err(LedgerError::Damaged { path, what });
            }
            found.last = number;
            found.digest.clone_from(&row.digest);
            found.bytes += row.payload.len();
            if row.payload.len() < BRIEF
                && let Event::Undone { entry } = row.entry(&self.path)?.event
            {
                found.undone.insert(entry, number);
            }
            Ok(())
        })?;
        Ok(found)
    }

    /// The entries behind the one with the number `last` up to that with the number `to`, some at
    /// a time.
    pub fn behind(
        &self,
        mut last: u64,
        to: u64,
    ) -> impl Iterator<Item = Result<Vec<Entry>, LedgerError>> {
        std::iter::from_fn(move || {
            let some = self.some(last, to.min(last.saturating_add(TOGETHER)));
            match &some {
                Ok(entries) => last = entries.last()?.number,
                // Nothing follows an error.
                Err(_) => last = u64::MAX,
            }
            Some(some)
        })
    }

    /// Most of the time a pool is read goes into the texts of its entries.
    fn some(&self, last: u64, to: u64) -> Result<Vec<Entry>, LedgerError> {
        let mut rows = Vec::new();
        self.each_row(last, to, |row| {
            rows.push(row);
            Ok(())
        })?;
        let path = &self.path;
        rows.into_par_iter().map(|row| row.entry(path)).collect()
    }

    fn each_row(
        &self,
        last: u64,
        to: u64,
        mut take: impl FnMut(Row) -> Result<(), LedgerError>,
    ) -> Result<(), LedgerError> {
        let fail = |error| LedgerError::of(&self.path, error);
        // Numbers in the database have a sign.
        let [last, to] = [last, to].map(|number| i64::try_from(number).unwrap_or(i64::MAX));
        let mut query = self
            .connection
            .prepare_cached("SELECT number, at, day, actor, payload, digest FROM entries WHERE number > ?1 AND number <= ?2 ORDER BY number")
            .map_err(fail)?;
        let mut rows = query.query([last, to]).map_err(fail)?;
        while let Some(row) = rows.next().map_err(fail)? {
            take(Row::of(row).map_err(fail)?)?;
        }
        Ok(())
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

    fn entry(self, path: &Path) -> Result<Entry, LedgerError> {
        let odd = |what: &dyn std::fmt::Display| LedgerError::unreadable(path, self.number, what);
        Ok(Entry {
            number: self.number,
            at: self.at.parse().map_err(|error| odd(&error))?,
            day: self.day.parse().map_err(|error| odd(&error))?,
            event: serde_json::from_str(&self.payload).map_err(|error| odd(&error))?,
            actor: self.actor,
        })
    }
}

/// The number of an entry, in the first column.
pub fn number(row: &rusqlite::Row<'_>) -> rusqlite::Result<u64> {
    let number: i64 = row.get(0)?;
    u64::try_from(number).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, number))
}
