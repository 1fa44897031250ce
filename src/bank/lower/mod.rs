//! From the tree of a YAML file to a checked bank. Every mistake is reported, none stops the rest.

pub(in crate::bank) mod answer;
mod blueprint;
pub(in crate::bank) mod cell;
pub mod files;
pub(in crate::bank) mod figure;
mod image;
mod model;
mod order;
mod standard;
mod table;
mod variant;
mod weight;

use std::collections::HashMap;
use std::sync::Arc;

use crate::bank::ItemBank;
use crate::bank::keys;
use crate::bank::lower::files::{Files, Reader};
use crate::bank::lower::table::Tables;
use crate::bank::yaml::decode::{self, Map};
use crate::bank::yaml::{self, Node};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, suggest};
use crate::source::{Sources, Span, Spanned};

use model::is_name;

pub(in crate::bank) use model::{Lengths, Names};

/// A name with its place.
pub(in crate::bank) type Name = Spanned<Arc<str>>;

/// Reads a bank that is one file from its bytes. `None` when there is an error in `diagnostics`.
pub fn load(
    name: &str,
    bytes: &[u8],
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<ItemBank> {
    load_with(name, bytes, &files::none, sources, diagnostics)
}

/// Reads a bank from the bytes of its file; `reader` gives the files beside it. `None` when there
/// is an error in `diagnostics`.
pub fn load_with(
    name: &str,
    bytes: &[u8],
    reader: &Reader<'_>,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<ItemBank> {
    let tree = yaml::load(name, bytes, sources, diagnostics)?;
    let files = Files::new(name, bytes, reader);
    let bank = bank(&tree, files, sources, diagnostics);
    bank.filter(|_| !diagnostics.has_errors())
}

fn bank(
    tree: &Node,
    mut files: Files<'_>,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<ItemBank> {
    let map = Map::read(tree, "item bank", keys::BANK, diagnostics)?;
    let title = text(map.required("bank"), "bank", diagnostics);
    let id = map.required("id").and_then(|node| slug(node, diagnostics));
    let version = text(map.optional("version"), "version", diagnostics);
    let language = text(map.optional("language"), "language", diagnostics);
    let licence = licence(&map, diagnostics);
    let authors = texts(map.optional("authors"), "authors", diagnostics);
    let weights = weight::difficulty(map.optional("difficulty"), diagnostics);
    let tables = Tables::new(&mut files, sources).of_bank(&map, diagnostics);
    let images = Arc::new(image::images(tree, &tables, &mut files));
    let standards = each(
        map.required("standards"),
        "standards",
        diagnostics,
        standard::standard,
    );
    let context = model::Context {
        sources,
        tables: &tables,
        images: &images,
        standards: &standards,
        standards_written: map
            .optional("standards")
            .map_or(0, |node| decode::one_or_many(node).len()),
        licence: &licence,
        authors: &authors,
    };
    let items = each(
        map.required("items"),
        "items",
        diagnostics,
        |node, diagnostics| Some(variant::models(node, &context, diagnostics)),
    );
    let blueprints = each(
        map.optional("blueprints"),
        "blueprints",
        diagnostics,
        blueprint::blueprint,
    );
    let enemies = each(
        map.optional("enemies"),
        "enemies",
        diagnostics,
        blueprint::enemies,
    );
    let (map_items, map_standards) = (map.optional("items"), map.optional("standards"));
    map.finish(diagnostics);
    let bank = ItemBank {
        id: id?,
        title: title?,
        version: version.unwrap_or_else(|| "0.0.0".to_owned()),
        language: language.unwrap_or_else(|| "en".to_owned()),
        licence,
        authors,
        weights,
        standards,
        items: items.into_iter().flatten().collect(),
        blueprints,
        enemies,
        images,
        digest: files.digest(),
    };
    let entries = map_items.map(decode::one_or_many).unwrap_or_default();
    let variants: Vec<Name> = entries.iter().flat_map(variant::ids).collect();
    let items = [ids(map_items), variants].concat();
    references(&bank, &items, &ids(map_standards), diagnostics);
    Some(bank)
}

/// The ids of a list's entries, those with mistakes elsewhere included.
fn ids(node: Option<&Node>) -> Vec<Name> {
    let entries = node.map(decode::one_or_many).unwrap_or_default();
    let id = |node: &Node| {
        let id = node.get("id")?.as_scalar()?;
        Some(Spanned::new(Arc::from(id.text().trim()), id.span()))
    };
    entries.iter().filter_map(id).collect()
}

/// Reads every entry of a list; those with mistakes are left out.
fn each<'a, T>(
    node: Option<&'a Node>,
    what: &str,
    diagnostics: &mut Diagnostics,
    mut read: impl FnMut(&'a Node, &mut Diagnostics) -> Option<T>,
) -> Vec<T> {
    let Some(entries) = node.and_then(|node| decode::list(node, what, diagnostics)) else {
        return Vec::new();
    };
    entries
        .iter()
        .filter_map(|node| read(node, diagnostics))
        .collect()
}

pub(in crate::bank) fn text(
    node: Option<&Node>,
    what: &str,
    diagnostics: &mut Diagnostics,
) -> Option<String> {
    decode::text(node?, what, diagnostics).map(|text| text.as_str().trim().to_owned())
}

fn texts(node: Option<&Node>, what: &str, diagnostics: &mut Diagnostics) -> Vec<String> {
    let Some(node) = node else { return Vec::new() };
    let one = |node| text(Some(node), what, diagnostics);
    decode::one_or_many(node).iter().filter_map(one).collect()
}

/// A licence by its name; under nothing nobody may use a bank.
fn licence(map: &Map<'_>, diagnostics: &mut Diagnostics) -> Option<String> {
    let name = decode::id_text(map.optional("licence")?, "licence", diagnostics)?;
    if name.value.is_empty() {
        let message = "licence: nothing is written".to_owned();
        let error = Diagnostic::error(Code::WrongShape, name.span, message);
        diagnostics.push(error.help("write an SPDX name: `licence: CC-BY-4.0`"));
        return None;
    }
    Some(name.value)
}

fn name(node: &Node, what: &str, diagnostics: &mut Diagnostics) -> Option<Name> {
    decode::id_text(node, what, diagnostics).map(|id| id.map(Arc::from))
}

/// A bank's id stands in file names and form records, so it is a slug.
fn slug(node: &Node, diagnostics: &mut Diagnostics) -> Option<Arc<str>> {
    let id = name(node, "id", diagnostics)?;
    let is_slug = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !id.value.is_empty() && id.value.chars().all(is_slug) {
        return Some(id.value);
    }
    let message = format!("`{}` is not a slug", id.value);
    diagnostics.push(
        Diagnostic::error(Code::WrongShape, id.span, message)
            .help("use small letters, digits and hyphens: `fractions-grade-6`"),
    );
    None
}

/// Whether every name that one part of the bank uses for another exists, and exists once.
fn references(bank: &ItemBank, items: &[Name], standards: &[Name], diagnostics: &mut Diagnostics) {
    once(standards.iter(), "standard", diagnostics);
    once(items.iter(), "item model", diagnostics);
    let blueprints = bank.blueprints.iter().map(|blueprint| &blueprint.id);
    once(blueprints, "blueprint", diagnostics);
    for item in &bank.items {
        known(
            &item.standard,
            standards,
            Code::UnknownStandard,
            "standard",
            diagnostics,
        );
    }
    for rule in bank
        .blueprints
        .iter()
        .flat_map(|blueprint| &blueprint.slots)
    {
        for (name, code) in rule.source.names() {
            let (among, what) = match code {
                Code::UnknownStandard => (standards, "standard"),
                _ => (items, "item model"),
            };
            known(name, among, code, what, diagnostics);
        }
    }
    for name in bank.enemies.iter().flatten() {
        known(name, items, Code::UnknownItem, "item model", diagnostics);
    }
}

fn once<'a>(names: impl Iterator<Item = &'a Name>, what: &str, diagnostics: &mut Diagnostics) {
    let mut first: HashMap<&str, Span> = HashMap::new();
    for name in names {
        if let Some(span) = first.insert(&name.value, name.span) {
            let message = format!("two {what}s have the id `{}`", name.value);
            diagnostics.push(
                Diagnostic::error(Code::DuplicateId, name.span, message)
                    .label(span, "the first one stands here")
                    .help("give one of them another id"),
            );
        }
    }
}

fn known(name: &Name, among: &[Name], code: Code, what: &str, diagnostics: &mut Diagnostics) {
    if among.iter().any(|other| other.value == name.value) {
        return;
    }
    let message = format!("unknown {what} `{}`", name.value);
    let help = suggest::help(&name.value, among.iter().map(|other| &*other.value));
    diagnostics.push(Diagnostic::error(code, name.span, message).help(help));
}
