use std::sync::Arc;

use super::{Monomial, Polynomial};
use crate::value::arithmetic::{add, divide, multiply, negate, power, subtract};
use crate::value::error::ArithmeticError;
use crate::value::number::Number;
use crate::value::{Rational, Value};

fn x() -> Value {
    Value::symbol("x")
}

fn y() -> Value {
    Value::symbol("y")
}

fn n(value: i64) -> Value {
    Value::integer(value)
}

fn linear(a: i64, b: i64) -> Value {
    add(&multiply(&n(a), &x()).unwrap(), &n(b)).unwrap()
}

fn polynomial(value: &Value) -> &Polynomial {
    match value {
        Value::Polynomial(p) => p,
        other => panic!("{other:?} is not a polynomial"),
    }
}

fn at(value: &Value, x: i64, y: i64) -> Value {
    let Value::Polynomial(p) = value else {
        return value.clone();
    };
    let value_of = |name: &str| match name {
        "x" => Some(Value::integer(x)),
        "y" => Some(Value::integer(y)),
        _ => None,
    };
    p.evaluate(&value_of).unwrap()
}

#[test]
fn products_have_the_product_of_the_values() {
    let samples: Vec<Value> = (-3..=3)
        .flat_map(|a| [linear(a, 2), add(&linear(a, -1), &y()).unwrap()])
        .collect();
    for p in &samples {
        for q in &samples {
            let (sum, product) = (add(p, q).unwrap(), multiply(p, q).unwrap());
            let (difference, square) = (subtract(p, q).unwrap(), power(p, &n(3)).unwrap());
            for (a, b) in [(0, 0), (1, 2), (-4, 7), (10, -3)] {
                let (v, w) = (at(p, a, b), at(q, a, b));
                assert_eq!(at(&sum, a, b), add(&v, &w).unwrap());
                assert_eq!(at(&difference, a, b), subtract(&v, &w).unwrap());
                assert_eq!(at(&product, a, b), multiply(&v, &w).unwrap());
                assert_eq!(at(&square, a, b), power(&v, &n(3)).unwrap());
            }
            if at(q, 3, 5) != n(0) {
                assert_eq!(divide(&product, q).unwrap(), p.clone());
            }
        }
    }
}

#[test]
fn cancelled_symbols_leave_a_number() {
    let zero = subtract(&x(), &x()).unwrap();
    assert_eq!(zero, n(0));
    let seven = add(&linear(2, 7), &multiply(&n(-2), &x()).unwrap()).unwrap();
    assert!(matches!(seven, Value::Number(_)), "{seven:?}");
    assert_eq!(seven, n(7));
}

#[test]
fn division_with_remainder_is_refused() {
    let square = power(&x(), &n(2)).unwrap();
    assert_eq!(
        divide(&square, &linear(1, 1)),
        Err(ArithmeticError::NotDivisible)
    );
    assert_eq!(divide(&n(1), &x()), Err(ArithmeticError::NotDivisible));
    assert_eq!(divide(&x(), &n(0)), Err(ArithmeticError::DivisionByZero));
}

#[test]
fn size_is_bounded() {
    assert!(power(&x(), &n(60)).is_ok());
    assert_eq!(power(&x(), &n(61)), Err(ArithmeticError::TooLarge));
    assert_eq!(power(&x(), &n(i64::MAX)), Err(ArithmeticError::TooLarge));
    // (x + y + z + w)^12 has C(15, 3) = 455 terms.
    let sum = [y(), Value::symbol("z"), Value::symbol("w")];
    let sum = sum.iter().fold(x(), |sum, s| add(&sum, s).unwrap());
    assert_eq!(power(&sum, &n(12)), Err(ArithmeticError::TooLarge));
}

#[test]
fn coefficients_and_degrees() {
    // 3x²y - 2xy + 5
    let xy = multiply(&x(), &y()).unwrap();
    let p = multiply(&multiply(&n(3), &x()).unwrap(), &xy).unwrap();
    let p = add(
        &subtract(&p, &multiply(&n(2), &xy).unwrap()).unwrap(),
        &n(5),
    )
    .unwrap();
    let p = polynomial(&p);
    assert_eq!((p.degree(), p.degree_in("x"), p.degree_in("y")), (3, 2, 1));
    let monomial = Monomial::new([(Arc::from("y"), 1), (Arc::from("x"), 2)]);
    assert_eq!(p.coefficient(&monomial), Number::integer(3));
    let in_x = Value::from(p.coefficient_in("x", 1));
    assert_eq!(in_x, multiply(&n(-2), &y()).unwrap());
    let symbols: Vec<_> = p.symbols().into_iter().collect();
    assert_eq!(symbols, [Arc::from("x"), Arc::from("y")]);
}

#[test]
fn factors_multiply_back_and_are_prime() {
    // (constant, roots as p/q), expanded here and factored there.
    let cases: [(&str, &[(i64, i64)]); 6] = [
        ("1", &[(3, 1), (-2, 1)]),
        ("-2", &[(1, 1), (1, 1)]),
        ("6", &[(1, 2), (-5, 3)]),
        ("3/4", &[(0, 1), (4, 1)]),
        ("5", &[(1, 1), (-1, 1), (2, 1)]),
        ("1", &[(0, 1), (0, 1)]),
    ];
    for (constant, roots) in cases {
        let mut product = Value::from(Rational::parse(constant).unwrap());
        for (p, q) in roots {
            product = multiply(&product, &linear(*q, -p)).unwrap();
        }
        let factored = polynomial(&product).factor().unwrap();
        let mut back = Value::from(factored.constant.clone());
        let mut count = 0;
        for (factor, times) in &factored.factors {
            assert_eq!(factor.degree(), 1, "{factored:?}");
            count += *times as usize;
            let factor = Value::from(factor.clone());
            back = multiply(&back, &power(&factor, &n(i64::from(*times))).unwrap()).unwrap();
        }
        assert_eq!(count, roots.len());
        assert_eq!(factored.constant, Rational::parse(constant).unwrap());
        assert_eq!(back, product);
    }
    // x² + 1 does not split; 2x + 4 has the content 2.
    let square = add(&power(&x(), &n(2)).unwrap(), &n(1)).unwrap();
    assert_eq!(polynomial(&square).factor().unwrap().factors.len(), 1);
    let even = polynomial(&linear(2, 4)).factor().unwrap();
    assert_eq!(even.constant, Rational::integer(2));
    // x⁴ + 4 = (x² + 2x + 2)(x² - 2x + 2): not found, so not claimed.
    let quartic = add(&power(&x(), &n(4)).unwrap(), &n(4)).unwrap();
    assert_eq!(polynomial(&quartic).factor(), None);
    assert_eq!(Polynomial::default().factor(), None);
}

#[test]
fn evaluation_may_substitute_polynomials() {
    // (x + 1)² at x = y - 1 is y².
    let square = power(&linear(1, 1), &n(2)).unwrap();
    let value_of = |name: &str| (name == "x").then(|| subtract(&y(), &n(1)).unwrap());
    let result = polynomial(&square).evaluate(&value_of).unwrap();
    assert_eq!(result, power(&y(), &n(2)).unwrap());
    assert_eq!(negate(&negate(&result).unwrap()).unwrap(), result);
}
