//! Prose as CommonMark, written anew so that it holds nothing but what was understood.

mod lines;

use pulldown_cmark::{Alignment, LinkType, Tag, TagEnd};

use self::lines::Lines;
use super::compile::Writer;
use super::formula::{self, Formula, Part};
use super::html::{address, is_relative_name, is_web_address};
use super::join::{Joined, Mark, Run};
use super::segment::{Place, Segment};

#[derive(Default)]
pub(super) struct MarkdownWriter {
    lines: Lines,
    lists: Vec<List>,
    columns: Vec<Alignment>,
    in_table: bool,
    in_heading: bool,
    in_code_block: bool,
    /// What closes each open emphasis, link or image.
    closers: Vec<Closer>,
}

enum Closer {
    Text(&'static str),
    /// The address of a link or an image, with its holes.
    Address(String),
}

struct List {
    next: Option<u64>,
    loose: bool,
    first: bool,
}

const FENCE: &str = "~~~~~~~~";

impl MarkdownWriter {
    pub(super) fn finish(self) -> Vec<Segment> {
        self.lines.out.finish()
    }

    fn item(&mut self) {
        let Some(list) = self.lists.last_mut() else {
            return;
        };
        let marker = match &mut list.next {
            None => "- ".to_owned(),
            Some(number) => {
                let marker = format!("{number}. ");
                *number = number.saturating_add(1);
                marker
            }
        };
        match (std::mem::take(&mut list.first), list.loose) {
            (true, _) => {}
            (false, true) => self.lines.blank_line(),
            (false, false) => self.lines.new_line(),
        }
        self.lines.open(&marker, " ".repeat(marker.len()));
    }

    fn open(&mut self, delimiter: &'static str) {
        self.lines.push(delimiter);
        self.closers.push(Closer::Text(delimiter));
    }

    fn open_address(&mut self, opener: &str, address: String) {
        self.lines.push(opener);
        self.closers.push(Closer::Address(address));
    }

    fn close(&mut self, joined: &Joined<'_>) {
        match self.closers.pop() {
            Some(Closer::Text(text)) => self.lines.push(text),
            Some(Closer::Address(text)) => {
                self.lines.push("](");
                address(&text, joined, &mut self.lines.out);
                self.lines.push(")");
            }
            None => {}
        }
    }
}

impl Writer for MarkdownWriter {
    fn start(&mut self, tag: &Tag<'_>, source: &str, _joined: &Joined<'_>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.lines.begin_block(),
            Tag::Heading { level, .. } => {
                self.lines.begin_block();
                self.lines.push(&"#".repeat(*level as usize));
                self.lines.push(" ");
                self.in_heading = true;
            }
            Tag::BlockQuote(_) => {
                self.lines.begin_block();
                self.lines.open("> ", "> ".to_owned());
            }
            Tag::CodeBlock(_) => {
                self.lines.begin_block();
                self.lines.push(FENCE);
                self.lines.new_line();
                self.in_code_block = true;
            }
            Tag::List(first) => {
                self.lines.begin_block();
                self.lists.push(List {
                    next: *first,
                    loose: false,
                    first: true,
                });
            }
            Tag::Item => self.item(),
            Tag::Table(alignments) => {
                self.lines.begin_block();
                self.columns.clone_from(alignments);
                self.in_table = true;
            }
            Tag::TableHead => self.lines.push("|"),
            Tag::TableRow => {
                self.lines.new_line();
                self.lines.push("|");
            }
            Tag::TableCell => self.lines.push(" "),
            // The author's own delimiter, because the two differ inside words.
            Tag::Emphasis => self.open(if source.starts_with('_') { "_" } else { "*" }),
            Tag::Strong => self.open(if source.starts_with('_') { "__" } else { "**" }),
            Tag::Strikethrough => self.open("~~"),
            Tag::Link {
                link_type: LinkType::Email,
                dest_url,
                ..
            } => {
                self.open_address("[", format!("mailto:{dest_url}"));
            }
            Tag::Link { dest_url, .. } if is_web_address(dest_url) => {
                self.open_address("[", dest_url.to_string());
            }
            Tag::Image { dest_url, .. } if is_relative_name(dest_url) => {
                self.open_address("![", dest_url.to_string());
            }
            Tag::Link { .. } | Tag::Image { .. } => self.closers.push(Closer::Text("")),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, joined: &Joined<'_>) {
        match tag {
            TagEnd::Paragraph => {
                self.lines.end_block();
                if let Some(list) = self.lists.last_mut() {
                    list.loose = true;
                }
            }
            TagEnd::HtmlBlock => self.lines.end_block(),
            TagEnd::Heading(_) => {
                self.in_heading = false;
                self.lines.end_block();
            }
            TagEnd::BlockQuote(_) => {
                self.lines.close();
                self.lines.end_block();
            }
            TagEnd::CodeBlock => {
                self.lines.push(FENCE);
                self.in_code_block = false;
                self.lines.end_block();
            }
            TagEnd::List(_) => {
                self.lists.pop();
                self.lines.end_block();
            }
            TagEnd::Item => {
                self.lines.close();
            }
            TagEnd::Table => {
                self.in_table = false;
                self.lines.end_block();
            }
            TagEnd::TableHead => {
                self.lines.new_line();
                self.lines.push("|");
                for column in std::mem::take(&mut self.columns) {
                    self.lines.push(match column {
                        Alignment::None => " --- |",
                        Alignment::Left => " :--- |",
                        Alignment::Center => " :---: |",
                        Alignment::Right => " ---: |",
                    });
                }
            }
            TagEnd::TableCell => self.lines.push(" |"),
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image => {
                self.close(joined);
            }
            _ => {}
        }
    }

