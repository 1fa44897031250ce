//! Exact sums of square roots, such as 1/2 + 3√2, always in simplest form.

mod operations;

use std::collections::BTreeMap;

use num_traits::ToPrimitive;

use super::error::ArithmeticError;
use super::rational::Rational;

/// The most terms a surd may have.
pub const MAX_TERMS: usize = 8;
/// The largest number under a root.
pub const MAX_RADICAND: u64 = 1_000_000_000_000_000;
/// The largest coefficient, in bits; with [`MAX_TERMS`] it bounds how many
/// digits can be needed to tell a surd from 0.
pub const MAX_COEFFICIENT_BITS: u64 = 256;

/// Σ coefficient·√radicand over distinct squarefree radicands; radicand 1 is
/// the rational part. Coefficients are not 0, so this form is unique: the
/// roots of distinct squarefree numbers are independent over the rationals
/// (Besicovitch 1940).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Surd {
    terms: BTreeMap<u64, Rational>,
}

impl Surd {
    /// √n in simplest form: √12 is 2√3, √(1/2) is ½√2.
    pub fn root(n: &Rational) -> Result<Self, ArithmeticError> {
        if n.is_negative() {
            return Err(ArithmeticError::NegativeRoot);
        }
        // √(p/q) = √(p·q) / q
        let product = n.numerator() * n.denominator();
        let product = product.to_u64().filter(|p| *p <= MAX_RADICAND);
        let (outside, radicand) = match product.ok_or(ArithmeticError::TooLarge) {
            Ok(product) => square_part(product),
            // A large perfect square is still a rational.
            Err(error) => return exact_root(n).map(Self::rational).ok_or(error),
        };
        let outside = i64::try_from(outside).map_err(|_| ArithmeticError::TooLarge)?;
        let denominator = Rational::from_big(n.denominator(), 1.into())?;
        let coefficient = Rational::integer(outside).div(&denominator)?;
        Self::new([(radicand, coefficient)])
    }

    /// A rational number as a surd.
    pub fn rational(value: Rational) -> Self {
        let mut terms = BTreeMap::new();
        if !value.is_zero() {
            terms.insert(1, value);
        }
        Self { terms }
    }

    /// The sum of coefficient·√radicand; radicands are simplified.
    pub fn new(terms: impl IntoIterator<Item = (u64, Rational)>) -> Result<Self, ArithmeticError> {
        let mut sum = Self::default();
        for (radicand, coefficient) in terms {
            if radicand > MAX_RADICAND {
                return Err(ArithmeticError::TooLarge);
            }
            let (outside, radicand) = square_part(radicand);
            let outside = i64::try_from(outside).map_err(|_| ArithmeticError::TooLarge)?;
            sum.accumulate(radicand, &coefficient.mul(&Rational::integer(outside))?)?;
        }
        Ok(sum)
    }

    /// Adds coefficient·√radicand for a squarefree radicand.
    fn accumulate(&mut self, radicand: u64, coefficient: &Rational) -> Result<(), ArithmeticError> {
        let sum = match self.terms.get(&radicand) {
            Some(old) => old.add(coefficient)?,
            None => coefficient.clone(),
        };
        if sum.is_zero() {
            self.terms.remove(&radicand);
        } else if radicand > MAX_RADICAND || sum.bits() > MAX_COEFFICIENT_BITS {
            return Err(ArithmeticError::TooLarge);
        } else {
            self.terms.insert(radicand, sum);
        }
        if self.terms.len() > MAX_TERMS {
            return Err(ArithmeticError::TooLarge);
        }
        Ok(())
    }

    /// Radicands with coefficients, the rational part first.
    pub fn terms(&self) -> impl ExactSizeIterator<Item = (u64, &Rational)> {
        self.terms.iter().map(|(radicand, c)| (*radicand, c))
    }

    /// The value, if no root is left.
    pub fn as_rational(&self) -> Option<Rational> {
        match (self.terms.len(), self.terms.get(&1)) {
            (0, _) => Some(Rational::ZERO),
            (1, Some(value)) => Some(value.clone()),
            _ => None,
        }
    }
}

/// `n = outside²·radicand` with a squarefree radicand; `(0, 1)` for 0.
///
/// Trial division up to the cube root: what is left then has at most two prime
/// factors, so it is a square or squarefree.
fn square_part(mut n: u64) -> (u64, u64) {
    if n == 0 {
        return (0, 1);
    }
    let (mut outside, mut radicand) = (1, 1);
    let mut prime = 2;
    while prime * prime * prime <= n {
        while n.is_multiple_of(prime * prime) {
            n /= prime * prime;
            outside *= prime;
        }
        if n.is_multiple_of(prime) {
            n /= prime;
            radicand *= prime;
        }
        prime += 1;
    }
    let root = n.isqrt();
    if root * root == n {
        outside *= root;
    } else {
        radicand *= n;
    }
    (outside, radicand)
}

fn exact_root(n: &Rational) -> Option<Rational> {
    let (p, q) = (n.numerator().sqrt(), n.denominator().sqrt());
    let root = Rational::from_big(p, q).ok()?;
    (root.mul(&root).ok()? == *n).then_some(root)
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
