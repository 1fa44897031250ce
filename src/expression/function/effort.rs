//! What makes a written calculation hard. `alike` pins it, so that no form is harder.

use num_bigint::BigInt;

use crate::expression::failure::Failure;
use crate::expression::function::arguments::{exactly, number, outside, size_value};
use crate::expression::function::{Family, Function, MANY, Takes};
use crate::expression::types::Type;
use crate::value::{Rational, Value};

/// The family.
pub const FAMILY: Family = Family {
    title: "Difficulty of written calculation",
    functions: &FUNCTIONS,
};

const FUNCTIONS: [Function; 2] = [
    Function {
        name: "carries",
        signature: "carries(a, b, …)",
        summary: "How many columns carry when the numbers are added in writing.",
        example: ("carries(58, 67)", "2"),
        takes: &[Takes::Number],
        least: 2,
        most: MANY,
        gives: |_| Type::Number,
        call: |arguments| {
            let columns = columns("carries", arguments)?;
            let longest = columns.iter().map(Vec::len).max().unwrap_or(0);
            let (mut carry, mut count) = (0, 0);
            for column in 0..longest {
                let digits = columns.iter().filter_map(|number| number.get(column));
                carry = (carry + digits.map(|d| usize::from(*d)).sum::<usize>()) / 10;
                count += usize::from(carry > 0);
            }
            size_value(count)
        },
    },
    Function {
        name: "borrows",
        signature: "borrows(a, b)",
        summary: "How many columns borrow when b is subtracted from a in writing.",
        example: ("borrows(503, 78)", "2"),
        takes: &[Takes::Number],
        least: 2,
        most: 2,
        gives: |_| Type::Number,
        call: |arguments| {
            let [a, b] = exactly(arguments)?;
            if number(a)? < number(b)? {
                return Err(outside(
                    "borrows",
                    "a first number that is not below the second",
                ));
            }
            let columns = columns("borrows", arguments)?;
            let (mut borrow, mut count) = (false, 0);
            if let [a, b] = columns.as_slice() {
                for (column, digit) in a.iter().enumerate() {
                    let taken = b.get(column).copied().unwrap_or(0) + u8::from(borrow);
                    borrow = *digit < taken;
                    count += usize::from(borrow);
                }
            }
            size_value(count)
        },
    },
];

/// The digits of the numbers as they stand below each other, the last column first.
fn columns(function: &'static str, arguments: &[Value]) -> Result<Vec<Vec<u8>>, Failure> {
    let needs = "numbers from 0 up whose decimals end";
    let mut numbers = Vec::new();
    let mut most = 0;
    for argument in arguments {
        let exact = number(argument)?.exact().clone();
        let places = exact.decimal_places().filter(|_| !exact.is_negative());
        most = most.max(places.ok_or_else(|| outside(function, needs))?);
        numbers.push(exact);
    }
    let scale = Rational::from_big(BigInt::from(10).pow(most), BigInt::from(1))?;
    let digits = |number: &Rational| Ok(number.mul(&scale)?.numerator().to_radix_le(10).1);
    numbers.iter().map(digits).collect()
}
