//! Names and types, before any draw: the tree becomes a program or a list of mistakes.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, suggest};
use crate::expression::ast::{Comparison, Comprehension, Expression, ExpressionKind};
use crate::expression::evaluate::Frame;
use crate::expression::function::{self, Function};
use crate::expression::program::{Node, NodeKind, Program, Walk};
use crate::expression::types::{Field, RowType, Type};
use crate::source::{Span, Spanned};
use crate::value::{Operation, Value};

/// The names that an expression may use.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    names: Vec<(Arc<str>, Meaning, Type)>,
    slots: usize,
}

#[derive(Debug, Clone)]
enum Meaning {
    Slot(usize),
    Constant(Value),
}

impl Scope {
    /// Adds a name that is drawn or bound for each instance, and gives its slot.
    pub fn add_slot(&mut self, name: Arc<str>, holds: Type) -> usize {
        let slot = self.slots;
        self.slots += 1;
        self.names.push((name, Meaning::Slot(slot), holds));
        slot
    }

    /// Adds a name that means the same in every instance: a table, a symbol.
    pub fn add_constant(&mut self, name: Arc<str>, value: Value) {
        let holds = Type::of(&value);
        self.names.push((name, Meaning::Constant(value), holds));
    }

    /// How many slots the names take.
    pub fn slots(&self) -> usize {
        self.slots
    }

    /// Whether `name` means something here.
    pub fn knows(&self, name: &str) -> bool {
        self.names.iter().any(|(known, ..)| &**known == name)
    }

    /// The slot of `name`, if it is drawn or bound.
    pub fn slot(&self, name: &str) -> Option<usize> {
        self.names
            .iter()
            .rev()
            .find(|(known, ..)| &**known == name)
            .and_then(|(_, meaning, _)| match meaning {
                Meaning::Slot(slot) => Some(*slot),
                Meaning::Constant(_) => None,
            })
    }

    /// Resolves names and checks types. All mistakes go to `diagnostics`; with any, no program.
    pub fn check(&self, tree: &Expression, diagnostics: &mut Diagnostics) -> Option<Program> {
        let mut checker = Checker {
            scope: self,
            locals: Vec::new(),
            diagnostics,
            failed: false,
        };
        let (node, gives) = checker.check(tree);
        if checker.failed {
            None
        } else {
            Some(Program { node, gives })
        }
    }

    /// As [`Scope::check`], and the result must fit `wanted`.
    pub fn check_as(
        &self,
        tree: &Expression,
        wanted: &Type,
        diagnostics: &mut Diagnostics,
    ) -> Option<Program> {
        let program = self.check(tree, diagnostics)?;
        if program.gives.fits(wanted) {
            return Some(program);
        }
        let message = format!("expected {wanted}, found {}", program.gives);
        let help = match wanted {
            Type::Boolean => "a condition compares: `a < b`, `gcd(a, b) == 1`, `x in list`",
            _ => "",
        };
        diagnostics.push(Diagnostic::error(Code::TypeMismatch, tree.span, message).help(help));
        None
    }
}

