//! Prose: Markdown with holes for values and blanks for answers, read once an item model.

mod places;
mod split;

use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, suggest};
use crate::expression::ast::Expression;
use crate::expression::parser::{Written, parse};
use crate::expression::types::Type;
use crate::expression::{Program, Scope};
use crate::source::{SourceText, Span, Spanned};
use crate::value::notation::{FORMATS, Format};

pub(in crate::bank) use split::{Part, split};

/// A text with holes; `E` is an expression as parsed or as checked.
#[derive(Debug, Clone)]
pub struct Prose<E = Program> {
    /// What it consists of, in order.
    pub pieces: Vec<Piece<E>>,
    /// The text as written, for places.
    pub source: SourceText,
}

/// A part of a text.
#[derive(Debug, Clone)]
pub enum Piece<E = Program> {
    /// Markdown as written, and where it starts in the source text.
    Literal(String, usize),
    /// A value to be printed.
    Hole(Hole<E>),
    /// A place for an answer, by its name.
    Blank(Spanned<Arc<str>>),
}

/// A value to be printed.
#[derive(Debug, Clone)]
pub struct Hole<E = Program> {
    /// What is printed.
    pub expression: E,
    /// How, one after the other; plainly without any.
    pub formats: Vec<Format>,
    /// Where it stands, without the braces.
    pub span: Span,
}

impl<E> Prose<E> {
    /// A text without words, at the place of what it belongs to.
    pub fn empty(span: Span) -> Self {
        Self {
            pieces: Vec::new(),
            source: SourceText::verbatim("", span),
        }
    }

    /// The holes in order.
    pub fn holes(&self) -> impl Iterator<Item = &Hole<E>> + Clone {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Hole(hole) => Some(hole),
            _ => None,
        })
    }

    /// The names of the blanks in order.
    pub fn blanks(&self) -> impl Iterator<Item = &Spanned<Arc<str>>> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Blank(name) => Some(name),
            _ => None,
        })
    }
}

impl Prose<Expression> {
    /// Finds holes and blanks and reads their expressions.
    pub fn parse(source: &SourceText, diagnostics: &mut Diagnostics) -> Option<Self> {
        let parts = match split(source.as_str()) {
            Ok(parts) => parts,
            Err(open) => {
                let span = source.span_of(open);
                diagnostics.push(
                    Diagnostic::error(Code::ExpressionSyntax, span, "this `{{` is never closed")
                        .help("close it with `}}`; a brace of LaTeX goes outside: `\\frac{{{a}}}{{{b}}}`"),
                );
                return None;
            }
        };
        let mut pieces = Vec::with_capacity(parts.len());
        let mut whole = true;
        for part in parts {
            let piece = match part {
                Part::Literal(range) => Some(Piece::Literal(
                    source.as_str()[range.clone()].to_owned(),
                    range.start,
                )),
                Part::Blank(range) => Some(Piece::Blank(Spanned {
                    value: source.as_str()[range.clone()].trim().into(),
                    span: source.span_of(range),
                })),
                Part::Hole {
                    expression,
                    formats,
                } => {
                    let span = source.span_of(expression.clone());
                    let parsed = parse(Written::part(source, expression));
                    let parsed = parsed.map_err(|error| diagnostics.push(error)).ok();
                    let mut formats = formats.as_slice();
                    let parsed = parsed.and_then(|value| {
                        let (first, rest) = match formats.split_first() {
                            Some(split) => split,
                            None => return Some(value),
                        };
                        match places::rounded(source, &value, first.clone()) {
                            Some(rounded) => {
                                formats = rest;
                                rounded.map_err(|error| diagnostics.push(error)).ok()
                            }
                            None => Some(value),
                        }
                    });
                    let formats: Vec<Option<Format>> = formats
                        .iter()
                        .map(|range| {
                            let span = source.span_of(range.clone());
                            format(&source.as_str()[range.clone()], span, diagnostics)
                        })
                        .collect();
                    let formats: Option<Vec<Format>> = formats.into_iter().collect();
                    parsed.zip(formats).map(|(expression, formats)| {
                        Piece::Hole(Hole {
                            expression,
                            formats,
                            span,
                        })
                    })
                }
            };
            match piece {
                Some(piece) => pieces.push(piece),
                None => whole = false,
            }
        }
        whole.then(|| Prose {
            pieces,
            source: source.clone(),
        })
    }

    /// Resolves the expressions in the holes.
    pub fn check(&self, scope: &Scope, diagnostics: &mut Diagnostics) -> Option<Prose> {
        let pieces: Vec<Option<Piece>> = self
            .pieces
            .iter()
            .map(|piece| match piece {
                Piece::Literal(text, start) => Some(Piece::Literal(text.clone(), *start)),
                Piece::Blank(name) => Some(Piece::Blank(name.clone())),
                Piece::Hole(hole) => {
                    let program = scope.check(&hole.expression, diagnostics)?;
                    printable(&program, hole.span, diagnostics)?;
                    let formats = hole.formats.clone();
                    Some(Piece::Hole(Hole {
                        expression: program,
                        formats,
                        span: hole.span,
                    }))
                }
            })
            .collect();
        let pieces: Option<Vec<Piece>> = pieces.into_iter().collect();
        Some(Prose {
            pieces: pieces?,
            source: self.source.clone(),
        })
    }
}

/// Refuses what has no printed form, whatever is drawn.
fn printable(program: &Program, span: Span, diagnostics: &mut Diagnostics) -> Option<()> {
    let (code, message, help) = match program.gives {
        Type::Real => (
            Code::UnroundedReal,
            "an unrounded number cannot be printed",
            "round it first: `round(x, 2)` or `sig(x, 3)`",
        ),
        Type::Row(_) => (
            Code::TypeMismatch,
            "a row cannot be printed",
            "name the column: `{{row.column}}`",
        ),
        _ => return Some(()),
    };
    diagnostics.push(Diagnostic::error(code, span, message).help(help));
    None
}

fn format(written: &str, span: Span, diagnostics: &mut Diagnostics) -> Option<Format> {
    match written.parse() {
        Ok(Format::Plain) => {
            let message = "a format is missing behind `|`";
            let help = "write `{{ n | decimal }}`, or take the `|` away";
            diagnostics.push(Diagnostic::error(Code::UnknownFormat, span, message).help(help));
            None
        }
        Ok(format) => Some(format),
        Err(error) => {
            let name = written.split('(').next().unwrap_or(written).trim();
            let help = places::instead(&error, written)
                .unwrap_or_else(|| suggest::help(name, FORMATS.iter().map(|row| row.name)));
            diagnostics
                .push(Diagnostic::error(Code::UnknownFormat, span, error.to_string()).help(help));
            None
        }
    }
}
