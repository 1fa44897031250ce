//! A text of an item model without its expressions: what a form set keeps, so that it can be
//! printed without the bank.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::bank::prose::{Piece, Prose};
use crate::value::Value;
use crate::value::notation::{Format, Language, Medium, print};

/// A text with holes; the values stand in the items, in the order of the holes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Wording {
    /// What it consists of, in order.
    pub pieces: Vec<WordingPiece>,
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WordingPiece {
    /// Markdown as the author wrote it.
    Text(String),
    /// A value of the item, and the formats it is printed in.
    Hole(Vec<Format>),
    /// A place for an answer, by its name.
    Blank(Arc<str>),
}

impl Wording {
    /// The text of `prose` without its expressions.
    pub fn of(prose: &Prose) -> Self {
        let piece = |piece: &Piece| match piece {
            Piece::Literal(text, _) => WordingPiece::Text(text.clone()),
            Piece::Hole(hole) => WordingPiece::Hole(hole.formats.clone()),
            Piece::Blank(name) => WordingPiece::Blank(name.value.clone()),
        };
        Self {
            pieces: prose.pieces.iter().map(piece).collect(),
        }
    }

    /// Whether it is the text of `prose`.
    pub fn is_of(&self, prose: &Prose) -> bool {
        let same = |(own, piece): (&WordingPiece, &Piece)| match (own, piece) {
            (WordingPiece::Text(own), Piece::Literal(text, _)) => own == text,
            (WordingPiece::Hole(own), Piece::Hole(hole)) => *own == hole.formats,
            (WordingPiece::Blank(own), Piece::Blank(name)) => *own == name.value,
            _ => false,
        };
        self.pieces.len() == prose.pieces.len() && self.pieces.iter().zip(&prose.pieces).all(same)
    }

    /// The text as plain as it was written, with its values.
    pub fn text(&self, values: &[Value], language: &'static Language) -> String {
        let mut values = values.iter();
        let mut text = String::new();
        for piece in &self.pieces {
            match piece {
                WordingPiece::Text(words) => text.push_str(words),
                WordingPiece::Blank(_) => text.push('_'),
                WordingPiece::Hole(formats) => {
                    let format = formats.last().unwrap_or(&Format::Plain);
                    let printed = values
                        .next()
                        .and_then(|value| print(value, format, Medium::Text, language).ok());
                    text.push_str(&printed.unwrap_or_default());
                }
            }
        }
        text
    }
}
