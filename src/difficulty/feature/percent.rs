//! Percents: numbers of the stem in the format `percent`, or with a percent sign behind them, that
//! share a drawn name with the answer.

use super::{Evidence, Feature, one_if};
use crate::difficulty::subject::{Subject, Written};

/// Percents that most students can take in their heads.
const FAMILIAR: [i64; 7] = [1, 10, 20, 25, 50, 75, 100];

/// A percent of the stem is none of the seven familiar ones.
pub const UNFAMILIAR: Feature = Feature::flag(
    "unfamiliar percent",
    "a percent is none of 1, 10, 20, 25, 50, 75 and 100",
    0.5,
    Evidence::Judgement,
    Some(|subject| one_if(percents(subject).any(|(n, d)| d != 1 || !FAMILIAR.contains(&n)))),
);

/// A percent of the stem is above 100, or between 0 and 1.
pub const OUT_OF_RANGE: Feature = Feature::flag(
    "percent out of range",
    "a percent is above 100, or below 1",
    0.4,
    Evidence::Judgement,
    Some(|subject| {
        one_if(percents(subject).any(|(n, d)| n < d || i128::from(n) > 100 * i128::from(d)))
    }),
);

/// Numerators and denominators.
fn percents(subject: &Subject<'_>) -> impl Iterator<Item = (i64, i64)> {
    let percents = subject.numbers.iter();
    let percents = percents.filter(|number| number.written == Written::Percent);
    percents.map(|number| (number.numerator, number.denominator))
}
