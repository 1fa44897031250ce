//! Which keys there are.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use serde::{Deserialize, Serialize};

use crate::value::Value;

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
    /// Counts the keys of an item by their hash; they are printed when they are new.
    pub fn count<'v>(
        &mut self,
        keys: impl Iterator<Item = &'v Value>,
        print: impl FnOnce() -> String,
    ) {
        let mut hasher = DefaultHasher::new();
        keys.for_each(|key| key.hash(&mut hasher));
        let key = hasher.finish();
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
