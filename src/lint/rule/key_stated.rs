//! L015: the key stands in the stem, the title or the description of the figure.

use crate::bank::model::ItemModel;
use crate::diagnostic::{Code, Diagnostic};
use crate::lint::census::Census;

/// Numbers meet by chance; a key that stands in the text in more than this share does not.
const SHARE: f64 = 0.5;

/// How often the key, and no wrong answer, stands in the text.
pub fn check(model: &ItemModel, census: &Census) -> Vec<Diagnostic> {
    // Counts up to 10⁶ are exact.
    let read = census.read.max(1) as f64;
    let share = census.stated as f64 / read;
    // Of a sample, two standard errors about one half are chance.
    let beyond = share - SHARE;
    let by_chance = census.read < census.distinct && beyond * beyond * read <= 1.0;
    if census.read == 0 || beyond <= 0.0 || by_chance {
        return Vec::new();
    }
    let message = format!(
        "`{}` states its key in {:.0} % of the instances",
        model.id.value,
        share * 100.0
    );
    let warning = Diagnostic::warning(Code::KeyStated, model.stems[0].source.span(), message);
    vec![warning.help("take the key out of the stem, the title and the description of the figure")]
}

/// Whether `key` stands in `text` as a word or number of its own.
pub(in crate::lint) fn stands_in(key: &str, text: &str) -> bool {
    if key.is_empty() {
        return false;
    }
    let number = key.starts_with(|c: char| c.is_ascii_digit());
    text.match_indices(key).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let mut after = text[at + key.len()..].chars();
        let part_before = |c: char| c.is_alphanumeric() || number && ".,/-\u{2212}{".contains(c);
        let next = after.next();
        let part_after = match next {
            Some(c) if c.is_alphanumeric() => true,
            Some('.' | ',' | '/' | '}' | '%') if number => {
                !matches!(next, Some('.' | ',')) || after.next().is_some_and(|c| c.is_ascii_digit())
            }
            _ => false,
        };
        !before.is_some_and(part_before) && !part_after
    })
}

#[cfg(test)]
mod tests {
    use super::stands_in;

    #[test]
    fn a_key_is_a_word_of_its_own() {
        for (key, text) in [
            ("12", "It is 12."),
            ("red", "a red hat"),
            ("3/4", "is 3/4, so"),
        ] {
            assert!(stands_in(key, text), "{key} in {text}");
        }
        for (key, text) in [
            ("12", "112"),
            ("12", "12.5"),
            ("12", "0.12"),
            ("12", r"\frac{12}{5}"),
            ("3", "3/4"),
            ("12", "12%"),
            ("red", "bored"),
            ("", "x"),
        ] {
            assert!(!stands_in(key, text), "{key} in {text}");
        }
    }
}
