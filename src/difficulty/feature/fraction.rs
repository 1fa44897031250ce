//! Operations with fractions. All of these look at the two numbers of the stem between which one
//! operation gives the key, as they are printed. The weights marked M are estimated from published
//! answers of students to fraction items and rounded. That an item needs a common denominator, a
//! borrow, a whole number turned into a fraction or a mixed number taken apart are attributes by
//! which the subtraction items of Tatsuoka (1984; 536 students, 20 items) are described (de la Torre
//! and Douglas 2004); that one denominator divides the other is none of them.

use super::{Evidence, Feature, one_if};
use crate::difficulty::subject::{Shown, Subject, Written};
use crate::value::Operation;

/// In sums and differences of two fractions or mixed numbers.
pub const UNLIKE_DENOMINATORS: Feature = Feature::flag(
    "unlike denominators",
    "two fractions with different denominators are added or subtracted",
    1.4,
    Evidence::Measured,
    Some(|subject| one_if(denominators(subject).is_some_and(|(a, b)| a != b))),
)
.source("published answers to fraction items; the features are those of Tatsuoka (1984)");

/// In sums and differences with unlike denominators: one of them is the common one.
pub const ONE_DIVIDES_THE_OTHER: Feature = Feature::flag(
    "one divides the other",
    "of two different denominators one divides the other",
    -0.4,
    Evidence::Measured,
    Some(|subject| {
        one_if(
            denominators(subject)
                .is_some_and(|(a, b)| a != b && a.max(b).checked_rem(a.min(b)) == Some(0)),
        )
    }),
)
.source("published answers to fraction items");

/// A fraction is subtracted from a mixed or whole number with a smaller fraction part.
pub const REGROUPING: Feature = Feature::flag(
    "regrouping",
    "the fraction part of a mixed number is too small to subtract from",
    2.0,
    Evidence::Measured,
    Some(|subject| one_if(regroups(subject).unwrap_or(false))),
)
.source("published answers to fraction items; the features are those of Tatsuoka (1984)");

/// One operand is a whole number, the other a fraction or mixed number.
pub const WHOLE_OPERAND: Feature = Feature::flag(
    "whole operand",
    "one operand is a whole number, the other a fraction or mixed number",
    0.6,
    Evidence::Measured,
    Some(|subject| {
        one_if(subject.operation.is_some_and(|(_, a, b)| {
            let beside = |a: Shown, b: Shown| a.whole().is_some() && b.below().is_some();
            beside(a, b) || beside(b, a)
        }))
    }),
)
.source("published answers to fraction items; the features are those of Tatsuoka (1984)");

/// An operand is written as a mixed number.
pub const MIXED_OPERAND: Feature = Feature::flag(
    "mixed operand",
    "an operand is a mixed number",
    0.35,
    Evidence::Measured,
    Some(|subject| {
        one_if(subject.operation.is_some_and(|(_, a, b)| {
            [a, b]
                .iter()
                .any(|operand| matches!(operand.written, Written::Mixed(_)))
        }))
    }),
)
.source("published answers to fraction items; the features are those of Tatsuoka (1984)");

/// The printed denominators of a sum or difference of two fractions.
fn denominators(subject: &Subject<'_>) -> Option<(u64, u64)> {
    match subject.operation? {
        (Operation::Add | Operation::Subtract, a, b) => {
            Some((a.below()?.unsigned_abs(), b.below()?.unsigned_abs()))
        }
        _ => None,
    }
}

fn regroups(subject: &Subject<'_>) -> Option<bool> {
    let (Operation::Subtract, a, b) = subject.operation? else {
        return None;
    };
    let from_wholes = matches!(a.written, Written::Mixed(_) | Written::Whole);
    // What is left of a fraction over `d` above the whole number below it, in units of 1/d.
    let part = |number: Shown| i128::from(number.numerator.rem_euclid(number.denominator));
    let cross = |a: i128, b: Shown| a.checked_mul(i128::from(b.denominator));
    let value = |a: Shown, b: Shown| cross(i128::from(a.numerator), b);
    b.below()?;
    let is_plain = from_wholes && !b.is_negative() && value(a, b)? >= value(b, a)?;
    Some(is_plain && cross(part(a), b)? < cross(part(b), a)?)
}
