//! The keys of a figure.

use crate::bank::keys::{Key, Shape, Table};

/// A figure.
pub(super) const FIGURE: Table = Table {
    name: "figure",
    title: "figure",
    meaning: "A figure is drawn from shapes or is one chart. Its numbers are expressions. See [Figures](#figures).",
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
            "Width and height in the figure's own units.",
            "size: [w, h]",
        )
        .default("as large as what is drawn"),
        Key::optional(
            "scale",
            Shape::Expression,
            "How many points (1/72 inch) a unit has on paper.",
            "scale: 30",
        )
        .default("chosen so that the figure fits the page"),
        Key::optional(
            "draw",
            Shape::List(&Shape::Map(&Shape::Literal)),
            "The shapes, from back to front: one shape behind each hyphen.",
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
