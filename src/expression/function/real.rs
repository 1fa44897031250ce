//! Functions whose results are not exact. They must pass through `round` or `sig`.

use std::f64::consts::PI;

use crate::expression::failure::Failure;
use crate::expression::function::angle::{Unit, cosine, sine, tangent};
use crate::expression::function::arguments::{
    Outcome, exactly, miscounted, outside, real, real_value,
};
use crate::expression::function::{Family, Function, Takes};
use crate::expression::types::Type;
use crate::value::{ArithmeticError, Rational, Value};

/// The family.
pub const FAMILY: Family = Family {
    title: "Real functions (to be rounded)",
    functions: &FUNCTIONS,
};

/// A row of the table: one argument, and a real result.
const fn row(
    name: &'static str,
    signature: &'static str,
    summary: &'static str,
    example: (&'static str, &'static str),
    call: fn(&[Value]) -> Outcome,
) -> Function {
    Function {
        name,
        signature,
        summary,
        example,
        takes: &[Takes::Real],
        least: 1,
        most: 1,
        gives: |_| Type::Real,
        call,
    }
}

const FUNCTIONS: [Function; 18] = [
    Function {
        name: "pi",
        signature: "pi()",
        summary: "π, to be rounded; for an exact multiple use `pi_times`.",
        example: ("round(pi(), 4)", "3.1416"),
        takes: &[],
        least: 0,
        most: 0,
        gives: |_| Type::Real,
        call: |_| Ok(Value::Real(PI)),
    },
    row(
        "sqrt",
        "sqrt(x)",
        "The square root; for an exact one use `root`.",
        ("round(sqrt(2), 3)", "1.414"),
        |arguments| {
            let needs = "a number that is not negative";
            apply("sqrt", arguments, needs, |x| x >= 0.0, libm::sqrt)
        },
    ),
    row(
        "cbrt",
        "cbrt(x)",
        "The cube root; for an exact one use `root(x, 3)`.",
        ("round(cbrt(-10), 3)", "-2.154"),
        |arguments| apply("cbrt", arguments, ANY, |_| true, libm::cbrt),
    ),
    row(
        "exp",
        "exp(x)",
        "e to the power x.",
        ("round(exp(1), 4)", "2.7183"),
        |arguments| apply("exp", arguments, ANY, |_| true, libm::exp),
    ),
    row(
        "ln",
        "ln(x)",
        "The natural logarithm.",
        ("round(ln(10), 3)", "2.303"),
        |arguments| apply("ln", arguments, POSITIVE, |x| x > 0.0, libm::log),
    ),
    Function {
        most: 2,
        ..row(
            "log",
            "log(x), log(x, base)",
            "The logarithm to the base 10, or to another base.",
            ("round(log(8, 2), 3)", "3"),
            |arguments| match arguments {
                [x] => log(x, &Value::integer(10)),
                [x, base] => log(x, base),
                _ => Err(miscounted()),
            },
        )
    },
    row(
        "sin",
        "sin(x)",
        "The sine of an angle in radians.",
        ("round(sin(1), 3)", "0.841"),
        |arguments| sine(one(arguments)?, Unit::Radian),
    ),
    row(
        "cos",
        "cos(x)",
        "The cosine of an angle in radians.",
        ("round(cos(pi_times(1/3)), 3)", "0.5"),
        |arguments| cosine(one(arguments)?, Unit::Radian),
    ),
    row(
        "tan",
        "tan(x)",
        "The tangent of an angle in radians.",
        ("round(tan(1), 3)", "1.557"),
        |arguments| tangent("tan", one(arguments)?, Unit::Radian),
    ),
    row(
        "asin",
        "asin(x)",
        "The angle in radians whose sine is x.",
        ("round(asin(1), 4)", "1.5708"),
        |arguments| apply("asin", arguments, RATIO, is_ratio, libm::asin),
    ),
    row(
        "acos",
        "acos(x)",
        "The angle in radians whose cosine is x.",
        ("round(acos(0), 4)", "1.5708"),
        |arguments| apply("acos", arguments, RATIO, is_ratio, libm::acos),
    ),
    row(
        "atan",
        "atan(x)",
        "The angle in radians whose tangent is x.",
        ("round(atan(1), 4)", "0.7854"),
        |arguments| apply("atan", arguments, ANY, |_| true, libm::atan),
    ),
    row(
        "sin_deg",
        "sin_deg(x)",
        "The sine of an angle in degrees.",
        ("round(sin_deg(40), 3)", "0.643"),
        |arguments| sine(one(arguments)?, Unit::Degree),
    ),
    row(
        "cos_deg",
        "cos_deg(x)",
        "The cosine of an angle in degrees.",
        ("round(cos_deg(40), 3)", "0.766"),
        |arguments| cosine(one(arguments)?, Unit::Degree),
    ),
    row(
        "tan_deg",
        "tan_deg(x)",
        "The tangent of an angle in degrees.",
        ("round(tan_deg(40), 3)", "0.839"),
        |arguments| tangent("tan_deg", one(arguments)?, Unit::Degree),
    ),
    row(
        "asin_deg",
        "asin_deg(x)",
        "The angle in degrees whose sine is x.",
        ("round(asin_deg(0.6), 1)", "36.9"),
        |arguments| {
            apply("asin_deg", arguments, RATIO, is_ratio, |x| {
                in_degrees(libm::asin(x))
            })
        },
    ),
    row(
        "acos_deg",
        "acos_deg(x)",
        "The angle in degrees whose cosine is x.",
        ("round(acos_deg(0.6), 1)", "53.1"),
        |arguments| {
            apply("acos_deg", arguments, RATIO, is_ratio, |x| {
                in_degrees(libm::acos(x))
            })
        },
    ),
    row(
        "atan_deg",
        "atan_deg(x)",
        "The angle in degrees whose tangent is x.",
        ("round(atan_deg(2), 1)", "63.4"),
        |arguments| {
            apply(
                "atan_deg",
                arguments,
                ANY,
                |_| true,
                |x| in_degrees(libm::atan(x)),
            )
        },
    ),
];

