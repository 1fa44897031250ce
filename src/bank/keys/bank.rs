//! The keys of a bank.

use crate::bank::keys::{Key, Shape, Table};

/// A bank.
pub(super) const BANK: Table = Table {
    name: "bank",
    title: "bank",
    meaning: "A bank is one YAML file. Its keys stand at the left margin.",
    keys: KEYS,
    one_of: &[],
    any_of: &[],
};

const KEYS: &[Key] = &[
    Key::required(
        "bank",
        Shape::Text,
        "The title, for people. It stands on every form.",
        "bank: Fractions, decimals and percents",
    ),
    Key::required(
        "id",
        Shape::Slug,
        "The bank's own name, for the program. It is a part of every form ID and of every random draw: a bank with another `id` gives other forms for the same seed.",
        "id: fractions-decimals-percents",
    )
    .mistakes(&["Capitals, spaces and dots are not allowed: `id: Fractions 6` → `id: fractions-6`."]),
    Key::optional(
        "version",
        Shape::Text,
        "The version of the bank. Raise it when you change what students see.",
        "version: 1.0.0",
    )
    .default("`0.0.0`")
    .mistakes(&["Write three numbers. YAML reads `1.10` as a number; quote it, or write `1.10.0`."]),
    Key::optional(
        "language",
        Shape::Text,
        "The language of the items, as a language tag. Number words, the decimal sign, thousands separators, money and \"and\" in lists follow it. `en`, `es`, `fr` and `de` are known, also with a region: `en-GB`.",
        "language: en-US",
    )
    .default("`en`"),
    Key::optional(
        "licence",
        Shape::Text,
        "The licence under which others may use the bank, as an SPDX name.",
        "licence: CC-BY-4.0",
    ),
    Key::optional(
        "authors",
        Shape::Many(&Shape::Text),
        "Who wrote the bank.",
        "authors: [Ada Example, Ben Example]",
    ),
    Key::optional(
        "difficulty",
        Shape::Map(&Shape::Map(&Shape::Number)),
        "Weights of difficulty features, in logits, that hold for the whole bank. Under `weights`: the name of a feature and its weight.",
        "difficulty:\n  weights: {unlike denominators: 1.0}",
    )
    .default("the weights that the parity report names"),
    Key::optional(
        "use",
        Shape::Many(&Shape::Text),
        "Other files whose tables this bank uses, relative to the bank.",
        "use: [../lib/people.yaml]",
    ),
    Key::required(
        "standards",
        Shape::List(&Shape::Keys("standard")),
        "What students are to show, each with its mastery rule. Every item names one of them.",
        "standards:\n  - {id: \"3.MD.C.7\", statement: Students find the area of a rectangle.}",
    ),
    Key::optional(
        "tables",
        Shape::Map(&Shape::Literal),
        "Facts that items draw from: a list of rows, or a map. See [Tables](#tables).",
        "tables:\n  animals:\n    - {name: cow, legs: 4}\n    - {name: hen, legs: 2}",
    )
    .mistakes(&["A table is not an item: nothing is drawn until a name under `vary` says `row of animals`."]),
    Key::required(
        "items",
        Shape::List(&Shape::Keys("model")),
        "The item models. See [Keys of an item model](#keys-of-an-item-model).",
        "items:\n  - id: sum\n    stem: What is $2 + 3$?\n    answer: 5",
    )
    .mistakes(&["Every item model starts with a hyphen, and its other keys stand below its first key, not below the hyphen."]),
    Key::optional(
        "blueprints",
        Shape::List(&Shape::Keys("blueprint")),
        "What a form must contain.",
        "blueprints:\n  - id: quiz\n    slots:\n      - {item: sum, count: 4}",
    )
    .default("the items of a standard share the places of a form evenly"),
    Key::optional(
        "enemies",
        Shape::List(&Shape::List(&Shape::Id)),
        "Pairs of item models that may not stand on one form, because one helps with the other.",
        "enemies: [[item-a, item-b]]",
    )
    .mistakes(&["It is a list of pairs, also for one pair: `[[a, b]]`, not `[a, b]`."]),
];
