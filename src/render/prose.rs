//! Author's text, compiled once an item model and filled once an item.
//!
//! While Markdown and LaTeX are parsed, every hole stands as one private-use letter. What comes out
//! is a list of segments for each output language; filling is concatenation, and a value is escaped
//! for the [`Place`] it goes to. So a value cannot begin emphasis, a tag, a table cell or a formula.

mod compile;
mod error;
mod formula;
mod html;
mod join;
mod keep;
mod markdown;
mod plain;
mod segment;

use std::borrow::Cow;

use crate::render::escape;

pub use error::{Position, ProseError, ProseErrorKind};
pub use segment::{Place, Segment};

/// A stretch of the author's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProsePiece<'a> {
    /// Text as written.
    Literal(&'a str),
    /// Where a value goes; the number is handed back when the prose is filled.
    Hole(u32),
    /// Where the student writes, by the author's name for it.
    Blank(&'a str),
}

/// Whether a text may hold paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Paragraphs, lists, tables.
    Blocks,
    /// A title, an option, a table cell: a single paragraph is written without its tags.
    Line,
}

/// Compiled prose: one list of segments for each output language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prose {
    html: Vec<Segment>,
    markdown: Vec<Segment>,
    text: Vec<Segment>,
    blanks: Vec<Box<str>>,
}

impl Prose {
    /// Parses the author's text; every mistake is reported, each at its letter.
    ///
    /// # Errors
    /// LaTeX that cannot be set, a `$` without its partner, private-use characters.
    pub fn compile(pieces: &[ProsePiece<'_>], flow: Flow) -> Result<Self, Vec<ProseError>> {
        compile::compile(pieces, flow)
    }

    /// The names of the `[[blanks]]`, in reading order.
    pub fn blanks(&self) -> impl Iterator<Item = &str> {
        self.blanks.iter().map(AsRef::as_ref)
    }

    /// The segments of the HTML; of use to an exporter that writes blanks in its own way.
    pub fn html_segments(&self) -> &[Segment] {
        &self.html
    }

    /// HTML. `value` gives one MathML element (see [`mathml::element`](super::mathml::element)) for
    /// [`Place::Mathematics`] and plain text elsewhere; `blank` is the spoken name of a blank.
    pub fn html<'v>(&self, blank: &str, value: impl FnMut(u32, Place) -> Cow<'v, str>) -> String {
        self.html_offering(blank, |_| None, value)
    }

