//! Standards for pages: the correctives that this form can call for.

use crate::form::record::{CorrectiveRecord, StandardRecord};
use crate::form::set::{Form, FormSet};
use crate::render::view::{CorrectiveView, SlipView, StandardView};

/// The standards of the set, as a form needs them.
pub fn standards(set: &FormSet, form: &Form) -> Vec<StandardView> {
    let standards = set.standards.iter().enumerate();
    standards
        .map(|(at, standard)| view(set, form, at, standard))
        .collect()
}

fn view(set: &FormSet, form: &Form, at: usize, standard: &StandardRecord) -> StandardView {
    StandardView {
        id: standard.id.clone(),
        statement: standard.statement.trim().to_owned(),
        mastery: standard.mastery.clone(),
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
            let misconceptions = set
                .models
                .get(slot.model)
                .map(|model| &model.misconceptions);
            slot.standard == standard
                && placed.item.slips.iter().any(|shown| {
                    misconceptions
                        .and_then(|all| all.get(shown.misconception))
                        .is_some_and(|misconception| misconception.slip == slip)
                })
        })
        .map(|(at, _)| (at + 1).to_string())
        .collect()
}
