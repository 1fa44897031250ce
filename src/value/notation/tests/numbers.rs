use super::{latex, mathml, n, refused, text};
use crate::value::notation::{Format, Misfit};
use crate::value::{Rational, Value};

#[test]
fn numbers_as_they_are() {
    for (value, in_text, in_latex, in_mathml) in [
        ("3", "3", "3", "<mn>3</mn>"),
        (
            "-3",
            "−3",
            "-3",
            "<mrow><mo form=\"prefix\">−</mo><mn>3</mn></mrow>",
        ),
        (
            "3/4",
            "3/4",
            r"\frac{3}{4}",
            "<mfrac><mn>3</mn><mn>4</mn></mfrac>",
        ),
        (
            "-3/4",
            "−3/4",
            r"-\frac{3}{4}",
            "<mrow><mo form=\"prefix\">−</mo><mfrac><mn>3</mn><mn>4</mn></mfrac></mrow>",
        ),
        ("0.50", "0.50", "0.50", "<mn>0.50</mn>"),
        (
            "-0.5",
            "−0.5",
            "-0.5",
            "<mrow><mo form=\"prefix\">−</mo><mn>0.5</mn></mrow>",
        ),
        ("0.0", "0.0", "0.0", "<mn>0.0</mn>"),
        ("12000", "12000", "12000", "<mn>12000</mn>"),
    ] {
        let value = n(value);
        assert_eq!(text(&value, Format::Plain), in_text);
        assert_eq!(latex(&value, Format::Plain), in_latex);
        assert_eq!(mathml(&value, Format::Plain), in_mathml);
    }
}

#[test]
fn formats_by_hand() {
    use Format::{Comma, Decimal, Fraction, Mixed, Money, Percent, Scientific, Sig, Time};
    let cases = [
        ("3/4", Decimal(None), "0.75"),
        ("0.50", Decimal(None), "0.50"),
        ("-17/8", Decimal(None), "−2.125"),
        ("2/3", Decimal(Some(2)), "0.67"),
        ("1/200", Decimal(Some(2)), "0.01"),
        ("-1/1000", Decimal(Some(2)), "0.00"),
        ("5", Decimal(Some(1)), "5.0"),
        ("7/2", Decimal(Some(0)), "4"),
        ("1.25", Fraction, "5/4"),
        ("6", Fraction, "6"),
        ("17/12", Mixed, "1 5/12"),
        ("-17/12", Mixed, "−1 5/12"),
        ("5/12", Mixed, "5/12"),
        ("24/12", Mixed, "2"),
        ("9/20", Percent(None), "45%"),
        ("-9/20", Percent(None), "−45%"),
        ("1/8", Percent(None), "12.5%"),
        ("0.50", Percent(None), "50%"),
        ("0.500", Percent(None), "50.0%"),
        ("1/3", Percent(None), "33 1/3%"),
        ("1/3", Percent(Some(1)), "33.3%"),
        ("-1/10000", Percent(Some(0)), "0%"),
        ("2", Percent(None), "200%"),
        ("9/2", Money, "$4.50"),
        ("4", Money, "$4.00"),
        ("-4.5", Money, "−$4.50"),
        ("1200", Money, "$1200.00"),
        ("1200", Comma, "1,200"),
        ("999", Comma, "999"),
        ("-1234567.5", Comma, "−1,234,567.5"),
        ("123456", Comma, "123,456"),
        ("45000", Scientific(None), "4.5 × 10⁴"),
        ("0.00012", Scientific(None), "1.2 × 10⁻⁴"),
        ("-3", Scientific(None), "−3 × 10⁰"),
        ("2/3", Scientific(Some(2)), "6.67 × 10⁻¹"),
        ("99960", Scientific(Some(2)), "1.00 × 10⁵"),
        ("0", Scientific(None), "0"),
        ("2/3", Sig(3), "0.667"),
        ("12345", Sig(3), "12300"),
        ("0.00456", Sig(2), "0.0046"),
        ("0.0996", Sig(2), "0.10"),
        ("9.99", Sig(2), "10"),
        ("7", Sig(3), "7.00"),
        ("0", Sig(2), "0.0"),
        ("165", Time, "2:45"),
        ("0", Time, "0:00"),
        ("725", Time, "12:05"),
    ];
    for (value, format, expected) in cases {
        assert_eq!(text(&n(value), format), expected, "{value} | {format}");
    }
}

