//! The board: who stands where with which standard.

use std::collections::{BTreeMap, HashMap};

use crate::bank::cut_score::CutScore;
use crate::pool::day::Day;
use crate::pool::eligible::Standing;
use crate::pool::entry::{AddedSet, Purpose};
use crate::pool::history::{Attempt, History, Outcome};
use crate::pool::mark::{Recorded, Score};
use crate::pool::points::Points;
use crate::pool::policy::Policy;

/// How a student stands to a standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Shown.
    Mastered,
    /// Tried, and not shown.
    NotYet,
    /// A form is out, or marks are missing.
    Waiting,
    /// Never tried.
    Untried,
}

/// A student and a standard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// How they stand.
    pub status: Status,
    /// How often the student has tried.
    pub tries: u32,
    /// The day of the last try.
    pub last: Option<Day>,
    /// What is recorded.
    pub recorded: Option<Recorded>,
    /// Whether a form is out, or marks are missing.
    pub waiting: bool,
    /// The place of the last attempt with results.
    pub attempt: Option<usize>,
}

/// Students by standards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// The places of the students.
    pub students: Vec<usize>,
    /// The standards.
    pub standards: Vec<String>,
    /// A row for each student, with a cell for each standard.
    pub cells: Vec<Vec<Cell>>,
}

/// Which part of the board is wanted.
#[derive(Debug, Clone, Default)]
pub struct View<'a> {
    /// One section.
    pub section: Option<&'a str>,
    /// Some standards; all without any.
    pub standards: &'a [String],
    /// Students who are no longer on the roster too.
    pub inactive: bool,
}

/// The results of a student on a standard, while they are gathered.
#[derive(Debug, Clone, Default)]
struct Gathered {
    /// Day of the result, place of the attempt, score, and what rubrics say.
    tries: Vec<Try>,
    waiting: bool,
}

#[derive(Debug, Clone, Copy)]
struct Try {
    day: Day,
    attempt: usize,
    score: Score,
    rubrics: Option<bool>,
    by_points: bool,
    complete: bool,
}

impl Board {
    /// The board of active students and of all standards that forms of the pool count for, by
    /// the units of the policy and then in the order in which they came.
    pub fn of(history: &History, policy: &Policy, view: &View<'_>) -> Self {
        let standards = standards(history, policy, view);
        let columns: HashMap<&str, usize> = standards
            .iter()
            .enumerate()
            .map(|(at, id)| (id.as_str(), at))
            .collect();
        let sets: Vec<Vec<Option<usize>>> = history
            .sets
            .iter()
            .map(|set| columns_of(&set.added, &columns))
            .collect();
        let cuts: Vec<CutScore> = standards
            .iter()
            .map(|id| policy.cut(id, bank_cut(history, id)))
            .collect();
        let wanted = |student: &usize| {
            let student = &history.students[*student];
            let here = view.section.is_none() || student.section.as_deref() == view.section;
            (student.active || view.inactive) && here
        };
        let students: Vec<usize> = (0..history.students.len()).filter(wanted).collect();
        let cells = students
            .iter()
            .map(|student| {
                let mut row = vec![Gathered::default(); standards.len()];
                for at in &history.students[*student].attempts {
                    let Some(attempt) = history.attempts.get(*at) else {
                        continue;
                    };
                    let set = history.forms[attempt.form].set;
                    gather(history, *at, attempt, &sets[set], &mut row);
                }
                let cells = row.into_iter().zip(&cuts);
                cells.map(|(own, cut)| own.cell(policy, *cut)).collect()
            })
            .collect();
        Self {
            students,
            standards,
            cells,
        }
    }

    /// The cell of a student and a standard.
    pub fn cell(&self, student: usize, standard: &str) -> Option<&Cell> {
        // Students stand in the order of their places.
        let row = self.students.binary_search(&student).ok()?;
        let column = self.standards.iter().position(|id| id == standard)?;
        self.cells.get(row)?.get(column)
    }

    /// How many students stand so with the standard in a column.
    pub fn count(&self, column: usize, status: Status) -> usize {
        let cells = self.cells.iter().filter_map(|row| row.get(column));
        cells.filter(|cell| cell.status == status).count()
    }
}

impl Cell {
    /// What eligibility is decided by.
    pub fn standing(&self, evidence: bool, granted: usize) -> Standing {
        Standing {
            active: true,
            mastered: self.status == Status::Mastered,
            tries: self.tries,
            last: self.last,
            waiting: self.waiting,
            evidence,
            granted,
        }
    }
}