const ANY: &str = "a number";
const POSITIVE: &str = "a number above 0";
const RATIO: &str = "a number from -1 to 1";

fn is_ratio(x: f64) -> bool {
    (-1.0..=1.0).contains(&x)
}

fn in_degrees(radians: f64) -> f64 {
    radians * 180.0 / PI
}

fn one(arguments: &[Value]) -> Result<&Value, Failure> {
    let [x] = exactly(arguments)?;
    Ok(x)
}

/// A function of one real number, where `defined` holds.
fn apply(
    name: &'static str,
    arguments: &[Value],
    needs: &'static str,
    defined: fn(f64) -> bool,
    function: fn(f64) -> f64,
) -> Outcome {
    let x = real(one(arguments)?)?;
    if !defined(x) {
        return Err(outside(name, needs));
    }
    real_value(function(x))
}

fn log(x: &Value, base: &Value) -> Outcome {
    let (size, base_size) = (real(x)?, real(base)?);
    if size <= 0.0 || base_size <= 0.0 || base_size == 1.0 {
        return Err(outside(
            "log",
            "a number above 0, and a base above 0 other than 1",
        ));
    }
    let quotient = if base_size == 10.0 {
        libm::log10(size)
    } else {
        libm::log(size) / libm::log(base_size)
    };
    // log(125, 5) is 3 and not 3.0000000000000004, which `ceil` would make 4.
    let nearest = libm::round(quotient);
    if let (Some(x), Some(base)) = (x.as_number(), base.as_number())
        && power(base.exact(), nearest).is_ok_and(|power| power == *x.exact())
    {
        return Ok(Value::Real(nearest));
    }
    real_value(quotient)
}

fn power(base: &Rational, exponent: f64) -> Result<Rational, ArithmeticError> {
    if exponent.abs() > 10_000.0 {
        return Err(ArithmeticError::TooLarge);
    }
    base.pow(exponent as i64)
}
