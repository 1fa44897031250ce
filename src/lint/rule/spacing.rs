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
        } else if value.shown.ends_with('.') && stops(value.after) {
            "two full stops in a row"
        } else {
            return None;
        };
        Some(Fault {
            span: value.span,
            message: format!("this prints {what}"),
            help: match what {
                "two full stops in a row" => "let the value or the text end the sentence, not both",
                _ => "move the space into the value: `{{ if c then \" more\" else \"\" }}`",
            },
        })
    });
    faults.collect()
}

/// Whether a sentence ends here: one full stop, not the dots of an ellipsis.
fn stops(after: &str) -> bool {
    after.starts_with('.') && !after.starts_with("..")
}
