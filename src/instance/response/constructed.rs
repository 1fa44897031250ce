//! Constructed response: the rubric, the model response, and how levels are scored.

use serde::{Deserialize, Serialize};

use crate::bank::response::constructed::{Constructed, Criterion, Rubric};
use crate::bank::response::rule::MasteryRule;
use crate::expression::Frame;
use crate::instance::draw::{DrawError, Drawing};
use crate::instance::response::Verdict;
use crate::instance::wording::Wording;
use crate::value::Value;

/// How a response is marked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RubricRecord {
    /// When the response counts as mastery.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mastery: Option<MasteryRule>,
    /// What is looked at.
    pub criteria: Vec<CriterionRecord>,
}

/// One thing that is looked at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CriterionRecord {
    /// Its name; empty in a holistic rubric.
    pub name: String,
    /// How often its level counts.
    pub weight: u32,
    /// The levels, the highest first.
    pub levels: Vec<(u32, Wording)>,
}

impl RubricRecord {
    /// What is kept of `rubric`.
    pub fn of(rubric: &Rubric) -> Self {
        let criterion = |criterion: &Criterion| CriterionRecord {
            name: criterion.name.clone(),
            weight: criterion.weight,
            levels: criterion
                .levels
                .iter()
                .map(|(level, words)| (*level, Wording::of(words)))
                .collect(),
        };
        Self {
            mastery: rubric.mastery,
            criteria: rubric.criteria.iter().map(criterion).collect(),
        }
    }
}

/// The values in the texts of a rubric and a model response.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Marking {
    /// Those of the model response.
    pub sample: Box<[Value]>,
    /// Those of each level of each criterion.
    pub levels: Vec<Vec<Box<[Value]>>>,
}

impl Drawing<'_> {
    /// The values in the texts that a marker reads.
    pub(super) fn marking(
        &self,
        constructed: &Constructed,
        frame: &mut Frame,
    ) -> Result<Marking, DrawError> {
        let mut marking = Marking::default();
        if let Some(sample) = &constructed.sample {
            marking.sample = self.holes(sample, frame)?;
        }
        for criterion in constructed
            .rubric
            .iter()
            .flat_map(|rubric| &rubric.criteria)
        {
            let levels = criterion.levels.iter();
            let values: Result<Vec<_>, DrawError> =
                levels.map(|(_, words)| self.holes(words, frame)).collect();
            marking.levels.push(values?);
        }
        Ok(marking)
    }
}

/// The levels that a marker gave, one a criterion. Partial points are the weighted levels.
pub fn score(rubric: &RubricRecord, levels: &[u32]) -> Verdict {
    let known = |(criterion, level): (&CriterionRecord, &u32)| {
        criterion.levels.iter().any(|(known, _)| known == level)
    };
    let fits = levels.len() == rubric.criteria.len();
    if !fits || !rubric.criteria.iter().zip(levels).all(known) {
        return Verdict::Invalid;
    }
    let weighted = |level: u32, criterion: &CriterionRecord| {
        usize::try_from(level.saturating_mul(criterion.weight)).unwrap_or(usize::MAX)
    };
    let given = rubric.criteria.iter().zip(levels);
    let sum = given
        .map(|(criterion, level)| weighted(*level, criterion))
        .sum();
    let top = |criterion: &CriterionRecord| {
        let top = criterion.levels.first().map_or(0, |(level, _)| *level);
        weighted(top, criterion)
    };
    Verdict::share(sum, rubric.criteria.iter().map(top).sum())
}

/// Whether the levels of a marker meet the rubric's mastery rule; `None` without a rule.
pub fn is_mastery(rubric: &RubricRecord, levels: &[u32]) -> Option<bool> {
    let weighted: Vec<(u32, u32)> = levels
        .iter()
        .zip(&rubric.criteria)
        .map(|(level, criterion)| (*level, criterion.weight))
        .collect();
    rubric.mastery.map(|rule| rule.is_met(&weighted))
}
