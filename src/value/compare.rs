//! Equality and order of values.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use super::Value;
use super::bracket::Real;
use super::number::Number;

impl Value {
    /// Equality as values: 1/2 is 0.5 is the constant polynomial 1/2; lists
    /// element by element; text exactly; a real only as the same float.
    pub fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a == b,
            (Self::Text(a), Self::Text(b)) => a == b,
            (Self::Boolean(a), Self::Boolean(b)) => a == b,
            (Self::List(a), Self::List(b)) => {
                a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| a.same(b))
            }
            (Self::Row(a), Self::Row(b)) => a == b,
            (Self::Polynomial(a), Self::Polynomial(b)) => a == b,
            (Self::Surd(a), Self::Surd(b)) => a == b,
            (Self::PiMultiple(a), Self::PiMultiple(b)) => a == b,
            (Self::Real(a), Self::Real(b)) => a.to_bits() == b.to_bits(),
            (Self::Formula(a), Self::Formula(b)) => a == b,
            _ => match (self.as_number(), other.as_number()) {
                (Some(a), Some(b)) => a == b,
                _ => false,
            },
        }
    }

    /// The order of two values that have one: numbers, surds and multiples of
    /// π by size, exactly; text by code point; `None` otherwise.
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => return Some(a.cmp(b)),
            (Self::Text(a), Self::Text(b)) => return Some(a.cmp(b)),
            (Self::PiMultiple(a), Self::PiMultiple(b)) => return Some(a.cmp(b)),
            _ => {}
        }
        if let (Some(a), Some(b)) = (self.as_number(), other.as_number()) {
            return Some(a.cmp(&b));
        }
        if self.same(other) && self.kind() == other.kind() {
            return self.on_line(&mut None).map(|_| Ordering::Equal);
        }
        let (mut left, mut right) = (None, None);
        let (left, right) = (self.on_line(&mut left)?, other.on_line(&mut right)?);
        left.compare(&right)
    }

    /// The value as a point of the number line, if it is one.
    fn on_line<'a>(&'a self, number: &'a mut Option<Number>) -> Option<Real<'a>> {
        match self {
            Self::Surd(surd) => Some(Real::Surd(surd)),
            Self::PiMultiple(coefficient) => Some(Real::Pi(coefficient)),
            _ => {
                *number = self.as_number();
                number.as_ref().map(|n| Real::Rational(n.exact()))
            }
        }
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        self.same(other)
    }
}

// Reals are equal by their bits, so equality is reflexive.
impl Eq for Value {}

impl Hash for Value {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let mut bytes = Vec::with_capacity(64);
        self.canonical(&mut bytes);
        state.write(&bytes);
    }
}
