//! What an item brings to a form, and what every form should bring.

use std::ops::Range;

use crate::difficulty::reading::syllables;
use crate::difficulty::response::ItemResponse;
use crate::form::arrange::key_of;
use crate::form::balance::Place;
use crate::form::deal::median;
use crate::form::set::PlacedItem;
use crate::instance::fingerprint::hash_values;
use crate::value::Value;

/// Abilities at which forms are compared, in logits from the cut.
pub const AROUND: [f64; 3] = [-1.0, 0.0, 1.0];
/// The place of the cut itself among them.
pub const CUT: usize = 1;

/// What an item brings to a form.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Load {
    /// Expected points around the cut.
    pub scores: [f64; AROUND.len()],
    /// Information at the cut.
    pub information: f64,
    /// Words that a student reads.
    pub words: f64,
    /// Syllables beyond one a word in the words that were drawn: what makes the reading grades of
    /// forms of the same item models differ.
    pub syllables: f64,
    /// The part of the difficulty that rests on weights of judgement.
    pub judged: f64,
    /// The answer, if it can be recognised on another form.
    pub answer: Option<u64>,
    /// The answer, if it is a number, which would be copied from the same place of another form.
    pub number: Option<u64>,
    /// Options, and place of the key, where the letter of the key is not free.
    pub letter: Option<(usize, usize)>,
}

/// What every form should bring: what the first block brings on the average.
#[derive(Debug, Clone)]
pub struct Target {
    theta: f64,
    /// Expected points around the cut.
    pub scores: [f64; AROUND.len()],
    /// Information at the cut.
    pub information: f64,
    /// Words that a student reads.
    pub words: f64,
    /// Syllables beyond one a word in the words that were drawn.
    pub syllables: f64,
    /// For each place the usual part of the difficulty that rests on weights of judgement.
    pub judged: Vec<f64>,
    /// The green tolerance of expected scores: an eighth of the standard error of measurement.
    pub tolerance: f64,
}

/// Syllables beyond one a word in the texts among the values of the stems.
fn further_syllables(item: &PlacedItem) -> f64 {
    let values = item.item.tasks().flat_map(|task| task.stem);
    let texts = values.filter_map(|value| match value {
        Value::Text(text) => Some(text),
        _ => None,
    });
    let words = texts.flat_map(|text| text.split_whitespace());
    let further: usize = words.map(|word| syllables(word) - 1).sum();
    further as f64
}

fn response(item: &PlacedItem, points: u32) -> Option<ItemResponse> {
    item.response(points).ok()
}

impl Target {
    /// The average of the forms `block`, at the ability where they expect `share` of the points.
    pub fn of(places: &[Place<'_>], block: Range<usize>, share: f64) -> Self {
        let responses: Vec<ItemResponse> = places
            .iter()
            .flat_map(|place| {
                let items = place.items[block.clone()].iter();
                items.filter_map(|item| response(item, place.points))
            })
            .collect();
        let forms = block.len().max(1) as f64;
        let total =
            |of: &dyn Fn(&ItemResponse) -> f64| responses.iter().map(of).sum::<f64>() / forms;
        let points = |item: &ItemResponse| f64::from(item.points());
        let all = total(&points);
        // A cut of all points is never reached; half a point below stands for it.
        let wanted = (share * all).min(all - 0.5);
        let score = |theta: f64| total(&|item| points(item) * item.probability(theta));
        let (mut low, mut high) = (-8.0, 8.0);
        for _ in 0..60 {
            let middle = f64::midpoint(low, high);
            match score(middle) < wanted {
                true => low = middle,
                false => high = middle,
            }
        }
        let theta = f64::midpoint(low, high);
        let variance = total(&|item| {
            let p = item.probability(theta);
            points(item) * points(item) * p * (1.0 - p)
        });
        let mean = |of: &dyn Fn(&PlacedItem) -> f64| {
            let items = places.iter().flat_map(|place| &place.items[block.clone()]);
            items.map(of).sum::<f64>() / forms
        };
        let judged = places.iter().map(|place| {
            let items = place.items[block.clone()].iter();
            median(items.map(|item| item.judged)).unwrap_or(0.0)
        });
        Self {
            theta,
            scores: AROUND.map(|away| score(theta + away)),
            information: total(&|item| item.information(theta)),
            words: mean(&|item| f64::from(item.words)),
            syllables: mean(&further_syllables),
            judged: judged.collect(),
            tolerance: libm::sqrt(variance) / 8.0,
        }
    }

    /// What `item` brings at `place`.
    pub fn load(&self, item: &PlacedItem, place: &Place<'_>) -> Load {
        let options = item.item.options.len();
        let has_key = item.item.all_keys().next().is_some();
        let mut keys = item.item.all_keys();
        let numeric = has_key && keys.all(|value| matches!(value, Value::Number(_)));
        let hash = has_key.then(|| hash_values(item.item.all_keys()));
        let response = response(item, place.points);
        let at = |theta: f64| {
            response.map_or(0.0, |known| {
                f64::from(place.points) * known.probability(theta)
            })
        };
        Load {
            scores: AROUND.map(|away| at(self.theta + away)),
            information: response.map_or(0.0, |known| known.information(self.theta)),
            words: f64::from(item.words),
            syllables: further_syllables(item),
            judged: item.judged,
            answer: hash.filter(|_| options == 0 || options > 2),
            number: hash.filter(|_| numeric),
            letter: (options > 1 && !place.is_free(item))
                .then(|| (options, key_of(&item.item.options))),
        }
    }
}
