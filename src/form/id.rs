//! The short name that stands on every page of a form and of its key.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use sha2::{Digest, Sha256};

use crate::form::label::FormLabel;

/// Crockford's base 32: no I, L or O, which look like digits, and no U.
const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Symbols are written in groups of this many.
const GROUP: usize = 3;
/// Symbols for the content: 25 bits.
const CONTENT: usize = 5;
/// How far from a known ID a mistyped one may be for [`suggest`].
const NEAR: usize = 3;

/// The ID of a form, such as `9DY-JQ0-0AH`: five symbols of a digest of its content, three for the
/// number of the form (more, in whole groups, from number 32,768 on) and a check symbol.
///
/// The check symbol makes a weighted sum over GF(32) zero. The weights are the powers of a
/// primitive element by place, so they are not zero and differ between any two places: every
/// single wrong symbol is detected, and every exchange of two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormId {
    content: u32,
    label: FormLabel,
}

impl FormId {
    /// The ID of the form with this label and content (the bytes that say what is on it).
    pub fn new(content: &[u8], label: FormLabel) -> Self {
        let digest = Sha256::digest(content);
        let first = u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]]);
        let content = first >> (u32::BITS as usize - 5 * CONTENT);
        Self { content, label }
    }

    /// Which form of its set it is.
    pub const fn label(self) -> FormLabel {
        self.label
    }

    fn symbols(self) -> Vec<u8> {
        let number = self.label.number();
        let mut length = GROUP;
        while number >> (5 * length) > 0 {
            length += GROUP;
        }
        let mut symbols = digits(self.content.into(), CONTENT);
        symbols.extend(digits(number, length));
        symbols.push(0);
        let last = symbols.len() - 1;
        symbols[last] = checksum(&symbols);
        symbols
    }
}

/// The last `length` base-32 digits of a number, the highest first.
fn digits(number: u64, length: usize) -> Vec<u8> {
    let places = (0..length).rev();
    places
        .map(|place| (number >> (5 * place)) as u8 & 31)
        .collect()
}

/// The sum of all symbols, each times α to the power of its place counted from the end, by
/// Horner's rule. It is zero for an ID, whose last symbol has the weight 1.
fn checksum(symbols: &[u8]) -> u8 {
    symbols
        .iter()
        .fold(0, |sum, symbol| times_alpha(sum) ^ symbol)
}

/// The product with α, a root of x⁵ + x² + 1, in GF(32) = GF(2)\[x\] / (x⁵ + x² + 1).
fn times_alpha(element: u8) -> u8 {
    let shifted = element << 1;
    match shifted & 0b10_0000 {
        0 => shifted,
        _ => shifted ^ 0b10_0101,
    }
}

impl fmt::Display for FormId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        for (place, symbol) in self.symbols().into_iter().enumerate() {
            if place > 0 && place % GROUP == 0 {
                text.push('-');
            }
            text.push(char::from(SYMBOLS[usize::from(symbol)]));
        }
        f.pad(&text)
    }
}

/// Why a text is not the ID of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormIdError {
    /// This character occurs in no ID.
    Symbol(char),
    /// An ID does not have this many symbols.
    Length(usize),
    /// The check symbol does not fit the others: at least one of them is wrong.
    Check,
    /// The symbols fit, but no form has this number, or its ID is written otherwise.
    Number,
}

impl fmt::Display for FormIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Symbol(symbol) => write!(f, "{symbol:?} occurs in no form ID"),
            Self::Length(count) => write!(
                f,
                "a form ID has 9 symbols, or 12 or 15 for high form numbers; this one has {count}"
            ),
            Self::Check => f.write_str("this form ID is mistyped: its check symbol does not fit"),
            Self::Number => f.write_str("no form has this ID: its form number is not possible"),
        }
    }
}

impl std::error::Error for FormIdError {}

impl FromStr for FormId {
    type Err = FormIdError;

    /// Reads an ID in any case and however it is grouped by hyphens and spaces. I and L count as 1
    /// and O as 0, as they are read from paper.
    fn from_str(text: &str) -> Result<Self, FormIdError> {
        let symbols: Vec<u8> = typed(text).map(symbol).collect::<Result<_, _>>()?;
        let length = symbols.len();
        if !length.is_multiple_of(GROUP) || !(9..=15).contains(&length) {
            return Err(FormIdError::Length(length));
        }
        if checksum(&symbols) != 0 {
            return Err(FormIdError::Check);
        }
        let value = |digits: &[u8]| digits.iter().fold(0, |n, &digit| n << 5 | u64::from(digit));
        let number = value(&symbols[CONTENT..length - 1]);
        let id = Self {
            content: value(&symbols[..CONTENT]) as u32,
            label: FormLabel::from_number(number).ok_or(FormIdError::Number)?,
        };
        // A number padded by a group of zeros would be a second way to write the same ID.
        match id.symbols().len() == length {
            true => Ok(id),
            false => Err(FormIdError::Number),
        }
    }
}

/// The characters of a typed ID that count, as they are read.
fn typed(text: &str) -> impl Iterator<Item = char> {
    let spacing = |c: &char| !(c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '—' | '−'));
    text.chars()
        .filter(spacing)
        .map(|c| match c.to_ascii_uppercase() {
            'I' | 'L' => '1',
            'O' => '0',
            upper => upper,
        })
}

fn symbol(c: char) -> Result<u8, FormIdError> {
    let place = SYMBOLS.iter().position(|&symbol| char::from(symbol) == c);
    place.map(|place| place as u8).ok_or(FormIdError::Symbol(c))
}

/// The known ID that was probably meant by a mistyped one: the closest by the symbols to replace,
/// insert, remove or exchange with a neighbour (the optimal string alignment of F. Damerau, 1964),
/// the first of them if several are as close; none if all are further than three.
pub fn suggest<'a>(mistyped: &str, known: &'a [FormId]) -> Option<&'a FormId> {
    // No ID is longer than this, and the distance costs the product of the lengths.
    let typed: Vec<char> = typed(mistyped).take(32).collect();
    let distance = |id: &FormId| {
        let symbols = id.symbols().into_iter();
        let symbols: Vec<char> = symbols
            .map(|s| char::from(SYMBOLS[usize::from(s)]))
            .collect();
        distance(&typed, &symbols)
    };
    let near = known.iter().map(|id| (distance(id), id));
    let closest = near
        .filter(|(distance, _)| *distance <= NEAR)
        .min_by_key(|(d, _)| *d);
    closest.map(|(_, id)| id)
}

fn distance(from: &[char], to: &[char]) -> usize {
    let mut rows: Vec<Vec<usize>> = vec![(0..=to.len()).collect()];
    for i in 1..=from.len() {
        let mut row = vec![i];
        for j in 1..=to.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(from[i - 1] != to[j - 1]);
            let mut best = replaced.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[from.len()][to.len()]
}

impl Serialize for FormId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for FormId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Written)
    }
}

/// Reads an ID where it stands, without a copy: the ledger of a large pool has millions.
struct Written;

impl serde::de::Visitor<'_> for Written {
    type Value = FormId;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the ID of a form")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<FormId, E> {
        text.parse().map_err(E::custom)
    }
}
