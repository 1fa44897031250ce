//! A list of statements, of which the student marks the true ones.

use crate::bank::domain::{Domain, Pick, Truth};
use crate::bank::keys;
use crate::bank::lower::Names;
use crate::bank::lower::answer::whole;
use crate::bank::model::Condition;
use crate::bank::prose::Prose;
use crate::bank::response::each::{Each, Repeat};
use crate::bank::yaml::decode::{self, Map};
use crate::bank::yaml::{Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::expression::ast::{Comprehension, Expression, ExpressionKind};
use crate::expression::parser::{Written, parse};
use crate::expression::types::Type;
use crate::expression::{Program, function, program};
use crate::source::Span;
use crate::value::Value;

/// The most statements that an item may show.
const MOST_SHOWN: i64 = 26;

/// A pool of statements, of which so many are shown.
#[derive(Debug, Clone)]
pub struct Select {
    /// Where the places of the statements shown stand in the frame.
    pub slot: usize,
    /// The statements, those of groups one by one.
    pub statements: Vec<Statement>,
    /// How many are true on every form, if the author says so.
    pub right: Option<usize>,
    /// How many are shown.
    pub show: usize,
    /// Where it stands.
    pub span: Span,
}

/// A statement, perhaps repeated for the elements of a list.
#[derive(Debug, Clone)]
pub struct Statement {
    /// The list that it is repeated for.
    pub each: Option<Each>,
    /// What it says.
    pub say: Prose,
    /// Why it is true or false.
    pub why: Option<Prose>,
}

impl Select {
    /// How many statements are true, where the author leaves that to the draw: it makes the list
    /// harder or easier, so it is the same on all forms.
    pub(super) fn radical(&self, span: Span) -> Option<Condition> {
        if self.right.is_some() {
            return None;
        }
        let node = |kind| program::Node { kind, span };
        let first = node(program::NodeKind::Constant(Value::integer(1)));
        let places = node(program::NodeKind::Slot(self.slot));
        let right = node(program::NodeKind::Index(Box::new((places, first))));
        let count = program::NodeKind::Call(function::find("count")?, Box::new([right]));
        Some(Condition {
            program: Program::new(node(count), Type::Number),
            written: "number of true statements".to_owned(),
        })
    }
}

/// The name under which the statements shown are drawn.
pub(super) fn hidden_name(part: Option<usize>) -> String {
    match part {
        None => "(select)".to_owned(),
        Some(part) => format!("(select in part {})", part + 1),
    }
}

/// What is drawn before the statements can be written: which of them are shown. Mistakes are
/// reported by [`read`].
pub(super) fn pick(node: &Node) -> Option<Domain<Expression>> {
    let mut statements = Vec::new();
    for (node, group) in flat(node.get("statements")?)? {
        let holds = parse(Written::whole(&node.get("when")?.as_scalar()?.content)).ok()?;
        let holds = match node.get("for") {
            None => holds,
            Some(each) => {
                let each = Repeat::read(each, &mut Diagnostics::new())?;
                let span = holds.span;
                let walk = Comprehension {
                    body: holds,
                    name: each.name,
                    source: each.list,
                    condition: None,
                    spliced: false,
                };
                Expression {
                    kind: ExpressionKind::Comprehension(Box::new(walk)),
                    span,
                }
            }
        };
        statements.push(Truth { holds, group });
    }
    let number = |key: &str| node.get(key)?.as_scalar()?.text().parse().ok();
    Some(Domain::Pick(Pick {
        statements,
        show: number("show"),
        right: number("true"),
    }))
}

/// Every statement with its group.
fn flat(node: &Node) -> Option<Vec<(&Node, Option<usize>)>> {
    let NodeKind::Sequence(entries) = &node.kind else {
        return None;
    };
    let mut all = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        match entry.get("any of") {
            Some(group) => all.extend(decode::one_or_many(group).iter().map(|n| (n, Some(at)))),
            None => all.push((entry, None)),
        }
    }
    Some(all)
}

