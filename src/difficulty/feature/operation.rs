//! Which operation it is, and how well its fact is known.

use super::{Evidence, Feature, JUDGEMENT, one_if};
use crate::difficulty::subject::{Shown, Subject};
use crate::value::Operation;

/// The operation between two numbers that gives the key. It only differs between the items of a
/// model if the key chooses: `if sign == "+" then a + b else a*b`; elsewhere it cancels.
pub const OPERATION: Feature = Feature {
    name: "operation",
    unit: "addition 0, subtraction 0.3, multiplication 0.6, division 1",
    counts: "the operation: 0 addition, 1 subtraction, 2 multiplication, 3 division",
    weight: 1.0,
    evidence: Evidence::Judgement,
    source: JUDGEMENT,
    scale: |level| {
        let level = level.clamp(0.0, 3.0);
        0.3 * level.min(2.0) + 0.4 * (level - 2.0).max(0.0)
    },
    measure: Some(|subject| match subject.operation {
        Some((Operation::Subtract, ..)) => 1.0,
        Some((Operation::Multiply, ..)) => 2.0,
        Some((Operation::Divide | Operation::Quotient, ..)) => 3.0,
        _ => 0.0,
    }),
};

/// Where the key is the product of two whole numbers of one digit.
pub const PRODUCT_SIZE: Feature = Feature {
    name: "product size",
    unit: "per 10",
    counts: "the product of two whole numbers of one digit",
    weight: 0.15,
    evidence: Evidence::Judgement,
    source: "judgement; the problem-size effect: Ashcraft (1992)",
    scale: |product| product.clamp(0.0, 81.0) / 10.0,
    measure: Some(|subject| match whole_operands(subject) {
        Some((Operation::Multiply, a, b)) if a.max(b) < 10 => (a * b) as f64,
        _ => 0.0,
    }),
};

/// Where the key is the sum, difference or product of two whole numbers of the stem: one of them
/// is 0, 1 or 10, or both are at most 10 and equal, or one of them is 5.
pub const EASY_FACT: Feature = Feature::flag(
    "easy fact",
    "the two whole numbers are equal, or one is 0, 1, 5 or 10",
    -0.4,
    Evidence::Literature,
    Some(|subject| {
        one_if(match whole_operands(subject) {
            Some((Operation::Add | Operation::Subtract | Operation::Multiply, a, b)) => {
                let by_rule = [a, b].iter().any(|operand| [0, 1, 10].contains(operand));
                by_rule || a.max(b) <= 10 && (a == b || a == 5 || b == 5)
            }
            _ => false,
        })
    }),
)
.source("ties and facts known by rule: Ashcraft (1992)");

/// The operation and the sizes of its operands, if both are whole numbers.
fn whole_operands(subject: &Subject<'_>) -> Option<(Operation, u64, u64)> {
    let size = |number: Shown| number.whole().map(i64::unsigned_abs);
    let (operation, a, b) = subject.operation?;
    Some((operation, size(a)?, size(b)?))
}
