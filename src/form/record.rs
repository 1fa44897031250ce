//! What a form set keeps of its bank.

use serde::{Deserialize, Serialize};

use crate::bank::ItemBank;
use crate::bank::cut_score::CutScore;
use crate::bank::model::ItemModel;
use crate::bank::standard::{Mastery, Standard};
use crate::instance::response::{MisconceptionRecord, ResponseRecord};
use crate::instance::wording::Wording;
use crate::value::Value;

/// The bank, by name and content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BankRecord {
    /// The bank's slug.
    pub id: String,
    /// The title.
    pub title: String,
    /// The author's version.
    pub version: String,
    /// The language of the items.
    pub language: String,
    /// The licence of the items.
    pub licence: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// SHA-256 of the bank's text.
    pub digest: String,
}

/// A standard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StandardRecord {
    /// The published identifier.
    pub id: String,
    /// The framework.
    pub framework: Option<String>,
    /// What students can do.
    pub statement: String,
    /// The mastery rule in words.
    pub mastery: String,
    /// What helps students who have not met it.
    pub correctives: Vec<CorrectiveRecord>,
    /// Tasks for students who have.
    pub extensions: Vec<String>,
}

/// A corrective.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CorrectiveRecord {
    /// The other way of teaching.
    pub approach: String,
    /// The misconceptions it answers; any without one.
    pub answers: Vec<String>,
    /// What to do.
    pub text: String,
}

/// The texts of an item model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ModelRecord {
    /// The model's id.
    pub id: String,
    /// The title for teachers.
    pub title: Option<String>,
    /// What a right answer is worth.
    pub points: u32,
    /// How long a student needs, in minutes.
    pub minutes: Option<f64>,
    /// The names of the drawn values.
    pub names: Vec<String>,
    /// The radicals as the author wrote them.
    pub radicals: Vec<String>,
    /// The wordings of the stem.
    pub stems: Vec<Wording>,
    /// How a student answers.
    pub response: ResponseRecord,
    /// The misconceptions.
    pub misconceptions: Vec<MisconceptionRecord>,
    /// The worked solution.
    pub solution: Option<Wording>,
}

/// A place on every form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SlotRecord {
    /// The place of the item model in the set's list.
    pub model: usize,
    /// The place of its standard in the set's list.
    pub standard: usize,
    /// The values of the radicals on every form; none where they differ.
    pub radicals: Option<Box<[Value]>>,
}

impl BankRecord {
    /// What is kept of `bank`.
    pub fn of(bank: &ItemBank) -> Self {
        Self {
            id: bank.id.to_string(),
            title: bank.title.clone(),
            version: bank.version.clone(),
            language: bank.language.clone(),
            licence: bank.licence.clone(),
            authors: bank.authors.clone(),
            digest: bank.digest.clone(),
        }
    }
}

impl StandardRecord {
    /// The share of its points that shows mastery, on pages and on the board of a pool; none where
    /// rubrics decide.
    pub fn cut(&self) -> Option<CutScore> {
        CutScore::written(&self.mastery)?.ok()
    }

    /// What is kept of `standard`.
    pub fn of(standard: &Standard) -> Self {
        let correctives = standard
            .correctives
            .iter()
            .map(|corrective| CorrectiveRecord {
                approach: corrective.approach.clone(),
                answers: corrective
                    .answers
                    .iter()
                    .map(|slip| slip.value.clone())
                    .collect(),
                text: corrective.text.clone(),
            });
        Self {
            id: standard.id.value.to_string(),
            framework: standard.framework.clone(),
            statement: standard.statement.clone(),
            mastery: match &standard.mastery {
                Mastery::Cut(cut) => cut.to_string(),
                Mastery::Rubric(rule) => rule.clone(),
            },
            correctives: correctives.collect(),
            extensions: standard.extensions.clone(),
        }
    }
}

impl ModelRecord {
    /// What is kept of `model`.
    pub fn of(model: &ItemModel) -> Self {
        Self {
            id: model.id.value.to_string(),
            title: model.title.clone(),
            points: model.points,
            minutes: model.minutes,
            names: model
                .parameters()
                .map(|parameter| parameter.name.to_string())
                .collect(),
            radicals: model
                .radicals
                .iter()
                .map(|radical| radical.written.clone())
                .collect(),
            stems: model.stems.iter().map(Wording::of).collect(),
            response: ResponseRecord::of(&model.response),
            misconceptions: model
                .misconceptions
                .iter()
                .map(MisconceptionRecord::of)
                .collect(),
            solution: model.solution.as_ref().map(Wording::of),
        }
    }
}