/// `select: {show: 5, true: 2, statements: […]}`
pub(super) fn read(
    node: &Node,
    part: Option<usize>,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Select> {
    let map = Map::read(node, "select", keys::SELECT, diagnostics)?;
    let show = map
        .optional("show")
        .map(|node| count(node, "show", diagnostics));
    let right = map
        .optional("true")
        .map(|node| count(node, "true", diagnostics));
    let statements = map.required("statements");
    map.finish(diagnostics);
    let (show, right) = (whole(show)?, whole(right)?);
    let entries = decode::list(statements?, "statements", diagnostics)?;
    let mut written = Vec::new();
    let mut whole_list = true;
    for entry in entries {
        let is_group = matches!(&entry.kind, NodeKind::Mapping(keys) if keys.iter().any(|(key, _)| key.text() == "any of"));
        let members = if is_group {
            let map = Map::read(entry, "group of statements", &["any of"], diagnostics)?;
            let members = map.required("any of");
            map.finish(diagnostics);
            decode::list(members?, "any of", diagnostics)?
        } else {
            std::slice::from_ref(entry)
        };
        for member in members {
            let read = statement(member, names, diagnostics);
            whole_list &= read.is_some();
            written.extend(read);
        }
    }
    let repeats = written
        .iter()
        .any(|(statement, _)| statement.each.is_some());
    let shown = show.unwrap_or(entries.len());
    let is_sound =
        whole_list && check_counts(node, [shown, entries.len()], right, repeats, diagnostics);
    if is_sound && written.iter().all(|(_, truth)| *truth == Some(false)) {
        let message = "no statement of this list can be true";
        let help = "look at their `when`: `when: (a + b) mod 2 == 0`, or `when: true` for what is always true";
        diagnostics.push(Diagnostic::error(Code::UnknownResponse, node.span, message).help(help));
        return None;
    }
    if !is_sound {
        return None;
    }
    Some(Select {
        slot: names.slot(&hidden_name(part))?,
        statements: written
            .into_iter()
            .map(|(statement, _)| statement)
            .collect(),
        right,
        show: shown,
        span: node.span,
    })
}

fn count(node: &Node, what: &str, diagnostics: &mut Diagnostics) -> Option<usize> {
    let count = decode::whole(node, what, diagnostics)?;
    if !(1..=MOST_SHOWN).contains(&count.value) {
        let message = format!("{what}: {} is not from 1 to {MOST_SHOWN}", count.value);
        diagnostics.push(Diagnostic::error(Code::WrongShape, count.span, message));
        return None;
    }
    usize::try_from(count.value).ok()
}

/// Whether so many statements can be shown, and so many of them be true.
fn check_counts(
    node: &Node,
    [shown, written]: [usize; 2],
    right: Option<usize>,
    repeats: bool,
    diagnostics: &mut Diagnostics,
) -> bool {
    let place = |key: &str| node.get(key).map_or(node.span, |node| node.span);
    if let Some(right) = right.filter(|right| *right > shown) {
        let message =
            format!("{right} of the statements are to be true, but only {shown} are shown");
        let help = format!("write `true: {}` or less", shown.saturating_sub(1).max(1));
        diagnostics.push(Diagnostic::error(Code::WrongShape, place("true"), message).help(help));
        return false;
    }
    if shown > written && !repeats {
        let message = format!("{shown} statements are to be shown, but there are {written}");
        let help = "add statements, or lower `show`; a group under `any of` counts as one";
        diagnostics.push(Diagnostic::error(Code::WrongShape, place("show"), message).help(help));
        return false;
    }
    true
}

/// A statement, and whether it is always true or always false.
fn statement(
    node: &Node,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<(Statement, Option<bool>)> {
    let map = Map::read(node, "statement", keys::STATEMENT, diagnostics)?;
    let (say, when) = (map.required("say"), map.required("when"));
    let (why, each) = (map.optional("why"), map.optional("for"));
    map.finish(diagnostics);
    let mut texts = |names: &mut Names| {
        let say = say.and_then(|node| names.prose(node, "say", diagnostics));
        let why = why.map(|node| names.prose(node, "why", diagnostics));
        let when = when.and_then(|node| names.condition(node, "when", diagnostics));
        let truth = when.as_ref()?.constant().cloned();
        Some((say?, whole(why)?, truth))
    };
    let (each, (say, why, truth)) = match each {
        None => (None, texts(names)?),
        Some(node) => {
            let mut found = Diagnostics::new();
            let repeat = Repeat::read(node, &mut found);
            let checked = repeat
                .as_ref()
                .and_then(|repeat| repeat.check(names, &mut found));
            let name = repeat.map(|repeat| repeat.name.value);
            let (list, element) = checked.map_or((None, Type::Any), |(l, e)| (Some(l), e));
            let name = name.unwrap_or_else(|| "(element)".into());
            let (slot, texts) = names.within(&name, element, |names, slot| (slot, texts(names)));
            diagnostics.append(found);
            (Some(Each { slot, list: list? }), texts?)
        }
    };
    let truth = match truth {
        Some(Value::Boolean(truth)) => Some(truth),
        _ => None,
    };
    Some((Statement { each, say, why }, truth))
}
