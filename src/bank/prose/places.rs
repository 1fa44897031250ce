//! Formats whose argument is worked out: `{{ x | decimal(n) }}`.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::expression::ast::{Expression, ExpressionKind};
use crate::expression::parser::{Written, parse};
use crate::source::{SourceText, Spanned};
use crate::value::Number;
use crate::value::notation::FormatError;

/// The formats that a function can stand for, because a rounded number prints with its places.
const FUNCTIONS: [(&str, &str); 2] = [("decimal", "round"), ("sig", "sig")];

/// `round(x, n)` for `x | decimal(n)`, and `sig(x, n)` for `x | sig(n)`; none for other formats and
/// for an argument in digits, which is part of the format.
pub fn rounded(
    source: &SourceText,
    value: &Expression,
    format: Range<usize>,
) -> Option<Result<Expression, Diagnostic>> {
    let written = &source.as_str()[format.clone()];
    let (name, rest) = written.split_once('(')?;
    let (_, function) = FUNCTIONS.iter().find(|(known, _)| *known == name.trim())?;
    let argument = rest.trim_end().strip_suffix(')')?;
    if argument.trim().is_empty() || argument.contains(',') || is_number(argument) {
        return None;
    }
    let start = format.start + name.len() + 1;
    let argument = parse(Written::part(source, start..start + argument.len()));
    let span = source.span_of(format);
    Some(argument.map(|argument| Expression {
        kind: ExpressionKind::Call(
            Spanned::new((*function).into(), span),
            vec![value.clone(), argument],
        ),
        span: value.span.to(span),
    }))
}

fn is_number(argument: &str) -> bool {
    Number::parse(argument.trim()).is_ok()
}

/// What to write instead of an argument that this format does not work out.
pub fn instead(error: &FormatError, written: &str) -> Option<String> {
    let FormatError::Argument { name, .. } = error else {
        return None;
    };
    let argument = written.split_once('(')?.1.trim_end().strip_suffix(')')?;
    Some(format!(
        "write it in digits, or as a text: `{{{{ printed(x, \"{name}(\" + text({argument}) + \")\") }}}}`"
    ))
}
