//! The formats an author can ask for after the bar in `{{ value | format }}`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::table::{Arguments, FORMATS};
use crate::value::kind::Kind;
use crate::value::{Number, Value};

/// The most places or figures that can be asked for.
pub const MAX_DIGITS: u8 = 30;

/// How a value is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Format {
    /// As the value prints itself.
    #[default]
    Plain,
    /// As a decimal: exactly, or rounded to places.
    Decimal(Option<u8>),
    /// As a fraction in lowest terms.
    Fraction,
    /// As a mixed number.
    Mixed,
    /// As a percentage: exactly, or rounded to places.
    Percent(Option<u8>),
    /// As an amount of money.
    Money,
    /// With thousands separators.
    Comma,
    /// A whole number in words.
    Words,
    /// A whole number as an ordinal.
    Ordinal,
    /// Minutes after midnight as a clock time.
    Time,
    /// In scientific notation: exactly, or rounded to places.
    Scientific(Option<u8>),
    /// Rounded to significant figures.
    Sig(u8),
    /// A list with "and" before its last entry.
    List,
    /// A list of rows as a matrix, a list of numbers as a column.
    Matrix,
    /// With a capital first letter.
    Capital,
    /// With the indefinite article.
    A,
    /// A chemical formula.
    Chem,
    /// As LaTeX.
    Tex,
}

/// Why a name with arguments is not a format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormatError {
    /// No format has this name.
    Unknown {
        /// The name as written.
        name: String,
    },
    /// The wrong number of arguments.
    Count {
        /// The format.
        name: &'static str,
        /// What it takes.
        expected: Arguments,
        /// How many were given.
        given: usize,
    },
    /// An argument that is no whole number.
    Argument {
        /// The format.
        name: &'static str,
        /// What was given.
        kind: Kind,
    },
    /// An argument that is too small or too large.
    Range {
        /// The format.
        name: &'static str,
        /// The least it takes; the most is [`MAX_DIGITS`].
        least: u8,
    },
}

impl Format {
    /// The format of a name and its arguments.
    pub fn parse(name: &str, arguments: &[Value]) -> Result<Self, FormatError> {
        let Some(row) = FORMATS.iter().find(|row| row.name == name) else {
            return Err(FormatError::Unknown {
                name: name.to_owned(),
            });
        };
        let count = |given| FormatError::Count {
            name: row.name,
            expected: row.arguments,
            given,
        };
        let argument = match arguments {
            [] => None,
            [single] => Some(digits(row.name, row.arguments.least(), single)?),
            _ => return Err(count(arguments.len())),
        };
        match (row.arguments, argument) {
            (Arguments::None, Some(_)) => Err(count(1)),
            (Arguments::Figures, None) => Err(count(0)),
            _ => Ok((row.make)(argument)),
        }
    }

    /// The name an author types; empty for plain.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Decimal(_) => "decimal",
            Self::Fraction => "fraction",
            Self::Mixed => "mixed",
            Self::Percent(_) => "percent",
            Self::Money => "money",
            Self::Comma => "comma",
            Self::Words => "words",
            Self::Ordinal => "ordinal",
            Self::Time => "time",
            Self::Scientific(_) => "scientific",
            Self::Sig(_) => "sig",
            Self::List => "list",
            Self::Matrix => "matrix",
            Self::Capital => "capital",
            Self::A => "a",
            Self::Chem => "chem",
            Self::Tex => "tex",
        }
    }
}

impl FromStr for Format {
    type Err = FormatError;

    /// Reads `decimal` or `decimal(2)`, as an author writes it; plain is written as nothing.
    fn from_str(written: &str) -> Result<Self, FormatError> {
        let (name, arguments) = match written.split_once('(') {
            Some((name, rest)) => (name.trim(), rest.trim_end().trim_end_matches(')')),
            None => (written.trim(), ""),
        };
        let value = |argument: &str| {
            Number::parse(argument).map_or_else(|_| Value::text(argument), Value::Number)
        };
        let arguments: Vec<Value> = arguments
            .split(',')
            .map(str::trim)
            .filter(|argument| !argument.is_empty())
            .map(value)
            .collect();
        match name {
            "" if arguments.is_empty() => Ok(Self::Plain),
            name => Self::parse(name, &arguments),
        }
    }
}

impl Serialize for Format {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Format {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = String::deserialize(deserializer)?;
        written.parse().map_err(serde::de::Error::custom)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decimal(Some(n)) | Self::Percent(Some(n)) | Self::Scientific(Some(n)) => {
                write!(f, "{}({n})", self.name())
            }
            Self::Sig(n) => write!(f, "sig({n})"),
            _ => f.write_str(self.name()),
        }
    }
}

fn digits(name: &'static str, least: u8, value: &Value) -> Result<u8, FormatError> {
    let Value::Number(number) = value else {
        let kind = value.kind();
        return Err(FormatError::Argument { name, kind });
    };
    let whole = number.exact().to_i64().and_then(|n| u8::try_from(n).ok());
    match whole {
        Some(n) if (least..=MAX_DIGITS).contains(&n) => Ok(n),
        _ => Err(FormatError::Range { name, least }),
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown { name } => write!(f, "there is no format `{name}`"),
            Self::Count {
                name,
                expected,
                given,
            } => write!(f, "`{name}` takes {expected}, not {given}"),
            Self::Argument { name, kind } => {
                write!(f, "`{name}` takes a whole number, not {kind}")
            }
            Self::Range { name, least } => {
                write!(
                    f,
                    "`{name}` takes a whole number from {least} to {MAX_DIGITS}"
                )
            }
        }
    }
}

impl std::error::Error for FormatError {}
