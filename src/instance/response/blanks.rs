//! Blanks: one key a blank, options in those that are dropdowns, each blank scored alone.

use crate::bank::response::blanks::Blank;
use crate::bank::response::choice::Offer;
use crate::expression::Frame;
use crate::instance::draw::Drawing;
use crate::instance::item::{ItemFault, ItemKey};
use crate::instance::options::{listed, options};
use crate::instance::response::{AnswerRecord, Verdict, typed};
use crate::value::notation::Language;

impl Drawing<'_> {
    /// The key of every blank.
    pub(super) fn blanks(
        &self,
        blanks: &[Blank],
        frame: &mut Frame,
    ) -> Result<Box<[ItemKey]>, ItemFault> {
        blanks
            .iter()
            .map(|blank| self.blank(blank, frame))
            .collect()
    }

    fn blank(&self, blank: &Blank, frame: &mut Frame) -> Result<ItemKey, ItemFault> {
        let mut key = self.key(&blank.answer, frame)?;
        (key.slips, _) = self.slips(&blank.misconceptions, std::slice::from_ref(&key), frame)?;
        if let Some((offer, order)) = &blank.offer {
            key.options = match offer {
                Offer::Count(count) => {
                    options(&key.value, blank.answer.form, &key.slips, *count, *order)?
                }
                Offer::List(list) => {
                    let values = self.list(list, frame)?;
                    listed(&key.value, &key.slips, values, *order, list.span())?
                }
            };
        }
        Ok(key)
    }
}

/// Each blank counts the same; an empty blank is wrong, all of them empty are no answer.
pub fn score(
    keys: &[ItemKey],
    records: &[(&str, &AnswerRecord)],
    units: &[Option<String>],
    language: &'static Language,
    given: &[String],
) -> Verdict {
    if given.len() != keys.len() || given.iter().all(|text| text.trim().is_empty()) {
        return Verdict::Invalid;
    }
    let verdicts: Vec<Verdict> = keys
        .iter()
        .zip(records)
        .zip(given)
        .enumerate()
        .map(|(at, ((key, (_, record)), text))| {
            let unit = units.get(at).and_then(Option::as_deref);
            typed::score(key, record, &key.slips, unit, language, text)
        })
        .collect();
    // Something that cannot be read in every blank that is filled is no answer at all.
    if verdicts.iter().all(|verdict| *verdict == Verdict::Invalid) {
        return Verdict::Invalid;
    }
    let right = verdicts
        .iter()
        .filter(|verdict| **verdict == Verdict::Right);
    match (verdicts.as_slice(), right.count()) {
        ([only], 0) => *only,
        (_, right) => Verdict::share(right, keys.len()),
    }
}
