//! Expressions that are shown rather than worked out: `show(3 + 4*x)`.

use serde::{Deserialize, Serialize};

use super::Value;
use super::error::Operation;

/// How the two sides of a statement compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// =
    Equal,
    /// ≠
    Unequal,
    /// <
    Less,
    /// ≤
    AtMost,
    /// >
    Greater,
    /// ≥
    AtLeast,
}

/// An unevaluated expression.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Formula {
    /// A value, as it would print.
    Value(Value),
    /// `-x`
    Negated(Box<Formula>),
    /// An operation between two formulas.
    Operation(Operation, Box<Formula>, Box<Formula>),
    /// √x
    Root(Box<Formula>),
    /// |x|
    Absolute(Box<Formula>),
    /// An equation or inequality.
    Relation(Relation, Box<Formula>, Box<Formula>),
    /// A named function of some arguments.
    Function(String, Vec<Formula>),
}

impl Formula {
    /// `left operation right`.
    pub fn operation(operation: Operation, left: Self, right: Self) -> Self {
        Self::Operation(operation, Box::new(left), Box::new(right))
    }

    /// `left relation right`.
    pub fn relation(relation: Relation, left: Self, right: Self) -> Self {
        Self::Relation(relation, Box::new(left), Box::new(right))
    }

    /// `-self`.
    pub fn negated(self) -> Self {
        Self::Negated(Box::new(self))
    }
}

impl From<Value> for Formula {
    /// A formula stays itself; any other value becomes a leaf.
    fn from(value: Value) -> Self {
        match value {
            Value::Formula(formula) => (*formula).clone(),
            value => Self::Value(value),
        }
    }
}
