//! Items by the values of their radicals.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::difficulty::Contribution;
use crate::lint::census::slips::Meeting;
use crate::value::Value;
use crate::value::notation::describe;

/// More cells than this are not told apart.
const TOLD_APART: usize = 10_000;
/// So many cells are kept in the result.
const KEPT: usize = 50;

/// The items that have the same radicals.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// The values of the radicals in words; empty if the model has none.
    pub radicals: String,
    /// How many different items there are.
    pub items: u64,
    /// The standard deviation of their difficulty, in logits.
    pub spread: f64,
    /// The misconceptions, by place, that give the key in all of them.
    pub equal_key: Vec<usize>,
    /// The pairs of misconceptions, by place, that give the same in all of them.
    pub twins: Vec<(usize, usize)>,
}

/// Sums over items for a mean and a variance.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    sum: f64,
    squares: f64,
}

impl Sums {
    fn add(&mut self, value: f64) {
        self.sum += value;
        self.squares += value * value;
    }

    /// The sum of squared distances from the mean of `n` values; those not added were 0.
    fn scatter(self, n: f64) -> f64 {
        (self.squares - self.sum * self.sum / n).max(0.0)
    }
}

#[derive(Debug, Default)]
struct CellTally {
    radicals: String,
    items: u64,
    equal_key: BTreeMap<usize, u64>,
    twins: BTreeMap<(usize, usize), u64>,
    measured: u64,
    weighted: Sums,
    features: BTreeMap<&'static str, Sums>,
}

/// Cells while they are counted.
#[derive(Debug, Default)]
pub(super) struct Cells {
    cells: BTreeMap<u64, CellTally>,
    lowest: f64,
    highest: f64,
    sum: f64,
}

/// What the cells come to.
pub(super) struct Spread {
    pub cells: Vec<Cell>,
    pub difficulty: (f64, f64, f64),
    pub varying: Vec<(String, f64)>,
}

impl Cells {
    /// Counts an item by the hash of its radicals.
    pub fn count(&mut self, cell: u64, radicals: &[Value], meeting: &Meeting) {
        let known = self.cells.contains_key(&cell);
        let cell = if known || self.cells.len() < TOLD_APART {
            self.cells.entry(cell).or_default()
        } else {
            self.cells.entry(u64::MAX).or_default()
        };
        if cell.items == 0 {
            let words: Vec<String> = radicals.iter().map(describe).collect();
            cell.radicals = words.join(", ");
        }
        cell.items += 1;
        for slip in &meeting.key {
            *cell.equal_key.entry(*slip).or_default() += 1;
        }
        for pair in &meeting.twins {
            *cell.twins.entry(*pair).or_default() += 1;
        }
    }

    /// Adds the difficulty of an item that was counted.
    pub fn measure(&mut self, cell: u64, contributions: &[Contribution]) {
        let Some(cell) = self.cells.get_mut(&cell) else {
            return;
        };
        let weighted: f64 = contributions.iter().map(|c| c.logits).sum();
        let first = self.sum == 0.0 && self.lowest == 0.0 && self.highest == 0.0;
        self.lowest = if first {
            weighted
        } else {
            self.lowest.min(weighted)
        };
        self.highest = if first {
            weighted
        } else {
            self.highest.max(weighted)
        };
        self.sum += weighted;
        cell.measured += 1;
        cell.weighted.add(weighted);
        for contribution in contributions {
            let sums = cell.features.entry(contribution.feature).or_default();
            sums.add(contribution.logits);
        }
    }

    pub fn finish(self) -> Spread {
        let (mut scatter, mut measured, mut freedom) = (0.0, 0.0, 0.0);
        let mut features: BTreeMap<&'static str, f64> = BTreeMap::new();
        let mut cells = Vec::with_capacity(self.cells.len());
        for tally in self.cells.into_values() {
            // Counts up to 10⁶ are exact.
            let n = tally.measured as f64;
            let own = if tally.measured > 0 {
                tally.weighted.scatter(n)
            } else {
                0.0
            };
            if tally.measured > 1 {
                scatter += own;
                freedom += n - 1.0;
                for (feature, sums) in &tally.features {
                    *features.entry(feature).or_default() += sums.scatter(n);
                }
            }
            measured += n;
            let items = tally.items;
            cells.push(Cell {
                radicals: tally.radicals,
                items: tally.items,
                spread: deviation(own, n - 1.0),
                equal_key: always(&tally.equal_key, items),
                twins: always(&tally.twins, items),
            });
        }
        cells.sort_by(|a, b| {
            b.items
                .cmp(&a.items)
                .then_with(|| a.radicals.cmp(&b.radicals))
        });
        let mean = if measured > 0.0 {
            self.sum / measured
        } else {
            0.0
        };
        let mut varying: Vec<(String, f64)> = features
            .into_iter()
            .map(|(feature, scatter)| (feature.to_owned(), deviation(scatter, freedom)))
            .filter(|(_, deviation)| *deviation > 0.005)
            .collect();
        varying.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Spread {
            cells,
            difficulty: (
                self.lowest - mean,
                self.highest - mean,
                deviation(scatter, freedom),
            ),
            varying,
        }
    }
}

impl Cell {
    /// The cells that are kept in a census: the largest, and the smallest one.
    pub(super) fn kept(mut cells: Vec<Cell>) -> Vec<Cell> {
        if cells.len() > KEPT {
            let smallest = cells.pop();
            cells.truncate(KEPT - 1);
            cells.extend(smallest);
        }
        cells
    }
}

/// What was counted in all `items`.
fn always<K: Copy>(counts: &BTreeMap<K, u64>, items: u64) -> Vec<K> {
    let all = counts.iter().filter(|(_, count)| **count == items);
    all.map(|(what, _)| *what).collect()
}

fn deviation(scatter: f64, freedom: f64) -> f64 {
    if freedom > 0.0 {
        libm::sqrt(scatter / freedom)
    } else {
        0.0
    }
}
