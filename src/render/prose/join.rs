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

/// A piece in the joined text.
struct Stretch {
    joined: usize,
    piece: usize,
    is_mark: bool,
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
                ProsePiece::Blank(name) => {
                    joined.blanks = joined.blanks.saturating_add(1);
                    joined.mark(
                        Mark::Blank {
                            name,
                            number: joined.blanks,
                        },
                        piece,
                    );
                }
                ProsePiece::Hole(index) => {
                    let place_in_text = u32::try_from(joined.marks.len()).unwrap_or(u32::MAX);
                    joined.mark(
                        Mark::Hole {
                            index,
                            place_in_text,
                        },
                        piece,
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
        self.begin(piece, false);
        self.text.push_str(literal);
    }

    fn mark(&mut self, mark: Mark<'a>, piece: usize) {
        self.begin(piece, true);
        let number = u32::try_from(self.marks.len())
            .unwrap_or(u32::MAX)
            .min(0x18FE);
        let letter = char::from_u32(FIRST + number).unwrap_or(char::REPLACEMENT_CHARACTER);
        self.text.push(letter);
        self.marks.push(mark);
    }

    fn begin(&mut self, piece: usize, is_mark: bool) {
        self.stretches.push(Stretch {
            joined: self.text.len(),
            piece,
            is_mark,
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

    /// All marks in order, and where each came from.
    pub(super) fn marks(&self) -> impl Iterator<Item = (Mark<'a>, Range<Position>)> {
        let pieces = self.stretches.iter().filter(|stretch| stretch.is_mark);
        self.marks.iter().zip(pieces).map(|(mark, stretch)| {
            let start = Position {
                piece: stretch.piece,
                offset: 0,
            };
            (*mark, start..Position { offset: 1, ..start })
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
        let offset = match stretch.is_mark {
            true => usize::from(joined > stretch.joined),
            false => joined - stretch.joined,
        };
        Position {
            piece: stretch.piece,
            offset,
        }
    }
}

fn is_private_use(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}
