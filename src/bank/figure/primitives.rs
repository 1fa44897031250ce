//! The rows of the primitives.

use crate::bank::figure::table::{
    ARROWS, DASHED, FILL, LABEL, SIDE, ShapeKind, ShapeRow, THICK, Takes, optional, required,
};

pub(super) const ROWS: &[ShapeRow] = &[
    ShapeRow {
        kind: ShapeKind::Line,
        name: "line",
        doc: "A straight line.",
        keys: &[
            required("from", Takes::Point, "where it begins"),
            required("to", Takes::Point, "where it ends"),
            optional("arrow", Takes::Word(ARROWS), "which ends have an arrowhead"),
            LABEL,
            SIDE,
            DASHED,
            THICK,
        ],
        example: "line: {from: [0, 0], to: [4, 3], label: \"5 cm\", arrow: end}",
    },
    ShapeRow {
        kind: ShapeKind::Polygon,
        name: "polygon",
        doc: "Corners joined by straight lines, the last with the first.",
        keys: &[
            required("points", Takes::Points, "the corners in order"),
            optional("corners", Takes::Texts, "a text for each corner, outside"),
            optional(
                "sides",
                Takes::Texts,
                "a text for each side, outside; the first from the first corner to the second",
            ),
            optional(
                "open",
                Takes::Flag,
                "the last corner is not joined with the first",
            ),
            LABEL,
            FILL,
            DASHED,
            THICK,
        ],
        example: "polygon: {points: [[0, 0], [4, 0], [0, 3]], corners: [A, B, C], sides: [\"4\", \"\", \"3\"]}",
    },
    ShapeRow {
        kind: ShapeKind::Rect,
        name: "rect",
        doc: "A rectangle with level sides.",
        keys: &[
            required("at", Takes::Point, "its lower left corner"),
            required("w", Takes::Length, "its width"),
            required("h", Takes::Length, "its height"),
            LABEL,
            FILL,
            DASHED,
            THICK,
        ],
        example: "rect: {at: [0, 0], w: 5, h: 3, fill: stripes}",
    },
    ShapeRow {
        kind: ShapeKind::Circle,
        name: "circle",
        doc: "A circle.",
        keys: &[
            required("at", Takes::Point, "its centre"),
            required("r", Takes::Length, "its radius"),
            LABEL,
            FILL,
            DASHED,
            THICK,
        ],
        example: "circle: {at: [0, 0], r: 2, dashed: true}",
    },
    ShapeRow {
        kind: ShapeKind::Arc,
        name: "arc",
        doc: "A part of a circle, counterclockwise.",
        keys: &[
            required("at", Takes::Point, "the centre"),
            required("r", Takes::Length, "the radius"),
            required(
                "from",
                Takes::Number,
                "the direction in which it begins, in degrees; 0 is right, 90 is up",
            ),
            required("to", Takes::Number, "the direction in which it ends"),
            optional(
                "sector",
                Takes::Flag,
                "joined with the centre, like a slice of cake",
            ),
            LABEL,
            FILL,
            DASHED,
            THICK,
        ],
        example: "arc: {at: [0, 0], r: 3, from: 30, to: 150, sector: true}",
    },
    ShapeRow {
        kind: ShapeKind::Angle,
        name: "angle",
        doc: "The mark of the angle between two arms; the smaller of the two angles.",
        keys: &[
            required("at", Takes::Point, "the corner"),
            required("from", Takes::Point, "a point on one arm"),
            required("to", Takes::Point, "a point on the other arm"),
            LABEL,
            optional("arcs", Takes::Count, "how many arcs, 1 to 3; 1 without it"),
            optional("reflex", Takes::Flag, "the larger of the two angles"),
        ],
        example: "angle: {at: [0, 0], from: [4, 0], to: [3, 2], label: \"34°\"}",
    },
    ShapeRow {
        kind: ShapeKind::SquareCorner,
        name: "square-corner",
        doc: "The mark of a right angle.",
        keys: &[
            required("at", Takes::Point, "the corner"),
            optional(
                "from",
                Takes::Point,
                "a point on one arm; to the right without it",
            ),
            optional(
                "to",
                Takes::Point,
                "a point on the other arm; above without it",
            ),
        ],
        example: "square-corner: {at: [0, 0]}",
    },
    ShapeRow {
        kind: ShapeKind::Text,
        name: "text",
        doc: "A text.",
        keys: &[
            required("at", Takes::Point, "the place that it names"),
            required("say", Takes::Text, "what it says"),
            SIDE,
        ],
        example: "text: {at: [2, 0], side: below, say: \"4 cm\"}",
    },
    ShapeRow {
        kind: ShapeKind::Point,
        name: "point",
        doc: "A dot.",
        keys: &[
            required("at", Takes::Point, "its place"),
            LABEL,
            SIDE,
            optional(
                "open",
                Takes::Flag,
                "a ring, for a point that does not belong",
            ),
        ],
        example: "point: {at: [2, 3], label: P}",
    },
    ShapeRow {
        kind: ShapeKind::Grid,
        name: "grid",
        doc: "Squared paper.",
        keys: &[
            required("from", Takes::Point, "the lower left corner"),
            required("to", Takes::Point, "the upper right corner"),
            optional("step", Takes::Length, "the side of a square; 1 without it"),
        ],
        example: "grid: {from: [0, 0], to: [6, 4]}",
    },
    ShapeRow {
        kind: ShapeKind::Axes,
        name: "axes",
        doc: "A system of coordinates with ticks, numbers and arrowheads.",
        keys: &[
            required(
                "x",
                Takes::Numbers,
                "the least and the greatest number on the x-axis",
            ),
            required(
                "y",
                Takes::Numbers,
                "the least and the greatest number on the y-axis",
            ),
            optional("step", Takes::Length, "from tick to tick; 1 without it"),
            optional("x-step", Takes::Length, "from tick to tick on the x-axis"),
            optional("y-step", Takes::Length, "from tick to tick on the y-axis"),
            optional(
                "x-label",
                Takes::Text,
                "the name of the x-axis; x without it",
            ),
            optional(
                "y-label",
                Takes::Text,
                "the name of the y-axis; y without it",
            ),
            optional("grid", Takes::Flag, "with squared paper"),
            optional(
                "numbers",
                Takes::Flag,
                "with numbers at the ticks; true without it",
            ),
        ],
        example: "axes: {x: [-5, 5], y: [-3, 3], grid: true}",
    },
    ShapeRow {
        kind: ShapeKind::Plot,
        name: "plot",
        doc: "The graph of a function of `x`; it has a gap where the function has no value.",
        keys: &[
            required("from", Takes::Number, "the least x"),
            required("to", Takes::Number, "the greatest x"),
            // Behind its ends, which are worked out first.
            required("of", Takes::Curve, "the function, an expression in `x`"),
            LABEL,
            DASHED,
            THICK,
        ],
        example: "plot: {of: x^2 - 1, from: -2, to: 2}",
    },
    ShapeRow {
        kind: ShapeKind::Group,
        name: "group",
        doc: "Shapes that are turned and then moved together. Texts stay level.",
        keys: &[
            required("draw", Takes::Draw, "the shapes"),
            optional(
                "rotate",
                Takes::Number,
                "by how many degrees they are turned, counterclockwise",
            ),
            optional(
                "about",
                Takes::Point,
                "the point they are turned about; [0, 0] without it",
            ),
            optional("move", Takes::Point, "how far they are moved, right and up"),
        ],
        example: "group: {rotate: 30, draw: [{rect: {at: [0, 0], w: 4, h: 2}}]}",
    },
];
