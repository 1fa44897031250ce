//! Prose as HTML.

use pulldown_cmark::{Alignment, LinkType, Tag, TagEnd};

use super::compile::Writer;
use super::formula::{self, Formula, Part};
use super::join::{Joined, Mark, Run};
use super::segment::{Builder, Place};
use crate::render::escape;

#[derive(Default)]
pub(super) struct HtmlWriter {
    pub(super) out: Builder,
    columns: Vec<&'static str>,
    column: usize,
    in_head: bool,
    /// Where the current head began, and whether it says anything.
    head: ((usize, usize), bool),
    in_code_block: bool,
    /// Where the current cell began.
    cell: (usize, usize),
    /// Whether each open link is written.
    links: Vec<bool>,
    /// Open images: inside them only text is written, as the alternative text.
    images: Vec<bool>,
}

impl HtmlWriter {
    /// A run of code, where nothing is a blank.
    fn verbatim(&mut self, run: &Run<'_, '_>) {
        match run {
            Run::Text(text) => escape::html(text, self.out.tail()),
            Run::Mark(Mark::Hole { index, .. }) => self.out.hole(*index, Place::Code),
            Run::Mark(Mark::Blank { name, number }) => {
                self.out.blank(name, *number, Place::Code, true);
            }
        }
    }
}

