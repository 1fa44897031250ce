//! The tree: maps, lists and scalars as they were written.

use std::ops::Range;

use crate::source::{SourceText, Span};

/// A value and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// All of the value; a block ends with its last entry.
    pub span: Span,
    /// What it is.
    pub kind: NodeKind,
}

/// The three kinds of values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeKind {
    /// A text, number or boolean, as written.
    Scalar(Scalar),
    /// A list.
    Sequence(Vec<Node>),
    /// In the order written, merged entries last; no key twice.
    Mapping(Vec<(Scalar, Node)>),
}

/// How a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// `'it''s'`
    SingleQuoted,
    /// `"a\tb"`
    DoubleQuoted,
    /// `|`
    Literal,
    /// `>`
    Folded,
}

/// A text as written: `3.10` is `3.10`, whatever it may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar {
    /// The text, and the way back to the source.
    pub content: SourceText,
    /// How it is written.
    pub style: Style,
}

impl Scalar {
    /// The text without quotes, escapes resolved.
    pub fn text(&self) -> &str {
        self.content.as_str()
    }

    /// The whole scalar, quotes included.
    pub fn span(&self) -> Span {
        self.content.span()
    }

    /// The source of a byte range of the text.
    pub fn span_of(&self, range: Range<usize>) -> Span {
        self.content.span_of(range)
    }

    /// Nothing, `~` or `null`.
    pub fn is_null(&self) -> bool {
        self.is_plain() && matches!(self.text(), "" | "~" | "null" | "Null" | "NULL")
    }

    /// A boolean of the core schema of YAML 1.2: never `yes`, `on` or a quoted word.
    pub fn as_bool(&self) -> Option<bool> {
        match self.text() {
            "true" | "True" | "TRUE" if self.is_plain() => Some(true),
            "false" | "False" | "FALSE" if self.is_plain() => Some(false),
            _ => None,
        }
    }

    /// Whether the core schema of YAML 1.2 reads it as a number.
    pub fn is_number(&self) -> bool {
        self.is_plain() && is_number(self.text())
    }

    fn is_plain(&self) -> bool {
        self.style == Style::Plain
    }
}

fn is_number(text: &str) -> bool {
    let digits = |text: &str, radix| !text.is_empty() && text.chars().all(|c| c.is_digit(radix));
    if let Some(hex) = text.strip_prefix("0x") {
        return digits(hex, 16);
    }
    if let Some(octal) = text.strip_prefix("0o") {
        return digits(octal, 8);
    }
    if matches!(text, ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") {
        return true;
    }
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let mantissa_fits = match mantissa.split_once('.') {
        Some(("", places)) => digits(places, 10),
        Some((whole, places)) => digits(whole, 10) && (places.is_empty() || digits(places, 10)),
        None => digits(mantissa, 10),
    };
    let unsigned_exponent = |text: &str| digits(text.strip_prefix(['-', '+']).unwrap_or(text), 10);
    mantissa_fits && exponent.is_none_or(unsigned_exponent)
}

impl Node {
    /// The scalar, if it is one.
    pub fn as_scalar(&self) -> Option<&Scalar> {
        match &self.kind {
            NodeKind::Scalar(scalar) => Some(scalar),
            _ => None,
        }
    }

    /// The value of a key; `None` also when this is no map.
    pub fn get(&self, key: &str) -> Option<&Node> {
        match &self.kind {
            NodeKind::Mapping(entries) => entries
                .iter()
                .find(|(name, _)| name.text() == key)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// The boolean it is in YAML 1.2; see [`Scalar::as_bool`].
    pub fn as_bool(&self) -> Option<bool> {
        self.as_scalar()?.as_bool()
    }

    /// Whether nothing is written; see [`Scalar::is_null`].
    pub fn is_null(&self) -> bool {
        self.as_scalar().is_some_and(Scalar::is_null)
    }

    /// What an author would call it: `a list`, `the number 6.10`, …
    pub fn description(&self) -> String {
        match &self.kind {
            NodeKind::Sequence(_) => "a list".to_owned(),
            NodeKind::Mapping(_) => "a map".to_owned(),
            NodeKind::Scalar(scalar) if scalar.is_null() => "nothing".to_owned(),
            NodeKind::Scalar(scalar) => {
                const SHOWN: usize = 24;
                let line = scalar.text().lines().next().unwrap_or("");
                let mut shown: String = line.chars().take(SHOWN).collect();
                if shown.len() < scalar.text().trim_end().len() {
                    shown.push('…');
                }
                let kind = if scalar.is_number() {
                    "the number"
                } else {
                    "the text"
                };
                format!("{kind} `{shown}`")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_number;

    #[test]
    fn numbers_of_the_core_schema() {
        for yes in [
            "0", "-7", "+3", "6.10", "6.", ".5", "1e9", "-1.5E-3", "0x1F", "0o17", ".inf", "-.INF",
            ".nan",
        ] {
            assert!(is_number(yes), "{yes}");
        }
        for no in [
            "",
            "-",
            ".",
            "7.NS.A.2d",
            "3.MD",
            "1e",
            "e3",
            "0x",
            "0o8",
            "1_000",
            "1,5",
            "--1",
            "+-1",
            ".",
            "1..9",
            "½",
        ] {
            assert!(!is_number(no), "{no}");
        }
    }
}
