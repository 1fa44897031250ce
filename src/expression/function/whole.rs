//! Whole numbers: divisors, primes, digits, counting.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive};

use crate::expression::failure::Failure;
use crate::expression::function::arguments::{
    Outcome, exactly, natural, outside, size_value, whole, whole_value, within,
};
use crate::expression::function::takes::numbers;
use crate::expression::function::{Family, Function, MANY, Takes, prime};
use crate::expression::types::Type;
use crate::value::Value;

/// The family.
pub const FAMILY: Family = Family {
    title: "Whole numbers",
    functions: &FUNCTIONS,
};

/// The divisor of machine integers, which conditions ask for millions of times; `None` for others.
fn small_gcd(arguments: &[Value]) -> Option<Value> {
    let mut divisor = 0_u64;
    for argument in arguments {
        let Value::Number(number) = argument else {
            return None;
        };
        divisor = divisor.gcd(&number.exact().to_i64()?.unsigned_abs());
    }
    i64::try_from(divisor).ok().map(Value::integer)
}

const FUNCTIONS: [Function; 13] = [
    Function {
        name: "gcd",
        signature: "gcd(a, b, …)",
        summary: "The greatest common divisor of whole numbers.",
        example: ("gcd(12, 18)", "6"),
        takes: &[Takes::Whole],
        least: 2,
        most: MANY,
        gives: |_| Type::Number,
        call: |arguments| {
            if let Some(divisor) = small_gcd(arguments) {
                return Ok(divisor);
            }
            let mut divisor = BigInt::ZERO;
            for argument in arguments {
                divisor = divisor.gcd(&whole("gcd", argument)?);
            }
            whole_value(divisor)
        },
    },
    Function {
        name: "lcm",
        signature: "lcm(a, b, …)",
        summary: "The least common multiple of whole numbers.",
        example: ("lcm(4, 6)", "12"),
        takes: &[Takes::Whole],
        least: 2,
        most: MANY,
        gives: |_| Type::Number,
        call: |arguments| {
            let mut multiple = Value::integer(1);
            for argument in arguments {
                // A value at each step, so that the limit of size ends the growth.
                let step = whole("lcm", &multiple)?.lcm(&whole("lcm", argument)?);
                multiple = whole_value(step.abs())?;
            }
            Ok(multiple)
        },
    },
    Function {
        name: "digits",
        signature: "digits(n)",
        summary: "The list of the decimal digits of a whole number; `sum(digits(n))` adds them.",
        example: ("digits(407)", "[4, 0, 7]"),
        takes: &[Takes::Whole],
        least: 1,
        most: 1,
        gives: numbers,
        call: |arguments| {
            let [n] = exactly(arguments)?;
            let digits = decimal_digits("digits", n)?;
            Ok(Value::list(digits.iter().map(|d| i64::from(*d).into())))
        },
    },
    Function {
        name: "digit_count",
        signature: "digit_count(n)",
        summary: "How many decimal digits a whole number has.",
        example: ("digit_count(1200)", "4"),
        takes: &[Takes::Whole],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| {
            let [n] = exactly(arguments)?;
            size_value(decimal_digits("digit_count", n)?.len())
        },
    },
    Function {
        name: "factorial",
        signature: "factorial(n)",
        summary: "n!, the number of orders of n different things, for n up to 500.",
        example: ("factorial(5)", "120"),
        takes: &[Takes::Whole],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| {
            let [n] = exactly(arguments)?;
            let n = within("factorial", n, 0..=500, "a whole number from 0 to 500")?;
            whole_value((1..=n).map(BigInt::from).product())
        },
    },
    Function {
        name: "choose",
        signature: "choose(n, k)",
        summary: "The number of ways to choose k of n different things, when order does not count.",
        example: ("choose(5, 2)", "10"),
        takes: &[Takes::Whole],
        least: 2,
        most: 2,
        gives: |_| Type::Number,
        call: |arguments| {
            let [n, k] = exactly(arguments)?;
            let (n, k) = (natural("choose", n)?, whole("choose", k)?);
            let k = k.clone().min(&n - k);
            falling(&n, &k, true)
        },
    },
    Function {
        name: "permutations",
        signature: "permutations(n, k)",
        summary: "The number of ways to choose k of n different things, when order counts.",
        example: ("permutations(5, 2)", "20"),
        takes: &[Takes::Whole],
        least: 2,
        most: 2,
        gives: |_| Type::Number,
        call: |arguments| {
            let [n, k] = exactly(arguments)?;
            let (n, k) = (natural("permutations", n)?, whole("permutations", k)?);
            if k > n {
                return Ok(Value::integer(0));
            }
            falling(&n, &k, false)
        },
    },
    Function {
        name: "is_prime",
        signature: "is_prime(n)",
        summary: "Whether a whole number is prime.",
        example: ("is_prime(91)", "false"),
        takes: &[Takes::Whole],
        least: 1,
        most: 1,
        gives: |_| Type::Boolean,
        call: |arguments| {
            let [n] = exactly(arguments)?;
            let n = natural("is_prime", n)?.to_u64();
            let n = n.ok_or_else(|| outside("is_prime", "whole numbers below 2^64"))?;
            Ok(prime::is_prime(n).into())
        },
    },
    Function {
        name: "factors",
        signature: "factors(n)",
        summary: "All divisors of a whole number, in order.",
        example: ("factors(12)", "[1, 2, 3, 4, 6, 12]"),
        takes: &[Takes::Whole],
        least: 1,
        most: 1,
        gives: numbers,
        call: |arguments| {
            let [n] = exactly(arguments)?;
            let mut divisors = vec![1];
            let mut added = (0, 0);
            for p in prime_factors("factors", n)? {
                // A repeated prime extends only what its last occurrence added.
                let from = if added.0 == p { added.1 } else { 0 };
                added = (p, divisors.len());
                let more: Vec<u64> = divisors[from..].iter().map(|d| d * p).collect();
                divisors.extend(more);
            }
            divisors.sort_unstable();
            values(&divisors)
        },
    },
    Function {
        name: "prime_factors",
        signature: "prime_factors(n)",
        summary: "The primes whose product is a whole number, in order, each as often as it occurs.",
        example: ("prime_factors(12)", "[2, 2, 3]"),
        takes: &[Takes::Whole],
        least: 1,
        most: 1,
        gives: numbers,
        call: |arguments| {
            let [n] = exactly(arguments)?;
            values(&prime_factors("prime_factors", n)?)
        },
    },
    Function {
        name: "is_square",
        signature: "is_square(n)",
        summary: "Whether a whole number is the square of a whole number.",
        example: ("is_square(49)", "true"),
        takes: &[Takes::Whole],
        least: 1,
        most: 1,
        gives: |_| Type::Boolean,
        call: |arguments| {
            let [n] = exactly(arguments)?;
            let n = whole("is_square", n)?;
            Ok((!n.is_negative() && n.sqrt().pow(2) == n).into())
        },
    },
    Function {
        name: "is_even",
        signature: "is_even(n)",
        summary: "Whether a whole number is even.",
        example: ("is_even(0)", "true"),
        takes: &[Takes::Whole],
        least: 1,
        most: 1,
        gives: |_| Type::Boolean,
        call: |arguments| {
            let [n] = exactly(arguments)?;
            Ok(whole("is_even", n)?.is_even().into())
        },
    },
    Function {
        name: "is_odd",
        signature: "is_odd(n)",
        summary: "Whether a whole number is odd.",
        example: ("is_odd(-3)", "true"),
        takes: &[Takes::Whole],
        least: 1,
        most: 1,
        gives: |_| Type::Boolean,
        call: |arguments| {
            let [n] = exactly(arguments)?;
            Ok(whole("is_odd", n)?.is_odd().into())
        },
    },
];

