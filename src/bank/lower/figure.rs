//! Figures.

mod picture;

use std::sync::Arc;

use crate::bank::figure::table::{Key, ShapeRow, Takes, find, shapes};
use crate::bank::figure::{Entry, Figure, Given, OptionFigure, Shape, Walk};
use crate::bank::keys;
use crate::bank::lower::answer::whole;
use crate::bank::lower::model::Names;
use crate::bank::yaml::decode::{self, Map};
use crate::bank::yaml::{Node, NodeKind, Scalar};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, suggest};
use crate::expression::Program;
use crate::expression::ast::{Comparison, Expression, ExpressionKind};
use crate::expression::parser::{Written, parse};
use crate::expression::types::Type;

use picture::picture;

/// The name of an option's value in `option figure`.
const OPTION: &str = "option";
/// The variable of a curve.
const VARIABLE: &str = "x";

/// The keys of an entry beside its shape.
const FOR: &str = "for";
const IF: &str = "if";

/// The figures of an item model: beside its stem, and for its options.
pub(in crate::bank) fn figures(
    map: &Map<'_>,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<(Option<Figure>, Option<OptionFigure>)> {
    let stem = map
        .optional("figure")
        .map(|node| figure(node, names, diagnostics));
    let option = map
        .optional("option figure")
        .map(|node| option_figure(node, names, diagnostics));
    if map.optional("option figure").is_some() && map.optional("choices").is_none() {
        let message = "`option figure` draws the options of an item with `choices`";
        let place = map.key_span("option figure");
        diagnostics
            .push(Diagnostic::error(Code::BadFigure, place, message).help("write `choices: 4`"));
    }
    Some((whole(stem)?, whole(option)?))
}

/// `figure: {alt, size, scale, draw}`, or `chart` instead of `draw`.
fn figure(node: &Node, names: &mut Names, diagnostics: &mut Diagnostics) -> Option<Figure> {
    let map = Map::read(node, "figure", keys::FIGURE, diagnostics)?;
    let alt = map
        .required("alt")
        .map(|node| names.prose(node, "alt", diagnostics));
    let mut number = |key: &str| {
        let node = map.optional(key)?;
        Some(numeric(node, key, None, names, diagnostics))
    };
    let (size, scale) = (number("size"), number("scale"));
    let drawn = ["draw", "chart", "image"].map(|key| map.optional(key));
    let (draw, image) = match drawn {
        [Some(node), None, None] => (entries(node, names, diagnostics), None),
        [None, Some(node), None] => {
            let chart = entry(node, names, diagnostics);
            (chart.map(|chart| vec![chart]), None)
        }
        [None, None, Some(node)] => (Some(Vec::new()), Some(picture(node, names, diagnostics))),
        _ => {
            let message = "a figure has one of `draw`, a list of shapes, `chart`, one chart, and `image`, a file";
            diagnostics.push(
                Diagnostic::error(Code::MissingKey, node.span, message)
                    .help("write `draw: [{rect: {at: [0, 0], w: 4, h: 3}}]`"),
            );
            (None, None)
        }
    };
    if image.is_some() {
        for key in ["size", "scale"] {
            if let Some(place) = map.key_span(key) {
                let message = format!("`{key}` is for what is drawn");
                let help = "an image has a width in points: `image: {file: map.png, width: 200}`";
                diagnostics.push(Diagnostic::error(Code::BadFigure, place, message).help(help));
            }
        }
    }
    map.finish(diagnostics);
    Some(Figure {
        alt: alt??,
        size: whole(size)?,
        scale: whole(scale)?,
        draw: draw?,
        image: whole(image)?,
        span: node.span,
    })
}

