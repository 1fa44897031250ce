//! The texts of an item model, compiled.

use crate::form::record::ModelRecord;
use crate::instance::response::ResponseRecord;
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

/// The texts of an item model or a part.
#[derive(Default)]
pub struct TaskTexts {
    /// The wordings of the stem.
    pub stems: Vec<Text>,
    /// The worked solution.
    pub solution: Option<Text>,
    /// The unit of each answer.
    pub units: Vec<Option<Text>>,
    /// What each statement says, and why it is true or false.
    pub statements: Vec<(Text, Option<Text>)>,
    /// The property of an open answer.
    pub tell: Option<Text>,
    /// The model response.
    pub sample: Option<Text>,
    /// What each level of each criterion looks like.
    pub levels: Vec<Vec<Text>>,
    /// The parts.
    pub parts: Vec<TaskTexts>,
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

/// Compiles the texts of one item model, and gathers what is wrong with them.
struct Compiler<'a> {
    model: &'a str,
    bad: Vec<BadText>,
}

impl TaskTexts {
    /// Compiles the texts of a model; every mistake is reported.
    pub fn compile(model: &ModelRecord) -> Result<Self, Vec<BadText>> {
        let mut compiler = Compiler {
            model: &model.id,
            bad: Vec::new(),
        };
        let texts = compiler.task(&model.stems, model.solution.as_ref(), &model.response);
        match texts {
            Some(texts) if compiler.bad.is_empty() => Ok(texts),
            _ => Err(compiler.bad),
        }
    }
}

impl Compiler<'_> {
    fn text(&mut self, wording: &Wording, flow: Flow, text: &'static str) -> Option<Text> {
        let report = |error| BadText {
            model: self.model.to_owned(),
            text,
            error,
        };
        match Text::compile(wording, flow) {
            Ok(text) => Some(text),
            Err(errors) => {
                self.bad.extend(errors.into_iter().map(report));
                None
            }
        }
    }

    /// `None` only if something is reported.
    fn task(
        &mut self,
        stems: &[Wording],
        solution: Option<&Wording>,
        response: &ResponseRecord,
    ) -> Option<TaskTexts> {
        let mut texts = TaskTexts::default();
        for stem in stems {
            texts.stems.extend(self.text(stem, Flow::Blocks, "stem"));
        }
        texts.solution = solution.and_then(|text| self.text(text, Flow::Blocks, "solution"));
        for (_, answer) in response.answers() {
            let unit = answer.unit.as_ref();
            let unit = unit.and_then(|unit| self.text(unit, Flow::Line, "unit"));
            texts.units.push(unit);
        }
        match response {
            ResponseRecord::Select { statements } => {
                for statement in statements {
                    let say = self.text(&statement.say, Flow::Line, "say");
                    let why = statement.why.as_ref();
                    let why = why.and_then(|why| self.text(why, Flow::Line, "why"));
                    texts.statements.push((say?, why));
                }
            }
            ResponseRecord::Open(open) => {
                let tell = open.tell.as_ref();
                texts.tell = tell.and_then(|tell| self.text(tell, Flow::Line, "tell"));
            }
            ResponseRecord::Constructed { rubric, sample, .. } => {
                let sample = sample.as_ref();
                texts.sample = sample.and_then(|text| self.text(text, Flow::Blocks, "sample"));
                for criterion in rubric.iter().flat_map(|rubric| &rubric.criteria) {
                    let levels = criterion.levels.iter();
                    let levels: Option<Vec<Text>> = levels
                        .map(|(_, words)| self.text(words, Flow::Line, "level"))
                        .collect();
                    texts.levels.push(levels?);
                }
            }
            ResponseRecord::Parts { parts } => {
                for part in parts {
                    let stem = std::slice::from_ref(&part.stem);
                    let task = self.task(stem, part.solution.as_ref(), &part.response);
                    texts.parts.push(task?);
                }
            }
            _ => {}
        }
        // A stem that could not be compiled is reported, and nothing of the task is shown.
        (!texts.stems.is_empty()).then_some(texts)
    }
}
