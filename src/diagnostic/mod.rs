//! Messages to an author: gathered, many at once, each with its place and what to type instead.

mod code;
pub mod draw;
pub mod json;
pub mod suggest;

pub use code::Code;

use crate::source::Span;

/// How much a message matters: an error stops the work, a warning does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The work cannot be done.
    Error,
    /// It can, but is likely not what was meant.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// The word in messages.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of mistake.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub message: String,
    /// Where; `None` when it is no place in a file.
    pub span: Option<Span>,
    /// Words beside places, the span itself included.
    pub labels: Vec<(Span, String)>,
    /// What to type instead, a line each.
    pub help: Vec<String>,
}

impl Diagnostic {
    /// A message without labels and help.
    pub fn new(
        severity: Severity,
        code: Code,
        span: impl Into<Option<Span>>,
        message: impl Into<String>,
    ) -> Self {
        Diagnostic {
            code,
            severity,
            message: message.into(),
            span: span.into(),
            labels: Vec::new(),
            help: Vec::new(),
        }
    }

    /// A mistake that stops the work.
    pub fn error(
        code: Code,
        span: impl Into<Option<Span>>,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::new(Severity::Error, code, span, message)
    }

    /// Something likely not meant.
    pub fn warning(
        code: Code,
        span: impl Into<Option<Span>>,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::new(Severity::Warning, code, span, message)
    }

    /// Something worth knowing.
    pub fn note(
        code: Code,
        span: impl Into<Option<Span>>,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::new(Severity::Note, code, span, message)
    }

    /// Words beside a place: the span itself again, or another one.
    pub fn label(mut self, span: Span, words: impl Into<String>) -> Self {
        self.labels.push((span, words.into()));
        self
    }

    /// What to type instead. An empty text adds nothing, so that a failed suggestion is harmless.
    pub fn help(mut self, words: impl Into<String>) -> Self {
        let words = words.into();
        if !words.is_empty() {
            self.help.push(words);
        }
        self
    }
}

/// All messages of one run.
#[derive(Debug, Clone, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    dropped: usize,
    has_errors: bool,
}

/// A file with more mistakes than this is no bank; the rest is only counted.
const MOST_KEPT: usize = 1_000;

impl Diagnostics {
    /// No messages yet.
    pub fn new() -> Self {
        Diagnostics::default()
    }

    /// Adds one; beyond a thousand it is only counted.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.has_errors |= diagnostic.severity == Severity::Error;
        if self.list.len() < MOST_KEPT {
            self.list.push(diagnostic);
        } else {
            self.dropped += 1;
        }
    }

    /// Takes over the messages of another step.
    pub fn append(&mut self, more: Diagnostics) {
        self.dropped += more.dropped;
        self.has_errors |= more.has_errors;
        self.extend(more.list);
    }

    /// Whether none is kept.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether anything stops the work, also when it was not kept.
    pub fn has_errors(&self) -> bool {
        self.has_errors
    }

    /// How many messages were not kept, because there are too many.
    pub fn dropped(&self) -> usize {
        self.dropped
    }

    /// In the order they were found, repetitions included.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    /// By file and place, those without a place last, each once.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut list: Vec<&Diagnostic> = self.list.iter().collect();
        list.sort_by_key(|d| (d.span.is_none(), d.span, d.severity, d.code));
        let mut seen = std::collections::HashSet::new();
        list.retain(|d| seen.insert((d.code, d.severity, d.span, d.message.as_str())));
        list
    }

    /// How many different messages of a severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        let of_severity = |d: &&&Diagnostic| d.severity == severity;
        self.sorted().iter().filter(of_severity).count()
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, more: I) {
        more.into_iter()
            .for_each(|diagnostic| self.push(diagnostic));
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, Diagnostic, Diagnostics, Severity};
    use crate::source::{Sources, Span};

    #[test]
    fn sorted_by_place_and_each_once() {
        let mut sources = Sources::new();
        let first = sources.add("a", "x".repeat(20));
        let second = sources.add("b", "x");
        let at = |file, start| Span::new(file, start..start + 1);
        let mut all = Diagnostics::new();
        all.push(Diagnostic::warning(Code::UnusedName, None, "nowhere"));
        all.push(Diagnostic::error(Code::Syntax, at(second, 0), "three"));
        all.push(Diagnostic::error(Code::Syntax, at(first, 9), "two"));
        all.push(Diagnostic::warning(Code::CutText, at(first, 1), "one"));
        all.push(Diagnostic::error(Code::Syntax, at(first, 9), "two").help(""));
        let messages: Vec<&str> = all.sorted().iter().map(|d| d.message.as_str()).collect();
        assert_eq!(messages, ["one", "two", "three", "nowhere"]);
        assert_eq!(all.count(Severity::Error), 2);
        assert!(all.has_errors());
    }

    #[test]
    fn an_error_among_too_many_warnings_is_not_forgotten() {
        let mut all = Diagnostics::new();
        for n in 0..1_500 {
            all.push(Diagnostic::warning(Code::Constant, None, n.to_string()));
        }
        assert!(!all.has_errors());
        all.push(Diagnostic::error(Code::Syntax, None, "last"));
        assert!(all.has_errors());
        assert_eq!((all.sorted().len(), all.dropped()), (1_000, 501));
    }
}
