//! Literals and holes as one text that a Markdown parser can read.

use std::ops::Range;

use super::ProsePiece;
use super::error::{Position, ProseError, ProseErrorKind};

/// The first stand-in character; the area ends at U+F8FF.
const FIRST: u32 = 0xE000;
/// The last letter of the area is kept free for `formula`.
const LIMIT: usize = 0xF8FF - 0xE000;

/// What a stand-in character stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark<'a> {
    Hole { index: u32, place_in_text: u32 },
    Blank { name: &'a str, number: u32 },
}

/// A stretch of text or a mark.
pub(super) enum Run<'t, 'a> {
    Text(&'t str),
    Mark(Mark<'a>),
}

/// The joined text, in which every hole and blank is one private-use letter.
pub(super) struct Joined<'a> {
    pub(super) text: String,
    marks: Vec<Mark<'a>>,
    blanks: u32,
    stretches: Vec<Stretch>,
}

/// Where a stretch of the joined text came from.
struct Stretch {
    joined: usize,
    origin: Position,
    /// Its length in the author's text if it is a mark; literal text keeps its length.
    mark: Option<usize>,
}

impl<'a> Joined<'a> {
    pub(super) fn new(pieces: &[ProsePiece<'a>]) -> Result<Self, Vec<ProseError>> {
        let mut joined = Self {
            text: String::new(),
            marks: Vec::new(),
            blanks: 0,
            stretches: Vec::new(),
        };
        let mut errors = Vec::new();
        for (piece, content) in pieces.iter().enumerate() {
            match *content {
                ProsePiece::Literal(literal) => joined.literal(piece, literal, &mut errors),
                ProsePiece::Hole(index) => {
                    let place_in_text = u32::try_from(joined.marks.len()).unwrap_or(u32::MAX);
                    joined.mark(
                        Mark::Hole {
                            index,
                            place_in_text,
                        },
                        piece,
                        0,
                        1,
                    );
                }
            }
        }
        if joined.marks.len() > LIMIT {
            let last = Position {
                piece: pieces.len().saturating_sub(1),
                offset: 0,
            };
            errors.push(ProseError {
                kind: ProseErrorKind::TooManyHoles,
                range: last..last,
            });
        }
        if errors.is_empty() {
            Ok(joined)
        } else {
            Err(errors)
        }
    }

    fn literal(&mut self, piece: usize, literal: &'a str, errors: &mut Vec<ProseError>) {
        for (at, character) in literal.char_indices().filter(|&(_, c)| is_private_use(c)) {
            let start = Position { piece, offset: at };
            let end = Position {
                piece,
                offset: at + character.len_utf8(),
            };
            errors.push(ProseError {
                kind: ProseErrorKind::PrivateUse(character),
                range: start..end,
            });
        }
        let mut rest = 0;
        while let Some(found) = literal[rest..].find("[[") {
            let open = rest + found;
            let Some(name) = blank_name(&literal[open + 2..]) else {
                self.stretch(piece, rest, &literal[rest..=open]);
                rest = open + 1;
                continue;
            };
            self.stretch(piece, rest, &literal[rest..open]);
            self.blanks = self.blanks.saturating_add(1);
            self.mark(
                Mark::Blank {
                    name,
                    number: self.blanks,
                },
                piece,
                open,
                name.len() + 4,
            );
            rest = open + name.len() + 4;
        }
        self.stretch(piece, rest, &literal[rest..]);
    }

    fn stretch(&mut self, piece: usize, offset: usize, text: &str) {
        self.begin(piece, offset, None);
        self.text.push_str(text);
    }

    fn mark(&mut self, mark: Mark<'a>, piece: usize, offset: usize, length: usize) {
        self.begin(piece, offset, Some(length));
        let number = u32::try_from(self.marks.len())
            .unwrap_or(u32::MAX)
            .min(0x18FE);
        self.text
            .push(char::from_u32(FIRST + number).unwrap_or(char::REPLACEMENT_CHARACTER));
        self.marks.push(mark);
    }

    fn begin(&mut self, piece: usize, offset: usize, mark: Option<usize>) {
        let origin = Position { piece, offset };
        self.stretches.push(Stretch {
            joined: self.text.len(),
            origin,
            mark,
        });
    }

    /// What `character` stands for, if it is a stand-in.
    pub(super) fn lookup(&self, character: char) -> Option<Mark<'a>> {
        let number = u32::from(character).checked_sub(FIRST)?;
        self.marks.get(usize::try_from(number).ok()?).copied()
    }

    /// Cuts a text that may hold stand-ins.
    pub(super) fn runs<'t>(&self, text: &'t str) -> Vec<Run<'t, 'a>> {
        let mut runs = Vec::new();
        let mut copied = 0;
        for (at, character) in text.char_indices() {
            if let Some(mark) = self.lookup(character) {
                if copied < at {
                    runs.push(Run::Text(&text[copied..at]));
                }
                runs.push(Run::Mark(mark));
                copied = at + character.len_utf8();
            }
        }
        if copied < text.len() {
            runs.push(Run::Text(&text[copied..]));
        }
        runs
    }

    /// The names of all blanks, in order.
    pub(super) fn blank_names(&self) -> impl Iterator<Item = &'a str> {
        self.marks.iter().filter_map(|mark| match mark {
            Mark::Blank { name, .. } => Some(*name),
            Mark::Hole { .. } => None,
        })
    }

    /// Where a stretch of the joined text came from.
    pub(super) fn origin(&self, range: Range<usize>) -> Range<Position> {
        let start = self.position(range.start, false);
        start..self.position(range.end, true).max(start)
    }

    fn position(&self, joined: usize, end: bool) -> Position {
        let before = |s: &Stretch| s.joined < joined || (!end && s.joined == joined);
        let after = self.stretches.partition_point(before);
        let Some(stretch) = after.checked_sub(1).and_then(|at| self.stretches.get(at)) else {
            return Position {
                piece: 0,
                offset: 0,
            };
        };
        let within = match stretch.mark {
            Some(length) if joined > stretch.joined => length,
            Some(_) => 0,
            None => joined - stretch.joined,
        };
        Position {
            offset: stretch.origin.offset + within,
            ..stretch.origin
        }
    }
}

fn blank_name(text: &str) -> Option<&str> {
    let (name, _) = text.split_once("]]")?;
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    (!name.is_empty() && name.chars().all(fits)).then_some(name)
}

fn is_private_use(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}
