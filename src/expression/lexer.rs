//! Characters to tokens. A token is a kind and the byte range it covers.

use std::ops::Range;
use std::sync::Arc;

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenKind {
    /// Digits with at most one decimal point, as written (`3.10` stays `3.10`).
    Number(Arc<str>),
    /// Text in quotes, with the quotes taken off.
    Text(Arc<str>),
    /// A name or a word of the language.
    Word(Arc<str>),
    /// An operator or a bracket.
    Mark(&'static str),
    /// The end of the expression.
    End,
}

/// A token and where it stands in the expression's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// The bytes it covers.
    pub range: Range<usize>,
}

/// A character that starts no token, or a text without its closing quote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LexError {
    /// A character that has no meaning in an expression.
    Stray(char, Range<usize>),
    /// A text that is never closed.
    OpenText(Range<usize>),
}

/// Longest first, so that `<=` is not read as `<`.
const MARKS: [&str; 24] = [
    "..", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "^", "(", ")", "[", "]", "{", "}",
    ",", ":", ".", "|", "=", "%",
];

/// Typographic signs that authors paste, read as the sign they mean.
const ALIASES: [(char, &str); 7] = [
    ('−', "-"),
    ('×', "*"),
    ('·', "*"),
    ('÷', "/"),
    ('≤', "<="),
    ('≥', ">="),
    ('≠', "!="),
];

/// Splits `text` into tokens; the last one is [`TokenKind::End`].
pub fn tokens(text: &str) -> Result<Vec<Token>, LexError> {
    let mut found = Vec::with_capacity(text.len() / 2 + 1);
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let width = first.len_utf8();
        if first.is_whitespace() {
            at += width;
            continue;
        }
        let (kind, end) = if first.is_ascii_digit() {
            number(text, at)
        } else if first == '"' || first == '\'' {
            quoted(text, at, first)?
        } else if starts_name(first) {
            let end = at
                + text[at..]
                    .find(|c| !continues_name(c))
                    .unwrap_or(text.len() - at);
            (TokenKind::Word(text[at..end].into()), end)
        } else if let Some((_, mark)) = ALIASES.iter().find(|(alias, _)| *alias == first) {
            (TokenKind::Mark(mark), at + width)
        } else if let Some(mark) = MARKS.iter().find(|mark| text[at..].starts_with(**mark)) {
            (TokenKind::Mark(mark), at + mark.len())
        } else {
            return Err(LexError::Stray(first, at..at + width));
        };
        found.push(Token {
            kind,
            range: at..end,
        });
        at = end;
    }
    found.push(Token {
        kind: TokenKind::End,
        range: text.len()..text.len(),
    });
    Ok(found)
}

/// Whether `c` may begin a name: any letter, or an underscore.
pub fn starts_name(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

fn continues_name(c: char) -> bool {
    starts_name(c) || c.is_numeric() || is_combining(c)
}

/// Combining marks belong to the letter before them (`é` may be written in two characters).
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}')
}

/// A number; the point of `2..9` belongs to the range, not to the number.
fn number(text: &str, at: usize) -> (TokenKind, usize) {
    let digits = |from: usize| {
        text[from..]
            .find(|c: char| !c.is_ascii_digit())
            .map_or(text.len(), |width| from + width)
    };
    let mut end = digits(at);
    let rest = &text[end..];
    if rest.starts_with('.') && rest[1..].starts_with(|c: char| c.is_ascii_digit()) {
        end = digits(end + 1);
    }
    (TokenKind::Number(text[at..end].into()), end)
}

/// A text in quotes. A backslash keeps a quote or a backslash; before anything else it stays,
/// so that LaTeX can stand in a text.
fn quoted(text: &str, at: usize, quote: char) -> Result<(TokenKind, usize), LexError> {
    let mut content = String::new();
    let mut characters = text[at + 1..].char_indices();
    while let Some((offset, c)) = characters.next() {
        if c == quote {
            return Ok((TokenKind::Text(content.into()), at + 1 + offset + 1));
        }
        let follower = text[at + 1 + offset + c.len_utf8()..].chars().next();
        match follower {
            Some(next) if c == '\\' && (next == quote || next == '\\') => {
                content.push(next);
                characters.next();
            }
            _ => content.push(c),
        }
    }
    Err(LexError::OpenText(at..text.len()))
}

#[cfg(test)]
mod tests {
    use super::{LexError, Token, TokenKind, tokens};

    fn kinds(text: &str) -> Vec<String> {
        let show = |token: &Token| match &token.kind {
            TokenKind::Number(n) => format!("n{n}"),
            TokenKind::Text(t) => format!("t{t}"),
            TokenKind::Word(w) => format!("w{w}"),
            TokenKind::Mark(m) => (*m).to_owned(),
            TokenKind::End => "end".to_owned(),
        };
        tokens(text)
            .map(|found| found.iter().map(show).collect())
            .unwrap_or_default()
    }

    #[test]
    fn the_points_of_a_range_are_not_decimal_points() {
        assert_eq!(kinds("2..9"), ["n2", "..", "n9", "end"]);
        assert_eq!(kinds("0.5..3.10"), ["n0.5", "..", "n3.10", "end"]);
    }

    #[test]
    fn names_may_hold_any_letter() {
        assert_eq!(kinds("end.tú"), ["wend", ".", "wtú", "end"]);
    }

    #[test]
    fn quotes_and_backslashes() {
        assert_eq!(kinds(r#""a\"b""#), ["ta\"b", "end"]);
        assert_eq!(kinds(r#"'\frac'"#), [r"t\frac", "end"]);
        assert_eq!(tokens("'open"), Err(LexError::OpenText(0..5)));
        assert_eq!(tokens("a ? b"), Err(LexError::Stray('?', 2..3)));
    }
}
