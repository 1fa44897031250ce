//! The totals of an attempt, by the places of standards.

use crate::pool::points::Points;

/// Points by the place of the standard in the form's set. An attempt has one or few, and a pool
/// has many attempts, so they stand in a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals(Vec<(usize, Points)>);

impl Totals {
    /// The total of a standard.
    pub fn get(&self, standard: usize) -> Option<&Points> {
        let found = self.0.iter().find(|(own, _)| *own == standard);
        found.map(|(_, points)| points)
    }

    /// All totals, in the order of the standards.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &(usize, Points)> {
        self.0.iter()
    }

    /// Sets the total of a standard, in place of an earlier one.
    pub fn insert(&mut self, standard: usize, points: Points) {
        match self.0.binary_search_by_key(&standard, |(own, _)| *own) {
            Ok(at) => self.0[at].1 = points,
            Err(at) => {
                self.0.reserve_exact(1);
                self.0.insert(at, (standard, points));
            }
        }
    }

    /// Forgets the total of a standard.
    pub fn remove(&mut self, standard: usize) {
        self.0.retain(|(own, _)| *own != standard);
    }
}
