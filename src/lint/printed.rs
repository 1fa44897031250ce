//! A text of an item as it is printed, with the way back to what the author wrote.

use std::borrow::Cow;
use std::ops::Range;

use crate::bank::prose::{Hole, Piece, Prose};
use crate::source::Span;
use crate::value::Value;
use crate::value::notation::{Format, Language, Medium, Misfit, print};

/// A text with values in its holes.
#[derive(Debug)]
pub struct Printed<'a> {
    text: String,
    parts: Vec<Part<'a>>,
    /// The language of the text.
    pub language: &'static Language,
}

#[derive(Debug)]
struct Part<'a> {
    range: Range<usize>,
    /// Whether it stands between `$` signs.
    mathematics: bool,
    origin: Origin<'a>,
}

#[derive(Debug)]
enum Origin<'a> {
    /// As the author wrote it, from this byte of the source text on.
    Literal(&'a Prose, usize),
    Hole(Span),
    Blank(Span),
    /// A number, or what stands between numbers, in a text that an expression made.
    Number(Span),
    Made(Span),
}

/// A value in its place.
#[derive(Debug, Clone, Copy)]
pub struct Filled<'p> {
    /// Everything before it.
    pub before: &'p str,
    /// The value as printed.
    pub shown: &'p str,
    /// Everything behind it.
    pub after: &'p str,
    /// Whether it stands between `$` signs.
    pub mathematics: bool,
    /// The expression in the bank.
    pub span: Span,
}

/// A stretch of text that an author wrote.
#[derive(Debug, Clone)]
pub struct Literal<'p> {
    /// The text.
    pub text: &'p str,
    /// Whether it stands between `$` signs.
    pub mathematics: bool,
    /// Where it stands in the printed text.
    pub range: Range<usize>,
}

impl<'a> Printed<'a> {
    /// Prints `prose` with `values` in its holes. What cannot be printed in its format goes to
    /// `misfits` with its place, and is printed plainly.
    pub fn new(
        prose: &'a Prose,
        values: &[Value],
        language: &'static Language,
        misfits: &mut Vec<(Span, Misfit)>,
    ) -> Self {
        let mut printed = Printed {
            text: String::new(),
            parts: Vec::with_capacity(prose.pieces.len()),
            language,
        };
        let mut mathematics = false;
        let mut values = values.iter();
        for piece in &prose.pieces {
            match piece {
                Piece::Literal(text, start) => {
                    printed.literal(prose, text, *start, &mut mathematics);
                }
                Piece::Blank(name) => {
                    let origin = Origin::Blank(name.span);
                    printed.push("____", mathematics, origin);
                }
                Piece::Hole(hole) => {
                    let medium = if mathematics {
                        Medium::Latex
                    } else {
                        Medium::Text
                    };
                    let value = values.next();
                    let shown = value.map(|value| shown(value, &hole.formats, medium, language));
                    let shown = shown.unwrap_or(Ok(String::new())).unwrap_or_else(|misfit| {
                        misfits.push((hole.span, misfit));
                        String::new()
                    });
                    printed.hole(hole, &shown, mathematics);
                }
            }
        }
        printed
    }

    /// A text that the expression at `span` made. Its numbers count as values.
    pub fn made(text: &str, span: Span, language: &'static Language) -> Self {
        let mut printed = Printed {
            text: String::new(),
            parts: Vec::new(),
            language,
        };
        let mut mathematics = false;
        let (mut from, mut at) = (0, 0);
        while let Some(letter) = text[at..].chars().next() {
            let behind = text[..at].chars().next_back();
            let digits = number(&text[at..], behind);
            if digits > 0 {
                printed.push(&text[from..at], mathematics, Origin::Made(span));
                printed.push(&text[at..at + digits], mathematics, Origin::Number(span));
                at += digits;
                from = at;
                continue;
            }
            if letter == '$' && behind != Some('\\') {
                printed.push(&text[from..at], mathematics, Origin::Made(span));
                from = at;
                mathematics = !mathematics;
            }
            at += letter.len_utf8();
        }
        printed.push(&text[from..], mathematics, Origin::Made(span));
        printed
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The values in their places.
    pub fn filled(&self) -> impl Iterator<Item = Filled<'_>> {
        self.parts.iter().filter_map(|part| match part.origin {
            Origin::Hole(span) | Origin::Number(span) => Some(Filled {
                before: &self.text[..part.range.start],
                shown: &self.text[part.range.clone()],
                after: &self.text[part.range.end..],
                mathematics: part.mathematics,
                span,
            }),
            _ => None,
        })
    }

