//! Response types: how a student answers, and what is right. One file a type.
//!
//! What an author writes is read here; what is drawn, kept in a form set and scored stands under
//! the same name in [`instance::response`](crate::instance::response).

pub mod blanks;
pub mod choice;
pub mod constructed;
pub mod each;
pub mod matching;
pub mod open;
pub mod parts;
pub mod rule;
pub mod select;
pub mod sequence;

use crate::bank::answer::{Answer, Misconception};
use crate::bank::domain::Domain;
use crate::bank::lower::answer;
use crate::bank::lower::{Lengths, Name, Names};
use crate::bank::model::Condition;
use crate::bank::prose::Prose;
use crate::bank::yaml::decode::{self, Map};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, suggest};
use crate::expression::ast::Expression;
use crate::source::{Span, Spanned};

use blanks::Blank;
use choice::Choice;
use constructed::Constructed;
use matching::Matching;
use open::Open;
use parts::Part;
use select::Select;
use sequence::Sequence;

/// How a student answers, and what is right.
#[derive(Debug, Clone)]
pub enum ResponseType {
    /// The student writes the answer.
    Typed(Answer),
    /// The student picks one option.
    Choice(Choice),
    /// The student fills blanks in running text or a table, one answer a blank.
    Blanks(Vec<Blank>),
    /// The student marks the true statements of a list.
    Select(Select),
    /// The student matches two lists.
    Match(Matching),
    /// The student puts steps in order.
    Sequence(Sequence),
    /// The student writes any answer that has a property.
    Open(Open),
    /// The student writes a text that a person marks.
    Constructed(Constructed),
    /// The student answers several questions.
    Parts(Vec<Part>),
}

/// Where a response type stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::bank) enum Place {
    /// It is that of the whole item.
    Item,
    /// It is that of the part of this number, from 0.
    Part(usize),
    /// It is that of a part that is repeated.
    Repeated,
}

/// The keys of which exactly one says how a student answers.
const DECIDING: [&str; 7] = [
    "answer", "answers", "select", "match", "sequence", "rubric", "parts",
];

impl ResponseType {
    /// The response type of an item model or a part, by the keys present.
    pub(in crate::bank) fn read(
        map: &Map<'_>,
        place: Place,
        lengths: &Lengths<'_>,
        names: &mut Names,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let key = deciding(map, diagnostics)?;
        if let Some(node) = map.optional("choices").filter(|_| key != "answer") {
            let message = format!("`choices` goes with `answer`, not with `{key}`");
            let help = match key {
                "answers" => "give a blank its own options: `answers: {a: {is: x, choices: 3}}`",
                _ => "take `choices` away",
            };
            diagnostics
                .push(Diagnostic::error(Code::UnknownResponse, node.span, message).help(help));
            return None;
        }
        let Some(node) = map.optional(key) else {
            return constructed::read(map, names, diagnostics).map(Self::Constructed);
        };
        let part = match place {
            Place::Part(part) => Some(part),
            Place::Item | Place::Repeated => None,
        };
        match key {
            "answer" if open::is_open(node) => open::read(node, names, diagnostics).map(Self::Open),
            "answer" => {
                let answer = answer::answer(node, names, diagnostics);
                match map.optional("choices") {
                    Some(offer) => {
                        let order = map.optional("order");
                        choice::read(answer, offer, order, names, diagnostics).map(Self::Choice)
                    }
                    None => answer.map(Self::Typed),
                }
            }
            "answers" => blanks::read(node, names, diagnostics).map(Self::Blanks),
            "select" if place == Place::Repeated => {
                let message = "a part with `for` cannot have `select`";
                let help =
                    "repeat the statements instead: `statements: [{for: q in list, say: …}]`";
                diagnostics
                    .push(Diagnostic::error(Code::UnknownResponse, node.span, message).help(help));
                None
            }
            "select" => select::read(node, part, names, diagnostics).map(Self::Select),
            "match" => matching::read(node, names, diagnostics).map(Self::Match),
            "sequence" => sequence::read(node, names, diagnostics).map(Self::Sequence),
            "parts" => parts::read(node, lengths, names, diagnostics).map(Self::Parts),
            _ => constructed::read(map, names, diagnostics).map(Self::Constructed),
        }
    }

