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
            Shape::List(&Shape::Drawn),
            "The shapes, from back to front: one shape behind each hyphen. Beside a shape may stand `for: p in list`, which draws it for each element, and `if: condition`.",
            "draw:\n  - rect: {at: [0, 0], w: w, h: h}",
        ),
        Key::optional(
            "chart",
            Shape::Drawn,
            "One chart instead of `draw`.",
            "chart: {bar: {values: data, labels: [cats, dogs, fish]}}",
        ),
        Key::optional(
            "image",
            Shape::Keys("image"),
            "An image file beside the bank instead of `draw`.",
            "image: {file: maps/river.png}",
        ),
    ],
    one_of: &["draw", "chart", "image"],
    any_of: &[],
};

/// An image file.
pub(super) const IMAGE: Table = Table {
    name: "image",
    title: "image",
    meaning: "A PNG, JPEG or SVG file in the bank's folder, or in a folder below it, of at most 1 MiB. HTML pages hold it, Markdown pages name a copy beside them, `set.json` keeps it, and `isoform pack` takes it along.",
    keys: &[
        Key::required(
            "file",
            Shape::Expression,
            "The file's path from the bank's folder, or an expression that gives it: a column of a table, for a figure that changes from form to form.",
            "file: place.map",
        )
        .mistakes(&[
            "The whole path must stand in the bank, in a table, a list or a text: `\"map\" + n + \".png\"` finds no file. Put the paths into a list and choose from it: `maps[n]`.",
            "An SVG file may only draw: no script, no event handler, no other file.",
        ]),
        Key::optional(
            "width",
            Shape::Expression,
            "How wide it is printed, in points (1/72 inch), at most 440.",
            "width: 200",
        )
        .default("its own size at 96 pixels an inch, at most 240 points wide and 180 high"),
    ],
    one_of: &[],
    any_of: &[],
};
