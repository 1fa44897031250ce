//! Lines of CommonMark: prefixes of open blocks, and escapes by place in the line.

use crate::render::prose::segment::{Builder, Place};

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

/// A document of CommonMark being written.
#[derive(Default)]
pub(super) struct Lines {
    pub(super) out: Builder,
    /// What each line of the open blocks begins with.
    prefix: Vec<String>,
    line: Line,
    /// Whether a block stands before the next one in the same container.
    follows: bool,
    /// The last character written, if it was static.
    last: Option<char>,
}

impl Lines {
    /// Markup.
    pub(super) fn push(&mut self, text: &str) {
        self.out.push(text);
        self.last = text.chars().next_back().or(self.last);
        self.line = Line::Middle;
    }

    pub(super) fn new_line(&mut self) {
        self.out.push("\n");
        for prefix in &self.prefix {
            self.out.push(prefix);
        }
        self.line = Line::Start;
        self.last = None;
    }

    pub(super) fn blank_line(&mut self) {
        self.out.push("\n");
        let prefix = self.prefix.concat();
        self.out.push(prefix.trim_end());
        self.new_line();
    }

    /// A block begins: a blank line parts it from the block before.
    pub(super) fn begin_block(&mut self) {
        if self.follows {
            self.blank_line();
        } else if self.line != Line::Start {
            self.new_line();
        }
        self.follows = false;
        self.line = Line::Start;
    }

    pub(super) fn end_block(&mut self) {
        self.follows = true;
    }

    /// A list item or a quotation: the marker, then `prefix` before every further line.
    pub(super) fn open(&mut self, marker: &str, prefix: String) {
        self.push(marker);
        self.prefix.push(prefix);
        self.line = Line::Start;
        self.follows = false;
    }

    pub(super) fn close(&mut self) {
        self.prefix.pop();
    }

    /// Author's text; `follower` is the character after it.
    pub(super) fn text(&mut self, text: &str, follower: Option<char>, in_heading: bool) {
        for (at, character) in text.char_indices() {
            let rest = &text[at + character.len_utf8()..];
            let next = rest.chars().next().or(follower);
            if self.is_markup(character, next, in_heading) {
                self.out.push("\\");
            }
            self.out.push(character.encode_utf8(&mut [0; 4]));
            self.last = Some(character);
            let digits = self.line != Line::Middle && character.is_ascii_digit();
            self.line = if digits { Line::Digits } else { Line::Middle };
        }
    }

    fn is_markup(&self, character: char, next: Option<char>, in_heading: bool) -> bool {
        let ends = next.is_none_or(char::is_whitespace);
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '$' | '|' | '~' => true,
            '&' => next.is_some_and(|c| c.is_ascii_alphabetic() || c == '#'),
            '#' => in_heading || self.line == Line::Start,
            '>' => self.line == Line::Start,
            '=' | '-' | '+' => self.line == Line::Start && (ends || next == Some(character)),
            '.' | ')' => self.line == Line::Digits && ends,
            _ => false,
        }
    }

    pub(super) fn hole(&mut self, index: u32, place: Place) {
        self.out.hole(index, place);
        self.last = Some('x');
        self.line = if self.line == Line::Middle {
            Line::Middle
        } else {
            Line::Digits
        };
    }

    pub(super) fn blank(&mut self, name: &str, number: u32, next: Option<char>) {
        // A bare `______` would be a rule at a line's start and emphasis beside a letter.
        let apart = self.last.is_some_and(char::is_whitespace) && self.line == Line::Middle;
        let bare = apart && next.is_none_or(|c| c.is_whitespace() || ".,;:?!)".contains(c));
        self.out.blank(name, number, Place::Text, bare);
        self.last = Some('_');
        self.line = Line::Middle;
    }
}
