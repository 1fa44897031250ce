//! Cells: which values the radicals have on all forms of a set.

use std::collections::HashMap;

use crate::form::pool::Candidate;
use crate::seed::Seed;

/// A cell that can serve a slot must promise at least this many items a slot, so that asking for
/// more forms later leaves the first ones as they were.
const AMPLE: usize = 40;

/// How many items of each cell there are, as far as is known.
#[derive(Debug, Clone, Copy)]
pub struct CellSize {
    /// The cell.
    pub cell: u64,
    /// How many items, estimated from its share of the first candidates.
    pub items: usize,
}

/// The sizes of the cells among `first`, when there are about `total` items in all.
/// Largest first; equal ones by their hash.
pub fn sizes(first: &[Candidate], total: usize) -> Vec<CellSize> {
    let mut counts: HashMap<u64, usize> = HashMap::new();
    for candidate in first {
        *counts.entry(candidate.cell).or_default() += 1;
    }
    let scaled = |count: usize| count.saturating_mul(total) / first.len().max(1);
    let mut sizes: Vec<CellSize> = counts
        .into_iter()
        .map(|(cell, count)| CellSize {
            cell,
            items: scaled(count),
        })
        .collect();
    sizes.sort_by_key(|size| (std::cmp::Reverse(size.items), size.cell));
    sizes
}

/// The cell of each of the model's `slots` places: drawn by size among the cells that have enough
/// items, a new one for each place as long as there are any, so that a form holds different
/// cases. Where no cell has enough left, the one serves that has the most items for each of its
/// places then (d'Hondt 1882), which fills the most forms that these cells can fill.
pub fn choose(
    sizes: &[CellSize],
    slots: usize,
    forms: usize,
    seed: Seed,
    path: &[&str],
) -> Vec<u64> {
    let need = forms.max(AMPLE);
    let order = order(sizes, seed, path);
    let mut left: Vec<CellSize> = order.clone();
    let mut chosen: Vec<u64> = Vec::with_capacity(slots);
    for _ in 0..slots {
        let users = |cell: u64| chosen.iter().filter(|used| **used == cell).count();
        let best = left
            .iter()
            .enumerate()
            .filter(|(_, size)| size.items >= need)
            .min_by_key(|(place, size)| (users(size.cell), *place))
            .map(|(place, _)| place);
        let share = |at: usize| order[at].items / (users(order[at].cell) + 1);
        let most = || (0..order.len()).max_by_key(|at| (share(*at), std::cmp::Reverse(*at)));
        let place = best.or_else(most);
        let Some(place) = place else { break };
        chosen.push(left[place].cell);
        left[place].items = left[place].items.saturating_sub(need);
    }
    chosen
}

/// The cells in a random order in which large ones tend to come first.
fn order(sizes: &[CellSize], seed: Seed, path: &[&str]) -> Vec<CellSize> {
    let mut stream = seed.stream(path);
    let mut left = sizes.to_vec();
    let mut order = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let weights: Vec<u64> = left.iter().map(|size| size.items.max(1) as u64).collect();
        let place = stream.weighted(&weights).unwrap_or(0);
        order.push(left.remove(place));
    }
    order
}
