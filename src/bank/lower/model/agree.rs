//! Whether names are used.

use std::collections::HashSet;
use std::sync::Arc;

use crate::bank::lower::model::Names;
use crate::bank::lower::order::Definition;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::expression::ast::Expression;

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
        // What the program draws for itself is used by it.
        if name.value.starts_with('(') {
            continue;
        }
        if !read.contains(&name.value) && !names.is_read(&name.value) {
            let message = format!("`{}` is never used", name.value);
            let help = "use it in the stem or an expression, or take it away";
            diagnostics.push(Diagnostic::warning(Code::UnusedName, name.span, message).help(help));
        }
    }
}
