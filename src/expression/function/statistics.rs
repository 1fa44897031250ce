//! Middles and spreads of data, exact as far as they are rational.

use crate::expression::failure::Failure;
use crate::expression::function::arguments::{
    Outcome, exactly, list, numbers, outside, real, real_value, within,
};
use crate::expression::function::collection::counts;
use crate::expression::function::order::sorted;
use crate::expression::function::takes::{self, same_list};
use crate::expression::function::{Family, Function, Takes};
use crate::expression::types::Type;
use crate::value::{ArithmeticError, Number, Rational, Value};

/// The family.
pub const FAMILY: Family = Family {
    title: "Statistics",
    functions: &FUNCTIONS,
};

/// A result with more decimals is a fraction.
const PLACES: u32 = 6;

const FUNCTIONS: [Function; 14] = [
    Function {
        name: "mean",
        signature: "mean(data)",
        summary: "The mean; a decimal if it needs at most 6 places, else a fraction.",
        example: ("mean([2, 3, 4, 9])", "4.5"),
        takes: &[Takes::NUMBERS],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| {
            let data = Data::read("mean", arguments, 1)?;
            Ok(data.shown(mean(&data.ordered)?))
        },
    },
    Function {
        name: "median",
        signature: "median(data)",
        summary: "The number in the middle of the ordered data, or halfway between the middle two.",
        example: ("median([7, 1, 2, 4])", "3"),
        takes: &[Takes::NUMBERS],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| {
            let data = Data::read("median", arguments, 1)?;
            data.middle(&data.ordered)
        },
    },
    Function {
        name: "mode",
        signature: "mode(data)",
        summary: "The list of the most frequent values, in order; empty if no value occurs twice.",
        example: ("mode([3, 1, 3, 2, 1])", "[1, 3]"),
        takes: &[Takes::LIST],
        least: 1,
        most: 1,
        gives: same_list,
        call: |arguments| {
            let [xs] = exactly(arguments)?;
            let counts = counts(list(xs)?);
            let most = counts.iter().map(|(_, count)| *count).max();
            let modes = counts.iter().filter(|(_, n)| Some(*n) == most && *n > 1);
            let modes: Vec<Value> = modes.map(|(value, _)| value.clone()).collect();
            Ok(Value::List(sorted(&modes)?.into()))
        },
    },
    Function {
        name: "range_of",
        signature: "range_of(data)",
        summary: "The range: the largest number less the smallest.",
        example: ("range_of([4, 9, 2])", "7"),
        takes: &[Takes::NUMBERS],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| {
            let data = Data::read("range_of", arguments, 1)?;
            let (smallest, largest) = data.ends()?;
            Ok(largest.sub(&smallest)?.into())
        },
    },
    Function {
        name: "quartile",
        signature: "quartile(data, k)",
        summary: "The k-th quartile: the median of the lower half (k = 1), of all (2) or of the \
                  upper half (3); a middle number belongs to neither half.",
        example: ("quartile([1, 2, 3, 4, 5, 6, 7], 1)", "2"),
        takes: &[Takes::NUMBERS, Takes::Whole],
        least: 2,
        most: 2,
        gives: |_| Type::Number,
        call: |arguments| {
            let [data, k] = exactly(arguments)?;
            let data = Data::read("quartile", std::slice::from_ref(data), 2)?;
            data.quartile(within("quartile", k, 1..=3, "1, 2 or 3 for the quartile")?)
        },
    },
    Function {
        name: "iqr",
        signature: "iqr(data)",
        summary: "The interquartile range: the third quartile less the first.",
        example: ("iqr([1, 2, 3, 4, 5, 6, 7])", "4"),
        takes: &[Takes::NUMBERS],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| {
            let data = Data::read("iqr", arguments, 2)?;
            let (first, third) = (data.quartile(1)?, data.quartile(3)?);
            Ok(crate::value::arithmetic::subtract(&third, &first)?)
        },
    },
    Function {
        name: "five_numbers",
        signature: "five_numbers(data)",
        summary: "What a box plot shows: smallest, first quartile, median, third quartile, largest.",
        example: ("five_numbers([1, 2, 3, 4, 5, 6, 7])", "[1, 2, 4, 6, 7]"),
        takes: &[Takes::NUMBERS],
        least: 1,
        most: 1,
        gives: takes::numbers,
        call: |arguments| {
            let data = Data::read("five_numbers", arguments, 2)?;
            let (smallest, largest) = data.ends()?;
            Ok(Value::list([
                smallest.into(),
                data.quartile(1)?,
                data.quartile(2)?,
                data.quartile(3)?,
                largest.into(),
            ]))
        },
    },
    Function {
        name: "hinges",
        signature: "hinges(data)",
        summary: "Tukey's hinges: the medians of the lower and the upper half, where a middle \
                  number belongs to both.",
        example: ("hinges([1, 2, 3, 4, 5])", "[2, 4]"),
        takes: &[Takes::NUMBERS],
        least: 1,
        most: 1,
        gives: takes::numbers,
        call: |arguments| {
            let data = Data::read("hinges", arguments, 1)?;
            // Tukey (1977), chapter 2.
            let (lower, upper) = data.halves(data.ordered.len().div_ceil(2));
            Ok(Value::list([data.middle(lower)?, data.middle(upper)?]))
        },
    },
    Function {
        name: "mad",
        signature: "mad(data)",
        summary: "The mean absolute deviation: the mean distance from the mean.",
        example: ("mad([2, 4, 6, 8])", "2"),
        takes: &[Takes::NUMBERS],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| {
            let data = Data::read("mad", arguments, 1)?;
            let mean = mean(&data.ordered)?;
            let distances = data.ordered.iter().map(|x| Ok(x.exact().sub(&mean)?.abs()));
            let sum = sum(distances)?;
            Ok(data.shown(sum.div(&size(&data.ordered)?)?))
        },
    },
    Function {
        name: "variance",
        signature: "variance(data)",
        summary: "The variance of a sample: squared distances from the mean, over n - 1.",
        example: ("variance([1, 2, 3, 4, 5])", "2.5"),
        takes: &[Takes::NUMBERS],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| {
            let data = Data::read("variance", arguments, 2)?;
            Ok(data.shown(data.variance(1)?))
        },
    },
    Function {
        name: "variance_population",
        signature: "variance_population(data)",
        summary: "The variance of a population: squared distances from the mean, over n.",
        example: ("variance_population([1, 2, 3, 4, 5])", "2"),
        takes: &[Takes::NUMBERS],
        least: 1,
        most: 1,
        gives: |_| Type::Number,
        call: |arguments| {
            let data = Data::read("variance_population", arguments, 1)?;
            Ok(data.shown(data.variance(0)?))
        },
    },
    Function {
        name: "sd",
        signature: "sd(data)",
        summary: "The standard deviation of a sample (over n - 1), to be rounded.",
        example: ("round(sd([2, 4, 4, 4, 5, 5, 7, 9]), 2)", "2.14"),
        takes: &[Takes::NUMBERS],
        least: 1,
        most: 1,
        gives: |_| Type::Real,
        call: |arguments| {
            let data = Data::read("sd", arguments, 2)?;
            real_value(libm::sqrt(data.variance(1)?.to_f64()))
        },
    },
    Function {
        name: "sd_population",
        signature: "sd_population(data)",
        summary: "The standard deviation of a population (over n), to be rounded.",
        example: ("round(sd_population([2, 4, 4, 4, 5, 5, 7, 9]), 2)", "2"),
        takes: &[Takes::NUMBERS],
        least: 1,
        most: 1,
        gives: |_| Type::Real,
        call: |arguments| {
            let data = Data::read("sd_population", arguments, 1)?;
            real_value(libm::sqrt(data.variance(0)?.to_f64()))
        },
    },
    Function {
        name: "normal_cdf",
        signature: "normal_cdf(z)",
        summary: "The share of a standard normal distribution that lies below z, to be rounded.",
        example: ("round(normal_cdf(1.96), 4)", "0.975"),
        takes: &[Takes::Real],
        least: 1,
        most: 1,
        gives: |_| Type::Real,
        call: |arguments| {
            let [z] = exactly(arguments)?;
            let z = real(z)?;
            // Φ(z) = erfc(-z/√2)/2 (Abramowitz & Stegun 1964, 26.2.29 and 7.1.2)
            let share = libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2) / 2.0;
            real_value(share)
        },
    },
];

