//! W002: a misconception sometimes gives the right answer.

use crate::bank::model::ItemModel;
use crate::diagnostic::{Code, Diagnostic};
use crate::lint::census::Census;

/// A slip may give the key in up to this share of the instances.
const SHARE: f64 = 0.1;

/// Misconceptions that give the key too often, or in all instances of a cell.
pub fn check(model: &ItemModel, census: &Census) -> Vec<Diagnostic> {
    let slips = model.misconceptions.iter().zip(&census.slips);
    let found = slips.filter_map(|(misconception, count)| {
        // Counts up to 10⁶ are exact.
        let often = count.equals_key as f64 > SHARE * count.possible as f64;
        let cell = count.cell.as_ref().filter(|_| !model.radicals.is_empty());
        if count.equals_key == 0 || !often && cell.is_none() {
            return None;
        }
        let mut message = format!(
            "`{}` gives the right answer in {} of {} instances{}",
            count.slip, count.equals_key, count.possible, count.example
        );
        if let Some(cell) = cell.filter(|_| count.equals_key < count.possible) {
            message.push_str(&format!("; always where `alike` is {cell}"));
        }
        let span = misconception.span;
        let warning = Diagnostic::warning(Code::MisconceptionEqualsKey, span, message);
        Some(
            warning
                .help("rule these draws out under `where`, or say under `if` when the slip shows"),
        )
    });
    found.collect()
}
