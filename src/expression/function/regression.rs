//! How two lists of numbers hang together.

use crate::expression::failure::Failure;
use crate::expression::function::arguments::{exactly, numbers, outside, real_value};
use crate::expression::function::statistics::{mean, products, shown};
use crate::expression::function::{Family, Function, Takes};
use crate::expression::types::Type;
use crate::value::{ArithmeticError, Number, Rational, Value};

/// The family.
pub const FAMILY: Family = Family {
    title: "Statistics of pairs",
    functions: &FUNCTIONS,
};

const FUNCTIONS: [Function; 3] = [
    Function {
        name: "slope",
        signature: "slope(xs, ys)",
        summary: "The slope of the least-squares line; a decimal or a fraction as with `mean`.",
        example: ("slope([1, 2, 3], [2, 4, 7])", "2.5"),
        takes: &[Takes::NUMBERS],
        least: 2,
        most: 2,
        gives: |_| Type::Number,
        call: |arguments| {
            let moments = Moments::read("slope", arguments)?;
            Ok(moments.shown(moments.slope()?))
        },
    },
    Function {
        name: "intercept",
        signature: "intercept(xs, ys)",
        summary: "Where the least-squares line meets the y axis.",
        example: ("intercept([1, 2, 3], [2, 4, 6])", "0"),
        takes: &[Takes::NUMBERS],
        least: 2,
        most: 2,
        gives: |_| Type::Number,
        call: |arguments| {
            let moments = Moments::read("intercept", arguments)?;
            let rise = moments.slope()?.mul(&moments.mean_x)?;
            Ok(moments.shown(moments.mean_y.sub(&rise)?))
        },
    },
    Function {
        name: "correlation",
        signature: "correlation(xs, ys)",
        summary: "Pearson's correlation of two lists, to be rounded.",
        example: ("round(correlation([1, 2, 3], [2, 4, 7]), 3)", "0.993"),
        takes: &[Takes::NUMBERS],
        least: 2,
        most: 2,
        gives: |_| Type::Real,
        call: |arguments| {
            let moments = Moments::read("correlation", arguments)?;
            let square = moments.xy.mul(&moments.xy)?.div(&moments.xx)?;
            if moments.yy.is_zero() {
                return Err(outside("correlation", "y values that are not all equal"));
            }
            let size = libm::sqrt(square.div(&moments.yy)?.to_f64());
            real_value(if moments.xy.is_negative() {
                -size
            } else {
                size
            })
        },
    },
];

/// Means, and sums of products of distances from them.
struct Moments {
    mean_x: Rational,
    mean_y: Rational,
    xx: Rational,
    xy: Rational,
    yy: Rational,
    data: Vec<Number>,
}

impl Moments {
    fn read(function: &'static str, arguments: &[Value]) -> Result<Self, Failure> {
        let [xs, ys] = exactly(arguments)?;
        let (xs, ys) = (numbers(xs)?, numbers(ys)?);
        if xs.len() != ys.len() || xs.len() < 2 {
            return Err(outside(
                function,
                "two lists of the same length, two pairs or more",
            ));
        }
        let moments = Self {
            xx: products(&xs, &xs)?,
            xy: products(&xs, &ys)?,
            yy: products(&ys, &ys)?,
            mean_x: mean(&xs)?,
            mean_y: mean(&ys)?,
            data: [xs, ys].concat(),
        };
        if moments.xx.is_zero() {
            return Err(outside(function, "x values that are not all equal"));
        }
        Ok(moments)
    }

    fn shown(&self, exact: Rational) -> Value {
        shown(exact, &self.data)
    }

    fn slope(&self) -> Result<Rational, ArithmeticError> {
        self.xy.div(&self.xx)
    }
}
