//! English: one hundred twenty-three, as American schools say it, without "and".

use super::groups;

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

pub(super) fn cardinal(number: u64) -> String {
    let (millions, thousands, rest) = groups(number);
    let mut words = Vec::new();
    if millions > 0 {
        words.push(format!("{} million", below_thousand(millions)));
    }
    if thousands > 0 {
        words.push(format!("{} thousand", below_thousand(thousands)));
    }
    if rest > 0 || number == 0 {
        words.push(below_thousand(rest));
    }
    words.join(" ")
}

fn below_thousand(n: usize) -> String {
    match n {
        0..20 => SMALL[n].to_owned(),
        20..100 if n.is_multiple_of(10) => TENS[n / 10].to_owned(),
        20..100 => format!("{}-{}", TENS[n / 10], SMALL[n % 10]),
        _ if n.is_multiple_of(100) => format!("{} hundred", SMALL[n / 100]),
        _ => format!("{} hundred {}", SMALL[n / 100], below_thousand(n % 100)),
    }
}
