//! Texts that are no YAML: says so, and takes them for what the author meant, so that one run
//! finds the mistakes behind them too.
//!
//! A sign that misleads the parser is overwritten with `_` in the copy that is parsed. Nothing
//! moves, and [`super::place`] puts the author's signs back into the text.

mod entry;

use std::ops::Range;

use super::collection::opened;
use super::syntax::{Failure, Trouble};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FileId, Span};

/// What was mended.
pub enum Mended {
    /// A mistake, of which the author is told.
    Mistake(Box<Diagnostic>),
    /// What this language allows and plain YAML does not.
    Allowed,
}

/// Mends the `text`, a copy of `source`, at a failure and says what was wrong; `None` when the failure is none of those
/// that can be mended.
pub fn mend(file: FileId, source: &str, text: &mut String, failure: &Failure) -> Option<Mended> {
    let place = Place::of(text, failure.at)?;
    if let (Some(Trouble::AfterQuote), Some(signs)) =
        (failure.trouble, quoted_argument(text, &place))
    {
        return overwrite(text, signs).then_some(Mended::Allowed);
    }
    if let (Some(Trouble::Braces), Some(signs)) = (failure.trouble, bracket_in_entry(text, &place))
    {
        return overwrite(text, signs).then_some(Mended::Allowed);
    }
    let found = match failure.trouble? {
        Trouble::Colon => braces(text, &place)
            .or_else(|| entry::mistaken(text, &place))
            .or_else(|| colon(text, &place))?,
        Trouble::Braces => braces(text, &place)
            .or_else(|| entry::mistaken(text, &place))
            .or_else(|| entry::left_behind(text, &place))
            .or_else(|| expression_after_bracket(text, &place))?,
        Trouble::Start => start(text, &place, failure)?,
        Trouble::AfterQuote => braces(text, &place)
            .filter(|found| found.signs.contains(&place.at))
            .or_else(|| after_quote(text, &place))?,
        Trouble::Escape => escape(text, &place)?,
        Trouble::Comment => comment(&place),
    };
    let changed = match found.cut {
        Some(at) => cut(text, at),
        None => overwrite(text, found.signs),
    };
    let span = Span::new(file, found.span);
    let error = Diagnostic::error(found.code, span, found.message);
    let help = match found.help {
        Help::Block => as_block(source, &place),
        Help::Quote(whole) => {
            let whole = source.get(whole).unwrap_or("").replace('\'', "''");
            format!("put the whole value in quotes: `'{whole}'`")
        }
        Help::Words(words) => words.to_owned(),
        Help::Line(line) => line,
    };
    let error = error.help(help);
    changed.then(|| Mended::Mistake(Box::new(error)))
}

/// Whether there was anything to overwrite.
fn overwrite(text: &mut String, signs: impl IntoIterator<Item = usize>) -> bool {
    let mut bytes = std::mem::take(text).into_bytes();
    let mut changed = false;
    for at in signs {
        if let Some(byte) = bytes.get_mut(at).filter(|byte| byte.is_ascii_punctuation()) {
            changed |= *byte != b'_';
            *byte = b'_';
        }
    }
    *text = String::from_utf8(bytes).unwrap_or_default();
    changed
}

/// Makes the rest of a line a comment; whether there was anything.
fn cut(text: &mut String, at: usize) -> bool {
    let mut bytes = std::mem::take(text).into_bytes();
    let begins = bytes
        .get_mut(at)
        .filter(|byte| byte.is_ascii_graphic() && **byte != b'#');
    let changed = begins.map(|byte| *byte = b'#').is_some();
    *text = String::from_utf8(bytes).unwrap_or_default();
    changed
}

/// A mistake, and the signs that are overwritten to go on.
struct Found {
    code: Code,
    span: Range<usize>,
    message: String,
    help: Help,
    signs: Vec<usize>,
    /// From where the line is left out instead.
    cut: Option<usize>,
}

enum Help {
    /// The line, written as a block.
    Block,
    /// A range of the source, written in quotes.
    Quote(Range<usize>),
    Words(&'static str),
    /// A line made for this mistake.
    Line(String),
}

/// Where the parser stopped, and the line around it.
struct Place {
    at: usize,
    line: Range<usize>,
}

impl Place {
    fn of(text: &str, at: usize) -> Option<Place> {
        let start = text.get(..at)?.rfind('\n').map_or(0, |at| at + 1);
        let end = text
            .get(at..)?
            .find('\n')
            .map_or(text.len(), |end| at + end);
        let line = start..end;
        Some(Place { at, line })
    }

