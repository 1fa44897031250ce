//! Arithmetic of surds; quotients are rationalised.

use num_integer::Integer;

use super::Surd;
use crate::value::error::ArithmeticError;
use crate::value::rational::Rational;

impl Surd {
    /// The sum.
    pub fn add(&self, other: &Self) -> Result<Self, ArithmeticError> {
        let mut sum = self.clone();
        for (radicand, coefficient) in other.terms() {
            sum.accumulate(radicand, coefficient)?;
        }
        Ok(sum)
    }

    /// The difference.
    pub fn sub(&self, other: &Self) -> Result<Self, ArithmeticError> {
        self.add(&other.neg())
    }

    /// The opposite.
    pub fn neg(&self) -> Self {
        Self {
            terms: self.terms().map(|(n, c)| (n, c.neg())).collect(),
        }
    }

    /// The product.
    pub fn mul(&self, other: &Self) -> Result<Self, ArithmeticError> {
        let mut product = Self::default();
        for (m, a) in self.terms() {
            for (n, b) in other.terms() {
                // √m·√n = g·√(m/g · n/g) for g = gcd(m, n), and m/g, n/g are
                // coprime and squarefree, so their product is squarefree.
                let g = m.gcd(&n);
                let radicand = (m / g).checked_mul(n / g);
                let radicand = radicand.ok_or(ArithmeticError::TooLarge)?;
                let g = i64::try_from(g).map_err(|_| ArithmeticError::TooLarge)?;
                let coefficient = a.mul(b)?.mul(&Rational::integer(g))?;
                product.accumulate(radicand, &coefficient)?;
            }
        }
        Ok(product)
    }

    /// The quotient with a rational denominator.
    pub fn div(&self, divisor: &Self) -> Result<Self, ArithmeticError> {
        let (mut numerator, mut denominator) = (self.clone(), divisor.clone());
        loop {
            if let Some(rational) = denominator.as_rational() {
                let inverse = Rational::ONE.div(&rational)?;
                return numerator.mul(&Self::rational(inverse));
            }
            // (A + B√p)(A - B√p) = A² - p·B² has no √p: each step removes a factor.
            let conjugate = denominator.conjugate();
            numerator = numerator.mul(&conjugate)?;
            denominator = denominator.mul(&conjugate)?;
        }
    }

    /// The opposite sign for every root whose radicand holds a factor p, for
    /// some p that divides or is coprime to every radicand.
    fn conjugate(&self) -> Self {
        let mut factor = self.terms.keys().next_back().copied().unwrap_or(1);
        for radicand in self.terms.keys() {
            let shared = factor.gcd(radicand);
            if shared > 1 {
                factor = shared;
            }
        }
        let flip = |(n, c): (u64, &Rational)| {
            let opposite = factor > 1 && n.is_multiple_of(factor);
            (n, if opposite { c.neg() } else { c.clone() })
        };
        Self {
            terms: self.terms().map(flip).collect(),
        }
    }

    /// A whole power; negative powers are rationalised.
    pub fn pow(&self, exponent: i64) -> Result<Self, ArithmeticError> {
        if exponent < 0 {
            let exponent = exponent.checked_neg().ok_or(ArithmeticError::TooLarge)?;
            return Self::rational(Rational::ONE).div(&self.pow(exponent)?);
        }
        // Coefficients grow with every factor, so the size limit ends the
        // squaring; only ±1·√1 would not grow, and that is not a surd.
        let (mut power, mut base, mut rest) =
            (Self::rational(Rational::ONE), self.clone(), exponent);
        while rest > 0 {
            if rest % 2 == 1 {
                power = power.mul(&base)?;
            }
            rest /= 2;
            if rest > 0 {
                base = base.mul(&base)?;
            }
        }
        Ok(power)
    }
}
