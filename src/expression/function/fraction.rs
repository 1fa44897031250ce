//! Fractions and the decimals they make.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Zero};

use crate::expression::failure::Failure;
use crate::expression::function::arguments::{Outcome, exactly, number, outside, whole_value};
use crate::expression::function::{Family, Function, Takes};
use crate::expression::types::Type;
use crate::value::{Rational, Value};

/// The family.
pub const FAMILY: Family = Family {
    title: "Fractions and decimals",
    functions: &FUNCTIONS,
};

/// The most digits of a decimal that are looked at.
const DIGITS: usize = 1000;

const FUNCTIONS: [Function; 6] = [
    Function {
        name: "num",
        signature: "num(x)",
        summary: "The numerator of a fraction in lowest terms.",
        example: ("num(6/8)", "3"),
        takes: &[Takes::Number],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| {
            let [x] = exactly(arguments)?;
            let x = number(x)?;
            let x = x.exact();
            match x.small_parts() {
                Some((numerator, _)) => Ok(Value::integer(numerator)),
                None => whole_value(x.numerator()),
            }
        },
    },
    Function {
        name: "den",
        signature: "den(x)",
        summary: "The denominator of a fraction in lowest terms.",
        example: ("den(6/8)", "4"),
        takes: &[Takes::Number],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| {
            let [x] = exactly(arguments)?;
            let x = number(x)?;
            let x = x.exact();
            match x.small_parts() {
                Some((_, denominator)) => Ok(Value::integer(denominator)),
                None => whole_value(x.denominator()),
            }
        },
    },
    Function {
        name: "terminates",
        signature: "terminates(x)",
        summary: "Whether the decimals of a number end.",
        example: ("terminates(1/3)", "false"),
        takes: &[Takes::Number],
        least: 1,
        most: 1,
        gives: |_| Type::Boolean,
        call: |arguments| {
            let [x] = exactly(arguments)?;
            Ok(number(x)?.exact().decimal_places().is_some().into())
        },
    },
    Function {
        name: "places",
        signature: "places(x)",
        summary: "How many decimal places it takes to write a number whose decimals end.",
        example: ("places(3/8)", "3"),
        takes: &[Takes::Number],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| {
            let [x] = exactly(arguments)?;
            let places = number(x)?.exact().decimal_places();
            let needs = "a number whose decimals end (ask `terminates(x)` first)";
            let places = places.ok_or_else(|| outside("places", needs))?;
            Ok(Value::integer(places.into()))
        },
    },
    Function {
        name: "repetend",
        signature: "repetend(x)",
        summary: "The digits that repeat in the decimals of a number, as a text; empty if the \
                  decimals end.",
        example: ("repetend(5/12)", "\"6\""),
        takes: &[Takes::Number],
        least: 1,
        most: 1,
        gives: |_| Type::Text,
        call: |arguments| {
            let [x] = exactly(arguments)?;
            repetend(number(x)?.exact())
        },
    },
    Function {
        name: "before_repetend",
        signature: "before_repetend(x)",
        summary: "The decimal as far as nothing repeats, as a text: \
                  `$ {{before_repetend(x)}}\\overline{ {{repetend(x)}} } $`.",
        example: ("before_repetend(5/12)", "\"0.41\""),
        takes: &[Takes::Number],
        least: 1,
        most: 1,
        gives: |_| Type::Text,
        call: |arguments| {
            let [x] = exactly(arguments)?;
            before_repetend(number(x)?.exact())
        },
    },
];

/// How many decimals come before the first that repeats: the larger number of twos and fives in
/// the denominator (Hardy & Wright, section 9.6).
fn unrepeated(function: &'static str, x: &Rational) -> Result<u32, Failure> {
    let (mut rest, mut places) = (x.denominator(), 0);
    loop {
        let shared = rest.gcd(&BigInt::from(10));
        if shared.is_one() {
            return Ok(places);
        }
        rest /= shared;
        places += 1;
        if places as usize > DIGITS {
            return Err(too_long(function));
        }
    }
}

fn too_long(function: &'static str) -> Failure {
    outside(function, "a number with at most 1000 decimals to look at")
}

fn repetend(x: &Rational) -> Outcome {
    let places = unrepeated("repetend", x)?;
    let (size, divisor) = (x.abs().numerator(), x.denominator());
    let start = (size * BigInt::from(10).pow(places)) % &divisor;
    let mut digits = String::new();
    let mut rest: BigInt = start.clone();
    while !rest.is_zero() {
        let (digit, next) = (rest * 10_u8).div_rem(&divisor);
        digits.push_str(&digit.to_string());
        if next == start {
            break;
        }
        if digits.len() >= DIGITS {
            return Err(too_long("repetend"));
        }
        rest = next;
    }
    Ok(Value::text(&digits))
}

fn before_repetend(x: &Rational) -> Outcome {
    let places = unrepeated("before_repetend", x)?;
    let scale = Rational::integer(10).pow(places.into())?;
    let cut = x.abs().mul(&scale)?.floor().div(&scale)?;
    let digits = cut.to_decimal(places).unwrap_or_default();
    let sign = if x.is_negative() { "-" } else { "" };
    Ok(Value::text(&format!("{sign}{digits}")))
}
