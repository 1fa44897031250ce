//! Who works on what next: groups for correctives and extensions, reminders, and what is left.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::pool::board::{Board, Status};
use crate::pool::day::Day;
use crate::pool::entry::Answered;
use crate::pool::history::History;
use crate::pool::policy::{Pace, Policy};

/// Students who need the same help with a standard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The standard.
    pub standard: String,
    /// The misconception that their wrong answers betray; none where none is known.
    pub slip: Option<String>,
    /// The places of the students.
    pub students: Vec<usize>,
}

/// A student who could try again and has not asked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// The place of the student.
    pub student: usize,
    /// Standards, each with the day of the last try and the last day for requests.
    pub standards: Vec<(String, Day, Option<Day>)>,
}

/// What is left of a standard's forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supply {
    /// The standard.
    pub standard: String,
    /// How many forms may be handed out.
    pub forms: usize,
    /// The fewest of them that a student who is not there yet has not had; all if there is no such student.
    pub fewest: usize,
    /// How many students have had all of them and are not there yet.
    pub without: usize,
}

/// For each standard the students who are not there yet, by the misconception that their last
/// wrong answers betray most often; among equally frequent ones by the one that more of the others
/// share. So everybody is in one group a standard, and groups are few.
pub fn correctives(history: &History, board: &Board) -> Vec<Group> {
    let mut groups = Vec::new();
    for (column, standard) in board.standards.iter().enumerate() {
        let here = board.students.iter().zip(&board.cells);
        let not_yet = here.filter(|(_, row)| row[column].status == Status::NotYet);
        let slips: Vec<(usize, BTreeMap<&str, usize>)> = not_yet
            .map(|(student, row)| (*student, slips(history, row[column].attempt, standard)))
            .collect();
        let mut shared: BTreeMap<&str, usize> = BTreeMap::new();
        for slip in slips.iter().flat_map(|(_, own)| own.keys()) {
            *shared.entry(slip).or_default() += 1;
        }
        let mut by_slip: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
        for (student, own) in &slips {
            let most = own.iter().max_by_key(|(slip, count)| {
                (**count, shared.get(*slip), std::cmp::Reverse(**slip))
            });
            let slip = most.map(|(slip, _)| *slip);
            by_slip.entry(slip).or_default().push(*student);
        }
        let mut found: Vec<Group> = by_slip
            .into_iter()
            .map(|(slip, students)| Group {
                standard: standard.clone(),
                slip: slip.map(str::to_owned),
                students,
            })
            .collect();
        // The largest first, and those of whom nothing is known last.
        found.sort_by_key(|group| {
            (
                group.slip.is_none(),
                std::cmp::Reverse(group.students.len()),
            )
        });
        groups.extend(found);
    }
    groups
}

/// How often each misconception shows in the marks of an attempt on a standard.
fn slips<'h>(
    history: &'h History,
    attempt: Option<usize>,
    standard: &str,
) -> BTreeMap<&'h str, usize> {
    let mut found = BTreeMap::new();
    let attempt = attempt.and_then(|at| history.attempts.get(at));
    let Some((attempt, of)) = attempt.and_then(|attempt| {
        let of = history.place_of(attempt.form, standard)?;
        Some((attempt, of))
    }) else {
        return found;
    };
    let slots = &history.set_of(attempt.form).slots;
    let counts = |(item, _): &(&u32, &Answered)| {
        let slot = slots.get((**item as usize).wrapping_sub(1));
        slot.is_some_and(|(_, own)| *own == of)
    };
    for (_, answered) in attempt.items.iter().filter(counts) {
        if let Some(slip) = &answered.slip {
            *found.entry(&**slip).or_default() += 1;
        }
    }
    found
}

/// For each standard the students who have shown it.
pub fn extensions(board: &Board) -> Vec<Group> {
    let columns = board.standards.iter().enumerate();
    let groups = columns.map(|(column, standard)| {
        let here = board.students.iter().zip(&board.cells);
        let met = here.filter(|(_, row)| row[column].status == Status::Mastered);
        Group {
            standard: standard.clone(),
            slip: None,
            students: met.map(|(student, _)| *student).collect(),
        }
    });
    groups.filter(|group| !group.students.is_empty()).collect()
}

/// Requests that are neither refused nor answered: student and standard.
pub fn open_requests(history: &History) -> HashSet<(usize, &str)> {
    let open = history.requests.iter().filter(|request| {
        let refused = request
            .decision
            .as_ref()
            .is_some_and(|(_, decision)| !decision.granted);
        !refused && request.answered_by.is_none()
    });
    open.filter_map(|request| {
        let student = history.student(&request.request.student)?;
        Some((student, request.request.standard.as_str()))
    })
    .collect()
}

/// Students with standards that they could try again on `day` or a little later and have not asked for.
pub fn reminders(history: &History, policy: &Policy, board: &Board, day: Day) -> Vec<Reminder> {
    let asked = open_requests(history);
    let rows = board.students.iter().zip(&board.cells);
    let found = rows.map(|(student, row)| {
        let cells = board.standards.iter().zip(row);
        let standards = cells.filter_map(|(standard, cell)| {
            let last = cell.last.filter(|_| cell.status == Status::NotYet)?;
            let left = policy.attempts.is_none_or(|most| cell.tries < most);
            let in_time = matches!(policy.pace(standard, day), Pace::Open | Pace::Carried(_));
            let wanted = left && in_time && !asked.contains(&(*student, standard.as_str()));
            wanted.then(|| (standard.clone(), last, policy.last_day(standard)))
        });
        Reminder {
            student: *student,
            standards: standards.collect(),
        }
    });
    found.filter(|one| !one.standards.is_empty()).collect()
}

/// What is left of each standard of the board.
pub fn supply(history: &History, board: &Board) -> Vec<Supply> {
    let sound: BTreeSet<usize> = (0..history.forms.len())
        .filter(|form| history.is_sound(*form))
        .collect();
    let by_standard = history.standards();
    let columns: Vec<Vec<usize>> = board
        .standards
        .iter()
        .map(|standard| {
            let forms = by_standard.get(standard.as_str()).into_iter().flatten();
            forms.copied().filter(|form| sound.contains(form)).collect()
        })
        .collect();
    // Each form with the columns it counts for.
    let mut counts: Vec<Vec<usize>> = vec![Vec::new(); history.forms.len()];
    for (column, forms) in columns.iter().enumerate() {
        forms.iter().for_each(|form| counts[*form].push(column));
    }
    let mut found: Vec<Supply> = board
        .standards
        .iter()
        .zip(&columns)
        .map(|(standard, forms)| Supply {
            standard: standard.clone(),
            forms: forms.len(),
            fewest: forms.len(),
            without: 0,
        })
        .collect();
    for (student, row) in board.students.iter().zip(&board.cells) {
        let mut had = vec![0; columns.len()];
        for attempt in history.attempts_of(*student) {
            counts[attempt.form]
                .iter()
                .for_each(|column| had[*column] += 1);
        }
        for ((one, cell), had) in found.iter_mut().zip(row).zip(had) {
            if cell.status != Status::Mastered {
                one.fewest = one.fewest.min(one.forms - had);
                one.without += usize::from(one.forms == had);
            }
        }
    }
    found
}
