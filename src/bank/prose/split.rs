//! Where the holes and blanks of a text are.

use std::ops::Range;

/// A part of a text, as byte ranges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Text that stays as it is.
    Literal(Range<usize>),
    /// `{{ expression | format }}`
    Hole {
        /// The expression.
        expression: Range<usize>,
        /// The formats.
        formats: Vec<Range<usize>>,
    },
    /// `[[name]]`: the name.
    Blank(Range<usize>),
}

/// Splits a text. In a run of `{` a hole opens at the last two, in a run of `}` it closes at the
/// first two, so that LaTeX's own braces can stand around it: `\frac{{{a}}}{{{b}}}`.
///
/// The error is the place of a `{{` that is never closed.
pub fn split(text: &str) -> Result<Vec<Part>, Range<usize>> {
    let bytes = text.as_bytes();
    let mut parts = Vec::new();
    let (mut literal, mut at) = (0, 0);
    while at < bytes.len() {
        let opens = match bytes[at] {
            b'{' => {
                let run = run_of(bytes, at);
                if run < 2 {
                    at += run;
                    continue;
                }
                at + run - 2
            }
            b'[' if blank_end(text, at).is_some() => at,
            _ => {
                at += 1;
                continue;
            }
        };
        if literal < opens {
            parts.push(Part::Literal(literal..opens));
        }
        let inside = opens + 2;
        let (part, end) = match blank_end(text, opens) {
            Some(end) if bytes[opens] == b'[' => (Part::Blank(inside..end), end),
            _ => hole(text, inside).ok_or(opens..inside)?,
        };
        parts.push(part);
        at = end + 2;
        literal = at;
    }
    if literal < text.len() {
        parts.push(Part::Literal(literal..text.len()));
    }
    Ok(parts)
}

fn run_of(bytes: &[u8], at: usize) -> usize {
    bytes[at..]
        .iter()
        .take_while(|byte| **byte == bytes[at])
        .count()
}

/// Where the name of a blank that opens at `at` ends. `[[1, 2], [3, 4]]` is no blank.
fn blank_end(text: &str, at: usize) -> Option<usize> {
    let inside = text[at..].strip_prefix("[[")?;
    let length = inside.find("]]")?;
    let name = inside[..length].trim();
    let is_name = !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || "_-".contains(c));
    is_name.then_some(at + 2 + length)
}

/// Reads a hole from behind its `{{` up to its `}}`; quotes hide braces and bars.
fn hole(text: &str, start: usize) -> Option<(Part, usize)> {
    let bytes = text.as_bytes();
    let mut quote = None;
    let mut bars = Vec::new();
    let mut at = start;
    let end = loop {
        let byte = *bytes.get(at)?;
        match quote {
            Some(open) if byte == open => quote = None,
            Some(_) if byte == b'\\' => at += 1,
            Some(_) => {}
            None if byte == b'"' || byte == b'\'' => quote = Some(byte),
            None if byte == b'|' => bars.push(at),
            None if byte == b'}' && bytes.get(at + 1) == Some(&b'}') => break at,
            None => {}
        }
        at += 1;
    };
    let mut edges = bars.clone();
    edges.push(end);
    let expression = start..edges[0];
    let formats = edges
        .windows(2)
        .map(|pair| trimmed(text, pair[0] + 1..pair[1]))
        .collect();
    Some((
        Part::Hole {
            expression: trimmed(text, expression),
            formats,
        },
        end,
    ))
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let piece = &text[range.clone()];
    let start = range.start + (piece.len() - piece.trim_start().len());
    start..(start + piece.trim().len())
}

#[cfg(test)]
mod tests {
    use super::{Part, split};

    fn shown(text: &str) -> Vec<String> {
        let show = |part: &Part| match part {
            Part::Literal(range) => format!("'{}'", &text[range.clone()]),
            Part::Blank(range) => format!("[{}]", &text[range.clone()]),
            Part::Hole {
                expression,
                formats,
            } => {
                let formats: Vec<&str> = formats.iter().map(|range| &text[range.clone()]).collect();
                format!("<{}|{}>", &text[expression.clone()], formats.join("|"))
            }
        };
        split(text).expect("closed").iter().map(show).collect()
    }

    #[test]
    fn braces_of_latex_stay_outside() {
        let expected = ["'\\frac{'", "<a|>", "'}{'", "<b|>", "'}'"];
        assert_eq!(shown(r"\frac{{{a}}}{{{b}}}"), expected);
        assert_eq!(shown("a {set} of {{ n }}"), ["'a {set} of '", "<n|>"]);
    }

    #[test]
    fn formats_and_quotes() {
        assert_eq!(
            shown(r#"{{ x | decimal(2) | capital }}"#),
            ["<x|decimal(2)|capital>"]
        );
        assert_eq!(shown(r#"{{ "}}|" + t }}!"#), [r#"<"}}|" + t|>"#, "'!'"]);
    }

    #[test]
    fn blanks_have_names_and_lists_of_lists_are_text() {
        assert_eq!(shown("x = [[ root ]]."), ["'x = '", "[ root ]", "'.'"]);
        assert_eq!(shown("[[1, 2], [3]]"), ["'[[1, 2], [3]]'"]);
    }

    #[test]
    fn an_open_hole_is_an_error() {
        assert_eq!(split("ab {{ c }"), Err(3..5));
        assert_eq!(split("ab {{ 'c }}"), Err(3..5));
        assert_eq!(split("é{{"), Err(2..4));
    }
}
