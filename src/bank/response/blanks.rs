//! Blanks in running text or a table: one answer a blank.

use std::sync::Arc;

use crate::bank::answer::Answer;
use crate::bank::lower::Names;
use crate::bank::lower::answer;
use crate::bank::prose::Prose;
use crate::bank::yaml::Node;
use crate::bank::yaml::decode;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Spanned;

/// A blank and its answer.
#[derive(Debug, Clone)]
pub struct Blank {
    /// The name by which the stem knows it.
    pub name: Spanned<Arc<str>>,
    /// What is right.
    pub answer: Answer,
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
            Some(Blank {
                name: Spanned::new(Arc::from(name.text()), name.span()),
                answer: answer::answer(node, names, diagnostics)?,
            })
        })
        .collect();
    blanks.into_iter().collect()
}

/// Every blank needs an answer, and every answer a blank.
pub(super) fn check(blanks: &[Blank], stems: &[Prose], diagnostics: &mut Diagnostics) {
    for stem in stems {
        for gap in stem.blanks() {
            if !blanks.iter().any(|blank| blank.name.value == gap.value) {
                let message = format!("the blank `{}` has no answer", gap.value);
                let help = format!("add `{}: …` under `answers`", gap.value);
                diagnostics
                    .push(Diagnostic::error(Code::UnknownResponse, gap.span, message).help(help));
            }
        }
        for Blank { name, .. } in blanks {
            if !stem.blanks().any(|gap| gap.value == name.value) {
                let message = format!("the answer `{}` has no blank", name.value);
                let help = format!("write `[[{}]]` into the stem", name.value);
                diagnostics
                    .push(Diagnostic::error(Code::UnknownResponse, name.span, message).help(help));
            }
        }
    }
}
