//! The entries of the ledger: everything that happened in a pool, in order, never changed.
//!
//! Entries hold ids of students and never a name. What was meant by a mark (the points, the
//! misconception) stands in the entry, so that the history needs neither bank nor sets.

mod marks;
mod protocol;
mod recall;
mod set;

use serde::{Deserialize, Deserializer, Serialize};

use crate::form::id::FormId;
use crate::pool::day::{Day, Moment};

pub use marks::{Answered, Gave, Marks, Total};
pub use protocol::{Decision, Handout, Packet, Request};
pub use recall::{Place, Recall, Remedy, Rescored};
pub use set::{AddedForm, AddedItem, AddedSet, AddedStandard, Purpose};

/// The id of a student in the school's own lists.
pub type StudentId = String;

/// The name of a kind of event, as tables have it.
pub type EventKind = &'static str;

/// An entry of the ledger.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its number, from 1 without gaps.
    pub number: u64,
    /// When it was written.
    pub at: Moment,
    /// The day on which it happened in class.
    pub day: Day,
    /// Who wrote it.
    pub actor: String,
    /// What happened.
    pub event: Event,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// The pool was made.
    Created {
        /// What it is called.
        title: String,
    },
    /// A roster was read; who is not in it is inactive from now on.
    RosterImported {
        /// Everybody in it.
        students: Vec<Enrolled>,
    },
    /// A set of forms came into the pool.
    SetAdded(AddedSet),
    /// Forms were handed out for a first sitting.
    HandedOut {
        /// What the sitting is called.
        sitting: String,
        /// Who had which form.
        handouts: Vec<Handout>,
    },
    /// Students asked to reassess.
    Requested {
        /// What they asked for.
        requests: Vec<Request>,
    },
    /// Requests were decided.
    Reviewed {
        /// The decisions.
        decisions: Vec<Decision>,
    },
    /// Packets were made for students. Printed is not attempted.
    Issued {
        /// The folder of the pages, below the pool's.
        folder: String,
        /// What each student gets.
        packets: Vec<Packet>,
    },
    /// Results came in; a later mark of the same item replaces an earlier one.
    MarksEntered {
        /// Form by form.
        marks: Vec<Marks>,
    },
    /// A form was seen by those who should not have: it leaves the pool with its instances.
    Exposed {
        /// The form.
        form: FormId,
        /// How.
        reason: String,
    },
    /// An item model was wrong.
    Recalled(Recall),
    /// An earlier entry is cancelled.
    Undone {
        /// Its number.
        entry: u64,
    },
}

/// A student on a roster, without the name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolled {
    /// The id.
    pub id: StudentId,
    /// The section, or class.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
}

impl Event {
    /// The kind of event, as it is called in tables.
    pub fn kind(&self) -> EventKind {
        match self {
            Self::Created { .. } => "created",
            Self::RosterImported { .. } => "roster-imported",
            Self::SetAdded(_) => "set-added",
            Self::HandedOut { .. } => "handed-out",
            Self::Requested { .. } => "requested",
            Self::Reviewed { .. } => "reviewed",
            Self::Issued { .. } => "issued",
            Self::MarksEntered { .. } => "marks-entered",
            Self::Exposed { .. } => "exposed",
            Self::Recalled(_) => "recalled",
            Self::Undone { .. } => "undone",
        }
    }

    /// The folders below the pool's that came with it.
    pub fn folders(&self) -> Vec<&str> {
        match self {
            Self::SetAdded(set) => vec![&set.folder],
            Self::Issued { folder, .. } => vec![folder],
            Self::Recalled(recall) => recall.editions.iter().map(|set| &*set.folder).collect(),
            _ => Vec::new(),
        }
    }
}

/// Reads the kind of an event, as [`Event::kind`] names it.
pub fn kind<'de, D: Deserializer<'de>>(deserializer: D) -> Result<EventKind, D::Error> {
    const KINDS: [&str; 11] = [
        "created",
        "roster-imported",
        "set-added",
        "handed-out",
        "requested",
        "reviewed",
        "issued",
        "marks-entered",
        "exposed",
        "recalled",
        "undone",
    ];
    let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
    let known = KINDS.into_iter().find(|kind| *kind == text);
    known.ok_or_else(|| serde::de::Error::custom("no kind of event"))
}
