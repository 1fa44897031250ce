//! Exact real roots of the polynomials that school solves.

use crate::expression::failure::Failure;
use crate::expression::function::arguments::{Outcome, outside};
use crate::expression::function::order::sorted;
use crate::value::arithmetic::{add, divide, negate, subtract};
use crate::value::{ArithmeticError, Number, Polynomial, Rational, Value};

/// The real roots in order, each once.
pub fn roots(p: &Polynomial) -> Outcome {
    let symbols = p.symbols();
    let (Some(x), 1) = (symbols.first(), symbols.len()) else {
        return Err(outside("roots", "a polynomial in one letter"));
    };
    let mut roots = Vec::new();
    if p.degree() <= 2 {
        roots = of_low_degree(p, x)?;
    } else {
        let needs = "a polynomial with factors of degree 1 and 2";
        let found = p.factor().ok_or_else(|| outside("roots", needs))?;
        for (factor, _) in found.factors {
            if factor.degree() > 2 {
                return Err(outside("roots", needs));
            }
            roots.extend(of_low_degree(&factor, x)?);
        }
    }
    // Distinct factors over the fractions share no root.
    Ok(Value::List(sorted(&roots)?.into()))
}

/// b² - 4ac
pub fn discriminant(p: &Polynomial) -> Outcome {
    let symbols = p.symbols();
    let (Some(x), 1, 2) = (symbols.first(), symbols.len(), p.degree()) else {
        return Err(outside("discriminant", "a quadratic in one letter"));
    };
    Ok(Quadratic::read(p, x).discriminant()?.into())
}

struct Quadratic {
    a: Number,
    b: Number,
    c: Number,
}

impl Quadratic {
    fn read(p: &Polynomial, x: &str) -> Self {
        let coefficient = |n| {
            let constant = p.coefficient_in(x, n).as_constant();
            constant.unwrap_or(Number::integer(0))
        };
        Self {
            a: coefficient(2),
            b: coefficient(1),
            c: coefficient(0),
        }
    }

    fn discriminant(&self) -> Result<Number, ArithmeticError> {
        let product = self.a.mul(&self.c)?.mul(&Number::integer(4))?;
        self.b.mul(&self.b)?.sub(&product)
    }
}

/// The roots of ax² + bx + c, or of bx + c with b ≠ 0.
fn of_low_degree(p: &Polynomial, x: &str) -> Result<Vec<Value>, Failure> {
    let quadratic = Quadratic::read(p, x);
    if quadratic.a.exact().is_zero() {
        return Ok(vec![quadratic.c.neg().div(&quadratic.b)?.into()]);
    }
    let discriminant = quadratic.discriminant()?;
    let middle = negate(&quadratic.b.clone().into())?;
    let twice = quadratic.a.add(&quadratic.a)?.into();
    if discriminant.exact().is_negative() {
        return Ok(Vec::new());
    }
    if discriminant.exact() == &Rational::ZERO {
        return Ok(vec![divide(&middle, &twice)?]);
    }
    let root = Value::root(discriminant.exact())?;
    Ok(vec![
        divide(&subtract(&middle, &root)?, &twice)?,
        divide(&add(&middle, &root)?, &twice)?,
    ])
}
