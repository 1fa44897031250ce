//! Lists: "3, 4, 5" and "3, 4 and 5".

use super::dispatch;
use super::format::Format;
use super::language::{Family, Language};
use super::layout::Layout;
use super::misfit::Misfit;
use super::text;
use crate::value::Value;

/// The entries with separators, each in the format.
pub(super) fn plain(
    values: &[Value],
    format: Format,
    language: &Language,
) -> Result<Layout, Misfit> {
    let entries = entries(values, format, language)?;
    Ok(separated(entries, language))
}

/// The entries with the word for "and" before the last.
pub(super) fn spoken(values: &[Value], language: &Language) -> Result<Layout, Misfit> {
    let mut entries = entries(values, Format::Plain, language)?;
    let Some(last) = entries.pop() else {
        return Err(Misfit::EmptyList);
    };
    if entries.is_empty() {
        return Ok(last);
    }
    let and = format!(" {} ", and_before(&text::write(&last, language), language));
    let head = separated(entries, language);
    let mut parts = match head {
        Layout::Sequence(parts) => parts,
        single => vec![single],
    };
    parts.extend([Layout::Text(and), last]);
    Ok(Layout::Sequence(parts))
}

/// Rows and columns; a list of anything but lists is a column.
pub(super) fn matrix(rows: &[Value], value: &Value, language: &Language) -> Result<Layout, Misfit> {
    let entry = |value: &Value| match value {
        Value::List(_) => Err(Misfit::kind(Format::Matrix, value.kind())),
        _ => dispatch::plain(value, language),
    };
    let row = |row: &Value| match row {
        Value::List(row) => row.iter().map(entry).collect(),
        single => Ok(vec![entry(single)?]),
    };
    let rows: Vec<Vec<Layout>> = rows.iter().map(row).collect::<Result<_, _>>()?;
    let width = rows.first().map_or(0, Vec::len);
    match width {
        0 => Err(Misfit::EmptyList),
        _ if rows.iter().any(|row| row.len() != width) => {
            Err(Misfit::kind(Format::Matrix, value.kind()))
        }
        _ => Ok(Layout::Matrix(rows)),
    }
}

fn entries(values: &[Value], format: Format, language: &Language) -> Result<Vec<Layout>, Misfit> {
    if values.is_empty() {
        return Err(Misfit::EmptyList);
    }
    let entry = |value: &Value| {
        let layout = dispatch::layout(value, format, language)?;
        // A list in a list reads as a pair: (3, 4), (5, 6).
        Ok(match value {
            Value::List(_) => layout.bracketed(),
            _ => layout,
        })
    };
    values.iter().map(entry).collect()
}

fn separated(mut entries: Vec<Layout>, language: &Language) -> Layout {
    if entries.len() == 1
        && let Some(single) = entries.pop()
    {
        return single;
    }
    // Where the decimal mark is a comma, commas cannot also part decimals.
    let decimals = language.decimal == ',' && entries.iter().any(has_decimals);
    let separator = if decimals { ';' } else { ',' };
    let mut parts = Vec::new();
    for entry in entries {
        if !parts.is_empty() {
            parts.push(Layout::Separator(separator));
        }
        parts.push(entry);
    }
    Layout::Sequence(parts)
}

fn has_decimals(layout: &Layout) -> bool {
    match layout {
        Layout::Numeral { digits, .. } => digits.contains('.'),
        Layout::Negative(inner)
        | Layout::Brackets(inner)
        | Layout::Percent(inner)
        | Layout::Money(inner) => has_decimals(inner),
        Layout::Sequence(parts) | Layout::Product(parts) => parts.iter().any(has_decimals),
        _ => false,
    }
}

/// Spanish y becomes e before the sound i: padre e hijo, but agua y hielo.
fn and_before(next: &str, language: &Language) -> &'static str {
    let next = next.to_lowercase();
    let sounds = |start: &str| next.starts_with(start);
    let i = sounds("i") || sounds("í") || sounds("hi") || sounds("hí");
    if language.family == Family::Spanish && i && !sounds("hie") && !sounds("hia") {
        "e"
    } else {
        language.and
    }
}
