//! Whole numbers in words, one file a language.

mod english;
mod french;
mod german;
mod spanish;

use super::language::Family;

/// The largest number with words.
const LIMIT: u64 = 999_999_999;

/// The number in words; `None` beyond [`LIMIT`].
pub(super) fn number(number: i64, family: Family) -> Option<String> {
    let size = number.unsigned_abs();
    if size > LIMIT {
        return None;
    }
    let (minus, words) = match family {
        Family::English => ("minus", english::cardinal(size)),
        Family::Spanish => ("menos", spanish::cardinal(size)),
        Family::French => ("moins", french::cardinal(size)),
        Family::German => ("minus", german::cardinal(size)),
    };
    Some(if number < 0 {
        format!("{minus} {words}")
    } else {
        words
    })
}

/// Millions, thousands and the rest of a number within the limit.
const fn groups(number: u64) -> (usize, usize, usize) {
    (
        (number / 1_000_000) as usize,
        (number / 1000 % 1000) as usize,
        (number % 1000) as usize,
    )
}
