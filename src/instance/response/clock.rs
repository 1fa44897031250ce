//! Hours and minutes as a student typed them: `2:45`, `2 h 45`, `2h45min`.

use crate::instance::response::reading::{Shape, WrittenNumber};
use crate::value::Rational;

/// The most digits of the hours.
const MOST_DIGITS: usize = 4;

/// The minutes that `text` means; `None` if it is no time on a clock and no length of time.
pub fn minutes(text: &str) -> Option<WrittenNumber> {
    let text = text.trim().to_lowercase();
    let hours = digits(&text);
    let rest = &text[hours.len()..];
    let minutes = match rest.strip_prefix(':') {
        Some(rest) => {
            let minutes = digits(rest);
            let unit = rest[minutes.len()..].trim();
            let is_whole = minutes.len() == 2 && matches!(unit, "" | "h" | "hrs" | "uhr");
            is_whole.then_some(minutes)?
        }
        None => {
            let words = ["hours", "hour", "hrs", "hr", "h", "uhr"];
            let rest = rest.trim_start();
            let rest = words.iter().find_map(|word| rest.strip_prefix(word))?;
            let rest = rest.trim_start();
            let minutes = digits(rest);
            let unit = rest[minutes.len()..].trim();
            let is_unit = matches!(unit, "" | "m" | "min" | "mins" | "minute" | "minutes");
            let fits = is_unit && minutes.len() <= 2 && (unit.is_empty() || !minutes.is_empty());
            fits.then_some(minutes)?
        }
    };
    let number = |digits: &str| match digits {
        "" => Some(0),
        digits => digits.parse::<i64>().ok(),
    };
    let below = number(minutes).filter(|minutes| *minutes < 60)?;
    let hours = (1..=MOST_DIGITS)
        .contains(&hours.len())
        .then(|| number(hours))??;
    Some(WrittenNumber {
        value: Rational::from(60 * hours + below),
        shape: Shape::Clock,
        unit: String::new(),
    })
}

/// The digits at the front.
fn digits(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_digit());
    &text[..end.unwrap_or(text.len())]
}
