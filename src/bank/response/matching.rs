//! Matching: each entry on the left has its partner on the right.

use crate::bank::keys;
use crate::bank::lower::Names;
use crate::bank::lower::cell::element;
use crate::bank::yaml::decode::{self, Map};
use crate::bank::yaml::{Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::expression::Program;
use crate::expression::types::Type;
use crate::source::Span;

/// Two lists to be matched, entry by entry.
#[derive(Debug, Clone)]
pub struct Matching {
    /// What is asked for.
    pub left: Program,
    /// The partners, in the same order; more of them are distractors.
    pub right: Program,
    /// More distractors.
    pub extra: Extra,
    /// Where it stands.
    pub span: Span,
}

/// Entries on the right that have no partner.
#[derive(Debug, Clone)]
pub enum Extra {
    /// The last so many pairs lose their left entry.
    Pairs(usize),
    /// A list of its own.
    List(Program),
}

/// `match: {left: …, right: …, extra: 1}`
pub(super) fn read(
    node: &Node,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Matching> {
    let map = Map::read(node, "match", keys::MATCH, diagnostics)?;
    let left = map.required("left");
    let right = map.required("right");
    let extra = map.optional("extra");
    map.finish(diagnostics);
    let left = left.and_then(|node| list(node, "left", names, diagnostics));
    let right = right.and_then(|node| list(node, "right", names, diagnostics));
    let extra = match extra {
        None => Some(Extra::Pairs(0)),
        Some(node) if node.as_scalar().is_some_and(|scalar| scalar.is_number()) => {
            let count = decode::whole(node, "extra", diagnostics);
            count
                .and_then(|count| usize::try_from(count.value).ok())
                .map(Extra::Pairs)
        }
        Some(node) => list(node, "extra", names, diagnostics).map(Extra::List),
    };
    Some(Matching {
        left: left?,
        right: right?,
        extra: extra?,
        span: node.span,
    })
}

/// An expression that gives a list, or a list in which words and expressions stand alike.
pub(super) fn list(
    node: &Node,
    what: &str,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Program> {
    let program = match &node.kind {
        NodeKind::Scalar(_) => names.program(node, what, diagnostics)?,
        _ => {
            let tree = element(node, &|name| names.knows(name));
            names.check(&tree, diagnostics)?
        }
    };
    if program.gives.element().is_none() {
        let message = format!("expected a list ({what}), found {}", program.gives);
        let help = format!(
            "write a list, or an expression that gives one: `{what}: \"[r.term for r in t]\"`"
        );
        diagnostics.push(Diagnostic::error(Code::TypeMismatch, program.span(), message).help(help));
        return None;
    }
    if let Some(Type::Row(_)) = program.gives.element() {
        let message = format!("a row cannot be printed ({what})");
        let help = format!("name the column: `{what}: \"[r.column for r in rows]\"`");
        diagnostics.push(Diagnostic::error(Code::TypeMismatch, program.span(), message).help(help));
        return None;
    }
    Some(program)
}
