//! From a blueprint to places: which item model stands where on every form.

use std::sync::Arc;

use crate::bank::ItemBank;
use crate::bank::blueprint::{Layout, SlotRule, SlotSource};
use crate::seed::Seed;

/// A place on every form of a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// The place of the item model in the bank.
    pub model: usize,
    /// How many places before this one have the same model.
    pub occurrence: usize,
}

/// What every form of a set contains.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The blueprint's id, or that of the default blueprint.
    pub blueprint: Arc<str>,
    /// The title on the forms.
    pub title: String,
    /// How the pages are laid out.
    pub layout: Layout,
    /// The places in order.
    pub slots: Vec<Slot>,
}

/// Why a blueprint cannot be filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SlotError {
    /// A rule has no item model that may stand there.
    NoModel(String),
    /// Two enemies would meet.
    Enemies(String, String),
}

/// The places of `rules`, in their order. A rule with a choice of item models shares its places
/// evenly; which models get a place, or one more, is decided by the seed and the models' names
/// alone, so that a new model displaces as few as possible.
pub fn slots(bank: &ItemBank, rules: &[SlotRule], seed: Seed) -> Result<Vec<Slot>, SlotError> {
    let mut models: Vec<usize> = Vec::new();
    for rule in rules {
        let candidates = candidates(bank, rule);
        let explicit = matches!(rule.source, SlotSource::Item(_));
        let allowed: Vec<usize> = if explicit {
            candidates
        } else {
            let meets = |model: &usize| models.iter().any(|other| are_enemies(bank, *model, *other));
            candidates.into_iter().filter(|model| !meets(model)).collect()
        };
        if allowed.is_empty() {
            return Err(SlotError::NoModel(rule.source.describe()));
        }
        models.extend(share(bank, &allowed, rule.count, seed));
    }
    for (at, model) in models.iter().enumerate() {
        if let Some(other) = models[..at].iter().find(|other| are_enemies(bank, **other, *model)) {
            let id = |model: usize| bank.items[model].id.value.to_string();
            return Err(SlotError::Enemies(id(*other), id(*model)));
        }
    }
    let occurrence = |at: usize| models[..at].iter().filter(|model| **model == models[at]).count();
    Ok((0..models.len())
        .map(|at| Slot { model: models[at], occurrence: occurrence(at) })
        .collect())
}

fn candidates(bank: &ItemBank, rule: &SlotRule) -> Vec<usize> {
    let place = |id: &str| bank.item(id).map(|(place, _)| place);
    match &rule.source {
        SlotSource::Item(id) => place(&id.value).into_iter().collect(),
        SlotSource::AnyOf(ids) => ids.iter().filter_map(|id| place(&id.value)).collect(),
        SlotSource::Standard(standard) => (0..bank.items.len())
            .filter(|model| bank.items[*model].standard.value == standard.value)
            .collect(),
    }
}

/// `count` places for `models`, each model's places together, in the order of `models`.
/// The models with the highest draws get the places that cannot be shared evenly
/// (rendezvous hashing: Thaler and Ravishankar 1998).
fn share(bank: &ItemBank, models: &[usize], count: usize, seed: Seed) -> Vec<usize> {
    let draw = |model: &usize| {
        let id: &str = &bank.items[*model].id.value;
        seed.stream(&[&bank.id, id, "place"]).below(u64::MAX)
    };
    let mut favoured: Vec<usize> = models.to_vec();
    favoured.sort_by_key(|model| std::cmp::Reverse(draw(model)));
    let extra = &favoured[..count % models.len()];
    models
        .iter()
        .flat_map(|model| {
            let places = count / models.len() + usize::from(extra.contains(model));
            std::iter::repeat_n(*model, places)
        })
        .collect()
}

fn are_enemies(bank: &ItemBank, a: usize, b: usize) -> bool {
    let (a, b) = (&bank.items[a].id.value, &bank.items[b].id.value);
    bank.enemies.iter().any(|[one, other]| {
        (one.value == *a && other.value == *b) || (one.value == *b && other.value == *a)
    })
}
