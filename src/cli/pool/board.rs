//! `isoform pool board`: who stands where, who works on what, and what is left.

use std::collections::{BTreeMap, HashMap};

use crate::cli::Ending;
use crate::cli::pool::arguments::{Board as Asked, Pool};
use crate::cli::pool::form::known_section;
use crate::cli::pool::open::Opened;
use crate::cli::pool::paper::{Paperwork, in_class_order, texts, write_page};
use crate::cli::pool::{Done, policy};
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::form::record::StandardRecord;
use crate::pool::board::{Board, Cell, Status, View};
use crate::pool::groups::{Group, correctives, extensions, reminders, supply};
use crate::pool::history::History;
use crate::pool::policy::Policy;
use crate::render::view::{
    BoardCellView, BoardRowView, BoardStandardView, BoardView, CorrectiveTaskView, GroupView,
    ReminderView,
};

pub fn board(verb: &Asked, options: &Pool, terminal: &Terminal) -> Done {
    let policy = policy::read(&options.pool)?;
    let pool = Opened::look(options)?;
    known(&pool.history, verb)?;
    let view = View {
        section: verb.section.as_deref(),
        standards: &verb.standards,
        inactive: false,
    };
    let mut board = Board::of(&pool.history, &policy, &view);
    if board.students.is_empty() || board.standards.is_empty() {
        let message = "there is nothing on the board yet";
        let help =
            "it needs a roster (`isoform pool roster import`) and forms (`isoform pool make`)";
        return Err(Diagnostic::error(Code::NotNow, None, message)
            .help(help)
            .into());
    }
    if let Some(file) = &verb.csv {
        write_page(file, &csv(&pool.history, &board))?;
        terminal.say(&format!("{} has the board, by ids", file.display()));
        return Ok(Ending::Done);
    }
    let names = pool.names()?;
    if verb.html {
        let paperwork = Paperwork::new(&policy, &pool)?;
        let texts = texts(&pool, &board.standards)?;
        let maker = Maker {
            pool: &pool,
            policy: &policy,
            board: &board,
            names: &names,
            texts: &texts,
        };
        let text = paperwork.page("board.html", "board", &maker.view())?;
        write_page(&pool.folder.join("board.html"), &text)?;
        terminal.say("board.html is to be printed, on paper turned sideways");
        return Ok(Ending::Done);
    }
    sort(&pool.history, &names, &mut board);
    table(&pool.history, &board, terminal);
    lists(&pool, &policy, &board, terminal);
    Ok(Ending::Done)
}

/// A board of a section or standard that is not there would be empty, and seem to say something.
fn known(history: &History, verb: &Asked) -> Result<(), Diagnostic> {
    let standards = history.standards();
    if let Some(id) = verb
        .standards
        .iter()
        .find(|id| !standards.contains_key(id.as_str()))
    {
        let message = format!("the pool has no forms of `{id}`");
        let help = suggest::help(id, standards.keys().copied());
        return Err(Diagnostic::error(Code::UnknownStandard, None, message).help(help));
    }
    known_section(history, verb.section.as_deref())
}

fn sort(history: &History, names: &HashMap<String, String>, board: &mut Board) {
    let mut order = board.students.clone();
    in_class_order(history, names, &mut order);
    let rows: HashMap<usize, Vec<Cell>> = board
        .students
        .drain(..)
        .zip(board.cells.drain(..))
        .collect();
    let mut rows = rows;
    board.cells = order
        .iter()
        .filter_map(|student| rows.remove(student))
        .collect();
    board.students = order;
}

/// The name of a status in tables.
fn name(status: Status) -> &'static str {
    match status {
        Status::Mastered => "mastered",
        Status::NotYet => "not yet",
        Status::Waiting => "waiting",
        Status::Untried => "not tried",
    }
}

