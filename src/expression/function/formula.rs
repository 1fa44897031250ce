//! From values to shown products, and back.

use crate::expression::failure::Failure;
use crate::expression::function::arguments::{Outcome, number, outside, polynomial};
use crate::expression::function::whole::prime_factors;
use crate::value::{Formula, Number, Operation, Polynomial, Value, arithmetic};

/// How deep a shown expression may nest to be worked out; the walk is a recursion.
const DEPTH: usize = 200;

/// The product of the factors of a polynomial, or of the primes of a whole number.
pub fn factored(value: &Value) -> Outcome {
    let p = polynomial(value)?;
    let (negative, factors) = if p.as_constant().is_some() {
        let n = number(value)?;
        (n.exact().is_negative(), primes(&n.abs().into())?)
    } else {
        let needs = "a polynomial whose factors over the fractions can be found";
        let found = p.factor().ok_or_else(|| outside("factor", needs))?;
        let size = Number::fraction(found.constant.abs());
        let constant = (size != Number::integer(1)).then(|| (Polynomial::constant(size), 1));
        let factors = constant.into_iter().chain(found.factors).collect();
        (found.constant.is_negative(), factors)
    };
    let mut product: Option<Formula> = None;
    for (factor, exponent) in factors {
        let base = Formula::Value(factor.into());
        let power = match exponent {
            1 => base,
            n => {
                let n = Formula::Value(Value::integer(n.into()));
                Formula::operation(Operation::Power, base, n)
            }
        };
        product = Some(match product {
            Some(before) => Formula::operation(Operation::Multiply, before, power),
            None => power,
        });
    }
    let product = product.unwrap_or(Formula::Value(Value::integer(1)));
    Ok(if negative { product.negated() } else { product }.into())
}

fn primes(n: &Value) -> Result<Vec<(Polynomial, u32)>, Failure> {
    let mut factors: Vec<(Polynomial, u32)> = Vec::new();
    for p in prime_factors("factor", n)? {
        let p = i64::try_from(p).map_err(|_| Failure::TooLarge)?;
        let p = Polynomial::constant(Number::integer(p));
        match factors.last_mut() {
            Some((last, count)) if *last == p => *count += 1,
            _ => factors.push((p, 1)),
        }
    }
    Ok(factors)
}

/// The value of a shown expression.
pub fn worked_out(formula: &Formula) -> Outcome {
    value(formula, 0)
}

fn value(formula: &Formula, depth: usize) -> Outcome {
    if depth > DEPTH {
        return Err(Failure::TooLarge);
    }
    let part = |part: &Formula| value(part, depth + 1);
    Ok(match formula {
        Formula::Value(value) => value.clone(),
        Formula::Negated(x) => arithmetic::negate(&part(x)?)?,
        Formula::Absolute(x) => part(x)?.abs()?,
        Formula::Root(x) => Value::root(number(&part(x)?)?.exact())?,
        Formula::Operation(operation, left, right) => {
            let apply = match operation {
                Operation::Add => arithmetic::add,
                Operation::Subtract => arithmetic::subtract,
                Operation::Multiply => arithmetic::multiply,
                Operation::Divide => arithmetic::divide,
                Operation::Power => arithmetic::power,
                Operation::Modulo => arithmetic::modulo,
                Operation::Quotient => arithmetic::quotient,
                _ => return Err(outside("expand", "an expression with operators only")),
            };
            apply(&part(left)?, &part(right)?)?
        }
        Formula::Relation(..) => {
            return Err(outside("expand", "an expression and no equation"));
        }
        Formula::Function(..) => {
            return Err(outside("expand", "an expression with operators only"));
        }
    })
}
