use std::cmp::Ordering;

use super::arithmetic::{add, divide, modulo, multiply, negate, power, quotient, subtract};
use super::{ArithmeticError, Kind, Number, Operation, Polynomial, Rational, Row, Value};

fn n(text: &str) -> Value {
    Value::Number(Number::parse(text).unwrap())
}

fn places(value: Result<Value, ArithmeticError>) -> (String, Option<u8>) {
    match value {
        Ok(Value::Number(number)) => (number.exact().to_string(), number.places()),
        other => panic!("{other:?} is not a number"),
    }
}

#[test]
fn a_value_is_small() {
    assert_eq!(std::mem::size_of::<Value>(), 24);
}

#[test]
fn places_follow_the_rules() {
    let is = |value, exact: &str, expected| assert_eq!(places(value), (exact.into(), expected));
    is(add(&n("0.1"), &n("0.2")), "3/10", Some(1));
    is(add(&n("0.25"), &n("0.25")), "1/2", Some(2));
    is(add(&n("0.50"), &n("2")), "5/2", Some(2));
    is(subtract(&n("1.5"), &n("0.25")), "5/4", Some(2));
    is(add(&n("0.5"), &n("1/4")), "3/4", Some(2));
    is(add(&n("0.5"), &n("1/3")), "5/6", None);
    is(add(&n("1/2"), &n("1/2")), "1", None);
    is(multiply(&n("0.50"), &n("0.50")), "1/4", Some(2));
    is(multiply(&n("0.5"), &n("4")), "2", Some(0));
    is(divide(&n("1.5"), &n("4")), "3/8", Some(3));
    is(divide(&n("1.0"), &n("3")), "1/3", None);
    is(divide(&n("1"), &n("2")), "1/2", None);
    is(power(&n("0.5"), &n("2")), "1/4", Some(2));
    is(modulo(&n("7.5"), &n("2")), "3/2", Some(1));
    is(quotient(&n("7.5"), &n("2")), "3", None);
    is(negate(&n("0.50")), "-1/2", Some(2));
    is(n("2.345").rounded(2).map(Value::from), "47/20", Some(2));
    is(n("7").rounded(1).map(Value::from), "7", Some(1));
    is(n("7.5").rounded(0).map(Value::from), "8", None);
}

#[test]
fn equal_values_are_the_same_whatever_their_form() {
    let polynomial = |text| Polynomial::constant(Number::parse(text).unwrap());
    let constant = Value::Polynomial(polynomial("1/2").into());
    let forms = [n("1/2"), n("0.5"), n("0.50"), constant];
    let bytes = |value: &Value| {
        let mut bytes = Vec::new();
        value.canonical(&mut bytes);
        bytes
    };
    for a in &forms {
        for b in &forms {
            assert!(a.same(b), "{a:?} and {b:?}");
            assert_eq!(bytes(a), bytes(b));
            assert_eq!(a.compare(b), Some(Ordering::Equal));
        }
    }
}

#[test]
fn different_values_differ_in_their_bytes() {
    let row = |entries: &[(&str, i64)]| {
        let entries = entries
            .iter()
            .map(|(k, v)| ((*k).into(), Value::integer(*v)));
        Value::row(Row::new(entries))
    };
    let (x, y) = (Value::symbol("x"), Value::symbol("y"));
    let root = Value::root(&Rational::integer(2)).unwrap();
    let values = [
        n("1"),
        n("-1"),
        n("1/2"),
        n("128"),
        n("-128"),
        Value::text("1"),
        Value::text(""),
        Value::Boolean(true),
        Value::list([]),
        Value::list([n("1")]),
        Value::list([n("1"), n("2")]),
        Value::list([Value::list([n("1")]), n("2")]),
        Value::list([Value::list([n("1"), n("2")])]),
        Value::list([Value::text("a"), Value::text("bc")]),
        Value::list([Value::text("ab"), Value::text("c")]),
        row(&[]),
        row(&[("a", 1)]),
        row(&[("a", 1), ("b", 2)]),
        row(&[("a", 2), ("b", 1)]),
        x.clone(),
        y.clone(),
        multiply(&x, &y).unwrap(),
        multiply(&x, &x).unwrap(),
        add(&x, &y).unwrap(),
        root.clone(),
        add(&root, &n("1")).unwrap(),
        Value::pi_multiple(Rational::integer(1)),
        Value::Real(1.0),
        Value::Formula(super::Formula::from(n("1")).into()),
        Value::Formula(super::Formula::from(n("1")).negated().into()),
    ];
    for (i, a) in values.iter().enumerate() {
        for (j, b) in values.iter().enumerate() {
            let (mut left, mut right) = (Vec::new(), Vec::new());
            a.canonical(&mut left);
            b.canonical(&mut right);
            assert_eq!(left == right, i == j, "{a:?} and {b:?}");
            assert_eq!(a.same(b), i == j, "{a:?} and {b:?}");
        }
    }
    assert!(row(&[("a", 1), ("b", 2)]).same(&row(&[("b", 2), ("a", 1)])));
}

#[test]
fn errors_name_what_was_asked() {
    let error = add(&n("1"), &Value::Boolean(true)).unwrap_err();
    let expected = ArithmeticError::Undefined {
        operation: Operation::Add,
        left: Kind::Number,
        right: Kind::Boolean,
    };
    assert_eq!(error, expected);
    assert_eq!(
        error.to_string(),
        "`+` is not defined between a number and true or false"
    );
    assert_eq!(
        add(&Value::text("a"), &n("1")).unwrap_err().to_string(),
        "`+` is not defined between text and a number"
    );
    assert_eq!(
        divide(&n("1"), &n("0")),
        Err(ArithmeticError::DivisionByZero)
    );
    assert_eq!(
        power(&n("0"), &n("-1")),
        Err(ArithmeticError::DivisionByZero)
    );
    assert_eq!(
        power(&n("4"), &n("1/2")),
        Err(ArithmeticError::NotWhole(Operation::Power))
    );
    assert_eq!(
        add(&Value::Real(f64::MAX), &Value::Real(f64::MAX)),
        Err(ArithmeticError::TooLarge)
    );
    assert_eq!(
        add(&Value::text("a"), &Value::text("b")).unwrap(),
        Value::text("ab")
    );
    assert_eq!(
        Value::text("b").compare(&Value::text("a")),
        Some(Ordering::Greater)
    );
    assert_eq!(Value::text("1").compare(&n("1")), None);
    assert_eq!(Value::Boolean(true).compare(&Value::Boolean(true)), None);
}
