//! Signs, rounding, the smallest and the largest.

use std::cmp::Ordering;

use crate::expression::failure::Failure;
use crate::expression::function::arguments::{
    Outcome, exactly, miscounted, number, order, outside, within,
};
use crate::expression::function::takes::joined;
use crate::expression::function::{Family, Function, MANY, Takes};
use crate::expression::types::Type;
use crate::value::{ArithmeticError, Formula, Number, Operation, Rational, Value, arithmetic};

/// The family.
pub const FAMILY: Family = Family {
    title: "Numbers",
    functions: &FUNCTIONS,
};

/// The most decimal places or significant figures that may be asked for.
const PLACES: i64 = 100;

const FUNCTIONS: [Function; 9] = [
    Function {
        name: "abs",
        signature: "abs(x)",
        summary: "The distance from zero; of a polynomial, the bars are shown: |x - 3|.",
        example: ("abs(-3)", "3"),
        takes: &[Takes::Either(&Takes::Real, &Takes::Shown)],
        least: 1,
        most: 1,
        gives: |types| match types.first() {
            Some(Type::Number) => Type::Number,
            Some(Type::Special) => Type::Special,
            Some(Type::Real) => Type::Real,
            Some(Type::Formula) => Type::Formula,
            _ => Type::Any,
        },
        call: |arguments| {
            let [x] = exactly(arguments)?;
            match x {
                Value::Polynomial(_) if x.as_number().is_none() => {
                    let bars = Formula::Absolute(Box::new(x.clone().into()));
                    Ok(bars.into())
                }
                _ => Ok(x.abs()?),
            }
        },
    },
    Function {
        name: "sign",
        signature: "sign(x)",
        summary: "-1 for a negative number, 0 for zero, 1 for a positive number.",
        example: ("sign(-12)", "-1"),
        takes: &[Takes::Number],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| {
            let [x] = exactly(arguments)?;
            let order = order(x, &Value::integer(0))?;
            Ok(Value::integer(order as i64))
        },
    },
    Function {
        name: "floor",
        signature: "floor(x)",
        summary: "The largest whole number that is not above x.",
        example: ("floor(-7/2)", "-4"),
        takes: &[Takes::Number],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| {
            let [x] = exactly(arguments)?;
            Ok(floor(x)?.into())
        },
    },
    Function {
        name: "ceil",
        signature: "ceil(x)",
        summary: "The smallest whole number that is not below x.",
        example: ("ceil(7/2)", "4"),
        takes: &[Takes::Number],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| {
            let [x] = exactly(arguments)?;
            Ok(floor(&arithmetic::negate(x)?)?.neg().into())
        },
    },
    Function {
        name: "round",
        signature: "round(x), round(x, places)",
        summary: "x rounded to so many decimal places, or to a whole number; halves go away \
                  from zero, and negative places round to tens, hundreds and so on.",
        example: ("round(2.345, 2)", "2.35"),
        takes: &[Takes::Real, Takes::Whole],
        least: 1,
        most: 2,
        gives: |_| Type::Number,
        call: round,
    },
    Function {
        name: "sig",
        signature: "sig(x, figures)",
        summary: "x rounded to so many significant figures.",
        example: ("sig(0.012345, 3)", "0.0123"),
        takes: &[Takes::Real, Takes::Whole],
        least: 2,
        most: 2,
        gives: |_| Type::Number,
        call: |arguments| {
            let [x, figures] = exactly(arguments)?;
            let needs = "between 1 and 100 significant figures";
            sig(x, within("sig", figures, 1..=PLACES, needs)? as i32)
        },
    },
    Function {
        name: "min",
        signature: "min(a, b, …), min(list)",
        summary: "The smallest of some numbers, or of a list.",
        example: ("min(3, 1, 2)", "1"),
        takes: &[Takes::Either(&Takes::Number, &Takes::NUMBERS)],
        least: 1,
        most: MANY,
        gives: joined,
        call: |arguments| extreme("min", arguments, Ordering::Less),
    },
    Function {
        name: "max",
        signature: "max(a, b, …), max(list)",
        summary: "The largest of some numbers, or of a list.",
        example: ("max([3, 1, 2])", "3"),
        takes: &[Takes::Either(&Takes::Number, &Takes::NUMBERS)],
        least: 1,
        most: MANY,
        gives: joined,
        call: |arguments| extreme("max", arguments, Ordering::Greater),
    },
    Function {
        name: "is_integer",
        signature: "is_integer(x)",
        summary: "Whether x is a whole number; 4/2 and 3.0 are.",
        example: ("is_integer(6/4)", "false"),
        takes: &[Takes::Algebraic],
        least: 1,
        most: 1,
        gives: |_| Type::Boolean,
        call: |arguments| {
            let [x] = exactly(arguments)?;
            // Surds and polynomials are exact, and not whole.
            match x {
                Value::Surd(_) | Value::PiMultiple(_) | Value::Polynomial(_) => {
                    let whole = x.as_number().is_some_and(|x| x.exact().is_integer());
                    Ok(whole.into())
                }
                _ => Ok(number(x)?.exact().is_integer().into()),
            }
        },
    },
];

/// Floor of anything exact: the nearest whole number, or the one below it.
fn floor(x: &Value) -> Result<Rational, Failure> {
    if let Some(number) = x.as_number() {
        return Ok(number.exact().floor());
    }
    if matches!(x, Value::Real(_)) {
        return Err(Failure::Unrounded);
    }
    let nearest = x.rounded(0)?;
    if order(&Value::Number(nearest.clone()), x)?.is_gt() {
        return Ok(nearest.exact().sub(&Rational::ONE)?);
    }
    Ok(nearest.exact().clone())
}

fn round(arguments: &[Value]) -> Outcome {
    let (x, places) = match arguments {
        [x] => (x, 0),
        [x, places] => {
            let needs = "at most 100 decimal places";
            (x, within("round", places, -PLACES..=PLACES, needs)?)
        }
        _ => return Err(miscounted()),
    };
    Ok(x.rounded(places as i32)?.into())
}

fn sig(x: &Value, figures: i32) -> Outcome {
    let near = || Rational::from_f64(x.to_f64()?);
    let exact = x.as_number().map(|number| number.exact().clone());
    let Some(size) = exact.or_else(near) else {
        return Err(ArithmeticError::UndefinedFor {
            operation: Operation::Round,
            kind: x.kind(),
        }
        .into());
    };
    let Some(magnitude) = size.magnitude() else {
        return Ok(Value::integer(0));
    };
    let rounded = x.rounded(figures - 1 - magnitude)?;
    // 9.99 becomes 10.0 and not 10.00; a float that lay across a power of ten is mended here too.
    match rounded.exact().magnitude() {
        Some(risen) if risen != magnitude => Ok(x.rounded(figures - 1 - risen)?.into()),
        _ => Ok(rounded.into()),
    }
}

/// The first value that no other surpasses towards `side`.
fn extreme(function: &'static str, arguments: &[Value], side: Ordering) -> Outcome {
    let values = match arguments {
        [Value::List(elements)] => elements,
        all => all,
    };
    let Some((first, rest)) = values.split_first() else {
        return Err(outside(function, "at least one number"));
    };
    // A single value is compared with itself, so that it too must have an order.
    let mut best = first;
    order(best, &Number::integer(0).into())?;
    for value in rest {
        if order(value, best)? == side {
            best = value;
        }
    }
    Ok(best.clone())
}