/// `option figure`, in which `option` is the value of each option.
fn option_figure(
    node: &Node,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<OptionFigure> {
    names.with(OPTION.into(), Type::Any, |names, slot| {
        let figure = figure(node, names, diagnostics)?;
        Some(OptionFigure {
            slot,
            figure: Arc::new(figure),
        })
    })
}

fn entries(node: &Node, names: &mut Names, diagnostics: &mut Diagnostics) -> Option<Vec<Entry>> {
    decode::list_of(node, "draw", diagnostics, |node, diagnostics| {
        entry(node, names, diagnostics)
    })
}

/// `{rect: {…}}`, with `for: name in list` and `if: condition` beside the shape if wanted.
fn entry(node: &Node, names: &mut Names, diagnostics: &mut Diagnostics) -> Option<Entry> {
    let written = decode::entries(node, "shape", diagnostics)?;
    let walk = match node.get(FOR) {
        None => None,
        Some(node) => Some(walk(node, names, diagnostics)?),
    };
    let mut rest = |names: &mut Names, slot: Option<(usize, Program)>| {
        let when = node
            .get(IF)
            .map(|node| names.condition(node, IF, diagnostics));
        let is_shape = |entry: &&(Scalar, Node)| ![FOR, IF].contains(&entry.0.text());
        let mut shapes = written.iter().filter(is_shape);
        let (Some((name, keys)), None) = (shapes.next(), shapes.next()) else {
            let message = "an entry of `draw` is one shape";
            let help = "write `- rect: {at: [0, 0], w: 4, h: 3}`, each shape behind its own `-`";
            diagnostics.push(Diagnostic::error(Code::WrongShape, node.span, message).help(help));
            return None;
        };
        let shape = shape(name, keys, names, diagnostics);
        Some(Entry {
            walk: slot.map(|(slot, list)| Walk { slot, list }),
            when: whole(when)?,
            shape: shape?,
        })
    };
    match walk {
        None => rest(names, None),
        Some((name, list)) => {
            let element = list.gives.element().unwrap_or(Type::Any);
            names.with(name, element, |names, slot| rest(names, Some((slot, list))))
        }
    }
}

/// `p in list`
fn walk(
    node: &Node,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<(Arc<str>, Program)> {
    let text = decode::text(node, FOR, diagnostics)?;
    let tree = parse(Written::whole(text)).map_err(|error| diagnostics.push(error));
    if let ExpressionKind::Comparison(name, links) = tree.ok()?.kind
        && let (ExpressionKind::Name(name), [(Comparison::In, list)]) = (&name.kind, &links[..])
    {
        let list = names.check(list, diagnostics)?;
        let wanted = Type::list_of(Type::Any);
        let fits = names.require(&list, &wanted, diagnostics);
        return fits.then(|| (name.clone(), list));
    }
    let message = "`for` names each element of a list";
    let help = "write `for: p in [1, 2, 3]`";
    diagnostics.push(Diagnostic::error(Code::WrongShape, node.span, message).help(help));
    None
}

fn shape(
    name: &Scalar,
    node: &Node,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Shape> {
    let Some(row) = find(name.text()) else {
        let message = format!("there is no shape `{}`", name.text());
        let help = suggest::help(name.text(), shapes().map(|row| row.name));
        diagnostics.push(Diagnostic::error(Code::UnknownKey, name.span(), message).help(help));
        return None;
    };
    let keys = keys_of(row, node, names, diagnostics);
    Some(Shape {
        kind: row.kind,
        keys: keys?,
        span: name.span(),
    })
}

fn keys_of(
    row: &'static ShapeRow,
    node: &Node,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<(&'static Key, Given)>> {
    let known: Vec<&str> = row.keys.iter().map(|key| key.name).collect();
    let map = Map::read(node, row.name, &known, diagnostics)?;
    let mut whole = true;
    let mut read = Vec::new();
    for key in row.keys {
        let node = if key.required {
            map.required(key.name)
        } else {
            map.optional(key.name)
        };
        match node.map(|node| given(key, node, names, diagnostics)) {
            Some(Some(given)) => read.push((key, given)),
            Some(None) => whole = false,
            None => whole &= !key.required,
        }
    }
    map.finish(diagnostics);
    whole.then_some(read)
}

fn given(
    key: &'static Key,
    node: &Node,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Given> {
    match key.takes {
        Takes::Text => {
            let text = names.prose(node, key.name, diagnostics)?;
            Some(Given::Text(Box::new(text)))
        }
        Takes::Texts => texts(key, node, names, diagnostics),
        Takes::Word(words) => {
            let choices: Vec<(&str, &'static str)> =
                words.iter().map(|word| (*word, *word)).collect();
            let word = decode::one_of(node, key.name, &choices, diagnostics)?;
            Some(Given::Word(word.value))
        }
        Takes::Flag => names
            .condition(node, key.name, diagnostics)
            .map(Given::Value),
        Takes::Curve => names.with(VARIABLE.into(), Type::Number, |names, slot| {
            let program = names.program(node, key.name, diagnostics)?;
            fits(&program, Takes::Curve, key.name, diagnostics)
                .then_some(Given::Curve(slot, program))
        }),
        Takes::Draw => entries(node, names, diagnostics).map(Given::Draw),
        Takes::Point
        | Takes::Points
        | Takes::Number
        | Takes::Length
        | Takes::Count
        | Takes::Numbers => {
            numeric(node, key.name, Some(key.takes), names, diagnostics).map(Given::Value)
        }
    }
}

/// Texts with holes written as a list, or an expression that gives a list.
fn texts(
    key: &'static Key,
    node: &Node,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Given> {
    if let NodeKind::Sequence(nodes) = &node.kind {
        let texts: Vec<_> = nodes
            .iter()
            .map(|node| names.prose(node, key.name, diagnostics))
            .collect();
        return texts.into_iter().collect::<Option<_>>().map(Given::Texts);
    }
    let program = names.program(node, key.name, diagnostics)?;
    let wanted = Type::list_of(Type::Any);
    let fits = names.require(&program, &wanted, diagnostics);
    fits.then_some(Given::Value(program))
}

/// Numbers and lists of numbers: `[w/2, 0]` is a list of two expressions.
fn numeric(
    node: &Node,
    what: &str,
    takes: Option<Takes>,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Program> {
    let tree = tree(node, what, diagnostics)?;
    let program = names.check(&tree, diagnostics)?;
    let is_fit = match takes {
        Some(takes) => fits(&program, takes, what, diagnostics),
        None => true,
    };
    is_fit.then_some(program)
}

fn tree(node: &Node, what: &str, diagnostics: &mut Diagnostics) -> Option<Expression> {
    match &node.kind {
        NodeKind::Sequence(nodes) => {
            let parts: Vec<_> = nodes
                .iter()
                .map(|node| tree(node, what, diagnostics))
                .collect();
            let parts: Option<Vec<Expression>> = parts.into_iter().collect();
            Some(Expression {
                kind: ExpressionKind::List(parts?),
                span: node.span,
            })
        }
        _ => parse(Written::whole(decode::text(node, what, diagnostics)?))
            .map_err(|error| diagnostics.push(error))
            .ok(),
    }
}

fn fits(program: &Program, takes: Takes, what: &str, diagnostics: &mut Diagnostics) -> bool {
    let gives = &program.gives;
    let is_fit = match takes {
        Takes::Point | Takes::Numbers => gives.element().is_some_and(|part| is_number(&part)),
        Takes::Points => gives
            .element()
            .and_then(|point| point.element())
            .is_some_and(|part| is_number(&part)),
        _ => is_number(gives),
    };
    if !is_fit {
        let message = format!("`{what}` takes {}, found {gives}", takes.words());
        diagnostics.push(Diagnostic::error(
            Code::TypeMismatch,
            program.span(),
            message,
        ));
    }
    is_fit
}

/// Whether a value of this type may stand for a coordinate: here an unrounded number may.
fn is_number(given: &Type) -> bool {
    matches!(
        given,
        Type::Number | Type::Special | Type::Real | Type::Polynomial | Type::Any | Type::Nothing
    )
}
