//! Open answers: whatever has a property is right.

use std::collections::HashSet;
use std::sync::Arc;

use crate::bank::keys;
use crate::bank::lower::Names;
use crate::bank::lower::answer::whole;
use crate::bank::prose::Prose;
use crate::bank::yaml::Node;
use crate::bank::yaml::decode::{self, Map};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::expression::Program;
use crate::expression::ast::{Expression, ExpressionKind};
use crate::expression::parser::{Written, parse};
use crate::expression::types::Type;
use crate::source::{Span, Spanned};

/// A property that answers must have, with an example.
#[derive(Debug, Clone)]
pub struct Open {
    /// A right answer: one value, or a list with a value for each name.
    pub example: Program,
    /// The names that the property gives to what the student writes, with their slots.
    pub names: Vec<(Spanned<Arc<str>>, usize)>,
    /// The property.
    pub property: Program,
    /// The property as the author wrote it.
    pub written: String,
    /// The names of the item that the property uses, with their values.
    pub knows: Vec<(Arc<str>, Program)>,
    /// The property in the author's words.
    pub tell: Option<Prose>,
    /// Where it stands.
    pub span: Span,
}

/// Whether an `answer` is written as an open one.
pub(super) fn is_open(node: &Node) -> bool {
    node.get("any").is_some() || node.get("example").is_some()
}

/// `answer: {example: "[1, s - 1]", any: "p + q == s"}`
pub(super) fn read(node: &Node, names: &mut Names, diagnostics: &mut Diagnostics) -> Option<Open> {
    let map = Map::read(node, "open answer", keys::OPEN, diagnostics)?;
    let (example, any) = (map.required("example"), map.required("any"));
    let tell = map.optional("tell");
    map.finish(diagnostics);
    let example = example.and_then(|node| names.program(node, "example", diagnostics));
    let tell = tell.map(|node| names.prose(node, "tell", diagnostics));
    let any = any?;
    let text = decode::text(any, "any", diagnostics)?;
    let tree = parse(Written::whole(text))
        .map_err(|error| diagnostics.push(error))
        .ok()?;
    let (known, unknown) = split(&tree, names);
    if unknown.is_empty() {
        let message = "this property says nothing about the student's answer";
        let help = "use a name of its own for what the student writes: `any: \"p + q == s\"`";
        diagnostics.push(Diagnostic::error(Code::UnknownResponse, any.span, message).help(help));
        return None;
    }
    let example = example?;
    let holds = |count: usize| match (count, &example.gives) {
        (1, gives) => gives.clone(),
        (_, gives) => gives.element().unwrap_or(Type::Any),
    };
    let holds = holds(unknown.len());
    let knows = known.into_iter().filter_map(|name| {
        let program = names.check(&reading(&name), diagnostics)?;
        Some((name.value, program))
    });
    let knows: Vec<(Arc<str>, Program)> = knows.collect();
    let (slots, property) = bind(&unknown, &holds, names, &mut |names| {
        let program = names.check(&tree, diagnostics)?;
        names
            .require(&program, &Type::Boolean, diagnostics)
            .then_some(program)
    });
    Some(Open {
        example,
        names: unknown.into_iter().zip(slots).collect(),
        property: property?,
        written: text.as_str().trim().to_owned(),
        knows,
        tell: whole(tell)?,
        span: node.span,
    })
}

fn reading(name: &Spanned<Arc<str>>) -> Expression {
    Expression {
        kind: ExpressionKind::Name(name.value.clone()),
        span: name.span,
    }
}

type NamesOf = Vec<Spanned<Arc<str>>>;

/// The names that mean something in the item, and those that stand for the student's answer, in
/// the order of the property.
fn split(tree: &Expression, names: &Names) -> (NamesOf, NamesOf) {
    let mut seen: HashSet<Arc<str>> = HashSet::new();
    let all = tree.free_names().into_iter();
    all.filter(|name| seen.insert(name.value.clone()))
        .partition(|name| names.knows(&name.value))
}

/// Reads with every name standing for a part of the student's answer.
fn bind<T>(
    unknown: &[Spanned<Arc<str>>],
    holds: &Type,
    names: &mut Names,
    read: &mut dyn FnMut(&mut Names) -> T,
) -> (Vec<usize>, T) {
    let Some((first, rest)) = unknown.split_first() else {
        return (Vec::new(), read(names));
    };
    names.within(&first.value, holds.clone(), |names, slot| {
        let (mut slots, result) = bind(rest, holds, names, read);
        slots.insert(0, slot);
        (slots, result)
    })
}
