//! Everything in a pool as tables, for spreadsheets and other programs.
//!
//! For others, students are numbered anew, sections too, and everything that somebody wrote in
//! words is left out: a name may stand in any of it.

use std::collections::HashMap;

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::pool::entry::{Answered, Gave};
use crate::pool::history::{Attempt, Handed, History};
use crate::pool::policy::Policy;

/// A table: its name, its columns, its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The name of its file, without an ending.
    pub name: &'static str,
    /// The columns.
    pub columns: &'static [&'static str],
    /// The rows, each as long as the columns.
    pub rows: Vec<Vec<String>>,
}

/// For whom tables are made.
#[derive(Debug, Clone)]
pub enum Reader {
    /// The teacher: names by ids.
    Teacher(HashMap<String, String>),
    /// Others: what the numbers of students are mixed with, so that nobody works them out.
    Others(String),
}

/// How students and sections are called in tables.
struct Called<'a> {
    reader: &'a Reader,
    /// For others, by the place of the student.
    numbers: Vec<String>,
    sections: Vec<&'a str>,
}

impl<'a> Called<'a> {
    fn of(history: &'a History, reader: &'a Reader) -> Self {
        let mut order: Vec<(Vec<u8>, usize)> = Vec::new();
        if let Reader::Others(salt) = reader {
            let mix = |id: &str| Sha256::digest(format!("{salt}\0{id}")).to_vec();
            let students = history.students.iter().enumerate();
            order = students
                .map(|(at, student)| (mix(&student.id), at))
                .collect();
            order.sort();
        }
        let mut numbers = vec![String::new(); history.students.len()];
        for (number, (_, at)) in order.iter().enumerate() {
            numbers[*at] = format!("student-{}", number + 1);
        }
        let mut sections: Vec<&str> = history
            .students
            .iter()
            .filter_map(|student| student.section.as_deref())
            .collect();
        sections.sort_unstable();
        sections.dedup();
        Self {
            reader,
            numbers,
            sections,
        }
    }

    fn student(&self, history: &History, at: usize) -> String {
        match self.reader {
            Reader::Teacher(_) => history.students[at].id.clone(),
            Reader::Others(_) => self.numbers[at].clone(),
        }
    }

    fn section(&self, section: Option<&str>) -> String {
        let Some(section) = section else {
            return String::new();
        };
        match self.reader {
            Reader::Teacher(_) => section.to_owned(),
            Reader::Others(_) => {
                let at = self.sections.binary_search(&section).map_or(0, |at| at + 1);
                format!("section-{at}")
            }
        }
    }

    fn name(&self, id: &str) -> String {
        match self.reader {
            Reader::Teacher(names) => names.get(id).cloned().unwrap_or_default(),
            Reader::Others(_) => String::new(),
        }
    }

    /// A result; what a student wrote is for the teacher alone.
    fn gave(&self, answered: &Answered) -> String {
        match (&answered.gave, self.reader) {
            (Gave::Wrote(_), Reader::Others(_)) => "wrong".to_owned(),
            _ => gave(answered),
        }
    }

    /// What somebody wrote.
    fn words(&self, words: &str) -> String {
        match self.reader {
            Reader::Teacher(_) => words.to_owned(),
            Reader::Others(_) => String::new(),
        }
    }
}

/// All tables of a pool.
pub fn sheets(history: &History, policy: &Policy, reader: &Reader) -> Vec<Sheet> {
    let called = Called::of(history, reader);
    let mut sheets = vec![
        students(history, &called),
        forms(history),
        attempts(history, &called),
        marks(history, &called),
        results(history, policy, &called),
        requests(history, &called),
    ];
    if let Reader::Others(_) = reader {
        // In the order of the roster, rows would give the numbers away.
        for sheet in sheets.iter_mut().filter(|sheet| sheet.name != "forms") {
            sheet.rows.sort();
        }
    }
    sheets
}

fn students(history: &History, called: &Called<'_>) -> Sheet {
    let students = history.students.iter().enumerate();
    let rows = students.map(|(at, student)| {
        vec![
            called.student(history, at),
            called.name(&student.id),
            called.section(student.section.as_deref()),
            yes(student.active),
        ]
    });
    Sheet {
        name: "students",
        columns: &["student", "name", "section", "active"],
        rows: rows.collect(),
    }
}

fn forms(history: &History) -> Sheet {
    let rows = history.forms.iter().enumerate().map(|(at, form)| {
        let (set, standards) = (history.set_of(at), history.standards_of(at));
        let corrected_by = form.corrected_by.map(|by| history.forms[by].id.to_string());
        vec![
            form.id.to_string(),
            set.purpose.name().to_owned(),
            set.folder.clone(),
            standards.collect::<Vec<_>>().join(" "),
            set.slots.len().to_string(),
            yes(form.exposed.is_some()),
            yes(!form.recalled.is_empty()),
            corrected_by.unwrap_or_default(),
        ]
    });
    Sheet {
        name: "forms",
        columns: &[
            "form",
            "purpose",
            "folder",
            "standards",
            "items",
            "exposed",
            "recalled",
            "corrected_by",
        ],
        rows: rows.collect(),
    }
}

