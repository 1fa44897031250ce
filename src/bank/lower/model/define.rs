//! What the names under `vary` and `let` mean.

use std::collections::HashSet;
use std::sync::Arc;

use crate::bank::domain::{self, Domain};
use crate::bank::lower::Name;
use crate::bank::lower::cell::{cell, element};
use crate::bank::lower::model::Context;
use crate::bank::lower::order::{Definition, Meaning};
use crate::bank::yaml::decode::{self, Map};
use crate::bank::yaml::{Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::expression::ast::{Expression, ExpressionKind};
use crate::expression::parser::{Written, parse};
use crate::source::{SourceText, Spanned};
use crate::value::Value;

/// How many names an item model may have. Values may share their parts from name to name, and
/// are walked by recursion.
const MOST_NAMES: usize = 300;

pub(super) fn definitions(
    map: &Map<'_>,
    context: &Context<'_>,
    symbols: &[String],
    diagnostics: &mut Diagnostics,
) -> Vec<Definition> {
    let empty: &[_] = &[];
    let mut entries = |key: &str| {
        map.optional(key)
            .and_then(|node| decode::entries(node, key, diagnostics))
            .unwrap_or(empty)
    };
    let (varied, bound) = (entries("vary"), entries("let"));
    if varied.len() + bound.len() > MOST_NAMES {
        let message = format!("an item model of more than {MOST_NAMES} names");
        let help = "keep data in a table, and split the item model";
        diagnostics.push(Diagnostic::error(Code::TooLarge, map.span(), message).help(help));
        return Vec::new();
    }
    let defined: HashSet<&str> = varied
        .iter()
        .chain(bound)
        .map(|(name, _)| name.text())
        .collect();
    let known = |name: &str| {
        defined.contains(name)
            || symbols.iter().any(|symbol| symbol == name)
            || context
                .tables
                .iter()
                .any(|table| &*table.name.value == name)
    };
    let mut definitions: Vec<Definition> = Vec::new();
    let all = varied
        .iter()
        .map(|entry| (entry, true))
        .chain(bound.iter().map(|e| (e, false)));
    for ((scalar, node), is_drawn) in all {
        let name = Spanned::new(Arc::from(scalar.text()), scalar.span());
        if !is_name(&name, diagnostics) {
            continue;
        }
        if let Some(twin) = definitions
            .iter()
            .find(|twin| twin.name.value == name.value)
        {
            let message = format!("`{}` stands under `vary` and under `let`", name.value);
            diagnostics.push(
                Diagnostic::error(Code::DuplicateId, name.span, message)
                    .label(twin.name.span, "the first one stands here")
                    .help("give one of them another name"),
            );
            continue;
        }
        let meaning = if is_drawn {
            drawn(node, &known, diagnostics).map(Meaning::Drawn)
        } else {
            binding(node, &known, diagnostics).map(Meaning::Bound)
        };
        definitions.extend(meaning.map(|meaning| Definition { name, meaning }));
    }
    definitions
}

/// Whether an expression can call it; reports it if not.
pub fn is_name(name: &Name, diagnostics: &mut Diagnostics) -> bool {
    let source = SourceText::verbatim(&*name.value, name.span);
    let is_name = matches!(
        parse(Written::whole(&source)).map(|tree| tree.kind),
        Ok(ExpressionKind::Name(_))
    );
    if !is_name {
        let message = format!("`{}` cannot be a name", name.value);
        let help = match name.value.split_once(':') {
            Some((name, value)) => format!("put a space after the colon: `{name}: {value}`"),
            None if name.value.contains('=') => {
                "a colon stands between a name and its value: `a: 1..9`".to_owned()
            }
            None => "a name starts with a letter, has letters, digits and `_`, and is no word of the language".to_owned(),
        };
        diagnostics.push(Diagnostic::error(Code::ExpressionSyntax, name.span, message).help(help));
    }
    is_name
}

fn drawn(
    node: &Node,
    known: &dyn Fn(&str) -> bool,
    diagnostics: &mut Diagnostics,
) -> Option<Domain<Expression>> {
    match &node.kind {
        NodeKind::Sequence(_) => Some(Domain::OneOf(element(node, known))),
        NodeKind::Mapping(entries) => {
            let weights = entries.iter().find(|(key, _)| key.text() == "weights");
            let Some((_, weights)) = weights.filter(|_| entries.len() == 1) else {
                let message = "a domain is a range, a list, `row of` a table, or `{weights: {…}}`";
                diagnostics.push(Diagnostic::error(Code::WrongShape, node.span, message));
                return None;
            };
            weighted(weights, diagnostics)
        }
        NodeKind::Scalar(scalar) => domain::read(Written::whole(&scalar.content))
            .map(|domain| with_words(domain, known))
            .map_err(|error| diagnostics.push(error))
            .ok(),
    }
}

/// `2 of [red, blue]`: in a list to draw from, a name that nothing has is a word.
fn with_words(domain: Domain<Expression>, known: &dyn Fn(&str) -> bool) -> Domain<Expression> {
    let inner = |domain: Box<Domain<Expression>>| Box::new(with_words(*domain, known));
    match domain {
        Domain::Several(count, from) => Domain::Several(count, inner(from)),
        Domain::Draws(count, from) => Domain::Draws(count, inner(from)),
        Domain::Shuffle(list) => Domain::Shuffle(words(list, known)),
        Domain::OneOf(list) => Domain::OneOf(words(list, known)),
        other => other,
    }
}

fn words(mut list: Expression, known: &dyn Fn(&str) -> bool) -> Expression {
    if let ExpressionKind::List(elements) = &mut list.kind {
        for element in elements {
            if let ExpressionKind::Name(name) = &element.kind
                && !known(name)
            {
                element.kind = ExpressionKind::Literal(Value::text(name));
            }
        }
    }
    list
}

fn weighted(node: &Node, diagnostics: &mut Diagnostics) -> Option<Domain<Expression>> {
    let entries = decode::entries(node, "weights", diagnostics)?;
    let weights: Vec<Option<(Expression, u64)>> = entries
        .iter()
        .map(|(value, node)| {
            let weight = decode::whole(node, "weight", diagnostics)?;
            let text = Node {
                span: value.span(),
                kind: NodeKind::Scalar(value.clone()),
            };
            let kind = ExpressionKind::Literal(cell(&text));
            let expression = Expression {
                kind,
                span: value.span(),
            };
            match u64::try_from(weight.value) {
                Ok(weight) if weight > 0 => Some((expression, weight)),
                _ => {
                    let message = "a weight is a whole number from 1 on";
                    diagnostics.push(Diagnostic::error(Code::WrongShape, weight.span, message));
                    None
                }
            }
        })
        .collect();
    weights
        .into_iter()
        .collect::<Option<Vec<_>>>()
        .map(Domain::Weighted)
}

fn binding(
    node: &Node,
    known: &dyn Fn(&str) -> bool,
    diagnostics: &mut Diagnostics,
) -> Option<Expression> {
    match &node.kind {
        NodeKind::Scalar(scalar) => parse(Written::whole(&scalar.content))
            .map_err(|error| diagnostics.push(error))
            .ok(),
        _ => Some(element(node, known)),
    }
}
