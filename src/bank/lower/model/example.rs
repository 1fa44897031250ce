//! Instances that must come out.

use std::sync::Arc;

use crate::bank::keys;
use crate::bank::lower::cell::cell;
use crate::bank::lower::order::{Definition, Meaning};
use crate::bank::model::Example;
use crate::bank::yaml::decode::{self, Map};
use crate::bank::yaml::{Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::expression::parser::{Written, parse};
use crate::expression::{Program, Scope};
use crate::value::Value;

pub(super) fn examples(
    node: &Node,
    definitions: &[Definition],
    diagnostics: &mut Diagnostics,
) -> Vec<Example> {
    let nodes = decode::one_or_many(node);
    nodes
        .iter()
        .filter_map(|node| example(node, definitions, diagnostics))
        .collect()
}

fn example(
    node: &Node,
    definitions: &[Definition],
    diagnostics: &mut Diagnostics,
) -> Option<Example> {
    let map = Map::read(node, "example", keys::EXAMPLE, diagnostics)?;
    let vary = map
        .required("vary")
        .and_then(|node| decode::entries(node, "vary", diagnostics));
    let answer = map.required("answer").map(value);
    map.finish(diagnostics);
    for (name, _) in vary.unwrap_or_default() {
        let is_drawn = definitions.iter().any(|definition| {
            &*definition.name.value == name.text()
                && matches!(definition.meaning, Meaning::Drawn(_))
        });
        if !is_drawn {
            let message = format!("`{}` is not drawn under `vary`", name.text());
            diagnostics.push(Diagnostic::error(Code::UnknownName, name.span(), message));
        }
    }
    let vary = vary?
        .iter()
        .map(|(name, node)| (Arc::from(name.text()), value(node)))
        .collect();
    Some(Example {
        vary,
        answer: answer?,
        span: node.span,
    })
}

/// A value as authors write it elsewhere: `4 + 2/25`, `"text"`; text that is no expression is
/// itself.
fn value(node: &Node) -> Value {
    let NodeKind::Scalar(scalar) = &node.kind else {
        return cell(node);
    };
    let program = parse(Written::whole(&scalar.content))
        .ok()
        .and_then(|tree| {
            // A mistake means that it was no expression.
            Scope::default().check(&tree, &mut Diagnostics::new())
        });
    let constant = program.as_ref().and_then(Program::constant);
    constant.cloned().unwrap_or_else(|| cell(node))
}
