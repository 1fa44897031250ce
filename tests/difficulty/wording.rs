//! Words of the stem, and options.

use isoform::difficulty::residual_sd;

use crate::trial::{adds, measure, model, numbers};

fn words(stem: &str, draws: &[(&str, &str)]) -> u32 {
    let lines = format!(
        "vary: {{who: [Ana], thing: [pens], a: 1..9, b: 2..9}}\nlet: {{xs: '[a, b]'}}\nstem: |\n  {stem}\nanswer: a"
    );
    measure(&model(&lines), draws).unwrap().words
}

#[test]
fn words_by_hand() {
    assert_eq!(words("Write {{a}} as a percent.", &[]), 5);
    assert_eq!(
        words(
            "{{who}} has {{a}} {{thing}}.",
            &[("who", "Ana"), ("thing", "red pens")]
        ),
        5
    );
    assert_eq!(words("{{who}}'s share", &[("who", "Ana")]), 2);
    assert_eq!(words("**{{who}}** – yes?", &[("who", "Marta y yo")]), 4);
    assert_eq!(words("Add $\\frac{{{a}}}{{{b}}} + 2$ and $3$.", &[]), 4);
    assert_eq!(words("It costs \\$5 and \\$6.", &[]), 5);
    assert_eq!(words("Sort {{xs}}", &[]), 3);
    assert_eq!(words("| --- | {{a}} |", &[]), 1);
}

#[test]
fn words_beyond_fifteen() {
    let stem = |count: usize| numbers(&"word ".repeat(count), "a");
    for (count, expected) in [(3, 0.0), (15, 0.0), (25, 0.05), (40, 0.125), (300, 0.25)] {
        adds(&stem(count), &[], "words over 15", expected);
    }
}

#[test]
fn options_that_betray_misconceptions() {
    let lines = "vary: {a: 3..9}\nstem: |\n  Twice {{a}}\nanswer: 2*a\nmisconceptions: {squared: a*a, added: a + 2}";
    let feature = "all distractors from misconceptions";
    adds(&model(lines), &[("a", "5")], feature, 0.0);
    adds(
        &model(&format!("{lines}\nchoices: 3")),
        &[("a", "5")],
        feature,
        0.4,
    );
}

#[test]
fn residuals() {
    let lines = "vary: {a: 3..9}\nstem: |\n  Twice {{a}}\nanswer: 2*a\n";
    let pinned = model(&format!("{lines}alike: [a > 5]"));
    assert_eq!(residual_sd(&pinned, 0.1), 0.25);
    assert_eq!(residual_sd(&pinned, 0.31), 0.40);
    assert_eq!(residual_sd(&pinned, f64::NAN), 0.40);
    assert_eq!(residual_sd(&model(lines), 0.0), 0.40);
    let stems = |second: &str| {
        let lines = "vary: {a: 3..9}\nanswer: 2*a\nalike: [a > 5]\n";
        model(&format!("{lines}stem:\n  - Twice {{{{a}}}}\n  - {second}"))
    };
    assert_eq!(residual_sd(&stems("Double {{a}}"), 0.0), 0.40);
    assert_eq!(residual_sd(&stems("Add {{a}} and {{a}}"), 0.0), 0.80);
}
