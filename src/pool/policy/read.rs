//! Reading `pool.yaml`: every mistake with its place.

use std::collections::BTreeMap;

use crate::bank::cut_score::CutScore;
use crate::bank::yaml::decode::{
    Map, entries, id_text, list_of, one_of, one_or_many, text, whole, wrong_shape,
};
use crate::bank::yaml::{Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::pool::day::Day;
use crate::pool::mark::MarkRule;
use crate::pool::policy::{Fresh, Late, Mastery, Needs, Policy, Unit};
use crate::render::paper::Paper;
use crate::source::Spanned;

/// What the file may hold.
const KEYS: [&str; 16] = [
    "banks",
    "language",
    "templates",
    "paper",
    "attempts",
    "wait",
    "evidence",
    "items",
    "packet",
    "marks",
    "fresh",
    "late",
    "carry",
    "units",
    "mastery",
    "students",
];

/// The policy in a file; mistakes go to `diagnostics`, and what they stand in gets its usual value.
pub fn policy(node: Option<&Node>, diagnostics: &mut Diagnostics) -> Policy {
    let usual = Policy::default();
    let Some(node) = node.filter(|node| !node.is_null()) else {
        return usual;
    };
    let Some(map) = Map::read(node, "pool policy", &KEYS, diagnostics) else {
        return usual;
    };
    let mut policy = usual.clone();
    let mut words = |key| Some(text(map.optional(key)?, key, diagnostics)?.as_str().trim());
    policy.language = words("language").map(str::to_owned);
    policy.templates = words("templates").map(str::to_owned);
    if let Some(node) = map.optional("paper") {
        let papers = [("A4", Paper::A4), ("letter", Paper::Letter)];
        policy.paper = one_of(node, "paper", &papers, diagnostics).map(|paper| paper.value);
    }
    if let Some(node) = map.optional("banks") {
        let each = one_or_many(node).iter();
        let names = each.filter_map(|node| {
            let name = text(node, "file or folder of a bank", diagnostics)?;
            Some(Spanned::new(name.as_str().trim().to_owned(), node.span))
        });
        policy.banks = names.collect();
    }
    if let Some(node) = map.optional("attempts") {
        policy.attempts = attempts(node, diagnostics);
    }
    let mut number = |key: &str, range: [i64; 2], usual: u16| {
        let read = map.optional(key);
        let read = read.and_then(|node| within(node, key, range, diagnostics));
        read.unwrap_or(usual)
    };
    policy.wait = number("wait", [0, 366], usual.wait);
    policy.items = number("items", [1, 100], usual.items);
    policy.packet = number("packet", [1, 100], usual.packet);
    policy.carry = number("carry", [0, 366], usual.carry);
    if let Some(node) = map.optional("evidence") {
        let choices = [("required", true), ("optional", false)];
        let read = one_of(node, "evidence", &choices, diagnostics);
        policy.evidence = read.map_or(usual.evidence, |read| read.value);
    }
    if let Some(node) = map.optional("marks") {
        let read = one_of(node, "marks", &MarkRule::NAMES, diagnostics);
        policy.marks = read.map_or(usual.marks, |read| read.value);
    }
    if let Some(node) = map.optional("late") {
        let read = one_of(node, "late", &LATE, diagnostics);
        policy.late = read.map_or(usual.late, |read| read.value);
    }
    if let Some(node) = map.optional("fresh") {
        policy.fresh = fresh(node, diagnostics);
    }
    if let Some(node) = map.optional("units") {
        policy.units = units(node, diagnostics);
    }
    if let Some(node) = map.optional("mastery") {
        policy.mastery = mastery(node, diagnostics);
    }
    if let Some(node) = map.optional("students") {
        policy.students = students(node, diagnostics);
    }
    map.finish(diagnostics);
    policy
}

const LATE: [(&str, Late); 3] = [
    ("carry", Late::Carry),
    ("closed", Late::Closed),
    ("open", Late::Open),
];

/// A number, or `unlimited`.
fn attempts(node: &Node, diagnostics: &mut Diagnostics) -> Option<u32> {
    let word = node.as_scalar().map(|scalar| scalar.text().trim());
    if word == Some("unlimited") {
        return None;
    }
    let usual = Policy::default().attempts;
    if node.as_scalar().is_some_and(|scalar| scalar.is_number()) {
        return within(node, "attempts", [1, 1_000], diagnostics).map_or(usual, |n| Some(n.into()));
    }
    let error = wrong_shape(node, "a number of tries, or `unlimited`");
    diagnostics.push(error.help("write `attempts: 3`; the first sitting is one of them"));
    usual
}

fn within(
    node: &Node,
    key: &str,
    [least, most]: [i64; 2],
    diagnostics: &mut Diagnostics,
) -> Option<u16> {
    let read = whole(node, key, diagnostics)?;
    if !(least..=most).contains(&read.value) {
        let message = format!("{key}: {} is not between {least} and {most}", read.value);
        diagnostics.push(Diagnostic::error(Code::WrongShape, read.span, message));
    }
    u16::try_from(read.value.clamp(least, most)).ok()
}

fn fresh(node: &Node, diagnostics: &mut Diagnostics) -> Fresh {
    let choices = [("keys", 0), ("contexts", 1), ("instances", 2)];
    let each = one_or_many(node).iter();
    let named: Vec<i32> = each
        .filter_map(|node| one_of(node, "fresh", &choices, diagnostics))
        .map(|read| read.value)
        .collect();
    Fresh {
        keys: named.contains(&0),
        contexts: named.contains(&1),
    }
}

fn units(node: &Node, diagnostics: &mut Diagnostics) -> Vec<Unit> {
    let read = list_of(node, "units", diagnostics, unit).unwrap_or_default();
    let mut seen: BTreeMap<&str, &Unit> = BTreeMap::new();
    for (unit, spans) in &read {
        for (id, span) in unit.standards.iter().zip(spans) {
            if let Some(other) = seen.insert(id, unit) {
                let message = format!("`{id}` belongs to `{}` already", other.title);
                let error = Diagnostic::error(Code::DuplicateId, *span, message);
                diagnostics.push(error.help("name a standard in one unit, where it is taught"));
            }
        }
    }
    let mut units: Vec<Unit> = read.into_iter().map(|(unit, _)| unit).collect();
    units.sort_by_key(|unit| (unit.from, unit.until));
    units
}

type Placed = (Unit, Vec<crate::source::Span>);

fn unit(node: &Node, diagnostics: &mut Diagnostics) -> Option<Placed> {
    let keys = ["title", "standards", "from", "until"];
    let map = Map::read(node, "unit", &keys, diagnostics)?;
    let title = map.required("title");
    let title = title.and_then(|node| Some(text(node, "title", diagnostics)?.as_str().to_owned()));
    let standards = map.required("standards").and_then(|node| {
        let each = one_or_many(node).iter();
        each.map(|node| id_text(node, "standard", diagnostics))
            .collect::<Option<Vec<_>>>()
    });
    let from = map.required("from");
    let from = from.and_then(|node| day(node, "from", diagnostics));
    let until = map.required("until");
    let until = until.and_then(|node| Some((day(node, "until", diagnostics)?, node.span)));
    map.finish(diagnostics);
    let ((until, span), from) = (until?, from?);
    if until < from {
        let message = format!("the unit ends on {until}, before it begins on {from}");
        let error = Diagnostic::error(Code::WrongShape, span, message);
        diagnostics.push(error.help("write the last day under `until`"));
        return None;
    }
    let (standards, spans) = standards?.into_iter().map(|id| (id.value, id.span)).unzip();
    let unit = Unit {
        title: title?,
        standards,
        from,
        until,
    };
    Some((unit, spans))
}

fn day(node: &Node, key: &str, diagnostics: &mut Diagnostics) -> Option<Day> {
    let written = text(node, key, diagnostics)?.as_str().trim();
    let read = written.parse::<Day>();
    if read.is_err() {
        let message = format!("{key}: `{written}` is no day");
        let error = Diagnostic::error(Code::WrongShape, node.span, message);
        diagnostics.push(error.help(format!(
            "write year, month and day of a day that exists: `{key}: 2026-09-14`"
        )));
    }
    read.ok()
}

/// One rule for all standards, or a map of rules with `usual` for the others.
fn mastery(node: &Node, diagnostics: &mut Diagnostics) -> Mastery {
    if !matches!(node.kind, NodeKind::Mapping(_)) {
        return Mastery {
            usual: cut(node, diagnostics),
            of: BTreeMap::new(),
        };
    }
    let mut mastery = Mastery::default();
    for (key, node) in entries(node, "mastery rules", diagnostics).unwrap_or_default() {
        let rule = cut(node, diagnostics);
        match (key.text().trim(), rule) {
            (_, None) => {}
            ("usual", rule) => mastery.usual = rule,
            (id, Some(rule)) => {
                mastery.of.insert(id.to_owned(), rule);
            }
        }
    }
    mastery
}

fn cut(node: &Node, diagnostics: &mut Diagnostics) -> Option<CutScore> {
    let written = text(node, "mastery", diagnostics)?.as_str().trim();
    let why = match CutScore::written(written) {
        Some(Ok(cut)) => return Some(cut),
        Some(Err(error)) => error.to_string(),
        None => format!("`{written}` is no mastery rule"),
    };
    let error = Diagnostic::error(Code::WrongShape, node.span, why);
    diagnostics.push(error.help("write `4 of 5` or `80 %`"));
    None
}

fn students(node: &Node, diagnostics: &mut Diagnostics) -> BTreeMap<String, Needs> {
    let choices = [
        (
            "large print",
            Needs {
                large: true,
                ..Needs::default()
            },
        ),
        (
            "wide spacing",
            Needs {
                spacing: true,
                ..Needs::default()
            },
        ),
        (
            "one item a page",
            Needs {
                single: true,
                ..Needs::default()
            },
        ),
    ];
    let mut students = BTreeMap::new();
    for (id, node) in entries(node, "students", diagnostics).unwrap_or_default() {
        let mut needs = Needs::default();
        for node in one_or_many(node) {
            let read = one_of(node, "need", &choices, diagnostics).map(|read| read.value);
            let more = read.unwrap_or_default();
            needs.large |= more.large;
            needs.spacing |= more.spacing;
            needs.single |= more.single;
        }
        students.insert(id.text().trim().to_owned(), needs);
    }
    students
}
