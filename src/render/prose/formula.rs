//! One formula in all output languages.

use std::ops::Range;

use super::error::{ProseError, ProseErrorKind};
use super::join::{Joined, Mark, Run};
use super::segment::{Builder, Place};
use crate::render::mathml::{self, MathError};

/// A piece of a compiled formula.
pub(super) enum Part<'a> {
    Static(String),
    Mark(Mark<'a>, Place),
}

/// A compiled formula.
pub(super) struct Formula<'a> {
    pub(super) display: bool,
    pub(super) mathml: Vec<Part<'a>>,
    pub(super) latex: Vec<Part<'a>>,
    pub(super) plain: Vec<Part<'a>>,
}

impl<'a> Formula<'a> {
    pub(super) fn compile(
        latex: &str,
        display: bool,
        range: &Range<usize>,
        joined: &Joined<'a>,
    ) -> Result<Self, Vec<ProseError>> {
        let start = range.start + if display { 2 } else { 1 };
        // Inside a list the parser takes the indentation away: then only the whole can be pointed at.
        let verbatim = joined
            .text
            .get(start..)
            .is_some_and(|rest| rest.starts_with(latex));
        let place = |at: Range<usize>| {
            let exact = start + at.start..start + at.end;
            joined.origin(if verbatim { exact } else { range.clone() })
        };
        let mathml = mathml::convert(latex, display).map_err(|error| {
            vec![match error {
                MathError::TooDeep => ProseError {
                    kind: ProseErrorKind::LatexTooDeep,
                    range: place(0..latex.len()),
                },
                MathError::Latex { message, range } => ProseError {
                    kind: ProseErrorKind::Latex(message),
                    range: place(range),
                },
            }]
        })?;
        let mathml = mathml_parts(&mathml, joined);
        let mut errors = Vec::new();
        let latex_parts = latex_parts(latex, &mathml, joined, &mut |at| {
            errors.push(ProseError {
                kind: ProseErrorKind::LostValue,
                range: place(at),
            });
        });
        if !errors.is_empty() {
            return Err(errors);
        }
        let plain = plain_parts(&mathml);
        Ok(Self {
            display,
            mathml,
            latex: latex_parts,
            plain,
        })
    }
}

/// Adds a formula's parts to a document.
pub(super) fn push(parts: &[Part<'_>], out: &mut Builder) {
    for part in parts {
        match part {
            Part::Static(text) => out.push(text),
            Part::Mark(Mark::Hole { index, .. }, place) => out.hole(*index, *place),
            Part::Mark(Mark::Blank { name, number }, place) => {
                out.blank(name, *number, *place, true);
            }
        }
    }
}

fn mathml_parts<'a>(mathml: &str, joined: &Joined<'a>) -> Vec<Part<'a>> {
    let mut parts = Vec::new();
    let mut rest = mathml;
    while let Some((at, mark, width)) = first_mark(rest, joined) {
        let (before, after) = (&rest[..at], &rest[at + width..]);
        let tag = before.rfind('<').unwrap_or(0);
        // A letter of its own is replaced with its element; a letter among others is text.
        let alone =
            before[tag..].starts_with("<mi") && before.ends_with('>') && after.starts_with("</mi>");
        if alone {
            parts.push(Part::Static(before[..tag].to_owned()));
            parts.push(Part::Mark(mark, Place::Mathematics));
            rest = &after["</mi>".len()..];
        } else {
            parts.push(Part::Static(before.to_owned()));
            parts.push(Part::Mark(mark, Place::MathText));
            rest = after;
        }
    }
    parts.push(Part::Static(rest.to_owned()));
    parts
}

fn latex_parts<'a>(
    latex: &str,
    mathml: &[Part<'a>],
    joined: &Joined<'a>,
    lost: &mut dyn FnMut(Range<usize>),
) -> Vec<Part<'a>> {
    let mut parts = Vec::new();
    let mut at = 0;
    let mut braced = false;
    for run in joined.runs(latex) {
        match run {
            Run::Text(text) => {
                at += text.len();
                parts.push(Part::Static(text.to_owned()));
                braced = false;
            }
            Run::Mark(mark) => {
                let place = mathml.iter().find_map(|part| match part {
                    Part::Mark(other, place) if *other == mark => Some(*place),
                    _ => None,
                });
                let place = place.unwrap_or_else(|| {
                    lost(at..at + 3);
                    Place::MathText
                });
                // `x^{12}`, not `x^12`: braces wherever LaTeX would read one letter only.
                braced = place == Place::Mathematics && (braced || is_argument(&latex[..at]));
                at += 3;
                if braced {
                    parts.push(Part::Static("{".to_owned()));
                }
                parts.push(Part::Mark(mark, place));
                if braced {
                    parts.push(Part::Static("}".to_owned()));
                }
            }
        }
    }
    parts
}

/// Whether the next letter could be the argument of something in `before`.
fn is_argument(before: &str) -> bool {
    const TAKE_NOTHING: [&str; 14] = [
        "times", "cdot", "div", "pm", "le", "ge", "leq", "geq", "ne", "neq", "approx", "quad",
        "qquad", "pi",
    ];
    let parted = before.ends_with(char::is_whitespace);
    let before = before.trim_end();
    if before.ends_with(['^', '_', '}', ']']) {
        return true;
    }
    let command = |text: &str| {
        let head = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let word = text.get(head.len()..).unwrap_or_default();
        (head.ends_with('\\') && !word.is_empty()).then(|| word.to_owned())
    };
    if let Some(word) = command(before) {
        return !parted || !TAKE_NOTHING.contains(&word.as_str());
    }
    // `\frac1` waits for a second argument.
    let mut characters = before.chars();
    characters.next_back().is_some_and(|c| c.is_ascii_digit())
        && command(characters.as_str().trim_end())
            .is_some_and(|word| !TAKE_NOTHING.contains(&word.as_str()))
}

/// The last private-use letter, which never stands for a hole.
const STAND_IN: char = '\u{F8FF}';

fn plain_parts<'a>(mathml: &[Part<'a>]) -> Vec<Part<'a>> {
    let mut marks = Vec::new();
    let mut source = String::new();
    for part in mathml {
        match part {
            Part::Static(text) => source.push_str(text),
            Part::Mark(mark, place) => {
                let alone = *place == Place::Mathematics;
                source.push_str(if alone { "<mi>" } else { "" });
                source.push(STAND_IN);
                source.push_str(if alone { "</mi>" } else { "" });
                marks.push((*mark, *place));
            }
        }
    }
    let plain = mathml::plain(&source);
    let mut marks = marks.into_iter();
    let mut parts = Vec::new();
    for (number, text) in plain.split(STAND_IN).enumerate() {
        if number > 0
            && let Some((mark, place)) = marks.next()
        {
            parts.push(Part::Mark(mark, place));
        }
        parts.push(Part::Static(text.to_owned()));
    }
    parts
}

fn first_mark<'a>(text: &str, joined: &Joined<'a>) -> Option<(usize, Mark<'a>, usize)> {
    text.char_indices()
        .find_map(|(at, c)| joined.lookup(c).map(|mark| (at, mark, c.len_utf8())))
}
