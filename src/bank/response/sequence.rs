//! Putting in order: any order that respects what must come before what is right.

use std::sync::Arc;

use crate::bank::keys;
use crate::bank::lower::Names;
use crate::bank::lower::cell::cell;
use crate::bank::lower::cell::element;
use crate::bank::response::matching;
use crate::bank::yaml::decode::{self, Map};
use crate::bank::yaml::{Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, suggest};
use crate::expression::Program;
use crate::expression::types::Type;
use crate::source::{Span, Spanned};
use crate::value::Value;
use crate::value::notation::describe;

/// Steps to be put in order.
#[derive(Debug, Clone)]
pub struct Sequence {
    /// The steps in a right order: a list, or a map from short names to steps.
    pub list: Program,
    /// What must come before what; the order as listed without.
    pub before: Option<Vec<Before>>,
    /// Where it stands.
    pub span: Span,
}

/// A step, and those that must come before it: short names, or the steps themselves.
#[derive(Debug, Clone)]
pub struct Before {
    /// The later step.
    pub step: Spanned<Arc<str>>,
    /// The earlier steps.
    pub earlier: Vec<Spanned<Value>>,
}

/// `sequence: {list: steps, before: {c: [a, b]}}`, or the list alone.
pub(super) fn read(
    node: &Node,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Sequence> {
    let (list, before) = if matches!(node.kind, NodeKind::Mapping(_)) {
        let map = Map::read(node, "sequence", keys::SEQUENCE, diagnostics)?;
        let list = map.required("list");
        let before = map.optional("before");
        map.finish(diagnostics);
        (list?, before)
    } else {
        (node, None)
    };
    let list = steps(list, names, diagnostics);
    let before = match before {
        None => None,
        Some(node) => Some(pairs(node, diagnostics)?),
    };
    let list = list?;
    if let Some(before) = &before {
        known(&list, before, diagnostics)?;
        circular(before, diagnostics)?;
    }
    Some(Sequence {
        list,
        before,
        span: node.span,
    })
}

fn steps(node: &Node, names: &mut Names, diagnostics: &mut Diagnostics) -> Option<Program> {
    if let NodeKind::Mapping(_) = node.kind {
        return names.check(&element(node, &|name| names.knows(name)), diagnostics);
    }
    let mut found = Diagnostics::new();
    let program = match &node.kind {
        NodeKind::Scalar(_) => names.program(node, "list", &mut found),
        _ => None,
    };
    match program {
        Some(program) if matches!(program.gives, Type::Row(_)) => Some(program),
        _ => matching::list(node, "list", names, diagnostics),
    }
}

fn pairs(node: &Node, diagnostics: &mut Diagnostics) -> Option<Vec<Before>> {
    let entries = decode::entries(node, "before", diagnostics)?;
    let before = entries.iter().map(|(step, node)| Before {
        step: Spanned::new(Arc::from(step.text()), step.span()),
        earlier: decode::one_or_many(node)
            .iter()
            .map(|node| Spanned::new(cell(node), node.span))
            .collect(),
    });
    Some(before.collect())
}

/// The names of the steps, where they do not depend on the draw.
fn step_names(list: &Program) -> Option<Vec<String>> {
    if let Type::Row(row) = &list.gives {
        return Some(
            row.fields
                .iter()
                .map(|field| field.name.to_string())
                .collect(),
        );
    }
    match list.constant()? {
        Value::List(steps) => Some(steps.iter().map(step_name).collect()),
        _ => None,
    }
}

/// What a step of a list is called: what it says.
pub fn step_name(step: &Value) -> String {
    match step {
        Value::Text(text) => text.to_string(),
        other => describe(other),
    }
}

fn known(list: &Program, before: &[Before], diagnostics: &mut Diagnostics) -> Option<()> {
    let Some(names) = step_names(list) else {
        return Some(());
    };
    let mut whole = Some(());
    let mut test = |name: &str, span: Span| {
        if !names.iter().any(|known| known == name) {
            let message = format!("there is no step `{name}`");
            let help = suggest::help(name, names.iter().map(String::as_str));
            diagnostics.push(Diagnostic::error(Code::UnknownName, span, message).help(help));
            whole = None;
        }
    };
    for entry in before {
        test(&entry.step.value, entry.step.span);
        for earlier in &entry.earlier {
            test(&step_name(&earlier.value), earlier.span);
        }
    }
    whole
}

/// Steps that must come before themselves leave no right order.
fn circular(before: &[Before], diagnostics: &mut Diagnostics) -> Option<()> {
    let mut done: Vec<&str> = Vec::new();
    loop {
        let is_done = |name: &str, done: &[&str]| {
            done.contains(&name) || !before.iter().any(|entry| &*entry.step.value == name)
        };
        let free = before.iter().find(|entry| {
            !done.contains(&&*entry.step.value)
                && entry
                    .earlier
                    .iter()
                    .all(|earlier| is_done(&step_name(&earlier.value), &done))
        });
        match free {
            Some(entry) => done.push(&entry.step.value),
            None => break,
        }
    }
    let left: Vec<&Before> = before
        .iter()
        .filter(|entry| !done.contains(&&*entry.step.value))
        .collect();
    let Some(first) = left.first() else {
        return Some(());
    };
    let names: Vec<&str> = left.iter().map(|entry| &*entry.step.value).collect();
    let message = format!(
        "no order is right: {} must come before themselves",
        suggest::listed(&names)
    );
    let help =
        "`before: {c: [a, b]}` says that a and b come before c; take one of the entries away";
    diagnostics.push(Diagnostic::error(Code::CircularNames, first.step.span, message).help(help));
    None
}
