//! Ordinals in digits: 3rd, 3.º, 3e, 3.

use super::language::Family;
use super::layout::Layout;

/// The ordinal of a whole number; `None` below 0.
pub(super) fn layout(number: i64, family: Family) -> Option<Layout> {
    if number < 0 {
        return None;
    }
    let (ending, raised) = match family {
        Family::English => (english(number), true),
        Family::Spanish => (".º", false),
        Family::French if number == 1 => ("er", true),
        Family::French => ("e", true),
        Family::German => (".", false),
    };
    Some(Layout::Ordinal {
        digits: number.to_string(),
        ending,
        raised,
    })
}

const fn english(number: i64) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}
