//! Whole parts, rounding, and how many decimal places a number needs.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Zero};

use super::{MAX_BITS, Rational, Repr};
use crate::value::error::ArithmeticError;

impl Rational {
    /// The largest whole number not above `self`.
    #[inline]
    pub fn floor(&self) -> Self {
        match &self.0 {
            // The denominator is positive, where Euclidean division is floored.
            Repr::Small(n, d) => Self::integer(n.div_euclid(d.get())),
            Repr::Big(f) => self.whole(f.numerator.div_floor(&f.denominator)),
        }
    }

    /// The smallest whole number not below `self`.
    pub fn ceil(&self) -> Self {
        self.neg().floor().neg()
    }

    /// The nearest whole number; halves go away from zero, as taught in school.
    pub fn round(&self) -> Self {
        if let Some((n, d)) = self.small_parts() {
            let (size, d) = (u128::from(n.unsigned_abs()), u128::from(d.unsigned_abs()));
            // Below 2⁶⁴, and no more than half of it unless the number is whole.
            if let Ok(nearest) = i64::try_from((2 * size + d) / (2 * d)) {
                return Self::integer(if n < 0 { -nearest } else { nearest });
            }
        }
        let (n, d) = (self.abs().numerator(), self.denominator());
        let away = self.whole((n * 2_u8 + &d).div_floor(&(d * 2_u8)));
        if self.is_negative() { away.neg() } else { away }
    }

    // Whole parts are never longer than the number itself by more than a bit.
    fn whole(&self, value: BigInt) -> Self {
        Self::from_big(value, BigInt::one()).unwrap_or_else(|_| self.clone())
    }

    /// `self` rounded to `places` decimal places, halves away from zero;
    /// negative places round to tens, hundreds and so on.
    pub fn round_to(&self, places: i32) -> Result<Self, ArithmeticError> {
        let scale = Self::integer(10).pow(i64::from(places))?;
        self.mul(&scale)?.round().div(&scale)
    }

    /// The remainder of floored division: it has the sign of the divisor.
    pub fn modulo(&self, divisor: &Self) -> Result<Self, ArithmeticError> {
        if let (Some(a), Some(b)) = (self.to_i64(), divisor.to_i64())
            && b > 0
        {
            return Ok(Self::integer(a.rem_euclid(b)));
        }
        self.sub(&divisor.mul(&self.quotient(divisor)?)?)
    }

    /// The floored quotient.
    pub fn quotient(&self, divisor: &Self) -> Result<Self, ArithmeticError> {
        if let (Some(a), Some(b)) = (self.to_i64(), divisor.to_i64())
            && b > 0
        {
            return Ok(Self::integer(a.div_euclid(b)));
        }
        Ok(self.div(divisor)?.floor())
    }

    /// How many decimal places write the number exactly; `None` if the decimal
    /// does not terminate (the denominator has a prime other than 2 and 5).
    pub fn decimal_places(&self) -> Option<u32> {
        match &self.0 {
            Repr::Small(_, d) => {
                let mut rest = d.get();
                let twos = rest.trailing_zeros();
                rest >>= twos;
                let mut fives = 0;
                while rest % 5 == 0 {
                    rest /= 5;
                    fives += 1;
                }
                (rest == 1).then_some(twos.max(fives))
            }
            Repr::Big(f) => big_places(&f.denominator),
        }
    }

    /// Ten to the power that makes the leading digit the ones digit: the
    /// exponent of scientific notation. `None` for 0.
    pub fn magnitude(&self) -> Option<i32> {
        if self.is_zero() {
            return None;
        }
        let size = self.abs();
        if let Some((n, d)) = size.small_parts()
            && n > 0
        {
            return Some(small_magnitude(n.unsigned_abs(), d.unsigned_abs()));
        }
        // Digits counted as text are exact; the quotient is at most one off.
        let length = |n: BigInt| i32::try_from(n.to_string().len()).unwrap_or(i32::MAX);
        let guess = length(size.numerator()) - length(size.denominator());
        let ten = Self::integer(10).pow(i64::from(guess)).ok()?;
        Some(if size < ten { guess - 1 } else { guess })
    }
}

/// The exponent of `n / d`; neither is 0.
fn small_magnitude(n: u64, d: u64) -> i32 {
    let digits = |whole: u64| whole.ilog10().cast_signed();
    let guess = digits(n) - digits(d);
    // At most 10¹⁹·2⁶³, which is below 2¹²⁷.
    let (mut n, mut d) = (u128::from(n), u128::from(d));
    for _ in 0..guess.unsigned_abs() {
        if guess > 0 { d *= 10 } else { n *= 10 }
    }
    if n < d { guess - 1 } else { guess }
}

fn big_places(denominator: &BigInt) -> Option<u32> {
    let twos = denominator.trailing_zeros().unwrap_or(0);
    let mut rest = denominator >> twos;
    let mut fives = 0_u64;
    // At most MAX_BITS / log2(5) divisions.
    while fives < MAX_BITS && (&rest % 5_u8).is_zero() {
        rest /= 5_u8;
        fives += 1;
    }
    rest.is_one()
        .then(|| u32::try_from(twos.max(fives)).ok())
        .flatten()
}
