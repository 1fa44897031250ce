//! The texts of an item model, compiled.

use crate::form::record::ModelRecord;
use crate::instance::wording::{Wording, WordingPiece};
use crate::render::compose::BadText;
use crate::render::prose::{Flow, Prose, ProseError, ProsePiece};
use crate::value::notation::Format;

/// A compiled text and the formats of its holes.
pub struct Text {
    /// The text.
    pub prose: Prose,
    /// How each hole's value is printed.
    pub formats: Vec<Vec<Format>>,
}

/// The texts of an item model.
pub struct ModelTexts {
    /// The wordings of the stem.
    pub stems: Vec<Text>,
    /// The worked solution.
    pub solution: Option<Text>,
    /// The unit of each answer.
    pub units: Vec<Option<Text>>,
}

impl Text {
    /// Compiles a wording.
    pub fn compile(wording: &Wording, flow: Flow) -> Result<Self, Vec<ProseError>> {
        let mut formats = Vec::new();
        let mut pieces = Vec::with_capacity(wording.pieces.len());
        for piece in &wording.pieces {
            pieces.push(match piece {
                WordingPiece::Text(text) => ProsePiece::Literal(text),
                WordingPiece::Blank(name) => ProsePiece::Blank(name),
                WordingPiece::Hole(hole) => {
                    formats.push(hole.clone());
                    ProsePiece::Hole(u32::try_from(formats.len() - 1).unwrap_or(u32::MAX))
                }
            });
        }
        Ok(Self {
            prose: Prose::compile(&pieces, flow)?,
            formats,
        })
    }
}

impl ModelTexts {
    /// Compiles the texts of a model; every mistake is reported.
    pub fn compile(model: &ModelRecord) -> Result<Self, Vec<BadText>> {
        let mut bad = Vec::new();
        let mut compile = |wording: &Wording, flow: Flow, text: &'static str| {
            Text::compile(wording, flow)
                .map_err(|errors| {
                    let model = &model.id;
                    let report = |error| BadText {
                        model: model.clone(),
                        text,
                        error,
                    };
                    bad.extend(errors.into_iter().map(report));
                })
                .ok()
        };
        let stems: Vec<Option<Text>> = model
            .stems
            .iter()
            .map(|stem| compile(stem, Flow::Blocks, "stem"))
            .collect();
        let solution = model
            .solution
            .as_ref()
            .map(|solution| compile(solution, Flow::Blocks, "solution"));
        let units: Vec<Option<Text>> = model
            .response
            .answers()
            .into_iter()
            .map(|(_, answer)| {
                answer
                    .unit
                    .as_ref()
                    .and_then(|unit| compile(unit, Flow::Line, "unit"))
            })
            .collect();
        let stems: Vec<Text> = stems.into_iter().flatten().collect();
        if bad.is_empty() {
            Ok(Self {
                stems,
                solution: solution.flatten(),
                units,
            })
        } else {
            Err(bad)
        }
    }
}
