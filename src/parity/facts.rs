//! What a comparison needs to know of each form: plain data, no text.

use serde::Serialize;

use crate::difficulty::reading::Ungraded;
use crate::difficulty::response::ItemResponse;

/// One form as the comparison sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct FormFacts {
    /// What the reader calls the form: "A", "B", "17".
    pub label: String,
    /// The items in the order in which they are printed.
    pub slots: Vec<SlotFacts>,
    /// School grade the text reads at, or why there is none.
    pub reading_grade: Result<f64, Ungraded>,
}

/// One item at its place on a form.
#[derive(Debug, Clone, PartialEq)]
pub struct SlotFacts {
    /// Number of the item model in the bank.
    pub model: u32,
    /// Number of the standard in the bank.
    pub standard: u32,
    /// Number of the response type.
    pub response_kind: u32,
    /// Number of the variant that stands here, where variants of other stories are mixed.
    pub set_up: Option<u32>,
    /// Hash of the values of the `alike` radicals.
    pub radicals: u64,
    /// How students respond; carries the points.
    pub response: ItemResponse,
    /// Part of the difficulty, in logits, that rests on weights whose evidence
    /// is judgement.
    pub judged_weight: f64,
    /// Estimated working time in minutes.
    pub minutes: f64,
    /// Words of the stem.
    pub words: u32,
    /// Identity of the printed item and its key.
    pub fingerprint: u128,
    /// Hash of the key's value.
    pub key: u64,
    /// Whether the key is a number.
    pub key_is_number: bool,
    /// Where the key stands, if there are options to choose from.
    pub options: Option<KeyPlace>,
}

/// Where the key stands among the options of a multiple-choice item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct KeyPlace {
    count: u8,
    position: u8,
    rank: Option<u8>,
}

impl KeyPlace {
    /// The key is option number `position` of `count` as printed and number
    /// `rank` when the options are sorted by value; both count from 0.
    ///
    /// `None` for fewer than two options, or a key that is not among them.
    pub fn new(count: u8, position: u8, rank: u8) -> Option<Self> {
        (count >= 2 && position < count && rank < count).then_some(Self {
            count,
            position,
            rank: Some(rank),
        })
    }

    /// The same for options that have no order by value, such as words.
    pub fn unranked(count: u8, position: u8) -> Option<Self> {
        (count >= 2 && position < count).then_some(Self {
            count,
            position,
            rank: None,
        })
    }

    /// How many options there are.
    pub fn count(self) -> u8 {
        self.count
    }

    /// Place of the key as printed, from 0.
    pub fn position(self) -> u8 {
        self.position
    }

    /// Place of the key among the sorted options, from 0; none where they have no order.
    pub fn rank(self) -> Option<u8> {
        self.rank
    }
}

impl FormFacts {
    /// Words on the form.
    pub fn words(&self) -> u64 {
        self.slots.iter().map(|slot| u64::from(slot.words)).sum()
    }

    /// Estimated working time in minutes.
    pub fn minutes(&self) -> f64 {
        self.slots.iter().map(|slot| slot.minutes).sum()
    }

    /// The item response functions in order.
    pub fn responses(&self) -> Vec<ItemResponse> {
        self.slots.iter().map(|slot| slot.response).collect()
    }
}
