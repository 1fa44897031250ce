//! What a pool is now: its entries, replayed in order.

mod apply;
mod attempt;
mod marked;
mod outcome;
mod places;
mod snapshot;
mod totals;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::form::id::FormId;
use crate::instance::fingerprint::Fingerprint;
use crate::pool::day::{Day, Moment};
use crate::pool::entry::{
    self, AddedForm, AddedSet, Decision, Entry, EventKind, Purpose, Recall, Request, StudentId,
};

pub use apply::undone;
pub use attempt::{Attempt, Handed};
pub use marked::MarkedItems;
use marked::SharedMarks;
pub use outcome::Outcome;
use places::ByStudent;
pub use snapshot::{Origin, Snapshot};
pub use totals::Totals;

/// The state of a pool after its entries.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    /// What the pool is called.
    pub title: String,
    /// The number of the last entry; 0 where there is none.
    pub last: u64,
    /// Every entry, cancelled ones too.
    pub timeline: Vec<Line>,
    /// Everybody who was ever on a roster, in the order of their first import.
    pub students: Vec<Student>,
    /// The sets, in the order they came.
    pub sets: Vec<PoolSet>,
    /// The forms of all sets.
    pub forms: Vec<PoolForm>,
    /// Who had which form, in the order of handing out.
    pub attempts: Vec<Attempt>,
    /// The requests, in the order they came.
    pub requests: Vec<PoolRequest>,
    /// The recalls, in order.
    pub recalls: Vec<(u64, Recall)>,
    /// Instances that were exposed or recalled: no form that has one is handed out again.
    pub burnt: HashSet<Fingerprint>,
    students_by_id: HashMap<StudentId, usize>,
    forms_by_id: HashMap<FormId, usize>,
}

/// An entry in a list of entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Its number.
    pub number: u64,
    /// When it was written.
    pub at: Moment,
    /// The day on which it happened.
    pub day: Day,
    /// Who wrote it.
    pub actor: String,
    /// What it is.
    #[serde(deserialize_with = "entry::kind")]
    pub kind: EventKind,
    /// The entry that cancels it, if one does.
    pub undone_by: Option<u64>,
}

/// A student.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Student {
    /// The id.
    pub id: StudentId,
    /// The section in the last roster that had this student.
    pub section: Option<String>,
    /// Whether the last roster has this student.
    pub active: bool,
    /// The places of the attempts.
    #[serde(skip)]
    pub attempts: Vec<usize>,
}

/// A set in the pool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PoolSet {
    /// What the ledger keeps of it.
    pub added: AddedSet,
    /// The entry that added it.
    pub entry: u64,
    /// The day.
    pub day: Day,
    /// The place of its first form.
    pub first_form: usize,
}

/// A form in the pool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PoolForm {
    /// Its ID.
    pub id: FormId,
    /// The place of its set.
    pub set: usize,
    /// Its place in its set.
    pub place: usize,
    /// The entry by which it was exposed.
    pub exposed: Option<u64>,
    /// The places of items that count for nothing, from 1.
    pub dropped: BTreeSet<u32>,
    /// The places of items that everybody has right, from 1.
    pub credited: BTreeSet<u32>,
    /// The places of items that were recalled, whatever the remedy, from 1.
    pub recalled: BTreeSet<u32>,
    /// The form that takes its place.
    pub corrected_by: Option<usize>,
    /// The places of the attempts on it.
    #[serde(skip)]
    pub attempts: Vec<usize>,
    #[serde(skip)]
    by_student: ByStudent,
}

/// A request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PoolRequest {
    /// The entry that holds it, and its place in it.
    pub key: (u64, usize),
    /// What was asked for.
    pub request: Request,
    /// What was decided, and by which entry.
    pub decision: Option<(u64, Decision)>,
    /// The place of the attempt that answers it.
    pub answered_by: Option<usize>,
}

/// Why entries make no history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplayError {
    /// The entry.
    pub entry: u64,
    /// What does not fit.
    pub what: String,
}

