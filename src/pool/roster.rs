//! Rosters: OneRoster `users.csv`, or a plain table of id, name and section.

use std::collections::HashMap;
use std::fmt;

use crate::bank::csv::{Cell, Table};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, suggest};
use crate::pool::entry::Enrolled;
use crate::pool::history::History;

/// Everybody in a class. The only place where names are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    students: Vec<Listed>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Listed {
    id: String,
    name: String,
    section: Option<String>,
}

/// Where a table has what is needed.
struct Columns {
    id: usize,
    name: Option<usize>,
    given: Option<usize>,
    family: Option<usize>,
    section: Option<usize>,
    status: Option<usize>,
    role: Option<usize>,
}

/// The longest id, and the longest name.
const LONGEST: usize = 200;

impl Roster {
    /// Reads a table. Everybody is put into `section` if it is given. `None` when a mistake is
    /// reported; then nothing of the table counts.
    ///
    /// A OneRoster table (1EdTech, OneRoster 1.1 and 1.2 CSV binding) has `sourcedId`, `givenName`
    /// and `familyName`; only rows with the role `student` count, and none with the status
    /// `tobedeleted` or with `enabledUser` false.
    pub fn read(
        table: &Table,
        section: Option<&str>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let columns = Columns::of(table, diagnostics)?;
        let (mut students, mut failed) = (Vec::<Listed>::new(), false);
        let mut first: HashMap<&str, &Cell> = HashMap::new();
        for row in &table.rows {
            if !columns.is_student(row) {
                continue;
            }
            let cell = &row[columns.id];
            let found = match checked(cell, &first) {
                Ok(()) => columns.listed(row, section),
                Err(error) => Err(error),
            };
            match found {
                Ok(student) => {
                    first.insert(cell.text.trim(), cell);
                    students.push(student);
                }
                Err(error) => {
                    diagnostics.push(error);
                    failed = true;
                }
            }
        }
        if students.is_empty() && !failed {
            let message = "this roster has no students";
            let help = "importing it would make everybody inactive; nothing was imported";
            let span = table.columns.first().map(|cell| cell.span);
            diagnostics.push(Diagnostic::error(Code::BadRow, span, message).help(help));
            return None;
        }
        (!failed).then_some(Self { students })
    }

    /// Everybody, without names.
    pub fn enrolled(&self) -> Vec<Enrolled> {
        let enrolled = |student: &Listed| Enrolled {
            id: student.id.clone(),
            section: student.section.clone(),
        };
        self.students.iter().map(enrolled).collect()
    }

    /// The names by ids, of those who have one.
    pub fn names(&self) -> Vec<(String, String)> {
        let named = self.students.iter().filter(|s| !s.name.is_empty());
        named.map(|s| (s.id.clone(), s.name.clone())).collect()
    }
}

fn checked(cell: &Cell, first: &HashMap<&str, &Cell>) -> Result<(), Diagnostic> {
    let fail = |message: String| Diagnostic::error(Code::BadRow, cell.span, message);
    let id = cell.text.trim();
    if id.is_empty() {
        return Err(fail("this student has no id".to_owned())
            .help("students are known by their ids, never by their names"));
    }
    if id.chars().count() > LONGEST || id.chars().any(char::is_control) {
        return Err(fail("this is no id of a student".to_owned())
            .help("an id is one line of at most 200 characters"));
    }
    match first.get(id) {
        Some(twin) => Err(fail(format!("two students have the id `{id}`"))
            .label(twin.span, "the first one stands here")
            .help("give each student an id of their own, or remove one row")),
        None => Ok(()),
    }
}

