//! Recalls: an item model was wrong.

use serde::{Deserialize, Serialize};

use crate::form::id::FormId;
use crate::pool::entry::{AddedSet, Answered, StudentId};

/// A recall of an item model, or of some of its instances.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recall {
    /// The item model.
    pub model: String,
    /// Which instances, as an expression over its drawn values; all without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// What was wrong.
    pub reason: String,
    /// The places where it stands.
    pub places: Vec<Place>,
    /// What happens to marks.
    pub remedy: Remedy,
    /// Marks by the corrected key; the old ones stay in their entries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rescored: Vec<Rescored>,
    /// The corrected editions of sets. The old ones, and their keys, are kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub editions: Vec<AddedSet>,
}

/// A place on a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The form.
    pub form: FormId,
    /// The place, from 1.
    pub item: u32,
}

/// What happens to the marks of a recalled item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Remedy {
    /// The item counts for nothing, neither earned nor possible.
    Drop,
    /// Everybody has all its points.
    Credit,
    /// Marks stay as they are, but for those that are scored again.
    Keep,
}

/// A mark by the corrected key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rescored {
    /// The form on which it was given.
    pub form: FormId,
    /// The student.
    pub student: StudentId,
    /// The mark.
    pub answered: Answered,
}
