//! The parts of a printed value, before a medium is chosen.

use super::symbol::Symbol;

/// A sign between two operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Plus,
    Minus,
    Times,
    Dot,
    Divided,
    Modulo,
    Equal,
    Unequal,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

impl Sign {
    /// The sign as a character; also the content of a MathML operator.
    pub(super) const fn character(self) -> &'static str {
        match self {
            Self::Plus => "+",
            Self::Minus => "\u{2212}",
            Self::Times => "×",
            Self::Dot => "·",
            Self::Divided => "÷",
            Self::Modulo => "mod",
            Self::Equal => "=",
            Self::Unequal => "≠",
            Self::Less => "<",
            Self::AtMost => "≤",
            Self::Greater => ">",
            Self::AtLeast => "≥",
        }
    }
}

/// A piece of a printed value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Layout {
    /// Unsigned digits with an ASCII point; `grouped` asks for thousands separators.
    Numeral { digits: String, grouped: bool },
    /// A letter that stands for something, or π.
    Symbol(Symbol),
    /// Words.
    Text(String),
    /// A minus before something.
    Negative(Box<Layout>),
    /// Pieces in a row, with their signs among them.
    Sequence(Vec<Layout>),
    /// A sign between its neighbours.
    Sign(Sign),
    /// What stands between the entries of a list.
    Separator(char),
    /// Factors side by side without a sign.
    Product(Vec<Layout>),
    /// A numerator over a denominator.
    Fraction(Box<Layout>, Box<Layout>),
    /// A whole number and a fraction.
    Mixed(Box<Layout>, Box<Layout>),
    /// A base and an exponent.
    Power(Box<Layout>, Box<Layout>),
    /// A base and an index below.
    Index(Box<Layout>, Box<Layout>),
    /// A square root.
    Root(Box<Layout>),
    /// Round brackets.
    Brackets(Box<Layout>),
    /// An absolute value.
    Absolute(Box<Layout>),
    /// A function and its arguments.
    Function(String, Vec<Layout>),
    /// A percentage of this many.
    Percent(Box<Layout>),
    /// An amount of money in the currency of the language.
    Money(Box<Layout>),
    /// An ordinal: digits and an ending, raised or not.
    Ordinal {
        digits: String,
        ending: &'static str,
        raised: bool,
    },
    /// The rows of a matrix.
    Matrix(Vec<Vec<Layout>>),
    /// A chemical formula: its pieces in upright letters.
    Chemical(Vec<Layout>),
}

impl Layout {
    /// Unsigned digits without separators.
    pub(super) fn numeral(digits: impl Into<String>) -> Self {
        Self::Numeral {
            digits: digits.into(),
            grouped: false,
        }
    }

    /// A minus before `self` if `negative`.
    pub(super) fn signed(self, negative: bool) -> Self {
        if negative {
            Self::Negative(Box::new(self))
        } else {
            self
        }
    }

    pub(super) fn fraction(numerator: Self, denominator: Self) -> Self {
        Self::Fraction(Box::new(numerator), Box::new(denominator))
    }

    pub(super) fn power(base: Self, exponent: Self) -> Self {
        Self::Power(Box::new(base), Box::new(exponent))
    }

    pub(super) fn bracketed(self) -> Self {
        Self::Brackets(Box::new(self))
    }

    /// Factors side by side, or with a dot where letters would run together.
    pub(super) fn product(mut factors: Vec<Self>) -> Self {
        if factors.len() == 1
            && let Some(single) = factors.pop()
        {
            return single;
        }
        if !factors.iter().any(Self::has_long_symbol) {
            return Self::Product(factors);
        }
        let mut sequence = Vec::new();
        for factor in factors {
            if !sequence.is_empty() {
                sequence.push(Self::Sign(Sign::Dot));
            }
            sequence.push(factor);
        }
        Self::Sequence(sequence)
    }

    fn has_long_symbol(&self) -> bool {
        match self {
            Self::Symbol(symbol) => symbol.is_long(),
            Self::Power(base, _) => base.has_long_symbol(),
            Self::Product(factors) => factors.iter().any(Self::has_long_symbol),
            _ => false,
        }
    }

    /// Whether the first thing printed is a minus.
    pub(super) fn starts_with_minus(&self) -> bool {
        match self {
            Self::Negative(_) => true,
            Self::Sequence(parts) | Self::Product(parts) => {
                parts.first().is_some_and(Self::starts_with_minus)
            }
            Self::Mixed(first, _) | Self::Power(first, _) => first.starts_with_minus(),
            _ => false,
        }
    }

    /// Whether it reads on from a factor before it without a sign: 3x, 2√5.
    pub(super) fn starts_with_letter(&self) -> bool {
        match self {
            Self::Symbol(symbol) => !symbol.is_long(),
            Self::Root(_) => true,
            Self::Power(base, _) | Self::Index(base, _) => base.starts_with_letter(),
            Self::Product(factors) => factors.first().is_some_and(Self::starts_with_letter),
            _ => false,
        }
    }

    /// Whether a bracket around it must grow.
    pub(super) fn is_tall(&self) -> bool {
        match self {
            Self::Fraction(..) | Self::Mixed(..) | Self::Matrix(_) => true,
            Self::Sequence(parts) | Self::Product(parts) | Self::Function(_, parts) => {
                parts.iter().any(Self::is_tall)
            }
            Self::Negative(inner)
            | Self::Brackets(inner)
            | Self::Absolute(inner)
            | Self::Root(inner)
            | Self::Percent(inner)
            | Self::Money(inner) => inner.is_tall(),
            Self::Power(base, _) | Self::Index(base, _) => base.is_tall(),
            _ => false,
        }
    }
}
