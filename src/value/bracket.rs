//! Numbers that are not rational, caught between two rationals as narrowly as
//! a question needs: signs, order and rounding are exact, without floats.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, Zero};

use super::error::ArithmeticError;
use super::rational::Rational;
use super::surd::Surd;

/// Where a bracket must stop growing. Surds within their limits are decided
/// far below; a multiple of π and a surd that agree to so many bits are
/// beyond any school.
const MAX_BITS: u64 = 1 << 17;

/// A real number that can be approximated from both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Real<'a> {
    /// A sum of square roots.
    Surd(&'a Surd),
    /// A rational multiple of π.
    Pi(&'a Rational),
    /// A rational.
    Rational(&'a Rational),
}

impl Real<'_> {
    /// Integers `low <= self·2^bits <= high`, a few units apart.
    fn bracket(&self, bits: u64) -> (BigInt, BigInt) {
        match self {
            Self::Rational(r) => {
                let low = (r.numerator() << bits).div_floor(&r.denominator());
                (low.clone(), low + 1)
            }
            Self::Pi(r) => {
                let (n, d) = (r.numerator(), r.denominator());
                let (low, high) = pi(bits + n.bits());
                let (a, b) = (low * &n, high * &n);
                let scale = d << n.bits();
                (
                    a.clone().min(b.clone()).div_floor(&scale),
                    a.max(b).div_ceil(&scale),
                )
            }
            Self::Surd(surd) => {
                let (mut low, mut high) = (BigInt::ZERO, BigInt::ZERO);
                for (radicand, c) in surd.terms() {
                    // |c|·√n·2^bits = √(p²·n·4^bits / q²)
                    let (p, q) = (c.numerator(), c.denominator());
                    let square = (&p * &p * radicand) << (2 * bits);
                    let root = square.div_floor(&(&q * &q)).sqrt();
                    if p.is_negative() {
                        low -= &root + 1;
                        high -= root;
                    } else {
                        low += &root;
                        high += root + 1;
                    }
                }
                (low, high)
            }
        }
    }

    /// The order of two numbers that are not known to be equal; `None` if they
    /// cannot be told apart.
    pub fn compare(&self, other: &Real<'_>) -> Option<Ordering> {
        let mut bits = 64;
        while bits <= MAX_BITS {
            let ((a, b), (c, d)) = (self.bracket(bits), other.bracket(bits));
            if b < c {
                return Some(Ordering::Less);
            }
            if d < a {
                return Some(Ordering::Greater);
            }
            bits *= 2;
        }
        None
    }

    /// The number rounded to `places` decimal places, exactly.
    pub fn round_to(&self, places: i32) -> Result<Rational, ArithmeticError> {
        let mut bits = 128;
        while bits <= MAX_BITS {
            let (low, high) = self.bracket(bits);
            let scale = BigInt::from(1) << bits;
            let low = Rational::from_big(low, scale.clone())?.round_to(places)?;
            if low == Rational::from_big(high, scale)?.round_to(places)? {
                return Ok(low);
            }
            bits *= 2;
        }
        Err(ArithmeticError::TooLarge)
    }

    /// The nearest float, to within a unit in the last place.
    pub fn to_f64(&self) -> f64 {
        // Enough bits that what is left after cancellation still fills a float.
        let mut bits = 128;
        loop {
            let (low, _) = self.bracket(bits);
            if low.abs().bits() >= 64 || bits >= 4096 {
                let scale = BigInt::from(1) << bits;
                return Rational::from_big(low, scale).map_or(f64::NAN, |r| r.to_f64());
            }
            bits *= 2;
        }
    }
}

/// Integers below and above π·2^bits, by π = 16·arctan(1/5) - 4·arctan(1/239)
/// (Machin 1706).
fn pi(bits: u64) -> (BigInt, BigInt) {
    let (five, five_error) = arctan_inverse(5, bits + 8);
    let (large, large_error) = arctan_inverse(239, bits + 8);
    let middle: BigInt = five * 16 - large * 4;
    let error = BigInt::from(five_error * 16 + large_error * 4);
    ((&middle - &error) >> 8_u32, ((middle + error) >> 8_u32) + 1)
}

/// arctan(1/n)·2^bits and how many units it may be off: one for each term of
/// the series, and one for its end.
fn arctan_inverse(n: u64, bits: u64) -> (BigInt, u64) {
    let mut power = (BigInt::from(1) << bits) / n;
    let mut sum = BigInt::ZERO;
    let mut k = 0_u64;
    while !power.is_zero() {
        let term = &power / (2 * k + 1);
        if k.is_multiple_of(2) {
            sum += term;
        } else {
            sum -= term;
        }
        power /= n * n;
        k += 1;
    }
    (sum, 2 * k + 2)
}

#[cfg(test)]
mod tests {
    use super::{Rational, Real, pi};
    use num_bigint::BigInt;

    #[test]
    fn pi_has_its_published_digits() {
        // The first fifty decimals of π.
        let digits = "314159265358979323846264338327950288419716939937510";
        let (low, high) = pi(200);
        let scale = BigInt::from(10).pow(50);
        assert_eq!(((low * &scale) >> 200_u32).to_string(), digits);
        assert_eq!(((high * &scale) >> 200_u32).to_string(), digits);
    }

    #[test]
    fn multiples_of_pi_round_exactly() {
        let three = Rational::integer(3);
        let rounded = Real::Pi(&three).round_to(4).unwrap();
        assert_eq!(rounded, Rational::parse("9.4248").unwrap());
    }
}
