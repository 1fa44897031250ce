//! Matching: the two lists as shown, and how the pairs of a student are scored.

use serde::{Deserialize, Serialize};

use crate::bank::response::matching::{Extra, Matching};
use crate::expression::{Frame, Program};
use crate::instance::draw::{DrawError, Drawing};
use crate::instance::item::{ItemFault, ItemKey};
use crate::instance::response::Verdict;
use crate::seed::Stream;
use crate::value::Value;

/// The most entries of a list.
const MOST: usize = 26;

/// Two lists as shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Columns {
    /// What is asked for, in the author's order.
    pub left: Box<[Value]>,
    /// What is offered, in the order shown.
    pub right: Vec<Value>,
    /// For each entry on the left the place of its partner on the right.
    pub partners: Vec<usize>,
}

impl Drawing<'_> {
    /// The two lists, the right one not yet in its final order, and a key for each left entry.
    pub(in crate::instance) fn columns(
        &self,
        matching: &Matching,
        frame: &mut Frame,
    ) -> Result<(Columns, Box<[ItemKey]>), ItemFault> {
        let mut left = self.list(&matching.left, frame)?;
        let mut right = self.list(&matching.right, frame)?;
        match &matching.extra {
            Extra::Pairs(count) => left.truncate(left.len().saturating_sub(*count)),
            Extra::List(list) => right.extend(self.list(list, frame)?),
        }
        let fault = |message: String, help: &str| {
            let span = matching.span;
            Err(ItemFault::response(span, message, help))
        };
        if left.len() > right.len() {
            let message = format!(
                "{} entries on the left have only {} partners on the right",
                left.len(),
                right.len()
            );
            return fault(
                message,
                "each entry of `left` needs its partner in `right`, in the same order",
            );
        }
        if left.len() < 2 || right.len() > MOST {
            let message = format!("{} pairs cannot be matched", left.len());
            return fault(message, "an item matches from 2 to 26 pairs");
        }
        let twin = |list: &[Value]| {
            let same = |(at, value): &(usize, &Value)| list[..*at].iter().any(|v| v.same(value));
            list.iter()
                .enumerate()
                .find(same)
                .map(|(_, value)| value.clone())
        };
        if let Some(value) = twin(&left).or_else(|| twin(&right)) {
            let value = crate::value::notation::describe(&value);
            let message = format!("{value} stands twice in a list that is to be matched");
            return fault(
                message,
                "rule such draws out under `where`, or draw different rows",
            );
        }
        let keys = right[..left.len()].iter().cloned().map(ItemKey::new);
        Ok((
            Columns {
                partners: (0..left.len()).collect(),
                left: left.into(),
                right: right.clone(),
            },
            keys.collect(),
        ))
    }

    /// The elements of a list.
    pub(in crate::instance) fn list(
        &self,
        list: &Program,
        frame: &mut Frame,
    ) -> Result<Vec<Value>, DrawError> {
        Ok(match self.evaluate(list, frame)? {
            Value::List(elements) => elements.to_vec(),
            one => vec![one],
        })
    }
}

impl Columns {
    /// Shuffles the right list; with more than one pair it never stays as it was.
    pub fn arrange(&mut self, stream: &mut Stream) {
        let before = self.right.clone();
        let mut places: Vec<usize> = (0..before.len()).collect();
        stream.shuffle(&mut places);
        if places.is_sorted() {
            places.rotate_left(1);
        }
        self.right = places.iter().map(|place| before[*place].clone()).collect();
        for partner in &mut self.partners {
            let new = places.iter().position(|place| place == partner);
            *partner = new.unwrap_or(*partner);
        }
    }
}

/// Each entry on the left counts the same.
pub fn score(columns: &Columns, pairs: &[usize]) -> Verdict {
    let fits = pairs.len() == columns.partners.len();
    if !fits || pairs.iter().any(|right| *right >= columns.right.len()) {
        return Verdict::Invalid;
    }
    let right = pairs.iter().zip(&columns.partners).filter(|(a, b)| a == b);
    Verdict::share(right.count(), columns.partners.len())
}