    fn before<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.line.start..self.at).unwrap_or("")
    }

    fn line<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.line.clone()).unwrap_or("").trim_end()
    }

    fn rest<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.at..self.line.end).unwrap_or("").trim_end()
    }
}

/// How the value of a line is written as a block.
fn as_block(text: &str, place: &Place) -> String {
    let line = place.line(text);
    let indent: String = line.chars().take_while(|c| *c == ' ').collect();
    match line.split_once(": ") {
        Some((key, value)) if value.len() < 80 && !key.contains(['{', '[']) => {
            let value = value.trim();
            // In a one-line list or map only the text itself can be quoted.
            let is_flow = value.starts_with(['{', '[']);
            if is_flow && !value.starts_with("{{") && !value.starts_with("[[") {
                return "put the text in quotes, up to the next comma: `{name: 'a {{n}} b'}`"
                    .to_owned();
            }
            format!("use a `|` block:\n{key}: |\n{indent}  {value}")
        }
        _ => "use a `|` block, or put the whole text in quotes".to_owned(),
    }
}

/// `stem: Solve: x = 3`
fn colon(text: &str, place: &Place) -> Option<Found> {
    let first = place.before(text).find(": ")?;
    let read = place.before(text).get(first + 2..)?.trim();
    let colons = |(at, _): (usize, char)| {
        let rest = text.get(at + 1..place.line.end)?;
        (rest.is_empty() || rest.starts_with([' ', '\r'])).then_some(at)
    };
    let signs = text.get(place.at..place.line.end)?.char_indices();
    let signs = signs
        .map(|(at, c)| (place.at + at, c))
        .filter(|(_, c)| *c == ':');
    Some(Found {
        code: Code::CutText,
        span: place.at..place.at + 1,
        message: format!("a second `: ` in one line; YAML reads `{read}` as a key"),
        help: Help::Block,
        signs: signs.filter_map(colons).collect(),
        cut: None,
    })
}

/// `stem: {{who}} has 3`, and `{say: is {{n}} big}`
fn braces(text: &str, place: &Place) -> Option<Found> {
    let line = place.line(text);
    let until = (place.at - place.line.start + 2).min(line.len());
    let at = line.get(..until)?.rfind("{{")?;
    let at = place.line.start + line.get(..at + 1)?.trim_end_matches('{').len();
    // Interpolations, whole: what stands in them may hold commas, quotes and colons.
    let mut signs = Vec::new();
    let mut depth = 0usize;
    for (offset, c) in text.get(at..place.line.end)?.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            _ => {}
        }
        if depth > 0 {
            signs.push(at + offset);
        }
        if c == '}' {
            depth -= 1;
        }
    }
    let end = line.get(at - place.line.start..)?.find("}}");
    Some(Found {
        code: Code::CutText,
        span: at..end.map_or(place.line.end, |end| at + end + 2),
        message: "`{{` is read as the beginning of a map here, not as text".to_owned(),
        help: Help::Block,
        signs,
        cut: None,
    })
}

/// `{is: data[1], …}`, `{a: 2..9 except [3, 4], …}`: a bracket within an entry belongs to its
/// expression. The signs from the bracket to the one that closes it.
fn bracket_in_entry(text: &str, place: &Place) -> Option<Range<usize>> {
    let word = place.before(text).trim_end();
    let goes_on = |c: char| c.is_alphanumeric() || "_)(=<>+*/".contains(c);
    if !place.rest(text).starts_with('[') || !word.ends_with(goes_on) {
        return None;
    }
    Some(place.at..place.at + closing(place.rest(text))?)
}

/// `{word frequency: zipf(w, "en")}`: a text in quotes within round brackets belongs to its
/// expression.
fn quoted_argument(text: &str, place: &Place) -> Option<Range<usize>> {
    let before = place.before(text).trim_end();
    let quote = before.chars().last().filter(|c| matches!(c, '"' | '\''))?;
    let begin = before.get(..before.len() - 1)?.rfind(quote)?;
    let left = before.get(..begin)?;
    let within = left.rfind(['{', '[']).and_then(|at| left.get(at + 1..))?;
    let start = place.line.start;
    (opened(within) > 0).then_some(start + begin..start + before.len())
}

