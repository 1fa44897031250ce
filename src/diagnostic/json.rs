//! Messages for machines: editors, and programs that run this one.

use serde::Serialize;

use super::Diagnostics;
use crate::source::Sources;

/// One message. Lines and columns count from 1, columns in characters; the end is exclusive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Message<'a> {
    /// `E021`
    pub code: &'static str,
    /// `unknown-name`
    pub name: &'static str,
    /// `error`, `warning` or `note`.
    pub severity: &'static str,
    /// Name of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<&'a str>,
    /// First line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// First column.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// Line of the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_line: Option<usize>,
    /// Column behind the last character.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_column: Option<usize>,
    /// What is wrong.
    pub message: &'a str,
    /// What to type instead.
    pub help: &'a [String],
}

/// All messages, in the order in which they are drawn.
pub fn messages<'a>(diagnostics: &'a Diagnostics, sources: &'a Sources) -> Vec<Message<'a>> {
    let message = |d: &&'a super::Diagnostic| {
        let file = d.span.and_then(|span| sources.get(span.file));
        let place = d.span.zip(file).map(|(span, file)| {
            let range = span.range();
            (file.position(range.start), file.position(range.end))
        });
        Message {
            code: d.code.id(),
            name: d.code.name(),
            severity: d.severity.name(),
            file: file.map(|file| file.name()),
            line: place.map(|(start, _)| start.line),
            column: place.map(|(start, _)| start.column),
            end_line: place.map(|(_, end)| end.line),
            end_column: place.map(|(_, end)| end.column),
            message: &d.message,
            help: &d.help,
        }
    };
    diagnostics.sorted().iter().map(message).collect()
}

#[cfg(test)]
mod tests {
    use super::messages;
    use crate::diagnostic::{Code, Diagnostic, Diagnostics};
    use crate::source::{Sources, Span};

    #[test]
    fn as_json() {
        let mut sources = Sources::new();
        let id = sources.add("a.yaml", "x: 1\ntú: bad\n");
        let at = sources.get(id).unwrap().text().find("bad").unwrap();
        let mut diagnostics = Diagnostics::new();
        let error = Diagnostic::error(Code::UnknownName, Span::new(id, at..at + 3), "no");
        diagnostics.push(error.help("did you mean `bat`?"));
        diagnostics.push(Diagnostic::warning(Code::Constant, None, "flat"));
        let json = serde_json::to_string(&messages(&diagnostics, &sources)).unwrap();
        let expected = concat!(
            r#"[{"code":"E021","name":"unknown-name","severity":"error","file":"a.yaml","line":2,"#,
            r#""column":5,"endLine":2,"endColumn":8,"message":"no","help":["did you mean `bat`?"]},"#,
            r#"{"code":"W004","name":"constant","severity":"warning","message":"flat","help":[]}]"#,
        );
        assert_eq!(json, expected);
    }
}
