//! Messages drawn beside the text they are about.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Diagnostic, Diagnostics, Severity};
use crate::source::{FileId, SourceFile, Sources, Span};

/// More messages than this are only counted: nobody reads them, and mending the first
/// usually mends many.
pub const MOST_DRAWN: usize = 100;

/// Lines longer than this many bytes are cut around the place.
const LONGEST_LINE: usize = 300;

/// All messages in order of place; errors before warnings when they are too many to be shown.
pub fn all(diagnostics: &Diagnostics, sources: &Sources, color: bool) -> String {
    let sorted = diagnostics.sorted();
    let errors = diagnostics.count(Severity::Error);
    let errors_only = sorted.len() > MOST_DRAWN && errors >= MOST_DRAWN;
    let shown = sorted
        .iter()
        .filter(|d| !errors_only || d.severity == Severity::Error)
        .take(MOST_DRAWN);
    let mut out = String::new();
    for diagnostic in shown {
        out.push_str(&one(diagnostic, sources, color));
        out.push_str("\n\n");
    }
    let more = sorted.len().saturating_sub(MOST_DRAWN) + diagnostics.dropped();
    if more > 0 {
        out.push_str(&format!("… and {more} more\n"));
    }
    out
}

/// One message, without a line break at its end.
pub fn one(diagnostic: &Diagnostic, sources: &Sources, color: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.code.id());
    let mut group = Group::with_title(title);
    let mut places = Vec::new();
    for (file, marks) in marks_by_file(diagnostic) {
        let Some(source) = sources.get(file) else {
            continue;
        };
        let Some(first) = marks.first() else {
            continue;
        };
        let window = Window::around(source, &marks);
        places.push(window.header(source, first.span));
        let annotations = marks.iter().map(|mark| {
            let kind = if mark.primary {
                AnnotationKind::Primary
            } else {
                AnnotationKind::Context
            };
            kind.span(window.place(source, mark.span)).label(mark.words)
        });
        group = group.element(
            Snippet::source(window.text.clone())
                .path(source.name())
                .line_start(window.first_line)
                .annotations(annotations),
        );
    }
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = if color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let drawn = renderer.render(&[group]);
    // The renderer counts columns in what it is shown; in a cut line that is too few.
    places.iter().fold(drawn, |drawn, (shown, right)| {
        if shown == right {
            drawn
        } else {
            drawn.replacen(shown, right, 1)
        }
    })
}

/// A span to underline, and the words beside it.
struct Mark<'a> {
    span: Span,
    words: Option<&'a str>,
    primary: bool,
}

