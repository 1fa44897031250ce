//! What may stand behind a key.

use std::fmt::{self, Display, Formatter};

use crate::bank::keys;

/// What may stand behind a key.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// A text, as written.
    Text,
    /// A name that other parts of the bank use: letters, digits, hyphens, dots.
    Id,
    /// A bank's own id: small letters, digits and hyphens.
    Slug,
    /// Markdown with `{{ }}` for values.
    Prose,
    /// A whole number within bounds, both included.
    Whole(i64, i64),
    /// A number, whole or with a decimal point.
    Number,
    /// `true` or `false`.
    Boolean,
    /// An expression over the item's names.
    Expression,
    /// An expression that is true or false.
    Condition,
    /// What a name is drawn from.
    Domain,
    /// A value as written, or a list or map of such values.
    Literal,
    /// One of a few words.
    OneOf(&'static [&'static str]),
    /// A list.
    List(&'static Shape),
    /// One value, or a list of such values.
    Many(&'static Shape),
    /// A map whose keys the author chooses.
    Map(&'static Shape),
    /// A shape or a chart of a figure: an entry of `draw`.
    Drawn,
    /// A map with the keys of the table that has this name.
    Keys(&'static str),
    /// One or the other.
    Either(&'static Shape, &'static Shape),
}

impl Shape {
    fn plural(self) -> String {
        match self {
            Self::Text => "texts".to_owned(),
            Self::Id | Self::Slug => "ids".to_owned(),
            Self::Prose => "Markdown texts".to_owned(),
            Self::Whole(..) => "whole numbers".to_owned(),
            Self::Number => "numbers".to_owned(),
            Self::Boolean => "true or false".to_owned(),
            Self::Expression => "expressions".to_owned(),
            Self::Condition => "conditions".to_owned(),
            Self::Domain => "domains".to_owned(),
            Self::Literal => "values".to_owned(),
            Self::OneOf(words) => quoted(words),
            Self::List(element) => format!("lists of {}", element.plural()),
            Self::Many(element) => element.plural(),
            Self::Map(value) => format!("maps of {}", value.plural()),
            Self::Drawn => "[shapes](#shapes)".to_owned(),
            Self::Keys(table) => link(table, "s"),
            Self::Either(one, other) => format!("{} or {}", one.plural(), other.plural()),
        }
    }
}

/// The type as the manual names it. Markdown.
impl Display for Shape {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text => f.write_str("text"),
            Self::Id => f.write_str("id"),
            Self::Slug => f.write_str("id: small letters, digits and hyphens"),
            Self::Prose => f.write_str("Markdown with `{{ }}`"),
            Self::Whole(least, most) => write!(f, "whole number from {least} to {most}"),
            Self::Number => f.write_str("number"),
            Self::Boolean => f.write_str("`true` or `false`"),
            Self::Expression => f.write_str("expression"),
            Self::Condition => f.write_str("condition"),
            Self::Domain => f.write_str("[domain](#domains)"),
            Self::Literal => f.write_str("value, list or map as written"),
            Self::OneOf(words) => write!(f, "one of {}", quoted(words)),
            Self::List(element) => write!(f, "list of {}", element.plural()),
            Self::Many(element) => write!(f, "{element}, or a list of them"),
            Self::Map(value) => write!(f, "map: names of your own to {}", value.plural()),
            Self::Drawn => f.write_str("[shape](#shapes)"),
            Self::Keys(table) => f.write_str(&link(table, "")),
            Self::Either(one, other) => write!(f, "{one}; or {other}"),
        }
    }
}

fn quoted(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    words.join(", ")
}

/// A link to where the manual lists the keys of a table.
fn link(table: &str, ending: &str) -> String {
    let title = keys::table(table).map_or(table, |table| table.title);
    let article = if title.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!(
        "[{title}{ending}](#keys-of-{article}-{})",
        title.replace(' ', "-")
    )
}
