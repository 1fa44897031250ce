//! Results of a student on a form.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::form::id::FormId;
use crate::pool::entry::StudentId;
use crate::pool::points::Points;

/// The results of one student on one form, or some of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks {
    /// The form.
    pub form: FormId,
    /// The student.
    pub student: StudentId,
    /// Item by item.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Answered>,
    /// Points of all items of a standard together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub totals: Vec<Total>,
}

/// The result of one item.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Answered {
    /// Its place on the form, from 1.
    pub item: u32,
    /// What was entered.
    pub gave: Gave,
    /// The points it earned.
    pub points: Points,
    /// The misconception it betrays, in the bank's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slip: Option<Arc<str>>,
    /// Whether the levels meet the rubric's own rule of mastery, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub met: Option<bool>,
}

/// What was entered for an item.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gave {
    /// It was right.
    Right,
    /// It was wrong.
    Wrong,
    /// It was left out.
    Blank,
    /// This option was chosen, by its letter.
    Option(char),
    /// These levels were reached, one a criterion.
    Levels(Box<[u32]>),
    /// So many points.
    Points,
    /// This wrong answer stood there.
    Wrote(Box<str>),
}

/// The points of a standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Total {
    /// The place of the standard in the set's list.
    pub standard: usize,
    /// The points earned.
    pub points: Points,
}
