//! Nothing an author writes or draws makes it panic, hang or give a number that is none.

use std::time::{Duration, Instant};

use isoform::difficulty::reading::{Reading, syllables};
use isoform::difficulty::{Assessor, Weights};
use isoform::instance::draw::Drawing;
use isoform::value::{Number, Rational, Value};
use proptest::prelude::{Strategy, any, prop_assert, prop_oneof, proptest};

use crate::trial::{model, numbers};

const KEYS: [&str; 6] = [
    "a + b",
    "a - b",
    "a*b",
    "abs(a - b)",
    "if a > b then a - b else b",
    "a",
];
const STEMS: [&str; 6] = [
    "{{a}} and {{b}}",
    "{{a | mixed}} – {{b | fraction}}",
    "$\\frac{{{a}}}{{{b}}}\\frac{{{c}}}{{{a}}}$",
    "{{a | percent}} of {{b}}% and {{c | money}}",
    "{{c}}\\frac{{{a}}}{{{b}}} = {{a}}",
    "{{a | decimal(30)}} and {{b | decimal}}",
];

fn number() -> impl Strategy<Value = Value> {
    let big = "99999999999999999999999999/7";
    prop_oneof![
        (-9_i64..100).prop_map(Value::integer),
        any::<i64>().prop_map(Value::integer),
        (any::<i64>(), 1..=i64::MAX).prop_map(|(n, d)| Rational::new(n, d).unwrap().into()),
        (any::<i64>(), any::<u8>()).prop_map(|(n, p)| Value::Number(Number::decimal(n.into(), p))),
        (0_i64..2).prop_map(move |_| Value::Number(Number::parse(big).unwrap())),
    ]
}

proptest! {
    #[test]
    fn any_numbers_give_finite_measures(
        a in number(), b in number(), c in number(), key in 0..KEYS.len(), stem in 0..STEMS.len(),
    ) {
        let model = numbers(STEMS[stem], KEYS[key]);
        let drawing = Drawing::new(&model).unwrap();
        let mut frame = drawing.rebuild(&[a, b, c]).unwrap();
        let Ok(item) = drawing.item(0, &mut frame) else { return Ok(()) };
        let assessor = Assessor::new(&model, &Weights::default());
        let measure = assessor.measure(&drawing, &item, &mut frame).unwrap();
        let parts = assessor.contributions(&drawing, &item, &mut frame).unwrap();
        let sum: f64 = parts.iter().map(|part| part.logits).sum();
        prop_assert!(measure.weighted.is_finite());
        prop_assert!((measure.weighted - sum).abs() < 1e-9);
        prop_assert!(measure.judged.abs() <= parts.iter().map(|part| part.logits.abs()).sum::<f64>() + 1e-9);
    }

    #[test]
    fn any_text_has_a_grade_or_none(text in "\\PC{0,400}", word in "\\PC{0,20}") {
        prop_assert!(syllables(&word) >= 1);
        prop_assert!(Reading::of(&text.repeat(9)).grade("en").ok().is_none_or(f64::is_finite));
    }

    #[test]
    fn any_text_can_be_a_value(text in "\\PC{0,60}") {
        let model = model("vary: {who: [Ana], a: 1..9}\nstem: |\n  $x$ {{who}}: {{a}}% $\nanswer: a");
        let drawing = Drawing::new(&model).unwrap();
        let values: Vec<Value> = model.parameters().map(|p| match &*p.name {
            "who" => Value::text(&text),
            _ => Value::integer(3),
        }).collect();
        let mut frame = drawing.rebuild(&values).unwrap();
        let item = drawing.item(0, &mut frame).unwrap();
        let assessor = Assessor::new(&model, &Weights::default());
        prop_assert!(assessor.measure(&drawing, &item, &mut frame).is_ok());
    }
}

#[test]
fn names_that_stand_for_endless_trees_take_no_time() {
    let mut lines = String::from("vary: {a: 1..2}\nlet:\n  n0: a\n");
    for n in 1..60 {
        let before = n - 1;
        lines.push_str(&format!(
            "  n{n}: if a > 1 then n{before} - n{before} else n{before} - n{before}\n"
        ));
    }
    lines.push_str("stem: |\n  {{n58 - n58}} and {{a}}\nanswer: n59");
    let model = model(&lines);
    let start = Instant::now();
    let assessor = Assessor::new(&model, &Weights::default());
    assert!(start.elapsed() < Duration::from_secs(2));
    let drawing = Drawing::new(&model).unwrap();
    let mut frame = drawing.rebuild(&[Value::integer(1)]).unwrap();
    let item = drawing.item(0, &mut frame).unwrap();
    assert!(assessor.measure(&drawing, &item, &mut frame).is_ok());
}

#[test]
fn a_long_chain_of_names_is_followed() {
    let mut lines = String::from("vary: {a: 1..2}\nlet:\n  n0: a + 1\n");
    for n in 1..290 {
        lines.push_str(&format!("  n{n}: n{}\n", n - 1));
    }
    lines.push_str("stem: |\n  {{a}}\nanswer: n289");
    let model = model(&lines);
    assert_eq!(crate::trial::measure(&model, &[]).unwrap().words, 1);
}
