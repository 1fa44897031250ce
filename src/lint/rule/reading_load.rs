//! L007: some instances are much longer to read than others.

use crate::bank::model::ItemModel;
use crate::diagnostic::{Code, Diagnostic};
use crate::lint::census::Census;

/// Fewer words of difference are not noticed by a reader.
const WORDS: u32 = 8;
/// The longest may have this many times the words of the shortest.
const RATIO: f64 = 1.5;

/// The longest stem against the shortest.
pub fn check(model: &ItemModel, census: &Census) -> Vec<Diagnostic> {
    let (fewest, mean, most) = census.words;
    let longer = most.saturating_sub(fewest) >= WORDS;
    if !longer || f64::from(most) < RATIO * f64::from(fewest) {
        return Vec::new();
    }
    let message = format!(
        "the stem of `{}` has {fewest} to {most} words, {mean:.0} on average",
        model.id.value
    );
    let warning = Diagnostic::warning(Code::ReadingLoad, model.stems[0].source.span(), message);
    vec![warning.help("shorten the longest texts, or pin what makes the difference under `alike`")]
}
