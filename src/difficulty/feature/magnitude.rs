//! Digits, carries and borrows.

use super::{Evidence, Feature, one_if};
use crate::difficulty::subject::Subject;
use crate::value::Operation;

/// Counted over the numbers of the stem that share a drawn name with the answer: whole numbers,
/// decimals, terms of fractions, coefficients, elements of a list.
pub const DIGITS: Feature = Feature {
    name: "digits",
    unit: "each beyond 1, at most 4",
    counts: "digits of the longest number that has to do with the answer, beyond the first",
    weight: 0.3,
    evidence: Evidence::Judgement,
    source: "judgement; that size makes items harder: Ashcraft (1992)",
    scale: |count| count.clamp(0.0, 4.0),
    measure: Some(|subject| f64::from(subject.digits.saturating_sub(1))),
};

/// Where the key is the sum or difference of two whole numbers or decimals of the stem. Numbers of
/// different sign are subtracted, whatever the sign between them.
pub const CARRIES: Feature = Feature {
    name: "carries",
    unit: "the first 1, a further one 1/2, at most 3",
    counts: "carries or borrows when the two numbers are added or subtracted in columns",
    weight: 0.6,
    evidence: Evidence::Judgement,
    source: "judgement; that carries make items harder: Ashcraft (1992)",
    scale: |count| {
        let count = count.clamp(0.0, 3.0);
        count.min(1.0) + (count - 1.0).max(0.0) / 2.0
    },
    measure: Some(|subject| f64::from(columns(subject).map_or(0, |columns| columns.passed))),
};

/// As for carries: a borrow from a column in which 0 stands must go on to the next.
pub const BORROW_ACROSS_ZERO: Feature = Feature::flag(
    "borrow across zero",
    "a borrow has to pass a column in which 0 stands",
    0.5,
    Evidence::Judgement,
    Some(|subject| one_if(columns(subject).is_some_and(|columns| columns.across_zero))),
)
.source("judgement; as a common error: Brown and Burton (1978)");

/// What happens when two numbers are added or subtracted in columns.
struct Columns {
    /// Carries or borrows.
    passed: u32,
    across_zero: bool,
}

fn columns(subject: &Subject<'_>) -> Option<Columns> {
    let (operation, a, b) = subject.operation?;
    let places = a.places()?.max(b.places()?);
    let (a, b) = (a.units(places)?, b.units(places)?);
    let b_sign = match operation {
        Operation::Add => b.signum(),
        Operation::Subtract => -b.signum(),
        _ => return None,
    };
    let (a_size, b_size) = (a.unsigned_abs(), b.unsigned_abs());
    Some(match a.signum() * b_sign >= 0 {
        true => added(a_size, b_size),
        false => subtracted(a_size.max(b_size), a_size.min(b_size)),
    })
}

fn added(mut a: u128, mut b: u128) -> Columns {
    let (mut passed, mut carry) = (0, 0);
    while a > 0 || b > 0 {
        carry = u128::from(a % 10 + b % 10 + carry > 9);
        passed += u32::from(carry > 0);
        (a, b) = (a / 10, b / 10);
    }
    Columns {
        passed,
        across_zero: false,
    }
}

fn subtracted(mut larger: u128, mut smaller: u128) -> Columns {
    let (mut passed, mut borrow, mut across_zero) = (0, 0, false);
    while larger > 0 {
        across_zero |= borrow > 0 && larger.is_multiple_of(10);
        borrow = u128::from(larger % 10 < smaller % 10 + borrow);
        passed += u32::from(borrow > 0);
        (larger, smaller) = (larger / 10, smaller / 10);
    }
    Columns {
        passed,
        across_zero,
    }
}
