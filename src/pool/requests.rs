//! Requests to reassess: read from a table, and decided by the policy.

use std::collections::{BTreeMap, HashSet};

use crate::bank::csv::{Cell as TableCell, Table};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, suggest};
use crate::pool::board::Board;
use crate::pool::day::Day;
use crate::pool::eligible::Obstacle;
use crate::pool::entry::{Decision, Request};
use crate::pool::history::{History, PoolRequest};
use crate::pool::policy::Policy;

/// The columns of a table of requests.
const COLUMNS: [&str; 4] = ["student", "standard", "evidence", "date"];

/// Reads a table with the columns `student`, `standard`, `evidence` and `date`; the last two may
/// be left out. `None` when a mistake is reported; then nothing of the table counts.
pub fn read(
    table: &Table,
    history: &History,
    today: Day,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<Request>> {
    let mut failed = false;
    for cell in &table.columns {
        if !COLUMNS.iter().any(|name| is_called(cell, name)) {
            let message = format!("requests have no column `{}`", cell.text);
            let help = match suggest::help(&cell.text, COLUMNS) {
                help if help.is_empty() => format!("possible: {}", suggest::listed(&COLUMNS)),
                help => help,
            };
            diagnostics.push(Diagnostic::error(Code::BadRow, cell.span, message).help(help));
            failed = true;
        }
    }
    let column = |name: &str| table.columns.iter().position(|cell| is_called(cell, name));
    for name in &COLUMNS[..2] {
        if column(name).is_none() && !failed {
            let first = table.columns.first().map(|cell| cell.span);
            let message = format!("requests need a column `{name}`");
            let help = "write `student,standard,evidence,date` in the first row";
            diagnostics.push(Diagnostic::error(Code::BadRow, first, message).help(help));
            failed = true;
        }
    }
    let (Some(student), Some(standard)) = (column("student"), column("standard")) else {
        return None;
    };
    let reader = Reader {
        history,
        standards: history.standards().into_keys().collect(),
        today,
    };
    let (mut requests, mut seen) = (Vec::new(), HashSet::new());
    for row in &table.rows {
        let [student, standard] = [&row[student], &row[standard]];
        let cell = |name| column(name).map(|at| &row[at]);
        let read = reader.request([student, standard], cell("evidence"), cell("date"));
        let twice = !seen.insert((student.text.trim(), standard.text.trim()));
        match read {
            Ok(_) if twice => {
                let message = format!("`{}` asks twice for this standard", student.text);
                let error = Diagnostic::error(Code::BadRow, standard.span, message);
                diagnostics.push(error.help("take one of the two rows away"));
                failed = true;
            }
            Ok(request) => requests.push(request),
            Err(errors) => {
                errors.into_iter().for_each(|error| diagnostics.push(error));
                failed = true;
            }
        }
    }
    (!failed).then_some(requests)
}

/// Spreadsheets like to begin names of columns with capitals.
fn is_called(cell: &TableCell, name: &str) -> bool {
    cell.text.trim().eq_ignore_ascii_case(name)
}

struct Reader<'a> {
    history: &'a History,
    standards: Vec<&'a str>,
    today: Day,
}

