//! Forms that join others: what they may not hold again, and what they must keep to.
//!
//! A pool is filled over months. Cells, windows and the reference of difficulty are those of the
//! first forms, whatever became of the bank since; so forms of September are matched to those of
//! May.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::bank::ItemBank;
use crate::bank::blueprint::Layout;
use crate::form::set::FormSet;
use crate::form::slots::{Plan, Slot};
use crate::form::window::Window;
use crate::instance::fingerprint::Fingerprint;
use crate::value::Value;

/// What was made before.
#[derive(Debug, Default)]
pub struct Onward {
    /// The items of all forms so far.
    pub taken: HashSet<Fingerprint>,
    /// What the places of those forms keep to; may hold places of several plans.
    pub targets: Vec<SlotTarget>,
    /// The index of the first new form.
    pub first: u32,
}

/// What the items of a place have in common.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SlotTarget {
    /// The item model's id; of mixed variants that of the first.
    pub model: String,
    /// Whether other variants of the model stand here on other forms.
    pub mixed: bool,
    /// The values of the radicals.
    pub radicals: Box<[Value]>,
    /// The smallest weighted sum of features.
    pub low: f64,
    /// The largest.
    pub high: f64,
    /// The weighted sum of features of the model's median item.
    pub reference: f64,
    /// How many more forms the place can serve, as far as they are counted.
    pub left: usize,
}

impl SlotTarget {
    pub(super) fn window(&self) -> Window {
        Window {
            low: self.low,
            high: self.high,
        }
    }
}

impl Onward {
    /// What the places of a model keep to, in their order.
    pub(super) fn of(&self, model: &str, mixed: bool) -> Vec<&SlotTarget> {
        let targets = self.targets.iter();
        targets
            .filter(|target| target.model == model && target.mixed == mixed)
            .collect()
    }
}

impl FormSet {
    /// The plan that this set was made by, for more forms from `bank`, which may be of a later
    /// version.
    ///
    /// # Errors
    /// The id of an item model that the bank no longer has.
    pub fn plan_again(&self, bank: &ItemBank) -> Result<Plan, String> {
        let mut slots: Vec<Slot> = Vec::with_capacity(self.target.len());
        for target in &self.target {
            let model = bank
                .items
                .iter()
                .position(|item| *item.id.value == *target.model);
            let model = model.ok_or_else(|| target.model.clone())?;
            let mixed = target.mixed;
            let same = |slot: &&Slot| slot.model == model && slot.mixed == mixed;
            let occurrence = slots.iter().filter(same).count();
            slots.push(Slot {
                model,
                mixed,
                occurrence,
            });
        }
        let mut layouts = Layout::NAMES.into_iter();
        let layout = layouts.find(|(name, _)| *name == self.layout);
        Ok(Plan {
            blueprint: self.blueprint.as_str().into(),
            title: self.title.clone(),
            layout: layout.map_or_else(Layout::default, |(_, layout)| layout),
            slots,
            as_drawn: self.as_drawn,
        })
    }

    /// How many more such forms can be made, as far as it is counted; none without a target.
    pub fn left(&self) -> Option<usize> {
        self.target.iter().map(|target| target.left).min()
    }
}
