//! A form set: the plan that pages, keys, audits and exports all read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::difficulty::response::{ItemResponse, ResponseError};
use crate::form::id::FormId;
use crate::form::images::ImageRecord;
use crate::form::label::FormLabel;
use crate::form::onward::SlotTarget;
use crate::form::record::{BankRecord, ModelRecord, SlotRecord, StandardRecord};
use crate::form::shard::Shard;
use crate::instance::item::Item;

/// The version of the plan's format.
pub const FORMAT: u32 = 1;

/// All forms of one run, complete enough to be printed without the bank.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FormSet {
    /// The version of this format.
    pub format: u32,
    /// The algorithm of the streams of chance.
    pub rng: String,
    /// The seed, as text, for it has up to 64 bits.
    pub seed: String,
    /// The bank.
    pub bank: BankRecord,
    /// The blueprint's id.
    pub blueprint: String,
    /// The title on every form.
    pub title: String,
    /// The layout of the pages.
    pub layout: String,
    /// How many points out of how many count as mastery.
    pub cut: [u32; 2],
    /// Whether items may come again on another form.
    pub repeats: bool,
    /// Whether items were dealt as they were drawn, however hard they are.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub as_drawn: bool,
    /// Which part of a larger set this is, if it is not all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shard: Option<Shard>,
    /// The standards of the forms.
    pub standards: Vec<StandardRecord>,
    /// The item models of the forms.
    pub models: Vec<ModelRecord>,
    /// The places on every form.
    pub slots: Vec<SlotRecord>,
    /// For each place what later forms must keep to; in a pool only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub target: Vec<SlotTarget>,
    /// The images of the figures, by their paths.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub images: BTreeMap<String, ImageRecord>,
    /// The forms.
    pub forms: Vec<Form>,
}

/// One form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Form {
    /// What it is called in class.
    pub label: FormLabel,
    /// Its identity, printed on every page.
    pub id: FormId,
    /// Its items, one for each place.
    pub items: Vec<PlacedItem>,
}

/// An item at its place, with its predicted difficulty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlacedItem {
    /// The item.
    #[serde(flatten)]
    pub item: Item,
    /// The predicted difficulty b, in logits.
    pub difficulty: f64,
    /// The part of it that rests on weights whose evidence is judgement.
    pub judged: f64,
    /// The probability of guessing the key.
    pub guessing: f64,
    /// The standard deviation of the true difficulty around the predicted one.
    pub residual: f64,
    /// Words that a student reads.
    pub words: u32,
}

/// The discrimination of every item until responses calibrate it.
const DISCRIMINATION: f64 = 1.0;

impl PlacedItem {
    /// How students are predicted to respond, where a right answer is worth `points`.
    ///
    /// # Errors
    /// A difficulty or a guessing probability that is no number.
    pub fn response(&self, points: u32) -> Result<ItemResponse, ResponseError> {
        ItemResponse::new(
            DISCRIMINATION,
            self.difficulty,
            self.guessing,
            points,
            self.residual,
        )
    }
}

impl FormSet {
    /// The points of a form.
    pub fn points(&self) -> u32 {
        self.slots
            .iter()
            .map(|slot| self.models[slot.model].points)
            .sum()
    }

    /// The points of the items of one standard on a form.
    pub fn points_of(&self, standard: usize) -> u32 {
        let own = self.slots.iter().filter(|slot| slot.standard == standard);
        own.map(|slot| self.models[slot.model].points).sum()
    }
}
