//! Polynomials over one or more symbols with exact coefficients. They are
//! expanded and collected by construction.

mod division;
mod factor;
mod monomial;
mod operations;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::error::ArithmeticError;
use super::number::Number;

pub use factor::Factored;
pub use monomial::Monomial;

/// The most terms a polynomial may have.
pub const MAX_TERMS: usize = 200;
/// The highest degree a polynomial may have.
pub const MAX_DEGREE: u32 = 60;

/// A sum of monomials with non-zero coefficients.
///
/// Coefficients are numbers with places, so that `0.5*x` prints as 0.5x.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Polynomial {
    terms: BTreeMap<Monomial, Number>,
}

impl Polynomial {
    /// The polynomial that is one symbol.
    pub fn symbol(name: &str) -> Self {
        Self {
            terms: BTreeMap::from([(Monomial::symbol(name), Number::integer(1))]),
        }
    }

    /// A constant.
    pub fn constant(value: Number) -> Self {
        let mut terms = BTreeMap::new();
        if !value.exact().is_zero() {
            terms.insert(Monomial::default(), value);
        }
        Self { terms }
    }

    /// The sum of these terms; an error if it passes the size limits.
    pub fn new(
        terms: impl IntoIterator<Item = (Monomial, Number)>,
    ) -> Result<Self, ArithmeticError> {
        let mut sum = Self::default();
        for (monomial, coefficient) in terms {
            sum.accumulate(monomial, &coefficient)?;
        }
        Ok(sum)
    }

    fn accumulate(
        &mut self,
        monomial: Monomial,
        coefficient: &Number,
    ) -> Result<(), ArithmeticError> {
        if monomial.degree() > MAX_DEGREE {
            return Err(ArithmeticError::TooLarge);
        }
        let sum = match self.terms.get(&monomial) {
            Some(old) => old.add(coefficient)?,
            None => coefficient.clone(),
        };
        if sum.exact().is_zero() {
            self.terms.remove(&monomial);
        } else {
            self.terms.insert(monomial, sum);
        }
        if self.terms.len() > MAX_TERMS {
            return Err(ArithmeticError::TooLarge);
        }
        Ok(())
    }

    /// The terms in written order, the highest degree first.
    pub fn terms(&self) -> impl ExactSizeIterator<Item = (&Monomial, &Number)> {
        self.terms.iter()
    }

    /// The symbols that occur, sorted.
    pub fn symbols(&self) -> BTreeSet<Arc<str>> {
        let powers = self.terms.keys().flat_map(|m| m.powers());
        powers.map(|(name, _)| Arc::clone(name)).collect()
    }

    /// The highest sum of exponents; 0 for a constant.
    pub fn degree(&self) -> u32 {
        // The order is graded, so the first term has the highest degree.
        self.terms.keys().next().map_or(0, Monomial::degree)
    }

    /// The highest exponent of one symbol.
    pub fn degree_in(&self, symbol: &str) -> u32 {
        let exponents = self.terms.keys().map(|m| m.exponent(symbol));
        exponents.max().unwrap_or(0)
    }

    /// The coefficient of `symbol^exponent`, as a polynomial in the others.
    pub fn coefficient_in(&self, symbol: &str, exponent: u32) -> Self {
        let chosen = self.terms.iter();
        let terms = chosen
            .filter(|(m, _)| m.exponent(symbol) == exponent)
            .map(|(m, c)| {
                let others = m.powers().iter().filter(|(name, _)| **name != *symbol);
                (Monomial::new(others.cloned()), c.clone())
            });
        Self {
            terms: terms.collect(),
        }
    }

    /// The coefficient of a monomial; 0 if it does not occur.
    pub fn coefficient(&self, monomial: &Monomial) -> Number {
        let found = self.terms.get(monomial).cloned();
        found.unwrap_or(Number::integer(0))
    }

    /// The value, if no symbol occurs.
    pub fn as_constant(&self) -> Option<Number> {
        (self.degree() == 0).then(|| self.coefficient(&Monomial::default()))
    }

    /// The name, if this is a single symbol.
    pub fn as_symbol(&self) -> Option<&Arc<str>> {
        let mut terms = self.terms.iter();
        let (monomial, coefficient) = terms.next()?;
        match (monomial.powers(), terms.next()) {
            ([(name, 1)], None) if *coefficient == Number::integer(1) => Some(name),
            _ => None,
        }
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
