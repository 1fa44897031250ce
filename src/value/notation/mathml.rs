//! Layouts as presentation MathML: always one element.

use super::language::Language;
use super::layout::Layout;
use super::symbol::Symbol;

/// The layout as one escaped MathML element.
pub(super) fn write(layout: &Layout, language: &Language) -> String {
    let element = |inner: &Layout| write(inner, language);
    let pair =
        |tag: &str, a: &Layout, b: &Layout| format!("<{tag}>{}{}</{tag}>", element(a), element(b));
    match layout {
        Layout::Numeral { digits, grouped } => number(&language.numeral(digits, *grouped)),
        Layout::Symbol(symbol) => letters(symbol),
        Layout::Text(words) => text(words),
        Layout::Negative(inner) => row(&format!(
            "<mo form=\"prefix\">\u{2212}</mo>{}",
            element(inner)
        )),
        Layout::Sequence(parts) => row(&parts.iter().map(element).collect::<String>()),
        Layout::Sign(sign) => format!("<mo>{}</mo>", escaped(sign.character())),
        Layout::Separator(mark) => format!("<mo separator=\"true\">{mark}</mo>"),
        Layout::Product(factors) => {
            let factors: Vec<_> = factors.iter().map(element).collect();
            row(&factors.join("<mo>\u{2062}</mo>"))
        }
        Layout::Fraction(n, d) => pair("mfrac", n, d),
        Layout::Mixed(whole, part) => row(&format!("{}{}", element(whole), element(part))),
        Layout::Power(base, exponent) => pair("msup", base, exponent),
        Layout::Index(base, index) => pair("msub", base, index),
        Layout::Root(inner) => format!("<msqrt>{}</msqrt>", element(inner)),
        Layout::Brackets(inner) => fenced('(', &element(inner), ')'),
        Layout::Absolute(inner) => fenced('|', &element(inner), '|'),
        Layout::Function(name, arguments) => {
            let arguments: Vec<_> = arguments.iter().map(element).collect();
            let arguments = arguments.join("<mo separator=\"true\">,</mo>");
            let arguments = fenced('(', &arguments, ')');
            row(&format!(
                "<mi>{}</mi><mo>\u{2061}</mo>{arguments}",
                escaped(name)
            ))
        }
        Layout::Percent(amount) => {
            let amount = element(amount);
            row(&format!("{amount}<mo>{}%</mo>", language.percent_gap))
        }
        Layout::Money(amount) => {
            let (sign, gap) = (language.currency, language.currency_gap);
            let amount = element(amount);
            row(&if language.currency_first {
                format!("<mtext>{sign}{gap}</mtext>{amount}")
            } else {
                format!("{amount}<mtext>{gap}{sign}</mtext>")
            })
        }
        Layout::Ordinal {
            digits,
            ending,
            raised,
        } => {
            let (digits, ending) = (number(digits), text(ending));
            match raised {
                true => format!("<msup>{digits}{ending}</msup>"),
                false => row(&format!("{digits}{ending}")),
            }
        }
        Layout::Matrix(rows) => {
            let cell = |cell: &Layout| format!("<mtd>{}</mtd>", element(cell));
            let line = |line: &Vec<Layout>| {
                format!("<mtr>{}</mtr>", line.iter().map(cell).collect::<String>())
            };
            let lines: String = rows.iter().map(line).collect();
            fenced('(', &format!("<mtable>{lines}</mtable>"), ')')
        }
        Layout::Chemical(parts) => row(&parts.iter().map(chemical).collect::<String>()),
    }
}

fn row(content: &str) -> String {
    format!("<mrow>{content}</mrow>")
}

fn number(digits: &str) -> String {
    format!("<mn>{digits}</mn>")
}

fn fenced(open: char, content: &str, close: char) -> String {
    row(&format!(
        "<mo fence=\"true\" form=\"prefix\">{open}</mo>{content}<mo fence=\"true\" form=\"postfix\">{close}</mo>"
    ))
}

fn letters(symbol: &Symbol) -> String {
    let base = format!("<mi>{}</mi>", escaped(symbol.letters()));
    match symbol.index() {
        None => base,
        Some(index) if index.chars().all(|c| c.is_ascii_digit()) => {
            format!("<msub>{base}{}</msub>", number(index))
        }
        Some(index) => format!("<msub>{base}<mi>{}</mi></msub>", escaped(index)),
    }
}

/// Words; spaces at the ends would collapse, so they become no-break spaces.
fn text(words: &str) -> String {
    let inner = words.trim_matches(' ');
    let start = words.len() - words.trim_start_matches(' ').len();
    let end = words.len() - start - inner.len();
    let space = |n: usize| "\u{a0}".repeat(n);
    format!(
        "<mtext>{}{}{}</mtext>",
        space(start),
        escaped(inner),
        space(end)
    )
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' | '\r' | '\t' => escaped.push(' '),
            // Other control characters are not allowed in XML.
            control if control.is_control() => escaped.push('\u{fffd}'),
            other => escaped.push(other),
        }
    }
    escaped
}

/// A piece of a chemical formula: letters upright, digits and signs as such.
fn chemical(piece: &Layout) -> String {
    match piece {
        Layout::Text(words) => match words.trim() {
            sign @ ("→" | "⇌" | "·") => format!("<mo>{sign}</mo>"),
            bracket @ ("(" | ")" | "[" | "]") => {
                format!("<mo stretchy=\"false\">{bracket}</mo>")
            }
            words if words.ends_with(['+', '\u{2212}']) => charge(words),
            words => format!("<mi mathvariant=\"normal\">{}</mi>", escaped(words)),
        },
        Layout::Numeral { digits, .. } => number(digits),
        Layout::Sign(sign) => format!("<mo>{}</mo>", escaped(sign.character())),
        Layout::Power(base, exponent) => {
            format!("<msup>{}{}</msup>", chemical(base), chemical(exponent))
        }
        Layout::Index(base, index) => {
            format!("<msub>{}{}</msub>", chemical(base), chemical(index))
        }
        // A chemical formula has no other pieces.
        _ => String::new(),
    }
}

fn charge(words: &str) -> String {
    let digits = words.trim_end_matches(['+', '\u{2212}']);
    let sign = words.get(digits.len()..).unwrap_or_default();
    match digits {
        "" => format!("<mo>{sign}</mo>"),
        _ => row(&format!("{}<mo>{sign}</mo>", number(digits))),
    }
}
