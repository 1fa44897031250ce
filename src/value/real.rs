//! Values that lie on the number line, to a float and to a rounded decimal.

use super::bracket::Real;
use super::error::{ArithmeticError, Operation};
use super::number::Number;
use super::rational::Rational;
use super::{Formula, Value};

impl Value {
    /// The nearest float, for real functions and for difficulty. Never shown.
    pub fn to_f64(&self) -> Option<f64> {
        match self {
            Self::Number(n) => Some(n.exact().to_f64()),
            Self::Surd(surd) => Some(Real::Surd(surd).to_f64()),
            Self::PiMultiple(c) => Some(Real::Pi(c).to_f64()),
            Self::Real(value) => Some(*value),
            Self::Polynomial(p) => p.as_constant().map(|n| n.exact().to_f64()),
            _ => None,
        }
    }

    /// Rounded to `places` decimal places, halves away from zero. Surds and
    /// multiples of π are rounded exactly, a real from its exact binary value.
    pub fn rounded(&self, places: i32) -> Result<Number, ArithmeticError> {
        let exact = match self {
            Self::Surd(surd) => Real::Surd(surd).round_to(places)?,
            Self::PiMultiple(c) => Real::Pi(c).round_to(places)?,
            Self::Real(value) => Rational::from_f64(*value).ok_or(ArithmeticError::TooLarge)?,
            _ => match self.as_number() {
                Some(number) => return number.rounded(places),
                None => return Err(self.not_for(Operation::Round)),
            },
        };
        Number::fraction(exact).rounded(places)
    }

    /// The absolute value of a number, surd or multiple of π.
    pub fn abs(&self) -> Result<Self, ArithmeticError> {
        match self {
            Self::Number(n) => Ok(Self::Number(n.abs())),
            Self::Real(value) => Ok(Self::Real(value.abs())),
            Self::Formula(f) => Ok(Formula::Absolute(Box::new((**f).clone())).into()),
            Self::Surd(_) | Self::PiMultiple(_) => match self.sign() {
                Some(-1) => super::arithmetic::negate(self),
                Some(_) => Ok(self.clone()),
                None => Err(ArithmeticError::TooLarge),
            },
            _ => match self.as_number() {
                Some(n) => Ok(Self::Number(n.abs())),
                None => Err(self.not_for(Operation::Absolute)),
            },
        }
    }

    /// -1, 0 or 1 for a value that has a sign.
    pub fn sign(&self) -> Option<i64> {
        match self {
            Self::Number(n) => Some(n.exact().signum()),
            Self::PiMultiple(c) => Some(c.signum()),
            _ => Some(self.compare(&Self::integer(0))? as i64),
        }
    }

    pub(super) const fn not_for(&self, operation: Operation) -> ArithmeticError {
        ArithmeticError::UndefinedFor {
            operation,
            kind: self.kind(),
        }
    }
}
