//! Drawing instances: every one of a small space, or a sample of a large one. Always ends.

use crate::bank::domain::Domain;
use crate::bank::model::{Binding, Condition, ItemModel, Parameter, Step};
use crate::expression::failure::EvaluationError;
use crate::expression::{Frame, Program};
use crate::instance::choices::Choices;
use crate::seed::{Seed, Stream};
use crate::source::Span;
use crate::value::Value;
use crate::value::notation::Misfit;

/// An item model made ready for drawing.
#[derive(Debug)]
pub struct Drawing<'a> {
    model: &'a ItemModel,
    /// What each draw step offers, where that depends on no other name.
    fixed: Vec<Option<Choices>>,
}

/// Why no instance can be drawn.
#[derive(Debug, Clone)]
pub struct DrawError {
    /// What went wrong.
    pub fault: DrawFault,
    /// The names drawn so far and their values.
    pub draw: Vec<(String, Value)>,
}

/// What went wrong with a draw.
#[derive(Debug, Clone)]
pub enum DrawFault {
    /// An expression has no value for this draw.
    Evaluation(EvaluationError),
    /// A domain offers nothing for this draw.
    Empty(String, Span),
    /// A check is false for this draw.
    Check,
    /// A value cannot be printed as asked.
    Unprintable(Span, Misfit),
    /// A figure cannot be drawn: where, and why.
    Figure(Span, String),
}

/// How often each condition was met: tested and passed, in the order of the model's steps.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Acceptance {
    /// For each condition: how often it was tested, and how often it was met.
    pub conditions: Vec<(u64, u64)>,
    /// How many vectors were begun.
    pub tried: u64,
    /// How many met every condition.
    pub accepted: u64,
}

/// How far an enumeration came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coverage {
    /// Every vector was visited.
    Whole,
    /// There are more than the limit.
    Partial,
}

/// The streams of one item model's names.
#[derive(Debug)]
pub struct NameStreams(Vec<Stream>);

impl NameStreams {
    /// One stream a drawn name, keyed by (seed, bank, item, slot, name).
    pub fn new(seed: Seed, bank: &str, slot: &str, model: &ItemModel) -> Self {
        let stream =
            |parameter: &Parameter| seed.stream(&[bank, &model.id.value, slot, &parameter.name]);
        Self(model.parameters().map(stream).collect())
    }
}

impl<'a> Drawing<'a> {
    /// Works out the domains that depend on nothing.
    pub fn new(model: &'a ItemModel) -> Result<Self, DrawError> {
        let mut fixed = Vec::new();
        let mut frame = Frame::new(model.names.len());
        for parameter in model.parameters() {
            fixed.push(if is_constant(&parameter.domain) {
                let choices = Choices::of(&parameter.domain, &mut frame);
                let choices = choices.map_err(|error| DrawError {
                    fault: DrawFault::Evaluation(error),
                    draw: Vec::new(),
                })?;
                Some(non_empty(choices, parameter, Vec::new)?)
            } else {
                None
            });
        }
        Ok(Self { model, fixed })
    }

