//! Polynomials: their parts, their values, their factors.

use num_traits::ToPrimitive;

use crate::expression::failure::Failure;
use crate::expression::function::arguments::{
    Outcome, exactly, miscounted, outside, polynomial, symbol, within,
};
use crate::expression::function::formula::{factored, worked_out};
use crate::expression::function::solve::{discriminant, roots};
use crate::expression::function::{Family, Function, Takes};
use crate::expression::types::Type;
use crate::value::polynomial::{MAX_DEGREE, Monomial};
use crate::value::{Number, Polynomial, Value};

/// The family.
pub const FAMILY: Family = Family {
    title: "Algebra",
    functions: &FUNCTIONS,
};

const FUNCTIONS: [Function; 9] = [
    Function {
        name: "degree",
        signature: "degree(p), degree(p, x)",
        summary: "The degree of a polynomial, or the highest power of one letter in it.",
        example: ("degree(x^3 - 2*x)", "3"),
        takes: &[Takes::Algebraic, Takes::Symbol],
        least: 1,
        most: 2,
        gives: |_| Type::Number,
        call: |arguments| {
            let degree = match arguments {
                [p] => polynomial(p)?.degree(),
                [p, x] => polynomial(p)?.degree_in(&symbol("degree", x)?),
                _ => return Err(miscounted()),
            };
            Ok(Value::integer(degree.into()))
        },
    },
    Function {
        name: "coefficient",
        signature: "coefficient(p, x, n)",
        summary: "What stands before the n-th power of a letter; n = 0 gives the constant.",
        example: ("coefficient(3*x^2 - 5*x + 1, x, 1)", "-5"),
        takes: &[Takes::Algebraic, Takes::Symbol, Takes::Whole],
        least: 3,
        most: 3,
        gives: |_| Type::Polynomial,
        call: |arguments| {
            let [p, x, n] = exactly(arguments)?;
            let needs = "a power that is a whole number from 0 up";
            let n = within("coefficient", n, 0..=u32::MAX.into(), needs)?;
            let x = symbol("coefficient", x)?;
            Ok(polynomial(p)?
                .coefficient_in(&x, n.to_u32().unwrap_or(u32::MAX))
                .into())
        },
    },
    Function {
        name: "substitute",
        signature: "substitute(p, x, value)",
        summary: "The polynomial with a number, or another polynomial, in the place of a letter.",
        example: ("substitute(x^2 - 5*x + 1, x, 3)", "-5"),
        takes: &[Takes::Algebraic, Takes::Symbol, Takes::Algebraic],
        least: 3,
        most: 3,
        gives: |types| sum_type(types.get(2)),
        call: |arguments| {
            let [p, x, value] = exactly(arguments)?;
            let x = symbol("substitute", x)?;
            if !matches!(value, Value::Surd(_) | Value::PiMultiple(_)) {
                polynomial(value)?;
            }
            let value_of = |name: &str| (name == &*x).then(|| value.clone());
            Ok(polynomial(p)?.evaluate(&value_of)?)
        },
    },
    Function {
        name: "expand",
        signature: "expand(p)",
        summary: "A product or power worked out to a sum, also of what `show` and `factor` give.",
        example: ("expand(show((x + 1)*(x - 1)))", "x^2 - 1"),
        takes: &[Takes::Shown],
        least: 1,
        most: 1,
        gives: |types| sum_type(types.first()),
        call: |arguments| {
            let [p] = exactly(arguments)?;
            match p {
                Value::Formula(formula) => worked_out(formula),
                Value::Surd(_) | Value::PiMultiple(_) => Ok(p.clone()),
                other => Ok(polynomial(other)?.into()),
            }
        },
    },
    Function {
        name: "factor",
        signature: "factor(p)",
        summary: "A polynomial, or a whole number, shown as the product of its factors.",
        example: ("factor(2*x^2 - 10*x + 12)", "2*(x - 2)*(x - 3)"),
        takes: &[Takes::Algebraic],
        least: 1,
        most: 1,
        gives: |_| Type::Formula,
        call: |arguments| {
            let [p] = exactly(arguments)?;
            factored(p)
        },
    },
    Function {
        name: "roots",
        signature: "roots(p)",
        summary: "The real roots of a polynomial in one letter, in order, each once, exactly.",
        example: ("roots(x^2 - 2*x - 1)", "[1 - root(2), 1 + root(2)]"),
        takes: &[Takes::Algebraic],
        least: 1,
        most: 1,
        gives: |_| Type::list_of(Type::Special),
        call: |arguments| {
            let [p] = exactly(arguments)?;
            roots(&polynomial(p)?)
        },
    },
    Function {
        name: "discriminant",
        signature: "discriminant(p)",
        summary: "b² - 4ac of a quadratic ax² + bx + c in one letter.",
        example: ("discriminant(x^2 - 5*x + 6)", "1"),
        takes: &[Takes::Algebraic],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| {
            let [p] = exactly(arguments)?;
            discriminant(&polynomial(p)?)
        },
    },
    Function {
        name: "derivative",
        signature: "derivative(p, x)",
        summary: "The derivative of a polynomial with respect to a letter.",
        example: ("derivative(x^3 - 5*x + 1, x)", "3*x^2 - 5"),
        takes: &[Takes::Algebraic, Takes::Symbol],
        least: 2,
        most: 2,
        gives: |_| Type::Polynomial,
        call: |arguments| {
            let [p, x] = exactly(arguments)?;
            let x = symbol("derivative", x)?;
            termwise(&polynomial(p)?, |monomial, coefficient| {
                let n = Number::integer(monomial.exponent(&x).into());
                let lower = monomial.div(&Monomial::symbol(&x)).unwrap_or_default();
                Ok((lower, coefficient.mul(&n)?))
            })
        },
    },
    Function {
        name: "antiderivative",
        signature: "antiderivative(p, x)",
        summary: "The antiderivative of a polynomial with respect to a letter, without a constant.",
        example: ("antiderivative(3*x^2 - 5, x)", "x^3 - 5*x"),
        takes: &[Takes::Algebraic, Takes::Symbol],
        least: 2,
        most: 2,
        gives: |_| Type::Polynomial,
        call: |arguments| {
            let [p, x] = exactly(arguments)?;
            let x = symbol("antiderivative", x)?;
            let p = polynomial(p)?;
            if p.degree_in(&x) >= MAX_DEGREE {
                return Err(outside("antiderivative", "a polynomial of a lower degree"));
            }
            termwise(&p, |monomial, coefficient| {
                let higher = monomial.mul(&Monomial::symbol(&x));
                let n = Number::integer(higher.exponent(&x).into());
                Ok((higher, coefficient.div(&n)?))
            })
        },
    },
];

/// The type of a sum of what is given, shown expressions worked out.
fn sum_type(given: Option<&Type>) -> Type {
    match given {
        Some(Type::Number | Type::Polynomial) => Type::Polynomial,
        Some(Type::Special) => Type::Special,
        _ => Type::Any,
    }
}

/// The polynomial that `change` makes of every term.
fn termwise(
    p: &Polynomial,
    change: impl Fn(&Monomial, &Number) -> Result<(Monomial, Number), Failure>,
) -> Outcome {
    let terms = p
        .terms()
        .map(|(monomial, coefficient)| change(monomial, coefficient));
    Ok(Polynomial::new(terms.collect::<Result<Vec<_>, _>>()?)?.into())
}
