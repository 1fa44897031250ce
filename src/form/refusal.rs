//! What an author or teacher is told when a place cannot be filled.

use crate::bank::response::ResponseType;
use crate::diagnostic::{Code, Diagnostic};
use crate::form::pool::Pool;
use crate::instance::draw::Drawing;

pub(super) fn nothing(pool: &Pool<'_>, drawing: &Drawing<'_>) -> Diagnostic {
    match (&pool.short, &drawing.model().response) {
        (Some((vector, found)), ResponseType::Choice(_)) => drawing.never_enough(vector, *found),
        _ => drawing.impossible(&pool.acceptance),
    }
}

pub(super) fn too_few(drawing: &Drawing<'_>, asked: usize, counts: [usize; 5]) -> Diagnostic {
    let model = drawing.model();
    let [slot, forms, items, in_all, sharing] = counts;
    let share = match sharing {
        1 => String::new(),
        _ => format!(", shared by {sharing} places"),
    };
    let of_all = match in_all {
        1 => "only 1 item exists".to_owned(),
        _ if in_all == items => format!("{items} different items exist"),
        _ => format!("{items} of its {in_all} different items have the same radicals"),
    };
    let message = format!(
        "{asked} forms need {asked} different items at place {slot}, but of `{}` {of_all}{share}: enough for {}",
        model.id.value,
        match forms {
            0 => "no form".to_owned(),
            1 => "1 form".to_owned(),
            _ => format!("{forms} forms"),
        },
    );
    Diagnostic::error(Code::TooFewInstances, model.span, message).help(format!(
        "ask for `--forms {}`, widen a domain under `vary`, pin less under `alike`, give the place to more item models, or allow repeats with `--allow-repeats`",
        forms.max(1)
    ))
}

/// As [`too_few`], where other forms have taken items before.
pub(super) fn none_left(
    drawing: &Drawing<'_>,
    asked: usize,
    slot: usize,
    forms: usize,
) -> Diagnostic {
    let model = drawing.model();
    let enough = match forms {
        0 => "no form more".to_owned(),
        1 => "1 form more".to_owned(),
        _ => format!("{forms} forms more"),
    };
    let message = format!(
        "{asked} forms more need {asked} items of `{}` at place {slot} that no form has had, but they are enough for {enough}",
        model.id.value,
    );
    let help = match forms {
        0 => "widen a domain under `vary`, or give the place to another item model".to_owned(),
        _ => format!("ask for `--forms {forms}`, or widen a domain under `vary`"),
    };
    Diagnostic::error(Code::TooFewInstances, model.span, message).help(help)
}

pub(super) fn unsound(drawing: &Drawing<'_>, why: &str) -> Diagnostic {
    let model = drawing.model();
    Diagnostic::error(
        Code::EvaluationFailed,
        model.span,
        format!("difficulty: {why}"),
    )
}
