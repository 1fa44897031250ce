//! The weighted features of one item, and its response function.

use crate::bank::model::ItemModel;
use crate::difficulty::declared::{Declared, RATING_STEP, USUAL_RATING, rating};
use crate::difficulty::feature::{Evidence, FEATURES};
use crate::difficulty::guessing::guessing;
use crate::difficulty::response::{ItemResponse, ResponseError};
use crate::difficulty::subject::{Plan, Subject};
use crate::difficulty::weights::Weights;
use crate::expression::Frame;
use crate::instance::draw::{DrawError, Drawing};
use crate::instance::item::Item;

/// What makes one item of a model harder or easier than another.
#[derive(Debug)]
pub struct Assessor<'a> {
    model: &'a ItemModel,
    weights: Weights,
    /// The features that can be there, by their place in the table.
    counts: Vec<(usize, Count<'a>)>,
    plan: Plan,
}

/// How a feature of this model is counted.
#[derive(Debug, Clone, Copy)]
enum Count<'a> {
    Declared(Declared<'a>),
    Computed(fn(&Subject<'_>) -> f64),
}

/// The weighted features of an item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure {
    /// Σ w·g(f), in logits; only its difference to another item of the model has a meaning.
    pub weighted: f64,
    /// The part of `weighted` that is carried by weights of judgement.
    pub judged: f64,
    /// β, in logits: what the author's rating stands for.
    pub rating: f64,
    /// Words of the stem.
    pub words: u32,
}

/// What one feature adds to an item's difficulty.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Contribution {
    /// The feature.
    pub feature: &'static str,
    /// What was counted.
    pub value: f64,
    /// Logits a unit.
    pub weight: f64,
    /// How the weight is known.
    pub evidence: Evidence,
    /// From whom.
    pub source: &'static str,
    /// What it adds: weight times the scaled count.
    pub logits: f64,
}

impl Contribution {
    /// What the author's rating adds, beside the features.
    pub fn of_rating(logits: f64) -> Self {
        Self {
            feature: "rating",
            value: logits / RATING_STEP + USUAL_RATING,
            weight: RATING_STEP,
            evidence: Evidence::Judgement,
            source: "set by the item model",
            logits,
        }
    }
}

impl<'a> Assessor<'a> {
    /// Reads the model once. A declared feature replaces the one that would be computed;
    /// [`unknown_features`](crate::difficulty::unknown_features) reports names that are none.
    pub fn new(model: &'a ItemModel, weights: &Weights) -> Self {
        let declared = |name: &str| {
            let mut features = model.difficulty.features.iter().rev();
            features.find_map(|(known, program)| (known.value == name).then_some(program))
        };
        let count = |(place, feature): (usize, &&'static crate::difficulty::Feature)| {
            let count = match declared(feature.name) {
                Some(program) => Count::Declared(Declared::new(program)),
                None => Count::Computed(feature.measure?),
            };
            Some((place, count))
        };
        Self {
            model,
            weights: weights.clone(),
            counts: FEATURES.iter().enumerate().filter_map(count).collect(),
            plan: Plan::new(model),
        }
    }

    /// The weighted features of an item. `frame` holds its names, after [`Drawing::finish`].
    ///
    /// # Errors
    /// A declared feature or rating that has no value for this item.
    pub fn measure(
        &self,
        drawing: &Drawing<'_>,
        item: &Item,
        frame: &mut Frame,
    ) -> Result<Measure, DrawError> {
        let (mut weighted, mut judged) = (0.0, 0.0);
        let words = self.each(drawing, item, frame, |contribution| {
            weighted += contribution.logits;
            if contribution.evidence == Evidence::Judgement {
                judged += contribution.logits;
            }
        })?;
        Ok(Measure {
            weighted,
            judged,
            rating: rating(self.model.difficulty.rating.as_ref(), drawing, frame)?,
            words,
        })
    }

    /// What each feature adds, as [`Assessor::contributions`], and the words of the stem.
    ///
    /// # Errors
    /// As [`Assessor::measure`].
    pub fn contributions_and_words(
        &self,
        drawing: &Drawing<'_>,
        item: &Item,
        frame: &mut Frame,
    ) -> Result<(Vec<Contribution>, u32), DrawError> {
        let mut contributions = Vec::new();
        let words = self.each(drawing, item, frame, |contribution| {
            if contribution.logits != 0.0 {
                contributions.push(contribution);
            }
        })?;
        rating(self.model.difficulty.rating.as_ref(), drawing, frame)?;
        Ok((contributions, words))
    }

    /// What each feature adds, in the order of the weight table; those that add nothing are left
    /// out. Their sum is [`Measure::weighted`].
    ///
    /// # Errors
    /// As [`Assessor::measure`].
    pub fn contributions(
        &self,
        drawing: &Drawing<'_>,
        item: &Item,
        frame: &mut Frame,
    ) -> Result<Vec<Contribution>, DrawError> {
        let mut contributions = Vec::new();
        self.each(drawing, item, frame, |contribution| {
            if contribution.logits != 0.0 {
                contributions.push(contribution);
            }
        })?;
        Ok(contributions)
    }

    /// The item response function. `reference` is [`Measure::weighted`] of the model's median
    /// instance, `residual` is τ of [`residual_sd`](crate::difficulty::residual_sd).
    ///
    /// b = β + (weighted − reference), a = 1 until there are student data, and the chance of
    /// guessing is that of a whole right answer.
    ///
    /// # Errors
    /// A sum that is not finite, or a model with more points than an item may have.
    pub fn response(
        &self,
        measure: &Measure,
        reference: f64,
        residual: f64,
        item: &Item,
    ) -> Result<ItemResponse, ResponseError> {
        let difficulty = measure.rating + (measure.weighted - reference);
        ItemResponse::new(1.0, difficulty, guessing(item), self.model.points, residual)
    }

    /// Gives every feature's contribution to `take`, and returns the words of the stem.
    fn each(
        &self,
        drawing: &Drawing<'_>,
        item: &Item,
        frame: &mut Frame,
        mut take: impl FnMut(Contribution),
    ) -> Result<u32, DrawError> {
        let subject = self.plan.subject(drawing, item, frame)?;
        for (place, count) in &self.counts {
            let feature = FEATURES[*place];
            let value = match count {
                Count::Computed(measure) => measure(&subject),
                Count::Declared(declared) => declared.of(drawing, frame)?,
            };
            let weight = self.weights.at(*place);
            take(Contribution {
                feature: feature.name,
                value,
                weight: weight.logits,
                evidence: weight.evidence,
                source: weight.source,
                logits: weight.logits * (feature.scale)(value),
            });
        }
        Ok(subject.words)
    }
}
