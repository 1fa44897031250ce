//! Units of the year, and when a standard of theirs may be tried.

use crate::pool::day::Day;
use crate::pool::policy::Policy;

/// A unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// What it is called.
    pub title: String,
    /// What is to be mastered in it.
    pub standards: Vec<String>,
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub until: Day,
}

/// What happens to requests after a unit has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Late {
    /// They are taken while the next unit opens ("hybrid pacing": the class moves on, and what is
    /// unmet comes along for a while).
    Carry,
    /// None is taken.
    Closed,
    /// All are taken.
    Open,
}

/// How a standard stands to a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pace<'a> {
    /// Its unit runs, or it belongs to none.
    Open,
    /// Its unit is over, and it is carried into the opening of another.
    Carried(&'a Unit),
    /// Its unit has not begun.
    Early(&'a Unit),
    /// Its unit is over; the day, if there was one, up to which requests were taken.
    Over(&'a Unit, Option<Day>),
}

impl Policy {
    /// The unit of a standard.
    pub fn unit(&self, standard: &str) -> Option<(usize, &Unit)> {
        let mut units = self.units.iter().enumerate();
        units.find(|(_, unit)| unit.standards.iter().any(|id| id == standard))
    }

    /// Whether a standard may be tried on a day.
    pub fn pace(&self, standard: &str, day: Day) -> Pace<'_> {
        let Some((at, unit)) = self.unit(standard) else {
            return Pace::Open;
        };
        if day < unit.from {
            return Pace::Early(unit);
        }
        if day <= unit.until || self.late == Late::Open {
            return Pace::Open;
        }
        // Between two units, in the holidays, the next opening is still to come.
        match (self.units.get(at + 1), self.last_day(standard)) {
            (Some(next), Some(last)) if day <= last => Pace::Carried(next),
            (_, last) => Pace::Over(unit, last),
        }
    }

    /// The last day for requests of a standard; none if there is no such day.
    pub fn last_day(&self, standard: &str) -> Option<Day> {
        let (at, unit) = self.unit(standard)?;
        let next = self.units.get(at + 1);
        match (self.late, next, self.carry.checked_sub(1)) {
            (Late::Open, ..) => None,
            (Late::Carry, Some(next), Some(more)) => Some(unit.until.max(next.from.plus(more))),
            // After the last unit there is no opening to carry anything into.
            _ => Some(unit.until),
        }
    }

    /// The unit that runs on a day and opens on it or opened at most [`Policy::carry`] days ago,
    /// and the one before it, whose unmet standards are carried.
    pub fn opening(&self, day: Day) -> Option<(&Unit, &Unit)> {
        let mut pairs = self.units.windows(2).rev();
        let pair = pairs.find(|pair| pair[1].from <= day)?;
        let open = self.late != Late::Closed
            && day.days_since(pair[1].from) < i32::from(self.carry)
            && day <= pair[1].until;
        open.then_some((&pair[1], &pair[0]))
    }
}
