//! Response types: how a student answers, and what is right. One file a type.
//!
//! What an author writes is read here; what is drawn, kept in a form set and scored stands under
//! the same name in [`instance::response`](crate::instance::response).

pub mod blanks;
pub mod choice;

use crate::bank::answer::Answer;
use crate::bank::lower::Names;
use crate::bank::lower::answer;
use crate::bank::prose::Prose;
use crate::bank::yaml::decode::Map;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

use blanks::Blank;
use choice::Choice;

/// How a student answers, and what is right.
#[derive(Debug, Clone)]
pub enum ResponseType {
    /// The student writes the answer.
    Typed(Answer),
    /// The student picks one option.
    Choice(Choice),
    /// The student fills blanks in running text or a table, one answer a blank.
    Blanks(Vec<Blank>),
}

impl ResponseType {
    /// The response type of an item model, by the keys present.
    pub(in crate::bank) fn read(
        map: &Map<'_>,
        names: &mut Names,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        match (map.optional("answer"), map.optional("answers")) {
            (Some(node), None) => {
                let answer = answer::answer(node, names, diagnostics);
                match map.optional("choices") {
                    Some(count) => {
                        let choice =
                            choice::read(answer, count, map.optional("order"), diagnostics);
                        choice.map(Self::Choice)
                    }
                    None => answer.map(Self::Typed),
                }
            }
            (None, Some(node)) => blanks::read(node, names, diagnostics).map(Self::Blanks),
            (Some(_), Some(node)) => {
                let message = "an item has `answer` or `answers`, not both";
                diagnostics.push(Diagnostic::error(Code::UnknownResponse, node.span, message));
                None
            }
            (None, None) => {
                let place = map.key_span("stem").unwrap_or(map.span());
                let message = "this item does not say how it is answered";
                let help = "add `answer: …`, or `answers:` with one entry for each `[[blank]]`";
                diagnostics
                    .push(Diagnostic::error(Code::UnknownResponse, place, message).help(help));
                None
            }
        }
    }

    /// The answers that are worked out from expressions, in order.
    pub fn answers(&self) -> Vec<&Answer> {
        match self {
            Self::Typed(answer) => vec![answer],
            Self::Choice(choice) => vec![&choice.answer],
            Self::Blanks(blanks) => blanks.iter().map(|blank| &blank.answer).collect(),
        }
    }

    /// The chance of a right answer without any knowledge.
    pub fn guessing(&self) -> f64 {
        match self {
            // At most 26 options, so the cast is exact.
            Self::Choice(choice) => 1.0 / choice.count as f64,
            Self::Typed(_) | Self::Blanks(_) => 0.0,
        }
    }

    /// Every blank of a stem needs an answer, and every answer a blank.
    pub(in crate::bank) fn check_blanks(&self, stems: &[Prose], diagnostics: &mut Diagnostics) {
        let blanks: &[Blank] = match self {
            Self::Blanks(blanks) => blanks,
            _ => &[],
        };
        blanks::check(blanks, stems, diagnostics);
    }
}
