//! Prose as CommonMark, written anew so that it holds nothing but what was understood.

use pulldown_cmark::{Alignment, LinkType, Tag, TagEnd};

use super::compile::Writer;
use super::formula::{self, Formula, Part};
use super::html::{address, is_relative_name, is_web_address};
use super::join::{Joined, Mark, Run};
use super::segment::{Builder, Place};

/// How much of a line is written.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Line {
    /// Nothing, so a `-` would begin a list.
    #[default]
    Start,
    /// Only digits and values, so a `.` would begin a list.
    Digits,
    Middle,
}

#[derive(Default)]
pub(super) struct MarkdownWriter {
    pub(super) out: Builder,
    /// What each line of the open blocks begins with.
    prefix: Vec<String>,
    line: Line,
    /// Whether a block stands before the next one in the same container.
    follows: bool,
    lists: Vec<List>,
    columns: Vec<Alignment>,
    in_table: bool,
    in_heading: bool,
    in_code_block: bool,
    /// What closes each open emphasis, link or image.
    closers: Vec<Closer>,
    /// The last character written, if it was static.
    last: Option<char>,
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
    fn push(&mut self, text: &str) {
        self.out.push(text);
        self.last = text.chars().next_back().or(self.last);
        self.line = Line::Middle;
    }

    fn new_line(&mut self) {
        self.out.push("\n");
        for prefix in &self.prefix {
            self.out.push(prefix);
        }
        self.line = Line::Start;
        self.last = None;
    }

    /// Begins a block: a blank line parts it from the block before.
    fn block(&mut self) {
        if self.follows {
            self.out.push("\n");
            let prefix = self.prefix.concat();
            self.out.push(prefix.trim_end());
            self.new_line();
        } else if self.line != Line::Start {
            self.new_line();
        }
        self.follows = false;
        self.line = Line::Start;
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
        let (first, loose) = (std::mem::take(&mut list.first), list.loose);
        if !first {
            self.new_line();
            if loose {
                self.new_line();
            }
        }
        self.push(&marker);
        self.prefix.push(" ".repeat(marker.len()));
        self.line = Line::Start;
        self.follows = false;
    }

    fn open(&mut self, delimiter: &'static str) {
        self.push(delimiter);
        self.closers.push(Closer::Text(delimiter));
    }

    fn close(&mut self, joined: &Joined<'_>) {
        match self.closers.pop() {
            Some(Closer::Text(text)) => self.push(text),
            Some(Closer::Address(text)) => {
                self.push("](");
                address(&text, joined, &mut self.out);
                self.push(")");
            }
            None => {}
        }
    }

    fn text(&mut self, text: &str, follower: Option<char>) {
        let heading = self.in_heading;
        for (at, character) in text.char_indices() {
            let next = text[at + character.len_utf8()..]
                .chars()
                .next()
                .or(follower);
            let line = self.line;
            let escape = match character {
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '$' | '|' | '~' => true,
                '&' => next.is_some_and(|c| c.is_ascii_alphabetic() || c == '#'),
                '#' => heading || line == Line::Start,
                '>' | '=' | '-' | '+' => line == Line::Start,
                '.' | ')' => line == Line::Digits,
                _ => false,
            };
            if escape {
                self.out.push("\\");
            }
            self.out.push(character.encode_utf8(&mut [0; 4]));
            self.last = Some(character);
            let digits = line != Line::Middle && character.is_ascii_digit();
            self.line = if digits { Line::Digits } else { Line::Middle };
        }
    }

    fn blank(&mut self, name: &str, number: u32, next: Option<char>) {
        // A bare `______` would be a rule at a line's start and emphasis beside a letter.
        let apart = self.last.is_some_and(char::is_whitespace) && self.line == Line::Middle;
        if apart && next.is_none_or(|c| c.is_whitespace() || ".,;:?!)".contains(c)) {
            self.out.blank(name, number, false);
        } else {
            self.out.push(&"\\_".repeat(6));
        }
        self.last = Some('_');
        self.line = Line::Middle;
    }
}

