//! Parts: sub-questions that share the draws of their item.

use serde::{Deserialize, Serialize};

use crate::bank::response::parts::Part;
use crate::expression::Frame;
use crate::instance::draw::Drawing;
use crate::instance::figure::DrawnFigure;
use crate::instance::item::{ItemFault, ItemKey, Slip, Task};
use crate::instance::options::AnswerOption;
use crate::instance::response::{Drawn, MisconceptionRecord, ResponseRecord};
use crate::instance::wording::Wording;
use crate::value::Value;

/// The texts of a part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PartRecord {
    /// The text posed.
    pub stem: Wording,
    /// How a student answers.
    pub response: ResponseRecord,
    /// The misconceptions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub misconceptions: Vec<MisconceptionRecord>,
    /// What a right answer is worth.
    pub points: u32,
    /// The worked solution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solution: Option<Wording>,
}

impl PartRecord {
    /// What is kept of `part`.
    pub fn of(part: &Part) -> Self {
        Self {
            stem: Wording::of(&part.stem),
            response: ResponseRecord::of(&part.response),
            misconceptions: part
                .misconceptions
                .iter()
                .map(MisconceptionRecord::of)
                .collect(),
            points: part.points,
            solution: part.solution.as_ref().map(Wording::of),
        }
    }
}

/// A part of an item, drawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ItemPart {
    /// Its place in the record's list.
    pub part: usize,
    /// The values in its stem.
    pub stem: Box<[Value]>,
    /// The figure beside its stem.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<DrawnFigure>,
    /// Its keys.
    pub keys: Box<[ItemKey]>,
    /// Its options.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<AnswerOption>,
    /// The wrong answers that its misconceptions produce.
    #[serde(default, skip_serializing_if = "<[Slip]>::is_empty")]
    pub slips: Box<[Slip]>,
    /// What else is drawn for its response type.
    #[serde(default, skip_serializing_if = "Drawn::is_nothing")]
    pub drawn: Drawn,
    /// The values in its worked solution.
    #[serde(default, skip_serializing_if = "<[Value]>::is_empty")]
    pub solution: Box<[Value]>,
}

impl ItemPart {
    /// What the student is asked in it.
    pub fn task(&self) -> Task<'_> {
        Task {
            stem: &self.stem,
            keys: &self.keys,
            options: &self.options,
            slips: &self.slips,
            drawn: &self.drawn,
            solution: &self.solution,
        }
    }
}

impl Drawing<'_> {
    /// The parts of an item in order, repetitions one by one.
    pub(super) fn parts(
        &self,
        parts: &[Part],
        frame: &mut Frame,
    ) -> Result<Vec<ItemPart>, ItemFault> {
        let mut drawn = Vec::new();
        for (place, part) in parts.iter().enumerate() {
            let Some((each, times)) = &part.each else {
                drawn.push(self.part(place, part, frame)?);
                continue;
            };
            let elements = self.list(&each.list, frame)?;
            if elements.len() != *times {
                let message = format!(
                    "this part is to stand {times} times, but its list has {} elements",
                    elements.len()
                );
                let help = "give the list the same length in every draw, for a part has its points";
                return Err(ItemFault::response(part.span, message, help));
            }
            for element in elements {
                frame.set(each.slot, element);
                drawn.push(self.part(place, part, frame)?);
            }
        }
        Ok(drawn)
    }

    fn part(&self, place: usize, part: &Part, frame: &mut Frame) -> Result<ItemPart, ItemFault> {
        let answered = self.answered(&part.response, &part.misconceptions, frame)?;
        Ok(ItemPart {
            part: place,
            stem: self.holes(&part.stem, frame)?,
            figure: match &part.figure {
                Some(figure) => Some(self.figure(figure, frame)?),
                None => None,
            },
            keys: answered.keys,
            options: self.option_figures(part.option_figure.as_ref(), answered.options, frame)?,
            slips: answered.slips,
            drawn: answered.drawn,
            solution: match &part.solution {
                Some(solution) => self.holes(solution, frame)?,
                None => Box::default(),
            },
        })
    }
}
