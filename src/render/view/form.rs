//! One form: paper and key.

use serde::Serialize;

use super::{CodeView, EntryView, Rich, RubricView, SetView, StatementView};

/// One form of a set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FormView {
    /// What all forms of the set share.
    pub set: SetView,
    /// `A`, `B`, … `Z`, `AA`.
    pub label: String,
    /// The ID that finds this form again.
    pub id: String,
    /// The ID for a camera.
    pub code: CodeView,
    /// The standards that the items belong to.
    pub standards: Vec<StandardView>,
    /// Directions to the student; may be empty.
    pub instructions: Rich,
    /// All points of the form.
    pub points_total: String,
    /// What mastery takes, `9 of 10`; the rule of each where there are several standards,
    /// `80% on each standard`. May be empty.
    pub mastery: String,
    /// The items in order.
    pub items: Vec<ItemView>,
}

/// A standard as named on a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StandardView {
    /// Its code.
    pub id: String,
    /// What students can do.
    pub statement: String,
    /// What mastery of it takes on this form: `4 of 5`; may be empty.
    pub mastery: String,
    /// What helps students who have not met it.
    pub correctives: Vec<CorrectiveView>,
    /// Tasks for students who have.
    pub extensions: Vec<String>,
}

/// Another way of teaching.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CorrectiveView {
    /// The way in a few words.
    pub approach: String,
    /// What to do.
    pub text: String,
    /// The slips it answers that this form can show.
    pub slips: Vec<SlipView>,
}

/// A slip, and the items whose wrong answers show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SlipView {
    /// The slip in words.
    pub slip: String,
    /// How many items show it.
    pub count: u32,
    /// Their numbers: `3, 7`.
    pub items: String,
}

/// One item: what the student reads, and what the marker reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ItemView {
    /// 1 for the first.
    pub number: u32,
    /// Points it is worth.
    pub points: String,
    /// Code of its standard.
    pub standard: String,
    /// The id of its item model: the same on every form.
    pub model: String,
    /// Whether it is shown with its solution, as an example.
    pub worked: bool,
    /// The text posed.
    pub stem: Rich,
    /// What is drawn beside the text; may be empty.
    pub figure: Rich,
    /// The text with every blank filled in; the stem itself if it has none.
    pub completed: Rich,
    /// How the student answers.
    pub response: ResponseView,
    /// The correct answers: one, or one for each blank.
    pub answers: Vec<AnswerView>,
    /// Slips and the wrong answers they make.
    pub misconceptions: Vec<MisconceptionView>,
    /// The worked solution; may be empty.
    pub solution: Rich,
    /// The parts, if it has them.
    pub parts: Vec<PartView>,
}

/// A part of an item, with the same names as an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PartView {
    /// `a`, `b`, …
    pub letter: String,
    /// The item's number and the letter, for names of lines: `3 a`.
    pub number: String,
    /// Points it is worth.
    pub points: String,
    /// The text posed.
    pub stem: Rich,
    /// What is drawn beside the text; may be empty.
    pub figure: Rich,
    /// The text with every blank filled in.
    pub completed: Rich,
    /// How the student answers.
    pub response: ResponseView,
    /// The correct answers.
    pub answers: Vec<AnswerView>,
    /// Slips and the wrong answers they make.
    pub misconceptions: Vec<MisconceptionView>,
    /// The worked solution; may be empty.
    pub solution: Rich,
}

/// How a student answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ResponseKind {
    /// A number on a short line.
    #[default]
    Numeric,
    /// Words on a line.
    Text,
    /// One of the lettered options.
    Choice,
    /// The blanks of the stem.
    Blanks,
    /// Several ruled lines.
    Paragraph,
    /// The true ones of the lettered statements.
    Select,
    /// The letter of a partner for each entry.
    Match,
    /// The letters of the steps in order.
    Sequence,
    /// What the parts ask for.
    Parts,
}

/// The room in which a student answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ResponseView {
    /// How the student answers.
    pub kind: ResponseKind,
    /// The options of a choice.
    pub options: Vec<OptionView>,
    /// In how many columns the options fit: 1, 2 or 4.
    pub columns: u32,
    /// Height of the work space, or number of ruled lines of a paragraph, in lines of 8 mm.
    pub lines: u32,
    /// Printed behind the answer line; may be empty.
    pub unit: Rich,
    /// The statements of a list.
    pub statements: Vec<StatementView>,
    /// What partners are sought for.
    pub left: Vec<EntryView>,
    /// The partners, or the steps to be put in order.
    pub right: Vec<EntryView>,
    /// How a person marks the response.
    pub rubric: RubricView,
}

/// One option of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OptionView {
    /// `A`, `B`, …
    pub letter: String,
    /// The option.
    pub text: Rich,
    /// Whether it is the correct answer.
    pub is_key: bool,
    /// The slip that leads to it; empty for the key.
    pub betrays: String,
}

/// A correct answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AnswerView {
    /// The letter of the option, or the name of the blank; empty for an answer line.
    pub label: String,
    /// The answer.
    pub text: Rich,
    /// What else is accepted, and how closely, as sentences.
    pub accepted: Vec<Rich>,
}

/// A slip and the wrong answer it makes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MisconceptionView {
    /// The slip in words.
    pub slip: String,
    /// The name of the blank it is typed into; empty if there is one place for answers.
    pub blank: String,
    /// The wrong answer.
    pub answer: Rich,
    /// The option that shows it; empty if none does.
    pub letter: String,
}
