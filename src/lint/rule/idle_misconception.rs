//! L021: a misconception never gives a wrong answer.

use crate::bank::model::ItemModel;
use crate::bank::response::ResponseType;
use crate::diagnostic::{Code, Diagnostic};
use crate::lint::census::Census;

/// Misconceptions whose `if` never holds, or that never come to be an option.
pub fn check(model: &ItemModel, census: &Census) -> Vec<Diagnostic> {
    if census.distinct == 0 {
        return Vec::new();
    }
    let choice = matches!(model.response, ResponseType::Choice(..));
    let slips = model.misconceptions.iter().zip(&census.slips);
    let idle = slips.filter_map(|(misconception, count)| {
        let (message, help) = if count.possible == 0 {
            (
                format!("`{}` is possible in no instance", count.slip),
                "correct its `if`, or take it away",
            )
        } else if choice && count.shown == 0 && count.equals_key < count.possible {
            (
                format!("`{}` is never one of the options", count.slip),
                "write it before others, raise `choices`, or take it away",
            )
        } else {
            return None;
        };
        let span = misconception.span;
        Some(Diagnostic::warning(Code::IdleMisconception, span, message).help(help))
    });
    idle.collect()
}