    /// The item model.
    pub fn model(&self) -> &'a ItemModel {
        self.model
    }

    /// An empty acceptance count for this model.
    pub fn acceptance(&self) -> Acceptance {
        let conditions = self
            .model
            .steps
            .iter()
            .filter(|step| matches!(step, Step::Require(_)));
        Acceptance {
            conditions: vec![(0, 0); conditions.count()],
            ..Acceptance::default()
        }
    }

    /// Draws one vector; `None` if it fails a condition.
    pub fn draw(
        &self,
        streams: &mut NameStreams,
        acceptance: &mut Acceptance,
    ) -> Result<Option<Frame>, DrawError> {
        let mut frame = Frame::new(self.model.names.len());
        let (mut drawn, mut tested) = (0, 0);
        let mut accepted = true;
        acceptance.tried += 1;
        for (at, step) in self.model.steps.iter().enumerate() {
            match step {
                Step::Draw(parameter) => {
                    let choices = self.choices(parameter, drawn, at, &mut frame)?;
                    let Some(value) = choices.draw(&mut streams.0[drawn]) else {
                        accepted = false;
                        break;
                    };
                    frame.set(parameter.slot, value);
                    drawn += 1;
                }
                Step::Bind(binding) => {
                    self.bind(binding, at, &mut frame)?;
                }
                Step::Require(condition) => {
                    let counts = &mut acceptance.conditions[tested];
                    tested += 1;
                    counts.0 += 1;
                    if !self.holds(condition, at, &mut frame)? {
                        accepted = false;
                        break;
                    }
                    counts.1 += 1;
                }
            }
        }
        acceptance.accepted += u64::from(accepted);
        Ok(accepted.then_some(frame))
    }

    /// Puts given values into a frame and works out the rest, without asking the conditions.
    pub fn rebuild(&self, values: &[Value]) -> Result<Frame, DrawError> {
        let mut frame = Frame::new(self.model.names.len());
        let mut values = values.iter();
        for (at, step) in self.model.steps.iter().enumerate() {
            match step {
                Step::Draw(parameter) => {
                    if let Some(value) = values.next() {
                        frame.set(parameter.slot, value.clone());
                    }
                }
                Step::Bind(binding) => {
                    self.bind(binding, at, &mut frame)?;
                }
                Step::Require(_) => {}
            }
        }
        Ok(frame)
    }

    /// Works out the bindings that no condition needed.
    pub fn finish(&self, frame: &mut Frame) -> Result<(), DrawError> {
        for binding in &self.model.bindings {
            self.bind(binding, self.model.steps.len(), frame)?;
        }
        Ok(())
    }

    /// The drawn values in `frame`, in the order of the parameters.
    pub fn drawn(&self, frame: &Frame) -> Box<[Value]> {
        let mut values = Vec::with_capacity(self.fixed.len());
        let drawn = self.model.parameters();
        values.extend(drawn.map(|parameter| frame.get(parameter.slot).clone()));
        values.into()
    }

    /// An expression of the model for a complete instance; a failure names the draw.
    pub fn evaluate(&self, program: &Program, frame: &mut Frame) -> Result<Value, DrawError> {
        self.value(program, self.model.steps.len(), frame)
    }

    /// A condition of the model for a complete instance; a failure names the draw.
    pub fn test(&self, condition: &Condition, frame: &mut Frame) -> Result<bool, DrawError> {
        self.holds(condition, self.model.steps.len(), frame)
    }

    /// What a draw step offers; `drawn` is its place among the draws, `at` among the steps.
    pub(super) fn choices(
        &self,
        parameter: &Parameter,
        drawn: usize,
        at: usize,
        frame: &mut Frame,
    ) -> Result<Choices, DrawError> {
        if let Some(fixed) = &self.fixed[drawn] {
            return Ok(fixed.clone());
        }
        let choices = Choices::of(&parameter.domain, frame)
            .map_err(|error| self.fault(DrawFault::Evaluation(error), at, frame))?;
        // Too few statements are no mistake of the domain: such a draw is refused.
        if matches!(choices, Choices::Picks(_)) {
            return Ok(choices);
        }
        non_empty(choices, parameter, || self.so_far(at, frame))
    }

    pub(super) fn value(
        &self,
        program: &Program,
        at: usize,
        frame: &mut Frame,
    ) -> Result<Value, DrawError> {
        program
            .evaluate(frame)
            .map_err(|error| self.fault(DrawFault::Evaluation(error), at, frame))
    }

    pub(super) fn bind(
        &self,
        binding: &Binding,
        at: usize,
        frame: &mut Frame,
    ) -> Result<(), DrawError> {
        let bound = binding.program.bind(binding.slot, frame);
        bound.map_err(|error| self.fault(DrawFault::Evaluation(error), at, frame))
    }

    pub(super) fn holds(
        &self,
        condition: &Condition,
        at: usize,
        frame: &mut Frame,
    ) -> Result<bool, DrawError> {
        condition
            .program
            .holds(frame)
            .map_err(|error| self.fault(DrawFault::Evaluation(error), at, frame))
    }

    /// A fault with the names drawn before step `at`.
    pub fn fault(&self, fault: DrawFault, at: usize, frame: &Frame) -> DrawError {
        DrawError {
            fault,
            draw: self.so_far(at, frame),
        }
    }

    fn so_far(&self, at: usize, frame: &Frame) -> Vec<(String, Value)> {
        self.model.steps[..at.min(self.model.steps.len())]
            .iter()
            .filter_map(|step| match step {
                Step::Draw(parameter) => Some((
                    parameter.name.to_string(),
                    frame.get(parameter.slot).clone(),
                )),
                _ => None,
            })
            .collect()
    }
}

fn non_empty(
    choices: Choices,
    parameter: &Parameter,
    draw: impl FnOnce() -> Vec<(String, Value)>,
) -> Result<Choices, DrawError> {
    if choices.count() > 0 {
        return Ok(choices);
    }
    let fault = DrawFault::Empty(parameter.name.to_string(), parameter.span);
    Err(DrawError {
        fault,
        draw: draw(),
    })
}

fn is_constant(domain: &Domain) -> bool {
    let fixed = |program: &Program| program.constant().is_some();
    match domain {
        Domain::Range(range) => {
            let optional = [&range.over, &range.step, &range.except];
            fixed(&range.low) && fixed(&range.high) && optional.into_iter().flatten().all(fixed)
        }
        Domain::OneOf(list) | Domain::Rows(list, _) | Domain::Shuffle(list) => fixed(list),
        Domain::Weighted(values) => values.iter().all(|(value, _)| fixed(value)),
        Domain::Several(count, source) | Domain::Draws(count, source) => {
            fixed(count) && is_constant(source)
        }
        Domain::Pick(pick) => pick.statements.iter().all(|truth| fixed(&truth.holds)),
    }
}
