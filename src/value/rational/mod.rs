//! Exact rational numbers: two machine integers while they fit, a big
//! fraction when they do not. Arithmetic never wraps and never rounds.

mod operations;
mod rounding;
mod text;

use std::num::NonZeroI64;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::error::ArithmeticError;

pub use text::ParseNumberError;

/// The largest numerator or denominator, in bits. Nothing a student can be
/// asked comes near it; it bounds what a runaway expression can cost.
pub const MAX_BITS: u64 = 4096;

/// An exact rational number in lowest terms with a positive denominator.
///
/// A value has exactly one representation, so equality and hash are those of
/// the parts.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Rational(Repr);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    // The denominator is NonZero only so that `Big` fits into the same 16 bytes.
    Small(i64, NonZeroI64),
    Big(Box<Fraction>),
}

#[derive(Clone, PartialEq, Eq, Hash)]
struct Fraction {
    numerator: BigInt,
    denominator: BigInt,
}

const ONE: NonZeroI64 = match NonZeroI64::new(1) {
    Some(one) => one,
    None => NonZeroI64::MIN,
};

impl Rational {
    /// The number 0.
    pub const ZERO: Self = Self::integer(0);
    /// The number 1.
    pub const ONE: Self = Self::integer(1);

    /// A whole number.
    #[inline]
    pub const fn integer(value: i64) -> Self {
        Self(Repr::Small(value, ONE))
    }

    /// `numerator / denominator` in lowest terms; an error if the denominator is 0.
    pub fn new(numerator: i64, denominator: i64) -> Result<Self, ArithmeticError> {
        Self::from_wide(i128::from(numerator), i128::from(denominator))
    }

    /// A quotient of two big integers in lowest terms.
    pub fn from_big(numerator: BigInt, denominator: BigInt) -> Result<Self, ArithmeticError> {
        if denominator.is_zero() {
            return Err(ArithmeticError::DivisionByZero);
        }
        let common = numerator.gcd(&denominator);
        let (mut numerator, mut denominator) = (numerator / &common, denominator / &common);
        if denominator.is_negative() {
            numerator = -numerator;
            denominator = -denominator;
        }
        if let (Some(n), Some(d)) = (numerator.to_i64(), small_denominator(&denominator)) {
            return Ok(Self(Repr::Small(n, d)));
        }
        if numerator.bits() > MAX_BITS || denominator.bits() > MAX_BITS {
            return Err(ArithmeticError::TooLarge);
        }
        Ok(Self(Repr::Big(Box::new(Fraction {
            numerator,
            denominator,
        }))))
    }

    /// A quotient of two wide integers; the road of every small operation that
    /// is not between whole numbers.
    fn from_wide(numerator: i128, denominator: i128) -> Result<Self, ArithmeticError> {
        if denominator == 0 {
            return Err(ArithmeticError::DivisionByZero);
        }
        let negative = (numerator < 0) != (denominator < 0);
        let (n, d) = (numerator.unsigned_abs(), denominator.unsigned_abs());
        let common = match (u64::try_from(n), u64::try_from(d)) {
            (Ok(n), Ok(d)) => u128::from(n.gcd(&d)),
            _ => n.gcd(&d),
        };
        let (n, d) = (n / common, d / common);
        if let (Ok(n), Ok(d)) = (i64::try_from(n), i64::try_from(d))
            && let Some(d) = NonZeroI64::new(d)
        {
            return Ok(Self(Repr::Small(if negative { -n } else { n }, d)));
        }
        let n = BigInt::from(n);
        Self::from_big(if negative { -n } else { n }, BigInt::from(d))
    }

    /// The numerator, with the sign.
    pub fn numerator(&self) -> BigInt {
        match &self.0 {
            Repr::Small(n, _) => BigInt::from(*n),
            Repr::Big(f) => f.numerator.clone(),
        }
    }

    /// The denominator, positive.
    pub fn denominator(&self) -> BigInt {
        match &self.0 {
            Repr::Small(_, d) => BigInt::from(d.get()),
            Repr::Big(f) => f.denominator.clone(),
        }
    }

    /// Numerator and denominator if both are machine integers.
    #[inline]
    pub fn small_parts(&self) -> Option<(i64, i64)> {
        match &self.0 {
            Repr::Small(n, d) => Some((*n, d.get())),
            Repr::Big(_) => None,
        }
    }

    /// The larger bit length of numerator and denominator.
    pub fn bits(&self) -> u64 {
        match &self.0 {
            Repr::Small(n, d) => {
                u64::from(64 - (n.unsigned_abs() | d.get().unsigned_abs()).leading_zeros())
            }
            Repr::Big(f) => f.numerator.bits().max(f.denominator.bits()),
        }
    }

    /// Whether the number is whole.
    #[inline]
    pub fn is_integer(&self) -> bool {
        match &self.0 {
            Repr::Small(_, d) => d.get() == 1,
            Repr::Big(f) => f.denominator.is_one(),
        }
    }

    /// Whether the number is 0.
    #[inline]
    pub fn is_zero(&self) -> bool {
        matches!(self.0, Repr::Small(0, _))
    }

    /// Whether the number is below 0.
    #[inline]
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Repr::Small(n, _) => *n < 0,
            Repr::Big(f) => f.numerator.is_negative(),
        }
    }

    /// The number as a machine integer, if it is one.
    #[inline]
    pub fn to_i64(&self) -> Option<i64> {
        match &self.0 {
            Repr::Small(n, d) if d.get() == 1 => Some(*n),
            _ => None,
        }
    }

    /// The nearest float (to within one unit in the last place).
    pub fn to_f64(&self) -> f64 {
        const EXACT: u64 = 1 << 53;
        if let Some((n, d)) = self.small_parts()
            && n.unsigned_abs() <= EXACT
            && d.unsigned_abs() <= EXACT
        {
            return n as f64 / d as f64;
        }
        let (n, d) = (self.numerator(), self.denominator());
        // A quotient of at least 64 significant bits, then the power of two back.
        let shift = (64 + d.bits()).saturating_sub(n.bits());
        let quotient = (n << shift) / d;
        let shift = i32::try_from(shift).unwrap_or(i32::MAX);
        libm::ldexp(quotient.to_f64().unwrap_or(f64::NAN), -shift)
    }

    /// The exact value of a finite float.
    pub fn from_f64(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let bits = value.to_bits();
        let raw = i64::try_from((bits >> 52) & 0x7ff).ok()?;
        let fraction = i64::try_from(bits & ((1 << 52) - 1)).ok()?;
        // IEEE 754: subnormal numbers have no hidden leading bit.
        let (mantissa, exponent) = match raw {
            0 => (fraction, -1074),
            _ => (fraction | 1 << 52, raw - 1075),
        };
        let mantissa = if value < 0.0 { -mantissa } else { mantissa };
        if let Ok(down) = u32::try_from(-exponent) {
            // The denominator is a power of two, so nothing else can be in common.
            let common = mantissa.trailing_zeros().min(down);
            if down - common < 63 {
                let denominator = NonZeroI64::new(1 << (down - common))?;
                return Some(Self(Repr::Small(mantissa >> common, denominator)));
            }
        }
        let mantissa = BigInt::from(mantissa);
        let (up, down) = (exponent.max(0), (-exponent).max(0));
        Self::from_big(mantissa << up, BigInt::one() << down).ok()
    }
}

impl From<i64> for Rational {
    fn from(value: i64) -> Self {
        Self::integer(value)
    }
}

fn small_denominator(denominator: &BigInt) -> Option<NonZeroI64> {
    denominator.to_i64().and_then(NonZeroI64::new)
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
