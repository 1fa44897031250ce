//! Which keys there are.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

/// More different keys than this are not told apart: none of them can be common.
const TOLD_APART: usize = 20_000;

/// The keys of an item model.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyCount {
    /// How many different ones there are, at least.
    pub distinct: usize,
    /// The most common one as printed.
    pub common: String,
    /// How many items have it.
    pub items: u64,
}

/// Keys while they are counted.
#[derive(Debug, Default)]
pub(super) struct KeyTally(HashMap<u64, (u64, String)>);

impl KeyTally {
    /// Counts a key by its hash; it is printed when it is new.
    pub fn count(&mut self, key: u64, print: impl FnOnce() -> String) {
        if let Some((items, _)) = self.0.get_mut(&key) {
            *items += 1;
        } else if self.0.len() < TOLD_APART {
            self.0.insert(key, (1, print()));
        }
    }

    /// The result; of equally common keys the one that sorts first.
    pub fn finish(self) -> KeyCount {
        let distinct = self.0.len();
        let best = self.0.into_values();
        let best = best.max_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.cmp(&a.1)));
        let (items, common) = best.unwrap_or_default();
        KeyCount {
            distinct,
            common,
            items,
        }
    }
}
