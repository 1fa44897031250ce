//! What is drawn for a response type beyond keys and options.

use serde::{Deserialize, Serialize};

use crate::bank::answer::Misconception;
use crate::bank::response::ResponseType;
use crate::expression::Frame;
use crate::instance::draw::Drawing;
use crate::instance::item::{Given, ItemFault, ItemKey, Slip};
use crate::instance::options::AnswerOption;
use crate::instance::response::constructed::Marking;
use crate::instance::response::matching::Columns;
use crate::instance::response::open::Known;
use crate::instance::response::parts::ItemPart;
use crate::instance::response::select::Shown;
use crate::instance::response::sequence::Steps;
use crate::seed::Stream;
use crate::value::Value;

/// What is drawn for a response type beyond keys and options.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Drawn {
    /// Nothing.
    #[default]
    Nothing,
    /// The statements shown.
    Select(Vec<Shown>),
    /// The lists to be matched.
    Match(Columns),
    /// The steps to be put in order.
    Sequence(Steps),
    /// What the property of an open answer needs to know.
    Open(Known),
    /// What a marker reads.
    Constructed(Marking),
}

/// Everything that is drawn for a response type.
#[derive(Debug, Clone, Default)]
pub struct Answered {
    /// The keys.
    pub keys: Box<[ItemKey]>,
    /// The options of a choice.
    pub options: Vec<AnswerOption>,
    /// The wrong answers that misconceptions produce.
    pub slips: Box<[Slip]>,
    /// What else.
    pub drawn: Drawn,
    /// The parts.
    pub parts: Vec<ItemPart>,
    /// What the misconceptions give.
    pub given: Given,
}

impl Drawing<'_> {
    /// Draws what a response type needs.
    pub(in crate::instance) fn answered(
        &self,
        response: &ResponseType,
        misconceptions: &[Misconception],
        frame: &mut Frame,
    ) -> Result<Answered, ItemFault> {
        let mut answered = Answered::default();
        match response {
            ResponseType::Typed(answer) => answered.keys = Box::new([self.key(answer, frame)?]),
            ResponseType::Choice(choice) => {
                answered.keys = Box::new([self.key(&choice.answer, frame)?]);
            }
            ResponseType::Blanks(blanks) => answered.keys = self.blanks(blanks, frame)?,
            ResponseType::Select(select) => {
                let (shown, key) = self.select(select, frame)?;
                answered.drawn = Drawn::Select(shown);
                answered.keys = Box::new([key]);
            }
            ResponseType::Match(matching) => {
                let (columns, keys) = self.columns(matching, frame)?;
                answered.drawn = Drawn::Match(columns);
                answered.keys = keys;
            }
            ResponseType::Sequence(sequence) => {
                let (steps, key) = self.steps(sequence, frame)?;
                answered.drawn = Drawn::Sequence(steps);
                answered.keys = Box::new([key]);
            }
            ResponseType::Open(open) => {
                let (known, key) = self.open(open, frame)?;
                answered.drawn = Drawn::Open(known);
                answered.keys = Box::new([key]);
            }
            ResponseType::Constructed(constructed) => {
                answered.drawn = Drawn::Constructed(self.marking(constructed, frame)?);
            }
            ResponseType::Parts(parts) => answered.parts = self.parts(parts, frame)?,
        }
        let (slips, given) = self.slips(misconceptions, &answered.keys, frame)?;
        (answered.slips, answered.given) = (slips, given);
        if let ResponseType::Choice(choice) = response {
            let key = &answered.keys[0];
            answered.options = self.options(choice, key, &answered.slips, frame)?;
        }
        Ok(answered)
    }
}

impl Drawn {
    /// Whether nothing is drawn.
    pub fn is_nothing(&self) -> bool {
        *self == Self::Nothing
    }

    /// What is printed, before it is arranged.
    pub fn printed(&self) -> Vec<Value> {
        match self {
            Self::Nothing | Self::Open(_) | Self::Constructed(_) => Vec::new(),
            Self::Select(shown) => shown.iter().map(Shown::printed).collect(),
            Self::Match(columns) => columns.left.iter().chain(&columns.right).cloned().collect(),
            Self::Sequence(steps) => steps.steps.clone(),
        }
    }

    /// Puts what is shown in its final order.
    pub fn arrange(&mut self, stream: &mut Stream) {
        match self {
            Self::Nothing | Self::Open(_) | Self::Constructed(_) => {}
            Self::Select(shown) => stream.shuffle(shown),
            Self::Match(columns) => columns.arrange(stream),
            Self::Sequence(steps) => steps.arrange(stream),
        }
    }
}
