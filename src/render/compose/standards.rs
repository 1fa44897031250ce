//! Standards for pages: the correctives that this form can call for.

use crate::form::record::{CorrectiveRecord, ModelRecord, StandardRecord};
use crate::form::set::{Form, FormSet};
use crate::instance::item::{Item, Slip, Task};
use crate::instance::response::{MisconceptionRecord, ResponseRecord};
use crate::render::compose::mastery::of_standard;
use crate::render::messages::Messages;
use crate::render::view::{CorrectiveView, SlipView, StandardView};

/// The standards of the set, as a form needs them.
pub fn standards(set: &FormSet, form: &Form, messages: &Messages) -> Vec<StandardView> {
    let standards = set.standards.iter().enumerate();
    standards
        .map(|(at, standard)| view(set, form, at, (standard, messages)))
        .collect()
}

fn view(
    set: &FormSet,
    form: &Form,
    at: usize,
    (standard, messages): (&StandardRecord, &Messages),
) -> StandardView {
    StandardView {
        id: standard.id.clone(),
        statement: standard.statement.trim().to_owned(),
        mastery: of_standard(set, at, messages),
        correctives: standard
            .correctives
            .iter()
            .map(|corrective| CorrectiveView {
                approach: corrective.approach.clone(),
                text: corrective.text.trim().to_owned(),
                slips: slips(set, form, at, corrective),
            })
            .collect(),
        extensions: standard.extensions.clone(),
    }
}

/// The slips that a corrective answers, as far as an item of its standard shows them.
fn slips(
    set: &FormSet,
    form: &Form,
    standard: usize,
    corrective: &CorrectiveRecord,
) -> Vec<SlipView> {
    let answered = corrective.answers.iter();
    answered
        .filter_map(|slip| {
            let numbers = items(set, form, standard, slip);
            (!numbers.is_empty()).then(|| SlipView {
                slip: slip.clone(),
                count: u32::try_from(numbers.len()).unwrap_or(u32::MAX),
                items: numbers.join(", "),
            })
        })
        .collect()
}

/// The numbers of the items that can show a slip.
fn items(set: &FormSet, form: &Form, standard: usize, slip: &str) -> Vec<String> {
    let places = set.slots.iter().zip(&form.items).enumerate();
    places
        .filter(|(_, (slot, placed))| {
            let model = set.models.get(slot.model);
            slot.standard == standard && model.is_some_and(|model| shows(model, &placed.item, slip))
        })
        .map(|(at, _)| (at + 1).to_string())
        .collect()
}

/// Whether a wrong answer to an item, a blank of it or a part of it betrays a slip.
fn shows(model: &ModelRecord, item: &Item, slip: &str) -> bool {
    if betrays(&item.task(), &model.misconceptions, &model.response, slip) {
        return true;
    }
    let ResponseRecord::Parts { parts } = &model.response else {
        return false;
    };
    item.parts.iter().any(|drawn| {
        parts
            .get(drawn.part)
            .is_some_and(|part| betrays(&drawn.task(), &part.misconceptions, &part.response, slip))
    })
}

fn betrays(
    task: &Task<'_>,
    misconceptions: &[MisconceptionRecord],
    response: &ResponseRecord,
    slip: &str,
) -> bool {
    let named = |known: &[MisconceptionRecord], slips: &[Slip]| {
        let mut records = slips
            .iter()
            .filter_map(|shown| known.get(shown.misconception));
        records.any(|record| record.slip == slip)
    };
    let mut blanks = task.keys.iter().zip(response.answers());
    named(misconceptions, task.slips)
        || blanks.any(|(key, (_, answer))| named(&answer.misconceptions, &key.slips))
}
