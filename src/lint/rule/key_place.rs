//! L016: options keep their order, and the key nearly always has the same place.

use crate::bank::model::ItemModel;
use crate::diagnostic::{Code, Diagnostic};
use crate::lint::census::Census;
use crate::lint::rule::common_key::place;

/// The key may have one place in up to this share of the instances.
const SHARE: f64 = 0.8;
/// With fewer looked at, a share says little.
const ENOUGH: u64 = 10;

/// The most common place of the key. Where one key is as common, that is told instead, and sizes
/// are looked at by their rank.
pub fn check(model: &ItemModel, census: &Census) -> Vec<Diagnostic> {
    let options = &census.options;
    // Counts up to 10⁶ are exact.
    let share = |part: u64, of: u64| part as f64 / of.max(1) as f64;
    let items = options.places.iter().sum();
    let places = options.places.iter().enumerate();
    let Some((at, most)) = places.max_by_key(|(_, items)| **items) else {
        return Vec::new();
    };
    let one_key = share(census.keys.items, census.distinct) > SHARE;
    if items < ENOUGH || share(*most, items) <= SHARE || one_key || !options.ranks.is_empty() {
        return Vec::new();
    }
    let message = format!(
        "the key of `{}` is option {} in {:.0} % of the instances",
        model.id.value,
        at + 1,
        share(*most, items) * 100.0
    );
    let warning = Diagnostic::warning(Code::KeyPlace, place(model), message);
    vec![warning.help("leave `order` out, so that options are shuffled, or list them by a rule that does not begin with the key")]
}
