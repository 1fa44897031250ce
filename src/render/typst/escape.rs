//! Writing plain text into Typst so that it stays plain text.

/// Appends text to Typst markup. White space becomes one space, so that a text keeps to its line:
/// a line break can then begin neither a list nor a heading nor a paragraph.
pub fn markup(text: &str, out: &mut String) {
    let mut before = '\0';
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let ends = characters.peek().is_none_or(|next| is_space(*next));
        match character {
            space if is_space(space) => {
                if before != ' ' {
                    out.push(' ');
                }
                before = ' ';
                continue;
            }
            // Markup, comments, links, labels, quotes, dashes and minus signs that Typst would put.
            '\\' | '#' | '$' | '*' | '_' | '@' | '<' | '>' | '`' | '[' | ']' | '~' | '=' | '+'
            | '-' | '/' | '"' | '\'' => out.push('\\'),
            // `1. ` begins a list, `...` is one letter.
            '.' if before == '.' || (ends && before.is_ascii_digit()) => out.push('\\'),
            _ => {}
        }
        out.push(printable(character));
        before = character;
    }
}

/// Text as a string of Typst code, quotes included.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            other => quoted.push(printable(other)),
        }
    }
    quoted.push('"');
    quoted
}

/// What Typst, as HTML, takes for white space; a no-break space is none.
fn is_space(character: char) -> bool {
    matches!(
        character,
        ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Control characters have no letter in any font.
fn printable(character: char) -> char {
    if character.is_control() {
        '\u{fffd}'
    } else {
        character
    }
}

#[cfg(test)]
mod tests {
    use super::{markup, quoted};

    #[test]
    fn markup_stays_text() {
        for (text, expected) in [
            ("a  b\n\n= c", "a b \\= c"),
            ("1. one", "1\\. one"),
            ("3.5 ... x 2.", "3.5 .\\.\\. x 2\\."),
            ("#set $x$ *y* _z_ @a", "\\#set \\$x\\$ \\*y\\* \\_z\\_ \\@a"),
            (
                "<l> [c] `r` // /* */",
                "\\<l\\> \\[c\\] \\`r\\` \\/\\/ \\/\\* \\*\\/",
            ),
            (
                "- \"don't\" -- 5\\u{41}",
                "\\- \\\"don\\'t\\\" \\-\\- 5\\\\u{41}",
            ),
            ("a\u{a0}b~c", "a\u{a0}b\\~c"),
        ] {
            let mut out = String::new();
            markup(text, &mut out);
            assert_eq!(out, expected, "{text}");
        }
        assert_eq!(quoted("a\"b\\c\nd"), "\"a\\\"b\\\\c\\nd\"");
    }
}
