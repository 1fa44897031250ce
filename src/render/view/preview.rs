//! What an author sees beside the editor: instances of an item model, and what is wrong.

use serde::Serialize;

use super::{Html, ItemView};

/// The page of one item model of a bank.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PreviewView {
    /// Changes whenever anything on the page may.
    pub tick: u64,
    /// What stands at the head: the item model's id, or the title of the bank.
    pub heading: String,
    /// Title of the bank; its file while it has never been read.
    pub title: String,
    /// Version of the bank.
    pub version: String,
    /// Language of the items, BCP 47.
    pub language: String,
    /// The item models by standard.
    pub groups: Vec<PreviewGroup>,
    /// Mistakes for which the bank cannot be read as it stands, drawn beside the text.
    pub mistakes: Vec<NoteView>,
    /// How many mistakes there are beyond those.
    pub more: usize,
    /// The item model that is shown; empty if there is none.
    pub item: String,
    /// The id for an address.
    pub query: String,
    /// Its title; may be empty.
    pub item_title: String,
    /// Its standard.
    pub standard: String,
    /// What the standard says.
    pub statement: String,
    /// `key`, or `student`.
    pub reader: String,
    /// Which draw of instances is shown.
    pub draw: u64,
    /// The draw after it.
    pub next_draw: u64,
    /// Whether instances are still being drawn.
    pub drawing: bool,
    /// How many different instances were drawn to choose from.
    pub drawn: usize,
    /// The instances.
    pub cards: Vec<CardView>,
    /// Whether the census is still being taken.
    pub counting: bool,
    /// The census: what was counted, and the count.
    pub facts: Vec<PreviewFact>,
    /// What is wrong with the item model, or allowed no longer.
    pub notes: Vec<NoteView>,
    /// What else is to be said, when there is nothing to show.
    pub nothing: String,
}

/// The item models of one standard.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PreviewGroup {
    /// Its code.
    pub standard: String,
    /// Its item models.
    pub items: Vec<PreviewLink>,
}

/// An item model to go to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PreviewLink {
    /// Its id.
    pub id: String,
    /// The id for an address.
    pub query: String,
    /// Its title; may be empty.
    pub title: String,
    /// Whether it is shown.
    pub current: bool,
}

/// What was counted, and the count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PreviewFact {
    /// What was counted.
    pub name: String,
    /// The count, in words.
    pub value: String,
}

/// A message, drawn beside the text it is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NoteView {
    /// `error`, `warning` or `note`.
    pub severity: String,
    /// The code.
    pub code: String,
    /// The message with the caret, as plain text.
    pub drawing: String,
}

/// One instance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CardView {
    /// As students and markers read it.
    pub item: ItemView,
    /// How it stands out, in words.
    pub oddities: Vec<String>,
    /// Its difficulty from the median, in logits, with a sign.
    pub difficulty: String,
    /// Words of the stem.
    pub words: u32,
    /// What each feature adds.
    pub contributions: Vec<ContributionView>,
}

/// What one feature adds to the difficulty of an instance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ContributionView {
    /// The feature.
    pub feature: String,
    /// What was counted.
    pub value: String,
    /// What it adds in logits, with a sign.
    pub logits: String,
    /// A bar as long as that is large.
    pub bar: Html,
}
