//! The four operations, powers and order.

use std::cmp::Ordering;
use std::num::NonZeroI64;

use num_bigint::BigInt;
use num_traits::Signed;

use super::{MAX_BITS, ONE, Rational, Repr};
use crate::value::error::ArithmeticError;

impl Rational {
    /// The sum.
    #[inline]
    pub fn add(&self, other: &Self) -> Result<Self, ArithmeticError> {
        if let (Repr::Small(a, b), Repr::Small(c, d)) = (&self.0, &other.0) {
            if b.get() == 1
                && d.get() == 1
                && let Some(sum) = a.checked_add(*c)
            {
                return Ok(Self(Repr::Small(sum, ONE)));
            }
            // Each product is below 2^126, so neither sum nor product can overflow.
            let (a, b, c, d) = (wide(*a), wide(b.get()), wide(*c), wide(d.get()));
            return Self::from_wide(a * d + c * b, b * d);
        }
        self.add_big(other)
    }

    #[cold]
    fn add_big(&self, other: &Self) -> Result<Self, ArithmeticError> {
        let (b, d) = (self.denominator(), other.denominator());
        Self::from_big(self.numerator() * &d + other.numerator() * &b, b * d)
    }

    /// The difference `self - other`.
    #[inline]
    pub fn sub(&self, other: &Self) -> Result<Self, ArithmeticError> {
        if let (Repr::Small(a, b), Repr::Small(c, d)) = (&self.0, &other.0) {
            if b.get() == 1
                && d.get() == 1
                && let Some(difference) = a.checked_sub(*c)
            {
                return Ok(Self(Repr::Small(difference, ONE)));
            }
            let (a, b, c, d) = (wide(*a), wide(b.get()), wide(*c), wide(d.get()));
            return Self::from_wide(a * d - c * b, b * d);
        }
        self.add_big(&other.neg())
    }

    /// The product.
    #[inline]
    pub fn mul(&self, other: &Self) -> Result<Self, ArithmeticError> {
        if let (Repr::Small(a, b), Repr::Small(c, d)) = (&self.0, &other.0) {
            if b.get() == 1
                && d.get() == 1
                && let Some(product) = a.checked_mul(*c)
            {
                return Ok(Self(Repr::Small(product, ONE)));
            }
            return Self::from_wide(wide(*a) * wide(*c), wide(b.get()) * wide(d.get()));
        }
        self.mul_big(other)
    }

    #[cold]
    fn mul_big(&self, other: &Self) -> Result<Self, ArithmeticError> {
        Self::from_big(
            self.numerator() * other.numerator(),
            self.denominator() * other.denominator(),
        )
    }

    /// The quotient; an error if `other` is 0.
    #[inline]
    pub fn div(&self, other: &Self) -> Result<Self, ArithmeticError> {
        if let (Repr::Small(a, b), Repr::Small(c, d)) = (&self.0, &other.0) {
            return Self::from_wide(wide(*a) * wide(d.get()), wide(b.get()) * wide(*c));
        }
        Self::from_big(
            self.numerator() * other.denominator(),
            self.denominator() * other.numerator(),
        )
    }

    /// The number with the opposite sign.
    #[inline]
    pub fn neg(&self) -> Self {
        match &self.0 {
            Repr::Small(n, d) if *n != i64::MIN => Self(Repr::Small(-n, *d)),
            // Bit lengths do not change, except that i64::MIN may become big and
            // its opposite small again: `from_big` chooses, and cannot fail.
            _ => Self::from_big(-self.numerator(), self.denominator())
                .unwrap_or_else(|_| self.clone()),
        }
    }

    /// The absolute value.
    #[inline]
    pub fn abs(&self) -> Self {
        if self.is_negative() {
            self.neg()
        } else {
            self.clone()
        }
    }

    /// -1, 0 or 1.
    #[inline]
    pub fn signum(&self) -> i64 {
        match &self.0 {
            Repr::Small(n, _) => n.signum(),
            Repr::Big(f) if f.numerator.is_negative() => -1,
            Repr::Big(_) => 1,
        }
    }

    /// `self` to a whole power. 0⁰ is 1; a negative power of 0 divides by zero.
    pub fn pow(&self, exponent: i64) -> Result<Self, ArithmeticError> {
        if exponent < 0 {
            return Self::ONE
                .div(&self.pow(exponent.checked_neg().ok_or(ArithmeticError::TooLarge)?)?);
        }
        if let Some((n @ -1..=1, 1)) = self.small_parts() {
            let odd = exponent % 2 == 1;
            return Ok(Self::integer(match n {
                0 if exponent > 0 => 0,
                -1 if odd => -1,
                _ => 1,
            }));
        }
        // |numerator| or denominator is at least 2^(bits - 1), so the power has
        // more than (bits - 1)·exponent bits: refuse before computing it.
        let exponent = u32::try_from(exponent).map_err(|_| ArithmeticError::TooLarge)?;
        if (self.bits() - 1).saturating_mul(u64::from(exponent)) > MAX_BITS {
            return Err(ArithmeticError::TooLarge);
        }
        if let Some((n, d)) = self.small_parts()
            && let (Some(n), Some(d)) = (n.checked_pow(exponent), d.checked_pow(exponent))
            && let Some(d) = NonZeroI64::new(d)
        {
            // A power of a reduced fraction is reduced.
            return Ok(Self(Repr::Small(n, d)));
        }
        let power = |base: BigInt| base.pow(exponent);
        Self::from_big(power(self.numerator()), power(self.denominator()))
    }
}

impl Ord for Rational {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        if let (Repr::Small(a, b), Repr::Small(c, d)) = (&self.0, &other.0) {
            if b == d {
                return a.cmp(c);
            }
            return (wide(*a) * wide(d.get())).cmp(&(wide(*c) * wide(b.get())));
        }
        let left = self.numerator() * other.denominator();
        left.cmp(&(other.numerator() * self.denominator()))
    }
}

impl PartialOrd for Rational {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[inline]
fn wide(value: i64) -> i128 {
    i128::from(value)
}
