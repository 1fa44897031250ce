//! Blueprints and enemies.

use crate::bank::blueprint::{Blueprint, Layout, SlotRule, SlotSource};
use crate::bank::keys;
use crate::bank::lower::{Name, each, name, text};
use crate::bank::yaml::Node;
use crate::bank::yaml::decode::{self, Map};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// The most places that one rule may ask for.
const MOST_PLACES: i64 = 200;

pub(super) fn blueprint(node: &Node, diagnostics: &mut Diagnostics) -> Option<Blueprint> {
    let map = Map::read(node, "blueprint", keys::BLUEPRINT, diagnostics)?;
    let id = map
        .required("id")
        .and_then(|node| name(node, "id", diagnostics));
    let title = text(map.optional("title"), "title", diagnostics);
    let layout = match map.optional("layout") {
        Some(node) => decode::one_of(node, "layout", &Layout::NAMES, diagnostics).map(|l| l.value),
        None => Some(Layout::default()),
    };
    let slots = each(map.required("slots"), "slots", diagnostics, slot);
    map.finish(diagnostics);
    let id = id?;
    let title = title.unwrap_or_else(|| id.value.to_string());
    Some(Blueprint {
        id,
        title,
        layout: layout?,
        slots,
    })
}

fn slot(node: &Node, diagnostics: &mut Diagnostics) -> Option<SlotRule> {
    let map = Map::read(node, "slot", keys::SLOT, diagnostics)?;
    let item = map
        .optional("item")
        .and_then(|node| name(node, "item", diagnostics));
    let standard = map
        .optional("standard")
        .and_then(|node| name(node, "standard", diagnostics));
    let any: Option<Vec<Name>> = map.optional("any of").map(|node| {
        let one = |node| name(node, "any of", diagnostics);
        decode::one_or_many(node).iter().filter_map(one).collect()
    });
    let count = match map.optional("count") {
        None => Some(1),
        Some(node) => decode::whole(node, "count", diagnostics).and_then(|count| {
            if !(1..=MOST_PLACES).contains(&count.value) {
                let message = format!("count: {} is not from 1 to {MOST_PLACES}", count.value);
                diagnostics.push(Diagnostic::error(Code::WrongShape, count.span, message));
            }
            usize::try_from(count.value).ok()
        }),
    };
    let span = map.span();
    map.finish(diagnostics);
    let source = match (item, any, standard) {
        (Some(item), None, None) => SlotSource::Item(item),
        (None, Some(any), None) if !any.is_empty() => SlotSource::AnyOf(any),
        (None, None, Some(standard)) => SlotSource::Standard(standard),
        _ => {
            let message = "a slot names one of `item`, `any of`, `standard`";
            diagnostics.push(
                Diagnostic::error(Code::MissingKey, span, message)
                    .help("write `{item: my-item, count: 2}`"),
            );
            return None;
        }
    };
    Some(SlotRule {
        source,
        count: count?,
    })
}

/// Two item models that may not meet.
pub(super) fn enemies(node: &Node, diagnostics: &mut Diagnostics) -> Option<[Name; 2]> {
    let names = decode::list_of(node, "enemies", diagnostics, |node, diagnostics| {
        name(node, "enemies", diagnostics)
    })?;
    let count = names.len();
    <[Name; 2]>::try_from(names)
        .map_err(|_| {
            let message = format!("enemies come in pairs, found {count}");
            let help = "write `enemies: [[item-a, item-b]]`";
            diagnostics.push(Diagnostic::error(Code::WrongShape, node.span, message).help(help));
        })
        .ok()
}
