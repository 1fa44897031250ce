//! The board on a terminal.

use crate::cli::pool::board::correctives::{Texts, chosen};
use crate::cli::pool::board::name;
use crate::cli::pool::open::Opened;
use crate::cli::terminal::Terminal;
use crate::pool::board::{Board, Cell, Status};
use crate::pool::groups::{correctives, extensions, reminders, supply};
use crate::pool::history::History;
use crate::pool::policy::Policy;

/// Students by standards, and how many have shown each.
pub fn table(history: &History, board: &Board, terminal: &Terminal) {
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

/// Groups, reminders and what is left.
pub fn lists(pool: &Opened, policy: &Policy, board: &Board, texts: &Texts, terminal: &Terminal) {
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
        for corrective in chosen(texts, &group) {
            let text: Vec<&str> = corrective.text.split_whitespace().collect();
            terminal.say(&format!("  {}: {}", corrective.approach, text.join(" ")));
        }
    }
    for group in extensions(&sorted) {
        let (standard, students) = (&group.standard, ids(&group.students));
        terminal.say(&format!("extension {standard}: {students}"));
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
