//! Layouts as the inside of a LaTeX formula.

use super::language::Language;
use super::layout::{Layout, Sign};
use super::symbol::Symbol;

/// The layout as LaTeX.
pub(super) fn write(layout: &Layout, language: &Language) -> String {
    let tex = |inner: &Layout| write(inner, language);
    match layout {
        Layout::Numeral { digits, grouped } => marks(&language.numeral(digits, *grouped)),
        Layout::Symbol(symbol) => letters(symbol),
        Layout::Text(words) => text(words),
        Layout::Negative(inner) => format!("-{}", tex(inner)),
        Layout::Sequence(parts) => parts.iter().map(tex).collect(),
        Layout::Sign(sign) => between(*sign).to_owned(),
        Layout::Separator(mark) => format!("{mark} "),
        Layout::Product(factors) => factors.iter().fold(String::new(), |product, factor| {
            apart(product, &tex(factor))
        }),
        Layout::Fraction(n, d) => format!("\\frac{{{}}}{{{}}}", tex(n), tex(d)),
        Layout::Mixed(whole, part) => format!("{}{}", tex(whole), tex(part)),
        Layout::Power(base, exponent) => format!("{}^{}", tex(base), grouped(&tex(exponent))),
        Layout::Index(base, index) => format!("{}_{}", tex(base), grouped(&tex(index))),
        Layout::Root(inner) => format!("\\sqrt{{{}}}", tex(inner)),
        Layout::Brackets(inner) if inner.is_tall() => {
            format!("\\left({}\\right)", tex(inner))
        }
        Layout::Brackets(inner) => format!("({})", tex(inner)),
        Layout::Absolute(inner) => format!("\\left|{}\\right|", tex(inner)),
        Layout::Function(name, arguments) => {
            let arguments: Vec<_> = arguments.iter().map(tex).collect();
            format!(
                "\\operatorname{{{}}}({})",
                escaped(name),
                arguments.join(", ")
            )
        }
        Layout::Percent(amount) => {
            let gap = if language.percent_gap.is_empty() {
                ""
            } else {
                "\\,"
            };
            format!("{}{gap}\\%", tex(amount))
        }
        Layout::Money(amount) => money(&tex(amount), language),
        Layout::Ordinal {
            digits,
            ending,
            raised,
        } => {
            let ending = text(ending);
            match raised {
                true => format!("{digits}^{{{ending}}}"),
                false => format!("{digits}{ending}"),
            }
        }
        Layout::Matrix(rows) => {
            let row = |row: &Vec<Layout>| row.iter().map(tex).collect::<Vec<_>>().join(" & ");
            let rows: Vec<_> = rows.iter().map(row).collect();
            format!(
                "\\begin{{pmatrix}} {} \\end{{pmatrix}}",
                rows.join(" \\\\ ")
            )
        }
        Layout::Chemical(parts) => {
            format!(
                "\\mathrm{{{}}}",
                parts.iter().map(chemical).collect::<String>()
            )
        }
    }
}

/// A comma or a space in a number is no punctuation.
fn marks(numeral: &str) -> String {
    let mut tex = String::with_capacity(numeral.len());
    for character in numeral.chars() {
        match character {
            ',' => tex.push_str("{,}"),
            '\u{a0}' | '\u{202f}' => tex.push_str("\\,"),
            '’' => tex.push_str("\\text{’}"),
            other => tex.push(other),
        }
    }
    tex
}

fn letters(symbol: &Symbol) -> String {
    let base = match symbol.latex_name() {
        Some(name) => format!("\\{name}"),
        None if symbol.is_long() => format!("\\mathrm{{{}}}", escaped(symbol.letters())),
        None => escaped(symbol.letters()),
    };
    match symbol.index() {
        None => base,
        Some(index) if index.chars().count() > 1 && !is_digits(index) => {
            format!("{base}_{{\\mathrm{{{}}}}}", escaped(index))
        }
        Some(index) => format!("{base}_{}", grouped(&escaped(index))),
    }
}