/// Numbers in order, at least as many as the function needs.
struct Data {
    ordered: Vec<Number>,
}

impl Data {
    fn read(function: &'static str, arguments: &[Value], least: usize) -> Result<Self, Failure> {
        let [xs] = exactly(arguments)?;
        let mut ordered = numbers(xs)?;
        if ordered.len() < least {
            let needs = if least == 1 {
                "at least one number"
            } else {
                "at least two numbers"
            };
            return Err(outside(function, needs));
        }
        ordered.sort();
        Ok(Self { ordered })
    }

    fn ends(&self) -> Result<(Number, Number), Failure> {
        match (self.ordered.first(), self.ordered.last()) {
            (Some(smallest), Some(largest)) => Ok((smallest.clone(), largest.clone())),
            _ => Err(Failure::TooLarge),
        }
    }

    /// Squared distances from the mean, over n less `correction`.
    fn variance(&self, correction: i64) -> Result<Rational, Failure> {
        let over = size(&self.ordered)?.sub(&Rational::integer(correction))?;
        Ok(products(&self.ordered, &self.ordered)?.div(&over)?)
    }

    /// See [`shown`].
    fn shown(&self, exact: Rational) -> Value {
        shown(exact, &self.ordered)
    }

    /// The median of part of the data.
    fn middle(&self, part: &[Number]) -> Outcome {
        let half = part.len() / 2;
        let odd = !part.len().is_multiple_of(2);
        match (part.get(half.wrapping_sub(1)), part.get(half)) {
            (_, Some(middle)) if odd => match middle.places() {
                Some(_) => Ok(middle.clone().into()),
                None => Ok(self.shown(middle.exact().clone())),
            },
            (Some(below), Some(above)) => {
                let sum = below.exact().add(above.exact())?;
                Ok(self.shown(sum.div(&Rational::integer(2))?))
            }
            _ => Err(Failure::TooLarge),
        }
    }

