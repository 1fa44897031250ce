//! Open answers: the property, and whether what a student wrote has it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::bank::response::open::Open;
use crate::diagnostic::Diagnostics;
use crate::expression::parser::{Written, parse};
use crate::expression::types::Type;
use crate::expression::{Frame, Scope};
use crate::instance::draw::Drawing;
use crate::instance::item::{ItemFault, ItemKey};
use crate::instance::response::Verdict;
use crate::instance::wording::Wording;
use crate::source::{SourceText, Sources, Span};
use crate::value::Value;

/// A property that answers must have.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpenRecord {
    /// The property as the author wrote it.
    pub property: String,
    /// Its names for what the student writes.
    pub names: Vec<String>,
    /// The property in the author's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tell: Option<Wording>,
}

impl OpenRecord {
    /// What is kept of `open`.
    pub fn of(open: &Open) -> Self {
        Self {
            property: open.written.clone(),
            names: open
                .names
                .iter()
                .map(|(name, _)| name.value.to_string())
                .collect(),
            tell: open.tell.as_ref().map(Wording::of),
        }
    }
}

/// What a property needs to know of its item.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Known {
    /// The names it uses, with their values.
    pub values: Vec<(String, Value)>,
    /// The values in the author's words.
    #[serde(default, skip_serializing_if = "<[Value]>::is_empty")]
    pub tell: Box<[Value]>,
}

impl Drawing<'_> {
    /// The example as the key, which must have the property.
    pub(in crate::instance) fn open(
        &self,
        open: &Open,
        frame: &mut Frame,
    ) -> Result<(Known, ItemKey), ItemFault> {
        let example = self.evaluate(&open.example, frame)?;
        let known = open.knows.iter().map(|(name, program)| {
            let value = self.evaluate(program, frame)?;
            Ok((name.to_string(), value))
        });
        let known = Known {
            values: known.collect::<Result<_, ItemFault>>()?,
            tell: match &open.tell {
                Some(tell) => self.holes(tell, frame)?,
                None => Box::default(),
            },
        };
        let Some(parts) = parts(&example, open.names.len()) else {
            let message = format!(
                "the example gives no value to each of the {} names",
                open.names.len()
            );
            let help = "write a list with one value a name: `example: \"[1, s - 1]\"`";
            return Err(ItemFault::response(open.example.span(), message, help));
        };
        for ((_, slot), value) in open.names.iter().zip(parts) {
            frame.set(*slot, value);
        }
        if !self
            .evaluate(&open.property, frame)?
            .same(&Value::Boolean(true))
        {
            let example = crate::value::notation::describe(&example);
            let message = format!(
                "the example {example} does not have the property `{}`",
                open.written
            );
            let help = "the example and the property contradict each other";
            return Err(ItemFault::response(open.example.span(), message, help));
        }
        Ok((known, ItemKey::new(example)))
    }
}

/// The value of each name: the one value, or the elements of a list.
pub fn parts(answer: &Value, names: usize) -> Option<Vec<Value>> {
    match answer {
        Value::List(values) if values.len() == names && names > 1 => Some(values.to_vec()),
        one if names == 1 => Some(vec![one.clone()]),
        _ => None,
    }
}

/// Whether values, one a name, have the property.
pub fn score(record: &OpenRecord, known: &Known, answer: &[Value]) -> Verdict {
    if answer.len() != record.names.len() {
        return Verdict::Invalid;
    }
    match holds(record, known, answer) {
        Some(true) => Verdict::Right,
        Some(false) => Verdict::Wrong(None),
        None => Verdict::Invalid,
    }
}

/// `None` if the property says nothing about such values.
fn holds(record: &OpenRecord, known: &Known, answer: &[Value]) -> Option<bool> {
    let place = Span::new(Sources::new().add("property", ""), 0..0);
    let source = SourceText::verbatim(record.property.as_str(), place);
    let tree = parse(Written::whole(&source)).ok()?;
    let mut scope = Scope::default();
    for (name, value) in &known.values {
        scope.add_constant(Arc::from(name.as_str()), value.clone());
    }
    let slots: Vec<usize> = record
        .names
        .iter()
        .map(|name| scope.add_slot(Arc::from(name.as_str()), Type::Any))
        .collect();
    let program = scope.check(&tree, &mut Diagnostics::new())?;
    let mut frame = Frame::new(scope.slots());
    for (slot, value) in slots.into_iter().zip(answer) {
        frame.set(slot, value.clone());
    }
    program.holds(&mut frame).ok()
}