fn is_digits(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit())
}

const fn between(sign: Sign) -> &'static str {
    match sign {
        Sign::Plus => " + ",
        Sign::Minus => " - ",
        Sign::Times => " \\times ",
        Sign::Dot => " \\cdot ",
        Sign::Divided => " \\div ",
        Sign::Modulo => " \\bmod ",
        Sign::Equal => " = ",
        Sign::Unequal => " \\neq ",
        Sign::Less => " < ",
        Sign::AtMost => " \\leq ",
        Sign::Greater => " > ",
        Sign::AtLeast => " \\geq ",
    }
}

/// `next` after `before`, with a space if a command would swallow its letter.
fn apart(mut before: String, next: &str) -> String {
    let command = before
        .rsplit('\\')
        .next()
        .is_some_and(|tail| before.contains('\\') && tail.chars().all(|c| c.is_ascii_alphabetic()));
    if command && next.starts_with(|c: char| c.is_ascii_alphabetic()) {
        before.push(' ');
    }
    before.push_str(next);
    before
}

/// In braces unless it is a single character.
fn grouped(tex: &str) -> String {
    if tex.chars().count() == 1 {
        tex.to_owned()
    } else {
        format!("{{{tex}}}")
    }
}

fn money(amount: &str, language: &Language) -> String {
    let sign = match language.currency {
        "$" => "\\$".to_owned(),
        sign => format!("\\text{{{sign}}}"),
    };
    let gap = if language.currency_gap.is_empty() {
        ""
    } else {
        "\\,"
    };
    if language.currency_first {
        format!("{sign}{gap}{amount}")
    } else {
        format!("{amount}{gap}{sign}")
    }
}

fn text(words: &str) -> String {
    match operator(words) {
        Some(operator) => operator.to_owned(),
        None => format!("\\text{{{}}}", escaped(words)),
    }
}

/// A text that is a sign between numbers is one in a formula too, with the room of a sign. A space
/// ends a command where a letter follows.
fn operator(words: &str) -> Option<&'static str> {
    Some(match words {
        "+" => "+",
        "-" | "\u{2212}" => "-",
        "±" => "\\pm ",
        "×" => "\\times ",
        "·" => "\\cdot ",
        "÷" => "\\div ",
        "=" => "=",
        "≠" => "\\neq ",
        "<" => "<",
        ">" => ">",
        "≤" => "\\leq ",
        "≥" => "\\geq ",
        _ => return None,
    })
}

/// Text whose special characters stand for themselves.
fn escaped(words: &str) -> String {
    let mut tex = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '\\' => tex.push_str("\\textbackslash{}"),
            '^' => tex.push_str("\\textasciicircum{}"),
            // There is no command for it that every reader of LaTeX knows.
            '~' => tex.push('˜'),
            '{' | '}' | '$' | '&' | '#' | '_' | '%' => {
                tex.push('\\');
                tex.push(character);
            }
            '\u{a0}' => tex.push('~'),
            '\n' | '\r' | '\t' => tex.push(' '),
            control if control.is_control() => tex.push('\u{fffd}'),
            other => tex.push(other),
        }
    }
    tex
}

/// A piece of a chemical formula, inside `\mathrm`.
fn chemical(piece: &Layout) -> String {
    match piece {
        Layout::Text(words) => match words.trim() {
            "→" => " \\rightarrow ".to_owned(),
            "⇌" => " \\rightleftharpoons ".to_owned(),
            "·" => " \\cdot ".to_owned(),
            words => words.replace('\u{2212}', "-"),
        },
        Layout::Numeral { digits, .. } => digits.clone(),
        Layout::Sign(sign) => between(*sign).to_owned(),
        Layout::Power(base, charge) => {
            format!("{}^{}", chemical(base), grouped(&chemical(charge)))
        }
        Layout::Index(base, index) => format!("{}_{}", chemical(base), grouped(&chemical(index))),
        _ => String::new(),
    }
}
