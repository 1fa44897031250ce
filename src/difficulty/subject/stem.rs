//! The numbers of a stem: which holes make up a number, and which numbers take part in the answer.

use crate::bank::model::ItemModel;
use crate::bank::prose::{Hole, Piece, Prose};
use crate::difficulty::subject::node::Names;
use crate::difficulty::subject::shown::Shown;
use crate::expression::program::{Node, NodeKind};
use crate::value::notation::Format;
use crate::value::{Operation, Value};

/// A number in a stem, by the places of its holes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Printed {
    /// `{{a}}`, and whether a percent sign follows.
    Single(usize, bool),
    /// `\frac{{{a}}}{{{b}}}` or `{{a}}/{{b}}`
    Fraction(usize, usize),
    /// `{{w}}\frac{{{a}}}{{{b}}}`
    Mixed(usize, usize, usize),
}

/// The numbers of one wording.
#[derive(Debug)]
pub struct Stem {
    printed: Vec<Printed>,
    formats: Vec<Vec<Format>>,
    /// For each hole, whether its value has to do with the answer.
    takes_part: Vec<bool>,
}

/// One wording while the model is read.
pub struct Reading<'a> {
    holes: Vec<&'a Hole>,
    printed: Vec<Printed>,
}

impl<'a> Reading<'a> {
    pub fn new(prose: &'a Prose) -> Self {
        let gaps = gaps(prose);
        let holes: Vec<&Hole> = prose.holes().collect();
        let gap = |at: usize| gaps.get(at).map_or("", String::as_str);
        let is_fraction = |at: usize| {
            let typeset = opens_fraction(gap(at)) && gap(at + 1).trim() == "}{";
            at + 1 < holes.len() && (gap(at + 1) == "/" || typeset && gap(at + 2).starts_with('}'))
        };
        let is_mixed = |at: usize| {
            let joint = gap(at + 1).trim_start_matches("\\,").trim();
            is_fraction(at + 1) && (joint.is_empty() || FRACTIONS.contains(&joint))
        };
        let mut printed = Vec::new();
        let mut at = 0;
        while at < holes.len() {
            let number = if is_mixed(at) {
                Printed::Mixed(at, at + 1, at + 2)
            } else if is_fraction(at) {
                Printed::Fraction(at, at + 1)
            } else {
                let after = gap(at + 1).trim_start().trim_start_matches('\\');
                Printed::Single(at, after.starts_with('%'))
            };
            printed.push(number);
            at += number.holes().len();
        }
        Self { holes, printed }
    }

    /// The number of the stem that `node` stands for.
    pub fn find(&self, node: &Node, names: &Names<'_>) -> Option<usize> {
        self.printed.iter().position(|printed| match *printed {
            Printed::Single(at, _) => names.same(self.node(at), node),
            Printed::Fraction(above, below) => self.is_fraction(above, below, node, names),
            Printed::Mixed(whole, above, below) => match &names.resolve(node).kind {
                NodeKind::Binary(Operation::Add, parts) => {
                    names.same(self.node(whole), &parts.0)
                        && self.is_fraction(above, below, &parts.1, names)
                }
                _ => false,
            },
        })
    }

    /// Whether `node` is the quotient of two holes, or what they show numerator and denominator of.
    fn is_fraction(&self, above: usize, below: usize, node: &Node, names: &Names<'_>) -> bool {
        let (above, below) = (self.node(above), self.node(below));
        if let NodeKind::Binary(Operation::Divide, parts) = &names.resolve(node).kind
            && names.same(above, &parts.0)
            && names.same(below, &parts.1)
        {
            return true;
        }
        match (
            argument(names.resolve(above), "num"),
            argument(names.resolve(below), "den"),
        ) {
            (Some(a), Some(b)) => names.same(a, node) && names.same(b, node),
            _ => false,
        }
    }

