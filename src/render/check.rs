//! Whether the texts of a bank can be shown, before anything is drawn; mistakes at their letter.

use crate::bank::ItemBank;
use crate::bank::answer::Misconception;
use crate::bank::figure::{Figure, OptionFigure};
use crate::bank::prose::{Piece, Prose as BankProse};
use crate::bank::response::ResponseType;
use crate::diagnostic::{Code, Diagnostic};
use crate::render::prose::{Flow, Position, Prose, ProseError, ProsePiece};
use crate::source::Span;

/// The mistakes in the Markdown and the mathematics of a bank.
pub fn texts(bank: &ItemBank) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for item in &bank.items {
        let blocks = item.stems.iter().chain(&item.solution);
        found.extend(blocks.flat_map(|text| mistakes(text, Flow::Blocks)));
        tells(&item.misconceptions, &mut found);
        answered(&item.response, &mut found);
        drawn(&item.figure, &item.option_figure, &mut found);
    }
    found
}

/// The texts of figures.
fn drawn(beside: &Option<Figure>, option: &Option<OptionFigure>, found: &mut Vec<Diagnostic>) {
    let options = option.iter().map(|option| &*option.figure);
    let texts = beside.iter().chain(options).flat_map(Figure::texts);
    found.extend(texts.flat_map(|text| mistakes(text, Flow::Line)));
}

fn tells(misconceptions: &[Misconception], found: &mut Vec<Diagnostic>) {
    let tells = misconceptions.iter().filter_map(|slip| slip.tell.as_ref());
    found.extend(tells.flat_map(|text| mistakes(text, Flow::Line)));
}

/// The texts of a response type.
fn answered(response: &ResponseType, found: &mut Vec<Diagnostic>) {
    let mut lines: Vec<&BankProse> = Vec::new();
    let answers = response.answers().into_iter();
    lines.extend(answers.filter_map(|answer| answer.unit.as_ref()));
    match response {
        ResponseType::Blanks(blanks) => {
            for blank in blanks {
                tells(&blank.misconceptions, found);
            }
        }
        ResponseType::Select(select) => {
            for statement in &select.statements {
                lines.push(&statement.say);
                lines.extend(&statement.why);
            }
        }
        ResponseType::Open(open) => lines.extend(&open.tell),
        ResponseType::Constructed(constructed) => {
            let sample = constructed.sample.iter();
            found.extend(sample.flat_map(|text| mistakes(text, Flow::Blocks)));
            let criteria = constructed
                .rubric
                .iter()
                .flat_map(|rubric| &rubric.criteria);
            lines.extend(criteria.flat_map(|c| &c.levels).map(|(_, words)| words));
        }
        ResponseType::Parts(parts) => {
            for part in parts {
                let blocks = std::iter::once(&part.stem).chain(&part.solution);
                found.extend(blocks.flat_map(|text| mistakes(text, Flow::Blocks)));
                tells(&part.misconceptions, found);
                drawn(&part.figure, &part.option_figure, found);
                answered(&part.response, found);
            }
        }
        ResponseType::Typed(_)
        | ResponseType::Choice(_)
        | ResponseType::Match(_)
        | ResponseType::Sequence(_) => {}
    }
    found.extend(
        lines
            .into_iter()
            .flat_map(|text| mistakes(text, Flow::Line)),
    );
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
