//! The table of keys: what each map of a bank may hold, what it means, and how it is written.
//!
//! The decoder, the JSON Schema and the reference manual all read this table. A new key is a new
//! row in the file of its map.

mod answer;
mod bank;
mod blueprint;
mod figure;
mod model;
mod response;
mod shape;
mod standard;

pub use shape::Shape;

/// A key that a map may hold.
#[derive(Debug)]
pub struct Key {
    /// The name an author writes.
    pub name: &'static str,
    /// What may stand behind it.
    pub shape: Shape,
    /// What it means, in a sentence or two. Markdown.
    pub meaning: &'static str,
    /// How it is written: a piece of YAML that starts with the key.
    pub example: &'static str,
    /// Whether the map is wrong without it.
    pub required: bool,
    /// What holds when it is not written, in words.
    pub default: Option<&'static str>,
    /// What authors get wrong, and what to write instead. Markdown.
    pub mistakes: &'static [&'static str],
}

impl Key {
    /// A key that may be left out.
    const fn optional(
        name: &'static str,
        shape: Shape,
        meaning: &'static str,
        example: &'static str,
    ) -> Self {
        Self {
            name,
            shape,
            meaning,
            example,
            required: false,
            default: None,
            mistakes: &[],
        }
    }

    /// A key that must be written.
    const fn required(
        name: &'static str,
        shape: Shape,
        meaning: &'static str,
        example: &'static str,
    ) -> Self {
        let mut key = Self::optional(name, shape, meaning, example);
        key.required = true;
        key
    }

    const fn default(mut self, words: &'static str) -> Self {
        self.default = Some(words);
        self
    }

    const fn mistakes(mut self, mistakes: &'static [&'static str]) -> Self {
        self.mistakes = mistakes;
        self
    }
}

/// A map of a bank and the keys that it may hold.
#[derive(Debug)]
pub struct Table {
    /// The word for it in the JSON Schema: `model`.
    pub name: &'static str,
    /// What it is called in the manual and in messages: `item model`.
    pub title: &'static str,
    /// What it is, in a sentence or two. Markdown.
    pub meaning: &'static str,
    /// The keys, in the order in which the manual explains them.
    pub keys: &'static [Key],
    /// Keys of which exactly one is written.
    pub one_of: &'static [&'static str],
    /// Groups of keys, of each of which at least one is written.
    pub any_of: &'static [&'static [&'static str]],
}

/// The name of the table at the root.
pub const BANK_TABLE: &str = bank::BANK.name;

/// Every map with keys of its own, in the order of the manual.
pub const TABLES: &[&Table] = &[
    &bank::BANK,
    &standard::STANDARD,
    &standard::CORRECTIVE,
    &model::MODEL,
    &answer::ANSWER,
    &answer::MISCONCEPTION,
    &response::BLANK,
    &response::OPEN,
    &response::SELECT,
    &response::STATEMENT,
    &response::MATCH,
    &response::SEQUENCE,
    &response::PART,
    &response::RUBRIC,
    &response::CRITERION,
    &model::EXAMPLE,
    &figure::FIGURE,
    &figure::IMAGE,
    &blueprint::BLUEPRINT,
    &blueprint::SLOT,
];

/// The table called `name`.
pub fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().copied().find(|table| table.name == name)
}

/// A bank.
pub const BANK: &[&str] = &names::<{ bank::BANK.keys.len() }>(&bank::BANK);
/// A standard.
pub const STANDARD: &[&str] = &names::<{ standard::STANDARD.keys.len() }>(&standard::STANDARD);
/// A corrective.
pub const CORRECTIVE: &[&str] =
    &names::<{ standard::CORRECTIVE.keys.len() }>(&standard::CORRECTIVE);
/// An item model.
pub const MODEL: &[&str] = &names::<{ model::MODEL.keys.len() }>(&model::MODEL);
/// An example of an item model.
pub const EXAMPLE: &[&str] = &names::<{ model::EXAMPLE.keys.len() }>(&model::EXAMPLE);
/// An answer that is more than an expression.
pub const ANSWER: &[&str] = &names::<{ answer::ANSWER.keys.len() }>(&answer::ANSWER);
/// A misconception that is more than an expression.
pub const MISCONCEPTION: &[&str] =
    &names::<{ answer::MISCONCEPTION.keys.len() }>(&answer::MISCONCEPTION);
/// A blueprint.
pub const BLUEPRINT: &[&str] = &names::<{ blueprint::BLUEPRINT.keys.len() }>(&blueprint::BLUEPRINT);
/// A slot rule of a blueprint.
pub const SLOT: &[&str] = &names::<{ blueprint::SLOT.keys.len() }>(&blueprint::SLOT);
/// The answer of a blank.
pub const BLANK: &[&str] = &names::<{ response::BLANK.keys.len() }>(&response::BLANK);
/// An open answer.
pub const OPEN: &[&str] = &names::<{ response::OPEN.keys.len() }>(&response::OPEN);
/// A list of statements.
pub const SELECT: &[&str] = &names::<{ response::SELECT.keys.len() }>(&response::SELECT);
/// A statement.
pub const STATEMENT: &[&str] = &names::<{ response::STATEMENT.keys.len() }>(&response::STATEMENT);
/// A matching exercise.
pub const MATCH: &[&str] = &names::<{ response::MATCH.keys.len() }>(&response::MATCH);
/// Steps to be put in order.
pub const SEQUENCE: &[&str] = &names::<{ response::SEQUENCE.keys.len() }>(&response::SEQUENCE);
/// A rubric.
pub const RUBRIC: &[&str] = &names::<{ response::RUBRIC.keys.len() }>(&response::RUBRIC);
/// A criterion of a rubric.
pub const CRITERION: &[&str] = &names::<{ response::CRITERION.keys.len() }>(&response::CRITERION);
/// A part of an item.
pub const PART: &[&str] = &names::<{ response::PART.keys.len() }>(&response::PART);
/// A figure.
pub const FIGURE: &[&str] = &names::<{ figure::FIGURE.keys.len() }>(&figure::FIGURE);

/// An image file.
pub const IMAGE: &[&str] = &names::<{ figure::IMAGE.keys.len() }>(&figure::IMAGE);

const fn names<const N: usize>(table: &Table) -> [&'static str; N] {
    let mut names = [""; N];
    let mut at = 0;
    while at < N {
        names[at] = table.keys[at].name;
        at += 1;
    }
    names
}

/// The words of a list of choices, such as [`Form::NAMES`](crate::bank::answer::Form::NAMES).
const fn words<T, const N: usize>(choices: &[(&'static str, T); N]) -> [&'static str; N] {
    let mut words = [""; N];
    let mut at = 0;
    while at < N {
        words[at] = choices[at].0;
        at += 1;
    }
    words
}
