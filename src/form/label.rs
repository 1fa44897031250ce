//! What a form is called in class: A to Z, then AA, AB and so on.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The label of the form at an index: 0 is A, 25 is Z, 26 is AA.
///
/// Labels are the form's number, counted from 1, in bijective base 26: there is a digit for each
/// of 1 to 26 and none for 0, so no two labels mean the same form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormLabel(u32);

impl FormLabel {
    /// The label of the form at this index, counted from 0.
    pub const fn new(index: u32) -> Self {
        Self(index)
    }

    /// The index of the form, counted from 0.
    pub const fn index(self) -> u32 {
        self.0
    }

    /// The number of the form, counted from 1 as people do.
    pub const fn number(self) -> u64 {
        self.0 as u64 + 1
    }

    /// The label of the form with this number, counted from 1; none for 0 and above 2³².
    pub fn from_number(number: u64) -> Option<Self> {
        let index = number.checked_sub(1)?;
        u32::try_from(index).ok().map(Self)
    }
}

impl fmt::Display for FormLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut left = self.number();
        while left > 0 {
            letters.push(char::from(b'A' + ((left - 1) % 26) as u8));
            left = (left - 1) / 26;
        }
        f.pad(&letters.iter().rev().collect::<String>())
    }
}

/// Why a text is not a form label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormLabelError;

impl fmt::Display for FormLabelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a form label is one or more letters: A to Z, then AA, AB and so on")
    }
}

impl std::error::Error for FormLabelError {}

impl FromStr for FormLabel {
    type Err = FormLabelError;

    /// Reads upper and lower case letters.
    fn from_str(text: &str) -> Result<Self, FormLabelError> {
        let number = text.bytes().try_fold(0u64, |number, letter| {
            let digit = match letter.to_ascii_uppercase() {
                upper @ b'A'..=b'Z' => upper - b'A' + 1,
                _ => return None,
            };
            number.checked_mul(26)?.checked_add(digit.into())
        });
        number.and_then(Self::from_number).ok_or(FormLabelError)
    }
}

impl Serialize for FormLabel {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for FormLabel {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::{FormLabel, FormLabelError};

    #[test]
    fn labels_of_known_forms() {
        let known = [
            (0, "A"),
            (25, "Z"),
            (26, "AA"),
            (51, "AZ"),
            (52, "BA"),
            (701, "ZZ"),
            (702, "AAA"),
            (u32::MAX, "MWLQKWV"),
        ];
        for (index, label) in known {
            assert_eq!(FormLabel::new(index).to_string(), label);
            assert_eq!(label.parse(), Ok(FormLabel::new(index)));
            assert_eq!(label.to_lowercase().parse(), Ok(FormLabel::new(index)));
        }
    }

    /// The second road: count as one does by hand, in order of length and then of the alphabet.
    #[test]
    fn labels_are_the_words_over_the_alphabet_in_order() {
        let letters = || 'A'..='Z';
        let one = letters().map(String::from);
        let two = letters().flat_map(|a| letters().map(move |b| format!("{a}{b}")));
        let three = two.clone().map(|word| format!("A{word}"));
        for (index, word) in one.chain(two).chain(three).enumerate() {
            assert_eq!(FormLabel::new(index as u32).to_string(), word);
        }
    }

    #[test]
    fn what_is_no_label() {
        for text in [
            "",
            "1",
            "A1",
            "A A",
            "Ä",
            "MWLQKWW",
            "AAAAAAAAAAAAAAAAAAAAAAAA",
        ] {
            assert_eq!(text.parse::<FormLabel>(), Err(FormLabelError), "{text}");
        }
    }
}