impl Writer for HtmlWriter {
    fn start(&mut self, tag: &Tag<'_>, _source: &str, joined: &Joined<'_>) {
        if !self.images.is_empty() && !matches!(tag, Tag::Image { .. }) {
            return;
        }
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.out.push("<p>"),
            // The page owns the first two levels.
            Tag::Heading { level, .. } => {
                self.out.push(&format!("<h{}>", (*level as u8 + 2).min(6)))
            }
            Tag::BlockQuote(_) => self.out.push("<blockquote>\n"),
            Tag::CodeBlock(_) => {
                self.in_code_block = true;
                self.out.push("<pre><code>");
            }
            Tag::List(None) => self.out.push("<ul>\n"),
            Tag::List(Some(1)) => self.out.push("<ol>\n"),
            Tag::List(Some(first)) => self.out.push(&format!("<ol start=\"{first}\">\n")),
            Tag::Item => self.out.push("<li>"),
            Tag::Table(alignments) => {
                self.columns = alignments.iter().map(|a| class(*a)).collect();
                self.out.push("<table>\n");
            }
            Tag::TableHead => {
                self.in_head = true;
                self.head = (self.out.mark(), false);
                self.column = 0;
                self.out.push("<thead>\n<tr>");
            }
            Tag::TableRow => {
                self.column = 0;
                self.out.push("<tr>");
            }
            Tag::TableCell => {
                let class = self.columns.get(self.column).copied().unwrap_or_default();
                self.out.push(if self.in_head {
                    "<th scope=\"col\""
                } else {
                    "<td"
                });
                self.out.push(class);
                self.out.push(">");
                self.cell = self.out.mark();
            }
            Tag::Emphasis => self.out.push("<em>"),
            Tag::Strong => self.out.push("<strong>"),
            Tag::Strikethrough => self.out.push("<del>"),
            Tag::Link {
                link_type,
                dest_url,
                ..
            } => {
                let email = *link_type == LinkType::Email;
                let allowed = email || is_web_address(dest_url);
                self.links.push(allowed);
                if allowed {
                    self.out.push(if email {
                        "<a href=\"mailto:"
                    } else {
                        "<a href=\""
                    });
                    address(dest_url, joined, &mut self.out);
                    self.out.push("\">");
                }
            }
            Tag::Image { dest_url, .. } => {
                let allowed = self.images.is_empty() && is_relative_name(dest_url);
                self.images.push(allowed);
                if allowed {
                    self.out.push("<img src=\"");
                    address(dest_url, joined, &mut self.out);
                    self.out.push("\" alt=\"");
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, _joined: &Joined<'_>) {
        if tag == TagEnd::Image {
            if self.images.pop() == Some(true) {
                self.out.push("\">");
            }
            return;
        }
        if !self.images.is_empty() {
            return;
        }
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.out.push("</p>\n"),
            TagEnd::Heading(level) => self
                .out
                .push(&format!("</h{}>\n", (level as u8 + 2).min(6))),
            TagEnd::BlockQuote(_) => self.out.push("</blockquote>\n"),
            TagEnd::CodeBlock => {
                self.in_code_block = false;
                self.out.push("</code></pre>\n");
            }
            TagEnd::List(ordered) => self.out.push(if ordered { "</ol>\n" } else { "</ul>\n" }),
            TagEnd::Item => self.out.push("</li>\n"),
            TagEnd::Table => self.out.push("</tbody>\n</table>\n"),
            TagEnd::TableHead => {
                self.in_head = false;
                match self.head {
                    (_, true) => self.out.push("</tr>\n</thead>\n<tbody>\n"),
                    // `| | |` is how Markdown writes a table without a head.
                    (mark, false) => {
                        self.out.cut(mark);
                        self.out.push("<tbody>\n");
                    }
                }
            }
            TagEnd::TableRow => self.out.push("</tr>\n"),
            TagEnd::TableCell => {
                self.column += 1;
                if self.out.only_blank_since(self.cell) {
                    self.out.replace_before(self.cell, ">", " data-answer>");
                }
                self.out.push(if self.in_head { "</th>" } else { "</td>" });
            }
            TagEnd::Emphasis => self.out.push("</em>"),
            TagEnd::Strong => self.out.push("</strong>"),
            TagEnd::Strikethrough => self.out.push("</del>"),
            TagEnd::Link if self.links.pop() == Some(true) => self.out.push("</a>"),
            _ => {}
        }
    }

    fn run(&mut self, run: &Run<'_, '_>, _next: Option<char>) {
        self.head.1 = true;
        match run {
            run if self.in_code_block => self.verbatim(run),
            Run::Text(text) => escape::html(text, self.out.tail()),
            Run::Mark(Mark::Hole { index, .. }) => self.out.hole(*index, Place::Text),
            Run::Mark(Mark::Blank { .. }) if !self.images.is_empty() => self.out.push("…"),
            Run::Mark(Mark::Blank { name, number }) => {
                self.out.blank(name, *number, Place::Text, true)
            }
        }
    }

    fn code(&mut self, runs: &[Run<'_, '_>]) {
        self.head.1 = true;
        let inline = self.images.is_empty();
        self.out.push(if inline { "<code>" } else { "" });
        for run in runs {
            self.verbatim(run);
        }
        self.out.push(if inline { "</code>" } else { "" });
    }

    fn formula(&mut self, formula: &Formula<'_>) {
        self.head.1 = true;
        if self.images.is_empty() {
            return formula::push(&formula.mathml, &mut self.out);
        }
        for part in &formula.plain {
            match part {
                Part::Static(text) => escape::html(text, self.out.tail()),
                Part::Mark(Mark::Hole { index, .. }, _) => self.out.hole(*index, Place::Text),
                Part::Mark(Mark::Blank { .. }, _) => self.out.push("…"),
            }
        }
    }

    fn soft_break(&mut self) {
        self.out.push("\n");
    }

    fn hard_break(&mut self) {
        self.out.push(if self.images.is_empty() {
            "<br>\n"
        } else {
            " "
        });
    }

    fn rule(&mut self) {
        self.out.push("<hr>\n");
    }
}

fn class(alignment: Alignment) -> &'static str {
    match alignment {
        Alignment::None => "",
        Alignment::Left => " class=\"left\"",
        Alignment::Center => " class=\"center\"",
        Alignment::Right => " class=\"right\"",
    }
}

/// Appends an address, whose holes take one encoded piece each.
pub(super) fn address(address: &str, joined: &Joined<'_>, out: &mut Builder) {
    for run in joined.runs(address) {
        match run {
            Run::Text(text) => escape::written_address(text, out.tail()),
            Run::Mark(Mark::Hole { index, .. }) => out.hole(index, Place::Attribute),
            Run::Mark(Mark::Blank { name, .. }) => escape::written_address(name, out.tail()),
        }
    }
}

/// Addresses that a page may link to: the web, mail, and places on the page itself.
pub(super) fn is_web_address(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    ["http://", "https://", "mailto:", "#"]
        .iter()
        .any(|start| lower.starts_with(start))
}

/// Names of images beside the page: no scheme, no way out of the folder.
pub(super) fn is_relative_name(address: &str) -> bool {
    !address.is_empty()
        && !address.starts_with('/')
        && !address.contains([':', '\\', '?', '#', '%'])
        && address
            .split('/')
            .all(|part| part != ".." && !part.is_empty())
}
