//! The marks of an attempt, by the places of items.

use crate::pool::entry::Answered;

/// Marks in the order of their items, one an item. Most attempts have few, and a pool has many
/// attempts, so they stand in a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MarkedItems(Vec<Answered>);

impl MarkedItems {
    fn find(&self, item: u32) -> Result<usize, usize> {
        self.0.binary_search_by_key(&item, |answered| answered.item)
    }

    /// The mark of the item at a place, from 1.
    pub fn get(&self, item: u32) -> Option<&Answered> {
        self.0.get(self.find(item).ok()?)
    }

    /// Sets the mark of an item, in place of an earlier one.
    pub fn insert(&mut self, answered: Answered) {
        match self.find(answered.item) {
            Ok(at) => self.0[at] = answered,
            Err(at) => self.0.insert(at, answered),
        }
    }

    /// Forgets the marks of items that `keeps` does not name.
    pub fn retain(&mut self, keeps: impl Fn(u32) -> bool) {
        self.0.retain(|answered| keeps(answered.item));
    }

    /// All marks, in the order of their items.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&u32, &Answered)> {
        self.0.iter().map(|answered| (&answered.item, answered))
    }
}
