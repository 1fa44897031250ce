//! Spanish: ciento veintitrés mil cuatrocientos uno.

use super::groups;

const SMALL: [&str; 30] = [
    "cero",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidós",
    "veintitrés",
    "veinticuatro",
    "veinticinco",
    "veintiséis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
];
const TENS: [&str; 10] = [
    "",
    "",
    "",
    "treinta",
    "cuarenta",
    "cincuenta",
    "sesenta",
    "setenta",
    "ochenta",
    "noventa",
];
const HUNDREDS: [&str; 10] = [
    "",
    "ciento",
    "doscientos",
    "trescientos",
    "cuatrocientos",
    "quinientos",
    "seiscientos",
    "setecientos",
    "ochocientos",
    "novecientos",
];

pub(super) fn cardinal(number: u64) -> String {
    let (millions, thousands, rest) = groups(number);
    let mut words = Vec::new();
    match millions {
        0 => {}
        1 => words.push("un millón".to_owned()),
        _ => words.push(format!("{} millones", before_noun(millions))),
    }
    match thousands {
        0 => {}
        1 => words.push("mil".to_owned()),
        _ => words.push(format!("{} mil", before_noun(thousands))),
    }
    if rest > 0 || number == 0 {
        words.push(below_thousand(rest));
    }
    words.join(" ")
}

/// Before mil and millones a final uno is cut: veintiún mil, treinta y un mil.
fn before_noun(n: usize) -> String {
    let words = below_thousand(n);
    match words.strip_suffix("uno") {
        Some(head) if head.ends_with("veinti") => format!("{head}ún"),
        Some(head) => format!("{head}un"),
        None => words,
    }
}

fn below_thousand(n: usize) -> String {
    match n {
        0..30 => SMALL[n].to_owned(),
        30..100 if n.is_multiple_of(10) => TENS[n / 10].to_owned(),
        30..100 => format!("{} y {}", TENS[n / 10], SMALL[n % 10]),
        100 => "cien".to_owned(),
        _ if n.is_multiple_of(100) => HUNDREDS[n / 100].to_owned(),
        _ => format!("{} {}", HUNDREDS[n / 100], below_thousand(n % 100)),
    }
}
