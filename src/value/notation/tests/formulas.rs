use super::{latex, mathml, n, text};
use crate::value::arithmetic::{add, divide, modulo, multiply, negate, power, quotient, subtract};
use crate::value::notation::Format;
use crate::value::{Formula, Relation, Value};

fn x() -> Value {
    Value::symbol("x")
}

/// A number that stays as it is: `show` wraps every leaf.
fn f(text: &str) -> Value {
    Formula::Value(n(text)).into()
}

fn sym() -> Value {
    Formula::Value(x()).into()
}

fn plus(a: &Value, b: &Value) -> Value {
    add(a, b).unwrap()
}

fn times(a: &Value, b: &Value) -> Value {
    multiply(a, b).unwrap()
}

#[test]
fn sums_and_products() {
    let shown = |value: &Value| text(value, Format::Plain);
    assert_eq!(shown(&plus(&f("3"), &times(&f("4"), &sym()))), "3 + 4x");
    assert_eq!(shown(&plus(&f("3"), &f("-4"))), "3 + (−4)");
    assert_eq!(shown(&plus(&f("-3"), &f("4"))), "−3 + 4");
    assert_eq!(shown(&subtract(&f("3"), &f("-4")).unwrap()), "3 − (−4)");
    assert_eq!(shown(&times(&f("3"), &f("4"))), "3 × 4");
    assert_eq!(shown(&times(&f("3"), &f("-4"))), "3 × (−4)");
    assert_eq!(shown(&times(&f("-3"), &f("4"))), "−3 × 4");
    assert_eq!(shown(&times(&f("1"), &sym())), "x");
    assert_eq!(shown(&times(&f("-1"), &sym())), "−x");
    assert_eq!(shown(&times(&f("-2"), &sym())), "−2x");
    assert_eq!(shown(&plus(&f("3"), &times(&f("-2"), &sym()))), "3 − 2x");
    assert_eq!(shown(&times(&sym(), &f("3"))), "x × 3");
    assert_eq!(shown(&times(&f("1"), &f("4"))), "1 × 4");
    let sum = plus(&sym(), &f("1"));
    assert_eq!(shown(&times(&f("5"), &sum)), "5(x + 1)");
    assert_eq!(shown(&times(&sum, &sum)), "(x + 1)(x + 1)");
    assert_eq!(shown(&times(&f("5"), &plus(&f("3"), &f("4")))), "5(3 + 4)");
    assert_eq!(
        shown(&times(&plus(&f("3"), &f("4")), &f("5"))),
        "(3 + 4) × 5"
    );
    assert_eq!(
        shown(&subtract(&f("9"), &plus(&f("3"), &f("4"))).unwrap()),
        "9 − (3 + 4)"
    );
    assert_eq!(shown(&plus(&plus(&f("3"), &f("4")), &f("5"))), "3 + 4 + 5");
    assert_eq!(
        shown(&times(&f("2"), &times(&f("3"), &f("4")))),
        "2 × (3 × 4)"
    );
    assert_eq!(
        shown(&times(&times(&f("2"), &f("3")), &f("4"))),
        "2 × 3 × 4"
    );
    assert_eq!(shown(&times(&times(&f("2"), &f("3")), &sym())), "2 × 3 × x");
    assert_eq!(shown(&negate(&f("-3")).unwrap()), "−(−3)");
    assert_eq!(shown(&negate(&sum).unwrap()), "−(x + 1)");
}

#[test]
fn powers_fractions_and_the_rest() {
    let square = |value: &Value| power(value, &f("2")).unwrap();
    let over = |a: &Value, b: &Value| divide(a, b).unwrap();
    let both = |value: &Value, in_text: &str, in_latex: &str| {
        assert_eq!(text(value, Format::Plain), in_text);
        assert_eq!(latex(value, Format::Plain), in_latex);
    };
    both(&square(&f("3")), "3²", "3^2");
    both(&square(&f("-3")), "(−3)²", "(-3)^2");
    both(&square(&f("3/4")), "(3/4)²", r"\left(\frac{3}{4}\right)^2");
    both(&square(&square(&sym())), "(x²)²", "(x^2)^2");
    both(&power(&sym(), &f("1")).unwrap(), "x", "x");
    both(&power(&sym(), &f("-2")).unwrap(), "x⁻²", "x^{-2}");
    both(&power(&f("2"), &sym()).unwrap(), "2^x", "2^x");
    both(&square(&times(&f("2"), &sym())), "(2x)²", "(2x)^2");
    both(&times(&f("3"), &square(&sym())), "3x²", "3x^2");
    both(&over(&f("3"), &f("4")), "3/4", r"\frac{3}{4}");
    let sum = plus(&f("3"), &f("4"));
    both(&over(&sum, &f("5")), "(3 + 4)/5", r"\frac{3 + 4}{5}");
    both(&over(&f("5"), &sum), "5/(3 + 4)", r"\frac{5}{3 + 4}");
    both(
        &over(&f("1/2"), &f("3/4")),
        "(1/2)/(3/4)",
        r"\frac{\frac{1}{2}}{\frac{3}{4}}",
    );
    both(
        &plus(&f("1/2"), &f("3/4")),
        "1/2 + 3/4",
        r"\frac{1}{2} + \frac{3}{4}",
    );
    both(
        &times(&f("1/2"), &f("3/4")),
        "1/2 × 3/4",
        r"\frac{1}{2} \times \frac{3}{4}",
    );
    both(
        &quotient(&f("12"), &f("3")).unwrap(),
        "12 ÷ 3",
        r"12 \div 3",
    );
    both(
        &modulo(&f("12"), &f("-3")).unwrap(),
        "12 mod (−3)",
        r"12 \bmod (-3)",
    );
    let equation = Formula::relation(
        Relation::AtMost,
        plus(&sym(), &f("3")).into(),
        f("-7").into(),
    );
    both(&equation.into(), "x + 3 ≤ −7", r"x + 3 \leq -7");
    let root = Formula::Root(Box::new(sum.clone().into()));
    both(&root.into(), "√(3 + 4)", r"\sqrt{3 + 4}");
    let function = Formula::Function("gcd".into(), vec![f("3").into(), f("-4").into()]);
    both(&function.into(), "gcd(3, −4)", r"\operatorname{gcd}(3, -4)");
    let absolute = Formula::Absolute(Box::new(f("-4").into()));
    both(&absolute.into(), "|−4|", r"\left|-4\right|");
}

#[test]
fn polynomial_values_inside_a_formula() {
    let polynomial = plus(&times(&n("3"), &x()), &n("2"));
    let leaf: Value = Formula::Value(polynomial).into();
    assert_eq!(text(&times(&f("2"), &leaf), Format::Plain), "2(3x + 2)");
    let square = power(&leaf, &f("2")).unwrap();
    assert_eq!(text(&square, Format::Plain), "(3x + 2)²");
    let negative: Value = Formula::Value(times(&n("-3"), &x())).into();
    assert_eq!(text(&plus(&f("2"), &negative), Format::Plain), "2 − 3x");
    assert_eq!(text(&times(&f("2"), &negative), Format::Plain), "2 × (−3x)");
    assert_eq!(
        mathml(&plus(&f("2"), &f("-3")), Format::Plain),
        "<mrow><mn>2</mn><mo>+</mo><mrow><mo fence=\"true\" form=\"prefix\">(</mo>\
         <mrow><mo form=\"prefix\">−</mo><mn>3</mn></mrow>\
         <mo fence=\"true\" form=\"postfix\">)</mo></mrow></mrow>"
    );
}
