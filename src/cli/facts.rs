//! The census of an item model in a few words.

use crate::bank::model::ItemModel;
use crate::lint::census::{Cell, Census};
use crate::render::view::PreviewFact;

/// What a census counted, for people.
pub fn facts(model: &ItemModel, census: &Census) -> Vec<PreviewFact> {
    let mut facts = Vec::new();
    let mut say = |name: &str, value: String| {
        facts.push(PreviewFact {
            name: name.to_owned(),
            value,
        });
    };
    let least = if census.whole { "" } else { "at least " };
    say(
        "different items",
        format!("{least}{}", grouped(census.distinct)),
    );
    say("looked at", census.reach());
    if census.tried > 0 && census.accepted < census.tried {
        say(
            "draws that meet every condition",
            share(census.accepted, census.tried),
        );
    }
    for condition in &census.conditions {
        if condition.tested > 0 && condition.met < condition.tested {
            say(
                &format!("meet {}", condition.written),
                share(condition.met, condition.tested),
            );
        }
    }
    if !model.radicals.is_empty() {
        let items = |cell: Option<&Cell>| grouped(cell.map_or(0, |cell| cell.items));
        say(
            "groups of the same radicals",
            format!(
                "{}, of {} to {} items",
                census.cell_count,
                items(census.cells.last()),
                items(census.cells.first())
            ),
        );
    }
    if census.keys.distinct > 0 {
        say(
            "different keys",
            format!(
                "{}; most common {}, {}",
                census.keys.distinct,
                census.keys.common,
                share(census.keys.items, census.distinct)
            ),
        );
    }
    let spreads = [
        ("key by size, smallest first", &census.options.ranks),
        ("key by place, first option first", &census.options.places),
    ];
    for (name, counts) in spreads {
        let all: u64 = counts.iter().sum();
        if all > 0 {
            let shares: Vec<String> = counts.iter().map(|count| share(*count, all)).collect();
            say(name, shares.join(" · "));
        }
    }
    let (low, high, spread) = census.difficulty;
    if census.read > 0 {
        say(
            "difficulty within a cell",
            format!("±{spread:.2} logits, from {low:+.2} to {high:+.2}").replace('-', "−"),
        );
        let (fewest, mean, most) = census.words;
        let words = match fewest == most {
            true => most.to_string(),
            false => format!("{fewest} to {most}, mean {mean:.1}"),
        };
        say("words to read", words);
    }
    facts
}

fn share(part: u64, of: u64) -> String {
    // Counts up to 10⁶ are exact.
    let percent = part as f64 * 100.0 / of.max(1) as f64;
    format!("{percent:.1} %")
}

/// A number with thin spaces between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{grouped, share};

    #[test]
    fn counts_for_people() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(417_792), "417\u{202f}792");
        assert_eq!(grouped(1_000_000), "1\u{202f}000\u{202f}000");
        assert_eq!(share(1, 3), "33.3 %");
        assert_eq!(share(0, 0), "0.0 %");
    }
}
