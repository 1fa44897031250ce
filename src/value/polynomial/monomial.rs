//! A product of powers of symbols, such as x²y.

use std::cmp::Ordering;
use std::sync::Arc;

/// Symbols with positive exponents, sorted by name. Empty for the constant 1.
///
/// The order is graded lexicographic with the largest first, which is the
/// order in which a polynomial is written: x² + xy + y² + x + 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Monomial(Vec<(Arc<str>, u32)>);

impl Monomial {
    /// A single symbol.
    pub fn symbol(name: &str) -> Self {
        Self(vec![(Arc::from(name), 1)])
    }

    /// A product of powers; exponents of one symbol add up.
    pub fn new(powers: impl IntoIterator<Item = (Arc<str>, u32)>) -> Self {
        powers.into_iter().fold(Self::default(), |product, power| {
            product.mul(&Self(vec![power]))
        })
    }

    /// The symbols with their exponents.
    pub fn powers(&self) -> &[(Arc<str>, u32)] {
        &self.0
    }

    /// The sum of the exponents.
    pub fn degree(&self) -> u32 {
        self.0
            .iter()
            .fold(0, |sum: u32, (_, exponent)| sum.saturating_add(*exponent))
    }

    /// The exponent of a symbol; 0 if it does not occur.
    pub fn exponent(&self, symbol: &str) -> u32 {
        self.0
            .iter()
            .find_map(|(name, exponent)| (**name == *symbol).then_some(*exponent))
            .unwrap_or(0)
    }

    /// The product.
    pub fn mul(&self, other: &Self) -> Self {
        let mut powers = self.0.clone();
        for (name, exponent) in &other.0 {
            match powers.binary_search_by(|(n, _)| n.cmp(name)) {
                Ok(at) => powers[at].1 = powers[at].1.saturating_add(*exponent),
                Err(at) => powers.insert(at, (Arc::clone(name), *exponent)),
            }
        }
        powers.retain(|(_, exponent)| *exponent > 0);
        Self(powers)
    }

    /// The quotient, if the exponents allow it.
    pub fn div(&self, other: &Self) -> Option<Self> {
        let mut powers = self.0.clone();
        for (name, exponent) in &other.0 {
            let at = powers.binary_search_by(|(n, _)| n.cmp(name)).ok()?;
            powers[at].1 = powers[at].1.checked_sub(*exponent)?;
        }
        powers.retain(|(_, exponent)| *exponent > 0);
        Some(Self(powers))
    }

    /// The largest monomial that divides both.
    pub fn common(&self, other: &Self) -> Self {
        let smaller = |(name, exponent): &(Arc<str>, u32)| {
            let exponent = (*exponent).min(other.exponent(name));
            (exponent > 0).then(|| (Arc::clone(name), exponent))
        };
        Self(self.0.iter().filter_map(smaller).collect())
    }
}

impl Ord for Monomial {
    fn cmp(&self, other: &Self) -> Ordering {
        let graded = other.degree().cmp(&self.degree());
        graded.then_with(|| {
            for ((a, n), (b, m)) in self.0.iter().zip(&other.0) {
                // The earlier symbol, or its higher power, leads.
                match a.cmp(b).then_with(|| m.cmp(n)) {
                    Ordering::Equal => {}
                    unequal => return unequal,
                }
            }
            other.0.len().cmp(&self.0.len())
        })
    }
}

impl PartialOrd for Monomial {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
