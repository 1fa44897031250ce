//! Texts that YAML changes without a word: cut at ` #`, or with `\f` read as an escape.

use super::node::{Scalar, Style};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Span;

/// LaTeX commands that begin like an escape for a tab or a line break. Those that could as well
/// be a line break before a word (`\ne`, `\no`) are left out.
const LATEX: &[&str] = &[
    "nabla", "neg", "neq", "nleq", "not", "notin", "nu", "tan", "tau", "text", "textbf", "tfrac",
    "theta", "times", "to", "top", "triangle",
];

/// Warns of a comment that is likely the rest of a text: `Room #4`, `Add 3 #hints`.
///
/// A comment after two spaces, after a number, or after a single word is a comment, unless
/// the `#` goes together with a digit or a hole.
pub fn comment(scalar: &Scalar, comment: Span, words: &str, diagnostics: &mut Diagnostics) {
    let text = scalar.text();
    let one_space = comment.start.checked_sub(scalar.span().end) == Some(1);
    let several_words = text.split_whitespace().nth(1).is_some();
    let digit = words.starts_with(|c: char| c.is_ascii_digit()) || words.starts_with("{{");
    let is_word = text.chars().any(char::is_alphabetic) && scalar.as_bool().is_none();
    if !one_space || !is_word || !(several_words || digit) {
        return;
    }
    let message = "the text ends before ` #`; YAML takes the rest for a comment";
    let warning = Diagnostic::warning(Code::CutText, comment, message)
        .help("if it belongs to the text, put the whole text in quotes, or use a `|` block")
        .help("if it is a comment, put two spaces before the `#`");
    diagnostics.push(warning);
}

/// Refuses control characters that come from escapes (`"\frac"`), and warns of tabs and line
/// breaks that were likely meant as LaTeX (`"\times"`).
pub fn escapes(scalar: &Scalar, source: &str, diagnostics: &mut Diagnostics) {
    if scalar.style != Style::DoubleQuoted {
        return;
    }
    for (at, c) in scalar.text().char_indices() {
        let bad = match c {
            '\n' | '\t' => false,
            '\u{2028}' | '\u{2029}' => true,
            c => c.is_control(),
        };
        if !bad && !matches!(c, '\n' | '\t') {
            continue;
        }
        let span = scalar.span_of(at..at + c.len_utf8());
        let from = source.get(span.start as usize..).unwrap_or("");
        let Some(command) = from.strip_prefix('\\') else {
            continue;
        };
        let command: String = command
            .chars()
            .take_while(char::is_ascii_alphabetic)
            .collect();
        let escape = source.get(span.range()).unwrap_or("");
        let help = format!("for `\\{command}` use a `|` block or single quotes");
        if bad {
            let code = u32::from(c);
            let message =
                format!("`{escape}` in double quotes is an invisible character (U+{code:04X})");
            diagnostics.push(Diagnostic::error(Code::ControlCharacter, span, message).help(help));
        } else if LATEX.contains(&command.as_str()) {
            let what = if c == '\t' { "a tab" } else { "a line break" };
            let message = format!("`{escape}` in double quotes is {what}");
            diagnostics.push(Diagnostic::warning(Code::ControlCharacter, span, message).help(help));
        }
    }
}
