//! Holes in the elements of written lists: `[First {{n}}, then {{n + 1 | words}}]`.

use std::ops::Range;

use crate::bank::prose::{Part, split};
use crate::bank::yaml::Scalar;
use crate::expression::ast::{Expression, ExpressionKind};
use crate::expression::parser::{Written, parse};
use crate::source::Spanned;
use crate::value::{Operation, Value};

/// The function that prints a value as a text.
const PRINTED: &str = "printed";

/// The text as a sum of its pieces; `None` if it has no holes.
pub(super) fn filled(scalar: &Scalar) -> Option<Expression> {
    let text = scalar.text();
    let parts = split(text).ok()?;
    if !parts.iter().any(|part| matches!(part, Part::Hole { .. })) {
        return None;
    }
    let pieces = parts.into_iter().map(|part| match part {
        Part::Literal(range) => literal(scalar, &text[range.clone()], range),
        // A blank has no place in a list; it stays as it is written.
        Part::Blank(range) => literal(scalar, &format!("[[{}]]", &text[range.clone()]), range),
        Part::Hole {
            expression,
            formats,
        } => hole(scalar, expression, formats),
    });
    // The first piece makes the sum a text, whatever stands in the first hole.
    pieces.reduce(|sum, piece| Expression {
        span: scalar.span(),
        kind: ExpressionKind::Binary(Operation::Add, Box::new(sum), Box::new(piece)),
    })
}

fn literal(scalar: &Scalar, text: &str, range: Range<usize>) -> Expression {
    Expression {
        kind: ExpressionKind::Literal(Value::text(text)),
        span: scalar.span_of(range),
    }
}

/// `printed(expression, "format")`, for each format in turn.
fn hole(scalar: &Scalar, range: Range<usize>, formats: Vec<Range<usize>>) -> Expression {
    let span = scalar.span_of(range.clone());
    let written = parse(Written::part(&scalar.content, range.clone()));
    // What cannot be read is reported as a name that nothing has.
    let value = written.unwrap_or_else(|_| Expression {
        kind: ExpressionKind::Name(scalar.text()[range].trim().into()),
        span,
    });
    let plain = std::iter::once(0..0).take(usize::from(formats.is_empty()));
    plain.chain(formats).fold(value, |value, format| {
        let name = Spanned::new(PRINTED.into(), span);
        let text = scalar.text()[format.clone()].trim();
        let format = literal(scalar, text, format);
        Expression {
            kind: ExpressionKind::Call(name, vec![value, format]),
            span,
        }
    })
}