fn table(history: &History, board: &Board, terminal: &Terminal) {
    let widths: Vec<usize> = board
        .standards
        .iter()
        .map(|id| id.chars().count().max(9))
        .collect();
    let ids = board
        .students
        .iter()
        .map(|at| history.students[*at].id.chars().count());
    let wide = ids.max().unwrap_or(0).max("student".len());
    let cells = |cells: Vec<&str>| {
        let padded = cells
            .iter()
            .zip(&widths)
            .map(|(cell, width)| format!("  {cell:<width$}"));
        padded.collect::<String>()
    };
    let line = |head: &str, row: Vec<&str>| {
        let text = format!("{head:<wide$}{}", cells(row));
        terminal.say(text.trim_end());
    };
    line(
        "student",
        board.standards.iter().map(String::as_str).collect(),
    );
    for (student, row) in board.students.iter().zip(&board.cells) {
        let id = &history.students[*student].id;
        line(id, row.iter().map(|cell| name(cell.status)).collect());
    }
    let met = (0..board.standards.len()).map(|at| {
        let met = board.count(at, Status::Mastered);
        format!("{met} of {}", board.students.len())
    });
    let met: Vec<String> = met.collect();
    line("mastered", met.iter().map(String::as_str).collect());
}

fn lists(pool: &Opened, policy: &Policy, board: &Board, terminal: &Terminal) {
    let history = &pool.history;
    let mut sorted = board.clone();
    // The lists look students up by their places.
    let mut rows: Vec<(usize, Vec<Cell>)> = sorted
        .students
        .drain(..)
        .zip(sorted.cells.drain(..))
        .collect();
    rows.sort_by_key(|(student, _)| *student);
    (sorted.students, sorted.cells) = rows.into_iter().unzip();
    let ids = |students: &[usize]| {
        let ids: Vec<&str> = students
            .iter()
            .map(|at| history.students[*at].id.as_str())
            .collect();
        ids.join(", ")
    };
    for group in correctives(history, &sorted) {
        let slip = group.slip.as_deref().unwrap_or("no misconception seen");
        terminal.say(&format!(
            "corrective {}, {slip}: {}",
            group.standard,
            ids(&group.students)
        ));
    }
    for one in reminders(history, policy, &sorted, pool.day) {
        let standards: Vec<String> = one
            .standards
            .iter()
            .map(|(id, _, until)| match until {
                Some(until) => format!("{id} until {until}"),
                None => id.clone(),
            })
            .collect();
        terminal.say(&format!(
            "reminder {}: {}",
            ids(&[one.student]),
            standards.join(", ")
        ));
    }
    for left in supply(history, &sorted) {
        let without = match left.without {
            0 => String::new(),
            1 => "; 1 student has had all of them".to_owned(),
            count => format!("; {count} students have had all of them"),
        };
        let forms = if left.forms == 1 { "form" } else { "forms" };
        terminal.say(&format!(
            "supply {}: {} {forms}, {} of them new to everybody who needs one{without}",
            left.standard, left.forms, left.fewest
        ));
    }
}

/// One row a student and standard, for spreadsheets. It may be passed on, so it has no names.
fn csv(history: &History, board: &Board) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut text = String::from("student,section,standard,status,earned,possible,tries,last\n");
    for (student, row) in board.students.iter().zip(&board.cells) {
        let student = &history.students[*student];
        let section = student.section.as_deref().unwrap_or_default();
        for (standard, cell) in board.standards.iter().zip(row) {
            let (earned, possible) = match cell.recorded {
                Some(recorded) => (
                    recorded.score.earned.to_string(),
                    recorded.score.possible.to_string(),
                ),
                None => Default::default(),
            };
            let last = cell.last.map(|day| day.to_string()).unwrap_or_default();
            text += &format!(
                "{},{},{},{},{earned},{possible},{},{last}\n",
                quoted(&student.id),
                quoted(section),
                quoted(standard),
                name(cell.status),
                cell.tries
            );
        }
    }
    text
}

/// What the page is made from.
struct Maker<'a> {
    pool: &'a Opened,
    policy: &'a Policy,
    board: &'a Board,
    names: &'a HashMap<String, String>,
    texts: &'a BTreeMap<String, StandardRecord>,
}

