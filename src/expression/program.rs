//! A checked expression: names resolved to slots, functions to their rows in the table.

use std::sync::Arc;

use crate::expression::ast::Comparison;
use crate::expression::failure::EvaluationError;
use crate::expression::frame::Frame;
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
    /// By what a frame knows it again.
    trace: Option<Trace>,
}

/// By what a frame knows a program again.
#[derive(Debug, Clone)]
pub(super) struct Trace {
    /// Its number among the programs of an item model.
    pub place: usize,
    /// The slots that it reads.
    pub reads: Box<[usize]>,
}

impl Program {
    /// A program that is worked out whenever it is asked.
    pub fn new(node: Node, gives: Type) -> Self {
        Self {
            node,
            gives,
            trace: None,
        }
    }

    /// A program that a frame may remember; no other of the same item model has this `place`.
    pub(super) fn traced(node: Node, gives: Type, place: usize) -> Self {
        let reads = node.reads();
        Self {
            node,
            gives,
            trace: Some(Trace { place, reads }),
        }
    }

    pub(super) fn trace(&self) -> Option<&Trace> {
        self.trace.as_ref()
    }

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

impl Program {
    /// The value for the names in `frame`.
    pub fn evaluate(&self, frame: &mut Frame) -> Result<Value, EvaluationError> {
        let known = self.trace().and_then(|trace| frame.recall(trace));
        if let Some(value) = known {
            return Ok(value.clone());
        }
        frame.begin();
        let value = self.node.evaluate(frame)?;
        if let Some(trace) = self.trace() {
            frame.remember(trace, &value);
        }
        Ok(value)
    }

    /// Gives the name at `slot`, which is set by nothing else, the value for the names in `frame`.
    pub fn bind(&self, slot: usize, frame: &mut Frame) -> Result<(), EvaluationError> {
        let trace = self.trace();
        if !trace.is_some_and(|trace| frame.is_bound(trace, slot)) {
            let value = self.evaluate(frame)?;
            frame.set(slot, value);
        }
        Ok(())
    }

    /// The truth for the names in `frame`.
    pub fn holds(&self, frame: &mut Frame) -> Result<bool, EvaluationError> {
        let known = self.trace().and_then(|trace| frame.recall(trace));
        if let Some(Value::Boolean(truth)) = known {
            return Ok(*truth);
        }
        frame.begin();
        let truth = self.node.truth(frame)?;
        if let Some(trace) = self.trace() {
            frame.remember(trace, &Value::Boolean(truth));
        }
        Ok(truth)
    }

    /// Whether it is known that the value for the names in `frame` can be printed where it stands.
    pub fn is_printable(&self, frame: &Frame) -> bool {
        self.trace().is_some_and(|trace| frame.is_printable(trace))
    }

    /// Notes that the value for the names in `frame` can be printed where it stands.
    pub fn note_printable(&self, frame: &mut Frame) {
        if let Some(trace) = self.trace() {
            frame.note_printable(trace);
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
