//! Division of polynomials where it leaves no remainder.

use super::{Monomial, Polynomial};
use crate::value::error::ArithmeticError;
use crate::value::number::Number;

impl Polynomial {
    /// Every coefficient divided by a number.
    pub fn divide_by_number(&self, divisor: &Number) -> Result<Self, ArithmeticError> {
        let divided = self
            .terms()
            .map(|(m, c)| Ok((m.clone(), c.div(divisor)?)))
            .collect::<Result<Vec<_>, ArithmeticError>>()?;
        Self::new(divided)
    }

    /// The quotient, if `divisor` divides without remainder.
    ///
    /// Long division by the leading term in a graded order: each step lowers
    /// the leading monomial of the rest, so it ends.
    pub fn divide_exactly(&self, divisor: &Self) -> Result<Self, ArithmeticError> {
        let Some((lead, by)) = divisor.leading() else {
            return Err(ArithmeticError::DivisionByZero);
        };
        let mut rest = self.clone();
        let mut quotient = Self::default();
        while let Some((monomial, coefficient)) = rest.leading() {
            let shared = monomial.div(lead).ok_or(ArithmeticError::NotDivisible)?;
            let factor = coefficient.div(by)?;
            rest = rest.sub(&divisor.shifted(&shared, &factor)?)?;
            quotient.accumulate(shared, &factor)?;
        }
        Ok(quotient)
    }

    fn shifted(&self, monomial: &Monomial, factor: &Number) -> Result<Self, ArithmeticError> {
        let terms = self
            .terms()
            .map(|(m, c)| Ok((m.mul(monomial), c.mul(factor)?)))
            .collect::<Result<Vec<_>, ArithmeticError>>()?;
        Self::new(terms)
    }
}
