use std::cmp::Ordering;

use super::{Surd, square_part};
use crate::value::arithmetic::{add, divide, multiply, power, subtract};
use crate::value::error::ArithmeticError;
use crate::value::{Rational, Value};

fn root(n: i64) -> Value {
    Value::root(&Rational::integer(n)).unwrap()
}

fn n(value: i64) -> Value {
    Value::integer(value)
}

/// a + b√m
fn surd(a: i64, b: i64, m: i64) -> Value {
    add(&n(a), &multiply(&n(b), &root(m)).unwrap()).unwrap()
}

#[test]
fn square_parts_by_brute_force() {
    for value in 1..3000_u64 {
        let outside = (1..=value).rev().find(|k| value % (k * k) == 0).unwrap();
        assert_eq!(
            square_part(value),
            (outside, value / (outside * outside)),
            "{value}"
        );
    }
    // A product of two large primes, and a large square.
    assert_eq!(square_part(999_983 * 1_000_003), (1, 999_983 * 1_000_003));
    assert_eq!(square_part(1_000_003 * 1_000_003), (1_000_003, 1));
}

#[test]
fn roots_are_simplest() {
    let twelve = Surd::root(&Rational::integer(12)).unwrap();
    assert_eq!(
        twelve.terms().collect::<Vec<_>>(),
        [(3, &Rational::integer(2))]
    );
    let half = Surd::root(&Rational::new(1, 2).unwrap()).unwrap();
    assert_eq!(
        half.terms().collect::<Vec<_>>(),
        [(2, &Rational::new(1, 2).unwrap())]
    );
    assert_eq!(root(49), n(7));
    let big = Rational::integer(10).pow(40).unwrap();
    assert_eq!(
        Value::root(&big).unwrap(),
        Rational::integer(10).pow(20).unwrap().into()
    );
    assert_eq!(
        Value::root(&Rational::integer(-1)),
        Err(ArithmeticError::NegativeRoot)
    );
    assert_eq!(
        Value::root(&Rational::integer(i64::MAX)),
        Err(ArithmeticError::TooLarge)
    );
}

#[test]
fn arithmetic_agrees_with_floats() {
    let mut samples = Vec::new();
    for a in -2..=2 {
        for b in -2..=2 {
            for m in [2, 3, 6] {
                samples.push(surd(a, b, m));
            }
        }
    }
    samples.push(add(&root(2), &add(&root(3), &root(5)).unwrap()).unwrap());
    let close = |value: Value, expected: f64, what: &str| {
        let actual = value.to_f64().unwrap();
        assert!(
            (actual - expected).abs() < 1e-9 * expected.abs().max(1.0),
            "{what}: {value:?}"
        );
    };
    for p in &samples {
        for q in &samples {
            let (a, b) = (p.to_f64().unwrap(), q.to_f64().unwrap());
            close(add(p, q).unwrap(), a + b, "+");
            close(subtract(p, q).unwrap(), a - b, "-");
            close(multiply(p, q).unwrap(), a * b, "*");
            if *q == n(0) {
                assert_eq!(divide(p, q), Err(ArithmeticError::DivisionByZero));
            } else {
                let quotient = divide(p, q).unwrap();
                assert_eq!(multiply(&quotient, q).unwrap(), p.clone());
                close(quotient, a / b, "/");
            }
            let order = match a - b {
                d if d.abs() < 1e-9 => Ordering::Equal,
                d if d < 0.0 => Ordering::Less,
                _ => Ordering::Greater,
            };
            assert_eq!(p.compare(q), Some(order), "{p:?} and {q:?}");
            assert_eq!(p.same(q), order == Ordering::Equal);
        }
    }
}

#[test]
fn order_where_floats_fail() {
    // 99² - 2·70² = 1, so 99/70 is a little above √2; and so for the large
    // solution below, whose difference is about 10⁻³⁸.
    let (mut p, mut q) = (Rational::integer(99), Rational::integer(70));
    for _ in 0..4 {
        // (p, q) → (p² + 2q², 2pq) squares p + q√2.
        let two = Rational::integer(2);
        let next = p
            .mul(&p)
            .unwrap()
            .add(&q.mul(&q).unwrap().mul(&two).unwrap())
            .unwrap();
        q = p.mul(&q).unwrap().mul(&two).unwrap();
        p = next;
    }
    let above = Value::from(p.div(&q).unwrap());
    assert_eq!(above.to_f64(), root(2).to_f64());
    assert_eq!(above.compare(&root(2)), Some(Ordering::Greater));
    assert_eq!(root(2).compare(&above), Some(Ordering::Less));
    let tiny = subtract(&root(2), &above).unwrap();
    assert_eq!(tiny.sign(), Some(-1));
    assert!(tiny.to_f64().unwrap() < 0.0);
}

#[test]
fn multiples_of_pi_among_other_numbers() {
    let pi = |n: i64, d: i64| Value::pi_multiple(Rational::new(n, d).unwrap());
    let close = Value::from(Rational::new(355, 113).unwrap());
    assert_eq!(pi(1, 1).compare(&close), Some(Ordering::Less));
    assert_eq!(pi(-1, 1).compare(&close), Some(Ordering::Less));
    // √2 + √3 is 3.1463, π is 3.1416.
    let roots = add(&root(2), &root(3)).unwrap();
    assert_eq!(pi(1, 1).compare(&roots), Some(Ordering::Less));
    assert_eq!(divide(&pi(3, 2), &pi(1, 2)).unwrap(), n(3));
    assert_eq!(subtract(&pi(1, 2), &pi(1, 2)).unwrap(), n(0));
    assert!(add(&pi(1, 1), &n(1)).is_err());
}

#[test]
fn powers_and_size() {
    // (1 + √2)⁵ = 41 + 29√2
    assert_eq!(power(&surd(1, 1, 2), &n(5)).unwrap(), surd(41, 29, 2));
    // (1 + √2)⁻¹ = √2 - 1
    assert_eq!(power(&surd(1, 1, 2), &n(-1)).unwrap(), surd(-1, 1, 2));
    assert_eq!(
        power(&surd(1, 1, 2), &n(i64::MAX)),
        Err(ArithmeticError::TooLarge)
    );
    assert_eq!(power(&root(2), &n(2)).unwrap(), n(2));
    // √2, √3, √5 and √7 multiply out to 2⁴ radicands, beyond the limit of 8.
    let mut product = n(1);
    let result = [2, 3, 5, 7].iter().try_for_each(|m| {
        product = multiply(&product, &surd(1, 1, *m))?;
        Ok(())
    });
    assert_eq!(result, Err(ArithmeticError::TooLarge));
}

#[test]
fn rounding_is_exact() {
    let rounded = |value: Value, places| format!("{:?}", value.rounded(places).unwrap());
    // √2 = 1.41421356237309504880…
    assert_eq!(rounded(root(2), 2), "141/100@2");
    assert_eq!(
        rounded(root(2), 20),
        format!(
            "{:?}",
            crate::value::Number::parse("1.41421356237309504880").unwrap()
        )
    );
    assert_eq!(rounded(Value::Real(2.5), 0), "3");
    assert_eq!(rounded(Value::pi_multiple(Rational::ONE), 3), "1571/500@3");
}
