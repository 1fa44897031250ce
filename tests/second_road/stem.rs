//! The numbers of a printed stem, in their order.

use crate::number::Number;

/// What a student reads.
pub struct Stem {
    /// The numbers; a minus sign with a space behind it is an operation.
    pub n: Vec<Number>,
    /// The same, with such a minus sign taken as the sign of the number behind it.
    pub signed: Vec<Number>,
    /// The words, as they stand.
    pub text: String,
    /// The options of multiple choice; of figures, what is said about them.
    pub options: Vec<String>,
}

impl Stem {
    /// Reads Markdown with LaTeX.
    pub fn read(markdown: &str) -> Self {
        let text = markdown.replace("{,}", "").replace('−', "-");
        Self {
            n: numbers(&text),
            signed: numbers(&text.replace("- ", "-")),
            text: markdown.to_owned(),
            options: Vec::new(),
        }
    }

    /// The one option that is as wanted.
    pub fn option(&self, wanted: impl Fn(&str) -> bool) -> String {
        let found: Vec<&String> = self.options.iter().filter(|o| wanted(o)).collect();
        assert_eq!(found.len(), 1, "{:?} in {}", self.options, self.text);
        found[0].clone()
    }

    /// Whether the words stand in it.
    pub fn says(&self, words: &str) -> bool {
        self.text.contains(words)
    }

    /// The last number.
    pub fn last(&self) -> Number {
        self.n[self.n.len() - 1]
    }
}

fn numbers(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut before = ' ';
    while let Some(letter) = rest.chars().next() {
        let is_sign = letter == '-' && !before.is_ascii_digit();
        match number(rest.strip_prefix('-').filter(|_| is_sign).unwrap_or(rest)) {
            Some((value, after)) => {
                let sign = if is_sign { -1 } else { 1 };
                found.push(Number::whole(sign) * value);
                rest = after;
                before = '0';
            }
            None => {
                rest = &rest[letter.len_utf8()..];
                before = letter;
            }
        }
    }
    found
}

/// `12`, `1.5`, `\frac{3}{4}` and `2\frac{3}{4}` at the start of a text, and what comes behind.
fn number(text: &str) -> Option<(Number, &str)> {
    let Some((whole, after)) = digits(text) else {
        return fraction(text);
    };
    if let Some((part, rest)) = fraction(after) {
        return Some((Number::whole(whole) + part, rest));
    }
    let Some((decimals, rest)) = after.strip_prefix('.').and_then(digits) else {
        return Some((Number::whole(whole), after));
    };
    let places = after.len() - rest.len() - 1;
    let unit = 10_i64.pow(u32::try_from(places).ok()?);
    Some((Number::new(whole * unit + decimals, unit), rest))
}

fn fraction(text: &str) -> Option<(Number, &str)> {
    let (top, rest) = digits(text.strip_prefix("\\frac{")?)?;
    let (bottom, rest) = digits(rest.strip_prefix("}{")?)?;
    Some((Number::new(top, bottom), rest.strip_prefix('}')?))
}

fn digits(text: &str) -> Option<(i64, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at(length);
    Some((digits.parse().ok()?, rest))
}

#[test]
fn numbers_are_read_as_printed() {
    let stem = Stem::read(r"Take $-3 - 2\frac{1}{4}$ from \$1{,}200.50 and 7.");
    let expected = [
        Number::whole(-3),
        Number::new(9, 4),
        Number::new(2401, 2),
        Number::whole(7),
    ];
    assert_eq!(stem.n, expected);
    assert_eq!(stem.signed[1], Number::new(-9, 4));
}
