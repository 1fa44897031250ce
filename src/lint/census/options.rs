//! Where the key stands among its options, and whether its looks give it away.

use serde::{Deserialize, Serialize};

use crate::instance::options::AnswerOption;
use crate::value::Value;

/// The options of a multiple-choice item model.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionCount {
    /// How many items were looked at.
    pub items: u64,
    /// How often the key has each rank by size, the smallest first; empty where options have no
    /// size.
    pub ranks: Vec<u64>,
    /// How often the key has each place, the first option first; empty where each form has an order
    /// of its own.
    #[serde(default)]
    pub places: Vec<u64>,
    /// How often the key is longer than every other option by two characters or more.
    pub longest: u64,
    /// How often the key alone has its form.
    pub odd_key: u64,
    /// How often each misconception stands among the options, and alone has its form.
    pub odd: Vec<(u64, u64)>,
}

/// What an option looks like, apart from its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look<'t> {
    fraction: bool,
    decimal: bool,
    percent: bool,
    words: bool,
    long: bool,
    /// What stands before or behind the number of a quantity.
    unit: [&'t str; 2],
}

impl OptionCount {
    pub(super) fn new(misconceptions: usize) -> Self {
        Self {
            odd: vec![(0, 0); misconceptions],
            ..Self::default()
        }
    }

    /// Counts the options of one item; `texts` are the same options as printed.
    /// `placed` says that they are shown in the order in which they stand.
    pub(super) fn count(&mut self, options: &[AnswerOption], texts: &[String], placed: bool) {
        let Some(key) = options.iter().position(|o| o.is_key) else {
            return;
        };
        self.items += 1;
        if let Some(rank) = rank(options, key) {
            tally(&mut self.ranks, rank, options.len());
        }
        if placed {
            tally(&mut self.places, key, options.len());
        }
        let length = |text: &String| text.chars().count();
        let others = || (0..texts.len()).filter(|at| *at != key);
        let next = others().map(|at| length(&texts[at])).max().unwrap_or(0);
        self.longest += u64::from(length(&texts[key]) >= next + 2);
        let looks = texts.iter().zip(options);
        let looks = looks.map(|(text, option)| Look::of(text, &option.value));
        let looks: Vec<Look<'_>> = looks.collect();
        for (at, option) in options.iter().enumerate() {
            let alone = odd(&looks, at);
            match option.misconception {
                None => self.odd_key += u64::from(alone),
                Some(slip) => {
                    if let Some(counts) = self.odd.get_mut(slip) {
                        counts.0 += 1;
                        counts.1 += u64::from(alone);
                    }
                }
            }
        }
    }
}

/// Counts one of `of` places.
fn tally(counts: &mut Vec<u64>, place: usize, of: usize) {
    if counts.len() < of {
        counts.resize(of, 0);
    }
    counts[place] += 1;
}

/// How many options are smaller than the key; `None` if they have no size.
fn rank(options: &[AnswerOption], key: usize) -> Option<usize> {
    let mut rank = 0;
    for (at, option) in options.iter().enumerate() {
        let size = option.value.as_number().zip(options[key].value.as_number());
        let (option, key_value) = size?;
        if at != key && option.exact() < key_value.exact() {
            rank += 1;
        }
    }
    Some(rank)
}

