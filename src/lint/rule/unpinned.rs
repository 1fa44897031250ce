//! W003: something that makes items harder may differ between forms.

use crate::bank::model::ItemModel;
use crate::diagnostic::{Code, Diagnostic};
use crate::lint::census::Census;

/// The difficulty of items that may stand in for each other may vary by this standard deviation,
/// in logits.
const SPREAD: f64 = 0.3;

/// The spread of difficulty within the cells.
pub fn check(model: &ItemModel, census: &Census) -> Vec<Diagnostic> {
    let (_, _, spread) = census.difficulty;
    let features = census.varying.iter().take(2);
    let names: Vec<String> = features
        .map(|(name, by)| format!("{name} ({by:.2})"))
        .collect();
    if spread <= SPREAD || names.is_empty() {
        return Vec::new();
    }
    let message = format!(
        "items of `{}` that may stand in for each other differ by {spread:.2} logits: {}",
        model.id.value,
        names.join(", ")
    );
    let warning = Diagnostic::warning(Code::Unpinned, model.span, message);
    vec![warning.help("hold it constant under `alike`")]
}
