//! Formulas as Typst mathematics.

use isoform::render::compose::Composer;
use isoform::render::mathml;
use isoform::render::messages::Messages;
use isoform::render::typst::write;
use serde_json::Value;

use crate::set::{bank, everything, published};

/// How often every item model is drawn.
const DRAWS: usize = 3;

/// LaTeX and the Typst mathematics that stands for it, found by hand.
const BY_HAND: [(&str, &str); 16] = [
    ("\\frac{3}{4}", "fraction(3, 4)"),
    ("1\\frac{3}{4}", "1 fraction(3, 4)"),
    ("x^2", "attach(x, t: script(2))"),
    ("a_1", "attach(a, b: script(1))"),
    ("\\sqrt{x + 1}", "sqrt(x + 1)"),
    ("\\sqrt[3]{8}", "root(3, 8)"),
    ("3 \\times 4 \\le 12", "3 × 4 ≤ 12"),
    ("-5", "class(\"normal\", −) 5"),
    ("2.5", "2 class(\"normal\", \\.) 5"),
    ("\\overline{3}", "overline(3)"),
    ("(1, 2)", "\\( 1 \\, 2 \\)"),
    (
        "\\left(\\frac{1}{2}\\right)^2",
        "attach(lr(\\( fraction(1, 2) \\)), t: script(2))",
    ),
    ("90^\\circ", "90 class(\"normal\", °)"),
    ("5\\text{ cm}", "5\"\u{a0}cm\""),
    ("\\sin x", "op(\"sin\") x"),
    ("\\binom{5}{2}", "lr(\\( piled(5, 2) \\))"),
];

#[test]
fn formulas_by_hand() {
    let messages = Messages::of("en");
    for (latex, typst) in BY_HAND {
        let formula = mathml::convert(latex, false).unwrap();
        let written = write(&formula, &messages);
        assert!(written.unknown.is_empty(), "{latex}: {:?}", written.unknown);
        let found = written.text.split_once("$ ").unwrap().1;
        assert_eq!(found.strip_suffix(" $);").unwrap(), typst, "{latex}");
    }
}

/// All texts that are HTML in a view.
fn html<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(text) if name == "html" => found.push(text),
                    other => html(other, found),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| html(value, found)),
        _ => {}
    }
}

/// No element is passed over, and every formula has its words.
#[test]
fn every_formula_of_every_bank_is_known() {
    let messages = Messages::of("en");
    let (mut texts, mut formulas) = (0, 0);
    for path in published() {
        let set = everything(&bank(&path), 1, DRAWS);
        let composer = Composer::new(&set).unwrap();
        for form in &set.forms {
            let view = serde_json::to_value(composer.form(form)).unwrap();
            let mut found = Vec::new();
            html(&view, &mut found);
            for text in found {
                let written = write(text, &messages);
                assert!(
                    written.unknown.is_empty(),
                    "{:?} in {text}",
                    written.unknown
                );
                let made = written.text.matches("formula(\"").count()
                    + written.text.matches("displayed(\"").count();
                assert_eq!(made, text.matches("<math").count(), "{text}");
                let silent = ["formula(\"\"", "displayed(\"\""];
                assert!(
                    silent.iter().all(|call| !written.text.contains(call)),
                    "{text}"
                );
                texts += 1;
                formulas += made;
            }
        }
    }
    assert!(
        texts > 3_000 && formulas > 500,
        "{texts} texts, {formulas} formulas"
    );
}