impl Writer for MarkdownWriter {
    fn start(&mut self, tag: &Tag<'_>, source: &str, _joined: &Joined<'_>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.block(),
            Tag::Heading { level, .. } => {
                self.block();
                self.push(&"#".repeat(*level as usize));
                self.push(" ");
                self.in_heading = true;
            }
            Tag::BlockQuote(_) => {
                self.block();
                self.push("> ");
                self.prefix.push("> ".to_owned());
                self.line = Line::Start;
            }
            Tag::CodeBlock(_) => {
                self.block();
                self.push(FENCE);
                self.new_line();
                self.in_code_block = true;
            }
            Tag::List(first) => {
                self.block();
                self.lists.push(List {
                    next: *first,
                    loose: false,
                    first: true,
                });
            }
            Tag::Item => self.item(),
            Tag::Table(alignments) => {
                self.block();
                self.columns.clone_from(alignments);
                self.in_table = true;
            }
            Tag::TableHead => self.push("|"),
            Tag::TableRow => {
                self.new_line();
                self.push("|");
            }
            Tag::TableCell => self.push(" "),
            // The author's own delimiter, because the two differ inside words.
            Tag::Emphasis => self.open(if source.starts_with('_') { "_" } else { "*" }),
            Tag::Strong => self.open(if source.starts_with('_') { "__" } else { "**" }),
            Tag::Strikethrough => self.open("~~"),
            Tag::Link {
                link_type: LinkType::Email,
                dest_url,
                ..
            } => {
                self.push("[");
                self.closers
                    .push(Closer::Address(format!("mailto:{dest_url}")));
            }
            Tag::Link { dest_url, .. } if is_web_address(dest_url) => {
                self.push("[");
                self.closers.push(Closer::Address(dest_url.to_string()));
            }
            Tag::Image { dest_url, .. } if is_relative_name(dest_url) => {
                self.push("![");
                self.closers.push(Closer::Address(dest_url.to_string()));
            }
            Tag::Link { .. } | Tag::Image { .. } => self.closers.push(Closer::Text("")),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, joined: &Joined<'_>) {
        match tag {
            TagEnd::Paragraph => {
                self.follows = true;
                if let Some(list) = self.lists.last_mut() {
                    list.loose = true;
                }
            }
            TagEnd::HtmlBlock => self.follows = true,
            TagEnd::Heading(_) => {
                self.in_heading = false;
                self.follows = true;
            }
            TagEnd::BlockQuote(_) => {
                self.prefix.pop();
                self.follows = true;
            }
            TagEnd::CodeBlock => {
                self.push(FENCE);
                self.in_code_block = false;
                self.follows = true;
            }
            TagEnd::List(_) => {
                self.lists.pop();
                self.follows = true;
            }
            TagEnd::Item => {
                self.prefix.pop();
            }
            TagEnd::Table => {
                self.in_table = false;
                self.follows = true;
            }
            TagEnd::TableHead => {
                self.new_line();
                self.push("|");
                for column in std::mem::take(&mut self.columns) {
                    self.push(match column {
                        Alignment::None => " --- |",
                        Alignment::Left => " :--- |",
                        Alignment::Center => " :---: |",
                        Alignment::Right => " ---: |",
                    });
                }
            }
            TagEnd::TableCell => self.push(" |"),
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
                        self.new_line();
                    }
                    self.out.push(line);
                }
            }
            Run::Text(text) => self.text(text, next),
            Run::Mark(Mark::Blank { name, .. }) if self.in_code_block => {
                self.out.push(&format!("[[{name}]]"))
            }
            Run::Mark(Mark::Blank { name, number }) => self.blank(name, *number, next),
            Run::Mark(Mark::Hole { index, .. }) => {
                self.out.hole(
                    *index,
                    if self.in_code_block {
                        Place::Code
                    } else {
                        Place::Text
                    },
                );
                self.last = Some('x');
                self.line = if self.line == Line::Middle {
                    Line::Middle
                } else {
                    Line::Digits
                };
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
        self.push(&format!("{fence}{pad}"));
        for run in runs {
            match run {
                Run::Mark(Mark::Hole { index, .. }) => self.out.hole(*index, Place::Code),
                other if self.in_table => self.out.push(&literal(other).replace('|', "\\|")),
                other => self.out.push(&literal(other)),
            }
        }
        self.push(&format!("{pad}{fence}"));
    }

    fn formula(&mut self, formula: &Formula<'_>) {
        let fence = if formula.display { "$$" } else { "$" };
        self.push(fence);
        for part in &formula.latex {
            match part {
                Part::Static(text) => {
                    for (number, line) in text.split('\n').enumerate() {
                        if number > 0 {
                            self.new_line();
                        }
                        self.push(&if self.in_table {
                            line.replace('|', "\\vert ")
                        } else {
                            line.to_owned()
                        });
                    }
                }
                mark => formula::push(std::slice::from_ref(mark), &mut self.out),
            }
        }
        self.push(fence);
    }

    fn soft_break(&mut self) {
        if self.in_heading {
            self.push(" ");
        } else {
            self.new_line();
        }
    }

    fn hard_break(&mut self) {
        self.push("\\");
        self.new_line();
    }

    fn rule(&mut self) {
        self.block();
        self.push("***");
        self.follows = true;
    }
}

fn literal(run: &Run<'_, '_>) -> String {
    match run {
        Run::Text(text) => (*text).to_owned(),
        Run::Mark(Mark::Blank { name, .. }) => format!("[[{name}]]"),
        Run::Mark(Mark::Hole { .. }) => String::new(),
    }
}
