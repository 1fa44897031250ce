//! The order in which the options of forms stand: wrong answers shuffled, keys dealt to letters.

use crate::bank::ItemBank;
use crate::form::letters::{Choice, key_places};
use crate::form::set::PlacedItem;
use crate::instance::item::Item;
use crate::seed::Seed;

/// Shuffles the wrong answers of items whose model is `free`, and deals the places of their keys.
pub fn order_options(
    bank: &ItemBank,
    seed: Seed,
    group: usize,
    forms: &mut [Vec<PlacedItem>],
    free: &[bool],
) {
    let is_free = |placed: &PlacedItem| free.get(placed.item.model).copied().unwrap_or(true);
    let choices = |items: &Vec<PlacedItem>| -> Vec<Choice> {
        let offered = items.iter().filter(|placed| placed.item.options.len() > 1);
        offered
            .map(|placed| Choice {
                options: placed.item.options.len(),
                fixed: (!is_free(placed)).then(|| key_of(&placed.item)),
            })
            .collect()
    };
    let wanted: Vec<Vec<Choice>> = forms.iter().map(choices).collect();
    let places = key_places(seed, &[&bank.id], group, &wanted);
    for (items, places) in forms.iter_mut().zip(places) {
        let offered = items
            .iter_mut()
            .filter(|placed| placed.item.options.len() > 1);
        for (placed, place) in offered.zip(places).filter(|(placed, _)| is_free(placed)) {
            let item = &mut placed.item;
            let fingerprint = item.fingerprint.to_string();
            let mut stream = seed.stream(&[&bank.id, "options", &fingerprint]);
            // The key stands first until here.
            stream.shuffle(&mut item.options[1..]);
            item.options[..=place].rotate_left(1);
        }
    }
}

/// Where the key stands.
pub fn key_of(item: &Item) -> usize {
    let mut options = item.options.iter();
    options
        .position(|option| option.misconception.is_none())
        .unwrap_or(0)
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
