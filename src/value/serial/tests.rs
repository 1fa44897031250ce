use proptest::prelude::{Strategy, any, prop_oneof, proptest};

use crate::value::arithmetic::{add, multiply, power};
use crate::value::{Formula, Number, Operation, Polynomial, Rational, Relation, Row, Surd, Value};

#[test]
fn forms_by_hand() {
    let number = |text| Value::Number(Number::parse(text).unwrap());
    let x = Value::symbol("x");
    let polynomial = add(&multiply(&number("0.5"), &x).unwrap(), &number("3")).unwrap();
    let cases = [
        (number("12"), "12"),
        (number("9007199254740991"), "9007199254740991"),
        (
            number("9007199254740992"),
            r#"{"number":"9007199254740992"}"#,
        ),
        (number("-3/4"), r#"{"number":"-3/4"}"#),
        (number("-0.50"), r#"{"decimal":"-0.50"}"#),
        (Value::text("½ \"x\""), r#""½ \"x\"""#),
        (Value::list([Value::Boolean(true), number("1")]), "[true,1]"),
        (
            Value::row(Row::new([("b".into(), number("1")), ("a".into(), x)])),
            r#"{"row":{"b":1,"a":{"polynomial":[{"coefficient":1,"powers":{"x":1}}]}}}"#,
        ),
        (
            polynomial,
            r#"{"polynomial":[{"coefficient":{"decimal":"0.5"},"powers":{"x":1}},{"coefficient":3,"powers":{}}]}"#,
        ),
        (
            Value::root(&Rational::integer(12)).unwrap(),
            r#"{"surd":[[3,"2"]]}"#,
        ),
        (Value::pi_multiple(Rational::integer(2)), r#"{"pi":"2"}"#),
        (Value::Real(0.1), r#"{"real":"0.1"}"#),
    ];
    for (value, json) in cases {
        assert_eq!(serde_json::to_string(&value).unwrap(), json);
        let back: Value = serde_json::from_str(json).unwrap();
        assert_eq!(format!("{back:?}"), format!("{value:?}"), "{json}");
    }
}

#[test]
fn what_is_no_value_is_refused() {
    for json in [
        "0.5",
        "1e3",
        "null",
        "{}",
        "18446744073709551615",
        r#"{"number":"1/0"}"#,
        r#"{"number":"x"}"#,
        r#"{"decimal":"1/3"}"#,
        r#"{"numbr":"1"}"#,
        r#"{"number":"1","row":{}}"#,
        r#"{"row":{"a":1,"a":2}}"#,
        r#"{"polynomial":[{"coefficient":"x","powers":{}}]}"#,
        r#"{"polynomial":[{"coefficient":1,"powers":{"x":61}}]}"#,
        r#"{"surd":[[1000000000000001,"1"]]}"#,
        r#"{"real":"one"}"#,
    ] {
        assert!(serde_json::from_str::<Value>(json).is_err(), "{json}");
    }
    assert!(serde_json::from_str::<Value>(&"[".repeat(100_000)).is_err());
    // A surd written unsimplified is read as the value it is.
    let read: Surd = serde_json::from_str(r#"[[8,"1"]]"#).unwrap();
    assert_eq!(
        Value::from(read),
        Value::root(&Rational::integer(8)).unwrap()
    );
}

fn number() -> impl Strategy<Value = Number> {
    let fraction = (any::<i64>(), 1..=i64::MAX).prop_map(|(n, d)| Rational::new(n, d).unwrap());
    let small = (-20..20_i64, 1..20_i64).prop_map(|(n, d)| Rational::new(n, d).unwrap());
    let huge = any::<i64>().prop_map(|n| Rational::integer(n).pow(3).unwrap());
    (
        prop_oneof![fraction, small, huge],
        proptest::option::of(0..4_u8),
    )
        .prop_map(|(exact, places)| match places {
            Some(places) => Number::decimal(exact, places),
            None => Number::fraction(exact),
        })
}

fn polynomial() -> impl Strategy<Value = Polynomial> {
    let term = (number(), 0..5_i64, 0..5_i64).prop_map(|(c, m, n)| {
        let x = power(&Value::symbol("x"), &Value::integer(m)).unwrap();
        let y = power(&Value::symbol("y₁"), &Value::integer(n)).unwrap();
        multiply(&c.into(), &multiply(&x, &y).unwrap()).unwrap()
    });
    proptest::collection::vec(term, 1..5).prop_map(|terms| {
        let sum = terms
            .iter()
            .fold(Value::symbol("z"), |sum, t| add(&sum, t).unwrap());
        match sum {
            Value::Polynomial(p) => (*p).clone(),
            other => panic!("{other:?}"),
        }
    })
}

pub(crate) fn value() -> impl Strategy<Value = Value> {
    let surd = proptest::collection::vec((1..50_u64, -9..9_i64), 1..4).prop_map(|terms| {
        let terms = terms.into_iter().map(|(n, c)| (n, Rational::integer(c)));
        Value::from(Surd::new(terms).unwrap())
    });
    let leaf = prop_oneof![
        4 => number().prop_map(Value::Number),
        2 => ".{0,8}".prop_map(|text| Value::text(&text)),
        1 => any::<bool>().prop_map(Value::Boolean),
        2 => polynomial().prop_map(Value::from),
        2 => surd,
        1 => (-20..20_i64, 1..9_i64).prop_map(|(n, d)| Value::pi_multiple(Rational::new(n, d).unwrap())),
        1 => any::<f64>().prop_map(Value::Real),
    ];
    leaf.prop_recursive(3, 20, 4, |inner| {
        let formula = (inner.clone(), inner.clone(), 0..6_u8).prop_map(|(a, b, which)| {
            let (a, b) = (Formula::from(a), Formula::from(b));
            let formula = match which {
                0 => Formula::operation(Operation::Add, a, b),
                1 => Formula::operation(Operation::Subtract, a, b),
                2 => Formula::operation(Operation::Multiply, a, b),
                3 => Formula::operation(Operation::Divide, a, b),
                4 => Formula::relation(Relation::AtMost, a, b),
                _ => Formula::Function("f".into(), vec![a, b.negated()]),
            };
            Value::from(formula)
        });
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::list),
            proptest::collection::vec((".{0,3}", inner), 0..4).prop_map(|entries| {
                let entries = entries.into_iter().map(|(k, v)| (k.into(), v));
                Value::row(Row::new(entries))
            }),
            formula,
        ]
    })
}

proptest! {
    #[test]
    fn every_value_comes_back_exactly(value in value()) {
        let json = serde_json::to_string(&value).unwrap();
        let back: Value = serde_json::from_str(&json).unwrap();
        // Debug also shows decimal places, which equality ignores.
        assert_eq!(format!("{back:?}"), format!("{value:?}"), "{}", json);
        let (mut a, mut b) = (Vec::new(), Vec::new());
        value.canonical(&mut a);
        back.canonical(&mut b);
        assert_eq!(a, b);
    }
}
