//! What a student has to do with the numbers of the stem, read off the expression of the key.
//!
//! Only what is certain is read: the key is a number of the stem in another form, or one operation
//! between two numbers of the stem. In anything else the intermediate steps are the student's
//! choice, and nothing is counted.

use crate::difficulty::subject::node::{Names, VISITS};
use crate::difficulty::subject::shown::Shown;
use crate::difficulty::subject::stem::Reading;
use crate::expression::program::{Node, NodeKind};
use crate::expression::{Frame, Program, Type};
use crate::instance::draw::{DrawError, Drawing};
use crate::value::{Operation, Value};

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
        let mut reader = Reader {
            stem,
            names,
            left: VISITS,
        };
        reader.exercise(key)
    }

    /// The task of one instance.
    pub fn task(&self, drawing: &Drawing<'_>, frame: &mut Frame) -> Result<&Task, DrawError> {
        match self {
            Self::Task(task) => Ok(task),
            Self::Branch(condition, branches) => {
                let truth = drawing.evaluate(condition, frame)?;
                let is_first = truth.same(&Value::Boolean(true));
                branches[usize::from(!is_first)].task(drawing, frame)
            }
        }
    }
}

/// Reads a key.
struct Reader<'r> {
    stem: &'r Reading<'r>,
    names: &'r Names<'r>,
    /// How many nodes may still be visited.
    left: u32,
}

impl Reader<'_> {
    fn exercise(&mut self, key: &Node) -> Exercise {
        let same_as = self.given(key);
        if same_as.is_some() || self.left == 0 {
            return Exercise::Task(Task {
                same_as,
                ..Task::default()
            });
        }
        self.left -= 1;
        if let Some(meaning) = self.names.meaning(key) {
            return self.exercise(meaning);
        }
        match &key.kind {
            NodeKind::If(parts) => {
                let condition = Program::new(parts.0.clone(), Type::Boolean);
                let branches = [self.exercise(&parts.1), self.exercise(&parts.2)];
                Exercise::Branch(condition, Box::new(branches))
            }
            // Rounding and dropping the sign leave the work of the operation as it is.
            NodeKind::Call(function, arguments)
                if matches!(function.name, "round" | "abs") && !arguments.is_empty() =>
            {
                self.exercise(&arguments[0])
            }
            NodeKind::Binary(operation, operands) => {
                let operands = self.given(&operands.0).zip(self.given(&operands.1));
                let mut subtracted = Vec::new();
                self.subtracted(key, &mut subtracted);
                Exercise::Task(Task {
                    same_as: None,
                    operation: operands.map(|(a, b)| (*operation, a, b)),
                    subtracted,
                })
            }
            _ => Exercise::Task(Task::default()),
        }
    }

    /// The number of the stem, or the fixed number, that a node stands for.
    fn given(&self, node: &Node) -> Option<Given> {
        if let NodeKind::Constant(value) = &self.names.resolve(node).kind {
            let number = value.as_number()?;
            return Some(Given::Fixed(Shown::new(&number, &[], false)?));
        }
        self.stem.find(node, self.names).map(Given::Printed)
    }

    /// Gathers the numbers of the stem that are subtracted in a sum, product or quotient.
    fn subtracted(&mut self, node: &Node, found: &mut Vec<usize>) {
        let names = self.names;
        let NodeKind::Binary(operation, operands) = &names.resolve(node).kind else {
            return;
        };
        if self.left == 0 || self.stem.find(node, names).is_some() {
            return;
        }
        self.left -= 1;
        if *operation == Operation::Subtract {
            found.extend(self.stem.find(&operands.1, names));
        }
        self.subtracted(&operands.0, found);
        self.subtracted(&operands.1, found);
    }
}
