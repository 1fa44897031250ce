//! Vectors a second: drawing a space and asking its conditions, one core.
//!
//! `cargo bench --bench evaluate`. Each benchmark enumerates a whole space; divan prints vectors a
//! second. A census of a space of 10⁶ vectors should take half a second or less.

use std::ops::ControlFlow;

use divan::Bencher;
use divan::counter::ItemsCount;

use isoform::bank::{ItemBank, lower};
use isoform::diagnostic::{Diagnostics, draw};
use isoform::instance::draw::Drawing;
use isoform::source::Sources;

fn main() {
    divan::main();
}

/// Item models: a name, what is varied, and the conditions.
const SPACES: [(&str, &str, &str); 5] = [
    (
        "coprime",
        "{a: 1..1000, b: 1..1000}",
        "[gcd(a, b) == 1 and a < b]",
    ),
    (
        "linear",
        "{a: 2..9, x: -30..30 except 0, b: -99..99}",
        "[abs(a*x + b) <= 60, a*x + b != 0]",
    ),
    (
        "fractions",
        "{a: 1..30, b: 2..30, c: 1..30, d: 2..30}",
        "[a < b, c < d, a/b + c/d < 1]",
    ),
    (
        "decimals",
        "{a: 0..9.99 step 0.01, b: 0..9.99 step 0.01}",
        "[a + b < 10, a > b]",
    ),
    (
        "lists",
        "{a: 1..40, b: 1..40, c: 1..40}",
        "[\"median([a, b, c]) != mean([a, b, c])\"]",
    ),
];

fn bank() -> ItemBank {
    let mut text =
        "bank: B\nid: b\nstandards: [{id: S, statement: Students do it.}]\nitems:\n".to_owned();
    for (name, vary, conditions) in SPACES {
        text += &format!(
            "- {{id: {name}, vary: {vary}, where: {conditions}, stem: \"{{{{a}}}} {{{{b}}}}\", answer: a}}\n"
        );
    }
    let (mut sources, mut found) = (Sources::new(), Diagnostics::new());
    let bank = lower::load("bank.yaml", text.as_bytes(), &mut sources, &mut found);
    bank.unwrap_or_else(|| panic!("{}", draw::all(&found, &sources, false)))
}

/// Visits the whole space; how many vectors were tried.
fn census(bank: &ItemBank, name: &str) -> u64 {
    let (_, model) = bank.item(name).unwrap();
    let drawing = Drawing::new(model).unwrap_or_else(|error| panic!("{error:?}"));
    let mut acceptance = drawing.acceptance();
    let mut visit = |_: &mut isoform::expression::Frame| Ok(ControlFlow::Continue(()));
    let visited = drawing.enumerate(u64::MAX, &mut acceptance, &mut visit);
    visited.unwrap_or_else(|error| panic!("{error:?}"));
    acceptance.tried
}

#[divan::bench(args = SPACES.map(|(name, ..)| name), sample_count = 10, sample_size = 1)]
fn vectors(bencher: Bencher, name: &str) {
    let bank = bank();
    let tried = census(&bank, name);
    bencher
        .counter(ItemsCount::new(tried))
        .bench(|| census(&bank, name));
}
