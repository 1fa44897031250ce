//! Item models.

mod names;

use std::collections::HashSet;
use std::sync::Arc;

use crate::bank::answer::ResponseType;
use crate::bank::domain::{self, Domain};
use crate::bank::keys;
use crate::bank::lower::cell::{cell, element};
use crate::bank::lower::order::{Definition, Meaning, Plan, Planned, plan};
use crate::bank::lower::{Name, answer, name, text, texts};
use crate::bank::model::{Binding, Condition, DifficultyNote, Example, ItemModel, Parameter, Step};
use crate::bank::standard::Standard;
use crate::bank::yaml::decode::{self, Map};
use crate::bank::yaml::{Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::expression::Scope;
use crate::expression::ast::{Expression, ExpressionKind};
use crate::expression::parser::{Written, parse};
use crate::expression::types::Type;
use crate::source::{SourceText, Sources, Span, Spanned};
use crate::value::Value;

pub(super) use names::Names;

/// What an item model can use of its bank.
pub(super) struct Context<'a> {
    /// The files.
    pub sources: &'a Sources,
    /// The tables.
    pub tables: &'a [(Arc<str>, Value)],
    /// The standards.
    pub standards: &'a [Standard],
}

pub(super) fn model(
    node: &Node,
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<ItemModel> {
    let map = Map::read(node, "item model", keys::MODEL, diagnostics)?;
    let id = map
        .required("id")
        .and_then(|node| name(node, "id", diagnostics));
    let standard = match map.optional("standard") {
        Some(node) => name(node, "standard", diagnostics),
        None => only_standard(&map, context),
    };
    if standard.is_none() && map.optional("standard").is_none() {
        map.required("standard");
    }
    let title = text(map.optional("title"), "title", diagnostics);
    let points = map
        .optional("points")
        .map_or(Some(1), |node| points(node, diagnostics));
    let minutes = map
        .optional("minutes")
        .map(|node| minutes(node, diagnostics));
    let tags = texts(map.optional("tags"), "tags", diagnostics);
    let symbols = texts(map.optional("symbols"), "symbols", diagnostics);

    let before = diagnostics.iter().len();
    let definitions = definitions(&map, context, &symbols, diagnostics);
    let conditions = expressions(&map, "where", context, diagnostics);
    let trees: Vec<Expression> = conditions.iter().map(|(tree, _)| tree.clone()).collect();
    let plan = plan(&definitions, &trees, diagnostics);

    let mut scope = Scope::default();
    for (name, value) in context.tables {
        scope.add_constant(name.clone(), value.clone());
    }
    for symbol in &symbols {
        scope.add_constant(symbol.as_str().into(), Value::symbol(symbol));
    }
    let mut names = Names::new(scope);
    let built = build(
        plan.unwrap_or_default(),
        &definitions,
        &conditions,
        &mut names,
        diagnostics,
    );
    // A definition with a mistake would be "unknown" in everything that uses it.
    let sound = built.is_some() && diagnostics.iter().len() == before;
    if !sound {
        names.ignore_unknown(
            definitions
                .iter()
                .map(|definition| definition.name.value.clone()),
        );
    }

    let radicals = checked(&map, "alike", None, context, &mut names, diagnostics);
    let checks = checked(
        &map,
        "check",
        Some(&Type::Boolean),
        context,
        &mut names,
        diagnostics,
    );
    let stems: Vec<_> = map
        .required("stem")
        .map(decode::one_or_many)
        .unwrap_or_default()
        .iter()
        .filter_map(|node| names.prose(node, "stem", diagnostics))
        .collect();
    let response = response(&map, &mut names, diagnostics);
    let misconceptions = map
        .optional("misconceptions")
        .map(|node| answer::misconceptions(node, &mut names, diagnostics))
        .unwrap_or_default();
    let solution = map
        .optional("solution")
        .map(|node| names.prose(node, "solution", diagnostics));
    let difficulty = map
        .optional("difficulty")
        .map(|node| difficulty(node, &mut names, diagnostics))
        .unwrap_or_default();
    let examples = map
        .optional("examples")
        .map(|node| examples(node, &definitions, diagnostics))
        .unwrap_or_default();
    let span = id.as_ref().map_or(node.span, |id| id.span);
    map.finish(diagnostics);
    unused(&definitions, &trees, &names, diagnostics);
    blanks(&stems, response.as_ref(), diagnostics);
    if stems.is_empty() {
        return None;
    }
    let (steps, bindings, slots) = built?;
    Some(ItemModel {
        id: id?,
        standard: standard?,
        title,
        points: points?,
        minutes: minutes.unwrap_or(Some(None))?,
        tags,
        names: slots,
        steps,
        bindings,
        radicals: radicals?,
        checks: checks?,
        stems,
        response: response?,
        misconceptions,
        solution: match solution {
            Some(solution) => Some(solution?),
            None => None,
        },
        difficulty,
        examples,
        span,
    })
}

/// A bank with one standard need not repeat it at every item.
fn only_standard(map: &Map<'_>, context: &Context<'_>) -> Option<Name> {
    match context.standards {
        [only] => Some(Spanned::new(only.id.value.clone(), map.span())),
        _ => None,
    }
}

fn points(node: &Node, diagnostics: &mut Diagnostics) -> Option<u32> {
    let points = decode::whole(node, "points", diagnostics)?;
    if !(1..=100).contains(&points.value) {
        let message = format!("points: {} is not from 1 to 100", points.value);
        diagnostics.push(Diagnostic::error(Code::WrongShape, points.span, message));
    }
    u32::try_from(points.value).ok()
}

/// The inner `None` stands for nothing written, the outer one for a mistake.
#[allow(clippy::option_option)]
fn minutes(node: &Node, diagnostics: &mut Diagnostics) -> Option<Option<f64>> {
    match cell(node) {
        Value::Number(number) if !number.exact().is_negative() => {
            Some(Some(number.exact().to_f64()))
        }
        _ => {
            let found = node.description();
            let message = format!("expected a number of minutes, found {found}");
            diagnostics.push(Diagnostic::error(Code::WrongShape, node.span, message));
            None
        }
    }
}

fn definitions(
    map: &Map<'_>,
    context: &Context<'_>,
    symbols: &[String],
    diagnostics: &mut Diagnostics,
) -> Vec<Definition> {
    let empty: &[_] = &[];
    let mut entries = |key: &str| {
        map.optional(key)
            .and_then(|node| decode::entries(node, key, diagnostics))
            .unwrap_or(empty)
    };
    let (varied, bound) = (entries("vary"), entries("let"));
    let defined: HashSet<&str> = varied
        .iter()
        .chain(bound)
        .map(|(name, _)| name.text())
        .collect();
    let known = |name: &str| {
        defined.contains(name)
            || symbols.iter().any(|symbol| symbol == name)
            || context.tables.iter().any(|(table, _)| &**table == name)
    };
    let mut definitions: Vec<Definition> = Vec::new();
    let all = varied
        .iter()
        .map(|entry| (entry, true))
        .chain(bound.iter().map(|e| (e, false)));
    for ((scalar, node), is_drawn) in all {
        let name = Spanned::new(Arc::from(scalar.text()), scalar.span());
        if !is_name(&name, diagnostics) {
            continue;
        }
        if let Some(twin) = definitions
            .iter()
            .find(|twin| twin.name.value == name.value)
        {
            let message = format!("`{}` stands under `vary` and under `let`", name.value);
            diagnostics.push(
                Diagnostic::error(Code::DuplicateId, name.span, message)
                    .label(twin.name.span, "the first one stands here")
                    .help("give one of them another name"),
            );
            continue;
        }
        let meaning = if is_drawn {
            drawn(node, &known, diagnostics).map(Meaning::Drawn)
        } else {
            binding(node, &known, diagnostics).map(Meaning::Bound)
        };
        definitions.extend(meaning.map(|meaning| Definition { name, meaning }));
    }
    definitions
}

fn is_name(name: &Name, diagnostics: &mut Diagnostics) -> bool {
    let source = SourceText::verbatim(&*name.value, name.span);
    let is_name = matches!(
        parse(Written::whole(&source)).map(|tree| tree.kind),
        Ok(ExpressionKind::Name(_))
    );
    if !is_name {
        let message = format!("`{}` cannot be a name", name.value);
        let help = "a name starts with a letter, has letters, digits and `_`, and is no word of the language";
        diagnostics.push(Diagnostic::error(Code::ExpressionSyntax, name.span, message).help(help));
    }
    is_name
}

fn drawn(
    node: &Node,
    known: &dyn Fn(&str) -> bool,
    diagnostics: &mut Diagnostics,
) -> Option<Domain<Expression>> {
    match &node.kind {
        NodeKind::Sequence(_) => Some(Domain::OneOf(element(node, known))),
        NodeKind::Mapping(entries) => {
            let weights = entries.iter().find(|(key, _)| key.text() == "weights");
            let Some((_, weights)) = weights.filter(|_| entries.len() == 1) else {
                let message = "a domain is a range, a list, `row of` a table, or `{weights: {…}}`";
                diagnostics.push(Diagnostic::error(Code::WrongShape, node.span, message));
                return None;
            };
            weighted(weights, diagnostics)
        }
        NodeKind::Scalar(scalar) => domain::read(Written::whole(&scalar.content))
            .map_err(|error| diagnostics.push(error))
            .ok(),
    }
}

fn weighted(node: &Node, diagnostics: &mut Diagnostics) -> Option<Domain<Expression>> {
    let entries = decode::entries(node, "weights", diagnostics)?;
    let weights: Vec<Option<(Expression, u64)>> = entries
        .iter()
        .map(|(value, node)| {
            let weight = decode::whole(node, "weight", diagnostics)?;
            let text = Node {
                span: value.span(),
                kind: NodeKind::Scalar(value.clone()),
            };
            let kind = ExpressionKind::Literal(cell(&text));
            let expression = Expression {
                kind,
                span: value.span(),
            };
            match u64::try_from(weight.value) {
                Ok(weight) if weight > 0 => Some((expression, weight)),
                _ => {
                    let message = "a weight is a whole number from 1 on";
                    diagnostics.push(Diagnostic::error(Code::WrongShape, weight.span, message));
                    None
                }
            }
        })
        .collect();
    weights
        .into_iter()
        .collect::<Option<Vec<_>>>()
        .map(Domain::Weighted)
}

fn binding(
    node: &Node,
    known: &dyn Fn(&str) -> bool,
    diagnostics: &mut Diagnostics,
) -> Option<Expression> {
    match &node.kind {
        NodeKind::Scalar(scalar) => parse(Written::whole(&scalar.content))
            .map_err(|error| diagnostics.push(error))
            .ok(),
        _ => Some(element(node, known)),
    }
}

/// The expressions under `key`, with the words in which they are written.
fn expressions(
    map: &Map<'_>,
    key: &str,
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<(Expression, String)> {
    let Some(node) = map.optional(key) else {
        return Vec::new();
    };
    let texts = crate::bank::yaml::expression_list(node, context.sources, diagnostics);
    texts
        .iter()
        .filter_map(|text| match parse(Written::whole(text)) {
            Ok(tree) => Some((tree, text.as_str().trim().to_owned())),
            Err(error) => {
                diagnostics.push(error);
                None
            }
        })
        .collect()
}

fn checked(
    map: &Map<'_>,
    key: &str,
    wanted: Option<&Type>,
    context: &Context<'_>,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Condition>> {
    let conditions: Vec<Option<Condition>> = expressions(map, key, context, diagnostics)
        .into_iter()
        .map(|(tree, written)| {
            let program = names.check(&tree, diagnostics)?;
            let fits = wanted.is_none_or(|wanted| names.require(&program, wanted, diagnostics));
            fits.then_some(Condition { program, written })
        })
        .collect();
    conditions.into_iter().collect()
}

type Built = (Vec<Step>, Vec<Binding>, Vec<Arc<str>>);

/// Checks definitions and conditions in the order of the plan, each name known from then on.
fn build(
    plan: Plan,
    definitions: &[Definition],
    conditions: &[(Expression, String)],
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Built> {
    let (mut steps, mut bindings, mut slots) = (Vec::new(), Vec::new(), Vec::new());
    let mut whole = plan.steps.len() + plan.late.len() >= definitions.len();
    let late = plan.late.iter().map(|at| (Planned::Define(*at), true));
    for (planned, is_late) in plan.steps.iter().map(|step| (*step, false)).chain(late) {
        let step = match planned {
            Planned::Require(at) => {
                let (tree, written) = &conditions[at];
                let program = names
                    .check(tree, diagnostics)
                    .filter(|program| names.require(program, &Type::Boolean, diagnostics));
                program.map(|program| {
                    Step::Require(Condition {
                        program,
                        written: written.clone(),
                    })
                })
            }
            Planned::Define(at) => {
                let definition = &definitions[at];
                slots.push(definition.name.value.clone());
                define(definition, names, diagnostics)
            }
        };
        match step {
            Some(Step::Bind(binding)) if is_late => bindings.push(binding),
            Some(step) => steps.push(step),
            None => whole = false,
        }
    }
    whole.then_some((steps, bindings, slots))
}

fn define(
    definition: &Definition,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Step> {
    let name = definition.name.value.clone();
    match &definition.meaning {
        Meaning::Drawn(domain) => {
            let checked = names.domain(domain, diagnostics);
            let (domain, holds) = match checked {
                Some((domain, holds)) => (Some(domain), holds),
                None => (None, Type::Any),
            };
            let slot = names.add(name.clone(), holds);
            Some(Step::Draw(Parameter {
                name,
                slot,
                domain: domain?,
                span: definition.name.span,
            }))
        }
        Meaning::Bound(tree) => {
            let program = names.check(tree, diagnostics);
            let holds = program
                .as_ref()
                .map_or(Type::Any, |program| program.gives.clone());
            let slot = names.add(name.clone(), holds);
            Some(Step::Bind(Binding {
                name,
                slot,
                program: program?,
            }))
        }
    }
}

fn response(
    map: &Map<'_>,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<ResponseType> {
    let choices = map
        .optional("choices")
        .map(|node| answer::choices(node, map.optional("order"), diagnostics));
    match (map.optional("answer"), map.optional("answers")) {
        (Some(node), None) => {
            let answer = answer::answer(node, names, diagnostics);
            Some(match choices {
                Some(choices) => ResponseType::Choice(answer?, choices?),
                None => ResponseType::Typed(answer?),
            })
        }
        (None, Some(node)) => {
            let entries = decode::entries(node, "answers", diagnostics)?;
            let answers: Vec<Option<_>> = entries
                .iter()
                .map(|(blank, node)| {
                    let answer = answer::answer(node, names, diagnostics)?;
                    Some((Spanned::new(Arc::from(blank.text()), blank.span()), answer))
                })
                .collect();
            answers
                .into_iter()
                .collect::<Option<Vec<_>>>()
                .map(ResponseType::Blanks)
        }
        (Some(_), Some(node)) => {
            let message = "an item has `answer` or `answers`, not both";
            diagnostics.push(Diagnostic::error(Code::UnknownResponse, node.span, message));
            None
        }
        (None, None) => {
            let place = map.key_span("stem").unwrap_or(map.span());
            let message = "this item does not say how it is answered";
            let help = "add `answer: …`, or `answers:` with one entry for each `[[blank]]`";
            diagnostics.push(Diagnostic::error(Code::UnknownResponse, place, message).help(help));
            None
        }
    }
}

fn difficulty(node: &Node, names: &mut Names, diagnostics: &mut Diagnostics) -> DifficultyNote {
    let mut note = DifficultyNote::default();
    for (key, node) in decode::entries(node, "difficulty", diagnostics).unwrap_or_default() {
        let Some(program) = names.program(node, key.text(), diagnostics) else {
            continue;
        };
        let fits = program.gives.fits(&Type::Boolean);
        if !fits && !names.require(&program, &Type::Number, diagnostics) {
            continue;
        }
        match key.text() {
            "rating" => note.rating = Some(program),
            feature => {
                note.features
                    .push((Spanned::new(feature.to_owned(), key.span()), program));
            }
        }
    }
    note
}

fn examples(
    node: &Node,
    definitions: &[Definition],
    diagnostics: &mut Diagnostics,
) -> Vec<Example> {
    let nodes = decode::one_or_many(node);
    nodes
        .iter()
        .filter_map(|node| example(node, definitions, diagnostics))
        .collect()
}

fn example(
    node: &Node,
    definitions: &[Definition],
    diagnostics: &mut Diagnostics,
) -> Option<Example> {
    let map = Map::read(node, "example", keys::EXAMPLE, diagnostics)?;
    let vary = map
        .required("vary")
        .and_then(|node| decode::entries(node, "vary", diagnostics));
    let answer = map.required("answer").map(cell);
    map.finish(diagnostics);
    for (name, _) in vary.unwrap_or_default() {
        let is_drawn = definitions.iter().any(|definition| {
            &*definition.name.value == name.text()
                && matches!(definition.meaning, Meaning::Drawn(_))
        });
        if !is_drawn {
            let message = format!("`{}` is not drawn under `vary`", name.text());
            diagnostics.push(Diagnostic::error(Code::UnknownName, name.span(), message));
        }
    }
    let vary = vary?
        .iter()
        .map(|(name, node)| (Arc::from(name.text()), cell(node)))
        .collect();
    Some(Example {
        vary,
        answer: answer?,
        span: node.span,
    })
}

/// Names that nothing uses are usually a slip of the pen in what should use them.
fn unused(
    definitions: &[Definition],
    conditions: &[Expression],
    names: &Names,
    diagnostics: &mut Diagnostics,
) {
    let mut read: HashSet<Arc<str>> = definitions.iter().flat_map(Definition::reads).collect();
    read.extend(
        conditions
            .iter()
            .flat_map(Expression::free_names)
            .map(|name| name.value),
    );
    for definition in definitions {
        let name = &definition.name;
        if !read.contains(&name.value) && !names.is_read(&name.value) {
            let message = format!("`{}` is never used", name.value);
            let help = "use it in the stem or an expression, or take it away";
            diagnostics.push(Diagnostic::warning(Code::UnusedName, name.span, message).help(help));
        }
    }
}

/// Every blank needs an answer, and every answer a blank.
fn blanks(
    stems: &[crate::bank::prose::Prose],
    response: Option<&ResponseType>,
    diagnostics: &mut Diagnostics,
) {
    let Some(response) = response else { return };
    let answers: Vec<(&str, Span)> = match response {
        ResponseType::Blanks(answers) => answers
            .iter()
            .map(|(name, _)| (&*name.value, name.span))
            .collect(),
        _ => Vec::new(),
    };
    for stem in stems {
        for blank in stem.blanks() {
            if !answers.iter().any(|(name, _)| *name == &*blank.value) {
                let message = format!("the blank `{}` has no answer", blank.value);
                let help = format!("add `{}: …` under `answers`", blank.value);
                diagnostics
                    .push(Diagnostic::error(Code::UnknownResponse, blank.span, message).help(help));
            }
        }
        for (name, span) in &answers {
            if !stem.blanks().any(|blank| &*blank.value == *name) {
                let message = format!("the answer `{name}` has no blank");
                let help = format!("write `[[{name}]]` into the stem");
                diagnostics
                    .push(Diagnostic::error(Code::UnknownResponse, *span, message).help(help));
            }
        }
    }
}