    /// As [`Prose::html`]; `offer` gives the options to be printed in a blank, as HTML.
    pub fn html_offering<'v>(
        &self,
        blank: &str,
        offer: impl Fn(&str) -> Option<String>,
        value: impl FnMut(u32, Place) -> Cow<'v, str>,
    ) -> String {
        self.fill_html(value, |name, number, place, out| {
            let mathematics = place == Place::Mathematics;
            out.push_str(if mathematics { "<mtext>" } else { "" });
            if let Some(options) = offer(name) {
                out.push_str(&format!("<span class=\"pick\">{options}</span>"));
                out.push_str(if mathematics { "</mtext>" } else { "" });
                return;
            }
            out.push_str("<span class=\"blank\" role=\"img\" aria-label=\"");
            escape::html(blank, out);
            out.push_str(&format!(" {number}\"></span>"));
            out.push_str(if mathematics { "</mtext>" } else { "" });
        })
    }

    /// HTML for the key: every blank holds its answer. `answer` gives, for a blank's name, HTML, or
    /// one MathML element for [`Place::Mathematics`].
    pub fn html_completed<'v>(
        &self,
        mut answer: impl FnMut(&str, Place) -> Cow<'v, str>,
        value: impl FnMut(u32, Place) -> Cow<'v, str>,
    ) -> String {
        self.fill_html(value, |name, _, place, out| {
            let mathematics = place == Place::Mathematics;
            out.push_str(if mathematics {
                "<mrow class=\"filled\">"
            } else {
                "<b class=\"filled\">"
            });
            out.push_str(&answer(name, place));
            out.push_str(if mathematics { "</mrow>" } else { "</b>" });
        })
    }

    fn fill_html<'v>(
        &self,
        mut value: impl FnMut(u32, Place) -> Cow<'v, str>,
        mut blank: impl FnMut(&str, u32, Place, &mut String),
    ) -> String {
        let mut out = String::with_capacity(room(&self.html));
        for segment in &self.html {
            match segment {
                Segment::Static(text) => out.push_str(text),
                Segment::Hole { index, place } => {
                    let value = value(*index, *place);
                    match place {
                        Place::Mathematics => out.push_str(&value),
                        Place::Attribute => escape::address(&value, &mut out),
                        Place::Text | Place::MathText | Place::Code => {
                            escape::html(&value, &mut out)
                        }
                    }
                }
                Segment::Blank {
                    name,
                    number,
                    place,
                    ..
                } => blank(name, *number, *place, &mut out),
            }
        }
        keep::together(out)
    }

    /// CommonMark with `$…$`. `value` gives LaTeX for [`Place::Mathematics`], plain text elsewhere.
    pub fn markdown<'v>(&self, value: impl FnMut(u32, Place) -> Cow<'v, str>) -> String {
        self.markdown_offering(|_| None, value)
    }

    /// As [`Prose::markdown`]; `offer` gives the options to be printed in a blank.
    pub fn markdown_offering<'v>(
        &self,
        offer: impl Fn(&str) -> Option<String>,
        value: impl FnMut(u32, Place) -> Cow<'v, str>,
    ) -> String {
        self.fill_markdown(value, |name, place, bare, out| {
            if let Some(options) = offer(name) {
                return match place {
                    Place::Mathematics | Place::MathText => {
                        out.push_str("\\text{");
                        escape::latex_text(&options, out);
                        out.push('}');
                    }
                    _ => out.push_str(&options),
                };
            }
            out.push_str(match place {
                Place::Mathematics | Place::MathText => "\\underline{\\hspace{4em}}",
                _ if bare => "______",
                _ => "\\_\\_\\_\\_\\_\\_",
            });
        })
    }

    /// CommonMark for the key: every blank holds its answer. `answer` gives, for a blank's name,
    /// CommonMark, or LaTeX for [`Place::Mathematics`].
    pub fn markdown_completed<'v>(
        &self,
        mut answer: impl FnMut(&str, Place) -> Cow<'v, str>,
        value: impl FnMut(u32, Place) -> Cow<'v, str>,
    ) -> String {
        self.fill_markdown(value, |name, place, _, out| {
            let (open, close) = match place {
                Place::Mathematics | Place::MathText => ("{", "}"),
                Place::Code => ("", ""),
                Place::Text | Place::Attribute => ("**", "**"),
            };
            out.push_str(open);
            out.push_str(&answer(name, place));
            out.push_str(close);
        })
    }

    fn fill_markdown<'v>(
        &self,
        mut value: impl FnMut(u32, Place) -> Cow<'v, str>,
        mut blank: impl FnMut(&str, Place, bool, &mut String),
    ) -> String {
        let mut out = String::with_capacity(room(&self.markdown));
        let mut after_command = false;
        for segment in &self.markdown {
            let before_command = std::mem::take(&mut after_command);
            match segment {
                Segment::Static(text) => {
                    // `2\pi` and `r` are three letters of one command unless a space parts them.
                    if before_command && text.starts_with(|c: char| c.is_ascii_alphabetic()) {
                        out.push(' ');
                    }
                    out.push_str(text);
                }
                Segment::Hole { index, place } => {
                    let value = value(*index, *place);
                    match place {
                        Place::Text => escape::markdown(&value, &mut out),
                        Place::Mathematics => {
                            escape::latex(&value, &mut out);
                            after_command = ends_in_command(&value);
                        }
                        Place::MathText => escape::latex_text(&value, &mut out),
                        Place::Attribute => escape::address(&value, &mut out),
                        Place::Code => escape::code(&value, &mut out),
                    }
                }
                Segment::Blank {
                    name, place, bare, ..
                } => blank(name, *place, *bare, &mut out),
            }
        }
        out
    }

    /// Plain text. `value` gives plain text for every place.
    pub fn text<'v>(&self, mut value: impl FnMut(u32, Place) -> Cow<'v, str>) -> String {
        let mut out = String::with_capacity(room(&self.text));
        for segment in &self.text {
            match segment {
                Segment::Static(text) => out.push_str(text),
                Segment::Hole { index, place } => out.push_str(&value(*index, *place)),
                Segment::Blank { .. } => out.push_str("______"),
            }
        }
        out
    }
}

fn ends_in_command(latex: &str) -> bool {
    let word = latex.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    word.len() < latex.len() && word.ends_with('\\')
}

/// About how long the filled text will be.
fn room(segments: &[Segment]) -> usize {
    segments
        .iter()
        .map(|segment| {
            if let Segment::Static(text) = segment {
                text.len()
            } else {
                48
            }
        })
        .sum()
}
