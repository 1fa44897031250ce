//! Which names an expression needs.

use std::collections::BTreeSet;

use crate::expression::program::{Node, NodeKind};

impl Node {
    /// The slots that it reads, but for those that it sets itself.
    pub(super) fn reads(&self) -> Box<[usize]> {
        let mut slots = BTreeSet::new();
        self.read(&mut slots);
        slots.into_iter().collect()
    }

    fn read(&self, slots: &mut BTreeSet<usize>) {
        match &self.kind {
            NodeKind::Constant(_) => {}
            NodeKind::Slot(slot) => {
                slots.insert(*slot);
            }
            NodeKind::List(parts) | NodeKind::Map(_, parts) | NodeKind::Call(_, parts) => {
                parts.iter().for_each(|part| part.read(slots));
            }
            NodeKind::Comprehension(walk) => {
                let mut inside = BTreeSet::new();
                walk.body.read(&mut inside);
                if let Some(condition) = &walk.condition {
                    condition.read(&mut inside);
                }
                inside.remove(&walk.slot);
                slots.extend(inside);
                walk.source.read(slots);
            }
            NodeKind::Negate(inner)
            | NodeKind::Not(inner)
            | NodeKind::Field(inner, _)
            | NodeKind::Show(inner) => inner.read(slots),
            NodeKind::Binary(_, parts)
            | NodeKind::And(parts)
            | NodeKind::Or(parts)
            | NodeKind::Index(parts) => {
                parts.0.read(slots);
                parts.1.read(slots);
            }
            NodeKind::Comparison(first, rest) => {
                first.read(slots);
                rest.iter().for_each(|(_, part)| part.read(slots));
            }
            NodeKind::If(parts) => {
                parts.0.read(slots);
                parts.1.read(slots);
                parts.2.read(slots);
            }
        }
    }
}
