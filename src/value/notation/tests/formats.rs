use super::{latex, mathml, n, refused, text};
use crate::value::notation::Language;
use crate::value::notation::format::MAX_DIGITS;
use crate::value::notation::table::{Arguments, FORMATS};
use crate::value::notation::{Format, FormatError, Medium, Misfit, describe, print};
use crate::value::{Kind, Row, Value};

/// `3/4`, `"text"` or `[1, 2]`, as the examples of the table write values.
fn read(text: &str) -> Value {
    if let Some(list) = text.strip_prefix('[') {
        return Value::list(list.trim_end_matches(']').split(", ").map(read));
    }
    match text.strip_prefix('"') {
        Some(text) => Value::text(text.trim_end_matches('"')),
        None => n(text),
    }
}

#[test]
fn every_example_of_the_table_prints_what_it_says() {
    for row in &FORMATS {
        let (value, format) = row.example.split_once(" | ").unwrap();
        let (name, argument) = match format.split_once('(') {
            Some((name, argument)) => (name, vec![read(argument.trim_end_matches(')'))]),
            None => (format, vec![]),
        };
        assert_eq!(name, row.name);
        let format = Format::parse(name, &argument).unwrap();
        assert_eq!(format.name(), row.name);
        let shown = text(&read(value), format);
        assert_eq!(shown, row.prints, "{}", row.example);
    }
}

#[test]
fn names_and_arguments() {
    let parse = Format::parse;
    assert_eq!(parse("decimal", &[]), Ok(Format::Decimal(None)));
    assert_eq!(parse("decimal", &[n("2")]), Ok(Format::Decimal(Some(2))));
    assert_eq!(parse("money", &[]), Ok(Format::Money));
    assert_eq!(parse("sig", &[n("3")]), Ok(Format::Sig(3)));
    assert_eq!(
        parse("decimals", &[]),
        Err(FormatError::Unknown {
            name: "decimals".into()
        })
    );
    assert_eq!(
        parse("", &[]),
        Err(FormatError::Unknown {
            name: String::new()
        })
    );
    let count = |name, expected, given| {
        Err(FormatError::Count {
            name,
            expected,
            given,
        })
    };
    assert_eq!(
        parse("money", &[n("2")]),
        count("money", Arguments::None, 1)
    );
    assert_eq!(parse("sig", &[]), count("sig", Arguments::Figures, 0));
    assert_eq!(
        parse("decimal", &[n("1"), n("2")]),
        count("decimal", Arguments::Places, 2)
    );
    let range = |name, least| Err(FormatError::Range { name, least });
    assert_eq!(parse("sig", &[n("0")]), range("sig", 1));
    assert_eq!(parse("decimal", &[n("-1")]), range("decimal", 0));
    assert_eq!(parse("decimal", &[n("1/2")]), range("decimal", 0));
    assert_eq!(
        parse("decimal", &[n(&(i64::from(MAX_DIGITS) + 1).to_string())]),
        range("decimal", 0)
    );
    let kind = Kind::Text;
    assert_eq!(
        parse("sig", &[Value::text("3")]),
        Err(FormatError::Argument { name: "sig", kind })
    );
}