/// The file of the message first.
fn marks_by_file(diagnostic: &Diagnostic) -> Vec<(FileId, Vec<Mark<'_>>)> {
    let mut files: Vec<(FileId, Vec<Mark<'_>>)> = Vec::new();
    let words_here = |span: Span| {
        let mut labels = diagnostic.labels.iter();
        labels.find(|(at, _)| *at == span).map(|(_, words)| words)
    };
    let primary = diagnostic.span.map(|span| Mark {
        span,
        words: words_here(span).map(String::as_str),
        primary: true,
    });
    let others = diagnostic
        .labels
        .iter()
        .filter(|(span, _)| Some(*span) != diagnostic.span);
    let others = others.map(|(span, words)| Mark {
        span: *span,
        words: Some(words),
        primary: false,
    });
    for mark in primary.into_iter().chain(others) {
        match files.iter_mut().find(|(file, _)| *file == mark.span.file) {
            Some((_, marks)) => marks.push(mark),
            None => files.push((mark.span.file, vec![mark])),
        }
    }
    files
}

/// The lines of a file that are shown, long ones cut.
struct Window {
    text: String,
    first_line: usize,
    lines: Vec<Line>,
}

/// Where a line stands in the file and in the window, and what was left out at its start.
struct Line {
    source: Range<usize>,
    shown: Range<usize>,
    text_at: usize,
}

impl Window {
    fn around(file: &SourceFile, marks: &[Mark<'_>]) -> Window {
        let line_of = |mark: &Mark<'_>| file.position(mark.span.start as usize).line;
        let first_line = marks.iter().map(line_of).min().unwrap_or(1);
        let last_line = marks.iter().map(line_of).max().unwrap_or(1);
        let mut window = Window {
            text: String::new(),
            first_line,
            lines: Vec::new(),
        };
        for line in first_line..=last_line {
            let Some(source) = file.line_range(line) else {
                break;
            };
            let is_here = |mark: &&Mark<'_>| source.contains(&(mark.span.start as usize));
            let wanted = marks.iter().filter(is_here).map(|m| m.span.start as usize);
            window.push(file, source.clone(), wanted.min());
        }
        window
    }

    fn push(&mut self, file: &SourceFile, source: Range<usize>, wanted: Option<usize>) {
        let shown = shown_part(file.text(), source.clone(), wanted);
        if shown.start > source.start {
            self.text.push('…');
        }
        let text_at = self.text.len();
        let part = file.slice(shown.clone());
        self.text.push_str(part);
        if shown.end < source.end {
            self.text.push('…');
        }
        self.text.push('\n');
        self.lines.push(Line {
            source,
            shown,
            text_at,
        });
    }

    /// `file:line:column` as the renderer counts it in the window, and as it is in the file.
    fn header(&self, file: &SourceFile, span: Span) -> (String, String) {
        let right = file.position(span.start as usize);
        let at = self.place(file, span).start;
        let line_start = self.text[..at].rfind('\n').map_or(0, |at| at + 1);
        let column = self.text[line_start..at].chars().count() + 1;
        let name = file.name();
        (
            format!("{name}:{}:{column}", right.line),
            format!("{name}:{}:{}", right.line, right.column),
        )
    }

    /// A span of the file as a range of the window: its first line only, and at least the
    /// place where it starts.
    fn place(&self, file: &SourceFile, span: Span) -> Range<usize> {
        let (start, end) = (span.start as usize, span.end as usize);
        let line = file.position(start).line;
        let Some(line) = line
            .checked_sub(self.first_line)
            .and_then(|at| self.lines.get(at))
        else {
            return 0..0;
        };
        let inside = |offset: usize| {
            let offset = offset.min(line.source.end);
            offset.clamp(line.shown.start, line.shown.end) - line.shown.start + line.text_at
        };
        let text = file.text();
        inside(text.floor_char_boundary(start))..inside(text.ceil_char_boundary(end))
    }
}

/// All of a short line; of a long one the surroundings of the wanted place.
fn shown_part(text: &str, line: Range<usize>, wanted: Option<usize>) -> Range<usize> {
    if line.len() <= LONGEST_LINE {
        return line;
    }
    const BEFORE: usize = 60;
    const AFTER: usize = 60;
    let wanted = wanted.unwrap_or(line.start);
    let start = wanted.saturating_sub(BEFORE).max(line.start);
    let end = wanted.saturating_add(AFTER).min(line.end);
    text.floor_char_boundary(start)..text.ceil_char_boundary(end)
}

#[cfg(test)]
mod tests {
    use super::{MOST_DRAWN, all, one};
    use crate::diagnostic::{Code, Diagnostic, Diagnostics};
    use crate::source::{Sources, Span};

    #[test]
    fn drawn_beside_the_line() {
        let mut sources = Sources::new();
        let text = "items:\n  - id: a\n    tú: d + 1\n    b: 2\n";
        let id = sources.add("bank.yaml", text);
        let at = text.find("d +").unwrap();
        let diagnostic = Diagnostic::error(
            Code::UnknownName,
            Span::new(id, at..at + 1),
            "unknown name `d`",
        )
        .label(Span::new(id, 12..13), "used in this item")
        .help("did you mean `b`?");
        let drawn = one(&diagnostic, &sources, false);
        let expected = "\
error[E021]: unknown name `d`
 --> bank.yaml:3:9
  |
2 |   - id: a
  |      - used in this item
3 |     tú: d + 1
  |         ^
  |
  = help: did you mean `b`?";
        assert_eq!(drawn, expected);
        assert!(one(&diagnostic, &sources, true).contains("\u{1b}["));
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let mut sources = Sources::new();
        let text = format!("{}WRONG{}\n", "é".repeat(5_000), "x".repeat(5_000));
        let id = sources.add("long.yaml", text);
        let diagnostic = Diagnostic::error(Code::Syntax, Span::new(id, 10_000..10_005), "here");
        let drawn = one(&diagnostic, &sources, false);
        assert!(drawn.contains("long.yaml:1:5001"), "{drawn}");
        assert!(drawn.contains("WRONG"), "{drawn}");
        assert!(drawn.contains("^^^^^"), "{drawn}");
        assert!(drawn.lines().all(|l| l.chars().count() < 200), "{drawn}");
        let column = |needle: char| {
            let line = drawn.lines().find(|l| l.contains(needle)).unwrap();
            line.chars().position(|c| c == needle).unwrap()
        };
        assert_eq!(column('^'), column('W'));
    }

    #[test]
    fn strange_places_are_drawn_without_panic() {
        let mut sources = Sources::new();
        let id = sources.add("a.yaml", "é\r\nb: \u{7}\u{202e}x\n\n");
        for start in 0..14 {
            for end in start..14 {
                let span = Span::new(id, start..end);
                let diagnostic =
                    Diagnostic::error(Code::Syntax, span, "bell \u{7}").label(span, "x");
                let drawn = one(&diagnostic, &sources, false);
                assert!(drawn.contains("a.yaml:"), "{drawn}");
                assert!(!drawn.contains('\u{7}') && !drawn.contains('\u{202e}'));
            }
        }
    }

    #[test]
    fn at_most_a_hundred_and_each_once() {
        let mut sources = Sources::new();
        let id = sources.add("a.yaml", "x\n".repeat(300));
        let mut diagnostics = Diagnostics::new();
        for repeat in 0..2 {
            for line in (0..150).rev() {
                let span = Span::new(id, line * 2..line * 2 + 1);
                diagnostics.push(Diagnostic::error(Code::Syntax, span, "wrong"));
                if repeat == 0 {
                    diagnostics.push(Diagnostic::warning(Code::CutText, None, format!("{line}")));
                }
            }
        }
        let drawn = all(&diagnostics, &sources, false);
        assert_eq!(drawn.matches("error[E001]").count(), MOST_DRAWN);
        assert!(drawn.ends_with("… and 200 more\n"), "{drawn}");
        let first = drawn.find("a.yaml:1:1").unwrap();
        let tenth = drawn.find("a.yaml:10:1").unwrap();
        assert!(first < tenth);
    }
}
