//! A checked expression: names resolved to slots, functions to their rows in the table.

use std::sync::Arc;

use crate::expression::ast::Comparison;
use crate::expression::function::Function;
use crate::expression::types::Type;
use crate::source::Span;
use crate::value::{Operation, Value};

/// An expression that passed every static check.
#[derive(Debug, Clone)]
pub struct Program {
    /// What to work out.
    pub node: Node,
    /// What comes out.
    pub gives: Type,
}

impl Program {
    /// Where it stands in the bank.
    pub fn span(&self) -> Span {
        self.node.span
    }

    /// The value, if it needs no draw.
    pub fn constant(&self) -> Option<&Value> {
        match &self.node.kind {
            NodeKind::Constant(value) => Some(value),
            _ => None,
        }
    }
}

/// A part of a program with its place.
#[derive(Debug, Clone)]
pub struct Node {
    /// What it is.
    pub kind: NodeKind,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of node: those of the tree, with names and functions resolved.
#[derive(Debug, Clone)]
pub enum NodeKind {
    /// A value known beforehand: a literal, a table, a symbol, or a folded part.
    Constant(Value),
    /// A drawn or bound name, by its place in the frame.
    Slot(usize),
    /// `[a, b]`
    List(Box<[Node]>),
    /// A map with expressions as values.
    Map(Arc<[Arc<str>]>, Box<[Node]>),
    /// `[body for slot in source if condition]`
    Comprehension(Box<Walk>),
    /// `-a`
    Negate(Box<Node>),
    /// `not a`
    Not(Box<Node>),
    /// `a + b`
    Binary(Operation, Box<(Node, Node)>),
    /// `a < b <= c`
    Comparison(Box<Node>, Box<[(Comparison, Node)]>),
    /// `a and b`
    And(Box<(Node, Node)>),
    /// `a or b`
    Or(Box<(Node, Node)>),
    /// `if a then b else c`
    If(Box<(Node, Node, Node)>),
    /// `row.field`
    Field(Box<Node>, Arc<str>),
    /// `list[2]`, `map[key]`
    Index(Box<(Node, Node)>),
    /// `gcd(a, b)`
    Call(&'static Function, Box<[Node]>),
    /// `show(3 + 4*x)`: operators stay, names become their values.
    Show(Box<Node>),
}

/// The parts of a comprehension.
#[derive(Debug, Clone)]
pub struct Walk {
    /// What each element becomes.
    pub body: Node,
    /// Where the element stands in the frame.
    pub slot: usize,
    /// The list that is walked.
    pub source: Node,
    /// Which elements count.
    pub condition: Option<Node>,
    /// Whether the body gives lists whose elements are the result's.
    pub spliced: bool,
}
