//! Why an item model never has enough different options: which of them are equal.

use crate::bank::response::ResponseType;
use crate::diagnostic::{Code, Diagnostic};
use crate::instance::draw::Drawing;
use crate::instance::item::ItemFault;
use crate::source::Span;
use crate::value::Value;
use crate::value::notation::describe;

impl Drawing<'_> {
    /// The message when no draw has as many different options as are wanted; `vector` is one of
    /// these draws, and has `found`.
    pub fn never_enough(&self, vector: &[Value], found: usize) -> Diagnostic {
        let model = self.model();
        let wanted = match &model.response {
            ResponseType::Choice(choice) => choice.offer.count().unwrap_or(0),
            _ => 0,
        };
        let too_few = ItemFault::TooFewOptions { found, wanted };
        equal_options(self, vector).unwrap_or_else(|| too_few.diagnostic(model))
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
