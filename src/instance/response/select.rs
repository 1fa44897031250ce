//! A list of statements: which are shown, and how the marks of a student are scored.

use serde::{Deserialize, Serialize};

use crate::bank::response::select::{Select, Statement};
use crate::expression::Frame;
use crate::instance::draw::{DrawError, Drawing};
use crate::instance::item::ItemKey;
use crate::instance::response::Verdict;
use crate::instance::wording::Wording;
use crate::value::Value;

/// The texts of a statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StatementRecord {
    /// What it says.
    pub say: Wording,
    /// Why it is true or false.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<Wording>,
}

impl StatementRecord {
    /// What is kept of `statement`.
    pub fn of(statement: &Statement) -> Self {
        Self {
            say: Wording::of(&statement.say),
            why: statement.why.as_ref().map(Wording::of),
        }
    }
}

/// A statement as shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Shown {
    /// Its place in the record's list.
    pub statement: usize,
    /// The values in what it says.
    #[serde(default, skip_serializing_if = "<[Value]>::is_empty")]
    pub say: Box<[Value]>,
    /// The values in why it is true or false.
    #[serde(default, skip_serializing_if = "<[Value]>::is_empty")]
    pub why: Box<[Value]>,
    /// Whether it is true.
    #[serde(rename = "true")]
    pub is_true: bool,
}

impl Shown {
    /// What is printed of it, for comparison.
    pub fn printed(&self) -> Value {
        let place = Value::integer(i64::try_from(self.statement).unwrap_or(i64::MAX));
        Value::list(std::iter::once(place).chain(self.say.iter().cloned()))
    }
}

impl Drawing<'_> {
    /// The statements that were drawn, true ones first, and the key.
    pub(in crate::instance) fn select(
        &self,
        select: &Select,
        frame: &mut Frame,
    ) -> Result<(Vec<Shown>, ItemKey), DrawError> {
        let places = places(frame.get(select.slot));
        let mut shown: Vec<(usize, Shown)> = Vec::new();
        let mut place = 0;
        for (at, statement) in select.statements.iter().enumerate() {
            let elements = match &statement.each {
                None => vec![None],
                Some(each) => match self.evaluate(&each.list, frame)? {
                    Value::List(elements) => elements.iter().cloned().map(Some).collect(),
                    one => vec![Some(one)],
                },
            };
            for element in elements {
                if let Some(found) = places.iter().position(|(drawn, _)| *drawn == place) {
                    if let (Some(each), Some(element)) = (&statement.each, element) {
                        frame.set(each.slot, element);
                    }
                    let why = statement.why.as_ref();
                    let statement = Shown {
                        statement: at,
                        say: self.holes(&statement.say, frame)?,
                        why: why.map_or(Ok(Box::default()), |why| self.holes(why, frame))?,
                        is_true: places[found].1,
                    };
                    shown.push((found, statement));
                }
                place += 1;
            }
        }
        shown.sort_by_key(|(found, _)| *found);
        let shown: Vec<Shown> = shown.into_iter().map(|(_, shown)| shown).collect();
        let right = shown.iter().filter(|shown| shown.is_true);
        let key = ItemKey::new(Value::list(right.map(Shown::printed)));
        Ok((shown, key))
    }
}

/// The places drawn, each with whether its statement is true.
fn places(drawn: &Value) -> Vec<(usize, bool)> {
    let Value::List(lists) = drawn else {
        return Vec::new();
    };
    let mut places = Vec::new();
    for (list, is_true) in lists.iter().zip([true, false]) {
        let Value::List(list) = list else { continue };
        for place in list.iter().filter_map(Value::as_number) {
            let place = place
                .exact()
                .to_i64()
                .and_then(|at| usize::try_from(at).ok());
            places.extend(place.map(|place| (place, is_true)));
        }
    }
    places
}

/// A point for each true statement marked, one off for each false one; never below 0.
pub fn score(shown: &[Shown], marks: &[usize]) -> Verdict {
    let twice = |(at, mark): (usize, &usize)| marks[..at].contains(mark);
    if marks.iter().any(|mark| *mark >= shown.len()) || marks.iter().enumerate().any(twice) {
        return Verdict::Invalid;
    }
    let all = shown.iter().filter(|statement| statement.is_true).count();
    let right = marks.iter().filter(|mark| shown[**mark].is_true).count();
    let wrong = marks.len() - right;
    Verdict::share(right.saturating_sub(wrong), all)
}