impl Maker<'_> {
    fn view(&self) -> BoardView {
        let history = &self.pool.history;
        let mut sorted = self.board.clone();
        sort(history, self.names, &mut sorted);
        let supply = supply(history, self.board);
        let standards = self.board.standards.iter().enumerate().map(|(at, id)| {
            let unit = self.policy.unit(id);
            BoardStandardView {
                id: id.clone(),
                statement: self
                    .texts
                    .get(id)
                    .map(|own| own.statement.trim().to_owned())
                    .unwrap_or_default(),
                unit: unit.map(|(_, unit)| unit.title.clone()).unwrap_or_default(),
                met: self.board.count(at, Status::Mastered),
                forms: supply.get(at).map_or(0, |own| own.forms),
                fewest: supply.get(at).map_or(0, |own| own.fewest),
            }
        });
        let rows = sorted
            .students
            .iter()
            .zip(&sorted.cells)
            .map(|(student, row)| BoardRowView {
                name: self.called(*student),
                student: history.students[*student].id.clone(),
                section: history.students[*student]
                    .section
                    .clone()
                    .unwrap_or_default(),
                cells: row.iter().map(cell).collect(),
            });
        let groups = correctives(history, self.board);
        let extensions = extensions(self.board);
        let reminders = reminders(history, self.policy, self.board, self.pool.day);
        BoardView {
            pool: history.title.clone(),
            day: self.pool.day.to_string(),
            students: self.board.students.len(),
            standards: standards.collect(),
            rows: rows.collect(),
            correctives: groups.iter().map(|group| self.group(group)).collect(),
            extensions: extensions.iter().map(|group| self.group(group)).collect(),
            reminders: reminders
                .iter()
                .map(|one| ReminderView {
                    name: self.called(one.student),
                    standards: one
                        .standards
                        .iter()
                        .map(|(id, last, until)| {
                            (
                                id.clone(),
                                last.to_string(),
                                until.map(|day| day.to_string()).unwrap_or_default(),
                            )
                        })
                        .collect(),
                })
                .collect(),
        }
    }

    fn called(&self, student: usize) -> String {
        let id = &self.pool.history.students[student].id;
        self.names.get(id).unwrap_or(id).clone()
    }

    /// The bank's correctives that answer the slip of the group, or all that answer no slip in
    /// particular where none is known.
    fn group(&self, group: &Group) -> GroupView {
        let text = self.texts.get(&group.standard);
        let own = text
            .map(|text| text.correctives.as_slice())
            .unwrap_or_default();
        let fits = |answers: &[String]| match &group.slip {
            Some(slip) => answers.contains(slip),
            None => answers.is_empty(),
        };
        let mut chosen: Vec<_> = own.iter().filter(|one| fits(&one.answers)).collect();
        if chosen.is_empty() {
            chosen = own.iter().filter(|one| one.answers.is_empty()).collect();
        }
        if chosen.is_empty() {
            chosen = own.iter().take(1).collect();
        }
        GroupView {
            standard: group.standard.clone(),
            slip: group.slip.clone().unwrap_or_default(),
            names: group.students.iter().map(|at| self.called(*at)).collect(),
            correctives: chosen
                .into_iter()
                .map(|one| CorrectiveTaskView {
                    approach: one.approach.clone(),
                    text: one.text.trim().to_owned(),
                })
                .collect(),
            tasks: text.map(|text| text.extensions.clone()).unwrap_or_default(),
        }
    }
}

fn cell(cell: &Cell) -> BoardCellView {
    let kind = match cell.status {
        Status::Mastered => "mastered",
        Status::NotYet => "not-yet",
        Status::Waiting => "waiting",
        Status::Untried => "untried",
    };
    let mark = cell
        .recorded
        .map(|own| format!("{}/{}", own.score.earned, own.score.possible));
    BoardCellView {
        status: kind.to_owned(),
        mark: mark.unwrap_or_default(),
        tries: cell.tries,
    }
}
