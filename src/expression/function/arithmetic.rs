//! Whole numbers, rounding and parts of numbers.

use crate::expression::failure::Failure;
use crate::expression::function::{Family, Function, Takes};
use crate::expression::types::Type;
use crate::value::{Number, Rational, Value};

/// The family.
pub const FAMILY: Family = Family {
    title: "Numbers",
    functions: &FUNCTIONS,
};

const FUNCTIONS: [Function; 2] = [
    Function {
        name: "gcd",
        signature: "gcd(a, b, …)",
        summary: "The greatest common divisor of whole numbers.",
        example: ("gcd(12, 18)", "6"),
        takes: &[Takes::Whole],
        least: 2,
        most: usize::MAX,
        gives: |_| Type::Number,
        call: |arguments| {
            let mut divisor = 0_i64;
            for argument in arguments {
                divisor = num_integer::gcd(divisor, whole("gcd", argument)?);
            }
            Ok(Value::integer(divisor))
        },
    },
    Function {
        name: "abs",
        signature: "abs(x)",
        summary: "The distance from zero.",
        example: ("abs(-3)", "3"),
        takes: &[Takes::Number],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| match &arguments[0] {
            Value::Number(number) => Ok(Value::Number(number.abs())),
            other => Err(Failure::WrongKind {
                wanted: "a number",
                found: other.kind(),
            }),
        },
    },
];

fn whole(function: &'static str, value: &Value) -> Result<i64, Failure> {
    value
        .as_number()
        .and_then(|number: Number| Rational::to_i64(number.exact()))
        .ok_or(Failure::Outside {
            function,
            needs: "whole numbers",
        })
}
