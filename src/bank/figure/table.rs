//! The one table of what can be drawn: names, keys, what they mean, an example of each.

use serde::{Deserialize, Serialize};

use crate::bank::figure::{charts, primitives};

/// A primitive or a chart, by its name in banks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShapeKind {
    /// A straight line.
    Line,
    /// Corners joined by straight lines.
    Polygon,
    /// A rectangle with level sides.
    Rect,
    /// A circle.
    Circle,
    /// A part of a circle, or a sector.
    Arc,
    /// The mark of an angle.
    Angle,
    /// The mark of a right angle.
    SquareCorner,
    /// A text.
    Text,
    /// A dot.
    Point,
    /// Squared paper.
    Grid,
    /// A system of coordinates.
    Axes,
    /// The graph of a function.
    Plot,
    /// Shapes that are turned and moved together.
    Group,
    /// A bar chart.
    Bar,
    /// A box plot.
    Box,
    /// A dot plot.
    Dots,
    /// A histogram.
    Histogram,
    /// A pictograph.
    Pictograph,
    /// A stem-and-leaf plot.
    StemLeaf,
    /// A number line.
    NumberLine,
    /// The face of a clock.
    Clock,
    /// A pie chart.
    Pie,
    /// A bar cut into equal parts.
    FractionBar,
}

/// A row of the table.
#[derive(Debug)]
pub struct ShapeRow {
    /// Which shape.
    pub kind: ShapeKind,
    /// Its name in banks.
    pub name: &'static str,
    /// What it draws.
    pub doc: &'static str,
    /// Its keys.
    pub keys: &'static [Key],
    /// An entry of `draw`, as an author writes it.
    pub example: &'static str,
}

/// A key of a shape.
#[derive(Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// Whether it must be written.
    pub required: bool,
    /// What it means, and its default.
    pub doc: &'static str,
}

/// What a key takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// `[x, y]`
    Point,
    /// `[[x, y], …]`
    Points,
    /// A number.
    Number,
    /// A number above 0.
    Length,
    /// A whole number, not negative.
    Count,
    /// A list of numbers.
    Numbers,
    /// True or false.
    Flag,
    /// A text with holes.
    Text,
    /// A list of texts with holes, or an expression that gives a list.
    Texts,
    /// One of a few words.
    Word(&'static [&'static str]),
    /// An expression in `x`.
    Curve,
    /// A list of shapes.
    Draw,
}

impl Takes {
    /// In words, for messages and the manual.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Point => "a point `[x, y]`",
            Self::Points => "a list of points `[[x, y], …]`",
            Self::Number => "a number",
            Self::Length => "a number above 0",
            Self::Count => "a whole number from 0 on",
            Self::Numbers => "a list of numbers",
            Self::Flag => "true or false",
            Self::Text => "a text",
            Self::Texts => "a list of texts",
            Self::Word(_) => "one of a few words",
            Self::Curve => "an expression in `x`",
            Self::Draw => "a list of shapes",
        }
    }
}

/// Where a text stands beside its place.
pub const SIDES: &[&str] = &[
    "above",
    "below",
    "left",
    "right",
    "centre",
    "above left",
    "above right",
    "below left",
    "below right",
];

/// How an area is filled. Every one of them survives a photocopier.
pub const FILLS: &[&str] = &[
    "none", "white", "grey", "black", "stripes", "dots", "crossed",
];

/// Which ends of a line have an arrowhead.
pub const ARROWS: &[&str] = &["end", "start", "both"];

pub(super) const fn required(name: &'static str, takes: Takes, doc: &'static str) -> Key {
    Key {
        name,
        takes,
        required: true,
        doc,
    }
}

pub(super) const fn optional(name: &'static str, takes: Takes, doc: &'static str) -> Key {
    Key {
        name,
        takes,
        required: false,
        doc,
    }
}

pub(super) const DASHED: Key = optional("dashed", Takes::Flag, "drawn in dashes");
pub(super) const THICK: Key = optional("thick", Takes::Flag, "drawn with a thick line");
pub(super) const FILL: Key = optional(
    "fill",
    Takes::Word(FILLS),
    "how the inside is filled; not at all without it",
);
pub(super) const LABEL: Key = optional("label", Takes::Text, "a text beside it");
pub(super) const SIDE: Key = optional(
    "side",
    Takes::Word(SIDES),
    "where its text stands; where there is room without it",
);

/// Every shape.
pub fn shapes() -> impl Iterator<Item = &'static ShapeRow> {
    primitives::ROWS.iter().chain(charts::ROWS)
}

/// The row of the shape called `name`.
pub fn find(name: &str) -> Option<&'static ShapeRow> {
    shapes().find(|row| row.name == name)
}
