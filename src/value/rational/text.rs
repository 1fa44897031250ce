//! The interchange form of a rational: `-3/4`, `12`. How a number is printed
//! for people is the notation's business.

use std::fmt;

use num_bigint::BigInt;
use num_integer::Integer;

use super::Rational;
use crate::value::error::ArithmeticError;

/// Digits that can still fit into [`MAX_BITS`](super::MAX_BITS) bits.
const MAX_DIGITS: usize = 1300;

/// Why a text is not a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParseNumberError {
    /// A digit was expected.
    NoDigits,
    /// Something that is not part of a number.
    Unexpected(char),
    /// A fraction over 0.
    ZeroDenominator,
    /// More digits than a number may have.
    TooLarge,
}

impl fmt::Display for ParseNumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDigits => f.write_str("a digit is missing"),
            Self::Unexpected(c) => write!(f, "`{c}` is not part of a number"),
            Self::ZeroDenominator => f.write_str("the denominator is zero"),
            Self::TooLarge => f.write_str("the number has too many digits"),
        }
    }
}

impl std::error::Error for ParseNumberError {}

impl Rational {
    /// Reads `12`, `-3/4` or `0.125`, exactly.
    pub fn parse(text: &str) -> Result<Self, ParseNumberError> {
        let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let size = if let Some((n, d)) = digits.split_once('/') {
            let d = whole(d)?;
            if d == BigInt::ZERO {
                return Err(ParseNumberError::ZeroDenominator);
            }
            Self::from_big(whole(n)?, d)
        } else if let Some((n, decimals)) = digits.split_once('.') {
            whole(n)?;
            whole(decimals)?;
            let scale = u32::try_from(decimals.len()).map_err(|_| ParseNumberError::TooLarge)?;
            Self::from_big(
                whole(&format!("{n}{decimals}"))?,
                BigInt::from(10).pow(scale),
            )
        } else {
            Self::from_big(whole(digits)?, BigInt::from(1))
        };
        match size {
            Ok(size) if negative => Ok(size.neg()),
            Ok(size) => Ok(size),
            Err(ArithmeticError::DivisionByZero) => Err(ParseNumberError::ZeroDenominator),
            Err(_) => Err(ParseNumberError::TooLarge),
        }
    }
}

impl Rational {
    /// The number in digits with exactly `places` decimals, such as `-0.50`;
    /// `None` if it does not fit into them.
    pub fn to_decimal(&self, places: u32) -> Option<String> {
        let mut digits = match self.small_scaled(places) {
            Some((scaled, d)) if scaled.is_multiple_of(d) => (scaled / d).to_string(),
            Some(_) => return None,
            None => self.big_scaled(places)?.to_string(),
        };
        let places = usize::try_from(places).ok()?;
        // At least one digit stands before the point.
        if digits.len() <= places {
            digits.insert_str(0, &"0".repeat(places + 1 - digits.len()));
        }
        if places > 0 {
            digits.insert(digits.len() - places, '.');
        }
        if self.is_negative() {
            digits.insert(0, '-');
        }
        Some(digits)
    }

    /// The size in units of the last of `places`, as numerator and denominator, where machine
    /// integers hold it.
    fn small_scaled(&self, places: u32) -> Option<(u128, u128)> {
        let (n, d) = self.small_parts()?;
        let scale = 10_u128.checked_pow(places)?;
        let scaled = u128::from(n.unsigned_abs()).checked_mul(scale)?;
        Some((scaled, u128::from(d.unsigned_abs())))
    }

    /// The size in units of the last of `places`, if it is whole in them.
    fn big_scaled(&self, places: u32) -> Option<BigInt> {
        let scaled = self.abs().numerator() * BigInt::from(10).pow(places);
        let (whole, rest) = scaled.div_rem(&self.denominator());
        (rest == BigInt::ZERO).then_some(whole)
    }
}

fn whole(digits: &str) -> Result<BigInt, ParseNumberError> {
    if let Some(c) = digits.chars().find(|c| !c.is_ascii_digit()) {
        return Err(ParseNumberError::Unexpected(c));
    }
    if digits.len() > MAX_DIGITS {
        return Err(ParseNumberError::TooLarge);
    }
    BigInt::parse_bytes(digits.as_bytes(), 10).ok_or(ParseNumberError::NoDigits)
}

impl fmt::Display for Rational {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.small_parts() {
            Some((n, 1)) => write!(f, "{n}"),
            Some((n, d)) => write!(f, "{n}/{d}"),
            None if self.is_integer() => write!(f, "{}", self.numerator()),
            None => write!(f, "{}/{}", self.numerator(), self.denominator()),
        }
    }
}

impl fmt::Debug for Rational {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
