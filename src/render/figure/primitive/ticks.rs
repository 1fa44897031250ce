//! The ticks of a scale, exact, so that their numbers print as an author would write them.

use crate::value::{Number, Rational};

/// The most ticks that are ever drawn.
const MOST: i64 = 400;

/// The ticks of a scale from its least to its greatest number.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    /// The multiples of the step, rising.
    pub numbers: Vec<Number>,
}

impl Ticks {
    /// The multiples of `step` from `low` to `high`.
    pub fn multiples(low: &Number, high: &Number, step: &Number) -> Self {
        Self::from(low, high, step).unwrap_or(Self {
            numbers: Vec::new(),
        })
    }

    fn from(low: &Number, high: &Number, step: &Number) -> Option<Self> {
        if step.exact().signum() <= 0 {
            return None;
        }
        // Not every place of the step is one that the numbers show: 0.50 counts by 0.5.
        let first = low.exact().div(step.exact()).ok()?.ceil().to_i64()?;
        let mut numbers = Vec::new();
        for at in 0..MOST {
            let number = step.mul(&Number::integer(first.checked_add(at)?)).ok()?;
            let number = match step.places() {
                Some(places) => Number::decimal(number.exact().clone(), places),
                None => number,
            };
            if number.exact() > high.exact() {
                break;
            }
            numbers.push(number);
        }
        Some(Self { numbers })
    }

    /// A step of 1, 2 or 5 times a power of ten, so that about `wanted` steps reach `high`.
    pub fn round_step(high: f64, wanted: f64) -> Number {
        let mut step = Rational::integer(1);
        let rough = high / wanted;
        let ten = Rational::integer(10);
        for _ in 0..12 {
            let factor = rough / step.to_f64();
            let next = if factor > 10.0 {
                step.mul(&ten)
            } else if factor < 1.0 {
                step.div(&ten)
            } else {
                break;
            };
            match next {
                Ok(next) => step = next,
                Err(_) => break,
            }
        }
        for times in [1, 2, 5, 10] {
            if let Ok(candidate) = step.mul(&Rational::integer(times))
                && candidate.to_f64() >= rough * 0.999
            {
                return Number::decimal(candidate, 0);
            }
        }
        Number::fraction(step)
    }
}
