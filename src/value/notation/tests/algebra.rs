use super::{latex, mathml, n, text};
use crate::value::arithmetic::{add, divide, multiply, power, subtract};
use crate::value::notation::Format;
use crate::value::{Rational, Value};

fn times(a: &Value, b: &Value) -> Value {
    multiply(a, b).unwrap()
}

/// a·x² + b·x + c
fn quadratic(a: &str, b: &str, c: &str) -> Value {
    let x = Value::symbol("x");
    let square = times(&n(a), &times(&x, &x));
    let linear = times(&n(b), &x);
    add(&add(&square, &linear).unwrap(), &n(c)).unwrap()
}

fn root(of: &str) -> Value {
    Value::root(&Rational::parse(of).unwrap()).unwrap()
}

#[test]
fn complex_numbers_begin_with_the_real_part() {
    let i = Value::symbol("i");
    let number = add(&times(&n("-3"), &i), &n("4")).unwrap();
    assert_eq!(text(&number, Format::Plain), "4 − 3i");
    assert_eq!(latex(&i, Format::Plain), "i");
    let two = add(&number, &Value::symbol("x")).unwrap();
    assert_eq!(text(&two, Format::Plain), "−3i + x + 4");
}

#[test]
fn a_constant_of_integration_comes_last() {
    let integral = add(&quadratic("3", "-5", "2"), &Value::symbol("C")).unwrap();
    assert_eq!(latex(&integral, Format::Plain), "3x^2 - 5x + 2 + C");
}

#[test]
fn polynomials() {
    for (a, b, c, in_text, in_latex) in [
        ("1", "1", "1", "x² + x + 1", "x^2 + x + 1"),
        ("-1", "-1", "-1", "−x² − x − 1", "-x^2 - x - 1"),
        ("0", "3", "-5", "3x − 5", "3x - 5"),
        ("2", "0", "0.50", "2x² + 0.50", "2x^2 + 0.50"),
        (
            "0",
            "3/4",
            "-1/2",
            "(3/4)x − 1/2",
            r"\frac{3}{4}x - \frac{1}{2}",
        ),
        ("0", "-3/4", "0", "−(3/4)x", r"-\frac{3}{4}x"),
        ("0.5", "1.0", "0", "0.5x² + x", "0.5x^2 + x"),
        ("0", "11", "0", "11x", "11x"),
    ] {
        let value = quadratic(a, b, c);
        assert_eq!(text(&value, Format::Plain), in_text);
        assert_eq!(latex(&value, Format::Plain), in_latex);
    }
    assert_eq!(
        mathml(&quadratic("-1", "3", "-1"), Format::Plain),
        "<mrow><mrow><mo form=\"prefix\">−</mo><msup><mi>x</mi><mn>2</mn></msup></mrow>\
         <mo>+</mo><mrow><mn>3</mn><mo>\u{2062}</mo><mi>x</mi></mrow><mo>−</mo><mn>1</mn></mrow>"
    );
}

#[test]
fn symbols() {
    let [x1, y, theta, area] = ["x_1", "y", "theta", "area"].map(Value::symbol);
    let product = times(&n("2"), &times(&x1, &y));
    assert_eq!(text(&product, Format::Plain), "2x₁y");
    assert_eq!(latex(&product, Format::Plain), "2x_1y");
    let product = times(&n("3"), &times(&theta, &y));
    assert_eq!(text(&product, Format::Plain), "3θy");
    assert_eq!(latex(&product, Format::Plain), r"3\theta y");
    let product = times(&n("3"), &area);
    assert_eq!(text(&product, Format::Plain), "3 · area");
    assert_eq!(latex(&product, Format::Plain), r"3 \cdot \mathrm{area}");
    let power = power(&Value::symbol("x12"), &n("3")).unwrap();
    assert_eq!(text(&power, Format::Plain), "x₁₂³");
    assert_eq!(latex(&power, Format::Plain), "x_{12}^3");
}

#[test]
fn several_symbols_fall_in_degree() {
    let (x, y) = (Value::symbol("x"), Value::symbol("y"));
    let square = power(&subtract(&y, &x).unwrap(), &n("2")).unwrap();
    let value = subtract(&add(&square, &y).unwrap(), &x).unwrap();
    assert_eq!(text(&value, Format::Plain), "x² − 2xy + y² − x + y");
}

#[test]
fn surds() {
    let phi = divide(&add(&n("1"), &root("5")).unwrap(), &n("2")).unwrap();
    let opposite = subtract(&n("0"), &phi).unwrap();
    let cases = [
        (root("2"), "√2", r"\sqrt{2}"),
        (root("12"), "2√3", r"2\sqrt{3}"),
        (root("1/2"), "√2/2", r"\frac{\sqrt{2}}{2}"),
        (times(&n("-3"), &root("5")), "−3√5", r"-3\sqrt{5}"),
        (
            times(&n("-1/2"), &root("3")),
            "−√3/2",
            r"-\frac{\sqrt{3}}{2}",
        ),
        (phi, "(1 + √5)/2", r"\frac{1 + \sqrt{5}}{2}"),
        (opposite, "(−1 − √5)/2", r"\frac{-1 - \sqrt{5}}{2}"),
        (
            subtract(&root("3"), &root("2")).unwrap(),
            "−√2 + √3",
            r"-\sqrt{2} + \sqrt{3}",
        ),
    ];
    for (value, in_text, in_latex) in cases {
        assert_eq!(text(&value, Format::Plain), in_text);
        assert_eq!(latex(&value, Format::Plain), in_latex);
    }
}

#[test]
fn multiples_of_pi() {
    for (coefficient, in_text, in_latex) in [
        ("1", "π", r"\pi"),
        ("-1", "−π", r"-\pi"),
        ("9", "9π", r"9\pi"),
        ("3/4", "3π/4", r"\frac{3\pi}{4}"),
        ("-1/2", "−π/2", r"-\frac{\pi}{2}"),
    ] {
        let value = Value::pi_multiple(Rational::parse(coefficient).unwrap());
        assert_eq!(text(&value, Format::Plain), in_text);
        assert_eq!(latex(&value, Format::Plain), in_latex);
    }
}

// Whole roots come first, and of these the smaller.
#[test]
fn factored_polynomials() {
    for (value, expected) in [
        (quadratic("1", "-2", "1"), "(x − 1)²"),
        (quadratic("2", "-2", "-12"), "2(x + 2)(x − 3)"),
        (quadratic("-1", "1", "6"), "−(x + 2)(x − 3)"),
        (quadratic("3/4", "-3", "0"), "(3/4)x(x − 4)"),
        (quadratic("6", "1", "-2"), "(2x − 1)(3x + 2)"),
        (quadratic("0", "2", "4"), "2(x + 2)"),
    ] {
        let Value::Polynomial(polynomial) = value else {
            panic!("{value:?}");
        };
        let shown = Value::from(polynomial.factor().unwrap().to_formula());
        assert_eq!(text(&shown, Format::Plain), expected);
    }
}
