//! Whether a plan that was read back hangs together, so that nothing that reads it can fail.

use std::fmt;

use crate::form::arrange::content;
use crate::form::id::FormId;
use crate::form::record::ModelRecord;
use crate::form::set::{FormSet, PlacedItem};

/// Why a plan cannot be read further.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    /// There are no forms, or no places on them.
    Empty,
    /// The cut is no share of the points.
    Cut([u32; 2]),
    /// A place, counted from 1, names an item model or a standard that is not there.
    Slot(usize),
    /// An item model has no wording at all.
    Model(String),
    /// A form has more or fewer items than there are places.
    Items(String),
    /// An item does not fit its model; the form, and the place counted from 1.
    Item(String, usize),
    /// Two forms have the same label.
    Label(String),
    /// An image is not there, or cannot be shown.
    Image(String),
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "it has no forms or no items"),
            Self::Cut([part, whole]) => write!(f, "{part} of {whole} is no mastery rule"),
            Self::Slot(at) => write!(
                f,
                "place {at} names an item model or a standard that is not there"
            ),
            Self::Model(id) => write!(f, "the item model `{id}` has no stem"),
            Self::Items(form) => write!(f, "form {form} has not one item for each place"),
            Self::Item(form, at) => {
                write!(f, "item {at} of form {form} does not fit its item model")
            }
            Self::Image(path) => write!(f, "the image `{path}` is missing or damaged"),
            Self::Label(form) => write!(f, "form {form} is there twice"),
        }
    }
}

impl std::error::Error for Damage {}

impl FormSet {
    /// Whether every place, model and standard that is named is there, and every item has the
    /// parts that its model calls for.
    ///
    /// # Errors
    /// The first thing found missing.
    pub fn check(&self) -> Result<(), Damage> {
        if self.forms.is_empty() || self.slots.is_empty() {
            return Err(Damage::Empty);
        }
        if self.cut[0] > self.cut[1] || self.cut[1] == 0 {
            return Err(Damage::Cut(self.cut));
        }
        for (at, slot) in self.slots.iter().enumerate() {
            if slot.model >= self.models.len() || slot.standard >= self.standards.len() {
                return Err(Damage::Slot(at + 1));
            }
        }
        if let Some(bare) = self.models.iter().find(|model| model.stems.is_empty()) {
            return Err(Damage::Model(bare.id.clone()));
        }
        let mut labels: Vec<u32> = self.forms.iter().map(|form| form.label.index()).collect();
        labels.sort_unstable();
        if let Some(twice) = labels.windows(2).find(|two| two[0] == two[1]) {
            let label = crate::form::label::FormLabel::new(twice[0]);
            return Err(Damage::Label(label.to_string()));
        }
        for form in &self.forms {
            if form.items.len() != self.slots.len() {
                return Err(Damage::Items(form.label.to_string()));
            }
            for (at, placed) in form.items.iter().enumerate() {
                if !fits(placed, &self.models[self.slots[at].model]) {
                    return Err(Damage::Item(form.label.to_string(), at + 1));
                }
            }
        }
        match self.missing_image() {
            Some(path) => Err(Damage::Image(path)),
            None => Ok(()),
        }
    }

    /// The forms whose items are not those that their ID was made from.
    pub fn changed(&self) -> Vec<String> {
        self.forms
            .iter()
            .filter(|form| FormId::new(&content(&form.items), form.label) != form.id)
            .map(|form| form.label.to_string())
            .collect()
    }
}

fn fits(placed: &PlacedItem, model: &ModelRecord) -> bool {
    let item = &placed.item;
    item.wording < model.stems.len()
        && model.response.fits(item)
        && [
            placed.difficulty,
            placed.judged,
            placed.guessing,
            placed.residual,
        ]
        .iter()
        .all(|number| number.is_finite())
        && placed.residual >= 0.0
}
