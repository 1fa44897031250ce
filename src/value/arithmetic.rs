//! The operators of the language on values.

use std::sync::Arc;

use super::error::{ArithmeticError, Operation};
use super::formula::Formula;
use super::number::Number;
use super::polynomial::Polynomial;
use super::rational::Rational;
use super::surd::Surd;
use super::{Value, Value::PiMultiple};

type Outcome = Result<Value, ArithmeticError>;

/// The sum; texts are joined.
#[inline]
pub fn add(left: &Value, right: &Value) -> Outcome {
    match (left, right) {
        (Value::Number(a), Value::Number(b)) => Ok(Value::Number(a.add(b)?)),
        (Value::Text(a), Value::Text(b)) => Ok(Value::Text(Arc::from(format!("{a}{b}")))),
        _ => general(Operation::Add, left, right),
    }
}

/// The difference.
#[inline]
pub fn subtract(left: &Value, right: &Value) -> Outcome {
    match (left, right) {
        (Value::Number(a), Value::Number(b)) => Ok(Value::Number(a.sub(b)?)),
        _ => general(Operation::Subtract, left, right),
    }
}

/// The product.
#[inline]
pub fn multiply(left: &Value, right: &Value) -> Outcome {
    match (left, right) {
        (Value::Number(a), Value::Number(b)) => Ok(Value::Number(a.mul(b)?)),
        _ => general(Operation::Multiply, left, right),
    }
}

/// The exact quotient.
#[inline]
pub fn divide(left: &Value, right: &Value) -> Outcome {
    match (left, right) {
        (Value::Number(a), Value::Number(b)) => Ok(Value::Number(a.div(b)?)),
        _ => general(Operation::Divide, left, right),
    }
}

/// The remainder of floored division: it has the sign of the divisor.
pub fn modulo(left: &Value, right: &Value) -> Outcome {
    match (left, right) {
        (Value::Number(a), Value::Number(b)) => Ok(Value::Number(a.modulo(b)?)),
        _ => general(Operation::Modulo, left, right),
    }
}

/// The floored quotient, a whole number.
pub fn quotient(left: &Value, right: &Value) -> Outcome {
    match (left, right) {
        (Value::Number(a), Value::Number(b)) => Ok(a.exact().quotient(b.exact())?.into()),
        _ => general(Operation::Quotient, left, right),
    }
}

/// A whole power. 0⁰ is 1; a negative power of 0 divides by zero.
pub fn power(base: &Value, exponent: &Value) -> Outcome {
    if let (Value::Number(a), Value::Number(b)) = (base, exponent) {
        return Ok(Value::Number(a.pow(whole_exponent(b)?)?));
    }
    general(Operation::Power, base, exponent)
}

/// The opposite.
#[inline]
pub fn negate(value: &Value) -> Outcome {
    match value {
        Value::Number(n) => Ok(Value::Number(n.neg())),
        Value::Polynomial(p) => Ok(p.neg().into()),
        Value::Surd(surd) => Ok(surd.neg().into()),
        PiMultiple(c) => Ok(Value::pi_multiple(c.neg())),
        Value::Real(x) => Ok(Value::Real(-x)),
        Value::Formula(f) => Ok((**f).clone().negated().into()),
        _ => Err(value.not_for(Operation::Negate)),
    }
}

/// The rarer kinds: the two sides are brought to a common kind, or refused.
#[cold]
fn general(operation: Operation, left: &Value, right: &Value) -> Outcome {
    match (left, right) {
        (Value::Formula(_), _) | (_, Value::Formula(_)) => {
            let (left, right) = (left.clone().into(), right.clone().into());
            Ok(Formula::operation(operation, left, right).into())
        }
        (Value::Real(_), _) | (_, Value::Real(_)) => match (left.to_f64(), right.to_f64()) {
            (Some(a), Some(b)) => real(operation, a, b),
            _ => Err(undefined(operation, left, right)),
        },
        (Value::Polynomial(a), Value::Polynomial(b)) => polynomial(operation, a, b),
        (Value::Polynomial(a), Value::Number(b)) if operation == Operation::Power => {
            Ok(a.pow(whole_exponent(b)?)?.into())
        }
        (Value::Polynomial(a), Value::Number(b)) => {
            polynomial(operation, a, &Polynomial::constant(b.clone()))
        }
        (Value::Number(a), Value::Polynomial(b)) => {
            polynomial(operation, &Polynomial::constant(a.clone()), b)
        }
        (Value::Surd(a), Value::Number(b)) if operation == Operation::Power => {
            Ok(a.pow(whole_exponent(b)?)?.into())
        }
        (Value::Surd(a), Value::Surd(b)) => surd(operation, a, b),
        (Value::Surd(a), Value::Number(b)) => {
            surd(operation, a, &Surd::rational(b.exact().clone()))
        }
        (Value::Number(a), Value::Surd(b)) => {
            surd(operation, &Surd::rational(a.exact().clone()), b)
        }
        (PiMultiple(_), _) | (_, PiMultiple(_)) => pi(operation, left, right),
        _ => Err(undefined(operation, left, right)),
    }
}

