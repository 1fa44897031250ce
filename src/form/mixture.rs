//! The candidates of a place: of one item model, or of variants that are mixed.

use crate::form::pool::{Candidate, Pool};
use crate::instance::fingerprint::hash_values;
use crate::instance::item::ItemFault;
use crate::seed::Seed;
use crate::value::Value;

/// What went wrong, and with the items of which pool.
pub type Fault = (usize, ItemFault);

/// The pools of the models that stand at a place, asked in turn.
pub struct Mixture<'a> {
    pools: Vec<Pool<'a>>,
    turn: usize,
}

impl<'a> Mixture<'a> {
    /// The pools in the order of the variants.
    pub fn new(pools: Vec<Pool<'a>>) -> Self {
        Self { pools, turn: 0 }
    }

    /// The next candidate, from one pool after the other; `None` when no pool has more.
    pub fn next(&mut self) -> Result<Option<Candidate>, Fault> {
        for _ in 0..self.pools.len() {
            let at = self.turn % self.pools.len();
            self.turn += 1;
            if let Some(candidate) = self.pools[at].next().map_err(|fault| (at, fault))? {
                return Ok(Some(self.marked(at, candidate)));
            }
        }
        Ok(None)
    }

    /// Mixed variants are dealt like the rows of a table: none again before the others.
    fn marked(&self, variant: usize, mut candidate: Candidate) -> Candidate {
        if self.pools.len() > 1 {
            let place = Value::integer(i64::try_from(variant).unwrap_or(i64::MAX));
            let mark = hash_values([&Value::text("variant"), &place].into_iter());
            let mut rows = candidate.rows.into_vec();
            rows.push(mark);
            candidate.rows = rows.into();
        }
        candidate
    }

    /// The first pool that has given nothing so far.
    pub fn barren(&self) -> Option<usize> {
        self.pools.iter().position(Pool::is_barren)
    }

    /// The pool of a variant.
    pub fn pool(&self, at: usize) -> &Pool<'a> {
        &self.pools[at]
    }

    /// How many vectors there are, if all are listed.
    pub fn listed(&self) -> Option<usize> {
        self.pools.iter().map(Pool::listed).sum()
    }

    /// How many different items there are, at least.
    pub fn count_all(&mut self) -> Result<usize, Fault> {
        let pools = self.pools.iter_mut().enumerate();
        pools
            .map(|(at, pool)| pool.count_all().map_err(|fault| (at, fault)))
            .sum()
    }

    /// Every candidate that drawing has not given yet, where the spaces can be listed.
    pub fn rest(&mut self, seed: Seed, bank: &str) -> Result<Vec<Candidate>, Fault> {
        let mut found = Vec::new();
        for at in 0..self.pools.len() {
            let more = self.pools[at]
                .rest(seed, bank)
                .map_err(|fault| (at, fault))?;
            found.extend(more.into_iter().map(|candidate| self.marked(at, candidate)));
        }
        Ok(found)
    }
}
