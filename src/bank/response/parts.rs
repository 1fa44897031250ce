//! Parts: sub-questions that share the draws of their item.

use std::sync::Arc;

use crate::bank::answer::Misconception;
use crate::bank::figure::{Figure, OptionFigure};
use crate::bank::keys;
use crate::bank::lower::answer::{self, whole};
use crate::bank::lower::figure::figures;
use crate::bank::lower::{Lengths, Names};
use crate::bank::prose::Prose;
use crate::bank::response::constructed::small;
use crate::bank::response::each::{Each, Repeat};
use crate::bank::response::{Place, ResponseType};
use crate::bank::yaml::Node;
use crate::bank::yaml::decode::{self, Map};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::expression::types::Type;
use crate::source::Span;

/// The most parts that an item may have, repetitions counted.
const MOST_PARTS: usize = 26;

/// A sub-question.
#[derive(Debug, Clone)]
pub struct Part {
    /// The list that it is repeated for, and how long that is.
    pub each: Option<(Each, usize)>,
    /// The text posed.
    pub stem: Prose,
    /// What is drawn beside the stem.
    pub figure: Option<Figure>,
    /// What is drawn for each option.
    pub option_figure: Option<OptionFigure>,
    /// How a student answers.
    pub response: ResponseType,
    /// Slips and the wrong answers they produce.
    pub misconceptions: Vec<Misconception>,
    /// What a right answer is worth.
    pub points: u32,
    /// The worked solution.
    pub solution: Option<Prose>,
    /// Where it stands.
    pub span: Span,
}

impl Part {
    /// How often it stands on a form.
    pub fn times(&self) -> usize {
        self.each.as_ref().map_or(1, |(_, times)| *times)
    }
}

/// The list under `parts`.
pub(super) fn read(
    node: &Node,
    lengths: &Lengths<'_>,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Part>> {
    let entries = decode::list(node, "parts", diagnostics)?;
    let parts: Vec<Option<Part>> = entries
        .iter()
        .enumerate()
        .map(|(at, node)| part(node, at, lengths, names, diagnostics))
        .collect();
    let parts: Vec<Part> = parts.into_iter().collect::<Option<_>>()?;
    let count: usize = parts.iter().map(Part::times).sum();
    if !(1..=MOST_PARTS).contains(&count) {
        let message = format!("an item has from 1 to {MOST_PARTS} parts, this one {count}");
        diagnostics.push(Diagnostic::error(Code::WrongShape, node.span, message));
        return None;
    }
    Some(parts)
}

fn part(
    node: &Node,
    at: usize,
    lengths: &Lengths<'_>,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Part> {
    let map = Map::read(node, "part", keys::PART, diagnostics)?;
    let Some(node) = map.optional("for") else {
        return body(map, Some(at), None, lengths, names, diagnostics);
    };
    let repeat = Repeat::read(node, diagnostics);
    let times = map.optional("times").map(|node| {
        let times = small(node, "times", 26, diagnostics)?;
        usize::try_from(times).ok()
    });
    let times = whole(times);
    let checked = repeat
        .as_ref()
        .and_then(|repeat| repeat.check(names, diagnostics));
    let length = match (&repeat, times.flatten()) {
        (Some(_), Some(times)) => Some(times),
        (Some(repeat), None) => {
            let length = lengths.of(&repeat.list);
            if length.is_none() && checked.is_some() {
                let message = "how often this part is repeated depends on the draw";
                let help =
                    "say it with `times: 3`, or draw a fixed number: `vary: {qs: 3 rows of table}`";
                diagnostics
                    .push(Diagnostic::error(Code::WrongShape, node.span, message).help(help));
            }
            length
        }
        (None, _) => None,
    };
    let name: Arc<str> = repeat.map_or_else(|| "(element)".into(), |repeat| repeat.name.value);
    let (list, element) = checked.map_or((None, Type::Any), |(l, e)| (Some(l), e));
    names.within(&name, element, |names, slot| {
        let each = list
            .zip(length)
            .map(|(list, times)| (Each { slot, list }, times));
        let is_sound = each.is_some();
        body(map, None, each, lengths, names, diagnostics).filter(|_| is_sound)
    })
}

/// The part, for the names that it may use; `at` if it stands only once.
fn body(
    map: Map<'_>,
    at: Option<usize>,
    each: Option<(Each, usize)>,
    lengths: &Lengths<'_>,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Part> {
    let stem = map
        .required("stem")
        .and_then(|node| names.prose(node, "stem", diagnostics));
    let figures = figures(&map, names, diagnostics);
    let place = at.map_or(Place::Repeated, Place::Part);
    let response = ResponseType::read(&map, place, lengths, names, diagnostics);
    let misconceptions = map
        .optional("misconceptions")
        .map(|node| answer::misconceptions(node, names, diagnostics))
        .unwrap_or_default();
    let points = map
        .optional("points")
        .map(|node| small(node, "points", 100, diagnostics));
    let solution = map
        .optional("solution")
        .map(|node| names.prose(node, "solution", diagnostics));
    let span = map.span();
    map.finish(diagnostics);
    if let (Some(stem), Some(response)) = (&stem, &response) {
        response.check_blanks(std::slice::from_ref(stem), diagnostics);
    }
    let response = response?;
    let (figure, option_figure) = figures?;
    Some(Part {
        each,
        stem: stem?,
        figure,
        option_figure,
        points: whole(points)?.or_else(|| response.points()).unwrap_or(1),
        response,
        misconceptions,
        solution: whole(solution)?,
        span,
    })
}
