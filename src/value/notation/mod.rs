//! How values print: the only place where a value becomes text for people.
//!
//! A value and a [`Format`] become a `layout`: numerals, symbols, fractions,
//! powers. One writer for each [`Medium`] turns a layout into text, LaTeX or
//! MathML. So a format is written once, and a medium knows nothing of formats.

mod algebra;
mod article;
mod chem;
mod dispatch;
pub mod format;
mod formula;
pub mod language;
mod latex;
mod layout;
mod list;
mod mathml;
mod misfit;
mod numeral;
mod ordinal;
mod rounded;
mod symbol;
pub mod table;
mod text;
mod words;

use super::Value;

pub use format::{Format, FormatError};
pub use language::{Family, Language};
pub use misfit::Misfit;
pub use table::FORMATS;

/// Where a value is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Medium {
    /// Plain text for people, with typographic signs. Nothing is escaped.
    Text,
    /// The inside of a LaTeX formula.
    Latex,
    /// One MathML element, escaped, to stand inside `<math>`.
    MathMl,
}

/// The value as text, or why this format cannot print it.
pub fn print(
    value: &Value,
    format: &Format,
    medium: Medium,
    language: &Language,
) -> Result<String, Misfit> {
    // `tex` is LaTeX wherever it stands, so it does not follow the medium.
    if *format == Format::Tex {
        return dispatch::tex(value, medium, language);
    }
    Ok(write(
        &dispatch::layout(value, *format, language)?,
        medium,
        language,
    ))
}

/// Whether this format can print the value as text, without printing it.
///
/// # Errors
/// Why it cannot.
pub fn printable(value: &Value, format: &Format, language: &Language) -> Result<(), Misfit> {
    match (format, value) {
        (Format::Plain, Value::Number(_) | Value::Text(_) | Value::Boolean(_)) => Ok(()),
        (Format::Capital, Value::Text(_)) => Ok(()),
        (Format::Tex, _) => dispatch::tex(value, Medium::Text, language).map(|_| ()),
        _ => dispatch::layout(value, *format, language).map(|_| ()),
    }
}

/// The value as plain text for a message. Unlike [`print()`] it never refuses:
/// a real shows as about a number, a row as its entries.
pub fn describe(value: &Value) -> String {
    let joined = |values: Vec<String>| values.join(", ");
    match value {
        Value::Real(x) => format!("about {x}"),
        Value::Text(text) => format!("\"{text}\""),
        Value::List(values) => format!("[{}]", joined(values.iter().map(describe).collect())),
        Value::Row(row) => {
            let entries = row.iter();
            let entries = entries.map(|(name, value)| format!("{name}: {}", describe(value)));
            format!("{{{}}}", joined(entries.collect()))
        }
        _ => print(value, &Format::Plain, Medium::Text, Language::ENGLISH)
            .unwrap_or_else(|_| value.kind().to_string()),
    }
}

fn write(layout: &layout::Layout, medium: Medium, language: &Language) -> String {
    match medium {
        Medium::Text => text::write(layout, language),
        Medium::Latex => latex::write(layout, language),
        Medium::MathMl => mathml::write(layout, language),
    }
}

#[cfg(test)]
#[path = "tests/mod.rs"]
mod tests;