impl Reader<'_> {
    fn request(
        &self,
        [student, standard]: [&TableCell; 2],
        evidence: Option<&TableCell>,
        date: Option<&TableCell>,
    ) -> Result<Request, Vec<Diagnostic>> {
        let mut errors = Vec::new();
        let id = student.text.trim();
        if self.history.student(id).is_none() {
            let ids = self.history.students.iter().map(|student| &*student.id);
            let message = format!("there is no student `{id}`");
            let error = Diagnostic::error(Code::BadRow, student.span, message);
            errors.push(error.help(suggest::help(id, ids)));
        }
        let asked = standard.text.trim();
        if !self.standards.contains(&asked) {
            let message = format!("the pool has no forms of `{asked}`");
            let help = match suggest::help(asked, self.standards.iter().copied()) {
                help if help.is_empty() => "make them by `isoform pool make`".to_owned(),
                help => help,
            };
            errors.push(Diagnostic::error(Code::BadRow, standard.span, message).help(help));
        }
        let day = match date.filter(|date| !date.text.trim().is_empty()) {
            None => Ok(self.today),
            Some(date) => self.day(date),
        };
        let day = day.map_err(|error| errors.push(error)).ok();
        match day.filter(|_| errors.is_empty()) {
            None => Err(errors),
            Some(day) => Ok(Request {
                student: id.to_owned(),
                standard: asked.to_owned(),
                evidence: evidence.map_or("", |cell| cell.text.trim()).to_owned(),
                day,
            }),
        }
    }

    fn day(&self, cell: &TableCell) -> Result<Day, Diagnostic> {
        let fail = |message: String| Diagnostic::error(Code::BadRow, cell.span, message);
        let day: Day = cell.text.trim().parse().map_err(|why| {
            fail(format!("`{}`: {why}", cell.text)).help("write the day as 2026-09-14")
        })?;
        if day > self.today {
            let message = format!("this request is of {day}, and today is {}", self.today);
            return Err(fail(message).help("correct the date, or say what day it is by `--on`"));
        }
        Ok(day)
    }
}

/// A request with what stands in its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewed {
    /// The entry of the request, and its place in it.
    pub key: (u64, usize),
    /// The place of the student.
    pub student: usize,
    /// The standard.
    pub standard: String,
    /// What stands in its way; nothing if it is granted.
    pub obstacles: Vec<Obstacle>,
}

impl Reviewed {
    /// What the ledger keeps of it.
    pub fn decision(&self) -> Decision {
        let reasons: Vec<String> = self.obstacles.iter().map(Obstacle::to_string).collect();
        Decision {
            request: self.key,
            granted: reasons.is_empty(),
            reason: if reasons.is_empty() {
                "eligible".to_owned()
            } else {
                reasons.join("; ")
            },
        }
    }
}

/// What is granted and not yet issued, by student.
pub fn granted(history: &History) -> BTreeMap<usize, Vec<&PoolRequest>> {
    let mut found: BTreeMap<usize, Vec<&PoolRequest>> = BTreeMap::new();
    for request in &history.requests {
        let decision = request.decision.as_ref();
        let is_granted = decision.is_some_and(|(_, decision)| decision.granted);
        let student = history.student(&request.request.student);
        if let Some(student) = student.filter(|_| is_granted && request.answered_by.is_none()) {
            found.entry(student).or_default().push(request);
        }
    }
    found
}

/// Decides every request that was not decided yet, in the order they came.
pub fn review(history: &History, policy: &Policy, board: &Board, day: Day) -> Vec<Reviewed> {
    let mut open: BTreeMap<usize, Vec<String>> = granted(history)
        .into_iter()
        .map(|(student, requests)| {
            let standards = requests.iter().map(|open| open.request.standard.clone());
            (student, standards.collect())
        })
        .collect();
    let undecided = history.requests.iter().filter(|one| one.decision.is_none());
    let mut reviewed = Vec::new();
    for request in undecided {
        let asked = &request.request;
        let Some(student) = history.student(&asked.student) else {
            continue;
        };
        let own = open.entry(student).or_default();
        let obstacles = if own.contains(&asked.standard) {
            vec![Obstacle::Twice]
        } else {
            obstacles(policy, board, (student, asked), own.len(), day)
        };
        if obstacles.is_empty() {
            own.push(asked.standard.clone());
        }
        reviewed.push(Reviewed {
            key: request.key,
            student,
            standard: asked.standard.clone(),
            obstacles,
        });
    }
    reviewed
}

/// What stands in the way of a request of a student who has `granted` others.
pub fn obstacles(
    policy: &Policy,
    board: &Board,
    (student, request): (usize, &Request),
    granted: usize,
    day: Day,
) -> Vec<Obstacle> {
    if board.students.binary_search(&student).is_err() {
        return vec![Obstacle::Inactive];
    }
    let Some(cell) = board.cell(student, &request.standard) else {
        return vec![Obstacle::Unknown];
    };
    let standing = cell.standing(!request.evidence.is_empty(), granted);
    policy.obstacles(&request.standard, &standing, request.day, day)
}
