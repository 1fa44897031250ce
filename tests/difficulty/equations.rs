//! Equations in the letters of a model.

use isoform::bank::model::ItemModel;

use crate::trial::{adds, model};

const FEATURES: [&str; 5] = [
    "variable on both sides",
    "distribution",
    "fractional coefficient",
    "solution negative",
    "solution non-integer",
];

fn equation(stem: &str) -> ItemModel {
    model(&format!(
        "symbols: [x]\nvary: {{a: 2..9, b: 2..9, r: 2..9}}\nlet: {{c: a*r + b}}\nstem: |\n  {stem}\nanswer: r"
    ))
}

#[track_caller]
fn check(stem: &str, a: &str, r: &str, expected: [f64; 5]) {
    let model = equation(stem);
    for (feature, expected) in FEATURES.iter().zip(expected) {
        adds(&model, &[("a", a), ("r", r)], feature, expected);
    }
}

#[test]
fn equations_by_hand() {
    let plain = "$${{a*x + b}} = {{c}}$$";
    check(plain, "3", "4", [0.0, 0.0, 0.0, 0.0, 0.0]);
    check(plain, "3", "-4", [0.0, 0.0, 0.0, 0.3, 0.0]);
    check(plain, "3", "1/2", [0.0, 0.0, 0.0, 0.0, 0.5]);
    check(plain, "2/3", "-1/2", [0.0, 0.0, 0.8, 0.3, 0.5]);
    let both = "Solve ${{a*x}} = {{c - b - r + x}}$.";
    check(both, "3", "4", [0.7, 0.0, 0.0, 0.0, 0.0]);
    let shown = "{{show(a*(x + b) == a*r + a*b)}}";
    check(shown, "3", "-4", [0.0, 0.6, 0.0, 0.3, 0.0]);
    let divided = "{{show(x/a + b == r/a + b)}}";
    check(divided, "3", "4", [0.0, 0.0, 0.8, 0.0, 0.0]);
    let twice = "{{show(a*x + b == x + c - r)}}";
    check(twice, "3", "4", [0.7, 0.0, 0.0, 0.0, 0.0]);
}

#[test]
fn what_is_no_equation_to_solve_adds_nothing() {
    let nothing = [0.0; 5];
    for stem in [
        "Let $f(x) = {{a*x + b}}$. Where is it {{c}}?",
        "{{a*x + b}} is {{c}}",
        "${{a}} + {{b}} = {{c}}$",
        "${{a*x + b}} < {{c}}$",
        "${{a*x + b}} =$",
        "{{show(a*x + b)}}",
    ] {
        check(stem, "1/2", "-1/2", nothing);
    }
}
