//! Blueprints: what every form of a set must contain.

use std::sync::Arc;

use crate::diagnostic::Code;
use crate::source::Spanned;

/// What every form must contain.
#[derive(Debug, Clone)]
pub struct Blueprint {
    /// The name by which it is asked for.
    pub id: Spanned<Arc<str>>,
    /// The title on the form.
    pub title: String,
    /// How the page is laid out.
    pub layout: Layout,
    /// The places on the form, in order.
    pub slots: Vec<SlotRule>,
}

/// How a form is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layout {
    /// A quiz: items with space to answer.
    #[default]
    Quiz,
    /// A short check at the end of a lesson.
    ExitTicket,
    /// Practice with a worked example first.
    Practice,
}

impl Layout {
    /// Every layout with the name an author writes.
    pub const NAMES: [(&'static str, Layout); 3] = [
        ("quiz", Self::Quiz),
        ("exit-ticket", Self::ExitTicket),
        ("practice", Self::Practice),
    ];
}

/// One entry under `slots`: so many places for items of one kind.
#[derive(Debug, Clone)]
pub struct SlotRule {
    /// Which item models may stand here.
    pub source: SlotSource,
    /// How many places.
    pub count: usize,
}

/// Which item models may stand in a slot.
#[derive(Debug, Clone)]
pub enum SlotSource {
    /// One item model.
    Item(Spanned<Arc<str>>),
    /// Any of several item models.
    AnyOf(Vec<Spanned<Arc<str>>>),
    /// Any item model of a standard.
    Standard(Spanned<Arc<str>>),
}

impl SlotSource {
    /// The names it holds, and the code of the mistake when one does not exist.
    pub fn names(&self) -> Vec<(&Spanned<Arc<str>>, Code)> {
        match self {
            Self::Item(item) => vec![(item, Code::UnknownItem)],
            Self::AnyOf(items) => items.iter().map(|item| (item, Code::UnknownItem)).collect(),
            Self::Standard(standard) => vec![(standard, Code::UnknownStandard)],
        }
    }

    /// What it asks for, in words.
    pub fn describe(&self) -> String {
        match self {
            Self::Item(item) => format!("the item model `{}`", item.value),
            Self::AnyOf(items) => {
                let names: Vec<&str> = items.iter().map(|item| &*item.value).collect();
                format!("any of {}", names.join(", "))
            }
            Self::Standard(standard) => format!("the standard `{}`", standard.value),
        }
    }
}

impl Layout {
    /// The name an author writes.
    pub fn name(self) -> &'static str {
        Self::NAMES
            .iter()
            .find(|(_, layout)| *layout == self)
            .map_or("quiz", |(name, _)| name)
    }
}