#[test]
fn text_is_escaped_where_the_medium_has_its_own_signs() {
    let value = Value::text(r#"50% of <b> & "c" \d_{1}^2"#);
    assert_eq!(text(&value, Format::Plain), r#"50% of <b> & "c" \d_{1}^2"#);
    assert_eq!(
        latex(&value, Format::Plain),
        r#"\text{50\% of <b> \& "c" \textbackslash{}d\_\{1\}\textasciicircum{}2}"#
    );
    assert_eq!(
        mathml(&value, Format::Plain),
        r"<mtext>50% of &lt;b&gt; &amp; &quot;c&quot; \d_{1}^2</mtext>"
    );
}

#[test]
fn lists_take_a_format_entry_by_entry() {
    let list = Value::list([n("1/2"), n("1/4")]);
    assert_eq!(text(&list, Format::Percent(None)), "50%, 25%");
    assert_eq!(text(&list, Format::Decimal(Some(2))), "0.50, 0.25");
    let pairs = Value::list([
        Value::list([n("1"), n("2")]),
        Value::list([n("3"), n("-4")]),
    ]);
    assert_eq!(text(&pairs, Format::Plain), "(1, 2), (3, −4)");
    assert_eq!(text(&Value::list([n("1")]), Format::List), "1");
    assert_eq!(refused(&Value::list([]), Format::Plain), Misfit::EmptyList);
    assert_eq!(refused(&Value::list([]), Format::List), Misfit::EmptyList);
    let misfit = Misfit::Kind {
        format: Format::List,
        kind: Kind::Number,
    };
    assert_eq!(refused(&n("1"), Format::List), misfit);
    assert_eq!(
        mathml(&Value::list([n("1"), n("2")]), Format::List),
        "<mrow><mn>1</mn><mtext>\u{a0}and\u{a0}</mtext><mn>2</mn></mrow>"
    );
}

#[test]
fn chemistry() {
    for (formula, in_text, in_latex) in [
        ("H2O", "H₂O", r"\mathrm{H_2O}"),
        ("SO4^2-", "SO₄²⁻", r"\mathrm{SO_4^{2-}}"),
        ("Na^+", "Na⁺", r"\mathrm{Na^+}"),
        ("Ca(OH)2", "Ca(OH)₂", r"\mathrm{Ca(OH)_2}"),
        ("C12H22O11", "C₁₂H₂₂O₁₁", r"\mathrm{C_{12}H_{22}O_{11}}"),
        (
            "2H2 + O2 -> 2H2O",
            "2H₂ + O₂ → 2H₂O",
            r"\mathrm{2H_2 + O_2 \rightarrow 2H_2O}",
        ),
        ("NaCl(aq)", "NaCl(aq)", r"\mathrm{NaCl(aq)}"),
        ("CuSO4·5H2O", "CuSO₄·5H₂O", r"\mathrm{CuSO_4 \cdot 5H_2O}"),
        ("[Fe(CN)6]^3-", "[Fe(CN)₆]³⁻", r"\mathrm{[Fe(CN)_6]^{3-}}"),
    ] {
        let value = Value::text(formula);
        assert_eq!(text(&value, Format::Chem), in_text);
        assert_eq!(latex(&value, Format::Chem), in_latex);
    }
    assert_eq!(
        mathml(&Value::text("SO4^2-"), Format::Chem),
        "<mrow><mi mathvariant=\"normal\">S</mi><msup><msub><mi mathvariant=\"normal\">O</mi>\
         <mn>4</mn></msub><mrow><mn>2</mn><mo>−</mo></mrow></msup></mrow>"
    );
    for (text, found) in [("H2O!", '!'), ("^+", '^'), ("Na^x", 'x'), ("a - b", '-')] {
        assert_eq!(
            refused(&Value::text(text), Format::Chem),
            Misfit::NotChemical { found }
        );
    }
}

#[test]
fn tex_is_latex_everywhere_but_in_mathml() {
    let value = Value::text(r"\alpha^2");
    assert_eq!(text(&value, Format::Tex), r"\alpha^2");
    assert_eq!(latex(&value, Format::Tex), r"\alpha^2");
    let refused = print(&value, &Format::Tex, Medium::MathMl, Language::ENGLISH);
    assert_eq!(refused, Err(Misfit::NotInMathMl));
}

#[test]
fn descriptions_never_refuse() {
    let row = Row::new([("a".into(), n("1")), ("b".into(), Value::list([]))]);
    assert_eq!(describe(&Value::row(row)), "{a: 1, b: []}");
    assert_eq!(describe(&Value::Real(0.5)), "about 0.5");
    assert_eq!(describe(&Value::text("x")), "\"x\"");
}

#[test]
fn matrices() {
    let row = |entries: [&str; 2]| Value::list(entries.map(n));
    let matrix = Value::list([row(["1", "-2"]), row(["3/4", "0"])]);
    assert_eq!(text(&matrix, Format::Matrix), "(1, −2; 3/4, 0)");
    assert_eq!(
        latex(&matrix, Format::Matrix),
        r"\begin{pmatrix} 1 & -2 \\ \frac{3}{4} & 0 \end{pmatrix}"
    );
    assert_eq!(
        mathml(&Value::list([n("5")]), Format::Matrix),
        "<mrow><mo fence=\"true\" form=\"prefix\">(</mo><mtable><mtr><mtd><mn>5</mn></mtd></mtr>\
         </mtable><mo fence=\"true\" form=\"postfix\">)</mo></mrow>"
    );
    let ragged = Value::list([row(["1", "2"]), Value::list([n("3")])]);
    let misfit = Misfit::Kind {
        format: Format::Matrix,
        kind: Kind::List,
    };
    assert_eq!(refused(&ragged, Format::Matrix), misfit);
    assert_eq!(refused(&Value::list([]), Format::Matrix), Misfit::EmptyList);
    let deep = Value::list([Value::list([row(["1", "2"])])]);
    assert_eq!(refused(&deep, Format::Matrix), misfit);
}
