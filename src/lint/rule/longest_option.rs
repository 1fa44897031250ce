//! L013: the key is nearly always the longest option.

use crate::bank::model::ItemModel;
use crate::diagnostic::{Code, Diagnostic};
use crate::lint::census::Census;
use crate::lint::rule::common_key::place;

/// The key may be clearly the longest in up to this share of the instances.
const SHARE: f64 = 0.6;
/// With fewer looked at, a share says little.
const ENOUGH: u64 = 4;

/// How often the key is longer than every other option by two characters or more.
pub fn check(model: &ItemModel, census: &Census) -> Vec<Diagnostic> {
    let options = &census.options;
    // Counts up to 10⁶ are exact.
    let share = options.longest as f64 / options.items.max(1) as f64;
    if options.items < ENOUGH || share <= SHARE {
        return Vec::new();
    }
    let message = format!(
        "the key of `{}` is the longest option in {:.0} % of the instances",
        model.id.value,
        share * 100.0
    );
    let warning = Diagnostic::warning(Code::LongestOption, place(model), message);
    vec![warning.help("make a wrong answer as detailed as the right one")]
}
