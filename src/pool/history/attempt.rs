//! A form in the hands of a student, and what came of it.

use crate::pool::day::Day;
use crate::pool::history::{MarkedItems, Totals};

/// A form that a student was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// The place of the student.
    pub student: usize,
    /// The place of the form.
    pub form: usize,
    /// How it came to the student.
    pub handed: Handed,
    /// The day.
    pub handed_on: Day,
    /// The entry.
    pub entry: u64,
    /// The day of the first results: printed is not attempted.
    pub sat_on: Option<Day>,
    /// Marks by the place of the item, from 1.
    pub items: MarkedItems,
    /// Points by the place of the standard in the form's set.
    pub totals: Totals,
}

/// How a form came to a student.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handed {
    /// In a sitting of the class.
    Sitting,
    /// In a packet, on request.
    Packet,
}

impl Attempt {
    /// Whether there are any results.
    pub fn is_marked(&self) -> bool {
        self.sat_on.is_some()
    }
}
