//! The bytes of a value: equal for equal values, different for different ones,
//! the same on every platform and in every release.

use super::error::Operation;
use super::formula::{Formula, Relation};
use super::number::Number;
use super::polynomial::Polynomial;
use super::rational::Rational;
use super::row::Row;
use super::{Surd, Value};

impl Value {
    /// Appends the bytes of the value: a tag, then parts that each state their
    /// own length. Decimal places do not count, nor does the order of a row.
    pub fn canonical(&self, out: &mut Vec<u8>) {
        match self {
            Self::Number(value) => number(value, out),
            Self::Text(value) => tagged_text(b't', value, out),
            Self::Boolean(value) => out.extend([b'b', u8::from(*value)]),
            Self::List(values) => {
                out.push(b'l');
                count(values.len(), out);
                values.iter().for_each(|value| value.canonical(out));
            }
            Self::Row(value) => row(value, out),
            Self::Polynomial(_) | Self::Surd(_) | Self::PiMultiple(_) => match self.as_number() {
                Some(value) => number(&value, out),
                None => self.irrational(out),
            },
            Self::Real(value) => {
                out.push(b'f');
                out.extend(value.to_bits().to_be_bytes());
            }
            Self::Formula(value) => formula(value, out),
        }
    }

    /// The bytes of what could be a number but is none.
    fn irrational(&self, out: &mut Vec<u8>) {
        match self {
            Self::Polynomial(value) => polynomial(value, out),
            Self::Surd(value) => surd(value, out),
            Self::PiMultiple(coefficient) => {
                out.push(b'c');
                rational(coefficient, out);
            }
            _ => {}
        }
    }
}

fn count(length: usize, out: &mut Vec<u8>) {
    out.extend((length as u64).to_be_bytes());
}

fn bytes(value: &[u8], out: &mut Vec<u8>) {
    count(value.len(), out);
    out.extend(value);
}

fn tagged_text(tag: u8, value: &str, out: &mut Vec<u8>) {
    out.push(tag);
    bytes(value.as_bytes(), out);
}

fn number(value: &Number, out: &mut Vec<u8>) {
    out.push(b'n');
    rational(value.exact(), out);
}

fn rational(value: &Rational, out: &mut Vec<u8>) {
    if let Some((numerator, denominator)) = value.small_parts() {
        integer(numerator, out);
        return integer(denominator, out);
    }
    bytes(&value.numerator().to_signed_bytes_be(), out);
    bytes(&value.denominator().to_signed_bytes_be(), out);
}

/// The shortest two's complement, as a big integer gives it.
fn integer(value: i64, out: &mut Vec<u8>) {
    let magnitude = if value < 0 { !value } else { value };
    // One bit more than the magnitude has, for the sign.
    let length = (64 - magnitude.leading_zeros()) as usize / 8 + 1;
    bytes(&value.to_be_bytes()[8 - length..], out);
}

fn row(value: &Row, out: &mut Vec<u8>) {
    let mut entries: Vec<_> = value.iter().collect();
    entries.sort_by_key(|(name, _)| *name);
    out.push(b'r');
    count(entries.len(), out);
    for (name, value) in entries {
        bytes(name.as_bytes(), out);
        value.canonical(out);
    }
}

fn polynomial(value: &Polynomial, out: &mut Vec<u8>) {
    out.push(b'p');
    count(value.terms().len(), out);
    for (monomial, coefficient) in value.terms() {
        count(monomial.powers().len(), out);
        for (name, exponent) in monomial.powers() {
            bytes(name.as_bytes(), out);
            out.extend(exponent.to_be_bytes());
        }
        rational(coefficient.exact(), out);
    }
}

fn surd(value: &Surd, out: &mut Vec<u8>) {
    out.push(b's');
    count(value.terms().len(), out);
    for (radicand, coefficient) in value.terms() {
        out.extend(radicand.to_be_bytes());
        rational(coefficient, out);
    }
}

fn formula(value: &Formula, out: &mut Vec<u8>) {
    out.push(b'u');
    match value {
        Formula::Value(value) => {
            out.push(b'v');
            value.canonical(out);
        }
        Formula::Negated(x) => {
            out.push(b'-');
            formula(x, out);
        }
        Formula::Operation(operation, left, right) => {
            out.extend([b'o', operation_tag(*operation)]);
            formula(left, out);
            formula(right, out);
        }
        Formula::Root(x) => {
            out.push(b'q');
            formula(x, out);
        }
        Formula::Absolute(x) => {
            out.push(b'|');
            formula(x, out);
        }
        Formula::Relation(relation, left, right) => {
            out.extend([b'=', relation_tag(*relation)]);
            formula(left, out);
            formula(right, out);
        }
        Formula::Function(name, arguments) => {
            tagged_text(b'f', name, out);
            count(arguments.len(), out);
            arguments.iter().for_each(|x| formula(x, out));
        }
    }
}

// Written out, so that reordering an enum cannot change a published fingerprint.
const fn operation_tag(operation: Operation) -> u8 {
    match operation {
        Operation::Add => b'+',
        Operation::Subtract => b'-',
        Operation::Multiply => b'*',
        Operation::Divide => b'/',
        Operation::Power => b'^',
        Operation::Modulo => b'%',
        Operation::Quotient => b'\\',
        Operation::Negate => b'n',
        Operation::Root => b'q',
        Operation::Round => b'r',
        Operation::Absolute => b'|',
    }
}

const fn relation_tag(relation: Relation) -> u8 {
    match relation {
        Relation::Equal => b'=',
        Relation::Unequal => b'!',
        Relation::Less => b'<',
        Relation::AtMost => b'l',
        Relation::Greater => b'>',
        Relation::AtLeast => b'g',
    }
}

#[cfg(test)]
mod tests {
    use num_bigint::BigInt;

    use super::{bytes, integer};

    #[test]
    fn small_integers_have_the_bytes_of_big_ones() {
        let edges =
            (0..63).flat_map(|bit| [(1_i64 << bit) - 1, 1 << bit, -(1 << bit), !(1 << bit)]);
        for value in edges.chain([i64::MIN, i64::MAX]) {
            let (mut short, mut long) = (Vec::new(), Vec::new());
            integer(value, &mut short);
            bytes(&BigInt::from(value).to_signed_bytes_be(), &mut long);
            assert_eq!(short, long, "{value}");
        }
    }
}
