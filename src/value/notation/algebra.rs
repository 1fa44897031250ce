//! Polynomials, surds and multiples of π, with right signs and no 1x.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::layout::{Layout, Sign};
use super::misfit::Misfit;
use super::numeral;
use super::symbol::Symbol;
use crate::value::number::Number;
use crate::value::polynomial::{Monomial, Polynomial};
use crate::value::rational::Rational;
use crate::value::surd::Surd;

/// Terms by falling degree; but the real part of a + bi comes first, and a constant of integration
/// last, as they are written by hand.
pub(super) fn polynomial(polynomial: &Polynomial) -> Layout {
    let complex = polynomial.symbols().iter().all(|name| &**name == "i");
    let mut terms: Vec<_> = polynomial.terms().collect();
    // Stable: terms of one rank keep their order.
    terms.sort_by_key(|(monomial, _)| match monomial.powers() {
        [] => i8::from(!complex) - 1,
        [(name, 1)] if &**name == "C" => 1,
        _ => 0,
    });
    sum(terms.into_iter().map(|(monomial, coefficient)| {
        let negative = coefficient.exact().is_negative();
        (negative, term(&coefficient.abs(), powers(monomial)))
    }))
}

/// Factors of a monomial.
fn powers(monomial: &Monomial) -> Vec<Layout> {
    let factor = |(name, exponent): &(Arc<str>, u32)| {
        let symbol = Layout::Symbol(Symbol::new(name));
        match exponent {
            1 => symbol,
            _ => Layout::power(symbol, Layout::numeral(exponent.to_string())),
        }
    };
    monomial.powers().iter().map(factor).collect()
}

/// A coefficient of 0 or more before factors; 1 is not written before any.
fn term(coefficient: &Number, mut factors: Vec<Layout>) -> Layout {
    if factors.is_empty() || *coefficient != Number::integer(1) {
        factors.insert(0, numeral::plain(coefficient));
    }
    Layout::product(factors)
}

/// Terms with their signs; a first minus stands close, the others apart.
fn sum(terms: impl Iterator<Item = (bool, Layout)>) -> Layout {
    let mut parts = Vec::new();
    for (negative, term) in terms {
        if parts.is_empty() {
            parts.push(term.signed(negative));
        } else {
            let sign = if negative { Sign::Minus } else { Sign::Plus };
            parts.extend([Layout::Sign(sign), term]);
        }
    }
    match parts.pop() {
        None => Layout::numeral("0"),
        Some(single) if parts.is_empty() => single,
        Some(last) => {
            parts.push(last);
            Layout::Sequence(parts)
        }
    }
}

/// A surd over its common denominator: (1 + √5)/2.
pub(super) fn surd(surd: &Surd) -> Result<Layout, Misfit> {
    let mut denominator = Rational::ONE;
    for (_, coefficient) in surd.terms() {
        // The least common multiple of the denominators.
        let scaled = coefficient.mul(&denominator)?;
        let missing = Rational::from_big(scaled.denominator(), 1.into())?;
        denominator = denominator.mul(&missing)?;
    }
    let mut terms = BTreeMap::new();
    for (radicand, coefficient) in surd.terms() {
        terms.insert(radicand, coefficient.mul(&denominator)?);
    }
    // The sign of a single term stands before the fraction.
    let negative = terms.len() == 1 && terms.values().all(Rational::is_negative);
    let numerator = sum(terms.iter().map(|(radicand, coefficient)| {
        let root = match radicand {
            1 => Vec::new(),
            _ => vec![Layout::Root(Box::new(Layout::numeral(
                radicand.to_string(),
            )))],
        };
        let term = term(&Number::fraction(coefficient.abs()), root);
        (coefficient.is_negative() && !negative, term)
    }));
    Ok(over(numerator, &denominator).signed(negative))
}

/// A multiple of π: 3π/4.
pub(super) fn pi_multiple(coefficient: &Rational) -> Layout {
    let numerator = Rational::from_big(coefficient.abs().numerator(), 1.into());
    let denominator = Rational::from_big(coefficient.denominator(), 1.into());
    // Parts of a rational fit where the rational did.
    let (Ok(numerator), Ok(denominator)) = (numerator, denominator) else {
        return numeral::fraction(coefficient);
    };
    let pi = vec![Layout::Symbol(Symbol::pi())];
    let numerator = match numerator.is_zero() {
        true => Layout::numeral("0"),
        false => term(&Number::fraction(numerator), pi),
    };
    over(numerator, &denominator).signed(coefficient.is_negative())
}

fn over(numerator: Layout, denominator: &Rational) -> Layout {
    if *denominator == Rational::ONE {
        return numerator;
    }
    Layout::fraction(numerator, numeral::fraction(denominator))
}
