//! Whole-number operations.

use crate::Road;
use crate::number::Number;
use crate::written::WrittenRoad;

pub const ROADS: &[Road] = &[
    ("add-within-thousand", |stem| stem.n[0] + stem.n[1]),
    ("subtract-within-thousand", |stem| stem.n[0] - stem.n[1]),
    ("subtract-across-zero", |stem| stem.n[0] - stem.n[1]),
    ("missing-addend", |stem| stem.n[1] - stem.n[0]),
    ("multiply-by-tens", |stem| stem.n[0] * stem.n[1]),
    ("groups-and-some-taken", |stem| {
        stem.n[0] * stem.n[1] - stem.n[2]
    }),
    ("add-many-digits", |stem| stem.n[0] + stem.n[1]),
    ("subtract-many-digits", |stem| stem.n[0] - stem.n[1]),
    ("multiply-by-one-digit", |stem| stem.n[0] * stem.n[1]),
    ("two-digit-times-two-digit", |stem| stem.n[0] * stem.n[1]),
    ("three-digit-times-two-digit", |stem| stem.n[0] * stem.n[1]),
    ("zero-in-the-quotient", |stem| stem.n[0] / stem.n[1]),
    ("divide-by-two-digits", |stem| stem.n[0] / stem.n[1]),
    ("times-as-many", |stem| stem.n[0] * stem.n[1]),
    ("times-as-many-backwards", |stem| stem.n[0] / stem.n[1]),
    ("remainder-needs-one-more", |stem| {
        (stem.n[0] / stem.n[1]).ceil()
    }),
    ("remainder-left-over", |stem| {
        (stem.n[0] / stem.n[1]).floor()
    }),
    ("tickets-for-a-group", |stem| {
        stem.n[0] * stem.n[2] + stem.n[1] * stem.n[3]
    }),
    ("equal-days-of-a-journey", |stem| {
        (stem.n[0] - stem.n[1]) / stem.n[2]
    }),
];

/// Answers as they are written.
pub const WRITTEN: &[WrittenRoad] = &[
    ("estimate-sum", |stem| {
        let tens = |number: Number| (number / Number::whole(10)).nearest().count();
        (10 * (tens(stem.n[0]) + tens(stem.n[1]))).to_string()
    }),
    ("divide-with-remainder", |stem| {
        let (mut rest, divisor, mut groups) = (stem.n[0].count(), stem.n[1].count(), 0);
        while rest >= divisor {
            (rest, groups) = (rest - divisor, groups + 1);
        }
        format!("{groups}, {rest}")
    }),
];
