//! Expressions: text to tokens, tokens to a tree, tree to a checked program, program to a value.

pub mod ast;
pub mod check;
pub mod evaluate;
pub mod failure;
mod frame;
pub mod function;
mod lexer;
pub mod parser;
pub mod program;
mod reads;
pub mod types;
mod weight;

pub use check::Scope;
pub use failure::EvaluationError;
pub use frame::Frame;
pub use program::Program;
pub use types::Type;
