//! The functions of the language: one table, a file a family.
//!
//! Every function is total: it gives a value or says what it needs, in bounded time, and equal
//! arguments give equal values however they are written (0.5, 1/2).

mod accents;
mod algebra;
mod angle;
mod arguments;
mod calendar;
mod clock;
mod collection;
mod effort;
mod formula;
mod fraction;
mod frequency;
mod list;
mod lookup;
mod matrix;
mod number;
mod numeral;
mod order;
mod plural;
mod prime;
mod printed;
mod real;
mod regression;
mod solve;
mod special;
mod statistics;
mod takes;
mod text;
mod whole;

pub use accents::strip_accents;
pub use lookup::ROW_WITH;
pub use takes::Takes;

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
    /// An expression and the value it has, written as one; `x` is a symbol. A test runs it.
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

/// For [`Function::most`]: any number of arguments.
const MANY: usize = usize::MAX;

/// A family of functions: its heading in the manual, and its rows.
#[derive(Debug)]
pub struct Family {
    /// The heading.
    pub title: &'static str,
    /// The functions.
    pub functions: &'static [Function],
}

/// Every function of the language.
pub const FAMILIES: [&Family; 16] = [
    &number::FAMILY,
    &whole::FAMILY,
    &fraction::FAMILY,
    &special::FAMILY,
    &numeral::FAMILY,
    &list::FAMILY,
    &collection::FAMILY,
    &statistics::FAMILY,
    &regression::FAMILY,
    &text::FAMILY,
    &algebra::FAMILY,
    &matrix::FAMILY,
    &real::FAMILY,
    &clock::FAMILY,
    &effort::FAMILY,
    &frequency::FAMILY,
];

/// The function called `name`.
pub fn find(name: &str) -> Option<&'static Function> {
    all().find(|function| function.name == name)
}

/// Every function, family by family.
pub fn all() -> impl Iterator<Item = &'static Function> {
    FAMILIES.iter().flat_map(|family| family.functions)
}
