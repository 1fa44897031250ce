//! The bytes of a value: equal for equal values, different for different ones,
//! the same on every platform and in every release.

use num_bigint::BigInt;

use super::error::Operation;
use super::formula::{Formula, Relation};
use super::polynomial::Polynomial;
use super::rational::Rational;
use super::row::Row;
use super::{Surd, Value};

impl Value {
    /// Appends the bytes of the value: a tag, then parts that each state their
    /// own length. Decimal places do not count, nor does the order of a row.
    pub fn canonical(&self, out: &mut Vec<u8>) {
        if let Some(number) = self.as_number() {
            out.push(b'n');
            return rational(number.exact(), out);
        }
        match self {
            // Always a number, so handled above.
            Self::Number(_) => {}
            Self::Text(value) => tagged_text(b't', value, out),
            Self::Boolean(value) => out.extend([b'b', u8::from(*value)]),
            Self::List(values) => {
                out.push(b'l');
                count(values.len(), out);
                values.iter().for_each(|value| value.canonical(out));
            }
            Self::Row(value) => row(value, out),
            Self::Polynomial(value) => polynomial(value, out),
            Self::Surd(value) => surd(value, out),
            Self::PiMultiple(coefficient) => {
                out.push(b'c');
                rational(coefficient, out);
            }
            Self::Real(value) => {
                out.push(b'f');
                out.extend(value.to_bits().to_be_bytes());
            }
            Self::Formula(value) => formula(value, out),
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

fn rational(value: &Rational, out: &mut Vec<u8>) {
    let integer = |n: BigInt, out: &mut Vec<u8>| bytes(&n.to_signed_bytes_be(), out);
    integer(value.numerator(), out);
    integer(value.denominator(), out);
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
