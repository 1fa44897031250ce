//! The census of an item model: what all its instances look like, or a sample of them.

mod cells;
mod keys;
mod options;
mod seen;
mod size;
mod slips;
mod take;

use serde::{Deserialize, Serialize};

pub use cells::Cell;
pub use keys::KeyCount;
pub use options::OptionCount;
pub use size::effort;
pub use slips::{SlipCount, Twins};
pub(in crate::lint) use take::typed;
pub use take::{Limits, Taken, take};

/// What all instances of an item model look like, or a sample of them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Census {
    /// The item model.
    pub item: String,
    /// Whether the whole space was visited.
    pub whole: bool,
    /// How many vectors were begun.
    pub tried: u64,
    /// How many of them met every condition.
    pub accepted: u64,
    /// How often each condition was met, in the order in which they are tested.
    pub conditions: Vec<ConditionCount>,
    /// How many different items they make.
    pub distinct: u64,
    /// In how many of them texts and difficulty were looked at.
    pub read: u64,
    /// How many accepted vectors have too few different options, and the fewest they have.
    pub short: (u64, usize),
    /// How many accepted vectors make no item.
    pub faulty: u64,
    /// Names under `vary` that have one value only.
    pub fixed: Vec<String>,
    /// How many cells there are.
    pub cell_count: usize,
    /// Items by the values of their radicals; the largest cell first, the smallest last.
    pub cells: Vec<Cell>,
    /// The keys.
    pub keys: KeyCount,
    /// The options; none unless it is multiple choice.
    pub options: OptionCount,
    /// The misconceptions, in the bank's order.
    pub slips: Vec<SlipCount>,
    /// Misconceptions that give the same wrong answer.
    pub twins: Vec<Twins>,
    /// In how many instances the key, and no wrong answer, stands in the stem.
    pub stated: u64,
    /// Words of the stem: fewest, on average, most.
    pub words: (u32, f64, u32),
    /// Difficulty in logits around the model's mean: lowest, highest, and the standard deviation
    /// within a cell.
    pub difficulty: (f64, f64, f64),
    /// The features that vary within a cell, with the standard deviation of what they add in
    /// logits; the largest first.
    pub varying: Vec<(String, f64)>,
}

/// How often a condition was met.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConditionCount {
    /// As the author wrote it.
    pub written: String,
    /// How often it was tested.
    pub tested: u64,
    /// How often it was met.
    pub met: u64,
}

impl Census {
    /// What no fault in the sample says about all draws: at most this share has one, at 95 %.
    /// Hanley & Lippman-Hand 1983, the rule of three. None if the whole space was visited.
    pub fn bound(&self) -> Option<f64> {
        // Counts up to 10⁶ are exact.
        (!self.whole && self.accepted > 0).then(|| 3.0 / self.accepted as f64)
    }

    /// How many instances there are, in words.
    pub fn reach(&self) -> String {
        match self.bound() {
            None => format!("all {} vectors", self.accepted),
            Some(bound) => format!(
                "{} draws: a fault that none of them has is in at most {:.3} % of all, at 95 %",
                self.accepted,
                bound * 100.0
            ),
        }
    }
}
