//! A row of a table, or a map: names with values, in the order written.

use std::sync::Arc;

use super::Value;

/// An ordered map from names to values.
///
/// Rows are small, so a name is found by walking; equality is by content,
/// whatever the order.
#[derive(Debug, Clone, Default)]
pub struct Row {
    entries: Vec<(Arc<str>, Value)>,
}

impl Row {
    /// A row of these entries; of two entries with one name the later counts,
    /// at the place of the earlier.
    pub fn new(entries: impl IntoIterator<Item = (Arc<str>, Value)>) -> Self {
        let mut row = Self::default();
        for (name, value) in entries {
            row.insert(name, value);
        }
        row
    }

    /// Sets a value, and returns the one it replaces.
    pub fn insert(&mut self, name: Arc<str>, value: Value) -> Option<Value> {
        match self.entries.iter_mut().find(|(n, _)| *n == name) {
            Some((_, old)) => Some(std::mem::replace(old, value)),
            None => {
                self.entries.push((name, value));
                None
            }
        }
    }

    /// The value of a name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.entries
            .iter()
            .find_map(|(n, value)| (**n == *name).then_some(value))
    }

    /// The entries in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&Arc<str>, &Value)> {
        self.entries.iter().map(|(name, value)| (name, value))
    }

    /// The names in order.
    pub fn names(&self) -> impl ExactSizeIterator<Item = &Arc<str>> {
        self.entries.iter().map(|(name, _)| name)
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len()
            && self
                .iter()
                .all(|(name, value)| other.get(name).is_some_and(|v| v.same(value)))
    }
}

impl Eq for Row {}
