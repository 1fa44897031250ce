//! Sums, products, powers and values of polynomials.

use super::{MAX_DEGREE, Monomial, Polynomial};
use crate::value::Value;
use crate::value::arithmetic;
use crate::value::error::ArithmeticError;
use crate::value::number::Number;

impl Polynomial {
    /// The sum.
    pub fn add(&self, other: &Self) -> Result<Self, ArithmeticError> {
        let mut sum = self.clone();
        for (monomial, coefficient) in other.terms() {
            sum.accumulate(monomial.clone(), coefficient)?;
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
            terms: self.terms().map(|(m, c)| (m.clone(), c.neg())).collect(),
        }
    }

    /// The product.
    pub fn mul(&self, other: &Self) -> Result<Self, ArithmeticError> {
        let mut product = Self::default();
        for (m, a) in self.terms() {
            for (n, b) in other.terms() {
                product.accumulate(m.mul(n), &a.mul(b)?)?;
            }
        }
        Ok(product)
    }

    /// A power with a whole exponent of 0 or more.
    pub fn pow(&self, exponent: i64) -> Result<Self, ArithmeticError> {
        if exponent < 0 {
            return Err(ArithmeticError::NotDivisible);
        }
        if let Some(constant) = self.as_constant() {
            return Ok(Self::constant(constant.pow(exponent)?));
        }
        // The degree is at least 1 here, so the exponent is bounded as well.
        let degree = i64::from(self.degree()).saturating_mul(exponent);
        if degree > i64::from(MAX_DEGREE) {
            return Err(ArithmeticError::TooLarge);
        }
        let mut power = Self::constant(Number::integer(1));
        for _ in 0..exponent {
            power = power.mul(self)?;
        }
        Ok(power)
    }

    /// Every coefficient times a number.
    pub fn scale(&self, factor: &Number) -> Result<Self, ArithmeticError> {
        Self::new(
            self.terms()
                .map(|(m, c)| Ok((m.clone(), c.mul(factor)?)))
                .collect::<Result<Vec<_>, ArithmeticError>>()?,
        )
    }

    /// The polynomial with values put in for symbols. Symbols without a value
    /// stay; values may be polynomials themselves.
    pub fn evaluate(
        &self,
        value_of: &dyn Fn(&str) -> Option<Value>,
    ) -> Result<Value, ArithmeticError> {
        let mut sum = Value::integer(0);
        for (monomial, coefficient) in self.terms() {
            let mut term = Value::Number(coefficient.clone());
            for (name, exponent) in monomial.powers() {
                let base = value_of(name).unwrap_or_else(|| Value::symbol(name));
                let power = arithmetic::power(&base, &Value::integer(i64::from(*exponent)))?;
                term = arithmetic::multiply(&term, &power)?;
            }
            sum = arithmetic::add(&sum, &term)?;
        }
        Ok(sum)
    }

    /// The leading term; `None` for 0.
    pub(super) fn leading(&self) -> Option<(&Monomial, &Number)> {
        self.terms.iter().next()
    }
}