    fn node(&self, hole: usize) -> &'a Node {
        &self.holes[hole].expression.node
    }

    /// What is needed to read the numbers of an item. A hole takes part in the answer if it shares
    /// a drawn name with the key, or with a hole that takes part: the room number of a story
    /// makes nothing harder.
    pub fn finish(&self, model: &ItemModel, names: &Names<'_>) -> Stem {
        let draws: Vec<Vec<usize>> = self
            .holes
            .iter()
            .map(|hole| names.draws(&hole.expression.node))
            .collect();
        let mut linked: Vec<usize> = model
            .response
            .answers()
            .into_iter()
            .flat_map(|answer| names.draws(&answer.is.node))
            .collect();
        let mut takes_part = vec![false; draws.len()];
        let mut grows = true;
        while grows {
            grows = false;
            for (draws, takes_part) in draws.iter().zip(&mut takes_part) {
                if !*takes_part && draws.iter().any(|slot| linked.contains(slot)) {
                    *takes_part = true;
                    grows = true;
                    linked.extend(draws);
                }
            }
        }
        Stem {
            printed: self.printed.clone(),
            formats: self.holes.iter().map(|hole| hole.formats.clone()).collect(),
            takes_part,
        }
    }
}

impl Stem {
    /// Each number as this item shows it; none where a hole shows no number.
    pub fn shown(&self, values: &[Value]) -> Vec<Option<Shown>> {
        let single = |at: usize, percent: bool| match values.get(at)? {
            Value::Number(number) => Shown::new(number, &self.formats[at], percent),
            _ => None,
        };
        let fraction = |above, below| Shown::fraction(single(above, false)?, single(below, false)?);
        self.printed
            .iter()
            .map(|printed| match *printed {
                Printed::Single(at, percent) => single(at, percent),
                Printed::Fraction(above, below) => fraction(above, below),
                Printed::Mixed(whole, above, below) => {
                    Shown::mixed(single(whole, false)?, fraction(above, below)?)
                }
            })
            .collect()
    }

    /// Whether the number at a place of [`Stem::shown`] takes part in the answer.
    pub fn takes_part(&self, place: usize) -> bool {
        let holes = self.printed[place].holes();
        self.takes_part[holes].iter().any(|takes_part| *takes_part)
    }

    /// The values that take part in the answer and are no single numbers.
    pub fn others<'v>(&self, values: &'v [Value]) -> impl Iterator<Item = &'v Value> {
        let values = values.iter().zip(&self.takes_part);
        values.filter_map(|(value, takes_part)| {
            (*takes_part && !matches!(value, Value::Number(_))).then_some(value)
        })
    }
}

impl Printed {
    /// The places of the holes that it consists of.
    fn holes(self) -> std::ops::Range<usize> {
        match self {
            Self::Single(at, _) => at..at + 1,
            Self::Fraction(at, _) => at..at + 2,
            Self::Mixed(at, ..) => at..at + 3,
        }
    }
}

/// The first argument of a call of `function`.
fn argument<'n>(node: &'n Node, function: &str) -> Option<&'n Node> {
    match &node.kind {
        NodeKind::Call(called, arguments) if called.name == function => arguments.first(),
        _ => None,
    }
}

/// The text before each hole, and after the last. A blank separates as a line does.
fn gaps(prose: &Prose) -> Vec<String> {
    let mut gaps = vec![String::new()];
    for piece in &prose.pieces {
        match (piece, gaps.last_mut()) {
            (Piece::Literal(text, _), Some(gap)) => gap.push_str(text),
            (Piece::Blank(_), Some(gap)) => gap.push('\n'),
            _ => gaps.push(String::new()),
        }
    }
    gaps
}

fn opens_fraction(text: &str) -> bool {
    FRACTIONS.iter().any(|command| text.ends_with(command))
}

/// What opens the numerator of a fraction.
const FRACTIONS: [&str; 3] = ["\\frac{", "\\dfrac{", "\\tfrac{"];
