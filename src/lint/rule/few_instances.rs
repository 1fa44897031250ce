//! L031: an item model has very few different items.

use crate::bank::model::ItemModel;
use crate::diagnostic::{Code, Diagnostic};
use crate::lint::census::Census;

/// A teacher hands out two forms, and a student may try three times.
const FEW: u64 = 6;

/// The number of different items, by what is printed and what is right.
pub fn check(model: &ItemModel, census: &Census) -> Vec<Diagnostic> {
    if census.distinct == 0 || census.distinct >= FEW {
        return Vec::new();
    }
    let message = format!(
        "`{}` has {} different {}",
        model.id.value,
        census.distinct,
        if census.distinct == 1 {
            "item"
        } else {
            "items"
        },
    );
    let warning = Diagnostic::warning(Code::FewInstances, model.span, message);
    vec![warning.help("widen a domain under `vary`, or add one")]
}
