//! Numbers that remember how they were written: a fraction stays a fraction,
//! and 0.50 keeps its two decimal places.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use super::error::ArithmeticError;
use super::rational::{ParseNumberError, Rational};

/// An exact number, with its decimal places if it is written as a decimal.
///
/// Equality, order and hash see only the number: 1/2 is 0.5 is 0.50.
#[derive(Clone)]
pub struct Number {
    exact: Rational,
    // If set, at least as many as the exact value needs.
    places: Option<u8>,
}

impl Number {
    /// A whole number or fraction.
    #[inline]
    pub const fn fraction(exact: Rational) -> Self {
        Self {
            exact,
            places: None,
        }
    }

    /// A whole number.
    #[inline]
    pub const fn integer(value: i64) -> Self {
        Self::fraction(Rational::integer(value))
    }

    /// A decimal with at least `places` places: more if the value needs them,
    /// and a plain fraction if it does not terminate.
    pub fn decimal(exact: Rational, places: u8) -> Self {
        let places = needed(&exact).map(|n| n.max(places));
        Self { exact, places }
    }

    /// Reads `12`, `-3/4` or `0.50`; a decimal point makes a decimal.
    pub fn parse(text: &str) -> Result<Self, ParseNumberError> {
        let exact = Rational::parse(text)?;
        let Some((_, decimals)) = text.split_once('.') else {
            return Ok(Self::fraction(exact));
        };
        let places = u8::try_from(decimals.len()).map_err(|_| ParseNumberError::TooLarge)?;
        Ok(Self::decimal(exact, places))
    }

    /// Rounded to `places` decimal places, halves away from zero. With no
    /// places, or fewer, the result is a whole number.
    pub fn rounded(&self, places: i32) -> Result<Self, ArithmeticError> {
        let exact = self.exact.round_to(places)?;
        Ok(match u8::try_from(places) {
            Ok(0) | Err(_) => Self::fraction(exact),
            Ok(places) => Self::decimal(exact, places),
        })
    }

    /// The exact value.
    #[inline]
    pub const fn exact(&self) -> &Rational {
        &self.exact
    }

    /// The decimal places, if the number is written as a decimal.
    #[inline]
    pub const fn places(&self) -> Option<u8> {
        self.places
    }

    /// The sum: a decimal with the larger number of places if either is one.
    #[inline]
    pub fn add(&self, other: &Self) -> Result<Self, ArithmeticError> {
        Ok(self.aligned(other, self.exact.add(&other.exact)?))
    }

    /// The difference, with the places of a sum.
    #[inline]
    pub fn sub(&self, other: &Self) -> Result<Self, ArithmeticError> {
        Ok(self.aligned(other, self.exact.sub(&other.exact)?))
    }

    /// The remainder of floored division, with the places of a sum.
    pub fn modulo(&self, other: &Self) -> Result<Self, ArithmeticError> {
        Ok(self.aligned(other, self.exact.modulo(&other.exact)?))
    }

    /// The product: a decimal without trailing zeros if either is a decimal.
    #[inline]
    pub fn mul(&self, other: &Self) -> Result<Self, ArithmeticError> {
        Ok(self.shortest(other, self.exact.mul(&other.exact)?))
    }

    /// The quotient, with the places of a product; a fraction if it does not
    /// terminate.
    #[inline]
    pub fn div(&self, other: &Self) -> Result<Self, ArithmeticError> {
        Ok(self.shortest(other, self.exact.div(&other.exact)?))
    }

    /// A whole power, with the places of a product.
    pub fn pow(&self, exponent: i64) -> Result<Self, ArithmeticError> {
        Ok(self.shortest(self, self.exact.pow(exponent)?))
    }

    /// The opposite, with the same places.
    #[inline]
    pub fn neg(&self) -> Self {
        Self {
            exact: self.exact.neg(),
            places: self.places,
        }
    }

    /// The absolute value, with the same places.
    pub fn abs(&self) -> Self {
        Self {
            exact: self.exact.abs(),
            places: self.places,
        }
    }

    #[inline]
    fn aligned(&self, other: &Self, exact: Rational) -> Self {
        match self.places.max(other.places) {
            None => Self::fraction(exact),
            Some(places) => Self::decimal(exact, places),
        }
    }

    #[inline]
    fn shortest(&self, other: &Self, exact: Rational) -> Self {
        match self.places.max(other.places) {
            None => Self::fraction(exact),
            Some(_) => Self::decimal(exact, 0),
        }
    }
}

fn needed(exact: &Rational) -> Option<u8> {
    exact.decimal_places().and_then(|n| u8::try_from(n).ok())
}

impl PartialEq for Number {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.exact == other.exact
    }
}

impl Eq for Number {}

impl Hash for Number {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.exact.hash(state);
    }
}

impl Ord for Number {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        self.exact.cmp(&other.exact)
    }
}

impl PartialOrd for Number {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.places {
            None => write!(f, "{}", self.exact),
            Some(places) => write!(f, "{}@{places}", self.exact),
        }
    }
}

impl From<Rational> for Number {
    fn from(exact: Rational) -> Self {
        Self::fraction(exact)
    }
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Self::integer(value)
    }
}
