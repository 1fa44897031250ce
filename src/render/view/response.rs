//! What response types show beyond options: statements, lists, rubrics.

use serde::Serialize;

use super::Rich;

/// A statement of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatementView {
    /// `A`, `B`, …
    pub letter: String,
    /// What it says.
    pub text: Rich,
    /// Whether it is true.
    pub is_true: bool,
    /// Why; may be empty.
    pub why: Rich,
}

/// An entry of a list to be matched, or a step to be put in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EntryView {
    /// Its number on the left, its letter on the right.
    pub label: String,
    /// What it says.
    pub text: Rich,
    /// The label of its partner; for a step, its number in a right order. Empty for a distractor.
    pub partner: String,
}

/// How a person marks a response; without criteria if there is no rubric.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RubricView {
    /// When the response counts as mastery, in words; may be empty.
    pub mastery: String,
    /// The levels, the highest first.
    pub levels: Vec<String>,
    /// What is looked at.
    pub criteria: Vec<CriterionView>,
}

/// One thing that is looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CriterionView {
    /// Its name; empty in a holistic rubric.
    pub name: String,
    /// How often its level counts.
    pub weight: u32,
    /// What each level looks like; empty where the criterion has no such level.
    pub cells: Vec<Rich>,
}
