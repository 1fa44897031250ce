//! Other ways to write whole numbers.

use num_bigint::BigInt;

use crate::expression::failure::Failure;
use crate::expression::function::arguments::{
    Outcome, exactly, outside, text, whole, whole_value, within,
};
use crate::expression::function::{Family, Function, Takes};
use crate::expression::types::Type;
use crate::value::Value;

/// The family.
pub const FAMILY: Family = Family {
    title: "Numerals",
    functions: &FUNCTIONS,
};

/// More digits than the largest number has in base 2.
const DIGITS: usize = 5000;

const FUNCTIONS: [Function; 4] = [
    Function {
        name: "in_base",
        signature: "in_base(n, base)",
        summary: "A whole number written in a base from 2 to 36, as a text; A stands for ten.",
        example: ("in_base(13, 2)", "\"1101\""),
        takes: &[Takes::Whole],
        least: 2,
        most: 2,
        gives: |_| Type::Text,
        call: |arguments| {
            let [n, b] = exactly(arguments)?;
            let digits = whole("in_base", n)?.to_str_radix(base("in_base", b)?);
            Ok(Value::text(&digits.to_uppercase()))
        },
    },
    Function {
        name: "from_base",
        signature: "from_base(text, base)",
        summary: "The number that digits of a base from 2 to 36 spell.",
        example: ("from_base(\"1101\", 2)", "13"),
        takes: &[Takes::Text, Takes::Whole],
        least: 2,
        most: 2,
        gives: |_| Type::Number,
        call: |arguments| {
            let [digits, b] = exactly(arguments)?;
            from_base(text(digits)?, base("from_base", b)?)
        },
    },
    Function {
        name: "roman",
        signature: "roman(n)",
        summary: "A whole number from 1 to 3999 in Roman numerals, as a text.",
        example: ("roman(1994)", "\"MCMXCIV\""),
        takes: &[Takes::Whole],
        least: 1,
        most: 1,
        gives: |_| Type::Text,
        call: |arguments| {
            let [n] = exactly(arguments)?;
            let n = within("roman", n, 1..=3999, "a whole number from 1 to 3999")?;
            Ok(Value::text(&roman(n)))
        },
    },
    Function {
        name: "from_roman",
        signature: "from_roman(text)",
        summary: "The number that a Roman numeral in its usual form stands for.",
        example: ("from_roman(\"XIV\")", "14"),
        takes: &[Takes::Text],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| {
            let [numeral] = exactly(arguments)?;
            from_roman(text(numeral)?)
        },
    },
];

fn base(function: &'static str, value: &Value) -> Result<u32, Failure> {
    Ok(within(function, value, 2..=36, "a base from 2 to 36")? as u32)
}

fn from_base(digits: &str, base: u32) -> Outcome {
    let unsigned = digits.strip_prefix('-').unwrap_or(digits);
    let fits = unsigned.len() <= DIGITS && unsigned.chars().all(|c| c.is_digit(base));
    let number = BigInt::parse_bytes(digits.as_bytes(), base).filter(|_| fits);
    whole_value(number.ok_or_else(|| outside("from_base", "digits of the base"))?)
}

const ROMAN: [(i64, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

fn roman(n: i64) -> String {
    let mut rest = n;
    let mut numeral = String::new();
    for (value, letters) in ROMAN {
        while rest >= value {
            numeral.push_str(letters);
            rest -= value;
        }
    }
    numeral
}

fn from_roman(numeral: &str) -> Outcome {
    let mut rest = numeral;
    let mut n = 0;
    for (value, letters) in ROMAN {
        while let Some(after) = rest.strip_prefix(letters)
            && n < 4000
        {
            n += value;
            rest = after;
        }
    }
    // Written back, so that IIII and IC are refused.
    if n == 0 || n > 3999 || roman(n) != numeral {
        return Err(outside("from_roman", "a Roman numeral from I to MMMCMXCIX"));
    }
    Ok(Value::integer(n))
}