fn polynomial(operation: Operation, a: &Polynomial, b: &Polynomial) -> Outcome {
    let result = match operation {
        Operation::Add => a.add(b)?,
        Operation::Subtract => a.sub(b)?,
        Operation::Multiply => a.mul(b)?,
        Operation::Divide => match b.as_constant() {
            Some(number) => a.divide_by_number(&number)?,
            None => a.divide_exactly(b)?,
        },
        _ => return Err(between(operation, a.clone().into(), b.clone().into())),
    };
    Ok(result.into())
}

fn surd(operation: Operation, a: &Surd, b: &Surd) -> Outcome {
    let result = match operation {
        Operation::Add => a.add(b)?,
        Operation::Subtract => a.sub(b)?,
        Operation::Multiply => a.mul(b)?,
        Operation::Divide => a.div(b)?,
        _ => return Err(between(operation, a.clone().into(), b.clone().into())),
    };
    Ok(result.into())
}

/// Multiples of π stay multiples, or their quotient is a number; anything else
/// (π + 1, π²) has no exact form here.
fn pi(operation: Operation, left: &Value, right: &Value) -> Outcome {
    let multiple = |c: Result<Rational, ArithmeticError>| c.map(Value::pi_multiple);
    match (operation, left, right) {
        (Operation::Add, PiMultiple(a), PiMultiple(b)) => multiple(a.add(b)),
        (Operation::Subtract, PiMultiple(a), PiMultiple(b)) => multiple(a.sub(b)),
        (Operation::Divide, PiMultiple(a), PiMultiple(b)) => a.div(b).map(Value::from),
        (Operation::Multiply, PiMultiple(a), Value::Number(b))
        | (Operation::Multiply, Value::Number(b), PiMultiple(a)) => multiple(a.mul(b.exact())),
        (Operation::Divide, PiMultiple(a), Value::Number(b)) => multiple(a.div(b.exact())),
        (Operation::Add, PiMultiple(_), Value::Number(b)) if b.exact().is_zero() => {
            Ok(left.clone())
        }
        (Operation::Subtract, PiMultiple(_), Value::Number(b)) if b.exact().is_zero() => {
            Ok(left.clone())
        }
        (Operation::Add, Value::Number(a), PiMultiple(_)) if a.exact().is_zero() => {
            Ok(right.clone())
        }
        _ => Err(undefined(operation, left, right)),
    }
}

fn real(operation: Operation, a: f64, b: f64) -> Outcome {
    let result = match operation {
        Operation::Add => a + b,
        Operation::Subtract => a - b,
        Operation::Multiply => a * b,
        Operation::Divide | Operation::Modulo | Operation::Quotient if b == 0.0 => {
            return Err(ArithmeticError::DivisionByZero);
        }
        Operation::Divide => a / b,
        Operation::Power => libm::pow(a, b),
        Operation::Modulo => a - b * libm::floor(a / b),
        Operation::Quotient => libm::floor(a / b),
        _ => return Err(between(operation, Value::Real(a), Value::Real(b))),
    };
    // A result that is no finite number must not travel on as one.
    if result.is_finite() {
        Ok(Value::Real(result))
    } else {
        Err(ArithmeticError::TooLarge)
    }
}

fn whole_exponent(exponent: &Number) -> Result<i64, ArithmeticError> {
    if !exponent.exact().is_integer() {
        return Err(ArithmeticError::NotWhole(Operation::Power));
    }
    exponent.exact().to_i64().ok_or(ArithmeticError::TooLarge)
}

fn undefined(operation: Operation, left: &Value, right: &Value) -> ArithmeticError {
    ArithmeticError::Undefined {
        operation,
        left: left.kind(),
        right: right.kind(),
    }
}

fn between(operation: Operation, left: Value, right: Value) -> ArithmeticError {
    undefined(operation, &left, &right)
}
