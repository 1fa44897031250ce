//! W004: something that should vary is always the same.

use crate::bank::model::{ItemModel, Step};
use crate::diagnostic::{Code, Diagnostic};
use crate::lint::census::Census;

/// Names with one value, conditions that always hold, radicals that never change.
pub fn check(model: &ItemModel, census: &Census) -> Vec<Diagnostic> {
    if census.accepted < 2 {
        return Vec::new();
    }
    let mut found = Vec::new();
    for parameter in model.parameters() {
        if census.fixed.iter().any(|name| **name == *parameter.name) {
            let message = format!("`{}` has the same value in every draw", parameter.name);
            let warning = Diagnostic::warning(Code::Constant, parameter.span, message);
            found.push(warning.help("draw it from more values, or give it under `let`"));
        }
    }
    let conditions = model.steps.iter().filter_map(|step| match step {
        Step::Require(condition) => Some(condition),
        _ => None,
    });
    for (condition, count) in conditions.zip(&census.conditions) {
        if count.tested > 1 && count.met == count.tested && census.whole {
            let message = format!("`{}` holds in every draw", condition.written);
            let span = condition.program.span();
            let warning = Diagnostic::warning(Code::Constant, span, message);
            found.push(warning.help("take it away, or write it under `check` if it is a promise"));
        }
    }
    if census.cell_count == 1 && census.whole {
        for radical in &model.radicals {
            let message = format!("`{}` has one value in all instances", radical.written);
            let span = radical.program.span();
            let warning = Diagnostic::warning(Code::Constant, span, message);
            found.push(warning.help("take it away: what never varies needs no pin"));
        }
    }
    found
}
