//! Tokens to a tree, by the grammar in GRAMMAR.md.

mod grammar;

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::expression::ast::Expression;
use crate::expression::lexer::{LexError, Token, TokenKind, tokens};
use crate::source::{SourceText, Span, Spanned};

/// Words that cannot be names.
pub const RESERVED: [&str; 13] = [
    "if", "then", "else", "or", "and", "not", "in", "mod", "div", "for", "true", "false", "except",
];

/// How deep brackets and operators may nest.
const DEPTH: usize = 60;

/// How high the tree may be: a long chain of operators is as deep as brackets, and the tree is
/// walked by recursion.
const HEIGHT: usize = 200;

/// How many tokens an expression may have.
const LENGTH: usize = 1_000;

/// A piece of the bank's text that holds an expression.
#[derive(Clone, Copy)]
pub struct Written<'a> {
    source: &'a SourceText,
    start: usize,
    text: &'a str,
}

impl<'a> Written<'a> {
    /// All of `source`.
    pub fn whole(source: &'a SourceText) -> Self {
        Self {
            source,
            start: 0,
            text: source.as_str(),
        }
    }

    /// The bytes `range` of `source`.
    pub fn part(source: &'a SourceText, range: Range<usize>) -> Self {
        Self {
            source,
            start: range.start,
            text: &source.as_str()[range],
        }
    }

    fn locate(&self, range: Range<usize>) -> Span {
        self.source
            .span_of(self.start + range.start..self.start + range.end)
    }
}

/// Reads tokens one after another. `bank` uses it for domains too, which share the tokens.
pub struct Parser<'a> {
    written: Written<'a>,
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
}

type Parsed<T> = Result<T, Diagnostic>;

/// Reads a whole text as one expression.
pub fn parse(written: Written<'_>) -> Parsed<Expression> {
    let mut parser = Parser::new(written)?;
    let expression = parser.expression()?;
    parser.end()?;
    Ok(expression)
}

impl<'a> Parser<'a> {
    /// Splits the text into tokens and stands before the first.
    pub fn new(written: Written<'a>) -> Parsed<Self> {
        let tokens = tokens(written.text).map_err(|error| match error {
            LexError::Stray(character, range) => {
                let found = format!("`{character}` has no meaning in an expression");
                let help = match character {
                    '&' => "write `and`",
                    '!' => "write `not`, or `!=` for \"differs from\"",
                    '“' | '”' | '„' | '«' | '»' | '‘' | '’' => {
                        "write straight quotes around a text: `\"yes\"`"
                    }
                    '$' => "a name stands without `$`; mathematics goes into the stem",
                    '\\' => "mathematics goes into the stem; here stands an expression",
                    _ => {
                        "an expression holds numbers, names, + - * / ^, brackets and text in quotes"
                    }
                };
                Diagnostic::error(Code::ExpressionSyntax, written.locate(range), found).help(help)
            }
            LexError::OpenText(range) => Diagnostic::error(
                Code::ExpressionSyntax,
                written.locate(range),
                "this text has no closing quote".to_owned(),
            )
            .help("add the quote at the end of the text"),
        })?;
        if tokens.len() > LENGTH {
            let place = written.locate(tokens[LENGTH].range.clone());
            let message = format!("an expression of more than {LENGTH} words and signs");
            return Err(Diagnostic::error(Code::TooLarge, place, message)
                .help("give its parts their own names under `let`"));
        }
        Ok(Self {
            written,
            tokens,
            at: 0,
            depth: 0,
        })
    }

    /// The place of bytes `range` of the text.
    pub fn span(&self, range: Range<usize>) -> Span {
        self.written.locate(range)
    }

    fn token(&self) -> &Token {
        // The last token is `End` and is never passed.
        &self.tokens[self.at.min(self.tokens.len() - 1)]
    }

    /// The next token's byte range.
    pub fn range(&self) -> Range<usize> {
        self.token().range.clone()
    }

    /// Where the token before the next one ended.
    pub fn last_end(&self) -> usize {
        self.at
            .checked_sub(1)
            .map_or(0, |before| self.tokens[before].range.end)
    }

    /// Whether the next token is the mark or word `wanted`.
    pub fn sees(&self, wanted: &str) -> bool {
        self.sees_ahead(0, wanted)
    }

    /// Whether the token `ahead` places on is the mark or word `wanted`.
    pub fn sees_ahead(&self, ahead: usize, wanted: &str) -> bool {
        match self.tokens.get(self.at + ahead).map(|token| &token.kind) {
            Some(TokenKind::Mark(mark)) => *mark == wanted,
            Some(TokenKind::Word(word)) => &**word == wanted,
            _ => false,
        }
    }

