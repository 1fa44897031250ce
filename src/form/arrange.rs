//! The order in which the options of a form stand.

use crate::bank::ItemBank;
use crate::form::letters::key_places;
use crate::form::set::PlacedItem;
use crate::seed::Seed;

/// Puts the options of a form's items in their final order; `sorted` items keep theirs.
pub fn order_options(
    bank: &ItemBank,
    seed: Seed,
    number: usize,
    items: &mut [PlacedItem],
    sorted: &[bool],
) {
    let free = |at: &usize| !sorted[*at] && items[*at].item.options.len() > 1;
    let shuffled: Vec<usize> = (0..items.len()).filter(free).collect();
    let counts: Vec<usize> = shuffled
        .iter()
        .map(|at| items[*at].item.options.len())
        .collect();
    let places = key_places(seed, &[&bank.id], number, &counts);
    for (at, place) in shuffled.into_iter().zip(places) {
        let item = &mut items[at].item;
        let fingerprint = item.fingerprint.to_string();
        let mut stream = seed.stream(&[&bank.id, "options", &fingerprint]);
        // The key stands first until here.
        stream.shuffle(&mut item.options[1..]);
        item.options[..=place].rotate_left(1);
    }
}

/// What makes a form itself: its items and the order of their options.
pub fn content(items: &[PlacedItem]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(items.len() * 24);
    for placed in items {
        bytes.extend_from_slice(&placed.item.fingerprint.0.to_le_bytes());
        bytes.push(u8::try_from(placed.item.wording).unwrap_or(u8::MAX));
        for option in &placed.item.options {
            bytes.push(
                option
                    .misconception
                    .map_or(0, |at| u8::try_from(at + 1).unwrap_or(u8::MAX)),
            );
        }
    }
    bytes
}
