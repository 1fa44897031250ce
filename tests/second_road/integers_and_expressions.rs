//! Integers, order of operations and expressions.

use crate::Road;

pub const ROADS: &[Road] = &[
    ("temperature-rises", |stem| stem.n[0] + stem.n[1]),
    ("add-integers", |stem| stem.n[0] + stem.n[1]),
    ("subtract-a-negative", |stem| stem.n[0] - stem.n[1]),
    ("distance-of-two-integers", |stem| stem.n[1] - stem.n[0]),
    ("multiply-integers", |stem| stem.n[0] * stem.n[1]),
    ("divide-integers", |stem| stem.n[0] / stem.n[1]),
    ("product-of-three", |stem| stem.n[0] * stem.n[1] * stem.n[2]),
    ("monthly-payments", |stem| stem.n[0] - stem.n[1] * stem.n[2]),
    ("order-with-a-power", |stem| {
        stem.n[0] + stem.n[1] * stem.n[2] * stem.n[2]
    }),
    ("order-with-parentheses", |stem| {
        stem.n[0] - stem.n[1] * (stem.n[2] - stem.n[3])
    }),
    ("evaluate-an-expression", |stem| {
        stem.n[0] * stem.n[3] * stem.n[3] + stem.n[2]
    }),
];
