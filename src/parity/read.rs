//! What the comparison needs to know of a form set.

use crate::difficulty::residual::OTHER_SET_UP;
use crate::difficulty::response::ResponseError;
use crate::form::set::{Form, FormSet, PlacedItem};
use crate::instance::fingerprint::hash_values;
use crate::instance::item::Item;
use crate::parity::facts::{FormFacts, KeyPlace, SlotFacts};
use crate::parity::reader::Reader;
use crate::value::Value;

/// The time of an item whose author estimates none, in minutes.
const USUAL_MINUTES: f64 = 1.0;

/// The facts of every form of `set`.
///
/// # Errors
/// A difficulty or a guessing probability in the set that is no number.
pub fn facts(set: &FormSet) -> Result<Vec<FormFacts>, ResponseError> {
    let mut reader = Reader::new(set);
    let mixed: Vec<bool> = (0..set.slots.len()).map(|at| is_mixed(set, at)).collect();
    let forms = set.forms.iter();
    forms
        .map(|form| of_form(set, &mixed, form, &mut reader))
        .collect()
}

fn of_form(
    set: &FormSet,
    mixed: &[bool],
    form: &Form,
    reader: &mut Reader<'_>,
) -> Result<FormFacts, ResponseError> {
    let slots: Result<Vec<SlotFacts>, ResponseError> = form
        .items
        .iter()
        .enumerate()
        .map(|(at, placed)| of_slot(set, at, placed, mixed[at]))
        .collect();
    Ok(FormFacts {
        label: form.label.to_string(),
        slots: slots?,
        reading_grade: reader.grade(form),
    })
}

fn of_slot(
    set: &FormSet,
    at: usize,
    placed: &PlacedItem,
    mixed: bool,
) -> Result<SlotFacts, ResponseError> {
    let slot = &set.slots[at];
    let model = &set.models[placed.item.model];
    let item = &placed.item;
    let response = placed.response(model.points)?;
    let keys = || item.all_keys();
    let has_key = keys().next().is_some();
    Ok(SlotFacts {
        model: number(slot.model),
        standard: number(slot.standard),
        response_kind: model.response.number(),
        set_up: (mixed && placed.residual >= OTHER_SET_UP).then(|| number(placed.item.model)),
        radicals: hash_values(item.radicals.iter()),
        response,
        judged_weight: placed.judged,
        minutes: model.minutes.unwrap_or(USUAL_MINUTES),
        words: placed.words,
        fingerprint: item.fingerprint.0,
        // What a person marks has no key that could be copied or come again.
        key: if has_key {
            hash_values(keys())
        } else {
            (item.fingerprint.0 >> 64) as u64
        },
        key_is_number: has_key && keys().all(|key| matches!(key, Value::Number(_))),
        options: key_place(item),
    })
}

/// Whether forms show different variants at a place. Wordings of one variant are no mixture.
fn is_mixed(set: &FormSet, at: usize) -> bool {
    let mut placed = set.forms.iter().filter_map(|form| form.items.get(at));
    let first = placed.next().map(|placed| placed.item.model);
    placed.any(|placed| Some(placed.item.model) != first)
}

/// Where the key stands, and which rank it has by value.
fn key_place(item: &Item) -> Option<KeyPlace> {
    let position = item.options.iter().position(|option| option.is_key)?;
    let key = &item.options[position].value;
    let small = |count: usize| u8::try_from(count).ok();
    let (count, position) = (small(item.options.len())?, small(position)?);
    if !matches!(key, Value::Number(_)) {
        return KeyPlace::unranked(count, position);
    }
    let smaller = item.options.iter().filter(|option| {
        option
            .value
            .compare(key)
            .is_some_and(std::cmp::Ordering::is_lt)
    });
    KeyPlace::new(count, position, small(smaller.count())?)
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