impl Columns {
    fn of(table: &Table, diagnostics: &mut Diagnostics) -> Option<Self> {
        let find = |names: &[&str]| {
            let is_meant = |cell: &Cell| {
                let text = cell.text.trim();
                names.iter().any(|name| text.eq_ignore_ascii_case(name))
            };
            table.columns.iter().position(is_meant)
        };
        let Some(id) = find(&["id", "sourcedId", "student", "student id", "student_id"]) else {
            let first = table.columns.first();
            let names = table.columns.iter().map(|cell| &*cell.text);
            let near = names
                .filter_map(|name| suggest::did_you_mean(name, ["id", "sourcedId"]))
                .next();
            let help = match near {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "name a column `id`, as in `id,name,section`, or `sourcedId` as in OneRoster's users.csv".to_owned(),
            };
            let message = "this roster has no column of ids";
            let error = Diagnostic::error(Code::BadRow, first.map(|cell| cell.span), message);
            diagnostics.push(error.help(help));
            return None;
        };
        let columns = Self {
            id,
            name: find(&["name"]),
            given: find(&["givenName"]),
            family: find(&["familyName"]),
            section: find(&["section", "class", "grades", "grade"]),
            status: find(&["status"]),
            role: find(&["role"]),
        };
        let named = columns.name.or(columns.given).or(columns.family);
        let missing = [("name", named), ("section", columns.section)];
        let missing = missing.iter().filter(|(_, found)| found.is_none());
        let missing: Vec<&str> = missing.map(|(name, _)| *name).collect();
        // A table of the office has many columns, but none that is called nearly so.
        for cell in &table.columns {
            let meant = suggest::did_you_mean(cell.text.trim(), missing.iter().copied());
            if let Some(meant) = meant {
                let message = format!("a roster has no column `{}`", cell.text);
                let error = Diagnostic::error(Code::BadRow, cell.span, message);
                diagnostics.push(error.help(format!("did you mean `{meant}`?")));
                return None;
            }
        }
        Some(columns)
    }

    /// Whether a row is about a student who is here.
    fn is_student(&self, row: &[Cell]) -> bool {
        let says = |column: Option<usize>, word: &str| {
            column.is_some_and(|at| row[at].text.eq_ignore_ascii_case(word))
        };
        !says(self.status, "tobedeleted") && self.role.is_none_or(|_| says(self.role, "student"))
    }

    fn listed(&self, row: &[Cell], section: Option<&str>) -> Result<Listed, Diagnostic> {
        let text = |column: Option<usize>| column.map_or("", |at| row[at].text.trim());
        let name = match text(self.name) {
            "" => format!("{} {}", text(self.given), text(self.family)),
            name => name.to_owned(),
        };
        let at = self.name.or(self.given).unwrap_or(self.id);
        if name.chars().count() > LONGEST || name.chars().any(char::is_control) {
            let message = "this is no name of a student";
            return Err(Diagnostic::error(Code::BadRow, row[at].span, message)
                .help("a name is one line of at most 200 characters"));
        }
        let own = Some(text(self.section)).filter(|section| !section.is_empty());
        Ok(Listed {
            id: row[self.id].text.trim().to_owned(),
            name: name.trim().to_owned(),
            section: section.or(own).map(str::to_owned),
        })
    }
}

/// What a roster changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// How many are in it.
    pub all: usize,
    /// How many were never on a roster.
    pub new: usize,
    /// How many come back.
    pub back: usize,
    /// How many are inactive from now on.
    pub gone: usize,
}

impl Change {
    /// The difference that `roster` makes to the students of a pool.
    pub fn of(history: &History, roster: &Roster) -> Self {
        let known = |student: &&Listed| history.student(&student.id).is_some();
        let active = |student: &&Listed| {
            let at = history.student(&student.id);
            at.is_some_and(|at| history.students[at].active)
        };
        let all = roster.students.len();
        let known = roster.students.iter().filter(known).count();
        let stay = roster.students.iter().filter(active).count();
        let before = history.students.iter().filter(|s| s.active).count();
        Self {
            all,
            new: all - known,
            back: known - stay,
            gone: before - stay,
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let students = if self.all == 1 { "student" } else { "students" };
        write!(f, "{} {students}", self.all)?;
        let parts = [
            (self.new, "new"),
            (self.back, "back"),
            (self.gone, "inactive from now on"),
        ];
        for (count, what) in parts.into_iter().filter(|(count, _)| *count > 0) {
            write!(f, ", {count} {what}")?;
        }
        Ok(())
    }
}