impl Gathered {
    fn cell(mut self, policy: &Policy, cut: CutScore) -> Cell {
        self.tries.sort_by_key(|one| (one.day, one.attempt));
        let whole: Vec<&Try> = self.tries.iter().filter(|one| one.complete).collect();
        let scores: Vec<Score> = whole.iter().map(|one| one.score).collect();
        let by_rubrics = whole.iter().any(|one| one.rubrics.is_some());
        let mut recorded = policy.marks.recorded(&scores, cut);
        if by_rubrics {
            recorded = by_rule(policy, &whole, cut);
        }
        let mastered = recorded.is_some_and(|recorded| recorded.mastered);
        let waiting = self.waiting || whole.len() < self.tries.len();
        let last = self.tries.last();
        let status = match (mastered, waiting, last) {
            (true, ..) => Status::Mastered,
            (_, true, _) => Status::Waiting,
            (_, _, Some(_)) => Status::NotYet,
            (_, _, None) => Status::Untried,
        };
        Cell {
            status,
            tries: u32::try_from(self.tries.len()).unwrap_or(u32::MAX),
            last: last.map(|one| one.day),
            recorded,
            waiting,
            attempt: last.map(|one| one.attempt),
        }
    }
}

/// Where rubrics decide, points are no measure of mastery: whether a result meets the rule is, and
/// results are compared by that first. An average of rubrics does not exist; the last one stands.
fn by_rule(policy: &Policy, tries: &[&Try], cut: CutScore) -> Option<Recorded> {
    use crate::pool::mark::MarkRule::{Average, Highest, Latest, Replaces};
    let last = tries.last()?;
    let met = tries.iter().find(|one| one.meets(cut));
    let chosen = match policy.marks {
        Replaces | Highest => met.unwrap_or(last),
        Latest | Average => last,
    };
    Some(Recorded {
        score: chosen.score,
        mastered: chosen.meets(cut),
    })
}

impl Try {
    fn meets(&self, cut: CutScore) -> bool {
        let enough = self.score.reaches(cut);
        match self.rubrics {
            Some(met) => met && (enough || !self.by_points),
            None => enough,
        }
    }
}

/// Adds what an attempt says about the standards of its form. Practice does not count.
fn gather(
    history: &History,
    place: usize,
    attempt: &Attempt,
    columns: &[Option<usize>],
    row: &mut [Gathered],
) {
    if history.set_of(attempt.form).purpose != Purpose::Secure {
        return;
    }
    for (standard, column) in columns.iter().enumerate() {
        let Some(own) = column.and_then(|at| row.get_mut(at)) else {
            continue;
        };
        let Some(day) = attempt.sat_on else {
            // A form that left the pool will not be sat: another one takes its place.
            own.waiting |= history.is_sound(attempt.form);
            continue;
        };
        let Some(outcome) = history.outcome(attempt, standard) else {
            continue;
        };
        if outcome.possible > 0 {
            own.tries.push(Try::new(day, place, &outcome));
        }
    }
}

impl Try {
    fn new(day: Day, attempt: usize, outcome: &Outcome) -> Self {
        Self {
            day,
            attempt,
            score: Score {
                earned: outcome.earned,
                possible: Points::whole(outcome.possible),
            },
            rubrics: outcome.rubrics,
            by_points: outcome.by_points,
            complete: outcome.unmarked == 0,
        }
    }
}

/// The columns of the board for the standards of a set.
fn columns_of(set: &AddedSet, columns: &HashMap<&str, usize>) -> Vec<Option<usize>> {
    let standards = set.standards.iter();
    standards
        .map(|standard| columns.get(standard.id.as_str()).copied())
        .collect()
}

/// The bank's own mastery rule for a standard, as the last set has it.
pub fn bank_cut(history: &History, standard: &str) -> Option<[u32; 2]> {
    let mut sets = history.sets.iter().rev();
    let found = sets.find_map(|set| {
        let mut standards = set.added.standards.iter();
        standards.find(|known| known.id == standard)
    });
    found?.cut
}

/// The standards of the board: those of the policy's units first, in their order.
fn standards(history: &History, policy: &Policy, view: &View<'_>) -> Vec<String> {
    let mut order: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let secure = history
        .sets
        .iter()
        .filter(|set| set.added.purpose == Purpose::Secure);
    let ids = secure.flat_map(|set| set.added.standards.iter());
    for (at, standard) in ids.enumerate() {
        let unit = policy.unit(&standard.id);
        let place = unit.map(|(unit_at, unit)| {
            let mut own = unit.standards.iter();
            (unit_at, own.position(|id| *id == standard.id).unwrap_or(0))
        });
        let place = place.unwrap_or((usize::MAX, at));
        order.entry(&standard.id).or_insert(place);
    }
    let wanted = |id: &str| view.standards.is_empty() || view.standards.iter().any(|own| own == id);
    let mut found: Vec<(&str, (usize, usize))> = order.into_iter().collect();
    found.retain(|(id, _)| wanted(id));
    found.sort_by_key(|(_, place)| *place);
    found.into_iter().map(|(id, _)| id.to_owned()).collect()
}