    fn run(&mut self, run: &Run<'_, '_>, next: Option<char>) {
        match run {
            Run::Text(text) if self.in_code_block => {
                for (number, line) in text.split('\n').enumerate() {
                    if number > 0 {
                        self.lines.new_line();
                    }
                    self.lines.out.push(line);
                }
            }
            Run::Text(text) => self.lines.text(text, next, self.in_heading),
            Run::Mark(Mark::Blank { name, number }) if self.in_code_block => {
                self.lines.out.blank(name, *number, Place::Code, true);
            }
            Run::Mark(Mark::Blank { name, number }) => self.lines.blank(name, *number, next),
            Run::Mark(Mark::Hole { index, .. }) => {
                let place = if self.in_code_block {
                    Place::Code
                } else {
                    Place::Text
                };
                self.lines.hole(*index, place);
            }
        }
    }

    fn code(&mut self, runs: &[Run<'_, '_>]) {
        let has_hole = runs
            .iter()
            .any(|run| matches!(run, Run::Mark(Mark::Hole { .. })));
        if has_hole && self.in_table {
            // A `|` can be escaped in a cell's text, but in its code only with a backslash that shows elsewhere.
            return runs.iter().for_each(|run| self.run(run, None));
        }
        let text: String = runs.iter().map(literal).collect();
        let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(usize::from(has_hole)) + 1);
        let edge = |c: char| c == '`' || c == ' ';
        let pad = has_hole || text.starts_with(edge) || text.ends_with(edge);
        let pad = if pad { " " } else { "" };
        self.lines.push(&format!("{fence}{pad}"));
        for run in runs {
            match run {
                Run::Text(text) if self.in_table => self.lines.out.push(&text.replace('|', "\\|")),
                Run::Text(text) => self.lines.out.push(text),
                Run::Mark(Mark::Hole { index, .. }) => self.lines.out.hole(*index, Place::Code),
                Run::Mark(Mark::Blank { name, number }) => {
                    self.lines.out.blank(name, *number, Place::Code, true);
                }
            }
        }
        self.lines.push(&format!("{pad}{fence}"));
    }

    fn formula(&mut self, formula: &Formula<'_>) {
        let fence = if formula.display { "$$" } else { "$" };
        self.lines.push(fence);
        for part in &formula.latex {
            match part {
                Part::Static(text) => {
                    for (number, line) in text.split('\n').enumerate() {
                        if number > 0 {
                            self.lines.new_line();
                        }
                        self.lines.push(&if self.in_table {
                            line.replace('|', "\\vert ")
                        } else {
                            line.to_owned()
                        });
                    }
                }
                mark => formula::push(std::slice::from_ref(mark), &mut self.lines.out),
            }
        }
        self.lines.push(fence);
    }

    fn soft_break(&mut self) {
        if self.in_heading {
            self.lines.push(" ");
        } else {
            self.lines.new_line();
        }
    }

    fn hard_break(&mut self) {
        self.lines.push("\\");
        self.lines.new_line();
    }

    fn rule(&mut self) {
        self.lines.begin_block();
        self.lines.push("***");
        self.lines.end_block();
    }
}

/// What a fence of backticks must be longer than.
fn literal<'t>(run: &Run<'t, '_>) -> &'t str {
    match run {
        Run::Text(text) => text,
        Run::Mark(_) => "",
    }
}
