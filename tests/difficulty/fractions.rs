//! Fractions and mixed numbers.

use isoform::bank::model::ItemModel;

use crate::trial::{Draws, adds, model, numbers};

/// `a ? b` with the operands printed in a format.
fn operation(sign: &str, format: &str) -> ItemModel {
    numbers(
        &format!("{{{{a | {format}}}}} {sign} {{{{b | {format}}}}}"),
        &format!("a {sign} b"),
    )
}

#[test]
fn denominators() {
    for (a, b, unlike, divides) in [
        ("1/5", "3/5", 0.0, 0.0),
        ("1/4", "2/3", 1.4, 0.0),
        ("1/4", "3/8", 1.4, -0.4),
        ("3/8", "1/4", 1.4, -0.4),
        ("1/4", "2", 0.0, 0.0),
        ("0.25", "2/3", 1.4, 0.0),
    ] {
        for sign in ["+", "-"] {
            let draws: Draws<'_> = &[("a", a), ("b", b)];
            adds(
                &operation(sign, "fraction"),
                draws,
                "unlike denominators",
                unlike,
            );
            adds(
                &operation(sign, "fraction"),
                draws,
                "one divides the other",
                divides,
            );
            adds(
                &operation("*", "fraction"),
                draws,
                "unlike denominators",
                0.0,
            );
        }
    }
}

#[test]
fn terms_are_found_behind_names() {
    let named = model(
        "vary: {f: [1/2], g: [1/2]}\nlet: {n: num(f), d: den(f)}\nstem: |\n  \
         $\\frac{{{n}}}{{{d}}} + \\frac{{{num(g)}}}{{{den(g)}}}$\nanswer: f + g",
    );
    adds(
        &named,
        &[("f", "1/4"), ("g", "2/3")],
        "unlike denominators",
        1.4,
    );
    adds(
        &named,
        &[("f", "1/4"), ("g", "3/4")],
        "unlike denominators",
        0.0,
    );
}

#[test]
fn terms_count_as_they_are_printed() {
    let lines = "vary: {a: 1..9, b: 2..9, c: 1..9, d: 2..9}\nstem: |\n  \
                 $\\frac{{{a}}}{{{b}}} + \\frac{{{c}}}{{{d}}}$\nanswer: {is: a/b + c/d, form: lowest terms}";
    let typeset = model(lines);
    // 2/4 + 1/2 are equal numbers with unlike denominators; 8/8 must be reduced.
    let draws = &[("a", "2"), ("b", "4"), ("c", "1"), ("d", "2")];
    adds(&typeset, draws, "unlike denominators", 1.4);
    adds(&typeset, draws, "one divides the other", -0.4);
    adds(&typeset, draws, "answer must be reduced", 0.1);
    let draws = &[("a", "2"), ("b", "6"), ("c", "1"), ("d", "6")];
    adds(&typeset, draws, "unlike denominators", 0.0);
    adds(&typeset, draws, "digits", 0.0);
    let draws = &[("a", "11"), ("b", "12"), ("c", "1"), ("d", "5")];
    adds(&typeset, draws, "digits", 0.3);
    let slash = numbers("{{a}}/{{b}} + {{c}}/{{a + 1}}", "a/b + c/(a + 1)");
    adds(
        &slash,
        &[("a", "3"), ("b", "7"), ("c", "1")],
        "unlike denominators",
        1.4,
    );
}

#[test]
fn a_mixed_number_in_three_holes() {
    let lines = "vary: {w: 2..9, a: 1..9, b: 2..9, v: 1..2, c: 1..9, d: 2..9}\nstem: |\n  \
                 ${{w}}\\frac{{{a}}}{{{b}}} - {{v}}\\,\\frac{{{c}}}{{{d}}}$\nanswer: w + a/b - (v + c/d)";
    let typeset = model(lines);
    let small_above = &[
        ("w", "5"),
        ("a", "1"),
        ("b", "4"),
        ("v", "2"),
        ("c", "3"),
        ("d", "4"),
    ];
    adds(&typeset, small_above, "mixed operand", 0.35);
    adds(&typeset, small_above, "regrouping", 2.0);
    let large_above = &[
        ("w", "5"),
        ("a", "3"),
        ("b", "4"),
        ("v", "2"),
        ("c", "1"),
        ("d", "4"),
    ];
    adds(&typeset, large_above, "regrouping", 0.0);
}

