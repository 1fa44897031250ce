//! L006: doubled spaces, and spaces before a full stop or a comma.

use crate::lint::printed::Printed;
use crate::lint::rule::Fault;

/// Where a value that is empty, or has spaces at its ends, leaves a hole in the line.
pub fn check(printed: &Printed<'_>) -> Vec<Fault> {
    let faults = printed.filled().filter_map(|value| {
        if value.mathematics {
            return None;
        }
        let line = value.before.rsplit('\n').next().unwrap_or_default();
        let open = line.trim().is_empty() || value.before.ends_with(' ');
        let ends = value.after.starts_with(' ');
        let stop = value.after.starts_with(['.', ',', ';', ':', '!', '?']);
        let inner = value.shown.trim();
        let what = if value.shown.contains("  ") {
            "two spaces in a row"
        } else if inner.is_empty() && open && stop && !line.trim().is_empty() {
            "a space before a punctuation mark"
        } else if inner.is_empty() && open && ends
            || value.shown.starts_with(' ') && value.before.ends_with(' ')
            || value.shown.ends_with(' ') && ends
        {
            "two spaces in a row"
        } else {
            return None;
        };
        Some(Fault {
            span: value.span,
            message: format!("this prints {what}"),
            help: "move the space into the value: `{{ if c then \" more\" else \"\" }}`",
        })
    });
    faults.collect()
}
