//! The expression as written: a tree in which every node has its place in the bank.

use std::sync::Arc;

use crate::source::{Span, Spanned};
use crate::value::{Operation, Value};

/// An expression with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Expression {
    /// What it is.
    pub kind: ExpressionKind,
    /// Where it stands.
    pub span: Span,
}

/// The kinds of expression.
#[derive(Debug, Clone, PartialEq)]
pub enum ExpressionKind {
    /// A number, a text in quotes, `true` or `false`.
    Literal(Value),
    /// A name.
    Name(Arc<str>),
    /// `[a, b]`
    List(Vec<Expression>),
    /// A map written in YAML, each value an expression.
    Map(Vec<(Arc<str>, Expression)>),
    /// `[body for name in source if condition]`
    Comprehension(Box<Comprehension>),
    /// `-a`
    Negate(Box<Expression>),
    /// `not a`
    Not(Box<Expression>),
    /// `a + b`
    Binary(Operation, Box<Expression>, Box<Expression>),
    /// `a < b <= c`
    Comparison(Box<Expression>, Vec<(Comparison, Expression)>),
    /// `a and b`
    And(Box<Expression>, Box<Expression>),
    /// `a or b`
    Or(Box<Expression>, Box<Expression>),
    /// `if a then b else c`
    If(Box<Expression>, Box<Expression>, Box<Expression>),
    /// `row.field`
    Field(Box<Expression>, Spanned<Arc<str>>),
    /// `list[2]`, `map[key]`
    Index(Box<Expression>, Box<Expression>),
    /// `gcd(a, b)`
    Call(Spanned<Arc<str>>, Vec<Expression>),
}

/// `[body for name in source if condition]`. In `[f for x in xs for y in ys]` the walk over `xs`
/// has the walk over `ys` as its body, and splices the lists that it gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Comprehension {
    /// What each element becomes.
    pub body: Expression,
    /// The name that stands for an element.
    pub name: Spanned<Arc<str>>,
    /// The list that is walked.
    pub source: Expression,
    /// Which elements count; all without one.
    pub condition: Option<Expression>,
    /// Whether the body gives lists whose elements are the result's.
    pub spliced: bool,
}

/// A comparison sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `==`
    Equal,
    /// `!=`
    Unequal,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
    /// `in`
    In,
}

impl Expression {
    /// Every name that the expression reads from outside itself, with its place, in order.
    pub fn free_names(&self) -> Vec<Spanned<Arc<str>>> {
        let mut found = Vec::new();
        self.collect_names(&mut Vec::new(), &mut found);
        found
    }

    fn collect_names(&self, bound: &mut Vec<Arc<str>>, found: &mut Vec<Spanned<Arc<str>>>) {
        match &self.kind {
            ExpressionKind::Literal(_) => {}
            ExpressionKind::Name(name) => {
                if !bound.contains(name) {
                    found.push(Spanned {
                        value: name.clone(),
                        span: self.span,
                    });
                }
            }
            ExpressionKind::Comprehension(comprehension) => {
                comprehension.source.collect_names(bound, found);
                bound.push(comprehension.name.value.clone());
                comprehension.body.collect_names(bound, found);
                if let Some(condition) = &comprehension.condition {
                    condition.collect_names(bound, found);
                }
                bound.pop();
            }
            _ => self.for_each_child(&mut |child| child.collect_names(bound, found)),
        }
    }

    /// How many expressions stand in each other.
    pub fn height(&self) -> usize {
        let mut below = 0;
        self.for_each_child(&mut |child| below = below.max(child.height()));
        below + 1
    }

    /// Calls `visit` with each direct part; a comprehension's parts included.
    pub fn for_each_child(&self, visit: &mut dyn FnMut(&Expression)) {
        match &self.kind {
            ExpressionKind::Literal(_) | ExpressionKind::Name(_) => {}
            ExpressionKind::List(parts) | ExpressionKind::Call(_, parts) => {
                parts.iter().for_each(visit);
            }
            ExpressionKind::Map(entries) => entries.iter().for_each(|(_, part)| visit(part)),
            ExpressionKind::Comprehension(comprehension) => {
                visit(&comprehension.source);
                visit(&comprehension.body);
                comprehension.condition.iter().for_each(visit);
            }
            ExpressionKind::Negate(part)
            | ExpressionKind::Not(part)
            | ExpressionKind::Field(part, _) => visit(part),
            ExpressionKind::Binary(_, left, right)
            | ExpressionKind::And(left, right)
            | ExpressionKind::Or(left, right)
            | ExpressionKind::Index(left, right) => {
                visit(left);
                visit(right);
            }
            ExpressionKind::Comparison(first, rest) => {
                visit(first);
                rest.iter().for_each(|(_, part)| visit(part));
            }
            ExpressionKind::If(condition, yes, no) => {
                visit(condition);
                visit(yes);
                visit(no);
            }
        }
    }
}

impl Expression {
    /// Replaces each name for which `change` gives something else; bound names are left alone.
    pub fn replace_names(&mut self, change: &dyn Fn(&Arc<str>, Span) -> Option<ExpressionKind>) {
        if let ExpressionKind::Name(name) = &self.kind {
            if let Some(kind) = change(name, self.span) {
                self.kind = kind;
            }
            return;
        }
        if let ExpressionKind::Comprehension(walk) = &mut self.kind {
            walk.source.replace_names(change);
            let bound = walk.name.value.clone();
            let outside = |name: &Arc<str>, span| {
                if *name == bound {
                    None
                } else {
                    change(name, span)
                }
            };
            walk.body.replace_names(&outside);
            if let Some(condition) = &mut walk.condition {
                condition.replace_names(&outside);
            }
            return;
        }
        self.for_each_child_mut(&mut |child| child.replace_names(change));
    }

    fn for_each_child_mut(&mut self, visit: &mut dyn FnMut(&mut Expression)) {
        match &mut self.kind {
            ExpressionKind::Literal(_) | ExpressionKind::Name(_) => {}
            ExpressionKind::List(parts) | ExpressionKind::Call(_, parts) => {
                parts.iter_mut().for_each(visit);
            }
            ExpressionKind::Map(entries) => entries.iter_mut().for_each(|(_, part)| visit(part)),
            ExpressionKind::Comprehension(walk) => {
                visit(&mut walk.source);
                visit(&mut walk.body);
                walk.condition.iter_mut().for_each(visit);
            }
            ExpressionKind::Negate(part)
            | ExpressionKind::Not(part)
            | ExpressionKind::Field(part, _) => visit(part),
            ExpressionKind::Binary(_, left, right)
            | ExpressionKind::And(left, right)
            | ExpressionKind::Or(left, right)
            | ExpressionKind::Index(left, right) => {
                visit(left);
                visit(right);
            }
            ExpressionKind::Comparison(first, rest) => {
                visit(first);
                rest.iter_mut().for_each(|(_, part)| visit(part));
            }
            ExpressionKind::If(condition, yes, no) => {
                visit(condition);
                visit(yes);
                visit(no);
            }
        }
    }
}
