//! What an author or teacher is told when a place cannot be filled.

use crate::bank::response::ResponseType;
use crate::diagnostic::{Code, Diagnostic};
use crate::form::pool::Pool;
use crate::instance::draw::Drawing;
use crate::instance::item::ItemFault;
use crate::source::Span;
use crate::value::Value;
use crate::value::notation::describe;

pub(super) fn nothing(pool: &Pool<'_>, drawing: &Drawing<'_>) -> Diagnostic {
    match (&pool.short, &drawing.model().response) {
        (Some((vector, found)), ResponseType::Choice(choice)) => equal_options(drawing, vector)
            .unwrap_or_else(|| {
                let (found, wanted) = (*found, choice.count);
                ItemFault::TooFewOptions { found, wanted }.diagnostic(drawing.model())
            }),
        _ => drawing.impossible(&pool.acceptance),
    }
}

/// The first misconception that gives the key, or what another one gives.
fn equal_options(drawing: &Drawing<'_>, vector: &[Value]) -> Option<Diagnostic> {
    let model = drawing.model();
    let mut frame = drawing.rebuild(vector).ok()?;
    drawing.finish(&mut frame).ok()?;
    let answer = model.response.answers().first().copied()?;
    let key = drawing.evaluate(&answer.is, &mut frame).ok()?;
    let mut given: Vec<(Value, String, Span)> = vec![(key, "the key".to_owned(), answer.span)];
    for slip in &model.misconceptions {
        for value in drawing.wrong(slip, &mut frame).ok()? {
            let Some((_, twin, span)) = given.iter().find(|(other, ..)| other.same(&value)) else {
                given.push((value, format!("\"{}\"", slip.slip), slip.span));
                continue;
            };
            let draw = drawing.given(&frame);
            let message = format!(
                "two options are equal: \"{}\" and {twin} give {}{draw}",
                slip.slip,
                describe(&value)
            );
            return Some(
                Diagnostic::error(Code::EqualOptions, slip.span, message)
                    .label(*span, "the other one")
                    .help("change one of the two, or add another misconception"),
            );
        }
    }
    None
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

pub(super) fn unsound(drawing: &Drawing<'_>, why: &str) -> Diagnostic {
    let model = drawing.model();
    Diagnostic::error(
        Code::EvaluationFailed,
        model.span,
        format!("difficulty: {why}"),
    )
}
