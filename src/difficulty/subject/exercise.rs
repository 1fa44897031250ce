//! What a student has to do with the numbers of the stem, read off the expression of the key.
//!
//! Only what is certain is read: the key is a number of the stem in another form, or one operation
//! between two numbers of the stem. In anything else the intermediate steps are the student's
//! choice, and nothing is counted.

use crate::difficulty::subject::node::Names;
use crate::difficulty::subject::shown::Shown;
use crate::difficulty::subject::stem::Reading;
use crate::expression::program::{Node, NodeKind};
use crate::expression::{Frame, Program, Type};
use crate::instance::draw::{DrawError, Drawing};
use crate::value::{Operation, Value};

/// How many branches and names are followed from the key.
const DEPTH: u32 = 50;

/// What the key asks for, by the condition that chooses it.
#[derive(Debug)]
pub enum Exercise {
    /// The same for every instance.
    Task(Task),
    /// `if condition then first else second`
    Branch(Program, Box<[Exercise; 2]>),
}

/// What the key asks for.
#[derive(Debug, Clone, Default)]
pub struct Task {
    /// The number of the stem that the key is equal to.
    pub same_as: Option<Given>,
    /// The operation that gives the key, and its operands.
    pub operation: Option<(Operation, Given, Given)>,
    /// The numbers of the stem that are subtracted on the way to the key.
    pub subtracted: Vec<usize>,
}

/// A number that a student is given.
#[derive(Debug, Clone, Copy)]
pub enum Given {
    /// At this place among the numbers of the stem.
    Printed(usize),
    /// The same in every instance, so that it may stand in the text itself.
    Fixed(Shown),
}

impl Exercise {
    /// The exercise of a key, with the numbers of one wording.
    pub fn new(key: &Node, stem: &Reading<'_>, names: &Names<'_>) -> Self {
        Self::read(key, stem, names, DEPTH)
    }

    fn read(key: &Node, stem: &Reading<'_>, names: &Names<'_>, depth: u32) -> Self {
        let given = given(key, stem, names);
        let meaning = names.meaning(key);
        if given.is_some() || depth == 0 {
            return Self::Task(Task {
                same_as: given,
                ..Task::default()
            });
        }
        if let Some(meaning) = meaning {
            return Self::read(meaning, stem, names, depth - 1);
        }
        match &key.kind {
            NodeKind::If(parts) => {
                let condition = Program {
                    node: parts.0.clone(),
                    gives: Type::Boolean,
                };
                let branch = |node| Self::read(node, stem, names, depth - 1);
                Self::Branch(condition, Box::new([branch(&parts.1), branch(&parts.2)]))
            }
            // Rounding and dropping the sign leave the work of the operation as it is.
            NodeKind::Call(function, arguments) if matches!(function.name, "round" | "abs") => {
                match arguments.first() {
                    Some(inner) => Self::read(inner, stem, names, depth - 1),
                    None => Self::Task(Task::default()),
                }
            }
            NodeKind::Binary(operation, operands) => {
                let pair = |(a, b): &(Node, Node)| {
                    Some((
                        *operation,
                        self::given(a, stem, names)?,
                        self::given(b, stem, names)?,
                    ))
                };
                let mut subtracted = Vec::new();
                subtractions(key, stem, names, DEPTH, &mut subtracted);
                Self::Task(Task {
                    same_as: None,
                    operation: pair(operands),
                    subtracted,
                })
            }
            _ => Self::Task(Task::default()),
        }
    }

    /// The task of one instance.
    pub fn task(&self, drawing: &Drawing<'_>, frame: &mut Frame) -> Result<&Task, DrawError> {
        match self {
            Self::Task(task) => Ok(task),
            Self::Branch(condition, branches) => {
                let is_first = drawing
                    .evaluate(condition, frame)?
                    .same(&Value::Boolean(true));
                branches[usize::from(!is_first)].task(drawing, frame)
            }
        }
    }
}

/// The number of the stem, or the fixed number, that a node stands for.
fn given(node: &Node, stem: &Reading<'_>, names: &Names<'_>) -> Option<Given> {
    if let NodeKind::Constant(value) = &names.resolve(node).kind {
        let number = value.as_number()?;
        return Some(Given::Fixed(Shown::new(&number, &[], false)?));
    }
    stem.find(node, names).map(Given::Printed)
}

/// Gathers the numbers of the stem that are subtracted anywhere in a sum, product or quotient.
fn subtractions(
    node: &Node,
    stem: &Reading<'_>,
    names: &Names<'_>,
    depth: u32,
    found: &mut Vec<usize>,
) {
    let NodeKind::Binary(operation, operands) = &names.resolve(node).kind else {
        return;
    };
    if depth == 0 || found.len() > DEPTH as usize || stem.find(node, names).is_some() {
        return;
    }
    if *operation == Operation::Subtract {
        found.extend(stem.find(&operands.1, names));
    }
    subtractions(&operands.0, stem, names, depth - 1, found);
    subtractions(&operands.1, stem, names, depth - 1, found);
}
