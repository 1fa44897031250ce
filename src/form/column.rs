//! The items of one place on all forms, with their predicted difficulty and wording.

use std::sync::Arc;

use crate::bank::ItemBank;
use crate::bank::model::ItemModel;
use crate::diagnostic::Diagnostic;
use crate::difficulty::response::ItemResponse;
use crate::difficulty::{Assessor, mixed_residual_sd};
use crate::form::deal::Dealt;
use crate::form::onward::SlotTarget;
use crate::form::pool::Candidate;
use crate::form::refusal::unsound;
use crate::form::set::PlacedItem;
use crate::instance::draw::{DrawError, Drawing};
use crate::instance::item::Item;
use crate::seed::Seed;
use crate::value::Value;

/// The items of one place, form by form.
pub struct Column {
    /// The items.
    pub items: Vec<PlacedItem>,
    /// How many of the first items come for the first time.
    pub own: usize,
    /// What they have in common.
    pub target: SlotTarget,
}

impl Column {
    /// The values of the radicals, if they are the same on all forms.
    pub fn radicals(&self) -> Option<Box<[Value]>> {
        let first = &self.items.first()?.item.radicals;
        self.items
            .iter()
            .all(|placed| placed.item.radicals == *first)
            .then(|| first.clone())
    }
}

/// A model whose items stand at a place.
pub struct Source<'a> {
    /// The model's place in the form set.
    pub place: usize,
    /// Its drawing.
    pub drawing: &'a Drawing<'a>,
    /// What says how hard its items are.
    pub assessor: Assessor<'a>,
}

/// The columns of the places of `model`, in their order.
pub fn columns(
    bank: &ItemBank,
    seed: Seed,
    sources: &[Source<'_>],
    (model, mixed): (&str, bool),
    dealt: Dealt,
) -> Result<Vec<Column>, Diagnostic> {
    let models: Vec<&ItemModel> = sources
        .iter()
        .map(|source| source.drawing.model())
        .collect();
    let mut columns = Vec::new();
    let places = dealt.places.into_iter().zip(dealt.own);
    let kept = dealt
        .spreads
        .into_iter()
        .zip(dealt.windows.into_iter().zip(dealt.left));
    for ((candidates, own), (spread, ((window, radicals), left))) in places.zip(kept) {
        let target = SlotTarget {
            model: model.to_owned(),
            mixed,
            radicals,
            low: window.low,
            high: window.high,
            reference: dealt.reference,
            left,
        };
        let residual = mixed_residual_sd(&models, spread);
        let mut items = Vec::with_capacity(candidates.len());
        for candidate in candidates {
            let Candidate {
                mut item, measure, ..
            } = Arc::unwrap_or_clone(candidate);
            let source = sources.iter().find(|source| source.place == item.model);
            let Some(source) = source.or(sources.first()) else {
                continue;
            };
            let response = source
                .assessor
                .response(&measure, dealt.reference, residual, &item)
                .map_err(|error| unsound(source.drawing, &error.to_string()))?;
            word(bank, seed, source.drawing, &mut item)
                .map_err(|error| error.diagnostic(source.drawing.model()))?;
            items.push(placed(item, &response, measure.judged, measure.words));
        }
        columns.push(Column { items, own, target });
    }
    Ok(columns)
}

fn placed(item: Item, response: &ItemResponse, judged: f64, words: u32) -> PlacedItem {
    PlacedItem {
        item,
        difficulty: response.difficulty(),
        judged,
        guessing: response.guessing(),
        residual: response.residual_sd(),
        words,
    }
}

/// Chooses one of the interchangeable wordings, by the seed and the item's identity.
fn word(
    bank: &ItemBank,
    seed: Seed,
    drawing: &Drawing<'_>,
    item: &mut Item,
) -> Result<(), DrawError> {
    let model = drawing.model();
    if model.stems.len() < 2 {
        return Ok(());
    }
    let mut stream = seed.stream(&[
        &bank.id,
        &model.id.value,
        "wording",
        &item.fingerprint.to_string(),
    ]);
    item.wording = usize::try_from(stream.below(model.stems.len() as u64)).unwrap_or(0);
    if item.wording > 0 {
        let mut frame = drawing.rebuild(&item.draws)?;
        drawing.finish(&mut frame)?;
        item.stem = drawing.holes(&model.stems[item.wording], &mut frame)?;
    }
    Ok(())
}
