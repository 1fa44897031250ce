//! What makes two items the same: what is printed and what is right, never the seed.

use std::fmt::{Display, Formatter};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

use crate::instance::figure::DrawnFigure;
use crate::instance::item::{Item, Task};
use crate::value::Value;

/// The identity of an item: the first 128 bits of a SHA-256 over its model, the values in its
/// stem, its options without their order, and its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(pub u128);

impl Fingerprint {
    /// The identity of the item of `model` that shows `stem` and `options` and has `keys`.
    pub fn of<'v>(
        model: &str,
        stem: &[Value],
        options: impl Iterator<Item = &'v Value>,
        keys: impl Iterator<Item = &'v Value>,
    ) -> Self {
        let mut bytes = Vec::with_capacity(128);
        part(&mut bytes, |bytes| {
            bytes.extend_from_slice(model.as_bytes())
        });
        part(&mut bytes, |bytes| {
            stem.iter().for_each(|value| value.canonical(bytes))
        });
        let mut shown: Vec<Vec<u8>> = options.map(canonical).collect();
        shown.sort();
        part(&mut bytes, |bytes| {
            shown
                .iter()
                .for_each(|option| bytes.extend_from_slice(option))
        });
        part(&mut bytes, |bytes| {
            keys.for_each(|key| key.canonical(bytes))
        });
        Self(first_bits(&Sha256::digest(&bytes)))
    }
}

impl Fingerprint {
    /// The identity of `item`: everything printed in it and its parts, and the keys.
    pub fn of_item(model: &str, item: &Item) -> Self {
        let mut printed = Vec::new();
        for task in item.tasks() {
            printed.extend(task.stem.iter().cloned());
            printed.extend(task.drawn.printed());
        }
        let beside = item.parts.iter().filter_map(|part| part.figure.as_ref());
        let figures = item.figure.iter().chain(beside);
        printed.extend(figures.flat_map(DrawnFigure::values).cloned());
        let tasks: Vec<Task<'_>> = item.tasks().collect();
        let dropdowns = tasks.iter().flat_map(|task| task.keys);
        let dropdowns = dropdowns.flat_map(|key| &key.options);
        printed.extend(dropdowns.map(|option| option.value.clone()));
        let options = tasks.iter().flat_map(|task| task.options);
        Self::of(
            model,
            &printed,
            options.map(|option| &option.value),
            item.all_keys(),
        )
    }
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
    let mut bytes = Vec::new();
    value.canonical(&mut bytes);
    bytes
}

/// Writes a part behind its length, so that no two rows of parts run together.
fn part(bytes: &mut Vec<u8>, write: impl FnOnce(&mut Vec<u8>)) {
    let mut content = Vec::new();
    write(&mut content);
    bytes.extend_from_slice(&(content.len() as u64).to_le_bytes());
    bytes.append(&mut content);
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
