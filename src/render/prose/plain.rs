//! Prose as plain text: one line a paragraph, no markup.

use pulldown_cmark::{Tag, TagEnd};

use super::compile::Writer;
use super::formula::{self, Formula};
use super::join::{Joined, Mark, Run};
use super::segment::{Builder, Place};

#[derive(Default)]
pub(super) struct PlainWriter {
    pub(super) out: Builder,
    /// A break that is written once something follows it.
    due: &'static str,
}

impl PlainWriter {
    /// A blank line before a block, unless it is the first of a list item.
    fn begin_block(&mut self) {
        if self.due != "\n- " {
            self.due = "\n\n";
        }
    }

    fn flush(&mut self) {
        let due = std::mem::take(&mut self.due);
        if !self.out.is_empty() {
            self.out.push(due);
        }
    }
}

impl Writer for PlainWriter {
    fn start(&mut self, tag: &Tag<'_>, _source: &str, _joined: &Joined<'_>) {
        match tag {
            Tag::Paragraph
            | Tag::HtmlBlock
            | Tag::Heading { .. }
            | Tag::CodeBlock(_)
            | Tag::TableHead => self.begin_block(),
            Tag::Item => {
                // The first thing of all needs its dash as well.
                self.due = "\n- ";
                if self.out.is_empty() {
                    self.due = "";
                    self.out.push("- ");
                }
            }
            Tag::TableRow => self.due = "\n",
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, _joined: &Joined<'_>) {
        match tag {
            TagEnd::TableCell => {
                self.flush();
                self.due = " | ";
            }
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock => {
                self.due = "\n\n";
            }
            TagEnd::List(_) | TagEnd::Table => self.due = "\n\n",
            _ => {}
        }
    }

    fn run(&mut self, run: &Run<'_, '_>, _next: Option<char>) {
        self.flush();
        match run {
            Run::Text(text) => self.out.push(text),
            Run::Mark(Mark::Hole { index, .. }) => self.out.hole(*index, Place::Text),
            Run::Mark(Mark::Blank { name, number }) => {
                self.out.blank(name, *number, Place::Text, true)
            }
        }
    }

    fn code(&mut self, runs: &[Run<'_, '_>]) {
        self.flush();
        for run in runs {
            match run {
                Run::Text(text) => self.out.push(text),
                Run::Mark(Mark::Hole { index, .. }) => self.out.hole(*index, Place::Code),
                Run::Mark(Mark::Blank { name, number }) => {
                    self.out.blank(name, *number, Place::Code, true)
                }
            }
        }
    }

    fn formula(&mut self, formula: &Formula<'_>) {
        if formula.display {
            self.due = if self.due.is_empty() { "\n" } else { self.due };
        }
        self.flush();
        formula::push(&formula.plain, &mut self.out);
        if formula.display {
            self.due = "\n";
        }
    }

    fn soft_break(&mut self) {
        self.due = if self.due.is_empty() { " " } else { self.due };
    }

    fn hard_break(&mut self) {
        self.due = "\n";
    }

    fn rule(&mut self) {
        self.due = "\n\n";
    }
}
