//! Ratios, rates and percent problems.

use crate::Road;
use crate::number::Number;

pub const ROADS: &[Road] = &[
    ("unit-rate", |stem| stem.n[0] / stem.n[1]),
    ("scale-a-mixture", |stem| stem.n[2] / stem.n[0] * stem.n[1]),
    ("share-in-a-ratio", |stem| {
        stem.n[2] / (stem.n[0] + stem.n[1]) * stem.n[0]
    }),
    ("difference-in-a-ratio", |stem| {
        stem.n[2] / (stem.n[1] - stem.n[0]) * stem.n[1]
    }),
    ("price-of-several-pounds", |stem| {
        stem.n[1] / stem.n[0] * stem.n[2]
    }),
    ("distance-at-constant-speed", |stem| {
        stem.n[0] / stem.n[1] * stem.n[2]
    }),
    ("time-at-constant-speed", |stem| {
        stem.n[2] / (stem.n[0] / stem.n[1])
    }),
    ("better-buy", |stem| {
        (stem.n[1] / stem.n[0]).min(stem.n[3] / stem.n[2])
    }),
    ("convert-a-speed", |stem| {
        stem.n[0] / stem.n[1] * Number::whole(60)
    }),
    ("unit-rate-of-fractions", |stem| stem.n[0] / stem.n[1]),
    ("missing-value-in-a-table", |stem| {
        stem.n[3] / stem.n[0] * stem.n[2]
    }),
    ("markup-then-tax", |stem| {
        stem.n[0]
            * (Number::whole(1) + stem.n[1] / Number::whole(100))
            * (Number::whole(1) + stem.n[2] / Number::whole(100))
    }),
    ("commission", |stem| {
        stem.n[0] + stem.n[2] / Number::whole(100) * stem.n[1]
    }),
];
