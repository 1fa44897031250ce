//! Blanks in running text or a table: one answer a blank.

use std::sync::Arc;

use crate::bank::answer::{Answer, Misconception};
use crate::bank::keys;
use crate::bank::lower::answer::{self, whole};
use crate::bank::lower::{Name, Names};
use crate::bank::prose::Prose;
use crate::bank::response::choice::{self, Offer, Order};
use crate::bank::yaml::decode::{self, Map};
use crate::bank::yaml::{Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, suggest};
use crate::source::Spanned;

/// A blank and its answer.
#[derive(Debug, Clone)]
pub struct Blank {
    /// The name by which the stem knows it.
    pub name: Name,
    /// What is right.
    pub answer: Answer,
    /// The options printed in the blank, which make it a dropdown.
    pub offer: Option<(Offer, Order)>,
    /// Slips and the wrong answers they produce in this blank.
    pub misconceptions: Vec<Misconception>,
}

/// The map under `answers`.
pub(super) fn read(
    node: &Node,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Blank>> {
    let entries = decode::entries(node, "answers", diagnostics)?;
    let blanks: Vec<Option<Blank>> = entries
        .iter()
        .map(|(name, node)| {
            let name = Spanned::new(Arc::from(name.text()), name.span());
            blank(name, node, names, diagnostics)
        })
        .collect();
    blanks.into_iter().collect()
}

fn blank(
    name: Name,
    node: &Node,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Blank> {
    if !matches!(node.kind, NodeKind::Mapping(_)) {
        return Some(Blank {
            name,
            answer: answer::answer(node, names, diagnostics)?,
            offer: None,
            misconceptions: Vec::new(),
        });
    }
    let map = Map::read(node, "answer", keys::BLANK, diagnostics)?;
    let answer = answer::answer_in(&map, names, diagnostics);
    let misconceptions = map
        .optional("misconceptions")
        .map(|node| answer::misconceptions(node, names, diagnostics))
        .unwrap_or_default();
    let offer = map
        .optional("choices")
        .map(|node| choice::offer(node, map.optional("order"), names, diagnostics));
    map.finish(diagnostics);
    Some(Blank {
        name,
        answer: answer?,
        offer: whole(offer)?,
        misconceptions,
    })
}

/// Every blank needs an answer, and, if `all` are wanted, every answer a blank.
pub(super) fn check(answers: &[&Name], all: bool, stems: &[Prose], diagnostics: &mut Diagnostics) {
    for stem in stems {
        for gap in stem.blanks() {
            if !answers.iter().any(|name| name.value == gap.value) {
                let message = format!("the blank `{}` has no answer", gap.value);
                let close = suggest::did_you_mean(&gap.value, answers.iter().map(|n| &*n.value));
                let help = match close {
                    Some(close) => format!("did you mean `[[{close}]]`?"),
                    None => format!("add `{}: …` under `answers`", gap.value),
                };
                diagnostics
                    .push(Diagnostic::error(Code::UnknownResponse, gap.span, message).help(help));
            }
        }
        for name in answers.iter().filter(|_| all) {
            if !stem.blanks().any(|gap| gap.value == name.value) {
                let message = format!("the answer `{}` has no blank", name.value);
                let help = format!("write `[[{}]]` into the stem", name.value);
                diagnostics
                    .push(Diagnostic::error(Code::UnknownResponse, name.span, message).help(help));
            }
        }
    }
}
