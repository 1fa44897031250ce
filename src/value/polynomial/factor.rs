//! Factors over the rationals of the polynomials that school factors: content,
//! common monomial, and linear factors from rational roots.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use super::{Monomial, Polynomial};
use crate::value::Value;
use crate::value::error::{ArithmeticError, Operation};
use crate::value::formula::Formula;
use crate::value::number::Number;
use crate::value::rational::Rational;

/// Constants above this have too many divisors to try.
const MAX_CONSTANT: i64 = 100_000;

/// `constant · factor₁^n₁ · factor₂^n₂ …`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Factored {
    /// The rational factor; it carries the sign.
    pub constant: Rational,
    /// Factors with whole, coprime coefficients, the leading one positive, and
    /// how often each occurs.
    pub factors: Vec<(Polynomial, u32)>,
}

impl Factored {
    /// The product as it is written: 2(x - 3)(x + 1)².
    pub fn to_formula(&self) -> Formula {
        let leaf = |value: Value| Formula::Value(value);
        let mut parts = Vec::new();
        if self.constant != Rational::ONE || self.factors.is_empty() {
            parts.push(leaf(self.constant.clone().into()));
        }
        for (factor, count) in &self.factors {
            let base = leaf(factor.clone().into());
            parts.push(match count {
                1 => base,
                _ => {
                    let count = leaf(Value::integer(i64::from(*count)));
                    Formula::operation(Operation::Power, base, count)
                }
            });
        }
        let product = |a, b| Formula::operation(Operation::Multiply, a, b);
        let product = parts.into_iter().reduce(product);
        product.unwrap_or_else(|| leaf(Value::integer(1)))
    }
}

impl Polynomial {
    /// The factors over the rationals, or `None` if this way of factoring cannot
    /// tell: several symbols beyond the content, a rest of degree 4 or more
    /// without rational roots, or very large coefficients.
    pub fn factor(&self) -> Option<Factored> {
        self.try_factor().ok().flatten()
    }

    fn try_factor(&self) -> Result<Option<Factored>, ArithmeticError> {
        let Some(content) = self.content()? else {
            return Ok(None);
        };
        let mut rest = self.divide_by_number(&Number::fraction(content.clone()))?;
        let mut factors = Vec::new();
        let shared = rest.common_monomial();
        for (name, exponent) in shared.powers() {
            factors.push((Self::symbol(name), *exponent));
        }
        rest = rest.divide_exactly(&Self::new([(shared, Number::integer(1))])?)?;
        let symbols = rest.symbols();
        if let (Some(symbol), 1) = (symbols.first(), symbols.len()) {
            while rest.degree() > 1 {
                let Some(linear) = rest.linear_factor(symbol)? else {
                    break;
                };
                rest = rest.divide_exactly(&linear)?;
                match factors.iter_mut().find(|(f, _)| *f == linear) {
                    Some((_, count)) => *count += 1,
                    None => factors.push((linear, 1)),
                }
            }
        }
        // Without a rational root, degree 2 or 3 in one symbol cannot split.
        let known = rest.degree() <= if symbols.len() <= 1 { 3 } else { 1 };
        if rest.degree() > 0 {
            match factors.iter_mut().find(|(f, _)| *f == rest) {
                Some((_, count)) => *count += 1,
                None => factors.push((rest, 1)),
            }
        }
        Ok(known.then_some(Factored {
            constant: content,
            factors,
        }))
    }

    /// The rational that leaves whole coprime coefficients with a positive
    /// leading one; `None` for 0.
    fn content(&self) -> Result<Option<Rational>, ArithmeticError> {
        let Some((_, leading)) = self.leading() else {
            return Ok(None);
        };
        let (mut divisor, mut multiple) = (BigInt::ZERO, BigInt::from(1));
        for (_, coefficient) in self.terms() {
            divisor = divisor.gcd(&coefficient.exact().numerator());
            multiple = multiple.lcm(&coefficient.exact().denominator());
        }
        let content = Rational::from_big(divisor, multiple)?;
        let negative = leading.exact().is_negative();
        Ok(Some(if negative { content.neg() } else { content }))
    }

    fn common_monomial(&self) -> Monomial {
        let mut monomials = self.terms().map(|(m, _)| m);
        let first = monomials.next().cloned().unwrap_or_default();
        monomials.fold(first, |shared, m| shared.common(m))
    }

    /// A factor `q·x - p` for some rational root p/q. By the rational root
    /// theorem p divides the constant and q the leading coefficient.
    fn linear_factor(&self, symbol: &str) -> Result<Option<Self>, ArithmeticError> {
        let whole = |degree: u32| {
            let coefficient = self.coefficient_in(symbol, degree).as_constant();
            coefficient.map_or(BigInt::ZERO, |c| c.exact().numerator())
        };
        let (constant, leading) = (whole(0), whole(self.degree()));
        let (ps, qs) = (divisors(&constant)?, divisors(&leading)?);
        // Larger leading coefficients last: roots that are whole come first.
        for q in &qs {
            for p in ps.iter().flat_map(|p| [*p, -p]) {
                if p.gcd(q) == 1 && self.has_root(symbol, p, *q) {
                    let x = Self::symbol(symbol).scale(&Number::integer(*q))?;
                    return x.sub(&Self::constant(Number::integer(p))).map(Some);
                }
            }
        }
        Ok(None)
    }

    fn has_root(&self, symbol: &str, p: i64, q: i64) -> bool {
        // Σ cₙ pⁿ q^(degree - n) = 0, in whole numbers.
        let degree = self.degree();
        let mut sum = BigInt::ZERO;
        for (monomial, coefficient) in self.terms() {
            let n = monomial.exponent(symbol);
            sum += coefficient.exact().numerator()
                * BigInt::from(p).pow(n)
                * BigInt::from(q).pow(degree - n);
        }
        sum.is_zero()
    }
}

fn divisors(value: &BigInt) -> Result<Vec<i64>, ArithmeticError> {
    let value = value.abs().to_i64();
    let value = value.filter(|v| (1..=MAX_CONSTANT).contains(v));
    let value = value.ok_or(ArithmeticError::TooLarge)?;
    let mut divisors: Vec<i64> = Vec::new();
    let mut small = 1;
    while small * small <= value {
        if value % small == 0 {
            divisors.extend([small, value / small]);
        }
        small += 1;
    }
    divisors.sort_unstable();
    divisors.dedup();
    Ok(divisors)
}
