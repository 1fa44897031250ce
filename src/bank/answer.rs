//! Answers: the key, the form it must take, what else is right, and the wrong answers.

use serde::{Deserialize, Serialize};

use crate::bank::prose::Prose;
use crate::expression::Program;
use crate::source::Span;
use crate::value::notation::Format;

/// A correct answer and what else counts as correct.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The key.
    pub is: Program,
    /// The form that the answer must take.
    pub form: Option<Form>,
    /// The largest distance from the key that still counts as correct.
    pub within: Option<Program>,
    /// The unit, printed behind the answer.
    pub unit: Option<Prose>,
    /// Other answers that count as correct.
    pub also: Vec<Program>,
    /// What does not matter in a text answer.
    pub ignore: Ignore,
    /// Where it stands.
    pub span: Span,
}

/// The form that an answer must take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// A whole number.
    Integer,
    /// A decimal.
    Decimal,
    /// A percent.
    Percent,
    /// A fraction, reduced or not.
    Fraction,
    /// A fraction in lowest terms.
    LowestTerms,
    /// A mixed number.
    Mixed,
    /// A product of factors.
    Factored,
    /// A sum without brackets.
    Expanded,
    /// A root in simplest form.
    SimplestRadical,
    /// A number with the key's significant figures.
    SignificantFigures,
    /// An amount of money.
    Money,
    /// A number whose thousands may be parted.
    Comma,
    /// A matrix or a column vector.
    Matrix,
    /// A number with one digit before the point, times a power of ten.
    Scientific,
    /// Minutes as hours and minutes.
    Time,
}

impl Form {
    /// Every form with the name an author writes.
    pub const NAMES: [(&'static str, Form); 15] = [
        ("integer", Self::Integer),
        ("decimal", Self::Decimal),
        ("percent", Self::Percent),
        ("fraction", Self::Fraction),
        ("lowest terms", Self::LowestTerms),
        ("mixed", Self::Mixed),
        ("factored", Self::Factored),
        ("expanded", Self::Expanded),
        ("simplest radical", Self::SimplestRadical),
        ("significant figures", Self::SignificantFigures),
        ("money", Self::Money),
        ("comma", Self::Comma),
        ("matrix", Self::Matrix),
        ("scientific", Self::Scientific),
        ("time", Self::Time),
    ];

    /// How a number in this form is printed.
    pub fn format(self) -> Format {
        match self {
            Self::Decimal => Format::Decimal(None),
            Self::Percent => Format::Percent(None),
            Self::Fraction | Self::LowestTerms => Format::Fraction,
            Self::Mixed => Format::Mixed,
            Self::Money => Format::Money,
            Self::Comma => Format::Comma,
            Self::Matrix => Format::Matrix,
            Self::Scientific => Format::Scientific(None),
            Self::Time => Format::Time,
            _ => Format::Plain,
        }
    }

    /// The name an author writes.
    pub fn name(self) -> &'static str {
        Self::NAMES
            .iter()
            .find(|(_, form)| *form == self)
            .map_or("", |(name, _)| name)
    }
}

/// What does not matter in a text answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Ignore {
    /// Capitals and small letters count as the same.
    pub case: bool,
    /// Spaces do not count.
    pub spaces: bool,
    /// Accents do not count.
    pub accents: bool,
}

/// A slip in words and the wrong answer that it produces.
#[derive(Debug, Clone)]
pub struct Misconception {
    /// The slip, in words that a teacher would use.
    pub slip: String,
    /// The wrong answers that it produces; most slips produce one.
    pub answers: Wrong,
    /// When the slip is possible; always without a condition.
    pub when: Option<Program>,
    /// What to tell a student who made it.
    pub tell: Option<Prose>,
    /// Where it stands.
    pub span: Span,
}

/// The wrong answers of a slip.
#[derive(Debug, Clone)]
pub enum Wrong {
    /// One value.
    Is(Program),
    /// A list to take from.
    Pool(Program),
}
