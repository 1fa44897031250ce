//! Multiple choice: the options, and what the one chosen betrays.

use crate::bank::answer::Answer;
use crate::bank::response::choice::{Choice, Offer};
use crate::expression::Frame;
use crate::instance::draw::{DrawError, Drawing};
use crate::instance::item::{ItemFault, ItemKey, Slip};
use crate::instance::options::{AnswerOption, listed, options};
use crate::instance::response::Verdict;

impl Drawing<'_> {
    /// The options, the key first where their order is still open.
    pub(super) fn options(
        &self,
        choice: &Choice,
        key: &ItemKey,
        slips: &[Slip],
        frame: &mut Frame,
    ) -> Result<Vec<AnswerOption>, ItemFault> {
        match &choice.offer {
            Offer::Count(count) => {
                options(&key.value, choice.answer.form, slips, *count, choice.order)
            }
            Offer::List(list) => {
                let values = self.list(list, frame)?;
                listed(&key.value, slips, values, choice.order, list.span())
            }
        }
    }

    /// The key of an answer.
    pub(super) fn key(&self, answer: &Answer, frame: &mut Frame) -> Result<ItemKey, DrawError> {
        let within = answer.within.as_ref();
        let within = within.map(|within| self.evaluate(within, frame));
        let also = answer.also.iter();
        let value = self.evaluate(&answer.is, frame)?;
        if let Some(form) = answer.form {
            self.printable(&value, &[form.format()], answer.is.span(), frame)?;
        }
        Ok(ItemKey {
            within: within.transpose()?,
            also: also
                .map(|also| self.evaluate(also, frame))
                .collect::<Result<_, _>>()?,
            unit: match &answer.unit {
                Some(unit) => self.holes(unit, frame)?,
                None => Box::default(),
            },
            ..ItemKey::new(value)
        })
    }
}

/// Scores the option at a place.
pub fn score(options: &[AnswerOption], place: usize) -> Verdict {
    match options.get(place) {
        None => Verdict::Invalid,
        Some(option) if option.is_key => Verdict::Right,
        Some(option) => Verdict::Wrong(option.misconception),
    }
}
