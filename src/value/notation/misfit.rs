//! Why a value cannot be printed in a format.

use std::fmt;

use super::format::Format;
use super::language::Language;
use crate::value::error::ArithmeticError;
use crate::value::kind::Kind;
use crate::value::rational::Rational;

/// A value and a format that do not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misfit {
    /// The format is not for values of this kind.
    Kind {
        /// What was asked.
        format: Format,
        /// What it was asked of.
        kind: Kind,
    },
    /// A real result must be rounded before it is shown.
    UnroundedReal,
    /// The decimal does not end, and the format was not told to round.
    Endless {
        /// What was asked.
        format: Format,
        /// The number.
        value: Rational,
    },
    /// The format needs a whole number.
    NotWhole {
        /// What was asked.
        format: Format,
        /// The number.
        value: Rational,
    },
    /// The number is outside what the format can say.
    OutOfRange {
        /// What was asked.
        format: Format,
        /// The number.
        value: Rational,
    },
    /// An amount that is not a whole number of cents.
    NotCents {
        /// The amount.
        value: Rational,
    },
    /// A list without entries prints as nothing.
    EmptyList,
    /// The format is not known in this language.
    Language {
        /// What was asked.
        format: Format,
        /// The tag of the language.
        language: &'static str,
    },
    /// `tex` writes LaTeX, which cannot stand in MathML.
    NotInMathMl,
    /// Not a chemical formula.
    NotChemical {
        /// The letter that does not belong there.
        found: char,
    },
    /// Rounding failed.
    Arithmetic(ArithmeticError),
}

impl Misfit {
    pub(super) const fn kind(format: Format, kind: Kind) -> Self {
        match kind {
            Kind::Real => Self::UnroundedReal,
            _ => Self::Kind { format, kind },
        }
    }

    pub(super) const fn language(format: Format, language: &Language) -> Self {
        Self::Language {
            format,
            language: language.tag,
        }
    }
}

impl From<ArithmeticError> for Misfit {
    fn from(error: ArithmeticError) -> Self {
        Self::Arithmetic(error)
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind {
                format: Format::Plain,
                kind,
            } => write!(f, "{kind} cannot be printed"),
            Self::Kind { format, kind } => write!(f, "`{format}` cannot print {kind}"),
            Self::UnroundedReal => f.write_str("a real number must be rounded before it is shown"),
            Self::Endless { format, value } => write!(
                f,
                "{value} has no end as a decimal, so `{format}` needs a number of places"
            ),
            Self::NotWhole { format, value } => {
                write!(f, "`{format}` needs a whole number, and this is {value}")
            }
            Self::OutOfRange { format, value } => write!(f, "`{format}` cannot say {value}"),
            Self::NotCents { value } => {
                write!(f, "{value} is not a whole number of cents: round it first")
            }
            Self::EmptyList => f.write_str("an empty list would print as nothing"),
            Self::Language { format, language } => {
                write!(f, "`{format}` is not known in the language `{language}`")
            }
            Self::NotInMathMl => f.write_str("`tex` cannot stand here"),
            Self::NotChemical { found } => {
                write!(f, "`{found}` does not belong in a chemical formula")
            }
            Self::Arithmetic(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Misfit {}
