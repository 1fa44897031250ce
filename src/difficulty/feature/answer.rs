//! What has to be done to the answer before it may be written down.

use super::{Evidence, Feature, one_if};
use crate::bank::answer::Form;
use crate::difficulty::subject::{Shown, Subject, Written};
use crate::value::Operation;

/// Where the answer must be in lowest terms or a mixed number, and it is a decimal of the stem, a
/// quotient of two whole numbers, or comes from one operation between two fractions: the plain way
/// (common denominator, or terms times terms) gives a fraction that can be reduced.
pub const MUST_BE_REDUCED: Feature = Feature::flag(
    "answer must be reduced",
    "the fraction that comes out first is not in lowest terms",
    0.1,
    Evidence::Measured,
    Some(|subject| {
        let asked = matches!(subject.form, Some(Form::LowestTerms | Form::Mixed));
        one_if(asked && unreduced(subject).is_some_and(|(n, d)| gcd(n, d) > 1))
    }),
)
.source("published answers to fraction items; the features are those of Tatsuoka (1984)");

/// The key is a fraction above 1, written as a fraction or mixed number.
pub const IMPROPER: Feature = Feature::flag(
    "answer improper",
    "the answer is a fraction above 1, or a mixed number",
    0.3,
    Evidence::Judgement,
    Some(|subject| {
        one_if(subject.key.is_some_and(|key| match key.written {
            Written::Fraction(above, below) => above.unsigned_abs() > below.unsigned_abs(),
            Written::Mixed(_) => true,
            _ => false,
        }))
    }),
);

/// The terms of the fraction that comes out first.
fn unreduced(subject: &Subject<'_>) -> Option<(u128, u128)> {
    if let Some(number) = subject.same_as {
        let Written::Decimal(places) = number.written else {
            return None;
        };
        let below = 10_u128.checked_pow(places)?;
        return Some((number.units(places)?.unsigned_abs(), below));
    }
    let (operation, a, b) = subject.operation?;
    let whole = |number: Shown| {
        matches!(number.written, Written::Whole | Written::Percent) && number.denominator == 1
    };
    if operation == Operation::Divide && whole(a) && whole(b) {
        let size = |number: Shown| u128::from(number.numerator.unsigned_abs());
        return Some((size(a), size(b)));
    }
    let ((a, c), (b, d)) = (terms(a)?, terms(b)?);
    let times = i128::checked_mul;
    let (above, below) = match operation {
        Operation::Add | Operation::Subtract => {
            let common = num_integer::lcm(c, d);
            let (a, b) = (times(a, common / c)?, times(b, common / d)?);
            match operation {
                Operation::Add => (a.checked_add(b)?, common),
                _ => (a.checked_sub(b)?, common),
            }
        }
        Operation::Multiply => (times(a, b)?, times(c, d)?),
        Operation::Divide => (times(a, d)?, times(c, b)?),
        _ => return None,
    };
    Some((above.unsigned_abs(), below.unsigned_abs()))
}

/// A number of the stem as a fraction, with its terms as printed where they are.
fn terms(number: Shown) -> Option<(i128, i128)> {
    let (above, below) = match number.written {
        Written::Fraction(above, below) => (above, below),
        Written::Whole | Written::Mixed(_) => (number.numerator, number.denominator),
        _ => return None,
    };
    (below > 0).then_some((i128::from(above), i128::from(below)))
}

fn gcd(a: u128, b: u128) -> u128 {
    num_integer::gcd(a, b)
}
