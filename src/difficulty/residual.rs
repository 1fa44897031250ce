//! τ: how far the true difficulty of an item may lie from the predicted one.

use crate::bank::model::ItemModel;
use crate::bank::prose::Prose;

/// τ in logits: same model, radicals alike, narrow numbers.
pub const NARROW: f64 = 0.25;
/// τ in logits: same features, free numbers.
pub const FREE: f64 = 0.40;
/// τ in logits: another story or set-up. On a randomised exam, items whose story was changed at
/// the same skill scattered with a standard deviation of 0.78.
pub const OTHER_SET_UP: f64 = 0.80;

/// The largest spread, in logits, of numbers that still count as narrow: one digit more.
const NARROW_SPREAD: f64 = 0.3;

/// τ in logits of the items of a model that may stand at one place of different forms.
///
/// `spread` is the largest less the smallest [`weighted`](crate::difficulty::Measure::weighted)
/// among them. Wordings that show different numbers of values are another set-up; wordings of one
/// set-up differ at least as free numbers do; a model without radicals pins nothing.
pub fn residual_sd(model: &ItemModel, spread: f64) -> f64 {
    let shown = |at: usize| model.stems.get(at).map(|stem| stem.holes().count());
    if (1..model.stems.len()).any(|wording| shown(wording) != shown(0)) {
        return OTHER_SET_UP;
    }
    let is_narrow = !model.radicals.is_empty() && model.stems.len() < 2 && spread <= NARROW_SPREAD;
    match is_narrow {
        true => NARROW,
        false => FREE,
    }
}

/// τ in logits of items of several models, mixed at one place: another story if the stems differ.
pub fn mixed_residual_sd(models: &[&ItemModel], spread: f64) -> f64 {
    let stems = |model: &ItemModel| -> Vec<String> {
        let text = |stem: &Prose| stem.source.as_str().to_owned();
        model.stems.iter().map(text).collect()
    };
    let mut pairs = models.windows(2);
    if pairs.any(|pair| stems(pair[0]) != stems(pair[1])) {
        return OTHER_SET_UP;
    }
    let each = models.iter().map(|model| residual_sd(model, spread));
    each.fold(NARROW, f64::max)
}
