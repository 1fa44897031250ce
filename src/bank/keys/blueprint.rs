//! The keys of a blueprint.

use crate::bank::blueprint::Layout;
use crate::bank::keys::{Key, Shape, Table, words};

/// A blueprint.
pub(super) const BLUEPRINT: Table = Table {
    name: "blueprint",
    title: "blueprint",
    meaning: "A blueprint says what every form of a set contains.",
    keys: BLUEPRINT_KEYS,
    one_of: &[],
    any_of: &[],
};

const BLUEPRINT_KEYS: &[Key] = &[
    Key::required(
        "id",
        Shape::Id,
        "The name by which it is asked for: `--blueprint quiz`.",
        "id: quiz",
    ),
    Key::optional(
        "title",
        Shape::Text,
        "The title on the form.",
        "title: Quick check",
    )
    .default("the `id`"),
    Key::optional(
        "layout",
        Shape::OneOf(&words(&Layout::NAMES)),
        "How the page is laid out.",
        "layout: exit-ticket",
    )
    .default("`quiz`"),
    Key::required(
        "slots",
        Shape::List(&Shape::Keys("slot")),
        "The places on the form, in order.",
        "slots:\n  - {item: sum, count: 2}\n  - {standard: \"3.MD.C.7\", count: 3}",
    ),
];

/// An entry under `slots`.
pub(super) const SLOT: Table = Table {
    name: "slot",
    title: "slot",
    meaning: "A slot asks for so many items of one kind. It names one of `item`, `any of` and `standard`.",
    keys: SLOT_KEYS,
    one_of: &["item", "any of", "standard"],
    any_of: &[],
};

const SLOT_KEYS: &[Key] = &[
    Key::optional("item", Shape::Id, "One item model.", "item: sum"),
    Key::optional(
        "any of",
        Shape::Many(&Shape::Id),
        "Any of several item models. The same ones stand on all forms of a set.",
        "any of: [decimal-to-percent, percent-to-fraction]",
    ),
    Key::optional(
        "standard",
        Shape::Id,
        "Any item model of a standard.",
        "standard: \"7.NS.A.3\"",
    ),
    Key::optional(
        "count",
        Shape::Whole(1, 200),
        "How many places.",
        "count: 4",
    )
    .default("1"),
];
