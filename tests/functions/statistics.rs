//! Middles, spreads and lines, against numbers worked out by hand or published.

use crate::{equal, fails, typed, value};
use isoform::value::Value;

/// As it prints: `3/2` is a fraction, `1.5` a decimal.
fn shown(text: &str) -> String {
    match value(&format!("text({text})")) {
        Value::Text(text) => text.to_string(),
        other => panic!("{text} gives {other:?}"),
    }
}

#[test]
fn decimals_among_decimals_and_fractions_among_fractions() {
    for (text, expected) in [
        ("mean([1, 2])", "1.5"),
        ("mean([1, 2, 3])", "2"),
        ("mean([1, 1, 2])", "4/3"),
        ("mean([1/2, 1/4])", "3/8"),
        ("mean([0.5, 0.25])", "0.375"),
        ("mean([1.50, 2.50])", "2"),
        ("median([0.50, 1.25, 2.00])", "1.25"),
        ("median([2.50, 1.50, 3.00])", "2.50"),
        ("median([1/2, 3/4, 1])", "3/4"),
        ("median([1/2, 3/4])", "5/8"),
        ("mean([n/1 for n in range(1, 64)]) + 1/64", "32.515625"),
        ("mean(flatten([[1], [0 for i in range(1, 127)]]))", "1/128"),
        ("mean([0.0000001, 0])", "1/20000000"),
        ("mean([0.00000010, 0])", "0.00000005"),
        ("slope([1, 2, 3], [2, 4, 7])", "2.5"),
        ("slope([0, 3], [0, 1])", "1/3"),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn middles() {
    equal([
        ("mean([5])", "5"),
        ("median([5])", "5"),
        ("median([3, 1, 2])", "2"),
        ("median([-1, -5, 7, 100])", "3"),
        ("mode([4])", "[]"),
        ("mode([1, 2, 3])", "[]"),
        ("mode([])", "[]"),
        ("mode([2, 2, 1, 1, 3])", "[1, 2]"),
        ("mode([\"red\", \"blue\", \"red\"])", "[\"red\"]"),
        ("mode([0.5, 1/2, 1])", "[1/2]"),
        ("range_of([3])", "0"),
        ("range_of([-2, 5.5])", "7.5"),
    ]);
    fails([
        ("mean([])", "at least one number"),
        ("median([])", "at least one number"),
        ("mean([\"a\"])", "a list of numbers"),
        ("mean([root(2)])", "expected a number"),
        ("sd([1])", "at least two numbers"),
        ("quartile([1], 1)", "at least two numbers"),
        ("quartile([1, 2], 0)", "1, 2 or 3"),
        ("sd([1, 2]) > 0", "unrounded"),
    ]);
}

#[test]
fn quarters() {
    // Moore & McCabe leave the middle out, Tukey takes it twice; they agree on even counts.
    equal([
        (
            "[quartile(range(1, 9), k) for k in [1, 2, 3]]",
            "[2.5, 5, 7.5]",
        ),
        ("hinges(range(1, 9))", "[3, 7]"),
        (
            "[quartile(range(1, 10), k) for k in [1, 2, 3]]",
            "[3, 5.5, 8]",
        ),
        ("hinges(range(1, 10))", "[3, 8]"),
        ("hinges([7])", "[7, 7]"),
        ("[quartile([4, 1], k) for k in [1, 2, 3]]", "[1, 2.5, 4]"),
        ("iqr([4, 1])", "3"),
        // Freund & Perles (1987): 6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49.
        (
            "five_numbers([6, 47, 49, 15, 42, 41, 7, 39, 43, 40, 36])",
            "[6, 15, 40, 43, 49]",
        ),
        (
            "hinges([6, 47, 49, 15, 42, 41, 7, 39, 43, 40, 36])",
            "[25.5, 42.5]",
        ),
    ]);
}

#[test]
fn spreads() {
    equal([
        ("mad([1, 1, 1])", "0"),
        ("mad([1, 2, 6])", "2"),
        ("variance([1, 2])", "1/2"),
        ("variance([1/2, 1])", "1/8"),
        ("variance_population([7])", "0"),
        ("variance_population([2, 4, 4, 4, 5, 5, 7, 9])", "4"),
        ("round(sd_population([2, 4, 4, 4, 5, 5, 7, 9]), 6)", "2"),
        // √(32/7) = 2.138089935…
        ("round(sd([2, 4, 4, 4, 5, 5, 7, 9]), 9)", "2.138089935"),
        ("round(sd([3, 3, 3]), 3)", "0"),
        // Standard normal table, as in any textbook.
        ("round(normal_cdf(0), 4)", "0.5"),
        ("round(normal_cdf(1), 4)", "0.8413"),
        ("round(normal_cdf(-1.645), 4)", "0.05"),
        ("round(normal_cdf(2.58), 4)", "0.9951"),
        ("round(normal_cdf(-40), 4)", "0"),
    ]);
}

#[test]
fn lines() {
    // Anscombe (1973), first set: y = 3.0001 + 0.5001x, r = 0.8164.
    let xs = "[10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]";
    let ys = "[8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]";
    for (call, expected) in [
        ("slope", "0.5001"),
        ("intercept", "3.0001"),
        ("correlation", "0.8164"),
    ] {
        equal([(&*format!("round({call}({xs}, {ys}), 4)"), expected)]);
    }
    equal([
        ("slope([1/3, 4/3], [0, 1/2])", "1/2"),
        ("intercept([1, 3], [5, 9])", "3"),
        ("round(correlation([1, 2], [5, 3]), 3)", "-1"),
        ("round(correlation([1, 2, 3], [1, 2, 1]), 3)", "0"),
    ]);
    fails([
        ("slope([1, 1], [2, 3])", "x values that are not all equal"),
        (
            "correlation([1, 2], [3, 3])",
            "y values that are not all equal",
        ),
        (
            "correlation([1, 1], [3, 4])",
            "x values that are not all equal",
        ),
        ("slope([1, 2], [3])", "the same length"),
        ("intercept([1], [3])", "two pairs or more"),
    ]);
    assert!(typed("slope([1, 2], [3, 4]) == 1").is_ok());
}
