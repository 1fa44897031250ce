//! German: einhundertdreiundzwanzigtausendvierhunderteins.

use super::groups;

const SMALL: [&str; 20] = [
    "null",
    "eins",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
];
const TENS: [&str; 10] = [
    "", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig",
];

pub(super) fn cardinal(number: u64) -> String {
    let (millions, thousands, rest) = groups(number);
    let mut words = match millions {
        0 => String::new(),
        1 => "eine Million ".to_owned(),
        // Million is feminine: einhunderteine Millionen.
        _ => format!("{} Millionen ", joined(millions, "eine")),
    };
    if thousands > 0 {
        words.push_str(&joined(thousands, "ein"));
        words.push_str("tausend");
    }
    if rest > 0 || number == 0 {
        words.push_str(&joined(rest, "eins"));
    }
    words.trim_end().to_owned()
}

/// The number with the form of one that stands at its end.
fn joined(n: usize, one: &str) -> String {
    match n {
        1 => one.to_owned(),
        0..20 => SMALL[n].to_owned(),
        20..100 if n.is_multiple_of(10) => TENS[n / 10].to_owned(),
        20..100 => format!("{}und{}", joined(n % 10, "ein"), TENS[n / 10]),
        _ if n.is_multiple_of(100) => format!("{}hundert", joined(n / 100, "ein")),
        _ => format!("{}hundert{}", joined(n / 100, "ein"), joined(n % 100, one)),
    }
}
