//! Fractions, decimals and percents: conversions as the key prints them, and percent problems.

use crate::Road;
use crate::number::Number;
use crate::stem::Stem;
use crate::written::{WrittenRoad, in_order, list_of_three, sign_between};

/// Answers of which the form does not matter.
pub const ROADS: &[Road] = &[
    ("percent-of-quantity", |stem| of(stem.n[1], stem.n[0])),
    ("rest-of-a-mixture", |stem| {
        stem.n[0] - of(stem.n[1], stem.n[0])
    }),
    ("whole-from-part", |stem| {
        stem.n[0] / stem.n[1] * Number::whole(100)
    }),
    ("percent-of-a-percent", |stem| {
        of(stem.n[2], of(stem.n[1], stem.n[0]))
    }),
    ("sale-price", |stem| lowered(stem.n[0], stem.n[1])),
    ("total-with-tax", |stem| raised(stem.n[0], stem.n[1])),
    ("shared-bill-with-tip", |stem| {
        raised(stem.n[1], stem.n[2]) / (stem.n[0] + Number::whole(1))
    }),
    ("amount-after-decrease", |stem| {
        lowered(stem.n[0], stem.n[1])
    }),
    ("original-price", |stem| {
        stem.n[1] / lowered(Number::whole(1), stem.n[0])
    }),
    ("up-then-down", |stem| {
        lowered(raised(stem.n[0], stem.n[1]), stem.n[2])
    }),
    ("simple-interest", |stem| {
        of(stem.n[1], stem.n[0]) * stem.n[2]
    }),
];

/// Answers as they are written.
pub const WRITTEN: &[WrittenRoad] = &[
    ("fraction-to-decimal", |stem| decimal(stem.n[0])),
    ("improper-to-decimal", |stem| decimal(stem.n[0])),
    ("mixed-number-to-decimal", |stem| decimal(stem.n[0])),
    ("fraction-to-repeating-decimal", |stem| {
        let (first, block) = (division(stem.n[0]).1, division(stem.n[0]).2);
        assert_eq!((first.len(), block.len()), (1, 1));
        format!("0.{first}{block}{block}{block}…")
    }),
    ("repeating-block", |stem| division(stem.n[0]).2),
    ("which-decimal-ends", |stem| {
        stem.option(|option| division(Stem::read(option).n[0]).2.is_empty())
    }),
    ("decimal-to-fraction", |stem| fraction(stem.n[0])),
    ("decimal-to-mixed-number", |stem| mixed(stem.n[0])),
    ("decimal-to-percent", |stem| percent(stem.n[0])),
    ("percent-to-decimal", |stem| {
        decimal(stem.n[0] / Number::whole(100))
    }),
    ("fraction-to-percent", |stem| percent(stem.n[0])),
    ("percent-to-fraction", |stem| {
        fraction(stem.n[0] / Number::whole(100))
    }),
    ("mixed-number-to-percent", |stem| percent(stem.n[0])),
    ("percent-to-mixed-number", |stem| {
        mixed(stem.n[0] / Number::whole(100))
    }),
    ("mixed-to-improper", |stem| fraction(stem.n[0])),
    ("compare-fraction-and-decimal", |stem| {
        sign_between(stem.n[0], stem.n[1])
    }),
    ("greatest-of-three-forms", |stem| {
        let teams = ["the Red team", "the Blue team", "the Green team"];
        teams[in_order(values(stem))[2]].to_owned()
    }),
    ("order-three-forms", |stem| list_of_three(values(stem))),
    ("what-percent", |stem| percent(stem.n[1] / stem.n[0])),
    ("percent-increase", |stem| {
        percent((stem.n[1] - stem.n[0]) / stem.n[0])
    }),
];

fn of(percent: Number, whole: Number) -> Number {
    whole / Number::whole(100) * percent
}

fn raised(amount: Number, percent: Number) -> Number {
    amount + of(percent, amount)
}

fn lowered(amount: Number, percent: Number) -> Number {
    amount - of(percent, amount)
}

/// Long division, digit by digit: the whole number, the decimals that come once, and the block that
/// repeats.
fn division(number: Number) -> (i64, String, String) {
    let (numerator, denominator) = number.parts();
    let (mut digits, mut remainders) = (String::new(), Vec::new());
    let mut rest = numerator % denominator;
    while rest != 0 && !remainders.contains(&rest) {
        remainders.push(rest);
        digits.push_str(&(rest * 10 / denominator).to_string());
        rest = rest * 10 % denominator;
    }
    let start = remainders.iter().position(|known| *known == rest);
    let block = digits.split_off(start.unwrap_or(digits.len()));
    (numerator / denominator, digits, block)
}

/// `0.28`: no zeros at the end.
fn decimal(number: Number) -> String {
    let (whole, digits, block) = division(number);
    assert_eq!(block, "");
    if digits.is_empty() {
        whole.to_string()
    } else {
        format!("{whole}.{digits}")
    }
}

fn percent(number: Number) -> String {
    decimal(number * Number::whole(100)) + "%"
}

/// In lowest terms.
fn fraction(number: Number) -> String {
    let (numerator, denominator) = number.parts();
    format!("$\\frac{{{numerator}}}{{{denominator}}}$")
}

fn mixed(number: Number) -> String {
    let (numerator, denominator) = number.parts();
    let (whole, rest) = (numerator / denominator, numerator % denominator);
    format!("${whole}\\frac{{{rest}}}{{{denominator}}}$")
}

/// A fraction, a decimal and a percent.
fn values(stem: &Stem) -> [Number; 3] {
    [stem.n[0], stem.n[1], stem.n[2] / Number::whole(100)]
}

#[test]
fn long_division_finds_the_block_that_repeats() {
    let found = |n, d| division(Number::new(n, d));
    assert_eq!(found(53, 40), (1, "325".into(), String::new()));
    assert_eq!(found(5, 6), (0, "8".into(), "3".into()));
    assert_eq!(found(1, 11), (0, String::new(), "09".into()));
    assert_eq!(percent(Number::new(5, 4)), "125%");
}
