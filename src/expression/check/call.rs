//! Functions and their arguments.

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::expression::ast::Expression;
use crate::expression::check::Checker;
use crate::expression::function::{self, Function};
use crate::expression::program::{Node, NodeKind};
use crate::expression::types::Type;
use crate::source::{Span, Spanned};
use crate::value::Value;

/// What programs call to draw a number at random.
const CHANCE: [&str; 6] = [
    "rand",
    "random",
    "randint",
    "randrange",
    "uniform",
    "choice",
];

impl Checker<'_> {
    pub(super) fn call(
        &mut self,
        name: &Spanned<Arc<str>>,
        arguments: &[Expression],
        span: Span,
    ) -> (NodeKind, Type) {
        if &*name.value == "show" {
            let outer = std::mem::replace(&mut self.showing, true);
            let (nodes, _) = self.check_all(arguments);
            self.showing = outer;
            return self.show(nodes, span);
        }
        let (nodes, types) = self.check_all(arguments);
        let Some(function) = function::find(&name.value) else {
            let message = format!("unknown function `{}`", name.value);
            let help = self.instead_of(&name.value);
            self.report(Diagnostic::error(Code::UnknownFunction, name.span, message).help(help));
            return (NodeKind::Constant(Value::Boolean(false)), Type::Any);
        };
        self.arguments(function, arguments, &types, name.span);
        (
            NodeKind::Call(function, nodes.into()),
            (function.gives)(&types),
        )
    }

    /// What to write instead of a call of something that is no function.
    fn instead_of(&self, name: &str) -> String {
        if CHANCE.contains(&name) {
            return "draw it under `vary`: `a: 1..9`, or `a: [2, 3, 5]`".to_owned();
        }
        let known = function::all().map(|function| function.name);
        match suggest::did_you_mean(name, known.chain(["show"])) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None if self.scope.knows(name) => "multiplication is written `*`".to_owned(),
            None => "the manual lists every function in `docs/reference/functions.md`".to_owned(),
        }
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
                (0, 0) => "no arguments".to_owned(),
                (1, 1) => "1 argument".to_owned(),
                (1, usize::MAX) => "at least 1 argument".to_owned(),
                (least, usize::MAX) => format!("at least {least} arguments"),
                (least, most) if least == most => format!("{least} arguments"),
                (least, most) => format!("{least} to {most} arguments"),
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
