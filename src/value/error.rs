//! What can go wrong in arithmetic: kinds with data; the words are in `Display`.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Kind;

/// An operation on values, for error messages and unevaluated formulas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Operation {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `^`
    Power,
    /// `mod`
    Modulo,
    /// `div`
    Quotient,
    /// unary `-`
    Negate,
    /// a square root
    Root,
    /// rounding
    Round,
    /// the absolute value
    Absolute,
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Add => "+",
            Self::Subtract | Self::Negate => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Power => "^",
            Self::Modulo => "mod",
            Self::Quotient => "div",
            Self::Root => "root",
            Self::Round => "round",
            Self::Absolute => "abs",
        })
    }
}

/// Why an operation has no result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ArithmeticError {
    /// A division by zero, or zero to a negative power.
    DivisionByZero,
    /// The result would pass the size limits of exact values.
    TooLarge,
    /// The operation is not defined between values of these kinds.
    Undefined {
        /// What was asked.
        operation: Operation,
        /// The kind on its left.
        left: Kind,
        /// The kind on its right.
        right: Kind,
    },
    /// The operation is not defined for a value of this kind.
    UndefinedFor {
        /// What was asked.
        operation: Operation,
        /// The kind it was asked of.
        kind: Kind,
    },
    /// The operation needs a whole number and got something else.
    NotWhole(Operation),
    /// A square root of a negative number.
    NegativeRoot,
    /// A polynomial does not divide another without remainder.
    NotDivisible,
}

impl fmt::Display for ArithmeticError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DivisionByZero => f.write_str("division by zero"),
            Self::TooLarge => f.write_str("the result is too large"),
            Self::Undefined {
                operation,
                left,
                right,
            } => write!(f, "`{operation}` is not defined between {left} and {right}"),
            Self::UndefinedFor { operation, kind } => {
                write!(f, "`{operation}` is not defined for {kind}")
            }
            Self::NotWhole(operation) => write!(f, "`{operation}` needs a whole number"),
            Self::NegativeRoot => f.write_str("a negative number has no real square root"),
            Self::NotDivisible => f.write_str("the division leaves a remainder"),
        }
    }
}

impl std::error::Error for ArithmeticError {}
