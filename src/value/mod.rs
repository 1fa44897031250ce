//! Exact values. [`Value`] is what an expression evaluates to; `arithmetic`
//! works on values, and `notation` is the only place where one becomes text.

pub mod arithmetic;
mod bracket;
mod canonical;
mod compare;
pub mod error;
pub mod formula;
pub mod kind;
pub mod notation;
pub mod number;
pub mod polynomial;
pub mod rational;
mod real;
pub mod row;
mod serial;
pub mod surd;

use std::sync::Arc;

pub use error::{ArithmeticError, Operation};
pub use formula::{Formula, Relation};
pub use kind::Kind;
pub use number::Number;
pub use polynomial::Polynomial;
pub use rational::Rational;
pub use row::Row;
pub use surd::Surd;

/// A value of the item-bank language.
#[derive(Debug, Clone)]
pub enum Value {
    /// An exact number.
    Number(Number),
    /// A text.
    Text(Arc<str>),
    /// True or false.
    Boolean(bool),
    /// A list.
    List(Arc<[Value]>),
    /// A row of a table, or a map.
    Row(Arc<Row>),
    /// A polynomial in the symbols of an item model.
    Polynomial(Arc<Polynomial>),
    /// A sum of square roots.
    Surd(Arc<Surd>),
    /// A rational multiple of π.
    PiMultiple(Arc<Rational>),
    /// A real result that must be rounded before it is shown or compared.
    Real(f64),
    /// An expression shown unevaluated.
    Formula(Arc<Formula>),
}

impl Value {
    /// A whole number.
    #[inline]
    pub const fn integer(value: i64) -> Self {
        Self::Number(Number::integer(value))
    }

    /// A text.
    pub fn text(text: &str) -> Self {
        Self::Text(Arc::from(text))
    }

    /// A symbol that stays a letter.
    pub fn symbol(name: &str) -> Self {
        Self::Polynomial(Arc::new(Polynomial::symbol(name)))
    }

    /// A list.
    pub fn list(values: impl IntoIterator<Item = Value>) -> Self {
        Self::List(values.into_iter().collect())
    }

    /// A row.
    pub fn row(row: Row) -> Self {
        Self::Row(Arc::new(row))
    }

    /// A rational multiple of π; 0 is the number 0.
    pub fn pi_multiple(coefficient: Rational) -> Self {
        if coefficient.is_zero() {
            return Self::integer(0);
        }
        Self::PiMultiple(Arc::new(coefficient))
    }

    /// The square root of a rational, in simplest form.
    pub fn root(of: &Rational) -> Result<Self, ArithmeticError> {
        Surd::root(of).map(Self::from)
    }

    /// What kind of value this is.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Number(_) => Kind::Number,
            Self::Text(_) => Kind::Text,
            Self::Boolean(_) => Kind::Boolean,
            Self::List(_) => Kind::List,
            Self::Row(_) => Kind::Row,
            Self::Polynomial(_) => Kind::Polynomial,
            Self::Surd(_) => Kind::Surd,
            Self::PiMultiple(_) => Kind::PiMultiple,
            Self::Real(_) => Kind::Real,
            Self::Formula(_) => Kind::Formula,
        }
    }

    /// The number, also if it stands as a constant polynomial or surd.
    pub fn as_number(&self) -> Option<Number> {
        match self {
            Self::Number(number) => Some(number.clone()),
            Self::Polynomial(p) => p.as_constant(),
            Self::Surd(surd) => surd.as_rational().map(Number::fraction),
            Self::PiMultiple(c) if c.is_zero() => Some(Number::integer(0)),
            _ => None,
        }
    }
}

impl From<Number> for Value {
    fn from(number: Number) -> Self {
        Self::Number(number)
    }
}

impl From<Rational> for Value {
    fn from(exact: Rational) -> Self {
        Self::Number(Number::fraction(exact))
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::integer(value)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl From<Polynomial> for Value {
    /// A constant polynomial becomes a number.
    fn from(polynomial: Polynomial) -> Self {
        match polynomial.as_constant() {
            Some(number) => Self::Number(number),
            None => Self::Polynomial(Arc::new(polynomial)),
        }
    }
}

impl From<Surd> for Value {
    /// A surd without roots becomes a number.
    fn from(surd: Surd) -> Self {
        match surd.as_rational() {
            Some(rational) => rational.into(),
            None => Self::Surd(Arc::new(surd)),
        }
    }
}

impl From<Formula> for Value {
    fn from(formula: Formula) -> Self {
        Self::Formula(Arc::new(formula))
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
