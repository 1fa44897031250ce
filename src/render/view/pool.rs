//! The pages of a pool. Here stand names of students; these pages stay in the pool's folder.

use serde::Serialize;

use super::FormView;

/// Who gets which form at a sitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HandoutsView {
    /// What the pool is called.
    pub pool: String,
    /// What the sitting is called.
    pub sitting: String,
    /// The day.
    pub day: String,
    /// The standards.
    pub standards: String,
    /// Whether neighbours hold different forms.
    pub apart: bool,
    /// How many sit in a row, where that is known.
    pub width: Option<u16>,
    /// The students in the order of handing out.
    pub rows: Vec<HandoutView>,
}

/// A form in the hands of a student.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HandoutView {
    /// The place in the order, from 1.
    pub seat: u32,
    /// The name of the student; may be empty.
    pub name: String,
    /// The id.
    pub student: String,
    /// The section; may be empty.
    pub section: String,
    /// The form's label.
    pub label: String,
    /// The form's ID.
    pub form: String,
}

/// The packets of a class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PacketsView {
    /// What the pool is called.
    pub pool: String,
    /// The day.
    pub day: String,
    /// The packets in the order of handing out.
    pub packets: Vec<PacketView>,
}

/// What one student gets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PacketView {
    /// The name of the student; may be empty.
    pub name: String,
    /// The id.
    pub student: String,
    /// The section; may be empty.
    pub section: String,
    /// Sides of paper that the packet takes.
    pub sides: u32,
    /// What the cover slip lists.
    pub covers: Vec<CoverView>,
    /// The forms.
    pub papers: Vec<PaperView>,
}

/// A standard on a cover slip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CoverView {
    /// Its code.
    pub standard: String,
    /// What students can do.
    pub statement: String,
    /// The form's label.
    pub label: String,
    /// The form's ID.
    pub form: String,
    /// How often the student has tried.
    pub tries: u32,
}

/// A form in a packet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PaperView {
    /// Name of its pages in the style sheet.
    pub name: String,
    /// Whether no paper before has this name.
    pub first: bool,
    /// The form.
    pub form: FormView,
}

/// A form by which a student asks to try again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AskingView {
    /// What the pool is called.
    pub pool: String,
    /// What can be asked for.
    pub standards: Vec<BoardStandardView>,
    /// The rules in words.
    pub rules: Vec<String>,
}

/// Students by standards, and what follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BoardView {
    /// What the pool is called.
    pub pool: String,
    /// The day.
    pub day: String,
    /// How many students there are.
    pub students: usize,
    /// The columns.
    pub standards: Vec<BoardStandardView>,
    /// The rows.
    pub rows: Vec<BoardRowView>,
    /// Groups that need help.
    pub correctives: Vec<GroupView>,
    /// Groups that can go on.
    pub extensions: Vec<GroupView>,
    /// Who could try again.
    pub reminders: Vec<ReminderView>,
}

/// A column of the board.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BoardStandardView {
    /// Its code.
    pub id: String,
    /// What students can do.
    pub statement: String,
    /// Its unit; may be empty.
    pub unit: String,
    /// How many students have shown it.
    pub met: usize,
    /// How many forms may be handed out.
    pub forms: usize,
    /// How many of them are new to everybody who needs one.
    pub fewest: usize,
}

/// A row of the board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BoardRowView {
    /// The name of the student.
    pub name: String,
    /// The id.
    pub student: String,
    /// The section; may be empty.
    pub section: String,
    /// A cell for each standard.
    pub cells: Vec<BoardCellView>,
}

/// A cell of the board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BoardCellView {
    /// `mastered`, `not-yet`, `waiting` or `untried`.
    pub status: String,
    /// The recorded mark, such as `4/5`; may be empty.
    pub mark: String,
    /// How often the student has tried.
    pub tries: u32,
}

/// Students who work on the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupView {
    /// The standard.
    pub standard: String,
    /// The misconception; empty where none is known.
    pub slip: String,
    /// The students.
    pub names: Vec<String>,
    /// What helps.
    pub correctives: Vec<CorrectiveTaskView>,
    /// Tasks for those who have shown it.
    pub tasks: Vec<String>,
}

/// Another way of teaching.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CorrectiveTaskView {
    /// The way in a few words.
    pub approach: String,
    /// What to do.
    pub text: String,
}

/// A student who could try again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReminderView {
    /// The name of the student.
    pub name: String,
    /// Standards, each with the day of the last try and the last day for requests, which may be empty.
    pub standards: Vec<(String, String, String)>,
}