#[test]
fn regrouping() {
    for (a, b, expected) in [
        ("21/4", "11/4", 2.0), // 5 1/4 − 2 3/4
        ("23/4", "9/4", 0.0),  // 5 3/4 − 2 1/4
        ("21/4", "3/4", 2.0),  // 5 1/4 − 3/4
        ("5", "2/3", 2.0),
        ("3/4", "1/4", 0.0),
        ("21/4", "2", 0.0),
        ("11/4", "21/4", 0.0), // below zero: another matter
        ("16/3", "5/2", 2.0),  // 5 1/3 − 2 1/2
        ("11/2", "7/3", 0.0),  // 5 1/2 − 2 1/3
    ] {
        adds(
            &operation("-", "mixed"),
            &[("a", a), ("b", b)],
            "regrouping",
            expected,
        );
        adds(
            &operation("+", "mixed"),
            &[("a", a), ("b", b)],
            "regrouping",
            0.0,
        );
    }
    // Improper fractions are subtracted as they stand.
    adds(
        &operation("-", "fraction"),
        &[("a", "21/4"), ("b", "11/4")],
        "regrouping",
        0.0,
    );
}

#[test]
fn kinds_of_operands() {
    for (a, b, whole, mixed) in [
        ("3", "2/5", 0.6, 0.0),
        ("2/5", "3", 0.6, 0.0),
        ("3", "4", 0.0, 0.0),
        ("7/5", "3", 0.6, 0.35),
        ("7/5", "1/5", 0.0, 0.35),
        ("1/5", "2/5", 0.0, 0.0),
    ] {
        for sign in ["+", "-", "*", "/"] {
            let draws: Draws<'_> = &[("a", a), ("b", b)];
            adds(&operation(sign, "mixed"), draws, "whole operand", whole);
            adds(&operation(sign, "mixed"), draws, "mixed operand", mixed);
            adds(&operation(sign, "fraction"), draws, "mixed operand", 0.0);
        }
    }
}

/// `a ? b` with the answer in a form.
fn answered(sign: &str, form: &str) -> ItemModel {
    let lines = "vary: {a: 1..9, b: 1..9}\nstem: |\n  {{a}} and {{b}}\n";
    model(&format!("{lines}answer: {{is: a {sign} b, form: {form}}}"))
}

#[test]
fn answers_that_must_be_reduced() {
    for (sign, a, b, expected) in [
        ("+", "1/6", "1/6", 0.1), // 2/6
        ("+", "1/5", "2/5", 0.0),
        ("+", "1/2", "1/3", 0.0), // 5/6
        ("+", "1/6", "1/2", 0.1), // 4/6
        ("-", "5/6", "1/2", 0.1), // 2/6
        ("*", "2/3", "3/5", 0.1), // 6/15
        ("*", "2/3", "4/5", 0.0),
        ("/", "2/3", "4/5", 0.1), // 10/12
        ("/", "2", "5", 0.0),
        ("/", "4", "6", 0.1),
        ("/", "4", "2", 0.1),
    ] {
        let draws: Draws<'_> = &[("a", a), ("b", b)];
        adds(
            &answered(sign, "lowest terms"),
            draws,
            "answer must be reduced",
            expected,
        );
        adds(
            &answered(sign, "fraction"),
            draws,
            "answer must be reduced",
            0.0,
        );
    }
    let decimal = "vary: {n: 1..99}\nlet: {x: n/100}\nstem: |\n  Write {{x | decimal}} as a fraction.\n\
                   answer: {is: x, form: lowest terms}";
    adds(
        &model(decimal),
        &[("n", "36")],
        "answer must be reduced",
        0.1,
    );
    adds(
        &model(decimal),
        &[("n", "37")],
        "answer must be reduced",
        0.0,
    );
    let percent = "vary: {p: 1..99}\nstem: |\n  Write {{p}}% as a fraction.\n\
                   answer: {is: p/100, form: lowest terms}";
    adds(
        &model(percent),
        &[("p", "45")],
        "answer must be reduced",
        0.1,
    );
    adds(
        &model(percent),
        &[("p", "47")],
        "answer must be reduced",
        0.0,
    );
}

#[test]
fn improper_answers() {
    for (a, b, expected) in [
        ("3/4", "1/2", 0.3),
        ("-3/4", "-1/2", 0.3),
        ("1/4", "1/2", 0.0),
        ("1/2", "1/2", 0.0),
        ("1/2", "3/2", 0.0), // 2 is whole
    ] {
        let draws: Draws<'_> = &[("a", a), ("b", b)];
        for form in ["lowest terms", "fraction", "mixed"] {
            adds(&answered("+", form), draws, "answer improper", expected);
        }
        for form in ["decimal", "percent"] {
            adds(&answered("+", form), draws, "answer improper", 0.0);
        }
    }
    let plain = numbers("{{a}} and {{b}}", "a + b");
    adds(
        &plain,
        &[("a", "3/4"), ("b", "1/2")],
        "answer improper",
        0.3,
    );
    adds(
        &plain,
        &[("a", "0.75"), ("b", "0.5")],
        "answer improper",
        0.0,
    );
}
