//! L020: two misconceptions give the same wrong answer.

use crate::bank::model::ItemModel;
use crate::diagnostic::{Code, Diagnostic};
use crate::lint::census::Census;

/// Two slips may meet in up to this share of the instances: where an item has few possible answers
/// they must, and the diagnosis is lost only there.
const SHARE: f64 = 0.9;

/// Pairs that meet too often to tell them apart, or in all instances of a cell.
pub fn check(model: &ItemModel, census: &Census) -> Vec<Diagnostic> {
    let too_often = census.twins.iter().filter(|twins| {
        // Counts up to 10⁶ are exact.
        twins.cell.is_some() || twins.items as f64 > SHARE * twins.possible as f64
    });
    let message = too_often.filter_map(|twins| {
        let first = model.misconceptions.get(twins.first)?;
        let second = model.misconceptions.get(twins.second)?;
        let often = match twins.items {
            all if all == twins.possible => "always".to_owned(),
            some => format!("in {some} of {} instances", twins.possible),
        };
        let mut message = format!(
            "`{}` and `{}` give the same answer {often}{}",
            first.slip, second.slip, twins.example
        );
        if let Some(cell) = &twins.cell {
            message.push_str(&format!("; always where `alike` is {cell}"));
        }
        let warning = Diagnostic::warning(Code::TwinMisconceptions, second.span, message)
            .label(first.span, "the first one stands here")
            .help("change one of them, or say under `if` when it is possible");
        Some(warning)
    });
    message.collect()
}
