//! Values that are written down rather than worked out: cells of tables, elements of lists.

mod holes;

use std::sync::Arc;

use crate::bank::yaml::{Node, NodeKind, Scalar, Style};
use crate::expression::ast::{Expression, ExpressionKind};
use crate::expression::parser::{Written, parse};
use crate::value::{Number, Row, Value};

/// The value of a cell: numbers, `true` and `false` unless they are quoted, else text.
pub fn cell(node: &Node) -> Value {
    match &node.kind {
        NodeKind::Scalar(scalar) => scalar_value(scalar),
        NodeKind::Sequence(entries) => Value::list(entries.iter().map(cell)),
        NodeKind::Mapping(entries) => Value::row(Row::new(
            entries
                .iter()
                .map(|(name, node)| (Arc::from(name.text()), cell(node))),
        )),
    }
}

fn scalar_value(scalar: &Scalar) -> Value {
    if scalar.style != Style::Plain {
        return Value::text(scalar.text().trim_end_matches('\n'));
    }
    if let Some(truth) = scalar.as_bool() {
        return Value::Boolean(truth);
    }
    number(scalar.text()).map_or_else(|| Value::text(scalar.text()), Value::Number)
}

/// `-3`, `0.50`, `3/4`; `007` is a text, for it would lose its zeros.
fn number(text: &str) -> Option<Number> {
    let unsigned = text.strip_prefix(['-', '−']).unwrap_or(text);
    let is_padded = unsigned.len() > 1
        && unsigned.starts_with('0')
        && !unsigned.starts_with("0.")
        && !unsigned.starts_with("0/");
    let is_numeric = unsigned.starts_with(|c: char| c.is_ascii_digit())
        && unsigned
            .chars()
            .all(|c| c.is_ascii_digit() || c == '.' || c == '/');
    if is_padded || !is_numeric {
        return None;
    }
    let number = Number::parse(unsigned).ok()?;
    Some(if unsigned.len() < text.len() {
        number.neg()
    } else {
        number
    })
}

/// An element of a list or map in which an author writes words and expressions alike, as in
/// `[red, blue]` and `[a, 2*a]`: an expression if it is one over `known` names, else a text.
pub fn element(node: &Node, known: &dyn Fn(&str) -> bool) -> Expression {
    let kind = match &node.kind {
        NodeKind::Sequence(entries) => {
            ExpressionKind::List(entries.iter().map(|entry| element(entry, known)).collect())
        }
        NodeKind::Mapping(entries) => ExpressionKind::Map(
            entries
                .iter()
                .map(|(name, node)| (Arc::from(name.text()), element(node, known)))
                .collect(),
        ),
        NodeKind::Scalar(scalar) => match scalar_value(scalar) {
            Value::Text(text) if text.contains("{{") => {
                if let Some(filled) = holes::filled(scalar) {
                    return filled;
                }
                ExpressionKind::Literal(Value::Text(text))
            }
            Value::Text(_) if scalar.style == Style::Plain => return plain(scalar, known),
            // Two pairs of quotes, as behind a key: `'"will " + verb'`.
            Value::Text(text) if text.starts_with('"') => {
                if let Ok(tree) = parse(Written::whole(&scalar.content)) {
                    return tree;
                }
                ExpressionKind::Literal(Value::Text(text))
            }
            value => ExpressionKind::Literal(value),
        },
    };
    Expression {
        kind,
        span: node.span,
    }
}

fn plain(scalar: &Scalar, known: &dyn Fn(&str) -> bool) -> Expression {
    let text = || Expression {
        kind: ExpressionKind::Literal(Value::text(scalar.text())),
        span: scalar.span(),
    };
    let Ok(tree) = parse(Written::whole(&scalar.content)) else {
        return text();
    };
    let names = tree.free_names();
    // `zeros in front` is a phrase, though `zeros` may be a name.
    let is_phrase = scalar.text().contains(' ')
        && scalar.text().chars().all(|c| c.is_alphabetic() || c == ' ')
        && !names.iter().all(|name| known(&name.value));
    if is_phrase {
        return text();
    }
    let is_call = matches!(tree.kind, ExpressionKind::Call(..));
    let is_calculated = scalar.text().contains(['*', '^', '(', '[']) || names.is_empty();
    if is_call || is_calculated || names.iter().any(|name| known(&name.value)) {
        tree
    } else {
        text()
    }
}
