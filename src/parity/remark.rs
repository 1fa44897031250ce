//! What the reader of a report must know to read its numbers rightly.

use std::fmt;

use crate::difficulty::reading::{LEAST_WORDS, Ungraded};
use crate::difficulty::residual::OTHER_SET_UP;
use crate::parity::compare::Comparison;
use crate::parity::compare::overlap::Coverage;
use crate::parity::facts::FormFacts;
use crate::parity::finding::{Finding, Statistic, Verdict};
use crate::parity::reference::{CutUnreachable, Place};

/// A remark.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Remark {
    /// Why the forms are not compared at the cut, and where they are.
    Unreachable(CutUnreachable, Place),
    /// Repeated answers were not looked for in every pair.
    Pairs(Coverage),
    /// No form has a reading grade.
    Ungraded(Ungraded),
    /// Stories differ from form to form.
    Mixed,
    /// For how many pairs the ± holds.
    OnePair,
}

impl Remark {
    /// The remarks on a comparison.
    pub fn of(forms: &[FormFacts], comparison: &Comparison) -> Vec<Self> {
        let reference = comparison.reference;
        let unreachable = reference.unreachable;
        let unreachable = unreachable.map(|why| Self::Unreachable(why, reference.place));
        let coverage = comparison.coverage;
        let pairs = (coverage.pairs < coverage.of).then_some(Self::Pairs(coverage));
        let mut grades = forms.iter().map(|form| form.reading_grade);
        let ungraded = match grades.clone().find(Result::is_ok) {
            None => grades.find_map(Result::err).map(Self::Ungraded),
            Some(_) => None,
        };
        let differs = |finding: &Finding| finding.verdict != Verdict::Green;
        let set_up = comparison.finding(Statistic::SetUp);
        let mixed = set_up
            .filter(|finding| differs(finding))
            .map(|_| Self::Mixed);
        let some = [unreachable, pairs, mixed, ungraded, Some(Self::OnePair)];
        some.into_iter().flatten().collect()
    }
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreachable(why, place) => {
                let place = place.words();
                write!(f, "{why}; the forms are compared at {place} instead")
            }
            Self::Pairs(coverage) => write!(
                f,
                "repeated answers were looked for in {} of {} pairs: each form with its next \
                 eight and with those 16, 32, 64 … places on",
                coverage.pairs, coverage.of
            ),
            Self::Ungraded(Ungraded::Language) => write!(
                f,
                "reading grades are not compared: the formula (Flesch–Kincaid) was made for English"
            ),
            Self::Ungraded(Ungraded::Short) => write!(
                f,
                "reading grades are not compared: no form has {LEAST_WORDS} words"
            ),
            Self::Mixed => write!(
                f,
                "stories differ from form to form; another story is another set-up, so the \
                 difficulty of such an item is known to ±{OTHER_SET_UP:.2} logits only"
            ),
            Self::OnePair => write!(
                f,
                "the ± holds for one pair of forms at a time; of many pairs one in twenty lies \
                 outside"
            ),
        }
    }
}
