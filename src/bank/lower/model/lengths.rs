//! How long lists are, known before any draw.

use crate::bank::domain::Domain;
use crate::bank::lower::order::{Definition, Meaning};
use crate::bank::lower::table::Table;
use crate::expression::ast::{Expression, ExpressionKind};
use crate::value::Value;

/// Names are followed so far.
const DEPTH: usize = 50;

/// What is known of the lists of an item model.
pub struct Lengths<'a> {
    pub(super) definitions: &'a [Definition],
    pub(super) tables: &'a [Table],
}

impl Lengths<'_> {
    /// The length of a list, if every draw gives the same.
    pub fn of(&self, list: &Expression) -> Option<usize> {
        self.at(list, DEPTH)
    }

    fn at(&self, list: &Expression, depth: usize) -> Option<usize> {
        let depth = depth.checked_sub(1)?;
        match &list.kind {
            ExpressionKind::Literal(Value::List(elements)) => Some(elements.len()),
            ExpressionKind::List(elements) => Some(elements.len()),
            ExpressionKind::Comprehension(walk) if walk.condition.is_none() => {
                self.at(&walk.source, depth)
            }
            ExpressionKind::Call(function, arguments)
                if matches!(&*function.value, "sort" | "reverse") =>
            {
                self.at(arguments.first()?, depth)
            }
            ExpressionKind::Name(name) => {
                let definition = self.definitions.iter().find(|d| d.name.value == *name);
                match definition.map(|definition| &definition.meaning) {
                    Some(Meaning::Bound(tree)) => self.at(tree, depth),
                    Some(Meaning::Drawn(domain)) => self.domain(domain, depth),
                    None => self.tables.iter().find_map(|table| match &table.value {
                        Value::List(rows) if table.name.value == *name => Some(rows.len()),
                        _ => None,
                    }),
                }
            }
            _ => None,
        }
    }

    fn domain(&self, domain: &Domain<Expression>, depth: usize) -> Option<usize> {
        match domain {
            Domain::Shuffle(list) => self.at(list, depth),
            Domain::Several(count, _) | Domain::Draws(count, _) => match &count.kind {
                ExpressionKind::Literal(Value::Number(count)) => {
                    usize::try_from(count.exact().to_i64()?).ok()
                }
                _ => None,
            },
            _ => None,
        }
    }
}
