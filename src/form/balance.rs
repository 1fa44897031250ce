//! Tight pools: where forms as dealt would differ too much, items change forms within their place.
//!
//! Forms come in blocks of [`BLOCK`], A to H, I to P and so on, and a block is always dealt whole,
//! however many forms are asked for; items change places only within a block. So asking for four
//! forms gives the first four of eight. A block that is well within the tolerances stays as it was
//! dealt.
//!
//! Two steps. Antimonotone rearrangement: the items of one place are dealt out again, the easiest
//! to the form that has the least without it, place after place until nothing changes (as in the
//! longest-processing-time rule of Graham 1969, and the rearrangement algorithm of Puccetti and
//! Rüschendorf 2012). Adding a place of range r to sums of spread s gives a spread of at most
//! max(s, r), so the spread is at most the range of the widest place. Then the worst form exchanges
//! items with others as long as that helps, over ability, information, words and answers, and
//! never beyond that bound, or half the tolerance where that is more.

mod block;
mod cost;
mod load;
mod search;

use crate::form::balance::block::Block;
use crate::form::balance::load::{Load, Target};
use crate::form::balance::search::search;
use crate::form::set::PlacedItem;

/// So many forms are balanced together.
pub const BLOCK: usize = 8;

/// So many passes over all places at the most.
const PASSES: usize = 30;

/// The items of one place on all forms.
pub struct Place<'a> {
    /// The items, form by form.
    pub items: &'a mut Vec<PlacedItem>,
    /// How many of the first items are there for the first time.
    pub own: usize,
    /// What a right answer is worth.
    pub points: u32,
    /// For each item model of the set, whether the letters of its keys are free.
    pub free: &'a [bool],
}

impl Place<'_> {
    /// Whether the letter of the item's key is free.
    fn is_free(&self, item: &PlacedItem) -> bool {
        self.free.get(item.item.model).copied().unwrap_or(true)
    }
}

/// Balances the first `forms` forms block by block; `share` is the part of the points that counts
/// as mastery. The items that come next, up to a block of them, are spares: what is exchanged
/// for a spare takes its place in the order of dealing, so that no item is lost.
pub fn balance(places: &mut [Place<'_>], forms: usize, share: f64) {
    let own = places.iter().map(|place| place.own).min().unwrap_or(0);
    let mut target: Option<Target> = None;
    for start in (0..own.min(forms)).step_by(BLOCK) {
        let end = own.min(start + BLOCK);
        if end - start < 2 && target.is_none() {
            return;
        }
        let target = target.get_or_insert_with(|| Target::of(places, start..end, share));
        let loads: Vec<Vec<Load>> = places
            .iter()
            .map(|place| {
                let items = place.items[start..place.own.min(end + BLOCK)].iter();
                items.map(|item| target.load(item, place)).collect()
            })
            .collect();
        let mut block = Block::new(&loads, target, end - start);
        if block.cost() > 0.0 {
            rearrange(&mut block);
            search(&mut block);
            for (place, order) in places.iter_mut().zip(block.orders()) {
                let old = place.items[start..start + order.len()].to_vec();
                for (at, from) in order.iter().enumerate() {
                    place.items[start + at] = old[*from].clone();
                }
            }
        }
    }
}

/// Deals the items of every place anew, the largest expected score to the form with the least.
fn rearrange(block: &mut Block<'_>) {
    if !block.is_uneven() {
        return;
    }
    let before = (block.cost(), block.spread(), block.orders().to_vec());
    for pass in 0..PASSES {
        let mut changed = false;
        for place in block.widest_first() {
            // In the first pass only the places that were dealt out before count.
            changed |= block.deal_out(place, pass == 0);
        }
        block.seal();
        if !changed {
            break;
        }
    }
    let (cost, spread, orders) = before;
    if block.cost() > cost && spread <= block.bound() {
        block.restore(orders);
    }
}
