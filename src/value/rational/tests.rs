use std::cmp::Ordering;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use naive::Naive;
use num_bigint::BigInt;

use super::Rational;
use crate::value::error::ArithmeticError;

/// The textbook definition on big integers, reduced only to be compared.
mod naive {
    use num_bigint::BigInt;

    #[derive(Clone)]
    pub struct Naive(pub BigInt, pub BigInt);

    impl Naive {
        pub fn new(n: i64, d: i64) -> Self {
            Self(n.into(), d.into())
        }
        pub fn same(&self, n: BigInt, d: BigInt) -> bool {
            &self.0 * d == n * &self.1
        }
        pub fn add(&self, o: &Self) -> Self {
            Self(&self.0 * &o.1 + &o.0 * &self.1, &self.1 * &o.1)
        }
        pub fn sub(&self, o: &Self) -> Self {
            Self(&self.0 * &o.1 - &o.0 * &self.1, &self.1 * &o.1)
        }
        pub fn mul(&self, o: &Self) -> Self {
            Self(&self.0 * &o.0, &self.1 * &o.1)
        }
        pub fn div(&self, o: &Self) -> Self {
            Self(&self.0 * &o.1, &self.1 * &o.0)
        }
    }
}

const EDGES: [i64; 9] = [
    0,
    -1,
    97,
    1 << 31,
    (1 << 53) + 1,
    i64::MAX,
    i64::MIN,
    i64::MIN + 1,
    3_037_000_500,
];

fn grid() -> Vec<(i64, i64)> {
    let mut pairs = Vec::new();
    for n in EDGES {
        for d in EDGES {
            if d != 0 {
                pairs.push((n, d));
            }
        }
    }
    for n in -5..=5 {
        for d in 1..=4 {
            pairs.push((n, d));
        }
    }
    pairs
}

fn check(result: &Rational, expected: &Naive, what: &str) {
    let (n, d) = (result.numerator(), result.denominator());
    assert!(d > BigInt::ZERO, "{what}: denominator {d}");
    assert_eq!(
        num_integer::Integer::gcd(&n, &d),
        BigInt::from(1),
        "{what}: not reduced"
    );
    let fits = i64::try_from(&n).is_ok() && i64::try_from(&d).is_ok();
    assert_eq!(
        result.small_parts().is_some(),
        fits,
        "{what}: representation"
    );
    assert!(expected.same(n, d), "{what}: {result}");
}

#[test]
fn operations_agree_with_the_definition_up_to_the_largest_integers() {
    let pairs = grid();
    for &(a, b) in &pairs {
        let x = Rational::new(a, b).unwrap();
        let naive_x = Naive::new(a, b);
        check(&x, &naive_x, "new");
        for &(c, d) in &pairs {
            let y = Rational::new(c, d).unwrap();
            let naive_y = Naive::new(c, d);
            let what = format!("{a}/{b} and {c}/{d}");
            check(&x.add(&y).unwrap(), &naive_x.add(&naive_y), &what);
            check(&x.sub(&y).unwrap(), &naive_x.sub(&naive_y), &what);
            check(&x.mul(&y).unwrap(), &naive_x.mul(&naive_y), &what);
            match x.div(&y) {
                Ok(quotient) => check(&quotient, &naive_x.div(&naive_y), &what),
                Err(error) => {
                    assert_eq!((c, error), (0, ArithmeticError::DivisionByZero), "{what}");
                }
            }
            let order = x.sub(&y).unwrap().signum().cmp(&0);
            assert_eq!(x.cmp(&y), order, "{what}");
            assert_eq!(x == y, order == Ordering::Equal, "{what}");
        }
    }
}

fn hash(value: &Rational) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[test]
fn a_value_that_was_big_comes_back_small() {
    let max = Rational::integer(i64::MAX);
    let big = max.mul(&max).unwrap();
    assert_eq!(big.to_string(), "85070591730234615847396907784232501249");
    let back = big.div(&max).unwrap();
    assert_eq!(back, max);
    assert_eq!(hash(&back), hash(&max));
    assert_eq!(
        Rational::integer(i64::MIN).neg().neg(),
        Rational::integer(i64::MIN)
    );
    assert_eq!(std::mem::size_of::<Rational>(), 16);
}

#[test]
fn floors_and_rounding_by_hand() {
    let cases = [
        // value, floor, ceil, round half away from zero
        ("7/2", 3, 4, 4),
        ("-7/2", -4, -3, -4),
        ("5/2", 2, 3, 3),
        ("-5/2", -3, -2, -3),
        ("1/3", 0, 1, 0),
        ("-1/3", -1, 0, 0),
        ("2/3", 0, 1, 1),
        ("4", 4, 4, 4),
        ("-4", -4, -4, -4),
    ];
    for (text, floor, ceil, round) in cases {
        let value = Rational::parse(text).unwrap();
        assert_eq!(value.floor(), floor.into(), "floor of {text}");
        assert_eq!(value.ceil(), ceil.into(), "ceil of {text}");
        assert_eq!(value.round(), round.into(), "round of {text}");
    }
    let rounded = |text: &str, places| Rational::parse(text).unwrap().round_to(places).unwrap();
    assert_eq!(rounded("2.345", 2), Rational::new(235, 100).unwrap());
    assert_eq!(rounded("-2.345", 2), Rational::new(-235, 100).unwrap());
    assert_eq!(rounded("1.005", 2), Rational::new(101, 100).unwrap());
    assert_eq!(rounded("1250", -2), Rational::integer(1300));
}

