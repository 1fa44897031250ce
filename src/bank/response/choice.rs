//! Multiple choice: the student picks one option.

use crate::bank::answer::Answer;
use crate::bank::lower::Names;
use crate::bank::response::matching;
use crate::bank::yaml::decode;
use crate::bank::yaml::{Node, NodeKind};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::expression::Program;

/// The most options an item may have.
pub const MOST_OPTIONS: i64 = 26;

/// How an item is offered as multiple choice.
#[derive(Debug, Clone)]
pub struct Choice {
    /// What is right.
    pub answer: Answer,
    /// What is offered.
    pub offer: Offer,
    /// In which order it stands.
    pub order: Order,
}

/// What a student chooses from.
#[derive(Debug, Clone)]
pub enum Offer {
    /// So many options: the key and the first different wrong answers of the misconceptions.
    Count(usize),
    /// The options themselves, the key among them.
    List(Program),
}

/// In which order options stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Shuffled, with the key's place balanced over the form.
    #[default]
    Shuffled,
    /// From the smallest to the largest.
    Sorted,
    /// As the author lists them. Wrong answers of misconceptions keep their order, and the key
    /// takes a place among them that is balanced over the form.
    AsWritten,
}

impl Choice {
    /// Whether the options are shown in the order in which they are made: a place is not balanced
    /// over the form.
    pub fn keeps_places(&self) -> bool {
        match self.order {
            Order::Shuffled => false,
            Order::Sorted => true,
            Order::AsWritten => matches!(self.offer, Offer::List(_)),
        }
    }
}

impl Order {
    /// Every order with the name an author writes.
    pub const NAMES: [(&'static str, Order); 3] = [
        ("shuffled", Self::Shuffled),
        ("sorted", Self::Sorted),
        ("as written", Self::AsWritten),
    ];
}

impl Offer {
    /// How many options, where that does not depend on the draw.
    pub fn count(&self) -> Option<usize> {
        match self {
            Self::Count(count) => Some(*count),
            Self::List(_) => None,
        }
    }
}

/// `choices: 4` or `choices: [always, sometimes, never]`, and `order: sorted`.
pub(super) fn read(
    answer: Option<Answer>,
    node: &Node,
    order: Option<&Node>,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<Choice> {
    let (offer, order) = offer(node, order, names, diagnostics)?;
    Some(Choice {
        answer: answer?,
        offer,
        order,
    })
}

/// What is offered, and in which order.
pub(super) fn offer(
    node: &Node,
    order: Option<&Node>,
    names: &mut Names,
    diagnostics: &mut Diagnostics,
) -> Option<(Offer, Order)> {
    let order = match order {
        Some(node) => decode::one_of(node, "order", &Order::NAMES, diagnostics)?.value,
        None => Order::default(),
    };
    let is_number = node.as_scalar().is_some_and(|scalar| scalar.is_number());
    // `choices: four` is meant as a number, not as a name.
    let word = node.as_scalar().map(|scalar| scalar.text().trim());
    if let Some(word) = word.filter(|word| !names.knows(word) && is_word(word)) {
        let message =
            format!("expected a whole number (choices) or a list of options, found `{word}`");
        let help = "write `choices: 4`, or the options themselves: `choices: [always, never]`";
        diagnostics.push(Diagnostic::error(Code::WrongShape, node.span, message).help(help));
        return None;
    }
    if !is_number {
        let list = matching::list(node, "choices", names, diagnostics)?;
        if let NodeKind::Sequence(options) = &node.kind
            && options.len() < 2
        {
            let message = "a choice needs at least two options";
            let help =
                "write `choices: [always, sometimes, never]`, or `choices: 4` with misconceptions";
            diagnostics.push(Diagnostic::error(Code::WrongShape, node.span, message).help(help));
            return None;
        }
        return Some((Offer::List(list), order));
    }
    let count = decode::whole(node, "choices", diagnostics)?;
    if !(2..=MOST_OPTIONS).contains(&count.value) {
        let message = format!("choices: {} is not from 2 to {MOST_OPTIONS}", count.value);
        diagnostics.push(Diagnostic::error(Code::WrongShape, count.span, message));
        return None;
    }
    Some((Offer::Count(usize::try_from(count.value).ok()?), order))
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(char::is_alphabetic)
}
