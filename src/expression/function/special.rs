//! Exact values that are no fractions: roots and multiples of π.

use crate::expression::function::arguments::{
    Outcome, exactly, miscounted, number, outside, within,
};
use crate::expression::function::{Family, Function, Takes};
use crate::expression::types::Type;
use crate::value::{Rational, Value};

/// The family.
pub const FAMILY: Family = Family {
    title: "Exact roots and multiples of π",
    functions: &FUNCTIONS,
};

const FUNCTIONS: [Function; 2] = [
    Function {
        name: "root",
        signature: "root(x), root(x, n)",
        summary: "The exact square root in simplest form (√12 is 2√3), or an n-th root that comes \
                  out exactly; for a rounded one use `sqrt` or `cbrt`.",
        example: ("root(12)", "2*root(3)"),
        takes: &[Takes::Number, Takes::Whole],
        least: 1,
        most: 2,
        gives: |_| Type::Special,
        call: |arguments| match arguments {
            [x] => Ok(Value::root(number(x)?.exact())?),
            [x, n] => match within("root", n, 2..=100, "a root from the 2nd to the 100th")? {
                2 => Ok(Value::root(number(x)?.exact())?),
                n => exact_root(number(x)?.exact(), n as u32),
            },
            _ => Err(miscounted()),
        },
    },
    Function {
        name: "pi_times",
        signature: "pi_times(x)",
        summary: "x times π, kept exactly: prints as 3π.",
        example: ("pi_times(1/2) + pi_times(1/2)", "pi_times(1)"),
        takes: &[Takes::Number],
        least: 1,
        most: 1,
        gives: |_| Type::Special,
        call: |arguments| {
            let [x] = exactly(arguments)?;
            Ok(Value::pi_multiple(number(x)?.exact().clone()))
        },
    },
];

/// The n-th root of a fraction whose parts are n-th powers; of a negative one for odd n only.
fn exact_root(x: &Rational, n: u32) -> Outcome {
    if x.is_negative() && n.is_multiple_of(2) {
        return Err(outside("root", "a number that is not negative"));
    }
    let size = x.abs();
    let root = Rational::from_big(size.numerator().nth_root(n), size.denominator().nth_root(n))?;
    if root.pow(n.into())? != size {
        return Err(outside(
            "root",
            "a number whose n-th root comes out exactly",
        ));
    }
    Ok(if x.is_negative() { root.neg() } else { root }.into())
}
