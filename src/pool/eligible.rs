//! Whether a student may try a standard again, and why not.

use std::fmt;

use crate::pool::day::Day;
use crate::pool::policy::{Pace, Policy};

/// How a student stands to a standard on the day of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Whether the student is on the roster.
    pub active: bool,
    /// Whether the standard is shown already.
    pub mastered: bool,
    /// How often the student has tried.
    pub tries: u32,
    /// The day of the last try.
    pub last: Option<Day>,
    /// Whether a form of the standard is in the student's hands or waits for marks.
    pub waiting: bool,
    /// Whether the request says what the student did since.
    pub evidence: bool,
    /// How many standards are granted to the student and not yet tried.
    pub granted: usize,
}

/// Why a student may not try a standard now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// Not on the roster.
    Inactive,
    /// No forms of such a standard.
    Unknown,
    /// Shown already.
    Mastered,
    /// A form is out.
    Waiting,
    /// The same was granted before, and its packet is still to come.
    Twice,
    /// No first sitting yet.
    Untried,
    /// All tries are used: so many.
    Attempts(u32),
    /// Too soon: the last try, and the day from which on it is possible.
    Wait(Day, Day),
    /// No corrective work is shown.
    Evidence,
    /// The unit has not begun: its title and first day.
    Early(String, Day),
    /// The unit is over: its title, and the last day for requests.
    Over(String, Day),
    /// So many standards at a time, and no more.
    Packet(u16),
}

impl Policy {
    /// Everything that stands in the way of trying `standard` on `day`, when it was asked for on
    /// `asked`; nothing if the student may.
    pub fn obstacles(
        &self,
        standard: &str,
        standing: &Standing,
        asked: Day,
        day: Day,
    ) -> Vec<Obstacle> {
        if !standing.active {
            return vec![Obstacle::Inactive];
        }
        if standing.mastered {
            return vec![Obstacle::Mastered];
        }
        if standing.waiting {
            return vec![Obstacle::Waiting];
        }
        let Some(last) = standing.last else {
            return vec![Obstacle::Untried];
        };
        let mut found = Vec::new();
        match self.pace(standard, asked) {
            Pace::Open | Pace::Carried(_) => {}
            Pace::Early(unit) => found.push(Obstacle::Early(unit.title.clone(), unit.from)),
            Pace::Over(unit, until) => {
                let until = until.unwrap_or(unit.until);
                found.push(Obstacle::Over(unit.title.clone(), until));
            }
        }
        if let Some(most) = self.attempts
            && standing.tries >= most
        {
            found.push(Obstacle::Attempts(most));
        }
        let from = last.plus(self.wait);
        if day < from {
            found.push(Obstacle::Wait(last, from));
        }
        if self.evidence && !standing.evidence {
            found.push(Obstacle::Evidence);
        }
        if found.is_empty() && standing.granted >= usize::from(self.packet) {
            found.push(Obstacle::Packet(self.packet));
        }
        found
    }
}

impl fmt::Display for Obstacle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Inactive => write!(f, "not on the roster"),
            Self::Unknown => write!(f, "the pool has no forms of this standard"),
            Self::Mastered => write!(f, "mastered already"),
            Self::Waiting => write!(f, "a form is out and has no marks yet"),
            Self::Twice => write!(f, "granted already; the packet is to come"),
            Self::Untried => write!(f, "no first sitting yet"),
            Self::Attempts(1) => write!(f, "the one try is used"),
            Self::Attempts(most) => write!(f, "all {most} tries are used"),
            Self::Wait(last, from) => write!(f, "tried on {last}; again from {from}"),
            Self::Evidence => write!(f, "no evidence of corrective work"),
            Self::Early(unit, from) => write!(f, "`{unit}` begins on {from}"),
            Self::Over(unit, until) => write!(f, "`{unit}`: requests were taken until {until}"),
            Self::Packet(1) => write!(f, "another standard is granted; one at a time"),
            Self::Packet(most) => write!(f, "{most} standards are granted; {most} at a time"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Obstacle, Standing};
    use crate::pool::day::Day;
    use crate::pool::policy::{Late, Policy, Unit};

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn policy() -> Policy {
        let unit = |title: &str, standard: &str, from: &str, until: &str| Unit {
            title: title.to_owned(),
            standards: vec![standard.to_owned()],
            from: day(from),
            until: day(until),
        };
        Policy {
            units: vec![
                unit("One", "A", "2026-09-01", "2026-09-30"),
                unit("Two", "B", "2026-10-05", "2026-10-30"),
            ],
            ..Policy::default()
        }
    }

    fn tried(last: &str) -> Standing {
        Standing {
            active: true,
            mastered: false,
            tries: 1,
            last: Some(day(last)),
            waiting: false,
            evidence: true,
            granted: 0,
        }
    }

    /// Two days between tries: tried on the 10th, again from the 12th on.
    #[test]
    fn waiting_days_are_whole_days() {
        let policy = policy();
        let standing = tried("2026-09-10");
        let on = |date: &str| policy.obstacles("A", &standing, day(date), day(date));
        let wait = vec![Obstacle::Wait(day("2026-09-10"), day("2026-09-12"))];
        assert_eq!(on("2026-09-11"), wait);
        assert_eq!(on("2026-09-12"), []);
    }

    /// Ten days from 5 October on are the days up to the 14th.
    #[test]
    fn what_is_unmet_is_carried_into_the_opening_of_the_next_unit() {
        let mut policy = policy();
        let standing = tried("2026-09-20");
        let over = |until: &str| vec![Obstacle::Over("One".to_owned(), day(until))];
        let on =
            |policy: &Policy, date: &str| policy.obstacles("A", &standing, day(date), day(date));
        assert_eq!(on(&policy, "2026-10-02"), []);
        assert_eq!(on(&policy, "2026-10-14"), []);
        assert_eq!(on(&policy, "2026-10-15"), over("2026-10-14"));
        policy.late = Late::Closed;
        assert_eq!(on(&policy, "2026-10-02"), over("2026-09-30"));
        policy.late = Late::Open;
        assert_eq!(on(&policy, "2027-06-01"), []);
        let opening = |date: &str| {
            policy
                .opening(day(date))
                .map(|(unit, _)| unit.title.as_str())
        };
        assert_eq!(opening("2026-10-04"), None);
        assert_eq!(opening("2026-10-05"), Some("Two"));
        assert_eq!(opening("2026-10-14"), Some("Two"));
        assert_eq!(opening("2026-10-15"), None);
    }

    #[test]
    fn everything_in_the_way_is_named() {
        let standing = Standing {
            tries: 3,
            evidence: false,
            ..tried("2026-10-14")
        };
        let found = policy().obstacles("A", &standing, day("2026-10-15"), day("2026-10-15"));
        assert_eq!(found.len(), 4, "{found:?}");
        let untried = Standing {
            last: None,
            tries: 0,
            ..standing
        };
        let found = policy().obstacles("A", &untried, day("2026-09-15"), day("2026-09-15"));
        assert_eq!(found, [Obstacle::Untried]);
    }
}
