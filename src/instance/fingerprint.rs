//! What makes two items the same: what is printed and what is right, never the seed.

use std::fmt::{Display, Formatter};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

use crate::instance::figure::DrawnFigure;
use crate::instance::item::Item;
use crate::value::Value;

/// The identity of an item: the first 128 bits of a SHA-256 over its model, the values in its
/// stem, its options without their order, and its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(pub u128);

impl Fingerprint {
    /// The identity of `item`: everything printed in it and its parts, and the keys.
    pub fn of_item(model: &str, item: &Item) -> Self {
        let mut bytes = Vec::with_capacity(256);
        part(&mut bytes, |bytes| {
            bytes.extend_from_slice(model.as_bytes())
        });
        part(&mut bytes, |bytes| printed(item, bytes));
        let options = item.tasks().flat_map(|task| task.options);
        let mut shown: Vec<Vec<u8>> = options.map(|option| canonical(&option.value)).collect();
        shown.sort();
        part(&mut bytes, |bytes| {
            shown
                .iter()
                .for_each(|option| bytes.extend_from_slice(option))
        });
        part(&mut bytes, |bytes| {
            item.all_keys().for_each(|key| key.canonical(bytes))
        });
        Self(first_bits(&Sha256::digest(&bytes)))
    }
}

/// Everything printed in an item but its options.
fn printed(item: &Item, bytes: &mut Vec<u8>) {
    for task in item.tasks() {
        task.stem.iter().for_each(|value| value.canonical(bytes));
        let drawn = task.drawn.printed();
        drawn.iter().for_each(|value| value.canonical(bytes));
    }
    let beside = item.parts.iter().filter_map(|part| part.figure.as_ref());
    let figures = item.figure.iter().chain(beside);
    let values = figures.flat_map(DrawnFigure::values);
    values.for_each(|value| value.canonical(bytes));
    let dropdowns = item.tasks().flat_map(|task| task.keys);
    let dropdowns = dropdowns.flat_map(|key| &key.options);
    dropdowns.for_each(|option| option.value.canonical(bytes));
}

/// A 64-bit hash of values, for comparing keys and radicals quickly.
pub fn hash_values<'v>(values: impl Iterator<Item = &'v Value>) -> u64 {
    let mut bytes = Vec::with_capacity(32);
    values.for_each(|value| value.canonical(&mut bytes));
    (first_bits(&Sha256::digest(&bytes)) >> 64) as u64
}

fn first_bits(digest: &[u8]) -> u128 {
    digest
        .iter()
        .take(16)
        .fold(0, |bits, byte| bits << 8 | u128::from(*byte))
}

fn canonical(value: &Value) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(64);
    value.canonical(&mut bytes);
    bytes
}

/// Writes a part behind its length, so that no two rows of parts run together.
fn part(bytes: &mut Vec<u8>, write: impl FnOnce(&mut Vec<u8>)) {
    let at = bytes.len();
    bytes.extend_from_slice(&[0; 8]);
    write(bytes);
    let length = (bytes.len() - at - 8) as u64;
    bytes[at..at + 8].copy_from_slice(&length.to_le_bytes());
}

impl Display for Fingerprint {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        u128::from_str_radix(&text, 16)
            .map(Self)
            .map_err(serde::de::Error::custom)
    }
}
