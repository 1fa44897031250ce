//! Integers, order of operations and expressions.

use crate::Road;
use crate::number::Number;
use crate::written::{WrittenRoad, linear};

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

/// Answers as they are written.
pub const WRITTEN: &[WrittenRoad] = &[
    ("write-an-integer", |stem| {
        let down = ["below", "debt"].iter().any(|word| stem.says(word));
        let up = ["above", "credit"].iter().any(|word| stem.says(word));
        assert_ne!(down, up);
        format!("{}{}", if down { "−" } else { "" }, stem.n[0].count())
    }),
    ("value-of-a-power", |stem| {
        let factors = (0..stem.n[1].count()).map(|_| stem.n[0].count());
        (factors.product::<i64>() + stem.n[2].count()).to_string()
    }),
    ("write-an-expression", |stem| {
        assert!(stem.says(" less than ") && stem.says(" times the number "));
        format!("${}$", linear(stem.n[1], 'n', Number::whole(0) - stem.n[0]))
    }),
    ("expand-a-product", |stem| {
        let [times, slope, constant] = std::array::from_fn(|at| stem.signed[at]);
        format!("${}$", linear(times * slope, 'x', times * constant))
    }),
    ("collect-like-terms", |stem| {
        let [x, one, more, two] = std::array::from_fn(|at| stem.signed[at]);
        format!("${}$", linear(x + more, 'x', one + two))
    }),
    ("subtract-a-product", |stem| {
        let [x, times, slope, constant] = std::array::from_fn(|at| stem.signed[at]);
        format!("${}$", linear(x + times * slope, 'x', times * constant))
    }),
    ("factor-a-sum", |stem| {
        let [x, one] = [stem.n[0].count(), stem.n[1].count()];
        let factor = (1..=x).rfind(|factor| x % factor == 0 && one % factor == 0);
        let factor = Number::whole(factor.unwrap());
        let left = linear(stem.n[0] / factor, 'x', stem.n[1] / factor);
        format!("${}({left})$", factor.count())
    }),
];
