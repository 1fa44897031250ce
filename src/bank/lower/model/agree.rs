//! Whether the parts of an item model agree: names are used, blanks and answers meet.

use std::collections::HashSet;
use std::sync::Arc;

use crate::bank::answer::ResponseType;
use crate::bank::lower::model::Names;
use crate::bank::lower::order::Definition;
use crate::bank::prose::Prose;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::expression::ast::Expression;
use crate::source::Span;

/// Names that nothing uses are usually a slip of the pen in what should use them.
pub(super) fn unused(
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
pub(super) fn blanks(
    stems: &[Prose],
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
