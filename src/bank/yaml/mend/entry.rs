//! Mistakes in one-line lists and maps: an entry that is no YAML, and what stands behind the
//! closing bracket.

use std::ops::Range;

use super::{Found, Help, Place};
use crate::diagnostic::Code;

/// Where the first one-line list or map of a line begins.
fn opening(text: &str, place: &Place) -> Option<usize> {
    let line = place.line(text);
    let opens = |at: &usize| {
        let before = line.get(..*at).unwrap_or("");
        before.ends_with(' ') && before.trim_end().ends_with([':', '-'])
    };
    let brackets = line.match_indices(['{', '[']).map(|(at, _)| at);
    let at = brackets.into_iter().find(opens)?;
    let is_text = line.get(at..)?.starts_with("{{") || line.get(at..)?.starts_with("[[");
    (!is_text).then_some(place.line.start + at)
}

/// The innermost entry that holds a place, up to the comma or bracket behind it; `None` outside
/// of all brackets. What stands in double quotes is passed over.
fn entry_at(text: &str, start: usize, place: &Place) -> Option<Range<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut found: Option<(usize, usize)> = None;
    let mut quoted = false;
    for (offset, c) in text.get(start..place.line.end)?.char_indices() {
        let at = start + offset;
        if found.is_none() && at >= place.at {
            found = Some((*open.last()?, open.len()));
        }
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '[' | '{' => open.push(at + 1),
            ',' | ']' | '}' => {
                if let Some((begin, depth)) = found
                    && open.len() == depth
                {
                    return Some(begin..at);
                }
                match (open.last_mut(), c) {
                    (Some(entry), ',') => *entry = at + 1,
                    _ => drop(open.pop()),
                }
            }
            _ => {}
        }
    }
    found.map(|(begin, _)| begin..place.line.end)
}

/// `{one: a dog: big}`, `{xs: [1, 2] + ys}`: a text or an expression that needs quotes.
pub fn mistaken(text: &str, place: &Place) -> Option<Found> {
    let start = opening(text, place)?;
    let entry = entry_at(text, start, place)?;
    let whole = text.get(entry.clone())?;
    let (key, meant) = match whole.split_once(": ") {
        Some((key, meant)) => (Some(key.trim()), meant),
        None => (None, whole),
    };
    let from = entry.end - meant.trim_start().len();
    let meant = meant.trim();
    if meant.is_empty() || meant.starts_with(['"', '\'']) || from > place.at + 1 {
        return None;
    }
    let message = match meant.split_once(": ") {
        Some((read, _)) => format!("a second `: ` in one entry; YAML reads `{read}` as a key"),
        None if meant.starts_with(['[', '{']) => {
            format!(
                "a value that begins with `{}` ends at the closing bracket",
                &meant[..1]
            )
        }
        None => return None,
    };
    let quoted = format!("'{}'", meant.replace('\'', "''"));
    let entry = key.map_or_else(|| quoted.clone(), |key| format!("{key}: {quoted}"));
    Some(Found {
        code: Code::CutText,
        span: from..from + meant.len(),
        message,
        help: Help::Line(format!("put the text in quotes: `{entry}`")),
        signs: (from..from + meant.len()).collect(),
        cut: None,
    })
}

/// `vary: {a: 1..9} b: 3`: an entry that was left outside of the brackets.
pub fn left_behind(text: &str, place: &Place) -> Option<Found> {
    let start = opening(text, place)?;
    if entry_at(text, start, place).is_some() {
        return None;
    }
    let closing = text.get(start..place.at)?.rfind(['}', ']'])?;
    let rest = text.get(start + closing + 1..place.line.end)?;
    let entry = rest.trim_start_matches([',', ' ']);
    let (key, _) = entry.split_once(": ")?;
    let is_name = |c: char| c.is_alphanumeric() || "_ -".contains(c);
    if !rest.starts_with([',', ' ']) || key.is_empty() || !key.chars().all(is_name) {
        return None;
    }
    let from = place.line.end - entry.len();
    let bracket = text.get(start..)?.chars().next()?;
    let entry = entry.trim_end();
    Some(Found {
        code: Code::Syntax,
        span: from..from + entry.len(),
        message: format!("`{entry}` stands behind the closing bracket"),
        help: Help::Line(format!(
            "move it before the bracket that closes `{bracket}`, with a comma, or to a line of its own"
        )),
        signs: Vec::new(),
        cut: Some(from),
    })
}
