//! L010: every instance has the same key.

use crate::bank::model::ItemModel;
use crate::diagnostic::{Code, Diagnostic};
use crate::lint::census::Census;
use crate::lint::rule::common_key::place;

/// One key for more than one item.
pub fn check(model: &ItemModel, census: &Census) -> Vec<Diagnostic> {
    if census.distinct < 2 || census.keys.distinct != 1 || census.keys.common.is_empty() {
        return Vec::new();
    }
    let message = format!(
        "all {} instances of `{}` have the key {}",
        census.distinct, model.id.value, census.keys.common
    );
    let warning = Diagnostic::warning(Code::ConstantKey, place(model), message);
    vec![warning.help("vary what is asked, so that the key cannot be passed on")]
}
