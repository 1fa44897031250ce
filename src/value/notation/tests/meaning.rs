//! A shown formula means what its expression means: its LaTeX is read again
//! by a small reader of its own, and worked out.

use proptest::prelude::{ProptestConfig, Strategy, prop_assert_eq, prop_oneof, proptest};

use super::latex;
use crate::value::notation::Format;
use crate::value::{Formula, Operation, Rational, Value};

/// The value of an expression; `None` where a division by zero hides in it.
fn worked_out(formula: &Formula) -> Option<Rational> {
    match formula {
        Formula::Value(Value::Number(number)) => Some(number.exact().clone()),
        Formula::Negated(inner) => Some(worked_out(inner)?.neg()),
        Formula::Operation(operation, left, right) => {
            let (a, b) = (worked_out(left)?, worked_out(right)?);
            match operation {
                Operation::Add => a.add(&b),
                Operation::Subtract => a.sub(&b),
                Operation::Multiply => a.mul(&b),
                Operation::Divide => a.div(&b),
                _ => a.pow(b.to_i64()?),
            }
            .ok()
        }
        other => panic!("{other:?}"),
    }
}

/// Reads sums, products, fractions and powers of numbers.
struct Reader<'a>(&'a str);

impl Reader<'_> {
    fn eat(&mut self, token: &str) -> bool {
        match self.0.trim_start().strip_prefix(token) {
            Some(rest) => {
                self.0 = rest;
                true
            }
            None => false,
        }
    }

    fn sum(&mut self) -> Rational {
        let negative = self.eat("-");
        let mut sum = self.product();
        if negative {
            sum = sum.neg();
        }
        loop {
            if self.eat("+") {
                sum = sum.add(&self.product()).unwrap();
            } else if self.eat("-") {
                sum = sum.sub(&self.product()).unwrap();
            } else {
                return sum;
            }
        }
    }

    fn product(&mut self) -> Rational {
        let mut product = self.power();
        while self.eat("\\times")
            || self.0.starts_with(['(', '\\']) && !self.0.starts_with("\\right")
        {
            product = product.mul(&self.power()).unwrap();
        }
        product
    }

    fn power(&mut self) -> Rational {
        let base = self.atom();
        if !self.eat("^") {
            return base;
        }
        let exponent = if self.0.starts_with('{') {
            self.braces()
        } else {
            let (digit, rest) = self.0.split_at(1);
            self.0 = rest;
            Rational::parse(digit).unwrap()
        };
        base.pow(exponent.to_i64().unwrap()).unwrap()
    }

    fn braces(&mut self) -> Rational {
        assert!(self.eat("{"));
        let inner = self.sum();
        assert!(self.eat("}"), "{}", self.0);
        inner
    }

    fn atom(&mut self) -> Rational {
        if self.eat("\\frac") {
            let numerator = self.braces();
            return numerator.div(&self.braces()).unwrap();
        }
        if self.eat("\\left(") || self.eat("(") {
            let inner = self.sum();
            assert!(self.eat("\\right)") || self.eat(")"), "{}", self.0);
            return inner;
        }
        let text = self.0.trim_start();
        let end = text.find(|c: char| !c.is_ascii_digit() && c != '.');
        let (number, rest) = text.split_at(end.unwrap_or(text.len()));
        self.0 = rest;
        Rational::parse(number).unwrap_or_else(|error| panic!("{error} in {text}"))
    }
}

fn formula() -> impl Strategy<Value = Formula> {
    let number = prop_oneof![
        (-12..=12_i64).prop_map(Value::integer),
        (-9..=9_i64, 2..=5_i64).prop_map(|(n, d)| Rational::new(n, d).unwrap().into()),
        (-9..=9_i64).prop_map(|n| super::n(&format!("{n}.5"))),
    ];
    let leaf = number.prop_map(Formula::Value);
    leaf.prop_recursive(5, 30, 2, |inner| {
        (inner.clone(), inner, 0..7_u8, 0..4_i64).prop_map(|(a, b, which, power)| match which {
            0 => Formula::operation(Operation::Add, a, b),
            1 => Formula::operation(Operation::Subtract, a, b),
            2 | 3 => Formula::operation(Operation::Multiply, a, b),
            4 => Formula::operation(Operation::Divide, a, b),
            5 => a.negated(),
            _ => Formula::operation(Operation::Power, a, Formula::Value(Value::integer(power))),
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn a_shown_formula_means_its_expression(formula in formula()) {
        if let Some(expected) = worked_out(&formula) {
            let shown = latex(&formula.clone().into(), Format::Plain);
            let mut reader = Reader(&shown);
            prop_assert_eq!(reader.sum(), expected, "{}", shown);
            prop_assert_eq!(reader.0, "");
        }
    }
}
