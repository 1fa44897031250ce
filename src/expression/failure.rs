//! Why an expression has no value for some draw.

use std::fmt::{Display, Formatter};
use std::sync::Arc;

use crate::expression::types::Type;
use crate::source::Span;
use crate::value::{ArithmeticError, Kind};

/// A failure and the part of the expression that failed.
#[derive(Debug, Clone, PartialEq)]
pub struct EvaluationError {
    /// The part that failed.
    pub span: Span,
    /// Why.
    pub failure: Failure,
}

/// Why a part of an expression has no value.
#[derive(Debug, Clone, PartialEq)]
pub enum Failure {
    /// Arithmetic without a result.
    Arithmetic(ArithmeticError),
    /// A value of another kind was needed.
    WrongKind {
        /// What was needed.
        wanted: &'static str,
        /// What was there.
        found: Kind,
    },
    /// A place outside the list.
    OutsideList {
        /// The place asked for.
        place: Arc<str>,
        /// How many elements there are.
        count: usize,
    },
    /// A column that this row lacks, or a key that this map lacks.
    NoField {
        /// The column or key.
        name: Arc<str>,
        /// Those that are there.
        known: Vec<Arc<str>>,
    },
    /// A value that stands in no row of a table.
    NoRow {
        /// The column.
        column: Arc<str>,
        /// The value, as it is printed.
        value: Arc<str>,
        /// One of the column's values that is much like it.
        meant: Option<Arc<str>>,
    },
    /// A value that stands in different rows of a table.
    SeveralRows {
        /// The column.
        column: Arc<str>,
        /// The value, as it is printed.
        value: Arc<str>,
    },
    /// Two values that have no order.
    Unordered(Kind, Kind),
    /// A real number that was compared before it was rounded.
    Unrounded,
    /// An argument outside what the function is defined for.
    Outside {
        /// The function.
        function: &'static str,
        /// What it needs.
        needs: &'static str,
    },
    /// The work took more steps than an item may take.
    TooManySteps,
    /// A list or text grew beyond what an item may hold.
    TooLarge,
    /// A static type that turned out otherwise.
    Type(Type),
}

impl From<ArithmeticError> for Failure {
    fn from(error: ArithmeticError) -> Self {
        Failure::Arithmetic(error)
    }
}

impl Display for Failure {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Arithmetic(error) => error.fmt(f),
            Self::WrongKind { wanted, found } => write!(f, "expected {wanted}, found {found}"),
            Self::OutsideList { place, count: 0 } => {
                write!(f, "place {place} of an empty list")
            }
            Self::OutsideList { place, count } => {
                write!(f, "place {place} of a list of {count} (the first is 1)")
            }
            Self::NoField { name, known } => {
                write!(f, "no column `{name}` here; there are {}", known.join(", "))
            }
            Self::NoRow {
                column,
                value,
                meant,
            } => {
                write!(f, "no row has {value} in its column `{column}`")?;
                match meant {
                    Some(meant) => write!(f, " (did you mean \"{meant}\"?)"),
                    None => Ok(()),
                }
            }
            Self::SeveralRows { column, value } => {
                write!(f, "different rows have {value} in their column `{column}`")
            }
            Self::Unordered(left, right) => {
                write!(f, "{left} and {right} cannot be put in order")
            }
            Self::Unrounded => f.write_str(
                "this number is not exact and must pass through `round` or `sig` before it is compared",
            ),
            Self::Outside { function, needs } => write!(f, "`{function}` needs {needs}"),
            Self::TooManySteps => f.write_str("working this out takes more than a million steps"),
            Self::TooLarge => f.write_str("this grows beyond what an item can hold"),
            Self::Type(wanted) => write!(f, "expected {wanted}"),
        }
    }
}