fn decimal_digits(function: &'static str, n: &Value) -> Result<Vec<u8>, Failure> {
    Ok(natural(function, n)?.to_radix_be(10).1)
}

/// n·(n - 1)·… with k factors, divided by k! on the way if asked; 0 for negative k.
///
/// Every factor but a last 1 at least doubles the product, and for k ≤ n/2 every binomial at least
/// doubles the one before, so the limit of size ends the loop whatever k is.
fn falling(n: &BigInt, k: &BigInt, divided: bool) -> Outcome {
    if k.is_negative() {
        return Ok(Value::integer(0));
    }
    let mut product = BigInt::from(1);
    let mut taken = BigInt::ZERO;
    while taken < *k {
        product *= n - &taken;
        taken += 1;
        if divided {
            product /= &taken;
        }
        if product.bits() > crate::value::rational::MAX_BITS {
            return Err(crate::value::ArithmeticError::TooLarge.into());
        }
    }
    whole_value(product)
}

/// The prime factors of a number from 1 to 10¹², which covers what a student can be asked.
pub fn prime_factors(function: &'static str, n: &Value) -> Result<Vec<u64>, Failure> {
    let needs = "a whole number from 1 to 10^12";
    let n = within(function, n, 1..=1_000_000_000_000, needs)?;
    Ok(prime::prime_factors(n.unsigned_abs()))
}

fn values(numbers: &[u64]) -> Outcome {
    let values = numbers.iter().map(|n| whole_value(BigInt::from(*n)));
    Ok(Value::List(values.collect::<Result<_, _>>()?))
}
