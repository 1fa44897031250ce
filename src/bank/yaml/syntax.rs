//! What the parser says, in words for people who never read the YAML specification.

use granit_parser::{ErrorKind, ScanError};

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, Span};

/// Why there is no tree.
pub struct Failure {
    /// What to say when nothing better is known.
    pub diagnostic: Diagnostic,
    /// What may be mended.
    pub trouble: Option<Trouble>,
    /// Where the parser stopped.
    pub at: usize,
}

/// Mistakes of authors who meant a text, and wrote something that YAML reads otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// `stem: Solve: x = 3`
    Colon,
    /// `stem: {{who}} has 3`, or `{is: data[1]}`
    Braces,
    /// `stem: *Solve* it`
    Start,
    /// `answer: "a" + b`
    AfterQuote,
    /// `"\sqrt"`
    Escape,
    /// A text over two lines with ` #` in the first.
    Comment,
}

impl Failure {
    /// A failure that cannot be mended.
    pub fn fatal(diagnostic: Diagnostic) -> Box<Self> {
        Box::new(Failure {
            diagnostic,
            trouble: None,
            at: 0,
        })
    }
}

pub fn too_deep(span: Span) -> Diagnostic {
    let most = super::MOST_DEPTH;
    let message = format!("lists and maps stand more than {most} deep in each other");
    Diagnostic::error(Code::TooDeep, span, message).help("is a bracket never closed?")
}

/// The error of the parser. `open` is where the innermost `[` or `{` stands.
pub fn failure(error: &ScanError, file: FileId, text: &str, open: Option<usize>) -> Box<Failure> {
    let at = error.marker().byte_offset().unwrap_or(text.len());
    let at = text.floor_char_boundary(at.min(text.len()));
    let here = letter(file, text, at);
    let open_here = open.map(|open| letter(file, text, open));
    let first = text.get(at..).and_then(|rest| rest.chars().next());
    let say = |span: Span, message: &str| Diagnostic::error(Code::Syntax, span, message);
    let bracket = |c: char| match c {
        '[' => ']',
        _ => '}',
    };
    let mut trouble = None;
    let diagnostic = match error.kind() {
        ErrorKind::RecursionLimitExceeded => too_deep(here),
        ErrorKind::UnclosedFlowCollection { open } => {
            let close = bracket(*open);
            say(here, &format!("this `{open}` is never closed"))
                .help(format!("write `{close}` where it ends"))
        }
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => {
            let right = bracket(*open);
            say(here, &format!("this `{open}` is closed by `{close}`"))
                .help(format!("close it with `{right}`"))
        }
        ErrorKind::MisplacedFlowCollectionEnd => {
            say(here, "this bracket closes nothing").help("take it away, or put the text in quotes")
        }
        ErrorKind::UnclosedQuotedScalar => say(here, "this quote is never closed")
            .help("write the closing quote, or use a `|` block for a text with quotes in it"),
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => tab(file, text, at),
        ErrorKind::MappingValueNotAllowed => {
            trouble = Some(Trouble::Colon);
            say(
                here,
                "this line is read as part of the text above, and `: ` may not stand in it",
            )
            .help("if it is a key, begin the line below the first letter of its neighbour keys")
            .help("look for a `key:value` without a space after the colon in the lines above")
            .help("if it is text, use a `|` block")
        }
        ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::FlowMappingValueAdjacentCollection
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::BlockEntryInFlowCollection => {
            trouble = Some(Trouble::Braces);
            let begun = open.and_then(|open| text.get(open..)?.chars().next());
            let close = bracket(begun.unwrap_or('{'));
            let error = say(here, &format!("a comma or `{close}` is expected here")).help(format!(
                "is a `{close}` missing, or should the text be in quotes?"
            ));
            let within = open.and_then(|open| text.get(open..at)).unwrap_or("");
            let error = match within.contains(" #") {
                true => error.help("` #` begins a comment: put a text that holds it in quotes"),
                false => error,
            };
            match open_here {
                Some(open) => error.label(open, "opened here"),
                None => error,
            }
        }
        ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::InvalidIndentation
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::InvalidQuotedScalarIndent => {
            trouble = Some(Trouble::Braces);
            let line = text
                .get(..at)
                .unwrap_or("")
                .rsplit('\n')
                .next()
                .unwrap_or("");
            if line.chars().all(|c| matches!(c, ' ' | '-')) {
                say(here, "this line fits to no line above")
                    .help("begin it below the first letter of the lines it belongs to")
            } else {
                say(here, "the line goes on after the end of the value")
                    .help("put the whole value in quotes, or use a `|` block")
            }
        }
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => say(
            here,
            "a key is expected here, and a colon with a space after it",
        )
        .help(key_of_line(text, at)),
        ErrorKind::UnknownAnchor
        | ErrorKind::MissingAnchorOrAliasName
        | ErrorKind::InvalidBlockScalarHeader
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::MappingKeyNotAllowed
        | ErrorKind::UnexpectedCharacter { .. } => {
            trouble = Some(Trouble::Start);
            let sign = first.unwrap_or(' ');
            say(here, &format!("a value may not begin with `{sign}`"))
                .help("put it in quotes, or use a `|` block")
        }
        ErrorKind::InvalidTrailingDoubleQuotedScalar
        | ErrorKind::InvalidTrailingSingleQuotedScalar => {
            trouble = Some(Trouble::AfterQuote);
            say(here, "the line goes on after the closing quote")
        }
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidUnicodeEscape => {
            trouble = Some(Trouble::Escape);
            say(
                here,
                "a backslash in double quotes begins an escape, and this one does not exist",
            )
            .help("use single quotes or a `|` block")
        }
        ErrorKind::CommentInterceptedScalar => {
            trouble = Some(Trouble::Comment);
            say(here, "the text is cut here")
        }
        kind => say(here, &format!("this is not well-formed YAML ({kind})")),
    };
    if let Some(diagnostic) = lookalike(file, text, at) {
        return Failure::fatal(diagnostic);
    }
    Box::new(Failure {
        diagnostic,
        trouble,
        at,
    })
}