impl fmt::Display for ReplayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "entry {}: {}", self.entry, self.what)
    }
}

impl std::error::Error for ReplayError {}

impl History {
    /// Replays entries from the first one on.
    ///
    /// # Errors
    /// An entry that names what is not there.
    pub fn replay(entries: &[Entry]) -> Result<Self, ReplayError> {
        let mut history = Self::default();
        let cancelled = undone(entries);
        for entry in entries {
            let undone_by = cancelled.get(&entry.number).copied();
            history.take(entry, undone_by)?;
        }
        Ok(history)
    }

    /// The place of the student with this id.
    pub fn student(&self, id: &str) -> Option<usize> {
        self.students_by_id.get(id).copied()
    }

    /// The place of the form with this ID.
    pub fn form(&self, id: FormId) -> Option<usize> {
        self.forms_by_id.get(&id).copied()
    }

    /// The attempt of a student on a form.
    pub fn attempt(&self, student: usize, form: usize) -> Option<&Attempt> {
        self.attempts.get(self.place_of_attempt(student, form)?)
    }

    fn place_of_attempt(&self, student: usize, form: usize) -> Option<usize> {
        let form = self.forms.get(form)?;
        let by_student = &form.by_student;
        by_student.find(student, &form.attempts, &self.attempts)
    }

    /// The attempts of a student, in the order of handing out.
    pub fn attempts_of(&self, student: usize) -> impl DoubleEndedIterator<Item = &Attempt> {
        let own = self.students.get(student);
        let places = own.map_or(&[][..], |student| &student.attempts).iter();
        places.filter_map(|at| self.attempts.get(*at))
    }

    /// The set of a form.
    pub fn set_of(&self, form: usize) -> &AddedSet {
        &self.sets[self.forms[form].set].added
    }

    /// What the ledger keeps of a form.
    pub fn added(&self, form: usize) -> &AddedForm {
        let form = &self.forms[form];
        &self.sets[form.set].added.forms[form.place]
    }

    /// The standards of a form.
    pub fn standards_of(&self, form: usize) -> impl Iterator<Item = &str> {
        self.set_of(form)
            .standards
            .iter()
            .map(|standard| &*standard.id)
    }

    /// Every standard of the pool's secure forms, with the places of these forms.
    pub fn standards(&self) -> BTreeMap<&str, Vec<usize>> {
        let mut found: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for form in 0..self.forms.len() {
            if self.set_of(form).purpose == Purpose::Secure {
                for standard in self.standards_of(form) {
                    found.entry(standard).or_default().push(form);
                }
            }
        }
        found
    }

    /// Whether a form may be handed out for a test: it is secure and [whole](Self::is_whole).
    pub fn is_sound(&self, form: usize) -> bool {
        self.set_of(form).purpose == Purpose::Secure && self.is_whole(form)
    }

    /// Whether a form was not exposed, recalled or corrected, and shares no instance with one that
    /// was.
    pub fn is_whole(&self, form: usize) -> bool {
        let own = &self.forms[form];
        let mut items = self.added(form).items.iter();
        own.exposed.is_none()
            && own.corrected_by.is_none()
            && !items.any(|item| self.burnt.contains(&item.fingerprint))
    }

    /// Every instance that the pool has, exposed and recalled ones too: none may be made again.
    pub fn instances(&self) -> HashSet<Fingerprint> {
        let forms = self.sets.iter().flat_map(|set| &set.added.forms);
        let items = forms.flat_map(|form| &form.items);
        items
            .map(|item| item.fingerprint)
            .chain(self.burnt.iter().copied())
            .collect()
    }

    /// The last entry that can be cancelled: neither cancelled yet nor a cancellation itself, and
    /// not the first.
    pub fn undoable(&self) -> Option<&Line> {
        let mut lines = self.timeline.iter().rev();
        lines.find(|line| line.undone_by.is_none() && !matches!(line.kind, "undone" | "created"))
    }
}
