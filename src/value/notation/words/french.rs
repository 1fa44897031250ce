//! French as in France, in the spelling before 1990 that dictionaries list
//! first: vingt et un, quatre-vingts, deux cent un mille.

use super::groups;

const SMALL: [&str; 17] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize",
];
const TENS: [&str; 10] = [
    "",
    "dix",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "soixante",
    "quatre-vingt",
    "quatre-vingt",
];

pub(super) fn cardinal(number: u64) -> String {
    let (millions, thousands, rest) = groups(number);
    let mut words = Vec::new();
    match millions {
        0 => {}
        1 => words.push("un million".to_owned()),
        // Million is a noun, so cents and vingts keep their s before it.
        _ => words.push(format!("{} millions", below_thousand(millions, true))),
    }
    match thousands {
        0 => {}
        1 => words.push("mille".to_owned()),
        _ => words.push(format!("{} mille", below_thousand(thousands, false))),
    }
    if rest > 0 || number == 0 {
        words.push(below_thousand(rest, true));
    }
    words.join(" ")
}

/// `last`: whether vingt and cent stand last and so take their plural s.
fn below_thousand(n: usize, last: bool) -> String {
    let plural = if last { "s" } else { "" };
    match n {
        0..100 => below_hundred(n, plural),
        100 => "cent".to_owned(),
        101..200 => format!("cent {}", below_hundred(n % 100, plural)),
        _ if n.is_multiple_of(100) => format!("{} cent{plural}", SMALL[n / 100]),
        _ => format!("{} cent {}", SMALL[n / 100], below_hundred(n % 100, plural)),
    }
}

fn below_hundred(n: usize, plural: &str) -> String {
    let tens = TENS[n / 10];
    match n {
        0..17 => SMALL[n].to_owned(),
        80 => format!("{tens}{plural}"),
        21 | 31 | 41 | 51 | 61 => format!("{tens} et un"),
        71 => "soixante et onze".to_owned(),
        // Seventy is sixty-ten, ninety is eighty-ten.
        72..77 | 91..97 => format!("{tens}-{}", SMALL[n % 10 + 10]),
        77..80 | 97..100 => format!("{tens}-dix-{}", SMALL[n % 10]),
        70 | 90 => format!("{tens}-dix"),
        _ if n.is_multiple_of(10) => tens.to_owned(),
        _ => format!("{tens}-{}", SMALL[n % 10]),
    }
}