#[test]
fn modulo_takes_the_sign_of_the_divisor() {
    for (a, b, quotient, remainder) in [
        (7, 3, 2, 1),
        (-7, 3, -3, 2),
        (7, -3, -3, -2),
        (-7, -3, 2, -1),
        (i64::MIN, -1, 0, 0),
    ] {
        let (x, y) = (Rational::integer(a), Rational::integer(b));
        assert_eq!(x.modulo(&y).unwrap(), remainder.into(), "{a} mod {b}");
        if a != i64::MIN {
            assert_eq!(x.quotient(&y).unwrap(), quotient.into(), "{a} div {b}");
        }
    }
    let (x, y) = (Rational::new(7, 2).unwrap(), Rational::new(3, 4).unwrap());
    assert_eq!(
        x.modulo(&y).unwrap(),
        y.mul(&Rational::new(2, 3).unwrap()).unwrap()
    );
    assert_eq!(
        x.modulo(&Rational::ZERO),
        Err(ArithmeticError::DivisionByZero)
    );
}

#[test]
fn powers_are_repeated_products_and_bounded() {
    for base in ["0", "1", "-1", "2", "-3", "2/3", "-5/4", "10"] {
        let base = Rational::parse(base).unwrap();
        let mut product = Rational::ONE;
        for exponent in 0..40 {
            assert_eq!(base.pow(exponent).unwrap(), product, "{base}^{exponent}");
            if base.is_zero() && exponent > 0 {
                assert_eq!(base.pow(-exponent), Err(ArithmeticError::DivisionByZero));
            } else {
                let inverse = Rational::ONE.div(&product).unwrap();
                assert_eq!(base.pow(-exponent).unwrap(), inverse);
            }
            product = product.mul(&base).unwrap();
        }
    }
    let two = Rational::integer(2);
    assert!(two.pow(4095).is_ok());
    for exponent in [4097, 1 << 40, i64::MAX, i64::MIN] {
        assert_eq!(
            two.pow(exponent),
            Err(ArithmeticError::TooLarge),
            "{exponent}"
        );
    }
    assert_eq!(
        Rational::integer(-1).pow(i64::MAX),
        Ok(Rational::integer(-1))
    );
}

#[test]
fn places_and_magnitude_by_hand() {
    for (text, places) in [
        ("1/2", Some(1)),
        ("3/4", Some(2)),
        ("7/40", Some(3)),
        ("1/3", None),
        ("5/6", None),
        ("12", Some(0)),
        ("1/18446744073709551616", Some(64)),
    ] {
        assert_eq!(
            Rational::parse(text).unwrap().decimal_places(),
            places,
            "{text}"
        );
    }
    for (text, magnitude) in [
        ("1", Some(0)),
        ("9.99", Some(0)),
        ("10", Some(1)),
        ("-12345", Some(4)),
        ("0.00456", Some(-3)),
        ("1/3", Some(-1)),
        ("99/100", Some(-1)),
        ("0", None),
    ] {
        assert_eq!(
            Rational::parse(text).unwrap().magnitude(),
            magnitude,
            "{text}"
        );
    }
}

#[test]
fn floats_go_both_ways() {
    for value in [0.0, 0.1, -2.5, 1e300, 5e-324, f64::MAX, 1.0 / 3.0] {
        let exact = Rational::from_f64(value).unwrap();
        assert_eq!(exact.to_f64().to_bits(), value.to_bits(), "{value}");
    }
    assert_eq!(Rational::from_f64(0.5), Some(Rational::new(1, 2).unwrap()));
    assert_eq!(Rational::from_f64(f64::NAN), None);
    assert_eq!(Rational::new(2, 3).unwrap().to_f64(), 2.0 / 3.0);
}

#[test]
fn text_forms() {
    for (text, expected) in [
        ("-6/4", "-3/2"),
        ("0.50", "1/2"),
        ("12", "12"),
        ("\u{2212}0.0", "0"),
    ] {
        assert_eq!(Rational::parse(text).unwrap().to_string(), expected);
    }
    for text in [
        "", "-", "1/0", "1.", ".5", "1/2/3", "1e5", "--1", "1.5/2", "٣",
    ] {
        assert!(Rational::parse(text).is_err(), "{text}");
    }
    assert!(Rational::parse(&"9".repeat(1234)).is_err());
    let decimal = |text: &str, places| Rational::parse(text).unwrap().to_decimal(places);
    assert_eq!(decimal("-1/2", 2).as_deref(), Some("-0.50"));
    assert_eq!(decimal("1/200", 3).as_deref(), Some("0.005"));
    assert_eq!(decimal("1200", 0).as_deref(), Some("1200"));
    assert_eq!(decimal("1/8", 2), None);
}
