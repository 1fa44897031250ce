//! Ratios, rates and percent problems.

use crate::Road;
use crate::number::Number;
use crate::stem::Stem;
use crate::written::WrittenRoad;

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

/// Answers as they are written.
pub const WRITTEN: &[WrittenRoad] = &[
    ("ratio-in-lowest-terms", |stem| {
        let (first, second) = (stem.n[0] / stem.n[1]).parts();
        format!("{first} to {second}")
    }),
    ("convert-to-small-units", |stem| {
        let (large, small) = units(stem);
        let sum = stem.n[0] * Number::whole(SIZES[large].1) / Number::whole(SIZES[small].1);
        format!("{} {}", (sum + stem.n[1]).count(), SIZES[small].0)
    }),
    ("equation-of-a-proportion", |stem| {
        format!("${}n$", (stem.n[0] / stem.n[1]).count())
    }),
];

/// Units in inches, in ounces and in minutes.
const SIZES: [(&str, i64); 8] = [
    ("yards", 36),
    ("feet", 12),
    ("inches", 1),
    ("pounds", 16),
    ("ounces", 1),
    ("days", 24 * 60),
    ("hours", 60),
    ("minutes", 1),
];

/// The units of a mixed measure: "… 12 yards and 5 inches?"
fn units(stem: &Stem) -> (usize, usize) {
    let (large, small) = stem.text.trim().rsplit_once(" and ").unwrap();
    let unit = |part: &str| {
        let word = part.rsplit(' ').next().unwrap().trim_end_matches('?');
        SIZES.iter().position(|(name, _)| *name == word).unwrap()
    };
    (unit(large), unit(small))
}
