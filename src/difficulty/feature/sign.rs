//! Negative numbers.

use super::{Evidence, Feature, JUDGEMENT, one_if};

/// Negative numbers of the stem that share a drawn name with the answer, as far as they are printed
/// by themselves; coefficients of a polynomial do not count.
pub const NEGATIVE_OPERAND: Feature = Feature {
    name: "negative operand",
    unit: "each, at most 2",
    counts: "negative numbers in the stem",
    weight: 0.4,
    evidence: Evidence::Judgement,
    source: JUDGEMENT,
    scale: |count| count.clamp(0.0, 2.0),
    measure: Some(|subject| {
        let negative = subject.numbers.iter().filter(|number| number.is_negative());
        negative.count() as f64
    }),
};

/// The key subtracts a number of the stem that is negative.
pub const SUBTRACTING_NEGATIVE: Feature = Feature::flag(
    "subtracting a negative",
    "a negative number of the stem is subtracted",
    0.8,
    Evidence::Judgement,
    Some(|subject| one_if(subject.subtracts_negative)),
);
