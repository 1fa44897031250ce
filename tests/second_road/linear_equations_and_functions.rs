//! Linear equations and functions.

use crate::Road;
use crate::number::Number;
use crate::stem::Stem;
use crate::written::{WrittenRoad, linear};

pub const ROADS: &[Road] = &[
    ("two-step-equation", |stem| {
        (stem.signed[2] - stem.signed[1]) / stem.signed[0]
    }),
    ("equation-with-parentheses", |stem| {
        stem.signed[2] / stem.signed[0] - stem.signed[1]
    }),
    ("how-many-visits", |stem| {
        (stem.n[2] - stem.n[0]) / stem.n[1]
    }),
    ("x-on-both-sides", |stem| {
        (stem.signed[3] - stem.signed[1]) / (stem.signed[0] - stem.signed[2])
    }),
    ("expand-and-solve", |stem| {
        (stem.signed[3] - stem.signed[0] * stem.signed[1]) / (stem.signed[0] - stem.signed[2])
    }),
    ("equation-with-a-fraction", |stem| {
        (stem.signed[2] - stem.signed[1]) * stem.signed[0]
    }),
    ("system-by-substitution", |stem| {
        (stem.signed[3] - stem.signed[1]) / (stem.signed[0] + stem.signed[2])
    }),
    ("system-by-elimination", |stem| {
        (stem.signed[2] * stem.signed[4] - stem.signed[1] * stem.signed[5])
            / (stem.signed[0] * stem.signed[4] - stem.signed[1] * stem.signed[3])
    }),
    ("two-kinds-of-tickets", |stem| {
        (stem.n[0] * stem.n[2] - stem.n[3]) / (stem.n[2] - stem.n[1])
    }),
    ("value-of-a-function", |stem| {
        stem.signed[0] * stem.signed[2] + stem.signed[1]
    }),
    ("input-of-a-function", |stem| {
        (stem.signed[2] - stem.signed[1]) / stem.signed[0]
    }),
    ("slope-from-two-points", |stem| {
        (stem.n[3] - stem.n[1]) / (stem.n[2] - stem.n[0])
    }),
    ("initial-value-from-a-table", |stem| {
        stem.n[3] - (stem.n[4] - stem.n[3]) / (stem.n[1] - stem.n[0]) * stem.n[0]
    }),
    ("growth-after-some-time", |stem| {
        stem.n[0] + (stem.n[2] - stem.n[0]) / stem.n[1] * stem.n[3]
    }),
    ("slope-of-an-equation", |stem| {
        Number::whole(0) - stem.signed[0] / stem.signed[1]
    }),
    ("slope-from-a-graph", |stem| {
        let [left, right] = both(stem);
        rise(left, right)
    }),
    ("rate-from-a-graph", |stem| {
        let [start, end] = both(stem);
        rise(end, start).abs()
    }),
    ("when-nothing-is-left", |stem| {
        // Where the line through both points meets the axis.
        let [start, end] = both(stem);
        start.0 - start.1 / rise(start, end)
    }),
];

/// Answers as they are written.
pub const WRITTEN: &[WrittenRoad] = &[
    ("number-of-solutions", |stem| {
        // What both sides are at 0 and at 1 tells whether the lines are the same or parallel.
        let [times, added, slope, constant] = std::array::from_fn(|at| stem.n[at]);
        let gap = |x: Number| times * (x + added) - (slope * x + constant);
        let [at_0, at_1] = [gap(Number::whole(0)), gap(Number::whole(1))];
        match (at_0 == at_1, at_0 == Number::whole(0)) {
            (true, true) => "infinitely many",
            (true, false) => "none",
            (false, _) => "exactly one",
        }
        .to_owned()
    }),
    ("equation-from-slope-and-point", |stem| {
        let [slope, x, y] = std::array::from_fn(|at| stem.n[at]);
        format!("${}$", linear(slope, 'x', y - slope * x))
    }),
    ("equation-from-a-graph", |stem| {
        let [left, right] = both(stem);
        let slope = rise(left, right);
        let at_0 = left.1 - slope * left.0;
        let sign = if at_0 < Number::whole(0) { '-' } else { '+' };
        format!("${}x {sign} {}$", tex(slope), at_0.abs().count())
    }),
    ("which-graph", |stem| {
        let [slope, at_0] = [stem.signed[0], stem.signed[1]];
        stem.option(|graph| {
            let points = points(&Stem::read(graph));
            assert_eq!(points.len(), 2);
            points.iter().all(|(x, y)| slope * *x + at_0 == *y)
        })
    }),
    ("system-from-a-graph", |stem| {
        let (p, q) = stem.text.split_once("Line q").unwrap();
        let [p, q] = [p, q].map(|line| points(&Stem::read(line)));
        let common: Vec<_> = p.iter().filter(|point| q.contains(point)).collect();
        assert_eq!(common.len(), 1, "{}", stem.text);
        let (x, y) = common[0];
        format!("({}, {})", x.count(), y.count()).replace('-', "−")
    }),
    ("fastest-rise", |stem| {
        let points = points(stem);
        assert_eq!(points.len(), 5);
        let parts = points.windows(2);
        let fastest = parts.max_by_key(|part| rise(part[0], part[1])).unwrap();
        format!(
            "from minute {} to minute {}",
            fastest[0].0.count(),
            fastest[1].0.count()
        )
    }),
];

type Point = (Number, Number);

/// The points of a graph, as its description gives them.
fn points(stem: &Stem) -> Vec<Point> {
    let pairs = stem.n.as_chunks().0.iter();
    pairs.map(|[x, y]| (*x, *y)).collect()
}

/// The two points of a line.
fn both(stem: &Stem) -> [Point; 2] {
    points(stem).try_into().unwrap()
}

/// A number as it is printed before a letter.
fn tex(number: Number) -> String {
    let (numerator, denominator) = number.parts();
    let sign = if numerator < 0 { "-" } else { "" };
    match denominator {
        1 => numerator.to_string(),
        _ => format!("{sign}\\frac{{{}}}{{{denominator}}}", numerator.abs()),
    }
}

/// The slope from one point to another.
fn rise(from: Point, to: Point) -> Number {
    (to.1 - from.1) / (to.0 - from.0)
}
