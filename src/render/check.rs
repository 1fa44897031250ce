//! Whether the texts of a bank can be shown, before anything is drawn; mistakes at their letter.

use crate::bank::ItemBank;
use crate::bank::figure::Figure;
use crate::bank::prose::{Piece, Prose as BankProse};
use crate::diagnostic::{Code, Diagnostic};
use crate::render::prose::{Flow, Position, Prose, ProseError, ProsePiece};
use crate::source::Span;

/// The mistakes in the Markdown and the mathematics of a bank.
pub fn texts(bank: &ItemBank) -> Vec<Diagnostic> {
    let blocks = bank
        .items
        .iter()
        .flat_map(|item| item.stems.iter().chain(&item.solution));
    let tells = bank.items.iter().flat_map(|item| {
        item.misconceptions
            .iter()
            .filter_map(|slip| slip.tell.as_ref())
    });
    let figures = bank.items.iter().flat_map(|item| {
        let options = item.option_figure.as_ref();
        item.figure
            .iter()
            .chain(options.map(|option| &*option.figure))
    });
    let drawn = figures.flat_map(Figure::texts);
    let blocks = blocks.flat_map(|text| mistakes(text, Flow::Blocks));
    blocks
        .chain(
            tells
                .chain(drawn)
                .flat_map(|text| mistakes(text, Flow::Line)),
        )
        .collect()
}

fn mistakes(text: &BankProse, flow: Flow) -> Vec<Diagnostic> {
    let mut holes = 0;
    let pieces: Vec<ProsePiece<'_>> = text
        .pieces
        .iter()
        .map(|piece| match piece {
            Piece::Literal(literal, _) => ProsePiece::Literal(literal),
            Piece::Blank(name) => ProsePiece::Blank(&name.value),
            Piece::Hole(_) => {
                holes += 1;
                ProsePiece::Hole(holes - 1)
            }
        })
        .collect();
    let errors = Prose::compile(&pieces, flow).err().unwrap_or_default();
    errors.iter().map(|error| diagnostic(text, error)).collect()
}

fn diagnostic(text: &BankProse, error: &ProseError) -> Diagnostic {
    let start = place(text, error.range.start);
    let end = place(text, error.range.end);
    let span = match (start, end) {
        (Some(start), Some(end)) => Some(start.to(end)),
        (place, _) => place,
    };
    Diagnostic::error(Code::BadText, span, error.kind.to_string()).help(error.kind.help())
}

fn place(text: &BankProse, position: Position) -> Option<Span> {
    match text.pieces.get(position.piece)? {
        Piece::Literal(_, start) => {
            let at = start + position.offset;
            Some(text.source.span_of(at..at))
        }
        Piece::Hole(hole) => Some(hole.span),
        Piece::Blank(name) => Some(name.span),
    }
}
