//! The policy of a pool: `pool.yaml`, written by people.
//!
//! Every key may be left out; an empty file is a policy.

mod read;
mod unit;

use std::collections::BTreeMap;

use crate::bank::cut_score::CutScore;
use crate::form::record::StandardRecord;
use crate::pool::entry::{AddedStandard, StudentId};
use crate::pool::mark::MarkRule;
use crate::render::paper::Paper;
use crate::source::Spanned;

pub use read::policy;
pub use unit::{Late, Pace, Unit};

/// How reassessment works in a pool.
#[derive(Debug, Clone)]
pub struct Policy {
    /// Where forms come from: files or folders of banks, seen from the pool's folder.
    pub banks: Vec<Spanned<String>>,
    /// The language of the pool's own pages; that of the forms without.
    pub language: Option<String>,
    /// The folder of the pool's own templates, seen from the pool's folder.
    pub templates: Option<String>,
    /// The paper of the pool's pages; by the language without.
    pub paper: Option<Paper>,
    /// How often a standard may be tried, the first sitting counted; as often as wanted without.
    pub attempts: Option<u32>,
    /// The days between a try and the next.
    pub wait: u16,
    /// Whether a request must say what the student did since.
    pub evidence: bool,
    /// How many items a form has of a standard, where no blueprint says it.
    pub items: u16,
    /// How many standards a student may reassess at a time.
    pub packet: u16,
    /// Which of several results is recorded.
    pub marks: MarkRule,
    /// What a student may not meet again.
    pub fresh: Fresh,
    /// What happens to requests after a unit has ended.
    pub late: Late,
    /// For so many days from its opening a unit takes requests for the one before it.
    pub carry: u16,
    /// The units, in the order of their beginnings.
    pub units: Vec<Unit>,
    /// Mastery rules that replace those of the bank.
    pub mastery: Mastery,
    /// What single students need.
    pub students: BTreeMap<StudentId, Needs>,
}

/// What a student may not meet again, besides an instance, which never comes twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fresh {
    /// The answers of a standard's items on a form, all together.
    pub keys: bool,
    /// The context of a story.
    pub contexts: bool,
}

/// Mastery rules that replace those of the bank.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mastery {
    /// For all standards without a rule of their own here.
    pub usual: Option<CutScore>,
    /// By standard.
    pub of: BTreeMap<String, CutScore>,
}

/// What a student needs on paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Needs {
    /// Large print.
    pub large: bool,
    /// Wider spacing.
    pub spacing: bool,
    /// Every item on a page of its own.
    pub single: bool,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            banks: Vec::new(),
            language: None,
            templates: None,
            paper: None,
            attempts: Some(3),
            wait: 2,
            evidence: true,
            items: 5,
            packet: 3,
            marks: MarkRule::Replaces,
            fresh: Fresh {
                keys: true,
                contexts: true,
            },
            late: Late::Carry,
            carry: 10,
            units: Vec::new(),
            mastery: Mastery::default(),
            students: BTreeMap::new(),
        }
    }
}

impl Policy {
    /// The share of the points that counts as mastery; `bank` is the bank's own rule, the usual
    /// one where rubrics decide.
    pub fn cut(&self, standard: &str, bank: Option<[u32; 2]>) -> CutScore {
        let bank = bank.and_then(|[part, whole]| CutScore::new(part, whole).ok());
        let own = self.mastery.of.get(standard).copied();
        let cut = own.or(self.mastery.usual).or(bank);
        cut.unwrap_or(CutScore::USUAL)
    }

    /// Lets pages say what the board goes by: its rules take the place of those that a plan brought
    /// along. `kept` is what the ledger has of the same standards.
    pub fn rule(&self, printed: &mut [StandardRecord], kept: &[AddedStandard]) {
        for (printed, kept) in printed.iter_mut().zip(kept) {
            if kept.cut.is_some() {
                printed.mastery = self.cut(&kept.id, kept.cut).to_string();
            }
        }
    }

    /// What a student needs on paper.
    pub fn needs(&self, student: &str) -> Needs {
        self.students.get(student).copied().unwrap_or_default()
    }
}
