//! Mistakes in the author's text.

use std::fmt::{Display, Formatter, Result};
use std::ops::Range;

/// A byte of one of the pieces handed to [`Prose::compile`](super::Prose::compile).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Which piece.
    pub piece: usize,
    /// Which byte of a literal; of a hole or a blank 0 or 1, before or behind it.
    pub offset: usize,
}

/// A mistake in the author's text, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProseError {
    /// What is wrong.
    pub kind: ProseErrorKind,
    /// The first wrong letter, and the end of the wrong stretch.
    pub range: Range<Position>,
}

/// What can be wrong with prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProseErrorKind {
    /// LaTeX that cannot be set; the text says why.
    Latex(String),
    /// A formula nested too deeply to be set.
    LatexTooDeep,
    /// A value or a blank that would not be printed: in a `%` comment of LaTeX, or in the address of
    /// a link that is not allowed.
    LostValue,
    /// A `$` without its partner.
    LooseDollar,
    /// A character of a private-use area, which means nothing on another computer.
    PrivateUse(char),
    /// More holes and blanks than one text may have.
    TooManyHoles,
}

impl ProseErrorKind {
    /// What to write instead.
    pub fn help(&self) -> &'static str {
        match self {
            Self::LooseDollar => {
                "write a second `$` behind it; every `{` in a formula needs its `}`; a dollar sign is written `\\$`"
            }
            Self::Latex(_) => {
                "in LaTeX every `{` needs its `}`; values stand as `\\frac{{{a}}}{{{b}}}`"
            }
            Self::LatexTooDeep => "show a part of it in a formula of its own",
            Self::LostValue => "move the value or blank out of the comment or address",
            Self::PrivateUse(_) => "take it away, or paste the text again from where it came",
            Self::TooManyHoles => "split the text into `parts`",
        }
    }
}

impl Display for ProseErrorKind {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Latex(why) => write!(f, "this formula cannot be set: {why}"),
            Self::LatexTooDeep => f.write_str("this formula is nested too deeply"),
            Self::LostValue => f.write_str("what stands here would not be printed"),
            Self::LooseDollar => f.write_str("`$` begins a formula that does not end"),
            Self::PrivateUse(character) => {
                write!(
                    f,
                    "private-use character U+{:04X} cannot be printed",
                    u32::from(*character)
                )
            }
            Self::TooManyHoles => f.write_str("too many values in one text"),
        }
    }
}

impl Display for ProseError {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.kind.fmt(f)
    }
}

impl std::error::Error for ProseError {}
