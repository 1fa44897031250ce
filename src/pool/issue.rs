//! Packets: for each student the unmet standards that were granted, on forms never seen before.

use crate::pool::board::{Board, Status};
use crate::pool::day::Day;
use crate::pool::eligible::Obstacle;
use crate::pool::entry::Packet;
use crate::pool::fresh::{Chooser, Short};
use crate::pool::history::History;
use crate::pool::policy::Policy;
use crate::pool::requests::{granted, obstacles};
use crate::seed::Seed;

/// A standard that a student is to try again, with the requests it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The standard.
    pub standard: String,
    /// The entries of the requests, and their places; none where it is carried without a request.
    pub requests: Vec<(u64, usize)>,
}

/// A packet that can be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The place of the student.
    pub student: usize,
    /// The places of the forms, each with the requests it answers.
    pub forms: Vec<(usize, Vec<(u64, usize)>)>,
}

/// Why a student does not get a standard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missed {
    /// Something changed since the request was granted.
    Obstacles(Vec<Obstacle>),
    /// There is no form left that is new to the student.
    Short(Short),
}

/// What is issued, and what is not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Issue {
    /// The packets.
    pub packets: Vec<Planned>,
    /// Student, standard, and why not.
    pub missed: Vec<(usize, String, Missed)>,
}

/// Packets for everything that was granted and still holds on `day`, for the students of the board.
pub fn issue(history: &History, policy: &Policy, board: &Board, seed: Seed, day: Day) -> Issue {
    let mut issue = Issue::default();
    let mut chooser = Chooser::new(history, policy.fresh, seed);
    for (student, requests) in granted(history) {
        if board.students.binary_search(&student).is_err() && history.students[student].active {
            // Of another section.
            continue;
        }
        let mut wanted: Vec<Wanted> = Vec::new();
        for open in requests {
            let standard = &open.request.standard;
            if let Some(twin) = wanted.iter_mut().find(|own| own.standard == *standard) {
                twin.requests.push(open.key);
                continue;
            }
            let found = obstacles(policy, board, (student, &open.request), wanted.len(), day);
            if found.is_empty() {
                wanted.push(Wanted {
                    standard: standard.clone(),
                    requests: vec![open.key],
                });
            } else {
                let missed = Missed::Obstacles(found);
                issue.missed.push((student, standard.clone(), missed));
            }
        }
        issue.add(history, &mut chooser, student, wanted);
    }
    issue
}

/// Packets for what is unmet of the unit before the one that opens on `day`, without requests:
/// the class works on it together ("hybrid pacing"). Evidence is not asked for; caps and waiting
/// days hold. `None` if no unit opens.
pub fn carried(
    history: &History,
    policy: &Policy,
    board: &Board,
    seed: Seed,
    day: Day,
) -> Option<Issue> {
    let (_, before) = policy.opening(day)?;
    let mut issue = Issue::default();
    let mut chooser = Chooser::new(history, policy.fresh, seed);
    for (student, row) in board.students.iter().zip(&board.cells) {
        let mut wanted: Vec<Wanted> = Vec::new();
        for (standard, cell) in board.standards.iter().zip(row) {
            if !before.standards.contains(standard) || cell.status == Status::Mastered {
                continue;
            }
            let standing = cell.standing(true, wanted.len());
            let found = policy.obstacles(standard, &standing, day, day);
            if found.is_empty() {
                wanted.push(Wanted {
                    standard: standard.clone(),
                    requests: Vec::new(),
                });
            } else if cell.status == Status::NotYet {
                let missed = Missed::Obstacles(found);
                issue.missed.push((*student, standard.clone(), missed));
            }
        }
        issue.add(history, &mut chooser, *student, wanted);
    }
    Some(issue)
}

impl Issue {
    fn add(
        &mut self,
        history: &History,
        chooser: &mut Chooser<'_>,
        student: usize,
        mut wanted: Vec<Wanted>,
    ) {
        let chosen = loop {
            let standards: Vec<&str> = wanted.iter().map(|own| own.standard.as_str()).collect();
            match chooser.packet(student, &standards) {
                Ok(chosen) => break chosen,
                Err(short) => {
                    wanted.retain(|own| short.iter().all(|one| one.standard != own.standard));
                    let missed = short.into_iter();
                    self.missed.extend(
                        missed.map(|one| (student, one.standard.clone(), Missed::Short(one))),
                    );
                }
            }
        };
        if chosen.is_empty() {
            return;
        }
        let forms = chosen.into_iter().map(|form| {
            let counts = |own: &&Wanted| history.standards_of(form).any(|id| id == own.standard);
            let answered = wanted.iter().filter(counts);
            let keys = answered.flat_map(|own| own.requests.iter().copied());
            (form, keys.collect())
        });
        self.packets.push(Planned {
            student,
            forms: forms.collect(),
        });
    }
}

impl Planned {
    /// What the ledger keeps of it.
    pub fn packet(&self, history: &History) -> Packet {
        let forms = self.forms.iter();
        Packet {
            student: history.students[self.student].id.clone(),
            forms: forms
                .map(|(form, keys)| (history.forms[*form].id, keys.clone()))
                .collect(),
        }
    }
}