/// `answer: [a, b][1]` and `data: [1, 2] + xs`: an expression that begins with a bracket.
fn expression_after_bracket(text: &str, place: &Place) -> Option<Found> {
    let line = place.line(text);
    let value = line
        .find(": ")
        .map(|at| at + 2)
        .or_else(|| Some(line.find("- ")? + 2))?;
    let rest = line.get(value..)?;
    let start = place.line.start + value + (rest.len() - rest.trim_start().len());
    let first = text.get(start..)?.chars().next()?;
    if !matches!(first, '[' | '{') || place.at <= start {
        return None;
    }
    Some(Found {
        code: Code::CutText,
        span: start..place.line.start + line.len(),
        message: format!("a value that begins with `{first}` ends at the closing bracket"),
        help: Help::Quote(start..place.line.start + line.len()),
        signs: (start..place.line.start + line.len()).collect(),
        cut: None,
    })
}

/// The length up to the bracket that closes the first one, and others right behind it.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let end = at + c.len_utf8();
        if depth == 0 && !text.get(end..)?.starts_with('[') {
            return Some(end);
        }
    }
    None
}

/// `stem: *Solve* it`, `stem: > 3 apples`, `stem: @home`
fn start(text: &str, place: &Place, failure: &Failure) -> Option<Found> {
    let sign = place.rest(text).chars().next()?;
    let word = place.rest(text).split(' ').next()?;
    let reading = match sign {
        '!' => format!("`{word}` is a tag in YAML, and no part of the text"),
        '*' => format!("`{word}` is an alias in YAML, but no `&` with this name stands above"),
        '|' | '>' => format!("after `{sign}` the text begins on the next line"),
        '-' | '&' | '@' | '`' | '%' | '?' => format!("a text may not begin with `{sign}`"),
        _ => return None,
    };
    Some(Found {
        code: Code::CutText,
        span: failure.diagnostic.span?.range(),
        message: reading,
        help: Help::Block,
        signs: vec![place.at],
        cut: None,
    })
}

/// `answer: "a" + b`, `stem: 'it's'`
fn after_quote(text: &str, place: &Place) -> Option<Found> {
    let before = place.before(text);
    let quote = before.trim_end().chars().last()?;
    if !matches!(quote, '"' | '\'') {
        return None;
    }
    let opens = |at: &usize| {
        let left = before.get(..*at).unwrap_or("");
        left.trim_end_matches(' ').is_empty() || left.ends_with([' ', '[', '{', ','])
    };
    let last = before.trim_end().len() - 1;
    let quotes = before.match_indices(quote).map(|(at, _)| at);
    let begin = quotes.filter(|at| *at < last).rfind(opens)?;
    let begin = place.line.start + begin;
    let quotes = text.get(begin..place.line.end)?.match_indices(quote);
    let help = match quote {
        '"' => "put the whole value in single quotes, or use a `|` block",
        _ => "double an apostrophe inside single quotes (`'it''s'`), or use a `|` block",
    };
    Some(Found {
        code: Code::CutText,
        span: place.at..place.line.start + place.line(text).len(),
        message: "the line goes on after the closing quote".to_owned(),
        help: Help::Words(help),
        signs: quotes.map(|(at, _)| begin + at).collect(),
        cut: None,
    })
}

/// `"x \sqrt{3}"`; the parser stops at the opening quote.
fn escape(text: &str, place: &Place) -> Option<Found> {
    const KNOWN: &str = "0abtnvfreN_LPxuU \"/\\\t\n\r";
    let mut wrong: Vec<(usize, char)> = Vec::new();
    let mut letters = text.get(place.at + 1..)?.char_indices();
    while let Some((at, c)) = letters.next() {
        match c {
            '"' => break,
            '\\' => {
                let (_, next) = letters.next()?;
                let digits = match next {
                    'x' => 2,
                    'u' => 4,
                    'U' => 8,
                    _ => 0,
                };
                let from = place.at + 1 + at + 2;
                let hex = text.get(from..).unwrap_or("").chars().take(digits);
                let complete = hex.filter(char::is_ascii_hexdigit).count() == digits;
                if !KNOWN.contains(next) || !complete {
                    wrong.push((place.at + 1 + at, next));
                }
            }
            _ => {}
        }
    }
    let (at, next) = *wrong.first()?;
    Some(Found {
        code: Code::Syntax,
        span: at..at + 1 + next.len_utf8(),
        message: format!("`\\{next}` has no meaning in double quotes"),
        help: Help::Words("for LaTeX use a `|` block or single quotes"),
        signs: wrong.into_iter().map(|(at, _)| at).collect(),
        cut: None,
    })
}

/// A text over two lines, the first with ` #` in it.
fn comment(place: &Place) -> Found {
    Found {
        code: Code::CutText,
        span: place.at..place.line.end,
        message: "the text is cut before ` #`, but goes on in the next line".to_owned(),
        help: Help::Words("use a `|` block, or take the comment away"),
        signs: vec![place.at],
        cut: None,
    }
}
