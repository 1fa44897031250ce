//! The state of a pool as a block of bytes, so that a large ledger is not replayed at every start.
//!
//! A snapshot is nothing but a shortcut: it says of which entry it is the state, by that entry's
//! number and digest (and so of all before it), and a snapshot that does not fit the ledger, was
//! made by another version of the program or is damaged is no snapshot. It is sealed with what only
//! its ledger knows, so that nobody without the ledger makes one. What it holds is what a replay of
//! the same entries comes to, bit by bit.

mod bytes;
mod papers;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::instance::fingerprint::Fingerprint;
use crate::pool::entry::Recall;
use crate::pool::history::{History, Line, PoolForm, PoolRequest, PoolSet, Student};

use bytes::{Reader, Writer};

/// What a snapshot begins with. A change of anything that is kept changes the number at its end.
const MAGIC: &[u8; 16] = b"Isoform pool 002";
/// SHA-256 over all that comes behind it, and the ledger's salt.
const SEAL: usize = 32;

/// Whose state a snapshot is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// The last entry that is in it.
    pub entry: u64,
    /// The digest of this entry, which is over all entries before it too.
    pub digest: String,
}

/// Everything but who had which form, which there is most of.
#[derive(Serialize, Deserialize)]
struct Head {
    version: String,
    title: String,
    last: u64,
    timeline: Vec<Line>,
    students: Vec<Student>,
    sets: Vec<PoolSet>,
    forms: Vec<PoolForm>,
    requests: Vec<PoolRequest>,
    recalls: Vec<(u64, Recall)>,
    burnt: Vec<Fingerprint>,
}

impl History {
    /// The state as bytes; `digest` is that of its last entry, `salt` what only its ledger knows.
    /// `None` if something of it cannot be written, which no history from a ledger has.
    pub fn snapshot(&self, digest: &str, salt: &str) -> Option<Vec<u8>> {
        let head = Head {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            title: self.title.clone(),
            last: self.last,
            timeline: self.timeline.clone(),
            students: self.students.clone(),
            sets: self.sets.clone(),
            forms: self.forms.clone(),
            requests: self.requests.clone(),
            recalls: self.recalls.clone(),
            burnt: self.burnt.iter().copied().collect(),
        };
        let mut body = Writer::default();
        body.number(self.last);
        body.block(digest.as_bytes());
        body.block(&serde_json::to_vec(&head).ok()?);
        papers::write(&self.attempts, &mut body)?;
        let body = body.finish();
        Some([&MAGIC[..], &seal(&body, salt), &body].concat())
    }

    /// Whether it may go on with entries that cancel `undone`: none of these is in it already.
    pub fn may_go_on(&self, undone: &HashMap<u64, u64>) -> bool {
        undone.keys().all(|entry| *entry > self.last)
    }
}

/// A snapshot that is whole and sealed, and not yet read.
pub struct Snapshot<'a> {
    /// Whose state it is.
    pub origin: Origin,
    body: Reader<'a>,
}

impl<'a> Snapshot<'a> {
    /// Looks at the seal; `None` if the bytes are no snapshot, damaged, or sealed with another salt.
    pub fn open(bytes: &'a [u8], salt: &str) -> Option<Self> {
        let sealed = bytes.strip_prefix(MAGIC)?;
        let (sealed, body) = sealed.split_at_checked(SEAL)?;
        if seal(body, salt) != sealed {
            return None;
        }
        let mut body = Reader::new(body);
        let entry = body.number()?;
        let digest = std::str::from_utf8(body.block()?).ok()?.to_owned();
        let origin = Origin { entry, digest };
        Some(Self { origin, body })
    }

    /// The state in it; `None` if another version of the program wrote it.
    pub fn history(mut self) -> Option<History> {
        let head: Head = serde_json::from_slice(self.body.block()?).ok()?;
        if head.version != env!("CARGO_PKG_VERSION") {
            return None;
        }
        let mut history = History {
            title: head.title,
            last: head.last,
            timeline: head.timeline,
            students: head.students,
            sets: head.sets,
            forms: head.forms,
            requests: head.requests,
            recalls: head.recalls,
            burnt: head.burnt.into_iter().collect(),
            ..History::default()
        };
        let ids = history.students.iter().map(|student| student.id.clone());
        history.students_by_id = ids.zip(0..).collect();
        let ids = history.forms.iter().map(|form| form.id);
        history.forms_by_id = ids.zip(0..).collect();
        let attempts = papers::read(&mut self.body, &history)?;
        for (at, attempt) in attempts.iter().enumerate() {
            history.students[attempt.student].attempts.push(at);
            history.forms[attempt.form].attempts.push(at);
        }
        history.attempts = attempts;
        Some(history)
    }
}

fn seal(body: &[u8], salt: &str) -> [u8; SEAL] {
    let salted = Sha256::new().chain_update(salt).chain_update(body);
    salted.chain_update(salt).finalize().into()
}
