//! Reading the arguments of a function. Nothing is taken by its place, so that even a call that
//! failed the static check cannot panic.

use std::cmp::Ordering;
use std::ops::RangeInclusive;
use std::sync::Arc;

use num_bigint::BigInt;

use crate::expression::failure::Failure;
use crate::value::{ArithmeticError, Number, Polynomial, Rational, Row, Value};

/// What a function returns.
pub type Outcome = Result<Value, Failure>;

/// The arguments, if there are `N` of them.
pub fn exactly<const N: usize>(arguments: &[Value]) -> Result<&[Value; N], Failure> {
    arguments.try_into().map_err(|_| miscounted())
}

/// The failure of a call with too few or too many arguments, which the static check refuses.
pub fn miscounted() -> Failure {
    outside("a function", "as many arguments as its signature names")
}

/// An argument outside what the function is defined for.
pub fn outside(function: &'static str, needs: &'static str) -> Failure {
    Failure::Outside { function, needs }
}

fn wrong(wanted: &'static str, found: &Value) -> Failure {
    let found = found.kind();
    Failure::WrongKind { wanted, found }
}

/// An exact number.
pub fn number(value: &Value) -> Result<Number, Failure> {
    value.as_number().ok_or_else(|| wrong("a number", value))
}

/// A whole number of any size.
pub fn whole(function: &'static str, value: &Value) -> Result<BigInt, Failure> {
    let number = number(value)?;
    if !number.exact().is_integer() {
        return Err(outside(function, "whole numbers"));
    }
    Ok(number.exact().numerator())
}

/// A whole number of 0 or more.
pub fn natural(function: &'static str, value: &Value) -> Result<BigInt, Failure> {
    let number = whole(function, value)?;
    if number < BigInt::ZERO {
        return Err(outside(function, "whole numbers from 0 up"));
    }
    Ok(number)
}

/// A whole number in a range that `needs` describes.
pub fn within(
    function: &'static str,
    value: &Value,
    range: RangeInclusive<i64>,
    needs: &'static str,
) -> Result<i64, Failure> {
    let found = number(value)?.exact().to_i64();
    found
        .filter(|n| range.contains(n))
        .ok_or_else(|| outside(function, needs))
}

/// A value on the number line as a float.
pub fn real(value: &Value) -> Result<f64, Failure> {
    let real = value.to_f64().ok_or_else(|| wrong("a number", value))?;
    finite(real)
}

/// A float as a value; what is no finite number must not travel on as one.
pub fn real_value(real: f64) -> Outcome {
    finite(real).map(Value::Real)
}

fn finite(real: f64) -> Result<f64, Failure> {
    if real.is_finite() {
        Ok(real)
    } else {
        Err(ArithmeticError::TooLarge.into())
    }
}

/// A text.
pub fn text(value: &Value) -> Result<&str, Failure> {
    match value {
        Value::Text(text) => Ok(text),
        other => Err(wrong("a text", other)),
    }
}

/// True or false.
pub fn boolean(value: &Value) -> Result<bool, Failure> {
    match value {
        Value::Boolean(truth) => Ok(*truth),
        other => Err(wrong("true or false", other)),
    }
}

/// A list.
pub fn list(value: &Value) -> Result<&[Value], Failure> {
    match value {
        Value::List(elements) => Ok(elements),
        other => Err(wrong("a list", other)),
    }
}

/// A list of exact numbers.
pub fn numbers(value: &Value) -> Result<Vec<Number>, Failure> {
    list(value)?.iter().map(number).collect()
}

/// A row or a map.
pub fn row(value: &Value) -> Result<&Row, Failure> {
    match value {
        Value::Row(row) => Ok(row),
        other => Err(wrong("a row or a map", other)),
    }
}

/// A polynomial; a number is a constant one.
pub fn polynomial(value: &Value) -> Result<Polynomial, Failure> {
    match value {
        Value::Polynomial(polynomial) => Ok((**polynomial).clone()),
        other => match other.as_number() {
            Some(number) => Ok(Polynomial::constant(number)),
            None => Err(wrong("a number or a polynomial", other)),
        },
    }
}

/// The name of a symbol.
pub fn symbol(function: &'static str, value: &Value) -> Result<Arc<str>, Failure> {
    match value {
        Value::Polynomial(polynomial) => polynomial.as_symbol().cloned(),
        _ => None,
    }
    .ok_or_else(|| outside(function, "one of the `symbols`, such as x"))
}

/// The order of two values; an error if they have none.
pub fn order(left: &Value, right: &Value) -> Result<Ordering, Failure> {
    if matches!(left, Value::Real(_)) || matches!(right, Value::Real(_)) {
        return Err(Failure::Unrounded);
    }
    left.compare(right)
        .ok_or_else(|| Failure::Unordered(left.kind(), right.kind()))
}

/// A whole number as a value, if it is not too large.
pub fn whole_value(number: BigInt) -> Outcome {
    Ok(Rational::from_big(number, BigInt::from(1))?.into())
}

/// A count or a size as a value.
pub fn size_value(size: usize) -> Outcome {
    let size = i64::try_from(size).map_err(|_| ArithmeticError::TooLarge)?;
    Ok(Value::integer(size))
}
