//! Where the key stands among its options, and whether its looks give it away.

use serde::{Deserialize, Serialize};

use crate::instance::options::AnswerOption;

/// The options of a multiple-choice item model.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionCount {
    /// How many items were looked at.
    pub items: u64,
    /// How often the key has each rank by size, the smallest first; empty where options have no
    /// size.
    pub ranks: Vec<u64>,
    /// How often the key is longer than every other option by two characters or more.
    pub longest: u64,
    /// How often the key alone has its form.
    pub odd_key: u64,
    /// How often each misconception stands among the options, and alone has its form.
    pub odd: Vec<(u64, u64)>,
}

/// What an option looks like, apart from its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look {
    fraction: bool,
    decimal: bool,
    percent: bool,
    words: bool,
    long: bool,
}

impl OptionCount {
    pub(super) fn new(misconceptions: usize) -> Self {
        Self {
            odd: vec![(0, 0); misconceptions],
            ..Self::default()
        }
    }

    /// Counts the options of one item; `texts` are the same options as printed.
    pub(super) fn count(&mut self, options: &[AnswerOption], texts: &[String]) {
        let Some(key) = options.iter().position(|o| o.is_key) else {
            return;
        };
        self.items += 1;
        if let Some(rank) = rank(options, key) {
            if self.ranks.len() < options.len() {
                self.ranks.resize(options.len(), 0);
            }
            self.ranks[rank] += 1;
        }
        let length = |text: &String| text.chars().count();
        let others = || (0..texts.len()).filter(|at| *at != key);
        let next = others().map(|at| length(&texts[at])).max().unwrap_or(0);
        self.longest += u64::from(length(&texts[key]) >= next + 2);
        let looks: Vec<Look> = texts.iter().map(|text| Look::of(text)).collect();
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
fn odd(looks: &[Look], at: usize) -> bool {
    let mut others = (0..looks.len()).filter(|other| *other != at);
    let Some(first) = others.next().map(|other| looks[other]) else {
        return false;
    };
    looks.len() > 2 && looks[at] != first && others.all(|other| looks[other] == first)
}

impl Look {
    fn of(text: &str) -> Self {
        let has = |c: char| text.contains(c);
        let digits = text.chars().any(|c| c.is_ascii_digit());
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        Self {
            fraction: digits && (has('/') || has('⁄')),
            decimal: digits && (has('.') || has(',')),
            percent: has('%'),
            words: letters > 0,
            long: letters > 40,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::OptionCount;
    use crate::instance::options::AnswerOption;
    use crate::value::{Number, Value};

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
        count.count(&options, &texts);
        assert_eq!(count.ranks, [0, 0, 1]);
        assert_eq!((count.longest, count.odd_key), (1, 1));
        assert_eq!(count.odd, [(1, 0), (1, 0)]);
    }
}
