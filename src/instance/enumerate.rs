//! Walking a space of vectors, in the order of the domains.

use std::ops::ControlFlow;

use crate::bank::model::Step;
use crate::expression::Frame;
use crate::instance::choices::Choices;
use crate::instance::draw::{Acceptance, Coverage, DrawError, Drawing};
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
        let mut frame = Frame::new(self.model().names.len());
        Ok(match walk.step(0, 0, 0, &mut frame)? {
            ControlFlow::Continue(()) => Coverage::Whole,
            ControlFlow::Break(()) => Coverage::Partial,
        })
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
                let value = drawing.value(&binding.program, at, frame)?;
                frame.set(binding.slot, value);
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
