//! Filters of our own.

use std::io::Write;

use tera::{Kwargs, State, Tera, TeraResult, Value};

use crate::render::escape;
use crate::render::messages::{Message, filled};

/// Makes the filters known to the templates.
pub fn register(tera: &mut Tera) {
    tera.register_filter("css_string", css_string);
    tera.register_filter("css_counters", css_counters);
    tera.register_filter("say", say);
}

/// The filter `say`: a message with its braces filled, in the form for the number `n`.
fn say(message: &Value, values: Kwargs, _: &State) -> TeraResult<String> {
    let part = |map: &tera::Map, key: &str| {
        let found = map.get(&tera::value::Key::Str(key));
        found.map(ToString::to_string).unwrap_or_default()
    };
    let message = match message.as_map() {
        Some(map) => Message::Counted {
            one: part(map, "one"),
            other: part(map, "other"),
            one_below: part(map, "one_below").parse().ok(),
        },
        None => Message::Plain(message.to_string()),
    };
    let values: Vec<(String, String)> = values
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_string()))
        .collect();
    Ok(message.fill(values.iter().map(|(name, value)| (&**name, &**value))))
}

/// The filter `css_string`: text as a quoted string of a style sheet, which ends neither the string
/// nor the `<style>` element.
fn css_string(text: &str, _: Kwargs, _: &State) -> Value {
    Value::safe_string(&quoted(text))
}

fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' | '<' | '>' | '&' => {
                quoted.push_str(&format!("\\{:x} ", u32::from(character)))
            }
            control if control.is_control() => quoted.push(' '),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

/// The filter `css_counters`: `Page {page} of {pages}` as the content of a margin box. In a stack
/// every paper takes the same number of `sides`, and the counter style of that name begins again
/// after as many pages.
fn css_counters(text: &str, arguments: Kwargs, _: &State) -> TeraResult<Value> {
    let sides: u32 = arguments.get("sides")?.unwrap_or(0);
    let (page, pages) = match sides {
        0 => ("counter(page)".to_owned(), "counter(pages)".to_owned()),
        _ => ("counter(page, side)".to_owned(), quoted(&sides.to_string())),
    };
    // Letters that no text has stand for the counters while the text is quoted.
    let marked = [("page", "\u{E000}"), ("pages", "\u{E001}")];
    let marked = quoted(&filled(text, marked.iter().copied()));
    let content = marked
        .replace('\u{E000}', &format!("\" {page} \""))
        .replace('\u{E001}', &format!("\" {pages} \""));
    Ok(Value::safe_string(&content))
}

/// What Tera escapes plain text with in Markdown.
pub fn escape_markdown(text: &str, out: &mut dyn Write) -> std::io::Result<()> {
    let mut escaped = String::with_capacity(text.len());
    escape::markdown(text, &mut escaped);
    out.write_all(escaped.as_bytes())
}
