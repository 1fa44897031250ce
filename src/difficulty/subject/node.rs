//! Reading programs: what a name stands for, which draws an expression needs, and whether two
//! expressions are the same.

use std::collections::{BTreeSet, HashMap};

use crate::bank::model::{Binding, ItemModel, Step};
use crate::expression::program::{Node, NodeKind};

/// How many nodes one question may visit. Names stand for expressions with names in them, so that
/// a few lines can stand for a tree of any size.
pub const VISITS: u32 = 500;

/// The names of a model that stand for expressions.
#[derive(Debug)]
pub struct Names<'a>(HashMap<usize, &'a Node>);

impl<'a> Names<'a> {
    pub fn new(model: &'a ItemModel) -> Self {
        let early = model.steps.iter().filter_map(|step| match step {
            Step::Bind(binding) => Some(binding),
            _ => None,
        });
        let node = |binding: &'a Binding| (binding.slot, &binding.program.node);
        Self(early.chain(&model.bindings).map(node).collect())
    }

    /// What `node` stands for, if it is a name for an expression.
    pub fn meaning(&self, node: &Node) -> Option<&'a Node> {
        match &node.kind {
            NodeKind::Slot(slot) => self.0.get(slot).copied(),
            _ => None,
        }
    }

    /// What a name stands for in the end; other nodes stand for themselves.
    pub fn resolve<'n>(&'n self, mut node: &'n Node) -> &'n Node {
        for _ in 0..VISITS {
            match self.meaning(node) {
                Some(meaning) => node = meaning,
                None => break,
            }
        }
        node
    }

    /// The drawn names that `node` needs, by slot, sorted.
    pub fn draws(&self, node: &Node) -> Vec<usize> {
        let mut seen = BTreeSet::new();
        let mut open = vec![node];
        while let Some(node) = open.pop() {
            open.extend(children(node));
            if let NodeKind::Slot(slot) = node.kind
                && seen.insert(slot)
            {
                open.extend(self.0.get(&slot));
            }
        }
        let drawn = seen.into_iter();
        drawn.filter(|slot| !self.0.contains_key(slot)).collect()
    }

    /// Whether two expressions are the same when names are replaced by what they stand for. A
    /// comparison that would take too long says no.
    pub fn same(&self, a: &Node, b: &Node) -> bool {
        let mut left = VISITS;
        self.equal(a, b, &mut left)
    }

    fn equal(&self, a: &Node, b: &Node, left: &mut u32) -> bool {
        if *left == 0 {
            return false;
        }
        *left -= 1;
        if let (NodeKind::Slot(a), NodeKind::Slot(b)) = (&a.kind, &b.kind)
            && a == b
        {
            return true;
        }
        let (a, b) = (self.resolve(a), self.resolve(b));
        let alike = match (&a.kind, &b.kind) {
            (NodeKind::Slot(a), NodeKind::Slot(b)) => a == b,
            (NodeKind::Constant(a), NodeKind::Constant(b)) => a.same(b),
            (NodeKind::Binary(a, _), NodeKind::Binary(b, _)) => a == b,
            (NodeKind::Field(_, a), NodeKind::Field(_, b)) => a == b,
            (NodeKind::Call(a, _), NodeKind::Call(b, _)) => a.name == b.name,
            (NodeKind::Negate(_), NodeKind::Negate(_))
            | (NodeKind::Index(_), NodeKind::Index(_)) => true,
            _ => false,
        };
        let (a, b) = (children(a), children(b));
        alike && a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| self.equal(a, b, left))
    }
}

/// The parts of a node.
fn children(node: &Node) -> Vec<&Node> {
    match &node.kind {
        NodeKind::Constant(_) | NodeKind::Slot(_) => Vec::new(),
        NodeKind::List(parts) | NodeKind::Map(_, parts) | NodeKind::Call(_, parts) => {
            parts.iter().collect()
        }
        NodeKind::Comprehension(walk) => {
            let mut parts = vec![&walk.source, &walk.body];
            parts.extend(&walk.condition);
            parts
        }
        NodeKind::Negate(a) | NodeKind::Not(a) | NodeKind::Field(a, _) | NodeKind::Show(a) => {
            vec![&**a]
        }
        NodeKind::Binary(_, parts)
        | NodeKind::And(parts)
        | NodeKind::Or(parts)
        | NodeKind::Index(parts) => vec![&parts.0, &parts.1],
        NodeKind::Comparison(first, rest) => {
            let mut parts = vec![&**first];
            parts.extend(rest.iter().map(|(_, node)| node));
            parts
        }
        NodeKind::If(parts) => vec![&parts.0, &parts.1, &parts.2],
    }
}
