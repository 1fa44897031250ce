//! The kinds of values, as messages name them.

use std::fmt;

/// What kind of value a [`Value`](super::Value) is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// An exact number.
    Number,
    /// A text.
    Text,
    /// True or false.
    Boolean,
    /// A list.
    List,
    /// A row of a table, or a map.
    Row,
    /// A polynomial.
    Polynomial,
    /// A sum of square roots.
    Surd,
    /// A multiple of π.
    PiMultiple,
    /// An unrounded real number.
    Real,
    /// An unevaluated expression.
    Formula,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Number => "a number",
            Self::Text => "text",
            Self::Boolean => "true or false",
            Self::List => "a list",
            Self::Row => "a row",
            Self::Polynomial => "a polynomial",
            Self::Surd => "a root",
            Self::PiMultiple => "a multiple of π",
            Self::Real => "an unrounded real number",
            Self::Formula => "a formula",
        })
    }
}
