//! Linear equations and functions.

use crate::Road;
use crate::number::Number;
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
];
