//! How a page is set, and whose it is: the same for all pages of a run.

use serde::Serialize;

use super::{FormView, Html};

/// How a page is set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageView {
    /// Language of the program's own words, BCP 47.
    pub language: String,
    /// `quiz`, `exit-ticket` or `practice`.
    pub layout: String,
    /// Classes of the root element: `large`, `dyslexia`, `single`, `room`.
    pub classes: String,
    /// The `size` of a sheet in a style sheet: `A4`, `letter`, `A4 landscape`.
    pub size: String,
    /// The margins of a sheet in a style sheet.
    pub margin: String,
    /// Height of the text on a page, as a length of a style sheet.
    pub height: String,
    /// The part of a page that an item takes at least, as a number of items a page; 0 without.
    pub items_a_page: u32,
    /// Whether items have room for work.
    pub work: bool,
    /// Whether two papers stand side by side on a sheet.
    pub two_up: bool,
    /// Sides of paper that every paper of a stack takes; 0 outside a stack.
    pub sides: u32,
}

/// Whose page it is; every field may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SchoolView {
    /// The name of the school.
    pub name: String,
    /// The logo as an address with its content in it.
    pub logo: Html,
    /// A line above the title.
    pub header: String,
    /// A line below the last item.
    pub footer: String,
}

/// The code that a camera reads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CodeView {
    /// As an element of the page.
    pub svg: Html,
    /// As an address for a style sheet, with its content in it.
    pub address: Html,
}

/// The papers of a class, in the order of handing out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StackView {
    /// Title of the papers.
    pub title: String,
    /// No code: every sheet has its own.
    pub code: CodeView,
    /// The numbers of the sides of a paper: 1, 2, …; empty where papers follow without blanks.
    pub sides: Vec<u32>,
    /// The papers, or pairs of papers that share a sheet.
    pub sheets: Vec<SheetView>,
}

/// What is printed before the next paper begins a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SheetView {
    /// Name of its pages in the style sheet.
    pub name: String,
    /// Whether no sheet before has this name.
    pub first: bool,
    /// The IDs of its forms.
    pub ids: String,
    /// One form, or two that stand side by side.
    pub papers: Vec<FormView>,
}