fn attempts(history: &History, called: &Called<'_>) -> Sheet {
    let rows = history.attempts.iter().map(|attempt| {
        let how = match attempt.handed {
            Handed::Sitting => "sitting",
            Handed::Packet => "packet",
        };
        let [student, form] = who(history, called, attempt);
        let sat_on = attempt.sat_on.map(|day| day.to_string());
        let handed_on = attempt.handed_on.to_string();
        vec![
            student,
            form,
            how.to_owned(),
            handed_on,
            sat_on.unwrap_or_default(),
        ]
    });
    Sheet {
        name: "attempts",
        columns: &["student", "form", "how", "handed_on", "sat_on"],
        rows: rows.collect(),
    }
}

fn marks(history: &History, called: &Called<'_>) -> Sheet {
    let rows = history.attempts.iter().flat_map(|attempt| {
        let set = history.set_of(attempt.form);
        let added = history.added(attempt.form);
        attempt.items.iter().map(move |(_, answered)| {
            let [student, form] = who(history, called, attempt);
            let place = answered.item as usize - 1;
            let model = &set.models[added.items[place].model];
            vec![
                student,
                form,
                answered.item.to_string(),
                model.clone(),
                set.standards[set.slots[place].1].id.clone(),
                called.gave(answered),
                answered.points.to_string(),
                answered.slip.as_deref().unwrap_or_default().to_owned(),
            ]
        })
    });
    Sheet {
        name: "marks",
        columns: &[
            "student",
            "form",
            "item",
            "model",
            "standard",
            "result",
            "points",
            "misconception",
        ],
        rows: rows.collect(),
    }
}

fn results(history: &History, policy: &Policy, called: &Called<'_>) -> Sheet {
    let marked = history
        .attempts
        .iter()
        .filter(|attempt| attempt.is_marked());
    let rows = marked.flat_map(|attempt| {
        let standards = history.set_of(attempt.form).standards.iter().enumerate();
        standards.filter_map(move |(place, standard)| {
            let cut = policy.cut(&standard.id, standard.cut);
            let outcome = history.outcome(attempt, place)?.by_cut(cut);
            let [student, form] = who(history, called, attempt);
            Some(vec![
                student,
                form,
                standard.id.clone(),
                outcome.earned.to_string(),
                outcome.possible.to_string(),
                outcome.needed.to_string(),
                outcome.is_mastered().map(yes).unwrap_or_default(),
            ])
        })
    });
    Sheet {
        name: "results",
        columns: &[
            "student", "form", "standard", "earned", "possible", "needed", "mastered",
        ],
        rows: rows.collect(),
    }
}

fn requests(history: &History, called: &Called<'_>) -> Sheet {
    let rows = history.requests.iter().map(|asked| {
        let request = &asked.request;
        let decision = asked.decision.as_ref().map(|(_, decision)| decision);
        let granted = decision.map(|decision| yes(decision.granted));
        let student = history.student(&request.student);
        vec![
            student.map_or_else(String::new, |at| called.student(history, at)),
            request.standard.clone(),
            request.day.to_string(),
            called.words(&request.evidence),
            granted.unwrap_or_default(),
            decision.map_or_else(String::new, |decision| called.words(&decision.reason)),
        ]
    });
    Sheet {
        name: "requests",
        columns: &[
            "student", "standard", "day", "evidence", "granted", "reason",
        ],
        rows: rows.collect(),
    }
}

fn who(history: &History, called: &Called<'_>, attempt: &Attempt) -> [String; 2] {
    let form = history.forms[attempt.form].id.to_string();
    [called.student(history, attempt.student), form]
}

fn yes(is: bool) -> String {
    if is { "yes" } else { "no" }.to_owned()
}

/// A result as it can be imported again.
fn gave(answered: &Answered) -> String {
    match &answered.gave {
        Gave::Right => "right".to_owned(),
        Gave::Wrong => "wrong".to_owned(),
        Gave::Blank => "blank".to_owned(),
        Gave::Option(letter) => letter.to_string(),
        Gave::Points => answered.points.to_string(),
        Gave::Wrote(text) => format!("x {text}"),
        Gave::Levels(levels) => {
            let levels: Vec<String> = levels.iter().map(u32::to_string).collect();
            levels.join(" ")
        }
    }
}

impl Sheet {
    /// The table as CSV (RFC 4180). A text that a spreadsheet would take for a formula has an
    /// apostrophe before it.
    pub fn csv(&self) -> String {
        let mut text = String::new();
        let head = self
            .columns
            .iter()
            .map(|column| (*column).to_owned())
            .collect();
        for row in std::iter::once(&head).chain(&self.rows) {
            let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
            text.push_str(&cells.join(","));
            text.push('\n');
        }
        text
    }

    /// The table as a list of objects.
    pub fn json(&self) -> Value {
        let object = |row: &Vec<String>| {
            let cells = self.columns.iter().zip(row);
            let cells = cells.map(|(column, cell)| ((*column).to_owned(), json!(cell)));
            Value::Object(cells.collect::<Map<String, Value>>())
        };
        self.rows.iter().map(object).collect()
    }
}

fn quoted(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell = match is_formula {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    };
    match cell.contains([',', '"', '\n', '\r', ';', '\t', ' ']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell,
    }
}
