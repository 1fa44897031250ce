//! `isoform pool board`: who stands where, who works on what, and what is left.

mod correctives;
mod page;
mod table;

use std::collections::HashMap;

use crate::cli::Ending;
use crate::cli::pool::arguments::{Board as Asked, Pool};
use crate::cli::pool::form::known_section;
use crate::cli::pool::open::Opened;
use crate::cli::pool::paper::{Paperwork, in_class_order, texts, write_page};
use crate::cli::pool::{Done, policy};
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::pool::board::{Board, Cell, Status, View};
use crate::pool::groups::{Group, correctives};
use crate::pool::history::History;

use correctives::{Texts, chosen};
use page::Maker;

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
    let texts = texts(&pool, &board.standards)?;
    if let Some(file) = &verb.csv {
        write_page(file, &csv(&pool.history, &board, &texts))?;
        terminal.say(&format!("{} has the board, by ids", file.display()));
        return Ok(Ending::Done);
    }
    let names = pool.names()?;
    if verb.html {
        let paperwork = Paperwork::new(&policy, &pool)?;
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
    table::table(&pool.history, &board, terminal);
    table::lists(&pool, &policy, &board, &texts, terminal);
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

/// One row a student and standard, for spreadsheets. It may be passed on, so it has no names.
/// With the misconception by which the student is in a group, and how its corrective goes about it.
fn csv(history: &History, board: &Board, texts: &Texts) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut text = String::from(
        "student,section,standard,status,earned,possible,tries,last,misconception,corrective\n",
    );
    let groups = correctives(history, board);
    let members = groups.iter().flat_map(|group| {
        let students = group.students.iter();
        students.map(move |student| ((*student, group.standard.as_str()), group))
    });
    let groups: HashMap<(usize, &str), &Group> = members.collect();
    for (at, row) in board.students.iter().zip(&board.cells) {
        let student = &history.students[*at];
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
            let group = groups.get(&(*at, standard.as_str()));
            let slip = group.and_then(|group| group.slip.as_deref());
            let approaches = group.map(|group| chosen(texts, group));
            let approaches = approaches.into_iter().flatten();
            let approaches: Vec<&str> = approaches.map(|one| &*one.approach).collect();
            text += &format!(
                "{},{},{},{},{earned},{possible},{},{last},{},{}\n",
                quoted(&student.id),
                quoted(section),
                quoted(standard),
                name(cell.status),
                cell.tries,
                quoted(slip.unwrap_or_default()),
                quoted(&approaches.join("; ")),
            );
        }
    }
    text
}
