//! What misconceptions give: the key, each other's answer, or nothing.

use serde::{Deserialize, Serialize};

use crate::value::Value;

/// What a misconception gives.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipCount {
    /// The slip in words.
    pub slip: String,
    /// In how many items it is possible.
    pub possible: u64,
    /// In how many of them it gives the key.
    pub equals_key: u64,
    /// An instance of these in words.
    pub example: String,
    /// A cell in which it always gives the key, if it does not always do so.
    pub cell: Option<String>,
    /// In how many items it is one of the options.
    pub shown: u64,
}

/// Two misconceptions that give the same wrong answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Twins {
    /// The first, by its place.
    pub first: usize,
    /// The second, by its place.
    pub second: usize,
    /// In how many items both are possible.
    pub possible: u64,
    /// In how many of them they give the same.
    pub items: u64,
    /// An instance of these in words.
    pub example: String,
    /// A cell in which they always give the same, if they do not always do so.
    pub cell: Option<String>,
}

/// What misconceptions give in one item.
#[derive(Debug, Default)]
pub(super) struct Meeting {
    /// Misconceptions that give the key.
    pub key: Vec<usize>,
    /// Pairs of misconceptions that give the same.
    pub twins: Vec<(usize, usize)>,
}

/// Misconceptions while they are counted.
#[derive(Debug)]
pub(super) struct SlipTally {
    slips: Vec<SlipCount>,
    /// Every pair that is compared, by its second and then its first.
    twins: Vec<Twins>,
}

/// More misconceptions than this are not compared with each other.
const COMPARED: usize = 20;

impl SlipTally {
    pub fn new<'s>(slips: impl Iterator<Item = &'s String>) -> Self {
        let count = |slip: &String| SlipCount {
            slip: slip.clone(),
            ..SlipCount::default()
        };
        let slips: Vec<SlipCount> = slips.map(count).collect();
        let pairs = (1..slips.len().min(COMPARED)).flat_map(|second| {
            (0..second).map(move |first| Twins {
                first,
                second,
                ..Twins::default()
            })
        });
        Self {
            twins: pairs.collect(),
            slips,
        }
    }

    /// Counts the answers of all misconceptions in one item.
    pub fn count(
        &mut self,
        answers: &[Vec<Value>],
        keys: &[&Value],
        example: &dyn Fn() -> String,
    ) -> Meeting {
        let mut equal = Vec::new();
        let mut met = Vec::new();
        for (at, given) in answers.iter().enumerate() {
            let slip = &mut self.slips[at];
            slip.possible += u64::from(!given.is_empty());
            // A pool is written so that the key is among its values; only one value accuses.
            if let [given] = given.as_slice()
                && keys.iter().any(|key| key.same(given))
            {
                if slip.equals_key == 0 {
                    slip.example = example();
                }
                slip.equals_key += 1;
                equal.push(at);
            }
        }
        for twins in &mut self.twins {
            let (first, second) = (twins.first, twins.second);
            let ([one], [other]) = (&answers[first][..], &answers[second][..]) else {
                continue;
            };
            twins.possible += 1;
            // That both give the key is told of each.
            if one.same(other) && !equal.contains(&first) {
                if twins.items == 0 {
                    twins.example = example();
                }
                twins.items += 1;
                met.push((first, second));
            }
        }
        Meeting {
            key: equal,
            twins: met,
        }
    }

    /// Counts the misconceptions that stand among the options.
    pub fn shown(&mut self, slips: impl Iterator<Item = usize>) {
        for slip in slips {
            if let Some(slip) = self.slips.get_mut(slip) {
                slip.shown += 1;
            }
        }
    }

    pub fn finish(self) -> (Vec<SlipCount>, Vec<Twins>) {
        let mut met = self.twins;
        met.retain(|twins| twins.items > 0);
        met.sort_by_key(|twins| (twins.first, twins.second));
        (self.slips, met)
    }
}
