//! Equations. They are found where a stem shows one in the letters of the model's `symbols`, as
//! `{{a*x + b}} = {{c}}` or `{{show(3*(x + 2) == 15)}}`, with numbers or values on both sides.

use super::{Evidence, Feature, JUDGEMENT, one_if};
use crate::difficulty::subject::{Shown, Subject, Written};

/// Steps to the solution beyond the first.
pub const STEPS: Feature = Feature {
    name: "equation steps",
    unit: "each beyond 1, at most 4",
    counts: "steps to the solution of an equation beyond the first; declared",
    weight: 0.5,
    evidence: Evidence::Judgement,
    source: JUDGEMENT,
    scale: |count| count.clamp(0.0, 4.0),
    measure: None,
};

/// A letter stands on both sides.
pub const BOTH_SIDES: Feature = Feature::flag(
    "variable on both sides",
    "a letter stands on both sides of the equation",
    0.7,
    Evidence::Judgement,
    Some(|subject| {
        one_if(
            subject
                .equation
                .is_some_and(|equation| equation.both_sides()),
        )
    }),
);

/// A bracket with a letter is multiplied. Seen only in `show(…)`: elsewhere values are expanded.
pub const DISTRIBUTION: Feature = Feature::flag(
    "distribution",
    "a bracket with a letter in it is multiplied",
    0.6,
    Evidence::Judgement,
    Some(|subject| {
        one_if(
            subject
                .equation
                .is_some_and(|equation| equation.distribution),
        )
    }),
);

/// A letter has a coefficient that is not whole, or is divided.
pub const FRACTIONAL: Feature = Feature::flag(
    "fractional coefficient",
    "a letter has a coefficient that is not whole",
    0.8,
    Evidence::Judgement,
    Some(|subject| one_if(subject.equation.is_some_and(|equation| equation.fractional))),
);

/// The solution of an equation is below 0.
pub const NEGATIVE: Feature = Feature::flag(
    "solution negative",
    "the solution of the equation is negative",
    0.3,
    Evidence::Judgement,
    Some(|subject| one_if(solution(subject).is_some_and(Shown::is_negative))),
);

/// The solution of an equation is not whole.
pub const NON_INTEGER: Feature = Feature::flag(
    "solution non-integer",
    "the solution of the equation is not whole",
    0.5,
    Evidence::Judgement,
    Some(|subject| {
        one_if(solution(subject).is_some_and(|solution| {
            solution.denominator != 1 && solution.written != Written::Percent
        }))
    }),
);

fn solution(subject: &Subject<'_>) -> Option<Shown> {
    subject.equation.and(subject.key)
}
