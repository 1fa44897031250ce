//! What a template sees: text only, finished, with no field that may be missing.
//!
//! The paper and its key are written from the same [`FormView`], so a key always matches its paper.
//! A plain `String` is escaped by the template; [`Html`] and [`Markdown`] are escaped already.

mod form;
mod page;
mod parity;
mod pool;
mod preview;
mod response;

use serde::{Serialize, Serializer};
use tera::Value;

use crate::render::escape;

pub use form::{
    AnswerView, CorrectiveView, FormView, ItemView, MisconceptionView, OptionView, PartView,
    ResponseKind, ResponseView, SlipView, StandardView,
};
pub use page::{CodeView, PageView, SchoolView, SheetView, StackView};
pub use parity::{
    CertificateView, DecisionView, FactView, FigureView, FindingView, FormSummaryView, ParityView,
    VerdictView,
};
pub use pool::{
    AskingView, BoardCellView, BoardRowView, BoardStandardView, BoardView, CorrectiveTaskView,
    CoverView, GroupView, HandoutView, HandoutsView, PacketView, PacketsView, PaperView,
    ReminderView,
};
pub use preview::{
    CardView, ContributionView, NoteView, PreviewFact, PreviewGroup, PreviewLink, PreviewView,
};
pub use response::{CriterionView, EntryView, RubricView, StatementView};

/// HTML in which every value is escaped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(pub String);

/// CommonMark in which every value is escaped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markdown(pub String);

impl Serialize for Html {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Value::safe_string(&self.0).serialize(serializer)
    }
}

impl Serialize for Markdown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Value::safe_string(&self.0).serialize(serializer)
    }
}

/// The same text for either kind of page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Rich {
    /// For HTML pages.
    pub html: Html,
    /// For Markdown pages.
    pub markdown: Markdown,
}

impl Rich {
    /// Plain text, escaped for both.
    pub fn plain(text: &str) -> Self {
        let (mut html, mut markdown) = (String::new(), String::new());
        escape::html(text, &mut html);
        escape::markdown(text, &mut markdown);
        Self {
            html: Html(html),
            markdown: Markdown(markdown),
        }
    }

    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        self.html.0.is_empty() && self.markdown.0.is_empty()
    }
}

/// What all pages of a set share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SetView {
    /// Title of the paper.
    pub title: String,
    /// Title of the item bank.
    pub bank: String,
    /// Version of the item bank.
    pub bank_version: String,
    /// The seed, as the command line takes it.
    pub seed: String,
    /// Language of the items, BCP 47.
    pub language: String,
    /// The program and its version.
    pub generator: String,
}

/// A table of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TableView {
    /// What the table shows.
    pub caption: String,
    /// Column heads.
    pub columns: Vec<ColumnView>,
    /// Cells, one list a row, as many as there are columns. The first cell names the row.
    pub rows: Vec<Vec<String>>,
}

/// The head of a table's column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ColumnView {
    /// Its words.
    pub title: String,
    /// Whether the cells are numbers, set flush right.
    pub numeric: bool,
}
