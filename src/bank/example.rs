//! Examples: instances that must come out, the author's own unit tests.

use std::sync::Arc;

use crate::source::{Span, Spanned};
use crate::value::Value;

/// An instance that must come out.
#[derive(Debug, Clone)]
pub struct Example {
    /// The values of some or all drawn names.
    pub vary: Vec<(Spanned<Arc<str>>, Expected)>,
    /// The key that they must give, as the response type writes it; none if it is enough that they
    /// can be drawn.
    pub answer: Option<Expected>,
    /// Where the answer stands.
    pub answer_span: Span,
    /// Where it stands.
    pub span: Span,
}

/// A value as an author writes it in an example, without caring for quotes.
#[derive(Debug, Clone)]
pub enum Expected {
    /// A word that may be read in several ways: `007` as the text it is in a table, or as 7.
    Any(Vec<Value>),
    /// A list of the same length.
    List(Vec<Expected>),
    /// A row or map with these fields among others.
    Map(Vec<(Arc<str>, Expected)>),
}

impl Expected {
    /// Whether `value` is what is written.
    pub fn fits(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Any(readings), _) => readings.iter().any(|reading| reading.same(value)),
            (Self::List(wanted), Value::List(values)) => {
                let mut pairs = wanted.iter().zip(values.iter());
                wanted.len() == values.len() && pairs.all(|(wanted, value)| wanted.fits(value))
            }
            (Self::Map(wanted), Value::Row(row)) => wanted
                .iter()
                .all(|(name, wanted)| row.get(name).is_some_and(|value| wanted.fits(value))),
            _ => false,
        }
    }

    /// The values that may be meant.
    pub fn readings(&self) -> Vec<Value> {
        match self {
            Self::Any(readings) => readings.clone(),
            Self::List(elements) => {
                let read: Vec<Vec<Value>> = elements.iter().map(Self::readings).collect();
                // All words as they are in a table, or all of them worked out.
                let most = read.iter().map(Vec::len).max().unwrap_or(0);
                let list = |at: usize| {
                    let one = |all: &Vec<Value>| all.get(at).or(all.last()).cloned();
                    read.iter().map(one).collect::<Option<Vec<Value>>>()
                };
                (0..most).filter_map(list).map(Value::list).collect()
            }
            Self::Map(_) => Vec::new(),
        }
    }

    /// The elements, if a list is written.
    pub fn elements(&self) -> Option<Vec<Expected>> {
        match self {
            Self::List(elements) => Some(elements.clone()),
            Self::Any(readings) => readings.iter().find_map(|reading| match reading {
                Value::List(values) => {
                    let one = |value: &Value| Self::Any(vec![value.clone()]);
                    Some(values.iter().map(one).collect())
                }
                _ => None,
            }),
            Self::Map(_) => None,
        }
    }
}
