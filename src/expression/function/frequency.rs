//! How common words are. The lists in assets/words are by orgtre, from Google Books; the README
//! beside them says where they are from and how they were made.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::expression::failure::Failure;
use crate::expression::function::arguments::{Outcome, exactly, outside, text};
use crate::expression::function::{Family, Function, Takes};
use crate::expression::types::Type;
use crate::value::{Number, Rational};

/// The family.
pub const FAMILY: Family = Family {
    title: "Difficulty of words",
    functions: &FUNCTIONS,
};

const FUNCTIONS: [Function; 1] = [Function {
    name: "zipf",
    signature: "zipf(text, language)",
    summary: "How common a word is in books, on the Zipf scale from about 7.7 (the) to 3.6 (homework \
              is 4.0); of several words the rarest. The languages are \"en\", \"es\", \"fr\" and \
              \"de\". A word that is not among the 10,000 most frequent counts like the last of \
              them: 3.6 in English, 3.8 in the others. Forms count as they stand: houses is not house.",
    example: ("zipf(\"homework\", \"en\")", "4.0"),
    takes: &[Takes::Text],
    least: 2,
    most: 2,
    gives: |_| Type::Number,
    call: |arguments| {
        let [words, language] = exactly(arguments)?;
        let list = list(text(language)?)?;
        let tenths = text(words)?
            .split(between)
            .filter_map(|word| list.tenths(word));
        let needs = "a text with a word in it";
        in_tenths(tenths.min().ok_or_else(|| outside("zipf", needs))?)
    },
}];

/// The frequent words of a language, in tenths of a Zipf unit: ten times the decimal logarithm of
/// how often a word is met in a billion (van Heuven, Mandera, Keuleers & Brysbaert 2014).
#[derive(Debug)]
struct List {
    known: HashMap<&'static str, u8>,
    /// The last words of the list; a word that is not on it has at most this.
    floor: u8,
}

/// Each language with its list, read when the first word is looked up.
static LISTS: [(&str, LazyLock<List>); 4] = [
    (
        "en",
        LazyLock::new(|| List::read(include_str!("../../../assets/words/en.txt"))),
    ),
    (
        "es",
        LazyLock::new(|| List::read(include_str!("../../../assets/words/es.txt"))),
    ),
    (
        "fr",
        LazyLock::new(|| List::read(include_str!("../../../assets/words/fr.txt"))),
    ),
    (
        "de",
        LazyLock::new(|| List::read(include_str!("../../../assets/words/de.txt"))),
    ),
];

/// The list of a language; `en-US` is the same as `en`.
fn list(tag: &str) -> Result<&'static List, Failure> {
    let language = tag.split('-').next().unwrap_or(tag);
    let mut lists = LISTS.iter();
    let found = lists.find(|(known, _)| known.eq_ignore_ascii_case(language));
    let needs = "a language that has a list of words: \"en\", \"es\", \"fr\" or \"de\"";
    found
        .map(|(_, list)| &**list)
        .ok_or_else(|| outside("zipf", needs))
}

impl List {
    /// Reads lines such as `7.4 to and`, from frequent to rare.
    fn read(lines: &'static str) -> Self {
        let mut list = Self {
            known: HashMap::with_capacity(10_000),
            floor: 0,
        };
        for line in lines.lines() {
            let mut words = line.split(' ');
            let zipf = words.next().and_then(|zipf| zipf.split_once('.'));
            let tenths = zipf.and_then(|(ones, tenth)| {
                let tenths = ones.parse::<u8>().ok()?.checked_mul(10)?;
                tenths.checked_add(tenth.parse().ok()?)
            });
            if let Some(tenths) = tenths {
                list.known.extend(words.map(|word| (word, tenths)));
                list.floor = tenths;
            }
        }
        list
    }

    /// How common one word is; none if it has no letters, as a number.
    fn tenths(&self, word: &str) -> Option<u8> {
        let word = word.trim_matches(is_apostrophe);
        if !word.contains(char::is_alphabetic) {
            return None;
        }
        let word = word.to_lowercase().replace('’', "'");
        let whole = self.known.get(&*word).copied();
        Some(
            whole
                .or_else(|| self.contracted(&word))
                .unwrap_or(self.floor),
        )
    }

    /// A word that was joined to another with an apostrophe. The lists have what stands before it
    /// in French (`l'`); what stands behind it in English (`didn't`, `dog's`) is no word.
    fn contracted(&self, word: &str) -> Option<u8> {
        let (before, after) = word.split_once('\'')?;
        let of = |part: &str| self.known.get(part).copied();
        let first = of(&format!("{before}'"));
        let first = first.or_else(|| of(before).or_else(|| of(before.strip_suffix('n')?)))?;
        let second = match after.chars().count() {
            0..=2 => of(after).unwrap_or(first),
            _ => self.tenths(after).unwrap_or(first),
        };
        Some(first.min(second))
    }
}

/// Whether a character is between two words: neither of a letter nor an apostrophe.
fn between(c: char) -> bool {
    !c.is_alphanumeric() && !is_apostrophe(c) && !super::accents::is_mark(c)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

fn in_tenths(tenths: u8) -> Outcome {
    let exact = Rational::new(i64::from(tenths), 10)?;
    Ok(Number::decimal(exact, 1).into())
}

#[cfg(test)]
mod tests {
    use super::LISTS;

    /// Whole words, in small letters, from 6.5 or more down to the floor, one line a tenth.
    #[test]
    fn the_lists_are_read_to_their_ends() {
        let words = [
            ("en", 9_969, 36),
            ("es", 9_994, 38),
            ("fr", 9_990, 38),
            ("de", 9_990, 38),
        ];
        for ((language, list), (named, count, floor)) in LISTS.iter().zip(words) {
            assert_eq!(*language, named);
            assert_eq!((list.known.len(), list.floor), (count, floor), "{language}");
            for (word, tenths) in &list.known {
                assert!((floor..80).contains(tenths), "{word}");
                assert_eq!(word.to_lowercase(), **word);
                assert!(
                    word.chars().all(|c| c.is_alphabetic() || c == '\''),
                    "{word}"
                );
            }
        }
    }
}
