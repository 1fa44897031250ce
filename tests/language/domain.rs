//! Domains: how many values there are, by brute force, and that each is as likely as it should be.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use isoform::bank::ItemBank;
use isoform::instance::draw::{Coverage, Drawing, NameStreams};
use isoform::seed::Seed;
use isoform::value::notation::describe;

use crate::{bank_of, text};

fn bank(vary: &str, conditions: &str) -> ItemBank {
    let tables = "tables: {t: [{w: p, k: 1}, {w: q, k: 1}, {w: r, k: 2}, {w: s, k: 2}, {w: u, k: 2}], m: {x: 1, y: 2}}\n";
    let text = text(&format!(
        "{tables}items:\n- id: a\n  vary:\n{vary}  where: {conditions}\n  stem: \"x\"\n  answer: 1\n"
    ));
    bank_of(&[("bank.yaml", text.as_bytes())])
}

/// Every accepted vector as text, in the order of enumeration.
fn all(bank: &ItemBank) -> Vec<String> {
    let drawing = Drawing::new(&bank.items[0]).unwrap();
    let mut acceptance = drawing.acceptance();
    let mut found = Vec::new();
    let coverage = drawing.enumerate(1_000_000, &mut acceptance, &mut |frame| {
        found.push(shown(&drawing.drawn(frame)));
        Ok(ControlFlow::Continue(()))
    });
    assert_eq!(coverage.unwrap(), Coverage::Whole);
    found
}

fn shown(values: &[isoform::value::Value]) -> String {
    let text: Vec<String> = values.iter().map(describe).collect();
    text.join(" ")
}

/// How often each vector comes in `draws` draws.
fn drawn(bank: &ItemBank, draws: usize) -> BTreeMap<String, usize> {
    let drawing = Drawing::new(&bank.items[0]).unwrap();
    let mut acceptance = drawing.acceptance();
    let mut streams = NameStreams::new(Seed::new(11), "b", "s", &bank.items[0]);
    let mut counts = BTreeMap::new();
    for _ in 0..draws {
        if let Some(frame) = drawing.draw(&mut streams, &mut acceptance).unwrap() {
            *counts.entry(shown(&drawing.drawn(&frame))).or_default() += 1;
        }
    }
    counts
}

/// Pearson's statistic against these probabilities.
fn chi_square(counts: &BTreeMap<String, usize>, expected: &BTreeMap<String, f64>) -> f64 {
    let total: usize = counts.values().sum();
    let term = |(value, share): (&String, &f64)| {
        let expected = share * total as f64;
        let seen = counts.get(value).copied().unwrap_or(0) as f64;
        (seen - expected).powi(2) / expected
    };
    expected.iter().map(term).sum()
}

/// Each of `count` vectors comes once in the enumeration, and is equally likely in draws.
#[track_caller]
fn uniform(vary: &str, count: usize) {
    let bank = bank(vary, "[]");
    let listed = all(&bank);
    let different: BTreeSet<&String> = listed.iter().collect();
    assert_eq!((listed.len(), different.len()), (count, count), "{vary}");
    let counts = drawn(&bank, count * 200);
    let share = |value: &&String| ((*value).clone(), 1.0 / count as f64);
    let expected: BTreeMap<String, f64> = different.iter().map(share).collect();
    assert!(
        counts.keys().all(|value| expected.contains_key(value)),
        "{vary}"
    );
    // Six standard deviations above the mean of χ² with count − 1 degrees of freedom.
    let freedom = count as f64 - 1.0;
    let limit = freedom + 6.0 * (2.0 * freedom).sqrt() + 10.0;
    let statistic = chi_square(&counts, &expected);
    assert!(statistic < limit, "{vary}: χ² {statistic} of {freedom}");
}

