//! Walking a space of vectors, in the order of the domains.

use std::ops::ControlFlow;

use crate::bank::model::Step;
use crate::expression::Frame;
use crate::instance::choices::Choices;
use crate::instance::draw::{Acceptance, Coverage, DrawError, Drawing};
use crate::seed::Stream;
use crate::value::Value;

/// What is done with a vector that meets the conditions.
pub type Visit<'v> = dyn FnMut(&mut Frame) -> Result<ControlFlow<()>, DrawError> + 'v;

/// Which values a draw is held to, by its place among the draws; `None` leaves it free.
pub type Hold<'h> = dyn Fn(usize, &Choices) -> Option<Vec<Value>> + 'h;

impl Drawing<'_> {
    /// Visits every vector that meets the conditions, in the order of the domains, as long as no
    /// more than `limit` vectors have been begun.
    pub fn enumerate(
        &self,
        limit: u64,
        acceptance: &mut Acceptance,
        visit: &mut Visit<'_>,
    ) -> Result<Coverage, DrawError> {
        self.enumerate_held(limit, acceptance, None, visit)
    }

    /// As [`Drawing::enumerate`], of the vectors to which `hold` holds some names.
    pub fn enumerate_held(
        &self,
        limit: u64,
        acceptance: &mut Acceptance,
        hold: Option<&Hold<'_>>,
        visit: &mut Visit<'_>,
    ) -> Result<Coverage, DrawError> {
        let mut walk = Enumeration {
            drawing: self,
            limit,
            acceptance,
            hold,
            visit,
        };
        let mut frame = Frame::remembering(self.model().names.len());
        Ok(match walk.step(0, 0, 0, &mut frame)? {
            ControlFlow::Continue(()) => Coverage::Whole,
            ControlFlow::Break(()) => Coverage::Partial,
        })
    }
}

impl Drawing<'_> {
    /// About how many vectors would be begun, without beginning them: the mean over random walks of
    /// the product of the choices on the way. Knuth 1975, "Estimating the efficiency of backtrack
    /// programs", *Mathematics of Computation* 29; exact where no choice depends on another, and
    /// the better the more `walks` there are.
    ///
    /// # Errors
    /// An expression that has no value on one of the walks.
    pub fn estimate(&self, stream: &mut Stream, walks: u32) -> Result<u128, DrawError> {
        let mut sum = 0_u128;
        for _ in 0..walks {
            sum = sum.saturating_add(self.probe(stream)?);
        }
        Ok(sum / u128::from(walks.max(1)))
    }

    fn probe(&self, stream: &mut Stream) -> Result<u128, DrawError> {
        let mut frame = Frame::new(self.model().names.len());
        let (mut drawn, mut product) = (0, 1_u128);
        for (at, step) in self.model().steps.iter().enumerate() {
            match step {
                Step::Draw(parameter) => {
                    let choices = self.choices(parameter, drawn, at, &mut frame)?;
                    let count = choices.count();
                    let index = u64::try_from(count).unwrap_or(u64::MAX);
                    if index == 0 {
                        break;
                    }
                    frame.set(parameter.slot, choices.get(stream.below(index)));
                    product = product.saturating_mul(count);
                    drawn += 1;
                }
                Step::Bind(binding) => {
                    self.bind(binding, at, &mut frame)?;
                }
                Step::Require(condition) => {
                    if !self.holds(condition, at, &mut frame)? {
                        break;
                    }
                }
            }
        }
        Ok(product)
    }
}

struct Enumeration<'w, 'a> {
    drawing: &'w Drawing<'a>,
    limit: u64,
    acceptance: &'w mut Acceptance,
    hold: Option<&'w Hold<'w>>,
    visit: &'w mut Visit<'w>,
}

impl Enumeration<'_, '_> {
    fn step(
        &mut self,
        at: usize,
        drawn: usize,
        tested: usize,
        frame: &mut Frame,
    ) -> Result<ControlFlow<()>, DrawError> {
        let drawing = self.drawing;
        match drawing.model().steps.get(at) {
            None => {
                self.acceptance.accepted += 1;
                if (self.visit)(frame)?.is_break() {
                    return Ok(ControlFlow::Break(()));
                }
                Ok(self.begun())
            }
            Some(Step::Bind(binding)) => {
                drawing.bind(binding, at, frame)?;
                self.step(at + 1, drawn, tested, frame)
            }
            Some(Step::Require(condition)) => {
                let holds = drawing.holds(condition, at, frame)?;
                let counts = &mut self.acceptance.conditions[tested];
                counts.0 += 1;
                counts.1 += u64::from(holds);
                if holds {
                    return self.step(at + 1, drawn, tested + 1, frame);
                }
                Ok(self.begun())
            }
            Some(Step::Draw(parameter)) => {
                let choices = drawing.choices(parameter, drawn, at, frame)?;
                if let Some(values) = self.hold.and_then(|hold| hold(drawn, &choices)) {
                    for value in values {
                        frame.set(parameter.slot, value);
                        if self.step(at + 1, drawn + 1, tested, frame)?.is_break() {
                            return Ok(ControlFlow::Break(()));
                        }
                    }
                    return Ok(ControlFlow::Continue(()));
                }
                let count = u64::try_from(choices.count()).unwrap_or(u64::MAX);
                // Too few statements for a list: such a draw is refused.
                if count == 0 {
                    return Ok(self.begun());
                }
                for index in 0..count {
                    frame.set(parameter.slot, choices.get(index));
                    if self.step(at + 1, drawn + 1, tested, frame)?.is_break() {
                        return Ok(ControlFlow::Break(()));
                    }
                }
                Ok(ControlFlow::Continue(()))
            }
        }
    }

    fn begun(&mut self) -> ControlFlow<()> {
        self.acceptance.tried += 1;
        if self.acceptance.tried > self.limit {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}