    /// Passes the next token if it is `wanted`.
    pub fn take(&mut self, wanted: &str) -> bool {
        let seen = self.sees(wanted);
        self.at += usize::from(seen);
        seen
    }

    /// Passes `wanted`, or says what stands there instead.
    pub fn require(&mut self, wanted: &str, help: &str) -> Parsed<()> {
        if self.take(wanted) {
            Ok(())
        } else {
            Err(self.unexpected(&format!("`{wanted}`"), help))
        }
    }

    /// Whether all tokens have been read.
    pub fn at_end(&self) -> bool {
        self.token().kind == TokenKind::End
    }

    /// Requires that all tokens have been read.
    pub fn end(&self) -> Parsed<()> {
        if self.at_end() {
            return Ok(());
        }
        let help = match &self.token().kind {
            TokenKind::Mark("=") => "one `=` means nothing here; write `==` to compare",
            TokenKind::Mark("%") => "write 15/100 for fifteen percent, or `mod` for a remainder",
            TokenKind::Word(word) if &**word == "if" => {
                "a choice is written `if a > 1 then \"yes\" else \"no\"`"
            }
            TokenKind::Mark("|") if self.sees_ahead(1, "|") => "write `or`",
            TokenKind::Mark("|") => "a format belongs inside `{{ … }}` in a text",
            TokenKind::Word(_) if self.follows_word() => {
                "an operator is missing before it; a text stands in quotes, alone behind a key \
                 in two pairs: `'\"the sum\"'`"
            }
            TokenKind::Number(_)
            | TokenKind::Word(_)
            | TokenKind::Text(_)
            | TokenKind::Mark("(") => {
                "an operator is missing before it; multiplication is written `*`"
            }
            _ => "take it away, or check the brackets before it",
        };
        Err(self.unexpected("the end of the expression", help))
    }

    /// Whether the token before this one is a word.
    fn follows_word(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        matches!(before.map(|token| &token.kind), Some(TokenKind::Word(_)))
    }

    /// What to type instead of signs of other languages, if one stands here.
    fn foreign(&self) -> Option<&'static str> {
        let before = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        match (before.map(|token| &token.kind), &self.token().kind) {
            (Some(TokenKind::Mark("*")), TokenKind::Mark("*")) => Some("a power is written `^`"),
            (Some(TokenKind::Mark("<")), TokenKind::Mark(">")) => Some("unequal is written `!=`"),
            (_, TokenKind::Mark("{")) => Some(
                "a map is written in YAML, line by line: `let:` and below it `m: {a: 1, b: 2}`",
            ),
            (_, TokenKind::Word(word)) if &**word == "to" => Some("a range is written `1..9`"),
            (
                Some(TokenKind::Number(_) | TokenKind::Mark(")")),
                TokenKind::Word(_) | TokenKind::Mark("("),
            ) => Some("an operator is missing before it; multiplication is written `*`"),
            (_, TokenKind::Mark("..")) => Some(
                "the whole numbers from 1 to 9 are `range(1, 9)`; `1..9` is a domain, for `vary`",
            ),
            _ => None,
        }
    }

    /// A diagnostic that says what was wanted and what stands there.
    pub fn unexpected(&self, wanted: &str, help: &str) -> Diagnostic {
        let help = self.foreign().unwrap_or(help);
        let token = self.token();
        let found = match &token.kind {
            TokenKind::End => "the end".to_owned(),
            _ => format!("`{}`", &self.written.text[token.range.clone()]),
        };
        let range = match token.kind {
            // Point at the last letter rather than behind the text.
            TokenKind::End => self.last_end().saturating_sub(1)..self.last_end(),
            _ => token.range.clone(),
        };
        let range = self.on_letters(range);
        Diagnostic::error(
            Code::ExpressionSyntax,
            self.span(range),
            format!("expected {wanted}, found {found}"),
        )
        .help(help)
    }

    fn on_letters(&self, range: Range<usize>) -> Range<usize> {
        let mut start = range.start;
        while !self.written.text.is_char_boundary(start) {
            start -= 1;
        }
        start..range.end
    }

    /// A name that is not a word of the language.
    pub fn name(&mut self) -> Parsed<Spanned<Arc<str>>> {
        match &self.token().kind {
            TokenKind::Word(word) if !RESERVED.contains(&&**word) => {
                let spanned = Spanned {
                    value: word.clone(),
                    span: self.span(self.range()),
                };
                self.at += 1;
                Ok(spanned)
            }
            _ => Err(self.unexpected("a name", "a name starts with a letter")),
        }
    }
}
