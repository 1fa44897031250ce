//! Answers and misconceptions.

use crate::bank::answer::{Answer, Form, Ignore, Misconception, Wrong};
use crate::bank::keys;
use crate::bank::lower::model::Names;
use crate::bank::yaml::decode::{self, Map};
use crate::bank::yaml::{Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::expression::types::Type;

/// An expression, or a map with `is`.
pub(in crate::bank) fn answer(
    node: &Node,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Answer> {
    if !matches!(node.kind, NodeKind::Mapping(_)) {
        return Some(Answer {
            is: names.exact(node, "answer", diagnostics)?,
            form: None,
            within: None,
            unit: None,
            also: Vec::new(),
            ignore: Ignore::default(),
            span: node.span,
        });
    }
    let map = Map::read(node, "answer", keys::ANSWER, diagnostics)?;
    let answer = answer_in(&map, names, diagnostics);
    map.finish(diagnostics);
    answer
}

/// The answer that a map describes, which may hold other keys too.
pub(in crate::bank) fn answer_in(
    map: &Map<'_>,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Answer> {
    let is = map
        .required("is")
        .map(|node| names.exact(node, "is", diagnostics));
    let form = map
        .optional("form")
        .map(|node| decode::one_of(node, "form", &Form::NAMES, diagnostics).map(|form| form.value));
    let within = map.optional("within").map(|node| {
        let program = names.program(node, "within", diagnostics)?;
        names
            .require(&program, &Type::Number, diagnostics)
            .then_some(program)
    });
    let unit = map
        .optional("unit")
        .map(|node| names.prose(node, "unit", diagnostics));
    let also = map.optional("also").map(|node| {
        let nodes = decode::one_or_many(node).iter();
        let programs: Vec<_> = nodes
            .map(|node| names.exact(node, "also", diagnostics))
            .collect();
        programs.into_iter().collect::<Option<Vec<_>>>()
    });
    let ignore = map.optional("ignore").map(|node| ignore(node, diagnostics));
    Some(Answer {
        is: is??,
        form: whole(form)?,
        within: whole(within)?,
        unit: whole(unit)?,
        also: whole(also)?.unwrap_or_default(),
        ignore: whole(ignore)?.unwrap_or_default(),
        span: map.span(),
    })
}

/// `None` if a part was there and had a mistake.
#[allow(clippy::option_option)]
pub(in crate::bank) fn whole<T>(part: Option<Option<T>>) -> Option<Option<T>> {
    match part {
        None => Some(None),
        Some(read) => read.map(Some),
    }
}

fn ignore(node: &Node, diagnostics: &mut Diagnostics) -> Option<Ignore> {
    type Set = fn(&mut Ignore);
    const WORDS: [(&str, Set); 3] = [
        ("case", |ignore| ignore.case = true),
        ("spaces", |ignore| ignore.spaces = true),
        ("accents", |ignore| ignore.accents = true),
    ];
    let mut read = Ignore::default();
    for node in decode::one_or_many(node) {
        (decode::one_of(node, "ignore", &WORDS, diagnostics)?.value)(&mut read);
    }
    Some(read)
}

/// The slips, in the order written.
pub(in crate::bank) fn misconceptions(
    node: &Node,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Vec<Misconception> {
    let entries = decode::entries(node, "misconceptions", diagnostics).unwrap_or_default();
    entries
        .iter()
        .filter_map(|(slip, node)| misconception(slip.text(), node, names, diagnostics))
        .collect()
}

fn misconception(
    slip: &str,
    node: &Node,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Misconception> {
    let slip = slip.trim().to_owned();
    if !matches!(node.kind, NodeKind::Mapping(_)) {
        let answers = Wrong::Is(names.exact(node, "misconception", diagnostics)?);
        return Some(Misconception {
            slip,
            answers,
            when: None,
            tell: None,
            span: node.span,
        });
    }
    let map = Map::read(node, "misconception", keys::MISCONCEPTION, diagnostics)?;
    let is = map
        .optional("is")
        .map(|node| names.exact(node, "is", diagnostics));
    let pool = map.optional("pool").map(|node| {
        let program = names.program(node, "pool", diagnostics)?;
        let list = Type::list_of(Type::Any);
        names
            .require(&program, &list, diagnostics)
            .then_some(program)
    });
    let when = map
        .optional("if")
        .map(|node| names.condition(node, "if", diagnostics));
    let tell = map
        .optional("tell")
        .map(|node| names.prose(node, "tell", diagnostics));
    map.finish(diagnostics);
    let answers = match (is, pool) {
        (Some(is), None) => Wrong::Is(is?),
        (None, Some(pool)) => Wrong::Pool(pool?),
        _ => {
            let message = "a misconception gives one answer by `is` or several by `pool`";
            let help = "write `{is: a + b, if: a != b}` or `{pool: [1, 2, 3]}`";
            diagnostics.push(Diagnostic::error(Code::MissingKey, node.span, message).help(help));
            return None;
        }
    };
    Some(Misconception {
        slip,
        answers,
        when: whole(when)?,
        tell: whole(tell)?,
        span: node.span,
    })
}
