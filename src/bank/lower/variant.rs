//! Variants: one entry under `items` that stands for several item models.
//!
//! Overrides are merged into the model as a tree, before anything is read from it, so that every
//! message points to where its words stand: in the model or in the variant.

use std::collections::HashSet;
use std::sync::Arc;

use crate::bank::lower::Name;
use crate::bank::lower::model::{Context, model};
use crate::bank::model::{Family, ItemModel};
use crate::bank::yaml::decode;
use crate::bank::yaml::{Node, NodeKind, Scalar};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::source::{Span, Spanned};

/// The name of the model as written among its variants.
const BASE: &str = "base";

/// How many variants an item model may have.
const MOST: usize = 50;

/// What belongs to the model as a whole.
const FIXED: [&str; 5] = ["id", "standard", "points", "variants", "mix"];

/// What a variant adds to; all other lists are replaced.
const APPENDED: [&str; 3] = ["where", "alike", "check"];

/// The item models of one entry under `items`.
pub(super) fn models(
    node: &Node,
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<ItemModel> {
    let mix = node.get("mix").filter(|node| !node.is_null());
    let Some(variants) = node.get("variants").filter(|node| !node.is_null()) else {
        if let Some(mix) = mix {
            let message = "`mix` is for an item model with `variants`";
            diagnostics.push(Diagnostic::error(Code::WrongShape, mix.span, message));
        }
        return model(node, context, diagnostics).into_iter().collect();
    };
    let mix = match mix {
        Some(mix) => decode::boolean(mix, "mix", diagnostics).is_some_and(|mix| mix.value),
        None => false,
    };
    let base = without(node, &["variants", "mix"]);
    let entries = decode::entries(variants, "variants", diagnostics).unwrap_or_default();
    if entries.len() > MOST {
        let message = format!("an item model may have {MOST} variants");
        diagnostics.push(Diagnostic::error(Code::TooLarge, variants.span, message));
        return Vec::new();
    }
    let sound: Vec<&(Scalar, Node)> = entries
        .iter()
        .filter(|(name, overrides)| is_sound(name, overrides, diagnostics))
        .collect();
    let mut trees: Vec<(Arc<str>, Span, Node)> = sound
        .iter()
        .map(|(name, overrides)| {
            let tree = merged(&base, overrides);
            (Arc::from(name.text()), name.span(), tree)
        })
        .collect();
    let replaces_stem = |(_, overrides): &&(Scalar, Node)| overrides.get("stem").is_some();
    let is_whole = base.get("stem").is_some_and(|stem| !stem.is_null());
    if is_whole && sound.iter().all(replaces_stem) {
        // Otherwise its stem would never be shown.
        let place = node.get("id").map_or(node.span, |id| id.span);
        trees.insert(0, (BASE.into(), place, base));
    }
    lowered(trees, mix, context, diagnostics)
}

/// The ids by which the variants of an entry under `items` may be called, besides its own.
pub(super) fn ids(node: &Node) -> Vec<Name> {
    let id = node.get("id").and_then(Node::as_scalar);
    let variants = match node.get("variants").map(|node| &node.kind) {
        Some(NodeKind::Mapping(entries)) => entries.as_slice(),
        _ => &[],
    };
    let Some(id) = id.filter(|_| !variants.is_empty()) else {
        return Vec::new();
    };
    let called = |name: &str, span| Spanned::new(Arc::from(joined(id.text().trim(), name)), span);
    let names = variants
        .iter()
        .filter(|(name, _)| name.text() != BASE)
        .map(|(name, _)| called(name.text(), name.span()));
    names.chain([called(BASE, id.span())]).collect()
}

fn joined(id: &str, variant: &str) -> String {
    format!("{id}/{variant}")
}

fn is_sound(name: &Scalar, overrides: &Node, diagnostics: &mut Diagnostics) -> bool {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' ');
    let mut refuse = |span: Span, message: String, help: &str| {
        diagnostics.push(Diagnostic::error(Code::WrongShape, span, message).help(help));
        false
    };
    let word = name.text();
    if word == BASE || word.is_empty() || !word.chars().all(is_plain) {
        let help = "use letters, digits and hyphens; `base` is the model as written";
        let message = format!("a variant cannot be called `{word}`");
        return refuse(name.span(), message, help);
    }
    let NodeKind::Mapping(entries) = &overrides.kind else {
        let message = format!(
            "expected the keys that the variant changes, found {}",
            overrides.description()
        );
        let help = "write `variants:`, below it a name, and below that what differs: `stem: …`";
        return refuse(overrides.span, message, help);
    };
    let fixed = entries.iter().find(|(key, _)| FIXED.contains(&key.text()));
    match fixed {
        Some((key, _)) => {
            let message = format!("a variant cannot change `{}`", key.text());
            refuse(key.span(), message, "write it as an item model of its own")
        }
        None => true,
    }
}

