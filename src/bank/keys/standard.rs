//! The keys of a standard.

use crate::bank::keys::{Key, Shape, Table};

/// A standard.
pub(super) const STANDARD: Table = Table {
    name: "standard",
    title: "standard",
    meaning: "A standard says what students are to show, and when they have shown it.",
    keys: STANDARD_KEYS,
    one_of: &[],
    any_of: &[],
};

const STANDARD_KEYS: &[Key] = &[
    Key::required(
        "id",
        Shape::Id,
        "The name by which items refer to it.",
        "id: \"7.NS.A.2d\"",
    )
    .mistakes(&["Quote an id that looks like a number: `6.10` would lose its zero. Write `\"6.10\"`."]),
    Key::optional(
        "framework",
        Shape::Text,
        "The document that the standard comes from.",
        "framework: CCSS.Math",
    ),
    Key::required(
        "statement",
        Shape::Text,
        "What students can do, in a sentence.",
        "statement: Students find the area of a rectangle.",
    ),
    Key::optional(
        "mastery",
        Shape::Text,
        "When a student has mastered it: `9 of 10` points, `80 %` of the points, or a rule over a rubric in words.",
        "mastery: 9 of 10",
    )
    .default("`80 %`")
    .mistakes(&["`mastery: 80` is not a rule: write `80 %`. A rule over a rubric names criteria: `every criterion at 3 or above`."]),
    Key::optional(
        "difficulty",
        Shape::Map(&Shape::Map(&Shape::Number)),
        "Weights of difficulty features, in logits, that hold for the items of this standard. Under `weights`: the name of a feature and its weight.",
        "difficulty:\n  weights: {unlike denominators: 1.0}",
    )
    .default("the bank's weights"),
    Key::optional(
        "corrective",
        Shape::List(&Shape::Keys("corrective")),
        "What to do with students who have not mastered it yet. It should teach in another way than the first lesson did.",
        "corrective:\n  - {approach: manipulative, text: Shade the fraction on a hundred-square.}",
    ),
    Key::optional(
        "extension",
        Shape::Many(&Shape::Text),
        "What students do who have mastered it while others work on correctives.",
        "extension: [Find three fractions whose decimals repeat with a block of six digits.]",
    ),
];

/// A corrective.
pub(super) const CORRECTIVE: Table = Table {
    name: "corrective",
    title: "corrective",
    meaning: "A corrective is an activity for students who made certain mistakes.",
    keys: CORRECTIVE_KEYS,
    one_of: &[],
    any_of: &[],
};

const CORRECTIVE_KEYS: &[Key] = &[
    Key::required(
        "approach",
        Shape::Text,
        "How it teaches: a manipulative, a game, a peer, a video.",
        "approach: number line",
    ),
    Key::optional(
        "for",
        Shape::Many(&Shape::Text),
        "The misconceptions that it answers, in the very words that stand under `misconceptions`.",
        "for: [found the perimeter, added the sides]",
    )
    .default("any mistake"),
    Key::required(
        "text",
        Shape::Text,
        "What the student does.",
        "text: Cover the rectangle with square tiles and count them.",
    ),
];
