use proptest::prelude::{ProptestConfig, Strategy, any, prop_oneof, proptest};

use crate::value::arithmetic::{add, multiply, negate, power, subtract};
use crate::value::notation::{Format, Language, Medium, describe, print};
use crate::value::serial;
use crate::value::{Formula, Number, Rational, Value};

/// What no printed mathematics may contain.
fn forbidden(text: &str) -> Option<String> {
    let text = text.replace("{,}", ",");
    let plain = text.replace('\u{2212}', "-");
    for pattern in ["--", "+ -", "- -", "+-", "-+", "× -", "+ +", "^1 ", "^{1}"] {
        if plain.contains(pattern) {
            return Some(pattern.to_owned());
        }
    }
    let letters: Vec<char> = text.chars().collect();
    for (at, window) in letters.windows(2).enumerate() {
        let before = at.checked_sub(1).map(|i| letters[i]);
        let part_of_number = before.is_some_and(|c| c.is_ascii_digit() || ".,₁₀_".contains(c));
        let letter = window[1].is_alphabetic() || window[1] == '√';
        if window[0] == '1' && letter && !part_of_number {
            return Some("1x".into());
        }
        if window[0] == '¹'
            && !before.is_some_and(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹⁻".contains(c))
            && !"⁰¹²³⁴⁵⁶⁷⁸⁹".contains(window[1])
        {
            return Some("^1".into());
        }
    }
    None
}

fn number() -> impl Strategy<Value = Value> {
    let exact = (-12..=12_i64, 1..=8_i64).prop_map(|(n, d)| Rational::new(n, d).unwrap());
    (exact, proptest::option::of(0..3_u8)).prop_map(|(exact, places)| {
        Value::Number(match places {
            Some(places) => Number::decimal(exact, places),
            None => Number::fraction(exact),
        })
    })
}

fn polynomial() -> impl Strategy<Value = Value> {
    let term = (number(), 0..3_i64, 0..3_i64).prop_map(|(c, m, n)| {
        let x = power(&Value::symbol("x"), &Value::integer(m)).unwrap();
        let y = power(&Value::symbol("y"), &Value::integer(n)).unwrap();
        multiply(&c, &multiply(&x, &y).unwrap()).unwrap()
    });
    proptest::collection::vec(term, 1..5).prop_map(|terms| {
        terms
            .iter()
            .fold(Value::integer(0), |sum, t| add(&sum, t).unwrap())
    })
}

fn surd() -> impl Strategy<Value = Value> {
    proptest::collection::vec((number(), 1..30_i64), 1..4).prop_map(|terms| {
        terms.iter().fold(Value::integer(0), |sum, (c, n)| {
            let root = Value::root(&Rational::integer(*n)).unwrap();
            add(&sum, &multiply(c, &root).unwrap()).unwrap()
        })
    })
}

fn mathematics() -> impl Strategy<Value = Value> {
    let pi =
        (-9..9_i64, 1..9_i64).prop_map(|(n, d)| Value::pi_multiple(Rational::new(n, d).unwrap()));
    let leaf = prop_oneof![4 => number(), 2 => polynomial(), 1 => surd(), 1 => pi];
    leaf.prop_recursive(4, 24, 2, |inner| {
        (inner.clone(), inner, 0..6_u8).prop_map(|(a, b, which)| {
            let a: Value = Formula::from(a).into();
            let b: Value = Formula::from(b).into();
            match which {
                0 => add(&a, &b).unwrap(),
                1 => subtract(&a, &b).unwrap(),
                2 | 3 => multiply(&a, &b).unwrap(),
                4 => negate(&a).unwrap(),
                _ => power(&a, &Value::integer(2)).unwrap(),
            }
        })
    })
}

/// Every element that opens also closes, and in order.
fn well_formed(mathml: &str) -> bool {
    let mut open = Vec::new();
    for tag in mathml.split('<').skip(1) {
        let Some((tag, _)) = tag.split_once('>') else {
            return false;
        };
        match tag.strip_prefix('/') {
            Some(name) if open.pop() != Some(name) => return false,
            Some(_) => {}
            None => open.push(tag.split(' ').next().unwrap()),
        }
    }
    open.is_empty() && mathml.starts_with('<') && mathml.ends_with('>')
}

fn formats() -> Vec<Format> {
    use Format::{A, Capital, Chem, Comma, Decimal, Fraction, List, Mixed, Money, Ordinal};
    use Format::{Percent, Plain, Scientific, Sig, Tex, Time, Words};
    vec![
        Plain,
        Decimal(None),
        Decimal(Some(2)),
        Fraction,
        Mixed,
        Percent(None),
        Percent(Some(0)),
        Money,
        Comma,
        Words,
        Ordinal,
        Time,
        Scientific(None),
        Scientific(Some(2)),
        Sig(3),
        List,
        Capital,
        A,
        Chem,
        Tex,
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn mathematics_is_never_ugly(value in mathematics()) {
        for tag in ["en", "de"] {
            let language = Language::from_tag(tag).unwrap();
            for format in formats() {
                for medium in [Medium::Text, Medium::Latex] {
                    if let Ok(shown) = print(&value, &format, medium, language) {
                        // 1st is no product of 1 and st.
                        let ugly = forbidden(&shown).filter(|_| format != Format::Ordinal);
                        assert_eq!(ugly, None, "{} from {:?}", shown, value);
                        assert!(!shown.is_empty());
                    }
                }
                if let Ok(shown) = print(&value, &format, Medium::MathMl, language) {
                    assert!(well_formed(&shown), "{shown}");
                }
            }
        }
    }

    #[test]
    fn nothing_panics_and_mathml_is_well_formed(value in serial::tests::value(), which in any::<proptest::sample::Index>()) {
        let formats = formats();
        let format = *which.get(&formats);
        describe(&value);
        for language in Language::all() {
            let _ = print(&value, &format, Medium::Text, language);
            let _ = print(&value, &format, Medium::Latex, language);
            if let Ok(shown) = print(&value, &format, Medium::MathMl, language) {
                assert!(well_formed(&shown), "{shown}");
            }
        }
    }
}
