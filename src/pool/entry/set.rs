//! What the ledger keeps of a set of forms.

use serde::{Deserialize, Serialize};

use crate::form::id::FormId;
use crate::form::set::{Form, FormSet};
use crate::instance::fingerprint::{Fingerprint, hash_values};
use crate::instance::item::Item;
use crate::value::{Row, Value};

/// What forms are for. No instance is ever in forms of both purposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// They count, and nobody sees them before.
    Secure,
    /// Everybody may have them.
    Practice,
}

impl Purpose {
    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Secure => "secure",
            Self::Practice => "practice",
        }
    }
}

/// A set of forms in the pool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddedSet {
    /// Its folder below the pool's: `sets/001-8.EE.C.7`.
    pub folder: String,
    /// SHA-256 of its plan.
    pub digest: String,
    /// What its forms are for.
    pub purpose: Purpose,
    /// The bank's id.
    pub bank: String,
    /// The bank's version.
    pub version: String,
    /// SHA-256 of the bank's text.
    pub bank_digest: String,
    /// The blueprint.
    pub blueprint: String,
    /// The seed.
    pub seed: String,
    /// The standards of every form.
    pub standards: Vec<AddedStandard>,
    /// The item models of the forms.
    pub models: Vec<String>,
    /// What each place is worth, and the place of its standard in `standards`.
    pub slots: Vec<(u32, usize)>,
    /// The forms.
    pub forms: Vec<AddedForm>,
}

/// A standard of a set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddedStandard {
    /// The published identifier.
    pub id: String,
    /// The share of the points that counts as mastery; none where rubrics decide.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut: Option<[u32; 2]>,
}

/// A form of a set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddedForm {
    /// Its ID.
    pub id: FormId,
    /// The form that it corrects, if it is a corrected edition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<FormId>,
    /// What stands at each place.
    pub items: Vec<AddedItem>,
}

/// An item of a form, by what may not come again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddedItem {
    /// The place of its model in the set's list.
    pub model: usize,
    /// Its identity.
    pub fingerprint: Fingerprint,
    /// A hash of its keys, 16 hexadecimal digits.
    pub key: String,
    /// Hashes of its story contexts: rows of a table that hold a text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stories: Vec<String>,
}

impl AddedSet {
    /// What is kept of `set`, whose plan has the given digest.
    pub fn of(set: &FormSet, folder: String, digest: String, purpose: Purpose) -> Self {
        let standards = set.standards.iter().map(|standard| AddedStandard {
            id: standard.id.clone(),
            cut: standard.cut().map(|cut| cut.parts().into()),
        });
        let worth = |model: usize| set.models.get(model).map_or(0, |model| model.points);
        Self {
            folder,
            digest,
            purpose,
            bank: set.bank.id.clone(),
            version: set.bank.version.clone(),
            bank_digest: set.bank.digest.clone(),
            blueprint: set.blueprint.clone(),
            seed: set.seed.clone(),
            standards: standards.collect(),
            models: set.models.iter().map(|model| model.id.clone()).collect(),
            slots: set
                .slots
                .iter()
                .map(|slot| (worth(slot.model), slot.standard))
                .collect(),
            forms: set.forms.iter().map(AddedForm::of).collect(),
        }
    }
}

impl AddedForm {
    fn of(form: &Form) -> Self {
        let items = form.items.iter().map(|placed| AddedItem::of(&placed.item));
        Self {
            id: form.id,
            corrects: None,
            items: items.collect(),
        }
    }
}

impl AddedItem {
    /// What is kept of `item`.
    pub fn of(item: &Item) -> Self {
        Self {
            model: item.model,
            fingerprint: item.fingerprint,
            key: hex(hash_values(item.all_keys())),
            stories: stories(&item.draws),
        }
    }
}

/// The hashes of the rows with a text among drawn values, whatever name they were drawn for.
fn stories(draws: &[Value]) -> Vec<String> {
    let tells = |row: &Row| row.iter().any(|(_, value)| matches!(value, Value::Text(_)));
    let is_story = |value: &&Value| matches!(value, Value::Row(row) if tells(row));
    let elements = draws.iter().flat_map(|value| match value {
        Value::List(elements) => &elements[..],
        one => std::slice::from_ref(one),
    });
    elements
        .filter(is_story)
        .map(|row| hex(hash_values(std::iter::once(row))))
        .collect()
}

fn hex(hash: u64) -> String {
    format!("{hash:016x}")
}