    /// The lowest and the highest `size` numbers.
    fn halves(&self, size: usize) -> (&[Number], &[Number]) {
        let (lower, _) = self.ordered.split_at(size);
        let (_, upper) = self.ordered.split_at(self.ordered.len() - size);
        (lower, upper)
    }

    /// Quartiles as in Moore & McCabe (1989) and school books: without the middle number.
    fn quartile(&self, k: i64) -> Outcome {
        let (lower, upper) = self.halves(self.ordered.len() / 2);
        self.middle(match k {
            1 => lower,
            2 => &self.ordered,
            _ => upper,
        })
    }
}

fn sum(
    numbers: impl Iterator<Item = Result<Rational, ArithmeticError>>,
) -> Result<Rational, ArithmeticError> {
    let mut sum = Rational::ZERO;
    for number in numbers {
        sum = sum.add(&number?)?;
    }
    Ok(sum)
}

/// A result as a teacher writes it: a fraction among fractions, else a decimal that ends.
pub fn shown(exact: Rational, data: &[Number]) -> Value {
    let fraction = |x: &Number| x.places().is_none() && !x.exact().is_integer();
    let given = data.iter().filter_map(Number::places).max();
    let most = PLACES.max(given.unwrap_or(0).into());
    let ends = exact.decimal_places().is_some_and(|places| places <= most);
    if ends && !data.iter().any(fraction) {
        Number::decimal(exact, 0).into()
    } else {
        exact.into()
    }
}

/// The sum of the products of distances from the means, for pairs of numbers.
///
/// Σxy - Σx·Σy/n is the same, and exact numbers lose nothing by it.
pub fn products(xs: &[Number], ys: &[Number]) -> Result<Rational, ArithmeticError> {
    let pairs = xs.iter().zip(ys);
    let sum_xy = sum(pairs.map(|(x, y)| x.exact().mul(y.exact())))?;
    let both = total(xs)?.mul(&total(ys)?)?;
    sum_xy.sub(&both.div(&size(xs)?)?)
}

/// The mean.
pub fn mean(numbers: &[Number]) -> Result<Rational, ArithmeticError> {
    total(numbers)?.div(&size(numbers)?)
}

fn size(numbers: &[Number]) -> Result<Rational, ArithmeticError> {
    let size = i64::try_from(numbers.len()).map_err(|_| ArithmeticError::TooLarge)?;
    Ok(Rational::integer(size))
}

fn total(numbers: &[Number]) -> Result<Rational, ArithmeticError> {
    sum(numbers.iter().map(|x| Ok(x.exact().clone())))
}