/// Whether one of at least three options looks unlike all others, which look the same.
fn odd(looks: &[Look<'_>], at: usize) -> bool {
    let mut others = (0..looks.len()).filter(|other| *other != at);
    let Some(first) = others.next().map(|other| looks[other]) else {
        return false;
    };
    looks.len() > 2 && looks[at] != first && others.all(|other| looks[other] == first)
}

impl<'t> Look<'t> {
    fn of(text: &'t str, value: &Value) -> Self {
        // `24n` is no quantity in the unit n.
        let is_formula = matches!(value, Value::Formula(_));
        let unit = if is_formula { None } else { unit(text) };
        let has = |c: char| text.contains(c);
        let digits = text.chars().any(|c| c.is_ascii_digit());
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        Self {
            fraction: digits && (has('/') || has('⁄')),
            decimal: digits && (has('.') || has(',')),
            percent: has('%'),
            words: letters > 0,
            long: letters > 40,
            unit: unit.unwrap_or_default(),
        }
    }
}

/// `$` of `$5`, `cm` of `12 cm`; `None` if the text is not one number with a unit.
fn unit(text: &str) -> Option<[&str; 2]> {
    let of_unit = |c: char| c.is_alphabetic() || "°²³/·$€£ \u{a0}".contains(c);
    let digit = |c: char| c.is_ascii_digit();
    let (first, last) = (text.find(digit)?, text.rfind(digit)?);
    let (before, behind) = (&text[..first], &text[last + 1..]);
    let number = &text[first..=last];
    let is_number = number
        .chars()
        .all(|c| digit(c) || ".,/⁄ \u{a0}\u{202f}".contains(c));
    let before = before.trim_start_matches(['-', '\u{2212}']);
    let is_quantity = is_number
        && [before, behind]
            .iter()
            .all(|unit| unit.chars().all(of_unit));
    // Between two dollar signs stands a formula.
    let is_formula = before.contains('$') && behind.contains('$');
    (is_quantity && !is_formula).then(|| [before.trim(), behind.trim()])
}

#[cfg(test)]
mod tests {
    use super::{Look, OptionCount, unit};
    use crate::instance::options::AnswerOption;
    use crate::value::{Formula, Number, Operation, Value};

    #[test]
    fn rank_length_and_form_of_the_key() {
        let option = |text: &str, misconception: Option<usize>| AnswerOption {
            value: Value::Number(Number::parse(text).unwrap()),
            is_key: misconception.is_none(),
            misconception,
            figure: None,
        };
        let options = [
            option("3", Some(0)),
            option("7.25", None),
            option("4", Some(1)),
        ];
        let texts = ["3", "7.25", "4"].map(String::from);
        let mut count = OptionCount::new(2);
        count.count(&options, &texts, false);
        assert_eq!((&count.ranks[..], count.places.len()), (&[0, 0, 1][..], 0));
        assert_eq!((count.longest, count.odd_key), (1, 1));
        assert_eq!(count.odd, [(1, 0), (1, 0)]);
        count.count(&options, &texts, true);
        assert_eq!((count.ranks, count.places), (vec![0, 0, 2], vec![0, 1, 0]));
    }

    #[test]
    fn units_of_quantities() {
        for (text, wanted) in [
            ("12 cm", Some(["", "cm"])),
            ("\u{2212}1.5 m/s", Some(["", "m/s"])),
            ("$5.00", Some(["$", ""])),
            ("3/4", Some(["", ""])),
            ("1,200 km²", Some(["", "km²"])),
            ("3 h 20 min", None),
            ("3x + 4", None),
            ("x = 4", None),
            ("$24n$", None),
            ("twelve", None),
            ("", None),
        ] {
            assert_eq!(unit(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_unit_of_its_own_is_a_form_of_its_own() {
        let option = |misconception: Option<usize>| AnswerOption {
            value: Value::text(""),
            is_key: misconception.is_none(),
            misconception,
            figure: None,
        };
        let options = [option(None), option(Some(0)), option(Some(1))];
        let texts = ["12 cm²", "12 cm", "14 cm"].map(String::from);
        let mut count = OptionCount::new(2);
        count.count(&options, &texts, false);
        assert_eq!((count.odd_key, count.odd), (1, vec![(1, 0), (1, 0)]));
    }

    #[test]
    fn a_letter_behind_a_factor_is_no_unit() {
        let product = Formula::Operation(
            Operation::Multiply,
            Box::new(Formula::Value(Value::integer(24))),
            Box::new(Formula::Value(Value::text("n"))),
        );
        let formula = Value::Formula(std::sync::Arc::new(product));
        let looks = |value| Look::of("24n", value);
        assert_eq!(looks(&formula).unit, ["", ""]);
        assert_eq!(looks(&Value::text("24n")).unit, ["", "n"]);
    }
}
