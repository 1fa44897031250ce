//! The functions of the language: one table, a file a family.

pub mod arithmetic;

use crate::expression::failure::Failure;
use crate::expression::types::Type;
use crate::value::Value;

/// A function of the language, with its page in the manual.
#[derive(Debug)]
pub struct Function {
    /// The name an author writes.
    pub name: &'static str,
    /// How it is written, with names for its arguments.
    pub signature: &'static str,
    /// What it gives, in a sentence.
    pub summary: &'static str,
    /// An expression and what it prints; a test runs it.
    pub example: (&'static str, &'static str),
    /// What each argument must be; the last one repeats when `most` asks for more.
    pub takes: &'static [Takes],
    /// The fewest arguments.
    pub least: usize,
    /// The most arguments.
    pub most: usize,
    /// The type of the result, from the arguments' types.
    pub gives: fn(&[Type]) -> Type,
    /// The function itself.
    pub call: fn(&[Value]) -> Result<Value, Failure>,
}

/// What an argument must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// An exact number.
    Number,
    /// A whole number.
    Whole,
    /// An exact or a real number.
    Real,
    /// A text.
    Text,
    /// True or false.
    Boolean,
    /// A list of anything.
    List,
    /// A list of numbers.
    Numbers,
    /// A row or a map.
    Row,
    /// A number or a polynomial.
    Algebraic,
    /// Anything.
    Any,
}

impl Takes {
    /// How a diagnostic names it.
    pub fn describe(self) -> &'static str {
        match self {
            Self::Number => "a number",
            Self::Whole => "a whole number",
            Self::Real => "a number",
            Self::Text => "a text",
            Self::Boolean => "true or false",
            Self::List => "a list",
            Self::Numbers => "a list of numbers",
            Self::Row => "a row or a map",
            Self::Algebraic => "a number or a polynomial",
            Self::Any => "a value",
        }
    }

    /// Whether an argument of type `given` may turn out right.
    pub fn accepts(self, given: &Type) -> bool {
        match self {
            Self::Any => true,
            Self::Number | Self::Whole => given.fits(&Type::Number),
            Self::Real => given.fits(&Type::Number) || matches!(given, Type::Real | Type::Special),
            Self::Text => given.fits(&Type::Text),
            Self::Boolean => given.fits(&Type::Boolean),
            Self::List => given.element().is_some(),
            Self::Numbers => given
                .element()
                .is_some_and(|element| element.fits(&Type::Number)),
            Self::Row => matches!(given, Type::Row(_) | Type::Any | Type::Nothing),
            Self::Algebraic => {
                given.fits(&Type::Number) || matches!(given, Type::Polynomial | Type::Special)
            }
        }
    }
}

/// A family of functions: its heading in the manual, and its rows.
#[derive(Debug)]
pub struct Family {
    /// The heading.
    pub title: &'static str,
    /// The functions.
    pub functions: &'static [Function],
}

/// Every function of the language.
pub const FAMILIES: [&Family; 1] = [&arithmetic::FAMILY];

/// The function called `name`.
pub fn find(name: &str) -> Option<&'static Function> {
    all().find(|function| function.name == name)
}

/// Every function, family by family.
pub fn all() -> impl Iterator<Item = &'static Function> {
    FAMILIES.iter().flat_map(|family| family.functions)
}
