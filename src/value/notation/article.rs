//! Capital letters and the English indefinite article.

use super::format::Format;
use super::language::{Family, Language};
use super::layout::Layout;
use super::misfit::Misfit;

/// The text with a capital first letter.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        None => String::new(),
        Some(first) => first.to_uppercase().chain(letters).collect(),
    }
}

/// The text after "a" or "an".
pub(super) fn indefinite(text: &str, language: &Language) -> Result<Layout, Misfit> {
    if language.family != Family::English {
        return Err(Misfit::language(Format::A, language));
    }
    let article = if takes_an(text) { "an" } else { "a" };
    Ok(Layout::Text(format!("{article} {text}")))
}

// Vowel letters that are spoken as a consonant: (y)unit, (w)one.
const CONSONANT_SOUNDS: [&str; 22] = [
    "uni", "use", "usu", "usa", "uti", "ute", "uto", "ura", "ure", "uri", "uro", "uru", "uk",
    "ubi", "u.s", "ufo", "eu", "ewe", "one", "once", "ouija", "uvu",
];
// Beginnings of some of these that are spoken as a vowel after all.
const VOWEL_AFTER_ALL: [&str; 4] = ["unim", "unin", "uniden", "oner"];
const SILENT_H: [&str; 4] = ["hour", "honest", "hono", "heir"];
// Letters whose names begin with a vowel sound: an f, an x, but a u.
const VOWEL_NAMES: &str = "aefhilmnorsx";

fn takes_an(text: &str) -> bool {
    // Minus eight begins with an m.
    if text.starts_with(['-', '\u{2212}']) {
        return false;
    }
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let word: String = text.chars().take_while(|c| c.is_alphanumeric()).collect();
    let lower = text.to_lowercase();
    let starts = |start: &&str| lower.starts_with(*start);
    match lower.chars().next() {
        None => false,
        Some(digit) if digit.is_ascii_digit() => number_takes_an(&lower),
        Some(first) if is_spelled(&word) => VOWEL_NAMES.contains(first),
        Some(_) if SILENT_H.iter().any(starts) => true,
        Some(first) => {
            let consonant = CONSONANT_SOUNDS.iter().any(starts);
            let vowel = VOWEL_AFTER_ALL.iter().any(starts);
            "aeiouáéíóúàèìòùäöü".contains(first) && (vowel || !consonant)
        }
    }
}

/// Whether a word is read letter by letter: x, FBI, HTML, but not NASA.
fn is_spelled(word: &str) -> bool {
    let length = word.chars().count();
    let capitals = word.chars().all(char::is_uppercase);
    length == 1 || capitals && (length <= 3 || !word.contains(['A', 'E', 'I', 'O', 'U']))
}

/// Eight, eleven and eighteen, also as the first group of a longer number:
/// an 80, an 800, an 11,000, but a 110.
fn number_takes_an(text: &str) -> bool {
    let digits = text.chars().take_while(|c| c.is_ascii_digit() || *c == ',');
    let whole: String = digits.filter(char::is_ascii_digit).collect();
    let first_group = match whole.len() % 3 {
        0 => 3,
        n => n,
    };
    let group = whole.get(..first_group).unwrap_or(&whole);
    group.starts_with('8') || group == "11" || group == "18"
}
