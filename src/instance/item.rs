//! Items: drawn instances with their keys, options and solutions, as values.

use serde::{Deserialize, Serialize};

use crate::bank::answer::{Misconception, Wrong};
use crate::bank::prose::Prose;
use crate::diagnostic::{Code, Diagnostic};
use crate::expression::Frame;
use crate::instance::draw::{DrawError, DrawFault, Drawing};
use crate::instance::figure::DrawnFigure;
use crate::instance::fingerprint::Fingerprint;
use crate::instance::options::AnswerOption;
use crate::instance::response::Drawn;
use crate::instance::response::parts::ItemPart;
use crate::source::Span;
use crate::value::Value;
use crate::value::notation::{Format, Language, printable};

/// One drawn item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// The place of its item model in the form set's list of models.
    pub model: usize,
    /// The values of the drawn names, in the model's order.
    pub draws: Box<[Value]>,
    /// The values of the radicals.
    pub radicals: Box<[Value]>,
    /// Which wording of the stem it shows.
    pub wording: usize,
    /// The values in the stem.
    pub stem: Box<[Value]>,
    /// The figure beside the stem.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<DrawnFigure>,
    /// The key, or one key a blank.
    pub keys: Box<[ItemKey]>,
    /// The options in the order shown; none unless it is multiple choice.
    pub options: Vec<AnswerOption>,
    /// The wrong answers that the misconceptions produce.
    pub slips: Box<[Slip]>,
    /// What else is drawn for its response type.
    #[serde(default, skip_serializing_if = "Drawn::is_nothing")]
    pub drawn: Drawn,
    /// Its parts, if it has them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<ItemPart>,
    /// The values in the worked solution.
    pub solution: Box<[Value]>,
    /// Its identity.
    pub fingerprint: Fingerprint,
}

/// A correct answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ItemKey {
    /// The key.
    pub value: Value,
    /// The largest distance that still counts as correct.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Value>,
    /// Other correct answers.
    #[serde(default, skip_serializing_if = "<[Value]>::is_empty")]
    pub also: Box<[Value]>,
    /// The values in the unit.
    #[serde(default, skip_serializing_if = "<[Value]>::is_empty")]
    pub unit: Box<[Value]>,
    /// The options of a dropdown, in the order shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<AnswerOption>,
    /// The wrong answers that the misconceptions of its blank produce.
    #[serde(default, skip_serializing_if = "<[Slip]>::is_empty")]
    pub slips: Box<[Slip]>,
}

impl ItemKey {
    /// A key that stands alone.
    pub fn new(value: Value) -> Self {
        Self {
            value,
            within: None,
            also: Box::default(),
            unit: Box::default(),
            options: Vec::new(),
            slips: Box::default(),
        }
    }
}

/// What a student is asked and what is right: an item, or a part of one.
#[derive(Debug, Clone, Copy)]
pub struct Task<'a> {
    /// The values in the stem.
    pub stem: &'a [Value],
    /// The keys.
    pub keys: &'a [ItemKey],
    /// The options in the order shown.
    pub options: &'a [AnswerOption],
    /// The wrong answers that misconceptions produce.
    pub slips: &'a [Slip],
    /// What else is drawn for the response type.
    pub drawn: &'a Drawn,
    /// The values in the worked solution.
    pub solution: &'a [Value],
}

impl Item {
    /// The item but for its parts.
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

    /// The item and its parts.
    pub fn tasks(&self) -> impl Iterator<Item = Task<'_>> {
        std::iter::once(self.task()).chain(self.parts.iter().map(ItemPart::task))
    }

    /// Every figure: beside the stems of the item and its parts, and of their options.
    pub fn figures(&self) -> impl Iterator<Item = &DrawnFigure> {
        let parts = self.parts.iter().filter_map(|part| part.figure.as_ref());
        let options = self.tasks().flat_map(|task| task.options);
        let options = options.filter_map(|option| option.figure.as_ref());
        self.figure.iter().chain(parts).chain(options)
    }

    /// All keys, those of the parts too.
    pub fn all_keys(&self) -> impl Iterator<Item = &Value> {
        self.tasks()
            .flat_map(|task| task.keys)
            .map(|key| &key.value)
    }
}

/// The wrong answer of a misconception.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Slip {
    /// The place of the misconception in its item model.
    pub misconception: usize,
    /// The wrong answer.
    pub value: Value,
    /// The values in what a student is told.
    #[serde(default, skip_serializing_if = "<[Value]>::is_empty")]
    pub tell: Box<[Value]>,
}

/// What each misconception of an item gives, right answers included; nothing where it is impossible.
pub type Given = Vec<Vec<Value>>;

/// Why an accepted vector makes no item.
#[derive(Debug, Clone)]
pub enum ItemFault {
    /// An expression has no value.
    Draw(DrawError),
    /// A check is false: its place, and the draw.
    Check(usize, DrawError),
    /// Fewer different options than wanted.
    TooFewOptions {
        /// How many there are.
        found: usize,
        /// How many are wanted.
        wanted: usize,
    },
    /// What is drawn cannot be put to students as the response type asks.
    Response(Box<Diagnostic>),
}

impl ItemFault {
    /// The mistake at `span`.
    pub(super) fn response(span: Span, message: String, help: &str) -> Self {
        let error = Diagnostic::error(Code::UnknownResponse, span, message);
        Self::Response(Box::new(error.help(help)))
    }
}