#[test]
fn ranges() {
    uniform("    n: 2..9\n", 8);
    uniform("    n: 2..9 step 0.5\n", 15);
    uniform("    n: -9..9 except 0\n", 18);
    // Reduced fractions between 0 and 1: φ(4) + φ(5) + φ(20) + 0 and 1 have denominator 1.
    uniform("    n: 0..1 over [4, 5, 20]\n", 2 + 4 + 8);
    uniform("    a: 1..4\n    b: -3..3 except [0, a]\n", 4 * 6 - 3);
    // Pairs 1 ≤ b < a ≤ 6 by counting.
    let bank = bank("    b: 1..a-1\n    a: 2..6\n", "[]");
    assert_eq!(all(&bank).len(), 1 + 2 + 3 + 4 + 5);
}

#[test]
fn lists_rows_and_maps() {
    uniform("    c: [red, blue, green]\n", 3);
    uniform("    r: row of t\n", 5);
    uniform("    r: row of t where k == 2\n", 3);
    // A dependent domain: two rows for k = 1, three for k = 2.
    let bank = bank("    n: 1..2\n    r: row of t where k == n\n", "[]");
    assert_eq!(all(&bank).len(), 5);
    uniform("    c: keys(m)\n", 2);
    uniform("    c: \"[k*k for k in range(1, 6) if k != 3]\"\n", 5);
}

#[test]
fn several_draws_and_shuffles() {
    uniform("    s: 2 of 1..5\n", 5 * 4);
    uniform("    s: '3 of [\"a\", \"b\", \"c\", \"d\"]'\n", 4 * 3 * 2);
    uniform("    s: 2 rows of t\n", 5 * 4);
    uniform("    s: 2 rows of t where k == 2\n", 3 * 2);
    uniform("    s: 3 draws of 1..4\n", 4 * 4 * 4);
    let bank = bank("    n: 1..2\n    s: n draws of 1..3\n", "[]");
    assert_eq!(all(&bank).len(), 3 + 3 * 3);
    uniform("    s: 'shuffle of [\"a\", \"b\", \"c\", \"d\"]'\n", 24);
    uniform("    s: 4 of 1..4\n", 24);
    uniform("    s: 0 of 1..4\n", 1);
}

#[test]
fn weights_are_words_or_numbers_and_count_in_draws() {
    let bank = bank("    n: {weights: {easy: 3, 7: 1, 0.50: 4}}\n", "[]");
    let drawing = Drawing::new(&bank.items[0]).unwrap();
    let mut acceptance = drawing.acceptance();
    let mut kinds = Vec::new();
    let visit = &mut |frame: &mut isoform::expression::Frame| {
        kinds.push(format!("{:?}", drawing.drawn(frame)[0].kind()));
        Ok(ControlFlow::Continue(()))
    };
    drawing.enumerate(10, &mut acceptance, visit).unwrap();
    assert_eq!(kinds, ["Text", "Number", "Number"]);
    let counts = drawn(&bank, 8_000);
    let names: Vec<&str> = counts.keys().map(String::as_str).collect();
    assert_eq!(names, ["\"easy\"", "0.50", "7"]);
    let expected = BTreeMap::from([("\"easy\"", 3.0), ("7", 1.0), ("0.50", 4.0)]);
    let expected = expected
        .into_iter()
        .map(|(name, weight)| (name.to_owned(), weight / 8.0))
        .collect();
    // χ² with 2 degrees of freedom exceeds 18.4 once in 10,000 times.
    assert!(chi_square(&counts, &expected) < 18.4);
}

#[test]
fn conditions_keep_accepted_vectors_equally_likely() {
    let bank = bank("    a: 1..6\n    b: 1..6\n", "[a < b, a + b != 7]");
    // Fifteen pairs with a < b, of which three have the sum 7.
    assert_eq!(all(&bank).len(), 12);
    let counts = drawn(&bank, 7_200);
    let expected: BTreeMap<String, f64> = all(&bank)
        .into_iter()
        .map(|pair| (pair, 1.0 / 12.0))
        .collect();
    assert_eq!(counts.len(), 12);
    // χ² with 11 degrees of freedom exceeds 37.4 once in 10,000 times.
    assert!(chi_square(&counts, &expected) < 37.4);
}
