//! L011: one key is right far more often than the others.

use crate::bank::model::ItemModel;
use crate::diagnostic::{Code, Diagnostic};
use crate::lint::census::Census;
use crate::source::Span;

/// A key may be this many times as common as if all were equally common.
const RATIO: f64 = 3.0;
/// But no key is right in more than this share.
const SHARE: f64 = 0.75;
/// A share below this helps nobody to guess.
const HARMLESS: f64 = 0.4;

/// The most common key.
pub fn check(model: &ItemModel, census: &Census) -> Vec<Diagnostic> {
    let keys = &census.keys;
    if keys.distinct < 2 || census.distinct < 4 {
        return Vec::new();
    }
    // Counts up to 10⁶ are exact.
    let share = keys.items as f64 / census.distinct as f64;
    let equal = 1.0 / keys.distinct as f64;
    if share < HARMLESS || share <= (RATIO * equal).min(SHARE) {
        return Vec::new();
    }
    let message = format!(
        "{:.0} % of the instances of `{}` have the key {}, of {} different keys",
        share * 100.0,
        model.id.value,
        keys.common,
        keys.distinct
    );
    let warning = Diagnostic::warning(Code::CommonKey, place(model), message);
    vec![warning.help("draw so that keys are about equally common, or pin the key under `alike`")]
}

/// Where the key stands in the bank.
pub(super) fn place(model: &ItemModel) -> Span {
    let answers = model.response.answers();
    answers.first().map_or(model.span, |answer| answer.span)
}