impl From<DrawError> for ItemFault {
    fn from(error: DrawError) -> Self {
        Self::Draw(error)
    }
}

impl Drawing<'_> {
    /// The item of an accepted vector. `place` is the model's place in the form set.
    pub fn item(&self, place: usize, frame: &mut Frame) -> Result<Item, ItemFault> {
        self.item_and_given(place, frame).map(|(item, _)| item)
    }

    /// As [`Drawing::item`], with what each misconception gives, right answers included; none
    /// where it is impossible.
    ///
    /// # Errors
    /// As [`Drawing::item`].
    pub fn item_and_given(
        &self,
        place: usize,
        frame: &mut Frame,
    ) -> Result<(Item, Given), ItemFault> {
        let model = self.model();
        self.finish(frame)?;
        let radicals = self.values(model.radicals.iter().map(|radical| &radical.program), frame)?;
        for (at, check) in model.checks.iter().enumerate() {
            if !self.test(check, frame)? {
                let fault = crate::instance::draw::DrawFault::Check;
                return Err(ItemFault::Check(at, self.fault(fault, usize::MAX, frame)));
            }
        }
        let stem = self.holes(&model.stems[0], frame)?;
        let answered = self.answered(&model.response, &model.misconceptions, frame)?;
        let options = self.option_figures(model.option_figure.as_ref(), answered.options, frame)?;
        let figure = model.figure.as_ref();
        let figure = figure
            .map(|figure| self.figure(figure, frame))
            .transpose()?;
        let solution = match &model.solution {
            Some(solution) => self.holes(solution, frame)?,
            None => Box::default(),
        };
        let draws = self.drawn(frame);
        let mut item = Item {
            model: place,
            draws,
            radicals,
            wording: 0,
            stem,
            figure,
            keys: answered.keys,
            options,
            slips: answered.slips,
            drawn: answered.drawn,
            parts: answered.parts,
            solution,
            fingerprint: Fingerprint(0),
        };
        item.fingerprint = Fingerprint::of_item(&model.id.value, &item);
        Ok((item, answered.given))
    }

    fn values<'p>(
        &self,
        programs: impl Iterator<Item = &'p crate::expression::Program> + Clone,
        frame: &mut Frame,
    ) -> Result<Box<[Value]>, DrawError> {
        // Room for all at once, which `collect` cannot know of.
        let mut values = Vec::with_capacity(programs.clone().count());
        for program in programs {
            values.push(self.evaluate(program, frame)?);
        }
        Ok(values.into())
    }

    /// The values in the holes of a text; each can be printed in its formats.
    pub fn holes(&self, prose: &Prose, frame: &mut Frame) -> Result<Box<[Value]>, DrawError> {
        let values = self.values(prose.holes().map(|hole| &hole.expression), frame)?;
        for (hole, value) in prose.holes().zip(&values) {
            if !hole.expression.is_printable(frame) {
                self.printable(value, &hole.formats, hole.span, frame)?;
                hole.expression.note_printable(frame);
            }
        }
        Ok(values)
    }

    pub(super) fn printable(
        &self,
        value: &Value,
        formats: &[Format],
        span: Span,
        frame: &Frame,
    ) -> Result<(), DrawError> {
        if formats.is_empty() && matches!(value, Value::Number(_) | Value::Text(_)) {
            return Ok(());
        }
        // Later formats change what the first has printed, and that is always a text.
        let format = formats.first().copied().unwrap_or_default();
        match printable(value, &format, Language::ENGLISH) {
            Ok(()) => Ok(()),
            Err(misfit) => Err(self.fault(DrawFault::Unprintable(span, misfit), usize::MAX, frame)),
        }
    }

    /// The wrong answers, those left out that happen to be right; and what each misconception
    /// gives, these included.
    pub(super) fn slips(
        &self,
        misconceptions: &[Misconception],
        keys: &[ItemKey],
        frame: &mut Frame,
    ) -> Result<(Box<[Slip]>, Given), DrawError> {
        let mut slips = Vec::with_capacity(misconceptions.len());
        let mut given = Vec::with_capacity(misconceptions.len());
        for (misconception, slip) in misconceptions.iter().enumerate() {
            let values = self.wrong(slip, frame)?;
            for value in &values {
                if keys.iter().any(|key| key.value.same(value)) {
                    continue;
                }
                let tell = match &slip.tell {
                    Some(tell) => self.holes(tell, frame)?,
                    None => Box::default(),
                };
                slips.push(Slip {
                    misconception,
                    value: value.clone(),
                    tell,
                });
            }
            given.push(values);
        }
        Ok((slips.into(), given))
    }

    /// The answers that a misconception gives, right ones included; none where it is impossible.
    ///
    /// # Errors
    /// An expression that has no value for this draw.
    pub fn wrong(&self, slip: &Misconception, frame: &mut Frame) -> Result<Vec<Value>, DrawError> {
        if let Some(when) = &slip.when
            && !matches!(self.evaluate(when, frame)?, Value::Boolean(true))
        {
            return Ok(Vec::new());
        }
        Ok(match &slip.answers {
            Wrong::Is(program) => vec![self.evaluate(program, frame)?],
            Wrong::Pool(program) => match self.evaluate(program, frame)? {
                Value::List(values) => values.to_vec(),
                one => vec![one],
            },
        })
    }
}
