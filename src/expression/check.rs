//! Names and types, before any draw: the tree becomes a program or a list of mistakes.

mod access;
mod call;
mod scope;

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, suggest};
use crate::expression::ast::{Comparison, Comprehension, Expression, ExpressionKind};
use crate::expression::frame::Frame;
use crate::expression::function;
use crate::expression::program::{Node, NodeKind, Walk};
use crate::expression::types::{Field, RowType, Type};
use crate::source::Span;
use crate::value::{Operation, Value};

use scope::Meaning;
pub use scope::Scope;

struct Checker<'a> {
    scope: &'a Scope,
    locals: Vec<(Arc<str>, Type)>,
    diagnostics: &'a mut Diagnostics,
    failed: bool,
    /// Whether this is within `show(…)`.
    showing: bool,
}

type Checked = (Node, Type);

impl Checker<'_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.failed = true;
        self.diagnostics.push(diagnostic);
    }

    fn check(&mut self, tree: &Expression) -> Checked {
        let (kind, gives) = match &tree.kind {
            ExpressionKind::Literal(value) => (NodeKind::Constant(value.clone()), Type::of(value)),
            ExpressionKind::Name(name) => self.name(name, tree.span),
            ExpressionKind::List(parts) => {
                let (nodes, types) = self.check_all(parts);
                let element = Type::join_all(types.into_iter());
                (NodeKind::List(nodes.into()), Type::list_of(element))
            }
            ExpressionKind::Map(entries) => self.map(entries),
            ExpressionKind::Comprehension(walk) => self.comprehension(walk),
            ExpressionKind::Negate(operand) => {
                let (node, gives) = self.check(operand);
                self.require_algebra(&gives, node.span, "-");
                (NodeKind::Negate(Box::new(node)), gives)
            }
            ExpressionKind::Not(operand) => (
                NodeKind::Not(Box::new(self.condition(operand))),
                Type::Boolean,
            ),
            ExpressionKind::And(left, right) => {
                let pair = (self.condition(left), self.condition(right));
                (NodeKind::And(Box::new(pair)), Type::Boolean)
            }
            ExpressionKind::Or(left, right) => {
                let pair = (self.condition(left), self.condition(right));
                (NodeKind::Or(Box::new(pair)), Type::Boolean)
            }
            ExpressionKind::Binary(operator, left, right) => self.binary(*operator, left, right),
            ExpressionKind::Comparison(first, rest) => self.comparison(first, rest),
            ExpressionKind::If(condition, yes, no) => {
                let condition = self.condition(condition);
                let (yes, yes_type) = self.check(yes);
                let (no, no_type) = self.check(no);
                (
                    NodeKind::If(Box::new((condition, yes, no))),
                    yes_type.join(&no_type),
                )
            }
            ExpressionKind::Field(base, name) => self.field(base, name),
            ExpressionKind::Index(base, index) => self.index(base, index),
            ExpressionKind::Call(name, arguments) => self.call(name, arguments, tree.span),
        };
        let node = Node {
            kind,
            span: tree.span,
        };
        // What is shown stays as it is written.
        let node = if self.showing { node } else { fold(node) };
        (node, gives)
    }

    fn check_all(&mut self, parts: &[Expression]) -> (Vec<Node>, Vec<Type>) {
        parts.iter().map(|part| self.check(part)).unzip()
    }

    fn name(&mut self, name: &Arc<str>, span: Span) -> (NodeKind, Type) {
        if let Some(depth) = self.locals.iter().rposition(|(local, _)| local == name) {
            return (
                NodeKind::Slot(self.scope.slots + depth),
                self.locals[depth].1.clone(),
            );
        }
        let known = self
            .scope
            .names
            .iter()
            .rev()
            .find(|(known, ..)| known == name);
        match known {
            Some((_, Meaning::Slot(slot), holds)) => (NodeKind::Slot(*slot), holds.clone()),
            Some((_, Meaning::Constant(value), holds)) => {
                (NodeKind::Constant(value.clone()), holds.clone())
            }
            None => {
                let names: Vec<Arc<str>> = self
                    .scope
                    .names
                    .iter()
                    .map(|(name, ..)| name.clone())
                    .chain(self.locals.iter().map(|(name, _)| name.clone()))
                    .collect();
                let help = if function::find(name).is_some() {
                    format!("`{name}` is a function: write `{name}(…)`")
                } else {
                    suggest::help(name, names.iter().map(|name| &**name))
                };
                let message = format!("unknown name `{name}`");
                let near = suggest::did_you_mean(name, names.iter().map(|name| &**name));
                let quote = match near {
                    None if name.chars().count() > 1 => format!(
                        "if it is a text, put it in quotes: `\"{name}\"`; alone behind a key it needs two pairs: `'\"{name}\"'`"
                    ),
                    _ => String::new(),
                };
                let error = Diagnostic::error(Code::UnknownName, span, message);
                self.report(error.help(help).help(quote));
                (NodeKind::Constant(Value::Boolean(false)), Type::Any)
            }
        }
    }

    fn map(&mut self, entries: &[(Arc<str>, Expression)]) -> (NodeKind, Type) {
        let mut fields = Vec::new();
        let mut nodes = Vec::new();
        for (name, part) in entries {
            let (node, holds) = self.check(part);
            fields.push(Field {
                name: name.clone(),
                holds,
                optional: false,
            });
            nodes.push(node);
        }
        let names: Vec<Arc<str>> = entries.iter().map(|(name, _)| name.clone()).collect();
        let row = RowType { fields };
        (
            NodeKind::Map(names.into(), nodes.into()),
            Type::Row(Arc::new(row)),
        )
    }

    fn comprehension(&mut self, walk: &Comprehension) -> (NodeKind, Type) {
        let (source, source_type) = self.check(&walk.source);
        let element = source_type.element().unwrap_or_else(|| {
            let message = format!("expected a list to walk, found {source_type}");
            self.report(Diagnostic::error(
                Code::TypeMismatch,
                walk.source.span,
                message,
            ));
            Type::Any
        });
        let slot = self.scope.slots + self.locals.len();
        self.locals.push((walk.name.value.clone(), element));
        let (body, gives) = self.check(&walk.body);
        let condition = walk
            .condition
            .as_ref()
            .map(|condition| self.condition(condition));
        self.locals.pop();
        let gives = match walk.spliced {
            true => gives,
            false => Type::list_of(gives),
        };
        let kind = NodeKind::Comprehension(Box::new(Walk {
            body,
            slot,
            source,
            condition,
            spliced: walk.spliced,
        }));
        (kind, gives)
    }

    fn condition(&mut self, tree: &Expression) -> Node {
        let (node, gives) = self.check(tree);
        if !gives.fits(&Type::Boolean) {
            let message = format!("expected true or false, found {gives}");
            let help = "a condition compares: `a < b`, `gcd(a, b) == 1`, `x in list`";
            self.report(Diagnostic::error(Code::TypeMismatch, tree.span, message).help(help));
        }
        node
    }

    fn require_algebra(&mut self, given: &Type, span: Span, sign: &str) {
        if matches!(
            given,
            Type::Text | Type::Boolean | Type::List(_) | Type::Row(_)
        ) {
            let help = match given {
                Type::Row(_) => "name the column: `row.column`",
                Type::Text => "if a number was meant, take the quotes away",
                _ => "",
            };
            let message = format!("`{sign}` cannot be used on {given}");
            self.report(Diagnostic::error(Code::TypeMismatch, span, message).help(help));
        }
    }

    fn binary(
        &mut self,
        operator: Operation,
        left: &Expression,
        right: &Expression,
    ) -> (NodeKind, Type) {
        let (left, left_type) = self.check(left);
        let (right, right_type) = self.check(right);
        let joins_text = operator == Operation::Add
            && [&left_type, &right_type]
                .iter()
                .any(|given| matches!(given, Type::Text))
            && [&left_type, &right_type]
                .iter()
                .all(|given| given.fits(&Type::Text));
        let gives = if joins_text {
            Type::Text
        } else if operator == Operation::Add && (left_type == Type::Any || right_type == Type::Any)
        {
            Type::Any
        } else {
            if operator == Operation::Add
                && (left_type == Type::Text) != (right_type == Type::Text)
                && (left_type == Type::Number || right_type == Type::Number)
            {
                let span = if left_type == Type::Text {
                    right.span
                } else {
                    left.span
                };
                let message = "`+` cannot join a text and a number".to_owned();
                let help = "write the number into the text by `{{ }}`, or join `text(n)`";
                self.report(Diagnostic::error(Code::TypeMismatch, span, message).help(help));
            } else {
                self.require_algebra(&left_type, left.span, &operator.to_string());
                self.require_algebra(&right_type, right.span, &operator.to_string());
            }
            arithmetic_type(&left_type, &right_type)
        };
        (NodeKind::Binary(operator, Box::new((left, right))), gives)
    }

    fn comparison(
        &mut self,
        first: &Expression,
        rest: &[(Comparison, Expression)],
    ) -> (NodeKind, Type) {
        let (first_node, mut left) = self.check(first);
        let mut links = Vec::new();
        for (sign, operand) in rest {
            let (node, right) = self.check(operand);
            self.comparable(*sign, &left, &right, node.span);
            links.push((*sign, node));
            left = right;
        }
        (
            NodeKind::Comparison(Box::new(first_node), links.into()),
            Type::Boolean,
        )
    }

    fn comparable(&mut self, sign: Comparison, left: &Type, right: &Type, span: Span) {
        if *left == Type::Real || *right == Type::Real {
            let message = "an unrounded number cannot be compared";
            let help = "round it first: `round(x, 2)` or `sig(x, 3)`";
            self.report(Diagnostic::error(Code::UnroundedReal, span, message).help(help));
            return;
        }
        let fits = match sign {
            Comparison::In => match right {
                Type::List(element) => left.fits(element),
                Type::Text | Type::Row(_) => left.fits(&Type::Text),
                Type::Any | Type::Nothing => true,
                _ => false,
            },
            _ => left.fits(right) || right.fits(left),
        };
        if !fits {
            let message = match sign {
                Comparison::In => format!("{left} cannot be in {right}"),
                _ => format!("{left} is never comparable with {right}"),
            };
            let help = match (sign, left, right) {
                (_, Type::Number, Type::Text) | (_, Type::Text, Type::Number) => {
                    "a text stands in quotes, a number does not"
                }
                (Comparison::In, ..) => "`in` needs a list on its right: `x in [1, 2]`",
                _ => "",
            };
            self.report(Diagnostic::error(Code::TypeMismatch, span, message).help(help));
        }
    }
}

/// The type of a sum, product, quotient or power.
fn arithmetic_type(left: &Type, right: &Type) -> Type {
    match (left, right) {
        (Type::Real, _) | (_, Type::Real) => Type::Real,
        _ => left.join(right),
    }
}

/// Works out what needs no draw. What fails is left for the draws to report.
fn fold(node: Node) -> Node {
    let constant = |part: &Node| matches!(part.kind, NodeKind::Constant(_));
    let ready = match &node.kind {
        NodeKind::List(parts) | NodeKind::Map(_, parts) | NodeKind::Call(_, parts) => {
            parts.iter().all(constant)
        }
        NodeKind::Negate(part) | NodeKind::Not(part) | NodeKind::Field(part, _) => constant(part),
        NodeKind::Binary(_, pair) | NodeKind::Index(pair) => constant(&pair.0) && constant(&pair.1),
        _ => false,
    };
    if !ready {
        return node;
    }
    match node.evaluate(&mut Frame::default()) {
        Ok(value) => Node {
            kind: NodeKind::Constant(value),
            span: node.span,
        },
        Err(_) => node,
    }
}
