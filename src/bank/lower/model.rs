//! Item models.

mod agree;
mod build;
mod define;
mod example;
mod allow;
mod lengths;
mod names;

use std::sync::Arc;

use crate::bank::image::Images;
use crate::bank::keys;
use crate::bank::lower::cell::cell;
use crate::bank::lower::order::{Definition, Meaning, plan};
use crate::bank::lower::table::Table;
use crate::bank::lower::{Name, answer, figure, licence, name, text, texts, weight};
use crate::bank::model::{Condition, DifficultyNote, ItemModel};
use crate::bank::prose::Prose;
use crate::bank::response::{self, Place, ResponseType};
use crate::bank::standard::Standard;
use crate::bank::yaml::decode::{self, Map};
use crate::bank::yaml::{Node, NodeKind, expression_list};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::expression::Scope;
use crate::expression::ast::Expression;
use crate::expression::parser::{Written, parse};
use crate::expression::types::Type;
use crate::source::{Sources, Spanned};
use crate::value::Value;

use agree::unused;
use build::build;
use define::definitions;
pub(super) use define::is_name;
use example::examples;
pub(in crate::bank) use lengths::Lengths;
pub(in crate::bank) use names::Names;

/// What an item model can use of its bank.
pub(super) struct Context<'a> {
    /// The files.
    pub sources: &'a Sources,
    /// The tables.
    pub tables: &'a [Table],
    /// The image files.
    pub images: &'a Arc<Images>,
    /// The standards.
    pub standards: &'a [Standard],
    /// How many standards are written, those with mistakes included.
    pub standards_written: usize,
    /// The bank's licence.
    pub licence: &'a Option<String>,
    /// The bank's authors.
    pub authors: &'a [String],
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
    // A standard with a mistake is told of where it stands.
    if standard.is_none() && map.optional("standard").is_none() && context.standards_written != 1 {
        map.required("standard");
    }
    let title = text(map.optional("title"), "title", diagnostics);
    let points = map.optional("points").map(|node| points(node, diagnostics));
    let minutes = map
        .optional("minutes")
        .map(|node| minutes(node, diagnostics));
    let tags = texts(map.optional("tags"), "tags", diagnostics);
    let licence = licence(&map, diagnostics);
    let authors = map.optional("authors");
    let own_authors = texts(authors, "authors", diagnostics);
    let symbols = texts(map.optional("symbols"), "symbols", diagnostics);

    let before = diagnostics.iter().len();
    let mut definitions = definitions(&map, context, &symbols, diagnostics);
    let hidden = response::drawn(&map).into_iter();
    definitions.extend(hidden.map(|(name, domain)| Definition {
        name,
        meaning: Meaning::Drawn(domain),
    }));
    let conditions = expressions(&map, "where", context, diagnostics);
    let trees: Vec<Expression> = conditions.iter().map(|(tree, _)| tree.clone()).collect();
    let plan = plan(&definitions, &trees, diagnostics);

    let mut scope = Scope::default();
    for table in context.tables {
        scope.add_constant(table.name.value.clone(), table.value.clone());
    }
    for symbol in &symbols {
        scope.add_constant(symbol.as_str().into(), Value::symbol(symbol));
    }
    let constants = scope.clone();
    let mut names = Names::new(scope, context.images.clone());
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

    let mut radicals = checked(&map, "alike", None, context, &mut names, diagnostics);
    let checks = checked(
        &map,
        "check",
        Some(&Type::Boolean),
        context,
        &mut names,
        diagnostics,
    );
    let stem = match map.optional("parts") {
        Some(_) => map.optional("stem"),
        None => map.required("stem"),
    };
    let mut stems: Vec<_> = stem
        .map(decode::one_or_many)
        .unwrap_or_default()
        .iter()
        .filter_map(|node| names.prose(node, "stem", diagnostics))
        .collect();
    if stem.is_none() && map.optional("parts").is_some() {
        stems.push(Prose::empty(node.span));
    }
    let lengths = Lengths {
        definitions: &definitions,
        tables: context.tables,
    };
    let figures = figure::figures(&map, &mut names, diagnostics);
    let response = ResponseType::read(&map, Place::Item, &lengths, &mut names, diagnostics);
    if let (Some(response), Some(radicals)) = (&response, &mut radicals) {
        radicals.extend(response.radicals(node.span));
    }
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
        .map(|node| examples(node, &definitions, &constants, diagnostics))
        .unwrap_or_default();
    let allowances = allow::allowances(map.optional("allow"), diagnostics);
    let span = id.as_ref().map_or(node.span, |id| id.span);
    map.finish(diagnostics);
    unused(&definitions, &trees, &names, diagnostics);
    if let Some(response) = &response {
        response.check_blanks(&stems, diagnostics);
    }
    if stems.is_empty() {
        return None;
    }
    let (steps, bindings, slots) = built?;
    let (figure, option_figure) = figures?;
    Some(ItemModel {
        id: id?,
        family: None,
        standard: standard?,
        title,
        points: answer::whole(points)?
            .or_else(|| response.as_ref()?.points())
            .unwrap_or(1),
        minutes: minutes.unwrap_or(Some(None))?,
        tags,
        licence: licence.or_else(|| context.licence.clone()),
        authors: authors.map_or_else(|| context.authors.to_vec(), |_| own_authors),
        names: slots,
        steps,
        bindings,
        radicals: radicals?,
        checks: checks?,
        stems,
        figure,
        option_figure,
        response: response?,
        misconceptions,
        solution: match solution {
            Some(solution) => Some(solution?),
            None => None,
        },
        difficulty,
        examples,
        allowances,
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
    // Lists joined from several are split one by one: each has commas and brackets of its own.
    let lists = match &node.kind {
        NodeKind::Sequence(lists) if node.span.is_empty() => lists.as_slice(),
        _ => std::slice::from_ref(node),
    };
    let split = |list| expression_list(list, context.sources, diagnostics);
    let texts: Vec<_> = lists.iter().flat_map(split).collect();
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

fn difficulty(node: &Node, names: &mut Names, diagnostics: &mut Diagnostics) -> DifficultyNote {
    let mut note = DifficultyNote::default();
    for (key, node) in decode::entries(node, "difficulty", diagnostics).unwrap_or_default() {
        if key.text() == "weights" {
            note.weights = weight::weights(node, diagnostics);
            continue;
        }
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
