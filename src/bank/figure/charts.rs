//! The rows of the charts, each drawn from a list.

use crate::bank::figure::table::{
    FILL, Key, LABEL, ShapeKind, ShapeRow, Takes, optional, required,
};

const AT: Key = optional(
    "at",
    Takes::Point,
    "its lower left corner; [0, 0] without it",
);
const WIDTH: Key = optional("w", Takes::Length, "its width in points (1/72 inch)");
const HEIGHT: Key = optional("h", Takes::Length, "its height in points (1/72 inch)");
const X_LABEL: Key = optional("x-label", Takes::Text, "what stands below");
const Y_LABEL: Key = optional("y-label", Takes::Text, "what stands beside the scale");
const STEP: Key = optional(
    "step",
    Takes::Length,
    "from tick to tick; a round number without it",
);

pub(super) const ROWS: &[ShapeRow] = &[
    ShapeRow {
        kind: ShapeKind::Bar,
        name: "bar",
        doc: "A bar chart with upright bars.",
        keys: &[
            required("values", Takes::Numbers, "the heights, not negative"),
            required("labels", Takes::Texts, "a name for each bar"),
            STEP,
            X_LABEL,
            Y_LABEL,
            FILL,
            AT,
            WIDTH,
            HEIGHT,
        ],
        example: "bar: {values: [4, 7, 3], labels: [cats, dogs, fish], y-label: pets}",
    },
    ShapeRow {
        kind: ShapeKind::Box,
        name: "box",
        doc: "A box plot over a number line.",
        keys: &[
            required(
                "values",
                Takes::Numbers,
                "least, lower quartile, median, upper quartile, greatest",
            ),
            optional("from", Takes::Number, "where the number line begins"),
            optional("to", Takes::Number, "where the number line ends"),
            STEP,
            X_LABEL,
            AT,
            WIDTH,
        ],
        example: "box: {values: [2, 5, 8, 11, 15]}",
    },
    ShapeRow {
        kind: ShapeKind::Dots,
        name: "dots",
        doc: "A dot plot: a dot for each number, equal ones on top of each other.",
        keys: &[
            required("values", Takes::Numbers, "the data, in any order"),
            optional("from", Takes::Number, "where the number line begins"),
            optional("to", Takes::Number, "where the number line ends"),
            STEP,
            X_LABEL,
            AT,
            WIDTH,
        ],
        example: "dots: {values: [3, 4, 4, 5, 5, 5, 7], x-label: books read}",
    },
    ShapeRow {
        kind: ShapeKind::Histogram,
        name: "histogram",
        doc: "A histogram: how many of the data fall from each limit up to, but not including, the next.",
        keys: &[
            required("values", Takes::Numbers, "the data, in any order"),
            required("from", Takes::Number, "the first limit"),
            required("width", Takes::Length, "from limit to limit"),
            optional(
                "to",
                Takes::Number,
                "the last limit; behind the greatest number without it",
            ),
            optional(
                "step",
                Takes::Length,
                "from tick to tick on the upright scale; a round number without it",
            ),
            X_LABEL,
            Y_LABEL,
            FILL,
            AT,
            WIDTH,
            HEIGHT,
        ],
        example: "histogram: {values: [3, 8, 12, 14, 17, 21], from: 0, width: 5}",
    },
    ShapeRow {
        kind: ShapeKind::Pictograph,
        name: "pictograph",
        doc: "A pictograph: rows of symbols, each of which stands for a number of things.",
        keys: &[
            required(
                "values",
                Takes::Numbers,
                "how many things in each row; halves of a symbol at least",
            ),
            required("labels", Takes::Texts, "a name for each row"),
            required("each", Takes::Length, "how many things a symbol stands for"),
            optional(
                "symbol",
                Takes::Word(&["circle", "square"]),
                "the symbol; circle without it",
            ),
            optional("unit", Takes::Text, "what is counted, for the legend"),
            AT,
        ],
        example: "pictograph: {values: [6, 9, 4], labels: [Mon, Tue, Wed], each: 2, unit: books}",
    },
    ShapeRow {
        kind: ShapeKind::StemLeaf,
        name: "stem-leaf",
        doc: "A stem-and-leaf plot of whole numbers, with its key.",
        keys: &[
            required(
                "values",
                Takes::Numbers,
                "whole numbers, not negative, in any order",
            ),
            AT,
        ],
        example: "stem-leaf: {values: [12, 15, 21, 24, 24, 36]}",
    },
    ShapeRow {
        kind: ShapeKind::NumberLine,
        name: "number-line",
        doc: "A number line. It stands in the author's units, so other shapes can stand on it.",
        keys: &[
            required("from", Takes::Number, "its least number"),
            required("to", Takes::Number, "its greatest number"),
            optional("step", Takes::Length, "from tick to tick; 1 without it"),
            optional(
                "numbers",
                Takes::Flag,
                "with numbers at the ticks; true without it",
            ),
            optional(
                "show",
                Takes::Numbers,
                "the ticks that have a number; all without it",
            ),
            optional("points", Takes::Numbers, "numbers marked by a dot"),
            optional("labels", Takes::Texts, "a text for each marked number"),
            optional("open", Takes::Flag, "rings instead of dots"),
            optional(
                "ray",
                Takes::Word(&["left", "right"]),
                "a thick ray from the first marked number",
            ),
            optional("y", Takes::Number, "its height; 0 without it"),
        ],
        example: "number-line: {from: -3, to: 3, points: [1.5], labels: [A]}",
    },
    ShapeRow {
        kind: ShapeKind::Clock,
        name: "clock",
        doc: "The face of a clock.",
        keys: &[
            required("time", Takes::Numbers, "hour and minute"),
            optional(
                "r",
                Takes::Length,
                "its radius in points (1/72 inch); 60 without it",
            ),
            optional("numbers", Takes::Flag, "with numbers; true without it"),
            optional("hands", Takes::Flag, "with hands; true without it"),
            AT,
        ],
        example: "clock: {time: [7, 25]}",
    },
    ShapeRow {
        kind: ShapeKind::Pie,
        name: "pie",
        doc: "A pie chart, from the top and clockwise, with hatching instead of colours.",
        keys: &[
            required(
                "values",
                Takes::Numbers,
                "the sizes of the slices, not negative",
            ),
            optional("labels", Takes::Texts, "a text for each slice"),
            optional("fills", Takes::Flag, "with hatching; true without it"),
            optional(
                "r",
                Takes::Length,
                "its radius in points (1/72 inch); 70 without it",
            ),
            AT,
        ],
        example: "pie: {values: [50, 25, 25], labels: [bus, car, bike]}",
    },
    ShapeRow {
        kind: ShapeKind::FractionBar,
        name: "fraction-bar",
        doc: "A bar cut into equal parts, some of them shaded.",
        keys: &[
            required("parts", Takes::Count, "how many parts, 1 to 100"),
            required("shaded", Takes::Count, "how many of them are shaded"),
            LABEL,
            FILL,
            AT,
            WIDTH,
            HEIGHT,
        ],
        example: "fraction-bar: {parts: 5, shaded: 3}",
    },
];
