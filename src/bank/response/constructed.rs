//! Constructed response: a person marks it, by a rubric.

use crate::bank::keys;
use crate::bank::lower::answer::whole;
use crate::bank::lower::{Names, text};
use crate::bank::prose::Prose;
use crate::bank::response::rule::MasteryRule;
use crate::bank::yaml::Node;
use crate::bank::yaml::decode::{self, Map};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Span;

/// A response that a person marks.
#[derive(Debug, Clone)]
pub struct Constructed {
    /// How it is marked.
    pub rubric: Option<Rubric>,
    /// A model response.
    pub sample: Option<Prose>,
    /// How many ruled lines the student gets, if the author says so.
    pub lines: Option<u32>,
}

/// Criteria with levels; a holistic rubric has one criterion without a name.
#[derive(Debug, Clone)]
pub struct Rubric {
    /// When the response counts as mastery.
    pub mastery: Option<MasteryRule>,
    /// What is looked at.
    pub criteria: Vec<Criterion>,
    /// Where it stands.
    pub span: Span,
}

/// One thing that is looked at.
#[derive(Debug, Clone)]
pub struct Criterion {
    /// Its name; empty in a holistic rubric.
    pub name: String,
    /// How often its level counts.
    pub weight: u32,
    /// The levels with what they look like, the highest first.
    pub levels: Vec<(u32, Prose)>,
}

impl Rubric {
    /// The points of a response at the highest levels.
    pub fn points(&self) -> u32 {
        let most = |criterion: &Criterion| {
            let top = criterion.levels.first().map_or(0, |(level, _)| *level);
            criterion.weight.saturating_mul(top)
        };
        self.criteria.iter().map(most).fold(0, u32::saturating_add)
    }
}

/// `rubric:`, `sample:` and `lines:` of an item or a part.
pub(super) fn read(
    map: &Map<'_>,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Constructed> {
    let rubric = map
        .optional("rubric")
        .map(|node| rubric(node, names, diagnostics));
    let sample = map
        .optional("sample")
        .map(|node| names.prose(node, "sample", diagnostics));
    let lines = map
        .optional("lines")
        .map(|node| small(node, "lines", 60, diagnostics));
    Some(Constructed {
        rubric: whole(rubric)?,
        sample: whole(sample)?,
        lines: whole(lines)?,
    })
}

fn rubric(node: &Node, names: &mut Names, diagnostics: &mut Diagnostics) -> Option<Rubric> {
    let map = Map::read(node, "rubric", keys::RUBRIC, diagnostics)?;
    let mastery = map.optional("mastery");
    let rule = mastery.map(|node| MasteryRule::read(node, diagnostics));
    let criteria = match (map.optional("criteria"), map.optional("levels")) {
        (Some(_), Some(node)) => {
            let message = "a rubric has `criteria`, each with its levels, or `levels` alone";
            diagnostics.push(Diagnostic::error(Code::UnknownResponse, node.span, message));
            None
        }
        (None, Some(node)) => levels(node, names, diagnostics).map(|levels| {
            vec![Criterion {
                name: String::new(),
                weight: 1,
                levels,
            }]
        }),
        (None, None) => {
            map.required("criteria");
            None
        }
        (Some(node), None) => decode::list_of(node, "criteria", diagnostics, |node, found| {
            criterion(node, names, found)
        }),
    };
    map.finish(diagnostics);
    let criteria = criteria?;
    if criteria.is_empty() {
        let message = "this rubric has no criterion";
        let help = "write `criteria:` with one `{name: …, levels: {…}}` for each";
        diagnostics.push(Diagnostic::error(Code::MissingKey, node.span, message).help(help));
        return None;
    }
    let rule = whole(rule)?;
    if let (Some(rule), Some(written)) = (&rule, mastery) {
        reachable(rule, &criteria, written.span, diagnostics)?;
    }
    Some(Rubric {
        mastery: rule,
        criteria,
        span: node.span,
    })
}

/// A rule that asks for a level that no criterion has can never be met.
fn reachable(
    rule: &MasteryRule,
    criteria: &[Criterion],
    span: Span,
    diagnostics: &mut Diagnostics,
) -> Option<()> {
    let tops = criteria
        .iter()
        .filter_map(|criterion| criterion.levels.first());
    let lowest_top = tops.map(|(level, _)| *level).min().unwrap_or(0);
    if rule.level().is_some_and(|level| level > lowest_top) {
        let message = format!("no response can meet this rule: the highest level is {lowest_top}");
        let help = format!("write `every criterion at {lowest_top} or above`, or add the level");
        diagnostics.push(Diagnostic::error(Code::WrongShape, span, message).help(help));
        return None;
    }
    Some(())
}

fn criterion(node: &Node, names: &mut Names, diagnostics: &mut Diagnostics) -> Option<Criterion> {
    let map = Map::read(node, "criterion", keys::CRITERION, diagnostics)?;
    let name = text(map.required("name"), "name", diagnostics);
    let weight = map
        .optional("weight")
        .map_or(Some(1), |node| small(node, "weight", 20, diagnostics));
    let levels = map
        .required("levels")
        .and_then(|node| levels(node, names, diagnostics));
    map.finish(diagnostics);
    Some(Criterion {
        name: name?,
        weight: weight?,
        levels: levels?,
    })
}

/// `{4: …, 3: …, 2: …, 1: …}`, the highest first whatever the order written.
fn levels(
    node: &Node,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<(u32, Prose)>> {
    let entries = decode::entries(node, "levels", diagnostics)?;
    let mut levels = Vec::new();
    for (level, node) in entries {
        let number = level
            .text()
            .trim()
            .parse()
            .ok()
            .filter(|level| *level <= 20);
        if number.is_none() {
            let message = format!("`{}` is not a level from 0 to 20", level.text());
            let help = "write `levels: {4: …, 3: …, 2: …, 1: …}`";
            diagnostics.push(Diagnostic::error(Code::WrongShape, level.span(), message).help(help));
        }
        let words = names.prose(node, "level", diagnostics);
        levels.push((number?, words?));
    }
    if levels.len() < 2 {
        let message = "a criterion needs at least two levels";
        let help = "write `levels: {2: does it, 1: does it in part, 0: does not}`";
        diagnostics.push(Diagnostic::error(Code::MissingKey, node.span, message).help(help));
        return None;
    }
    levels.sort_by_key(|(level, _): &(u32, Prose)| std::cmp::Reverse(*level));
    if let Some(twins) = levels.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        let message = format!("level {} stands twice", twins[0].0);
        diagnostics.push(Diagnostic::error(Code::DuplicateKey, node.span, message));
        return None;
    }
    Some(levels)
}

/// A whole number from 1 to `most`.
pub(super) fn small(
    node: &Node,
    what: &str,
    most: i64,
    diagnostics: &mut Diagnostics,
) -> Option<u32> {
    let number = decode::whole(node, what, diagnostics)?;
    if !(1..=most).contains(&number.value) {
        let message = format!("{what}: {} is not from 1 to {most}", number.value);
        diagnostics.push(Diagnostic::error(Code::WrongShape, number.span, message));
        return None;
    }
    u32::try_from(number.value).ok()
}