    /// What the author wrote around the values.
    pub fn literals(&self) -> impl Iterator<Item = Literal<'_>> {
        self.parts.iter().filter_map(|part| match part.origin {
            Origin::Literal(..) | Origin::Made(_) => Some(Literal {
                text: &self.text[part.range.clone()],
                mathematics: part.mathematics,
                range: part.range.clone(),
            }),
            _ => None,
        })
    }

    /// The place in the bank of a range of the printed text.
    pub fn span(&self, range: Range<usize>) -> Option<Span> {
        let part = self
            .parts
            .iter()
            .find(|part| part.range.contains(&range.start))?;
        Some(match part.origin {
            Origin::Hole(span)
            | Origin::Blank(span)
            | Origin::Number(span)
            | Origin::Made(span) => span,
            Origin::Literal(prose, start) => {
                let from = start + (range.start - part.range.start);
                let to = start + (range.end.min(part.range.end) - part.range.start);
                prose.source.span_of(from..to)
            }
        })
    }

    /// Cuts a literal at its `$` signs; the signs belong to the text around.
    fn literal(&mut self, prose: &'a Prose, text: &str, start: usize, mathematics: &mut bool) {
        let mut from = 0;
        let bytes = text.as_bytes();
        for (at, _) in text.match_indices('$') {
            let escaped = at > 0 && bytes[at - 1] == b'\\';
            if escaped {
                continue;
            }
            let end = if *mathematics { at } else { at + 1 };
            let origin = Origin::Literal(prose, start + from);
            self.push(&text[from..end], *mathematics, origin);
            from = end;
            *mathematics = !*mathematics;
        }
        let origin = Origin::Literal(prose, start + from);
        self.push(&text[from..], *mathematics, origin);
    }

    fn hole(&mut self, hole: &Hole, shown: &str, mathematics: bool) {
        let at = self.text.len();
        self.text.push_str(shown);
        self.parts.push(Part {
            range: at..self.text.len(),
            mathematics,
            origin: Origin::Hole(hole.span),
        });
    }

    fn push(&mut self, text: &str, mathematics: bool, origin: Origin<'a>) {
        if text.is_empty() {
            return;
        }
        let at = self.text.len();
        self.text.push_str(text);
        self.parts.push(Part {
            range: at..self.text.len(),
            mathematics,
            origin,
        });
    }
}

/// How many bytes of `text` are a number, if one begins here: digits, and a minus before them
/// that is a sign.
fn number(text: &str, behind: Option<char>) -> usize {
    let of_word = |c: char| c.is_alphanumeric() || "._,".contains(c);
    let unsigned = text.strip_prefix(['-', '\u{2212}']).unwrap_or(text);
    let rest = unsigned.trim_start_matches(|c: char| c.is_ascii_digit());
    match behind {
        _ if rest.len() == unsigned.len() => 0,
        Some(letter) if of_word(letter) => 0,
        Some(')') if unsigned.len() < text.len() => 0,
        _ => text.len() - rest.len(),
    }
}

/// A value in its formats, one after the other: what the first prints, the next changes.
///
/// # Errors
/// A format that cannot print the value.
pub fn shown(
    value: &Value,
    formats: &[Format],
    medium: Medium,
    language: &Language,
) -> Result<String, Misfit> {
    let (last, first) = formats.split_last().unwrap_or((&Format::Plain, &[]));
    let mut value = Cow::Borrowed(value);
    for format in first {
        value = Cow::Owned(Value::text(&print(&value, format, Medium::Text, language)?));
    }
    print(&value, last, medium, language)
}

#[cfg(test)]
mod tests {
    use super::Printed;
    use crate::bank::prose::Prose;
    use crate::diagnostic::Diagnostics;
    use crate::expression::Scope;
    use crate::source::{SourceText, Sources, Span};
    use crate::value::Value;
    use crate::value::notation::Language;

    #[test]
    fn every_part_leads_back_to_the_source() {
        let text = r"Cost \$5: $x = {{2}}y$, or {{1/3 | decimal}}.";
        let mut sources = Sources::new();
        let file = sources.add("a", text);
        let source = SourceText::verbatim(text, Span::new(file, 0..text.len()));
        let mut diagnostics = Diagnostics::new();
        let prose = Prose::parse(&source, &mut diagnostics).unwrap();
        let prose = prose.check(&Scope::default(), &mut diagnostics).unwrap();
        let third = crate::value::Rational::new(1, 3).unwrap();
        let values = [
            Value::integer(2),
            Value::Number(crate::value::Number::fraction(third)),
        ];
        let mut misfits = Vec::new();
        let printed = Printed::new(&prose, &values, Language::ENGLISH, &mut misfits);
        assert_eq!(printed.text(), r"Cost \$5: $x = 2y$, or .");
        assert_eq!(misfits.len(), 1);
        assert_eq!(sources.slice(misfits[0].0).trim(), "1/3");
        let filled: Vec<_> = printed.filled().collect();
        assert!(filled[0].mathematics && !filled[1].mathematics);
        assert_eq!(
            (filled[0].shown, filled[0].after.chars().next()),
            ("2", Some('y'))
        );
        let at = printed.text().find("or").unwrap();
        assert_eq!(sources.slice(printed.span(at..at + 2).unwrap()), "or");
    }
}