/// A space that is none for YAML, or a wide colon, where one of a key should be: in the line of a
/// failure or in the one before. Such signs come with copied text, and look as they should.
fn lookalike(file: FileId, text: &str, at: usize) -> Option<Diagnostic> {
    let (before, rest) = text.split_at(at);
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let above = before.get(..line.saturating_sub(1))?;
    let above = above.rfind('\n').map_or(0, |end| end + 1);
    let end = at + rest.find('\n').unwrap_or(rest.len());
    let line_of = |start: usize| {
        (
            start,
            text.get(start..end).and_then(|line| line.lines().next()),
        )
    };
    let found = [line_of(above), line_of(line)]
        .into_iter()
        .find_map(|(start, line)| {
            let line = line?;
            let key = line.trim_start_matches(|c: char| c.is_whitespace() || c == '-');
            let indent = line.len() - key.len();
            let word = key
                .find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(key.len());
            let behind = key.get(word..)?;
            let odd = |c: &char| c.is_whitespace() && !matches!(c, ' ' | '\t' | '\r');
            let in_indent = line.get(..indent)?.char_indices().find(|(_, c)| odd(c));
            let colon = behind
                .strip_prefix(':')
                .and_then(|rest| rest.chars().next())
                .filter(odd);
            let wide = behind.chars().next().filter(|c| *c == '：');
            in_indent
                .or(colon.map(|c| (indent + word + 1, c)))
                .or(wide.map(|c| (indent + word, c)))
                .map(|(at, c)| (start + at, c))
        });
    const ORDINARY: &str = "type an ordinary space in its place";
    let (at, c) = found?;
    let (what, help) = match c {
        '：' => (
            "a wide colon",
            "type the colon of a Latin keyboard, and a space",
        ),
        '\u{a0}' => ("a no-break space", ORDINARY),
        _ => ("an unusual space", ORDINARY),
    };
    let span = Span::new(file, at..at + c.len_utf8());
    let message = format!(
        "{what} (U+{:04X}) stands here, which YAML reads as part of a word",
        u32::from(c)
    );
    Some(Diagnostic::error(Code::Syntax, span, message).help(help))
}

/// What to write in a line that begins with no key.
fn key_of_line(text: &str, at: usize) -> String {
    const SHOWN: usize = 20;
    let (before, rest) = text.split_at(at);
    let line = rest.lines().next().unwrap_or("").trim_end();
    let block = before.trim_end().lines().next_back().unwrap_or("");
    let first = line.split(' ').next().unwrap_or("");
    match first.split_once(':') {
        Some((key, value)) if !key.is_empty() && !value.is_empty() => {
            let value: String = line
                .chars()
                .skip(key.chars().count() + 1)
                .take(SHOWN)
                .collect();
            format!("put a space after the colon: `{key}: {value}`")
        }
        _ if block.ends_with(": |") || block.ends_with(": >") => {
            "the text of a `|` block stands two spaces further in than its key".to_owned()
        }
        _ => "write `key: value`".to_owned(),
    }
}

/// The character at an offset; empty at the end.
fn letter(file: FileId, text: &str, at: usize) -> Span {
    let length = text.get(at..).and_then(|rest| rest.chars().next());
    let length = length.filter(|c| *c != '\n').map_or(0, char::len_utf8);
    Span::new(file, at..at + length)
}

fn tab(file: FileId, text: &str, at: usize) -> Diagnostic {
    let line = text.get(..at).and_then(|before| before.rfind('\n'));
    let line = line.map_or(0, |at| at + 1);
    let at = text
        .get(line..)
        .and_then(|rest| rest.find('\t'))
        .map_or(at, |tab| line + tab);
    let message = "a tab stands here, where YAML wants spaces";
    Diagnostic::error(Code::Syntax, letter(file, text, at), message)
        .help("indent with spaces; your editor can replace all tabs at once")
}

/// Refuses characters that nobody sees. `true` when there are any.
pub fn refuse_control_characters(file: FileId, text: &str, diagnostics: &mut Diagnostics) -> bool {
    const SHOWN: usize = 10;
    let is_lone_return = |at: usize| text.as_bytes().get(at + 1) != Some(&b'\n');
    let bad = |(at, c): &(usize, char)| match c {
        '\n' | '\t' => false,
        '\r' => is_lone_return(*at),
        c => c.is_control(),
    };
    let mut any = false;
    for (at, c) in text.char_indices().filter(bad).take(SHOWN) {
        any = true;
        let span = Span::new(file, at..at + c.len_utf8());
        let message = format!("an invisible control character (U+{:04X})", u32::from(c));
        let help = match c {
            '\r' => "save the file with the line ends of Unix or Windows",
            _ => "delete it; it may have come with copied text",
        };
        diagnostics.push(Diagnostic::error(Code::ControlCharacter, span, message).help(help));
    }
    any
}