    /// The answers that are worked out from expressions and typed or chosen, in order.
    pub fn answers(&self) -> Vec<&Answer> {
        match self {
            Self::Typed(answer) => vec![answer],
            Self::Choice(choice) => vec![&choice.answer],
            Self::Blanks(blanks) => blanks.iter().map(|blank| &blank.answer).collect(),
            _ => Vec::new(),
        }
    }

    /// The misconceptions of blanks and of parts.
    pub fn misconceptions(&self) -> Vec<&Misconception> {
        match self {
            Self::Blanks(blanks) => blanks
                .iter()
                .flat_map(|blank| &blank.misconceptions)
                .collect(),
            Self::Parts(parts) => parts
                .iter()
                .flat_map(|part| {
                    part.misconceptions
                        .iter()
                        .chain(part.response.misconceptions())
                })
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The points of a whole right answer, where the response type says so.
    pub fn points(&self) -> Option<u32> {
        match self {
            Self::Constructed(constructed) => Some(constructed.rubric.as_ref()?.points()),
            Self::Parts(parts) => {
                let points = parts.iter().map(|part| {
                    let times = u32::try_from(part.times()).unwrap_or(u32::MAX);
                    part.points.saturating_mul(times)
                });
                Some(points.fold(0, u32::saturating_add))
            }
            _ => None,
        }
    }

    /// What must be the same on all forms for the response type's own sake.
    pub(in crate::bank) fn radicals(&self, span: Span) -> Vec<Condition> {
        match self {
            Self::Select(select) => select.radical(span).into_iter().collect(),
            Self::Parts(parts) => parts
                .iter()
                .flat_map(|part| part.response.radicals(part.span))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// Every blank of a stem needs an answer, and every answer a blank.
    pub(in crate::bank) fn check_blanks(&self, stems: &[Prose], diagnostics: &mut Diagnostics) {
        match self {
            Self::Blanks(blanks) => {
                let names: Vec<&Name> = blanks.iter().map(|blank| &blank.name).collect();
                blanks::check(&names, true, stems, diagnostics);
            }
            // An open answer is written on a line, or into blanks with the property's names.
            Self::Open(open) => {
                let names: Vec<&Name> = open.names.iter().map(|(name, _)| name).collect();
                let has_blanks = stems.iter().any(|stem| stem.blanks().next().is_some());
                blanks::check(&names, has_blanks, stems, diagnostics);
            }
            _ => blanks::check(&[], true, stems, diagnostics),
        }
    }
}

/// The one key that says how a student answers.
fn deciding(map: &Map<'_>, diagnostics: &mut Diagnostics) -> Option<&'static str> {
    let mut present = DECIDING.iter().filter(|key| map.optional(key).is_some());
    match (present.next(), present.next()) {
        (Some(key), None) => Some(key),
        (Some(first), Some(second)) => {
            let message = format!("an item has `{first}` or `{second}`, not both");
            let place = map.key_span(second).unwrap_or(map.span());
            let help = "several questions with the same numbers go under `parts`";
            diagnostics.push(Diagnostic::error(Code::UnknownResponse, place, message).help(help));
            None
        }
        (None, _) if map.optional("sample").is_some() => Some("rubric"),
        (None, _) => {
            let place = map.key_span("stem").unwrap_or(map.span());
            let message = "nothing says how this is answered";
            let help = format!(
                "add `answer: …`, `answers:` with one entry for each `[[blank]]`, or one of {}",
                suggest::listed(&DECIDING[2..])
            );
            diagnostics.push(Diagnostic::error(Code::UnknownResponse, place, message).help(help));
            None
        }
    }
}

/// What is drawn for a response type itself, under names that no author can write.
pub(in crate::bank) fn drawn(map: &Map<'_>) -> Vec<(Name, Domain<Expression>)> {
    let of = |node, part| {
        let name = select::hidden_name(part);
        let domain = select::pick(node)?;
        Some((Spanned::new(name.as_str().into(), node.span), domain))
    };
    let mut drawn: Vec<_> = map
        .optional("select")
        .and_then(|node| of(node, None))
        .into_iter()
        .collect();
    let parts = map.optional("parts").map(decode::one_or_many);
    for (at, part) in parts.unwrap_or_default().iter().enumerate() {
        if part.get("for").is_none() {
            drawn.extend(part.get("select").and_then(|node| of(node, Some(at))));
        }
    }
    drawn
}
