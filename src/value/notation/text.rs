//! Layouts as plain text for people.

use super::language::Language;
use super::layout::{Layout, Sign};
use super::symbol::Symbol;

/// The layout as text. Nothing is escaped.
pub(super) fn write(layout: &Layout, language: &Language) -> String {
    let text = |inner: &Layout| write(inner, language);
    let all = |parts: &[Layout]| parts.iter().map(text).collect::<String>();
    match layout {
        Layout::Numeral { digits, grouped } => language.numeral(digits, *grouped),
        Layout::Symbol(symbol) => letters(symbol),
        Layout::Text(words) => words.clone(),
        Layout::Negative(inner) => format!("\u{2212}{}", text(inner)),
        Layout::Sequence(parts) | Layout::Chemical(parts) => all(parts),
        Layout::Sign(sign) => sign_between(*sign),
        Layout::Separator(mark) => format!("{mark} "),
        Layout::Product(factors) => factors.iter().map(|f| factor(f, language)).collect(),
        Layout::Fraction(numerator, denominator) => {
            let (numerator, denominator) =
                (over(numerator, language), under(denominator, language));
            format!("{numerator}/{denominator}")
        }
        Layout::Mixed(whole, part) => format!("{} {}", text(whole), text(part)),
        Layout::Power(base, exponent) => {
            let exponent = text(exponent);
            let raised: Option<String> = exponent.chars().map(superscript).collect();
            let base = text(base);
            match raised {
                Some(raised) => format!("{base}{raised}"),
                None if exponent.chars().count() == 1 => format!("{base}^{exponent}"),
                None => format!("{base}^({exponent})"),
            }
        }
        Layout::Index(base, index) => format!("{}{}", text(base), lowered(&text(index))),
        Layout::Root(inner) => match &**inner {
            Layout::Numeral { .. } | Layout::Symbol(_) => format!("√{}", text(inner)),
            _ => format!("√({})", text(inner)),
        },
        Layout::Brackets(inner) => format!("({})", text(inner)),
        Layout::Absolute(inner) => format!("|{}|", text(inner)),
        Layout::Function(name, arguments) => {
            let arguments: Vec<_> = arguments.iter().map(text).collect();
            format!("{name}({})", arguments.join(", "))
        }
        Layout::Percent(amount) => format!("{}{}%", text(amount), language.percent_gap),
        Layout::Money(amount) => {
            let (sign, gap, amount) = (language.currency, language.currency_gap, text(amount));
            if language.currency_first {
                format!("{sign}{gap}{amount}")
            } else {
                format!("{amount}{gap}{sign}")
            }
        }
        Layout::Matrix(rows) => {
            let row = |row: &Vec<Layout>| row.iter().map(text).collect::<Vec<_>>().join(", ");
            let rows: Vec<_> = rows.iter().map(row).collect();
            format!("({})", rows.join("; "))
        }
        Layout::Ordinal { digits, ending, .. } => format!("{digits}{ending}"),
    }
}

fn letters(symbol: &Symbol) -> String {
    match symbol.index() {
        None => symbol.letters().to_owned(),
        Some(index) => format!("{}{}", symbol.letters(), lowered(index)),
    }
}

fn sign_between(sign: Sign) -> String {
    format!(" {} ", sign.character())
}

/// In a line of text 3/4x could be 3/(4x).
fn factor(factor: &Layout, language: &Language) -> String {
    let text = write(factor, language);
    match factor {
        Layout::Fraction(..) | Layout::Mixed(..) => format!("({text})"),
        _ => text,
    }
}

fn over(numerator: &Layout, language: &Language) -> String {
    let text = write(numerator, language);
    match numerator {
        Layout::Sequence(_) | Layout::Fraction(..) | Layout::Mixed(..) | Layout::Negative(_) => {
            format!("({text})")
        }
        _ => text,
    }
}

fn under(denominator: &Layout, language: &Language) -> String {
    match denominator {
        Layout::Product(_) => format!("({})", write(denominator, language)),
        _ => over(denominator, language),
    }
}

fn superscript(character: char) -> Option<char> {
    Some(match character {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        '+' => '⁺',
        '\u{2212}' => '⁻',
        'n' => 'ⁿ',
        _ => return None,
    })
}

fn lowered(index: &str) -> String {
    let digits: Option<String> = index
        .chars()
        .map(|c| c.to_digit(10).and_then(|d| char::from_u32(0x2080 + d)))
        .collect();
    digits.unwrap_or_else(|| format!("_{index}"))
}
