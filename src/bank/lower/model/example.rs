//! Instances that must come out.

use std::sync::Arc;

use crate::bank::example::{Example, Expected};
use crate::bank::keys;
use crate::bank::lower::cell::cell;
use crate::bank::lower::order::{Definition, Meaning};
use crate::bank::yaml::decode::{self, Map};
use crate::bank::yaml::{Node, NodeKind, Scalar};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, suggest};
use crate::expression::parser::{Written, parse};
use crate::expression::{Frame, Scope};
use crate::source::Spanned;

/// `constants` are the names that need no draw: tables and symbols.
pub(super) fn examples(
    node: &Node,
    definitions: &[Definition],
    constants: &Scope,
    diagnostics: &mut Diagnostics,
) -> Vec<Example> {
    let nodes = decode::one_or_many(node);
    nodes
        .iter()
        .filter_map(|node| example(node, definitions, constants, diagnostics))
        .collect()
}

fn example(
    node: &Node,
    definitions: &[Definition],
    constants: &Scope,
    diagnostics: &mut Diagnostics,
) -> Option<Example> {
    let map = Map::read(node, "example", keys::EXAMPLE, diagnostics)?;
    let vary = map
        .required("vary")
        .and_then(|node| decode::entries(node, "vary", diagnostics));
    let answer = map.optional("answer");
    map.finish(diagnostics);
    let drawn = |name: &str| {
        definitions.iter().any(|definition| {
            &*definition.name.value == name && matches!(definition.meaning, Meaning::Drawn(_))
        })
    };
    for (name, _) in vary.unwrap_or_default() {
        if !drawn(name.text()) {
            let message = format!("`{}` is not drawn under `vary`", name.text());
            let names = definitions
                .iter()
                .map(|definition| &*definition.name.value)
                .filter(|name| drawn(name));
            let help = suggest::help(name.text(), names);
            diagnostics.push(Diagnostic::error(Code::UnknownName, name.span(), message).help(help));
        }
    }
    let fixed = |(name, node): &(Scalar, Node)| {
        let name = Spanned::new(Arc::from(name.text()), name.span());
        (name, expected(node, constants))
    };
    Some(Example {
        vary: vary?.iter().map(fixed).collect(),
        answer: answer.map(|answer| expected(answer, constants)),
        answer_span: answer.map_or(node.span, |answer| answer.span),
        span: node.span,
    })
}

/// What is written: `7/25`, `hablé`, `'"63"'`, `[3, 1, 2]`, `{inf: hablar}`.
fn expected(node: &Node, constants: &Scope) -> Expected {
    match &node.kind {
        NodeKind::Sequence(entries) => Expected::List(
            entries
                .iter()
                .map(|entry| expected(entry, constants))
                .collect(),
        ),
        NodeKind::Mapping(entries) => {
            let field =
                |(name, node): &(Scalar, Node)| (Arc::from(name.text()), expected(node, constants));
            Expected::Map(entries.iter().map(field).collect())
        }
        NodeKind::Scalar(scalar) => {
            let mut readings = vec![cell(node)];
            // Mistakes count for nothing here: what is no expression is a text.
            let mut unheard = Diagnostics::new();
            let tree = parse(Written::whole(&scalar.content)).ok();
            let program = tree.and_then(|tree| constants.check(&tree, &mut unheard));
            let value = program.map(|program| program.evaluate(&mut Frame::new(0)));
            readings.extend(value.and_then(Result::ok));
            Expected::Any(readings)
        }
    }
}