fn without(node: &Node, keys: &[&str]) -> Node {
    match &node.kind {
        NodeKind::Mapping(entries) => {
            let stays = |(key, _): &&(Scalar, Node)| !keys.contains(&key.text());
            Node {
                span: node.span,
                kind: NodeKind::Mapping(entries.iter().filter(stays).cloned().collect()),
            }
        }
        _ => node.clone(),
    }
}

/// A model with the overrides of a variant.
fn merged(base: &Node, overrides: &Node) -> Node {
    let combine = |key: &str, old: &Node, new: &Node| {
        let appends = APPENDED.contains(&key) && !old.is_null() && !new.is_null();
        if appends {
            both(old, new)
        } else {
            deep(old, new)
        }
    };
    over(base, overrides, &combine)
}

/// Maps are merged key by key, everything else is replaced.
fn deep(base: &Node, overrides: &Node) -> Node {
    over(base, overrides, &|_, old, new| deep(old, new))
}

fn over(base: &Node, overrides: &Node, combine: &dyn Fn(&str, &Node, &Node) -> Node) -> Node {
    let (NodeKind::Mapping(old), NodeKind::Mapping(new)) = (&base.kind, &overrides.kind) else {
        return overrides.clone();
    };
    let changed = old
        .iter()
        .map(|(key, node)| match overrides.get(key.text()) {
            Some(change) => (key.clone(), combine(key.text(), node, change)),
            None => (key.clone(), node.clone()),
        });
    let added = new.iter().filter(|(key, _)| base.get(key.text()).is_none());
    Node {
        span: base.span,
        kind: NodeKind::Mapping(changed.chain(added.cloned()).collect()),
    }
}

/// Two lists of expressions. The list of both stands nowhere, so its span is empty; each of the
/// two is split on its own.
fn both(first: &Node, second: &Node) -> Node {
    Node {
        span: first.span.at_start(),
        kind: NodeKind::Sequence(vec![first.clone(), second.clone()]),
    }
}

fn lowered(
    trees: Vec<(Arc<str>, Span, Node)>,
    mix: bool,
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<ItemModel> {
    let mut models = Vec::new();
    let mut unused: Option<HashSet<Span>> = None;
    let mut found = Vec::new();
    for (variant, span, tree) in trees {
        let mut messages = Diagnostics::new();
        if let Some(mut model) = model(&tree, context, &mut messages) {
            let id = model.id.value.clone();
            model.id.value = joined(&id, &variant).into();
            model.span = span;
            model.family = Some(Family { id, variant, mix });
            models.push(model);
        }
        let warned = messages.iter().filter(|message| is_unused(message));
        let here: HashSet<Span> = warned.filter_map(|message| message.span).collect();
        unused = Some(match unused {
            None => here,
            Some(before) => before.intersection(&here).copied().collect(),
        });
        found.push(messages);
    }
    // A name that one of the variants uses is used.
    let unused = unused.unwrap_or_default();
    let counts = |message: &&Diagnostic| {
        !is_unused(message) || message.span.is_some_and(|span| unused.contains(&span))
    };
    for messages in found {
        diagnostics.extend(messages.iter().filter(counts).cloned());
    }
    models
}

fn is_unused(message: &Diagnostic) -> bool {
    message.code == Code::UnusedName && message.severity == Severity::Warning
}
