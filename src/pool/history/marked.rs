//! The marks of an attempt, by the places of items.

use std::collections::HashSet;
use std::sync::Arc;

use crate::pool::entry::Answered;
use crate::pool::history::places::Quick;

/// Marks that were seen. A school has millions of marks and few different ones, so those that are
/// equal are one in memory.
#[derive(Debug, Default)]
pub struct SharedMarks(HashSet<Arc<Answered>, Quick>);

impl SharedMarks {
    /// The mark that is equal to this one.
    pub fn of(&mut self, answered: &Answered) -> Arc<Answered> {
        if let Some(known) = self.0.get(answered) {
            return known.clone();
        }
        let new = Arc::new(answered.clone());
        self.0.insert(new.clone());
        new
    }
}

/// Marks in the order of their items, one an item. Most attempts have few, and a pool has many
/// attempts, so they stand in a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MarkedItems(Vec<Arc<Answered>>);

impl MarkedItems {
    /// These marks; `None` if they are not in the order of their items, or two are of one.
    pub fn of(marks: Vec<Arc<Answered>>) -> Option<Self> {
        let ordered = marks.is_sorted_by(|one, next| one.item < next.item);
        ordered.then_some(Self(marks))
    }

    fn find(&self, item: u32) -> Result<usize, usize> {
        // Where all items have marks, each stands at its place.
        let place = (item as usize).wrapping_sub(1);
        if self
            .0
            .get(place)
            .is_some_and(|answered| answered.item == item)
        {
            return Ok(place);
        }
        self.0.binary_search_by_key(&item, |answered| answered.item)
    }

    /// The mark of the item at a place, from 1.
    pub fn get(&self, item: u32) -> Option<&Answered> {
        self.0
            .get(self.find(item).ok()?)
            .map(|answered| &**answered)
    }

    /// Makes room for so many more, and no more than that.
    pub fn reserve(&mut self, more: usize) {
        self.0.reserve_exact(more);
    }

    /// Sets the mark of an item, in place of an earlier one.
    pub fn insert(&mut self, answered: Arc<Answered>) {
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
        self.0.iter().map(|answered| (&answered.item, &**answered))
    }
}
