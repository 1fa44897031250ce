//! Decimals.

use super::{Evidence, Feature, one_if};
use crate::value::Operation;

/// Where the key is the sum or difference of two whole numbers or decimals of the stem, at least
/// one of them a decimal, with different numbers of places: 3.5 + 2.75, 4 − 1.2.
pub const MISALIGNED: Feature = Feature::flag(
    "misaligned places",
    "numbers with different numbers of decimal places are added or subtracted",
    0.5,
    Evidence::Judgement,
    Some(|subject| {
        one_if(match subject.operation {
            Some((Operation::Add | Operation::Subtract, a, b)) => {
                matches!((a.places(), b.places()), (Some(a), Some(b)) if a != b)
            }
            _ => false,
        })
    }),
);
