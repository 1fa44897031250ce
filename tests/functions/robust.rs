//! Whatever is put into a function, it gives a value of its type or a failure.

use isoform::expression::Type;
use isoform::expression::function::{self, Function};
use isoform::value::{Formula, Number, Operation, Rational, Row, Value, arithmetic};
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof, proptest};
use proptest::sample::select;

fn number(text: &str) -> Value {
    Value::Number(Number::parse(text).unwrap())
}

/// Numbers at which something changes: signs, sizes, places.
fn numbers() -> impl Strategy<Value = Value> {
    let edges = [
        "0",
        "1",
        "-1",
        "2",
        "3",
        "4",
        "12",
        "1/2",
        "-7/3",
        "0.50",
        "0.001",
        "100",
        "1000",
        "100000",
        "100001",
        "999999999989",
        "1000000000000",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "18446744073709551615",
        "1/18446744073709551615",
        "340282366920938463463374607431768211456",
        "3999",
        "9999",
    ];
    let huge = [(10_i64, 1200), (2, 4095), (-3, 2501)].map(|(base, exponent)| {
        let size = Rational::integer(base).pow(exponent).unwrap();
        [
            Value::from(size.clone()),
            Rational::ONE.div(&size).unwrap().into(),
        ]
    });
    prop_oneof![
        4 => select(edges.map(number).to_vec()),
        4 => (-50_i64..50).prop_map(Value::integer),
        2 => (any::<i64>(), any::<i64>()).prop_map(|(n, d)| Rational::new(n, d.max(1)).unwrap().into()),
        1 => select(huge.concat()),
    ]
}

fn texts() -> impl Strategy<Value = Value> {
    let edges = [
        "",
        " ",
        "a",
        "apple",
        "child",
        "\u{301}",
        "e\u{301}\u{301}",
        "ß",
        "İ",
        "日本語",
        "XIV",
        "1101",
        "-12",
        "3/4",
        "0.5",
        "-",
        "/",
        ".",
        "MMMMMMMM",
        "of",
        " of ",
        "value",
        "x",
    ];
    prop_oneof![
        4 => select(edges.map(Value::text).to_vec()),
        2 => ".{0,12}".prop_map(|text| Value::text(&text)),
        1 => Just(Value::text(&"ab ".repeat(30_000))),
        1 => Just(Value::text(&"M".repeat(90_000))),
    ]
}

fn others() -> impl Strategy<Value = Value> {
    let x = Value::symbol("x");
    let polynomial = |text: &str| {
        let y = Value::symbol("y");
        let sum = arithmetic::add(&x, &arithmetic::multiply(&y, &number(text)).unwrap()).unwrap();
        arithmetic::power(&sum, &Value::integer(18)).unwrap()
    };
    let root = |n| Value::root(&Rational::integer(n)).unwrap();
    let high = arithmetic::power(&x, &Value::integer(60)).unwrap();
    let quartic = arithmetic::subtract(&high, &number("99999")).unwrap();
    let deep = (0..300).fold(Formula::from(x.clone()), |inner, _| inner.negated());
    let equation = Formula::operation(Operation::Root, x.clone().into(), x.clone().into());
    let row = Row::new([
        ("value".into(), number("1")),
        ("x".into(), Value::text("a")),
    ]);
    select(vec![
        x.clone(),
        polynomial("1"),
        polynomial("0.001"),
        quartic,
        high,
        root(2),
        arithmetic::add(&root(999_999_999_989), &root(2)).unwrap(),
        Value::pi_multiple(Rational::ONE),
        Value::pi_multiple(Rational::new(-1, 2).unwrap()),
        Value::Real(0.0),
        Value::Real(-1.5),
        Value::Real(f64::MAX),
        Value::Real(f64::MIN_POSITIVE),
        Value::Boolean(true),
        deep.into(),
        equation.into(),
        Value::row(row),
        Value::row(Row::default()),
    ])
}

fn lists(element: impl Strategy<Value = Value> + Clone + 'static) -> impl Strategy<Value = Value> {
    let short = proptest::collection::vec(element.clone(), 0..6).prop_map(Value::list);
    let long = (element, 1_usize..2_000).prop_map(|(x, n)| Value::list(vec![x; n]));
    prop_oneof![9 => short, 1 => long]
}

fn values() -> impl Strategy<Value = Value> {
    let leaf =
        prop_oneof![3 => numbers().boxed(), 2 => texts().boxed(), 2 => others().boxed()].boxed();
    let flat = prop_oneof![
        3 => lists(numbers().boxed()).boxed(),
        1 => lists(texts().boxed()).boxed(),
        1 => lists(others().boxed()).boxed(),
        1 => lists(leaf.clone()).boxed(),
    ]
    .boxed();
    let nested = proptest::collection::vec(flat.clone(), 0..4).prop_map(Value::list);
    prop_oneof![5 => leaf, 3 => flat, 1 => nested]
}

fn call(function: &Function, arguments: &[Value]) {
    let result = (function.call)(arguments);
    let name = function.name;
    let types: Vec<Type> = arguments.iter().map(Type::of).collect();
    let gives = (function.gives)(&types);
    // With another number of arguments than the check lets through, only a panic would be wrong.
    let fits = (function.least..=function.most).contains(&arguments.len());
    let (Ok(value), true) = (result, fits) else {
        return;
    };
    let found = Type::of(&value);
    assert!(
        found.fits(&gives),
        "{name} says {gives} and gives {found}: {value:?}"
    );
    if let Value::Real(real) = value {
        assert!(real.is_finite(), "{name} gives {real}");
    }
    for (place, given) in types.iter().enumerate() {
        let takes = function.takes.get(place).or(function.takes.last()).unwrap();
        assert!(
            takes.accepts(given),
            "{name} works on {given}, which its row refuses"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_makes_a_function_panic_or_hang(
        arguments in proptest::collection::vec(values(), 0..=4),
    ) {
        for function in function::all() {
            call(function, &arguments);
            let least = function.least.min(arguments.len());
            call(function, &arguments[..least]);
        }
    }

    #[test]
    fn numbers_reach_past_the_first_checks(
        arguments in proptest::collection::vec(numbers(), 1..=3),
    ) {
        for function in function::all() {
            call(function, &arguments);
            call(function, &[Value::list(arguments.clone())]);
        }
    }
}

#[test]
fn long_lists() {
    let many: Vec<Value> = (0..2_000).map(Value::integer).collect();
    let mixed: Vec<Value> = (0..2_000)
        .map(|n| Rational::new(7 * n % 99_991, 64).unwrap().into())
        .collect();
    for list in [Value::list(many), Value::list(mixed)] {
        for function in function::all() {
            call(function, std::slice::from_ref(&list));
            call(function, &[list.clone(), list.clone()]);
            call(function, &[list.clone(), Value::integer(3)]);
            call(function, &[Value::list(vec![list.clone(); 3])]);
        }
    }
}