struct Checker<'a> {
    scope: &'a Scope,
    locals: Vec<(Arc<str>, Type)>,
    diagnostics: &'a mut Diagnostics,
    failed: bool,
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
        (
            fold(Node {
                kind,
                span: tree.span,
            }),
            gives,
        )
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
                self.report(Diagnostic::error(Code::UnknownName, span, message).help(help));
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
        let kind = NodeKind::Comprehension(Box::new(Walk {
            body,
            slot,
            source,
            condition,
        }));
        (kind, Type::list_of(gives))
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

    fn field(&mut self, base: &Expression, name: &Spanned<Arc<str>>) -> (NodeKind, Type) {
        let (node, given) = self.check(base);
        let gives = match &given {
            Type::Row(row) => match row.field(&name.value) {
                Some(field) => field.holds.clone(),
                None => {
                    self.unknown_field(&name.value, name.span, row.fields.iter().map(|f| &*f.name));
                    Type::Any
                }
            },
            Type::Any | Type::Nothing => Type::Any,
            other => {
                let message = format!("`.{}` needs a row, found {other}", name.value);
                let help = match other {
                    Type::List(_) => "pick one row first: `list[1].column`",
                    _ => "only a row of a table or a map has columns",
                };
                self.report(Diagnostic::error(Code::TypeMismatch, name.span, message).help(help));
                Type::Any
            }
        };
        (NodeKind::Field(Box::new(node), name.value.clone()), gives)
    }

    fn unknown_field<'n>(
        &mut self,
        name: &str,
        span: Span,
        known: impl Iterator<Item = &'n str> + Clone,
    ) {
        let message = format!("no column `{name}`");
        let help = suggest::help(name, known);
        self.report(Diagnostic::error(Code::UnknownField, span, message).help(help));
    }

    fn index(&mut self, base: &Expression, index: &Expression) -> (NodeKind, Type) {
        let (base_node, given) = self.check(base);
        let (index_node, index_type) = self.check(index);
        let gives = match &given {
            Type::List(element) if index_type.fits(&Type::Number) => (**element).clone(),
            Type::Row(row) => match &index_node.kind {
                NodeKind::Constant(Value::Text(key)) => match row.field(key) {
                    Some(field) => field.holds.clone(),
                    None => {
                        let keys = row.fields.iter().map(|f| &*f.name);
                        self.unknown_field(key, index.span, keys);
                        Type::Any
                    }
                },
                _ => Type::join_all(row.fields.iter().map(|field| field.holds.clone())),
            },
            Type::Any | Type::Nothing => Type::Any,
            Type::List(_) => {
                let message = format!("a place in a list is a number, found {index_type}");
                self.report(Diagnostic::error(Code::TypeMismatch, index.span, message));
                Type::Any
            }
            other => {
                let message = format!("`[ ]` needs a list or a map, found {other}");
                self.report(Diagnostic::error(Code::TypeMismatch, base.span, message));
                Type::Any
            }
        };
        (NodeKind::Index(Box::new((base_node, index_node))), gives)
    }

    fn call(
        &mut self,
        name: &Spanned<Arc<str>>,
        arguments: &[Expression],
        span: Span,
    ) -> (NodeKind, Type) {
        let (nodes, types) = self.check_all(arguments);
        if &*name.value == "show" {
            return self.show(nodes, span);
        }
        let Some(function) = function::find(&name.value) else {
            let known = function::all()
                .map(|function| function.name)
                .chain(["show"]);
            let message = format!("unknown function `{}`", name.value);
            let help = suggest::did_you_mean(&name.value, known)
                .map(|meant| format!("did you mean `{meant}`?"))
                .unwrap_or_else(|| "multiplication is written `*`".to_owned());
            self.report(Diagnostic::error(Code::UnknownFunction, name.span, message).help(help));
            return (NodeKind::Constant(Value::Boolean(false)), Type::Any);
        };
        self.arguments(function, arguments, &types, name.span);
        (
            NodeKind::Call(function, nodes.into()),
            (function.gives)(&types),
        )
    }

    fn show(&mut self, nodes: Vec<Node>, span: Span) -> (NodeKind, Type) {
        match <[Node; 1]>::try_from(nodes) {
            Ok([node]) => (NodeKind::Show(Box::new(node)), Type::Formula),
            Err(_) => {
                let message = "`show` takes one expression";
                let help = "write `show(3 + 4*x)`";
                self.report(Diagnostic::error(Code::WrongArguments, span, message).help(help));
                (NodeKind::Constant(Value::Boolean(false)), Type::Any)
            }
        }
    }

    fn arguments(
        &mut self,
        function: &'static Function,
        arguments: &[Expression],
        types: &[Type],
        span: Span,
    ) {
        let count = arguments.len();
        let help = format!("it is written `{}`", function.signature);
        if count < function.least || count > function.most {
            let takes = match (function.least, function.most) {
                (least, most) if least == most => format!("{least}"),
                (least, usize::MAX) => format!("at least {least}"),
                (least, most) => format!("{least} to {most}"),
            };
            let message = format!("`{}` takes {takes}, found {count}", function.name);
            self.report(Diagnostic::error(Code::WrongArguments, span, message).help(help));
            return;
        }
        for (place, (argument, given)) in arguments.iter().zip(types).enumerate() {
            let Some(takes) = function.takes.get(place).or(function.takes.last()) else {
                continue;
            };
            if !takes.accepts(given) {
                let wanted = takes.describe();
                let message = format!("`{}` needs {wanted} here, found {given}", function.name);
                self.report(
                    Diagnostic::error(Code::WrongArguments, argument.span, message)
                        .help(help.clone()),
                );
            }
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
