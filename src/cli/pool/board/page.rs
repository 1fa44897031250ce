//! The board as a page to be printed.

use std::collections::HashMap;

use crate::cli::pool::board::correctives::{Texts, chosen};
use crate::cli::pool::board::sort;
use crate::cli::pool::open::Opened;
use crate::pool::board::{Board, Cell, Status};
use crate::pool::groups::{Group, correctives, extensions, reminders, supply};
use crate::pool::policy::Policy;
use crate::render::view::{
    BoardCellView, BoardRowView, BoardStandardView, BoardView, CorrectiveTaskView, GroupView,
    ReminderView,
};

/// What the page is made from.
pub struct Maker<'a> {
    pub pool: &'a Opened,
    pub policy: &'a Policy,
    pub board: &'a Board,
    pub names: &'a HashMap<String, String>,
    pub texts: &'a Texts,
}

impl Maker<'_> {
    /// Everything on the page.
    pub fn view(&self) -> BoardView {
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
        let section = |student: usize| history.students[student].section.clone();
        let mut sections: Vec<_> = sorted.students.iter().map(|at| section(*at)).collect();
        sections.dedup();
        // A section of all stands at the head, not in every row.
        let common = match sections.as_slice() {
            [Some(one)] => Some(one.clone()),
            _ => None,
        };
        let rows = sorted
            .students
            .iter()
            .zip(&sorted.cells)
            .map(|(student, row)| BoardRowView {
                name: self.called(*student),
                student: history.students[*student].id.clone(),
                section: match &common {
                    Some(_) => String::new(),
                    None => section(*student).unwrap_or_default(),
                },
                cells: row.iter().map(cell).collect(),
            });
        let groups = correctives(history, self.board);
        let extensions = extensions(self.board);
        let reminders = reminders(history, self.policy, self.board, self.pool.day);
        BoardView {
            pool: match &common {
                Some(section) => format!("{}, {section}", history.title),
                None => history.title.clone(),
            },
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

    fn group(&self, group: &Group) -> GroupView {
        let text = self.texts.get(&group.standard);
        GroupView {
            standard: group.standard.clone(),
            slip: group.slip.clone().unwrap_or_default(),
            names: group.students.iter().map(|at| self.called(*at)).collect(),
            correctives: chosen(self.texts, group)
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
