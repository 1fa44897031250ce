//! What an author or teacher is told when a place cannot be filled.

use crate::bank::response::ResponseType;
use crate::diagnostic::{Code, Diagnostic};
use crate::form::pool::Pool;
use crate::instance::draw::Drawing;
use crate::instance::item::ItemFault;

pub(super) fn nothing(pool: &Pool<'_>, drawing: &Drawing<'_>) -> Diagnostic {
    let model = drawing.model();
    let (short, fewest) = pool.too_few_options;
    if short > 0 {
        let wanted = match &model.response {
            ResponseType::Choice(choice) => choice.count,
            _ => 0,
        };
        return ItemFault::TooFewOptions {
            found: fewest,
            wanted,
        }
        .diagnostic(model);
    }
    drawing.impossible(&pool.acceptance)
}

pub(super) fn too_few(drawing: &Drawing<'_>, asked: usize, counts: [usize; 5]) -> Diagnostic {
    let model = drawing.model();
    let [slot, forms, items, in_all, sharing] = counts;
    let share = match sharing {
        1 => String::new(),
        _ => format!(", shared by {sharing} places"),
    };
    let of_all = match in_all {
        _ if in_all == items => format!("{items} different items exist"),
        _ => format!("{items} of its {in_all} different items have the same radicals"),
    };
    let message = format!(
        "{asked} forms need {asked} different items at place {slot}, but of `{}` {of_all}{share}: enough for {forms} {}",
        model.id.value,
        if forms == 1 { "form" } else { "forms" },
    );
    Diagnostic::error(Code::TooFewInstances, model.span, message).help(format!(
        "ask for `--forms {}`, widen a domain under `vary`, pin less under `alike`, give the place to more item models, or allow repeats with `--allow-repeats`",
        forms.max(1)
    ))
}

pub(super) fn unsound(drawing: &Drawing<'_>, why: &str) -> Diagnostic {
    let model = drawing.model();
    Diagnostic::error(
        Code::EvaluationFailed,
        model.span,
        format!("difficulty: {why}"),
    )
}
