//! One item model, item by item: what makes its items hard, and how they differ.

use serde::Serialize;

use crate::bank::ItemBank;
use crate::bank::cut_score::CutScore;
use crate::bank::model::ItemModel;
use crate::diagnostic::Diagnostic;
use crate::difficulty::guessing::expected;
use crate::difficulty::share::{Share, shares};
use crate::difficulty::{Assessor, Contribution, Weights, residual_sd};
use crate::form::deal::median;
use crate::form::pool::{Candidate, Pool};
use crate::form::refusal::{nothing, unsound};
use crate::form::window::odds;
use crate::instance::draw::Drawing;
use crate::instance::item::{Item, ItemFault};
use crate::seed::Seed;

/// So many items are looked at, as many as decide cells and windows.
const SAMPLE: usize = 512;

/// What was found out about an item model.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Inspection {
    /// How many different items were looked at.
    pub items: usize,
    /// Σ w·g(f) of the median item, logits; every difficulty is set against it.
    pub reference: f64,
    /// The share of right answers of the student for whom probabilities hold, on the median item.
    pub cut: f64,
    /// That student's ability, logits.
    pub ability: f64,
    /// τ: how far the true difficulty may lie from the predicted one, logits.
    pub residual: f64,
    /// The standard deviation of the predicted difficulties, logits.
    pub deviation: f64,
    /// How much of it each feature explains.
    pub shares: Vec<Share>,
    /// The first items.
    pub shown: Vec<Inspected>,
}

/// One item with its difficulty.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Inspected {
    /// The item.
    #[serde(skip)]
    pub item: Item,
    /// β: what the author's rating stands for, logits.
    pub rating: f64,
    /// What each feature adds, logits.
    pub contributions: Vec<Contribution>,
    /// Their sum.
    pub sum: f64,
    /// b = β + sum − reference, logits.
    pub difficulty: f64,
    /// The probability of guessing the key.
    pub guessing: f64,
    /// The probability of a right answer.
    pub probability: f64,
}

/// Looks at the items that `seed` gives first, and shows so many of them.
///
/// # Errors
/// A model of which no item can be drawn, or one whose difficulty is no number.
pub fn inspect(
    bank: &ItemBank,
    model: &ItemModel,
    seed: Seed,
    show: usize,
) -> Result<Inspection, Diagnostic> {
    let failed = |fault: ItemFault| fault.diagnostic(model);
    let drawing = Drawing::new(model).map_err(|error| error.diagnostic(model))?;
    let assessor = Assessor::new(model, &Weights::of(bank, model));
    let pool = Pool::new(&drawing, &assessor, 0, seed, &bank.id);
    let mut pool = pool.map_err(|error| error.diagnostic(model))?;
    let mut found: Vec<Candidate> = Vec::new();
    while found.len() < SAMPLE
        && let Some(candidate) = pool.next().map_err(failed)?
    {
        found.push(candidate);
    }
    let sums = found.iter().map(|candidate| candidate.measure.weighted);
    let (low, high) = (
        sums.clone().fold(f64::MAX, f64::min),
        sums.clone().fold(f64::MIN, f64::max),
    );
    let Some(reference) = median(sums) else {
        return Err(nothing(&pool, &drawing));
    };
    let ratings = found.iter().map(|candidate| candidate.measure.rating);
    let standard = bank.standard(&model.standard.value);
    let cut = standard.map_or(CutScore::USUAL, |standard| standard.cut());
    let ability = median(ratings).unwrap_or(0.0) + odds(cut.share(), expected(&model.response));
    let residual = residual_sd(model, high - low);
    let mut all = Vec::with_capacity(found.len());
    let mut shown = Vec::new();
    for candidate in found {
        let Candidate { item, measure, .. } = candidate;
        let contributions = drawing
            .rebuild(&item.draws)
            .and_then(|mut frame| {
                drawing.finish(&mut frame)?;
                assessor.contributions(&drawing, &item, &mut frame)
            })
            .map_err(|error| error.diagnostic(model))?;
        if shown.len() < show {
            let response = assessor
                .response(&measure, reference, residual, &item)
                .map_err(|error| unsound(&drawing, &error.to_string()))?;
            shown.push(Inspected {
                rating: measure.rating,
                contributions: contributions.clone(),
                sum: measure.weighted,
                difficulty: response.difficulty(),
                guessing: response.guessing(),
                probability: response.probability(ability),
                item,
            });
        }
        let mut parts = contributions;
        parts.push(Contribution::of_rating(measure.rating));
        all.push(parts);
    }
    Ok(Inspection {
        items: all.len(),
        reference,
        cut: cut.share(),
        ability,
        residual,
        deviation: deviation(&all),
        shares: shares(&all),
        shown,
    })
}

fn deviation(items: &[Vec<Contribution>]) -> f64 {
    let sum = |item: &Vec<Contribution>| item.iter().map(|part| part.logits).sum::<f64>();
    let mean = items.iter().map(sum).sum::<f64>() / items.len().max(1) as f64;
    let squares = items
        .iter()
        .map(|item| (sum(item) - mean) * (sum(item) - mean));
    libm::sqrt(squares.sum::<f64>() / items.len().max(1) as f64)
}
