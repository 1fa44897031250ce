//! L012: the key is nearly always the smallest, the largest or the middle option.

use crate::bank::model::ItemModel;
use crate::diagnostic::{Code, Diagnostic};
use crate::lint::census::Census;
use crate::lint::rule::common_key::place;

/// The key may have one rank in up to this share of the instances, of three options or more.
const SHARE: f64 = 0.8;
/// With fewer looked at, a share says little.
const ENOUGH: u64 = 10;

/// The most common rank of the key among its options by size.
pub fn check(model: &ItemModel, census: &Census) -> Vec<Diagnostic> {
    let ranks = &census.options.ranks;
    let items: u64 = ranks.iter().sum();
    let most = ranks.iter().enumerate().max_by_key(|(_, items)| **items);
    let Some((rank, most)) = most.filter(|_| items >= ENOUGH && ranks.len() > 2) else {
        return Vec::new();
    };
    // Counts up to 10⁶ are exact.
    let share = *most as f64 / items as f64;
    if share <= SHARE {
        return Vec::new();
    }
    let name = match rank {
        0 => "the smallest option".to_owned(),
        last if last + 1 == ranks.len() => "the largest option".to_owned(),
        other => format!("number {} of the options by size", other + 1),
    };
    let message = format!(
        "the key of `{}` is {name} in {:.0} % of the instances",
        model.id.value,
        share * 100.0
    );
    let warning = Diagnostic::warning(Code::KeyRank, place(model), message);
    vec![warning.help("add misconceptions whose answers lie on the other side of the key")]
}
