//! Standards: what is to be mastered, when it counts as mastered, and what helps if it is not.

use std::sync::Arc;

use crate::bank::cut_score::CutScore;
use crate::bank::model::FeatureWeight;
use crate::source::Spanned;

/// A standard with its mastery rule.
#[derive(Debug, Clone)]
pub struct Standard {
    /// The published identifier, such as `7.NS.A.2d`.
    pub id: Spanned<Arc<str>>,
    /// The framework that published it.
    pub framework: Option<String>,
    /// What students can do.
    pub statement: String,
    /// When the standard counts as mastered.
    pub mastery: Mastery,
    /// Weights of difficulty features that hold for its items.
    pub weights: Vec<FeatureWeight>,
    /// Teaching that differs from the first, for students who have not met the standard.
    pub correctives: Vec<Corrective>,
    /// Tasks for students who have.
    pub extensions: Vec<String>,
}

/// When a standard counts as mastered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mastery {
    /// A share of the points.
    Cut(CutScore),
    /// A rule over the levels of a rubric, in the author's words.
    Rubric(String),
}

impl Standard {
    /// The share of the points that counts as mastery; of a rule over a rubric, the usual one.
    pub fn cut(&self) -> CutScore {
        match &self.mastery {
            Mastery::Cut(cut) => *cut,
            Mastery::Rubric(_) => CutScore::USUAL,
        }
    }
}

/// Teaching in another way than the first time.
#[derive(Debug, Clone)]
pub struct Corrective {
    /// The other way, such as `manipulative` or `number line`.
    pub approach: String,
    /// The misconceptions that it answers; any without one.
    pub answers: Vec<Spanned<String>>,
    /// What to do.
    pub text: String,
}
