//! Writing plain text into another language so that it stays plain text.

/// Appends `text` to HTML, in an element or in a quoted attribute.
pub fn html(text: &str, out: &mut String) {
    push_mapped(text, out, |byte| match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        b'\'' => Some("&#39;"),
        // Other control characters are not allowed in HTML at all.
        0..=8 | 11..=12 | 14..=31 | 127 => Some("\u{FFFD}"),
        _ => None,
    });
}

/// The text that [`html`] was given.
pub fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// Appends a value to running CommonMark (paragraph, list, heading or table cell).
pub fn markdown(value: &str, out: &mut String) {
    // A line of its own could be a list, a heading or code: a value stays on its line.
    if value.contains(char::is_whitespace) {
        let line: Vec<&str> = value.split_whitespace().collect();
        // A bare space at the edge would undo emphasis around the value.
        out.push_str(if value.starts_with(char::is_whitespace) {
            "&#32;"
        } else {
            ""
        });
        markdown_line(&line.join(" "), out);
        out.push_str(if value.ends_with(char::is_whitespace) {
            "&#32;"
        } else {
            ""
        });
    } else {
        markdown_line(value, out);
    }
}

fn markdown_line(line: &str, out: &mut String) {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let first = line.as_bytes().first().copied();
    let second = line.as_bytes().get(1).copied();
    // `- x`, `+`, `===` and `---` would begin a block if the value begins a line.
    let bullet = matches!(first, Some(b'-' | b'+' | b'='))
        && (second.is_none() || second == Some(b' ') || second == first);
    let (head, rest) = line.split_at(if bullet { 1 } else { digits });
    if bullet {
        out.push('\\');
    }
    out.push_str(head);
    if digits > 0 && rest.starts_with(['.', ')']) && (rest.len() == 1 || rest[1..].starts_with(' '))
    {
        out.push('\\');
    }
    push_mapped(rest, out, markdown_byte);
}

/// The CommonMark escape of a character that can begin markup inside a line.
pub(super) fn markdown_byte(byte: u8) -> Option<&'static str> {
    match byte {
        b'\\' => Some("\\\\"),
        b'`' => Some("\\`"),
        b'*' => Some("\\*"),
        b'_' => Some("\\_"),
        b'[' => Some("\\["),
        b']' => Some("\\]"),
        b'<' => Some("\\<"),
        b'>' => Some("\\>"),
        b'$' => Some("\\$"),
        b'|' => Some("\\|"),
        b'~' => Some("\\~"),
        b'&' => Some("\\&"),
        b'#' => Some("\\#"),
        0 => Some("\u{FFFD}"),
        _ => None,
    }
}

/// Appends a value to a code span or block of CommonMark whose fence is two backticks or more, or tildes.
///
/// Nothing can be escaped in code, so a zero-width space parts a run of fence characters.
pub fn code(value: &str, out: &mut String) {
    let mut previous = ' ';
    for character in value.chars() {
        if matches!(character, '`' | '~') && previous == character {
            out.push('\u{200B}');
        }
        out.push(if character.is_whitespace() {
            ' '
        } else {
            character
        });
        previous = character;
    }
}

/// Appends LaTeX to mathematics that stands between dollar signs in Markdown.
///
/// A bare `$` would end the formula and a bare `|` the table cell.
pub fn latex(source: &str, out: &mut String) {
    if !source.contains(['$', '|', '\n', '\r', '\\']) {
        return out.push_str(source);
    }
    let mut characters = source.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('|') => out.push_str("\\Vert "),
                Some(next) => out.extend(['\\', next]),
                None => out.push_str("\\\\"),
            },
            '$' => out.push_str("\\$"),
            '|' => out.push_str("\\vert "),
            '\n' | '\r' => out.push(' '),
            other => out.push(other),
        }
    }
}

/// Appends plain text to the inside of `\text{…}`.
pub fn latex_text(text: &str, out: &mut String) {
    push_mapped(text, out, |byte| match byte {
        b'\\' => Some("\\textbackslash{}"),
        b'{' => Some("\\{"),
        b'}' => Some("\\}"),
        b'$' => Some("\\$"),
        b'%' => Some("\\%"),
        b'#' => Some("\\#"),
        b'&' => Some("\\&"),
        b'_' => Some("\\_"),
        b'^' => Some("\\textasciicircum{}"),
        b'~' => Some("\\textasciitilde{}"),
        b'|' => Some("\\textbar{}"),
        b'`' => Some("\\textasciigrave{}"),
        b'<' => Some("\\textless{}"),
        b'\n' | b'\r' => Some(" "),
        _ => None,
    });
}

/// Appends a value as one piece of an address: everything but letters, digits and `-._~` is
/// percent-encoded, so it can neither name a scheme nor leave its folder.
pub fn address(value: &str, out: &mut String) {
    if value.bytes().all(|byte| byte == b'.') {
        return;
    }
    percent(value, out, |byte| matches!(byte, b'-' | b'.' | b'_' | b'~'));
}

/// Appends an address as the author wrote it, safe in an HTML attribute and in `](…)`.
pub(super) fn written_address(address: &str, out: &mut String) {
    let mut encoded = String::with_capacity(address.len());
    percent(address, &mut encoded, |byte| {
        b"-._~:/?#@!$&*+,;=%".contains(&byte)
    });
    html(&encoded, out);
}

fn percent(text: &str, out: &mut String, keep: impl Fn(u8) -> bool) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || keep(byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 15)]));
        }
    }
}

/// Copies `text`, replacing single bytes (always ASCII, so the cuts fall between characters).
pub(super) fn push_mapped(text: &str, out: &mut String, map: impl Fn(u8) -> Option<&'static str>) {
    let mut copied = 0;
    for (at, byte) in text.bytes().enumerate() {
        if let Some(replacement) = map(byte) {
            out.push_str(&text[copied..at]);
            out.push_str(replacement);
            copied = at + 1;
        }
    }
    out.push_str(&text[copied..]);
}
