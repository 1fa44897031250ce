//! The values that expressions are worked out with.

use crate::expression::failure::{EvaluationError, Failure};
use crate::expression::program::Trace;
use crate::source::Span;
use crate::value::Value;

/// How many steps one evaluation may take.
const STEPS: u32 = 1_000_000;

/// The values of an instance's names, by slot, and the budget of work.
#[derive(Debug, Clone, Default)]
pub struct Frame {
    slots: Vec<Value>,
    /// When each value was set, in steps of `now`.
    stamps: Vec<u64>,
    now: u64,
    /// What programs gave, by their place; `None` if nothing is to be remembered.
    memory: Option<Vec<Option<Remembered>>>,
    steps: u32,
}

/// What a program gave.
#[derive(Debug, Clone)]
struct Remembered {
    /// When: names that were set later may have changed it.
    at: u64,
    value: Value,
    /// Whether it is known that it can be printed where it stands.
    printable: bool,
}

impl Frame {
    /// A frame with room for `slots` names.
    pub fn new(slots: usize) -> Self {
        Self {
            slots: vec![Value::Boolean(false); slots],
            stamps: vec![0; slots],
            ..Self::default()
        }
    }

    /// A frame for many instances of one item model, one after the other: what a program gave is
    /// not worked out again while the names that it reads keep their values.
    pub fn remembering(slots: usize) -> Self {
        Self {
            memory: Some(Vec::new()),
            ..Self::new(slots)
        }
    }

    /// Gives a name its value.
    pub fn set(&mut self, slot: usize, value: Value) {
        if slot >= self.slots.len() {
            self.slots.resize(slot + 1, Value::Boolean(false));
            self.stamps.resize(slot + 1, 0);
        }
        self.now += 1;
        self.stamps[slot] = self.now;
        self.slots[slot] = value;
    }

    /// The value of a name.
    pub fn get(&self, slot: usize) -> &Value {
        &self.slots[slot]
    }

    /// What the program gave, if no name that it reads has been set since.
    pub(super) fn recall(&self, trace: &Trace) -> Option<&Value> {
        self.remembered(trace).map(|known| &known.value)
    }

    pub(super) fn remember(&mut self, trace: &Trace, value: &Value) {
        let Some(memory) = &mut self.memory else {
            return;
        };
        if trace.place >= memory.len() {
            memory.resize(trace.place + 1, None);
        }
        memory[trace.place] = Some(Remembered {
            at: self.now,
            value: value.clone(),
            printable: false,
        });
    }

    /// Whether the slot holds what the program gave, and would give again: it was set next.
    pub(super) fn is_bound(&self, trace: &Trace, slot: usize) -> bool {
        let set = self.stamps.get(slot);
        self.remembered(trace)
            .is_some_and(|known| set == Some(&(known.at + 1)))
    }

    pub(super) fn is_printable(&self, trace: &Trace) -> bool {
        self.remembered(trace).is_some_and(|known| known.printable)
    }

    pub(super) fn note_printable(&mut self, trace: &Trace) {
        let memory = self.memory.as_mut();
        if let Some(Some(known)) = memory.and_then(|memory| memory.get_mut(trace.place)) {
            known.printable = true;
        }
    }

    fn remembered(&self, trace: &Trace) -> Option<&Remembered> {
        let known = self.memory.as_ref()?.get(trace.place)?.as_ref()?;
        let unchanged = |slot: &usize| self.stamps.get(*slot).is_some_and(|set| *set <= known.at);
        trace.reads.iter().all(unchanged).then_some(known)
    }

    /// A new budget, for one evaluation.
    pub(super) fn begin(&mut self) {
        self.steps = 0;
    }

    pub(super) fn spend(&mut self, steps: usize, span: Span) -> Result<(), EvaluationError> {
        self.steps = self
            .steps
            .saturating_add(u32::try_from(steps).unwrap_or(u32::MAX));
        if self.steps > STEPS {
            return Err(EvaluationError {
                span,
                failure: Failure::TooManySteps,
            });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Frame;
    use crate::expression::program::Trace;
    use crate::value::Value;

    fn trace(place: usize, reads: &[usize]) -> Trace {
        Trace {
            place,
            reads: reads.into(),
        }
    }

    #[test]
    fn what_a_program_gave_is_forgotten_when_an_input_is_set() {
        let mut frame = Frame::remembering(3);
        let sum = trace(1, &[0, 2]);
        frame.set(0, Value::integer(1));
        assert_eq!(frame.recall(&sum), None);
        frame.remember(&sum, &Value::integer(7));
        frame.note_printable(&sum);
        frame.set(1, Value::integer(5));
        assert_eq!(frame.recall(&sum), Some(&Value::integer(7)));
        assert!(frame.is_printable(&sum));
        assert_eq!(frame.recall(&trace(0, &[0, 2])), None);
        frame.set(2, Value::integer(1));
        assert_eq!(frame.recall(&sum), None);
        frame.remember(&sum, &Value::integer(8));
        assert!(!frame.is_printable(&sum));
    }

    #[test]
    fn a_bound_name_stays_until_an_input_or_itself_is_set() {
        let mut frame = Frame::remembering(3);
        let sum = trace(0, &[1]);
        let bind = |frame: &mut Frame| {
            frame.remember(&sum, &Value::integer(7));
            frame.set(2, Value::integer(7));
        };
        assert!(!frame.is_bound(&sum, 2));
        bind(&mut frame);
        frame.set(0, Value::integer(1));
        assert!(frame.is_bound(&sum, 2));
        frame.set(2, Value::integer(8));
        assert!(!frame.is_bound(&sum, 2));
        bind(&mut frame);
        frame.set(1, Value::integer(1));
        assert!(!frame.is_bound(&sum, 2));
    }

    #[test]
    fn a_plain_frame_remembers_nothing() {
        let mut frame = Frame::new(1);
        frame.remember(&trace(0, &[]), &Value::integer(7));
        assert_eq!(frame.recall(&trace(0, &[])), None);
    }
}
