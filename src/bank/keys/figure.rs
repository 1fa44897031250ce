//! The keys of a figure. What can be drawn stands in [`figure::table`](crate::bank::figure::table).

use crate::bank::keys::{Key, Shape, Table};

/// A figure.
pub(super) const FIGURE: Table = Table {
    name: "figure",
    title: "figure",
    meaning: "A figure is drawn from shapes or is one chart, in units of your own, y upwards, and printed in black on white. Its numbers are expressions. See [Figures](#figures).",
    keys: &[
        Key::required(
            "alt",
            Shape::Prose,
            "What the figure shows, for those who cannot see it. It may not state the key.",
            "alt: A rectangle {{w}} cm wide and {{h}} cm high.",
        ),
        Key::optional(
            "size",
            Shape::Many(&Shape::Expression),
            "The part of the plane that is always shown: `[width, height]`, or `[left, bottom, right, top]`. Curves end there.",
            "size: [w, h]",
        )
        .default("as large as what is drawn"),
        Key::optional(
            "scale",
            Shape::Many(&Shape::Expression),
            "How many points (1/72 inch) a unit has on paper; a list of two for unlike axes.",
            "scale: 30",
        )
        .default("chosen so that the figure is at most 240 points wide and 180 high"),
        Key::optional(
            "draw",
            Shape::List(&Shape::Map(&Shape::Literal)),
            "The shapes, from back to front: one shape behind each hyphen. Beside a shape may stand `for: p in list`, which draws it for each element, and `if: condition`.",
            "draw:\n  - rect: {at: [0, 0], w: w, h: h}",
        ),
        Key::optional(
            "chart",
            Shape::Map(&Shape::Literal),
            "One chart instead of `draw`.",
            "chart: {bar: {values: data, labels: [cats, dogs, fish]}}",
        ),
    ],
    one_of: &["draw", "chart"],
    any_of: &[],
};