#[test]
fn formats_in_mathematics() {
    use Format::{Comma, Mixed, Money, Ordinal, Percent, Scientific, Words};
    let cases = [
        ("9/20", Percent(None), r"45\%"),
        ("1/3", Percent(None), r"33\frac{1}{3}\%"),
        ("9/2", Money, r"\$4.50"),
        ("-9/2", Money, r"-\$4.50"),
        ("17/12", Mixed, r"1\frac{5}{12}"),
        ("-17/12", Mixed, r"-1\frac{5}{12}"),
        ("12000", Comma, "12{,}000"),
        ("0.00012", Scientific(None), r"1.2 \times 10^{-4}"),
        ("45000", Scientific(None), r"4.5 \times 10^4"),
        ("3", Ordinal, r"3^{\text{rd}}"),
        ("21", Words, r"\text{twenty-one}"),
    ];
    for (value, format, expected) in cases {
        assert_eq!(latex(&n(value), format), expected, "{value} | {format}");
    }
    assert_eq!(
        mathml(&n("17/12"), Mixed),
        "<mrow><mn>1</mn><mfrac><mn>5</mn><mn>12</mn></mfrac></mrow>"
    );
    assert_eq!(
        mathml(&n("9/20"), Percent(None)),
        "<mrow><mn>45</mn><mo>%</mo></mrow>"
    );
    assert_eq!(
        mathml(&n("4"), Money),
        "<mrow><mtext>$</mtext><mn>4.00</mn></mrow>"
    );
    assert_eq!(
        mathml(&n("2"), Ordinal),
        "<msup><mn>2</mn><mtext>nd</mtext></msup>"
    );
}

#[test]
fn what_does_not_fit_is_refused_with_its_data() {
    let third = || Rational::new(1, 3).unwrap();
    let endless = |format| Misfit::Endless {
        format,
        value: third(),
    };
    assert_eq!(
        refused(&n("1/3"), Format::Decimal(None)),
        endless(Format::Decimal(None))
    );
    let format = Format::Scientific(None);
    assert_eq!(refused(&n("1/3"), format), endless(format));
    assert_eq!(
        refused(&n("1/3"), Format::Money),
        Misfit::NotCents { value: third() }
    );
    assert_eq!(
        refused(&n("1/3"), Format::Words),
        Misfit::NotWhole {
            format: Format::Words,
            value: third()
        }
    );
    let billion = Rational::integer(1_000_000_000);
    assert_eq!(
        refused(&n("1000000000"), Format::Words),
        Misfit::OutOfRange {
            format: Format::Words,
            value: billion
        }
    );
    assert!(matches!(
        refused(&n("-1"), Format::Time),
        Misfit::OutOfRange { .. }
    ));
    assert!(matches!(
        refused(&n("-1"), Format::Ordinal),
        Misfit::OutOfRange { .. }
    ));
    for format in [
        Format::Plain,
        Format::Decimal(None),
        Format::Fraction,
        Format::Money,
    ] {
        assert_eq!(refused(&Value::Real(1.5), format), Misfit::UnroundedReal);
    }
    let message = refused(&n("1/3"), Format::Decimal(None)).to_string();
    assert_eq!(
        message,
        "1/3 has no end as a decimal, so `decimal` needs a number of places"
    );
}

#[test]
fn irrational_values_can_be_asked_to_round() {
    let root = Value::root(&Rational::integer(2)).unwrap();
    let pi = Value::pi_multiple(Rational::integer(1000));
    assert_eq!(text(&root, Format::Decimal(Some(3))), "1.414");
    assert_eq!(text(&root, Format::Sig(5)), "1.4142");
    assert_eq!(text(&root, Format::Percent(Some(1))), "141.4%");
    assert_eq!(text(&pi, Format::Sig(3)), "3140");
    assert_eq!(text(&pi, Format::Scientific(Some(4))), "3.1416 × 10³");
    // The float 2.675 is a little less than it says.
    assert_eq!(text(&Value::Real(2.675), Format::Decimal(Some(2))), "2.67");
    assert!(matches!(
        refused(&root, Format::Decimal(None)),
        Misfit::Kind { .. }
    ));
    assert!(matches!(refused(&root, Format::Words), Misfit::Kind { .. }));
}
