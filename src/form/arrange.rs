//! The order in which options, statements, lists and steps stand on forms: wrong answers
//! shuffled, keys dealt to letters.

use crate::bank::response::ResponseType;
use crate::bank::response::choice::{Choice, Offer, Order};
use crate::form::letters::{self, key_places};
use crate::form::set::PlacedItem;
use crate::instance::item::{Item, ItemKey};
use crate::instance::options::AnswerOption;
use crate::seed::{Seed, Stream};

/// Puts everything on the forms of a group that has no order of its own into its final one.
/// `responses` are those of the set's models.
pub fn arrange(
    bank: &str,
    seed: Seed,
    group: usize,
    forms: &mut [Vec<PlacedItem>],
    responses: &[&ResponseType],
) {
    let mut offered: Vec<Vec<Offered<'_>>> = forms
        .iter_mut()
        .map(|items| {
            let items = items.iter_mut().filter_map(|placed| {
                let response = responses.get(placed.item.model)?;
                Some((&mut placed.item, *response))
            });
            items
                .flat_map(|(item, response)| offered(bank, seed, item, response))
                .filter(|offered| offered.options.len() > 1)
                .collect()
        })
        .collect();
    let wanted: Vec<Vec<letters::Choice>> = offered
        .iter()
        .map(|form| form.iter().map(Offered::wanted).collect())
        .collect();
    let places = key_places(seed, &[bank], group, &wanted);
    for (form, places) in offered.iter_mut().zip(places) {
        for (offered, place) in form.iter_mut().zip(places) {
            offered.put(place);
        }
    }
}

/// The options of one choice on a form.
struct Offered<'a> {
    choice: &'a Choice,
    stream: Stream,
    options: &'a mut Vec<AnswerOption>,
}

impl Offered<'_> {
    fn wanted(&self) -> letters::Choice {
        let fixed = (!may_move(self.choice)).then(|| key_of(self.options));
        letters::Choice {
            options: self.options.len(),
            fixed,
        }
    }

    fn put(&mut self, place: usize) {
        if !may_move(self.choice) {
            return;
        }
        // The key stands first until here.
        if self.choice.order == Order::Shuffled {
            self.stream.shuffle(&mut self.options[1..]);
        }
        self.options[..=place].rotate_left(1);
    }
}

/// Arranges the lists of an item, and gives the options of its choices.
fn offered<'a>(
    bank: &str,
    seed: Seed,
    item: &'a mut Item,
    response: &'a ResponseType,
) -> Vec<Offered<'a>> {
    let fingerprint = item.fingerprint.to_string();
    let stream = |path: &[&str]| {
        let start = [bank, "options", &fingerprint];
        seed.stream(&[&start, path].concat())
    };
    lists(item, response, &stream);
    match response {
        ResponseType::Choice(choice) => vec![Offered {
            choice,
            stream: stream(&[]),
            options: &mut item.options,
        }],
        ResponseType::Parts(parts) => {
            let parts = item.parts.iter_mut().enumerate().filter_map(|(at, part)| {
                let ResponseType::Choice(choice) = &parts.get(part.part)?.response else {
                    return None;
                };
                Some(Offered {
                    choice,
                    stream: stream(&["part", &at.to_string()]),
                    options: &mut part.options,
                })
            });
            parts.collect()
        }
        _ => Vec::new(),
    }
}

/// Whether the key of a whole item may stand anywhere among its options.
pub fn is_free(response: &ResponseType) -> bool {
    match response {
        ResponseType::Choice(choice) => may_move(choice),
        _ => true,
    }
}

/// Whether the key may stand anywhere among the options.
fn may_move(choice: &Choice) -> bool {
    match (&choice.offer, choice.order) {
        (_, Order::Sorted) | (Offer::List(_), Order::AsWritten) => false,
        (_, Order::Shuffled) | (Offer::Count(_), Order::AsWritten) => true,
    }
}

/// Statements, matching lists, steps and dropdowns, in an order that only the item decides.
fn lists(item: &mut Item, response: &ResponseType, stream: &dyn Fn(&[&str]) -> Stream) {
    item.drawn.arrange(&mut stream(&["list"]));
    dropdowns(response, &mut item.keys, &mut stream(&["blanks"]));
    let parts = match response {
        ResponseType::Parts(parts) => parts.as_slice(),
        _ => &[],
    };
    for (at, part) in item.parts.iter_mut().enumerate() {
        let place = at.to_string();
        part.drawn.arrange(&mut stream(&["part", &place, "list"]));
        if let Some(model) = parts.get(part.part) {
            let mut stream = stream(&["part", &place, "blanks"]);
            dropdowns(&model.response, &mut part.keys, &mut stream);
        }
    }
}

fn dropdowns(response: &ResponseType, keys: &mut [ItemKey], stream: &mut Stream) {
    let ResponseType::Blanks(blanks) = response else {
        return;
    };
    for (blank, key) in blanks.iter().zip(keys) {
        match &blank.offer {
            Some((_, Order::Shuffled)) => stream.shuffle(&mut key.options),
            // The key stands first, and its place may not tell it.
            Some((Offer::Count(_), Order::AsWritten)) if !key.options.is_empty() => {
                let place = stream.below(key.options.len() as u64);
                let place = usize::try_from(place).unwrap_or(0);
                key.options[..=place].rotate_left(1);
            }
            _ => {}
        }
    }
}

/// Where the key stands.
pub fn key_of(options: &[AnswerOption]) -> usize {
    let mut options = options.iter();
    options.position(|option| option.is_key).unwrap_or(0)
}

/// What makes a form itself: its items and the order of their options.
pub fn content(items: &[PlacedItem]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(items.len() * 24);
    for placed in items {
        bytes.extend_from_slice(&placed.item.fingerprint.0.to_le_bytes());
        bytes.push(u8::try_from(placed.item.wording).unwrap_or(u8::MAX));
        for option in placed.item.tasks().flat_map(|task| task.options) {
            let betrays = option.misconception.unwrap_or(usize::from(u8::MAX));
            let other = u8::try_from(betrays + 1).unwrap_or(u8::MAX);
            bytes.push(if option.is_key { 0 } else { other });
        }
    }
    bytes
}
