//! Operations with fractions.

use crate::Road;
use crate::number::Number;
use crate::written::{WrittenRoad, list_of_three, sign_between};

pub const ROADS: &[Road] = &[
    ("missing-numerator", |stem| stem.n[0] * stem.n[1]),
    ("lowest-terms", |stem| stem.n[0]),
    ("add-mixed-like", |stem| stem.n[0] + stem.n[1]),
    ("subtract-mixed-like", |stem| stem.n[0] - stem.n[1]),
    ("recipe-several-times", |stem| stem.n[0] * stem.n[1]),
    ("add-unlike", |stem| stem.n[0] + stem.n[1]),
    ("subtract-unlike", |stem| stem.n[0] - stem.n[1]),
    ("subtract-mixed-unlike", |stem| stem.n[0] - stem.n[1]),
    ("rest-of-a-field", |stem| {
        Number::whole(1) - stem.n[0] - stem.n[1]
    }),
    ("share-things", |stem| stem.n[0] / stem.n[1]),
    ("fraction-of-a-number", |stem| stem.n[0] * stem.n[1]),
    ("multiply-fractions", |stem| stem.n[0] * stem.n[1]),
    ("area-with-mixed-numbers", |stem| stem.n[0] * stem.n[1]),
    ("how-many-unit-pieces", |stem| stem.n[0] / stem.n[1]),
    ("share-a-unit-fraction", |stem| stem.n[0] / stem.n[1]),
    ("divide-fractions", |stem| stem.n[0] / stem.n[1]),
    ("how-many-pieces", |stem| stem.n[0] / stem.n[1]),
];

/// Answers as they are written.
pub const WRITTEN: &[WrittenRoad] = &[
    ("compare-two-fractions", |stem| {
        sign_between(stem.n[0], stem.n[1])
    }),
    ("order-three-fractions", |stem| {
        list_of_three([stem.n[0], stem.n[1], stem.n[2]])
    }),
];
