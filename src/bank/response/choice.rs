//! Multiple choice: the student picks one option.

use crate::bank::answer::Answer;
use crate::bank::yaml::Node;
use crate::bank::yaml::decode;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// The most options an item may have.
pub const MOST_OPTIONS: i64 = 26;

/// How an item is offered as multiple choice.
#[derive(Debug, Clone)]
pub struct Choice {
    /// What is right.
    pub answer: Answer,
    /// How many options, the key among them.
    pub count: usize,
    /// In which order they stand.
    pub order: Order,
}

/// In which order options stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Shuffled, with the key's place balanced over the form.
    #[default]
    Shuffled,
    /// From the smallest to the largest.
    Sorted,
    /// The key first, then the misconceptions as written.
    AsWritten,
}

impl Order {
    /// Every order with the name an author writes.
    pub const NAMES: [(&'static str, Order); 3] = [
        ("shuffled", Self::Shuffled),
        ("sorted", Self::Sorted),
        ("as written", Self::AsWritten),
    ];
}

/// `choices: 4` and `order: sorted`.
pub(super) fn read(
    answer: Option<Answer>,
    count: &Node,
    order: Option<&Node>,
    diagnostics: &mut Diagnostics,
) -> Option<Choice> {
    let count = decode::whole(count, "choices", diagnostics)?;
    let order = match order {
        Some(node) => decode::one_of(node, "order", &Order::NAMES, diagnostics)?.value,
        None => Order::default(),
    };
    if !(2..=MOST_OPTIONS).contains(&count.value) {
        let message = format!("choices: {} is not from 2 to {MOST_OPTIONS}", count.value);
        diagnostics.push(Diagnostic::error(Code::WrongShape, count.span, message));
    }
    Some(Choice {
        answer: answer?,
        count: usize::try_from(count.value).ok()?,
        order,
    })
}
