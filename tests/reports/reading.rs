//! What is seen and heard of a page.

use std::collections::BTreeSet;

use isoform::diagnostic::Diagnostics;
use isoform::render::messages::{CATALOGUES, Message, Messages};
use isoform::source::Sources;

/// The English catalogue in letters that no bank here has; names in braces stay.
pub fn pseudo() -> Messages {
    let mut text = String::new();
    for line in CATALOGUES[0]
        .1
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let (key, value) = line.split_once(": ").unwrap();
        text.push_str(&format!("{key}: {}\n", strange(value)));
    }
    let (mut sources, mut diagnostics) = (Sources::new(), Diagnostics::new());
    let read = Messages::read("de", "strange.yaml", &text, &mut sources, &mut diagnostics);
    assert_eq!(diagnostics.iter().count(), 0, "{text}");
    read.unwrap()
}

/// Latin letters outside names in braces become Greek ones.
fn strange(value: &str) -> String {
    let counted = value.starts_with('{');
    let mut depth = 0;
    let mut quoted = !counted;
    let mut out = String::new();
    for c in value.chars() {
        match c {
            '"' if counted => quoted = !quoted,
            '{' if quoted => depth += 1,
            '}' if quoted => depth -= 1,
            _ => {}
        }
        let plain = c.is_ascii_alphabetic() && quoted && depth == 0;
        out.push(if plain { 'λ' } else { c });
    }
    out
}

/// Words in Latin letters, three or more, in lower case.
pub fn words(text: &str) -> BTreeSet<String> {
    let text = text.to_lowercase();
    let words = text.split(|c: char| !c.is_ascii_lowercase());
    let long = words.filter(|word| word.len() > 2);
    long.map(str::to_owned).collect()
}

/// The texts of an HTML page, with those that are heard and those in the margins.
pub fn shown(html: &str) -> String {
    let (head, rest) = html.split_once("<style>").unwrap();
    let (style, body) = rest.split_once("</style>").unwrap();
    let mut text = String::new();
    for rule in style.split("content:").skip(1) {
        let rule = rule.split([';', '}']).next().unwrap();
        let strings = rule.split('"').skip(1).step_by(2);
        text.extend(
            strings
                .filter(|part| !part.starts_with("data:"))
                .flat_map(|part| [part, " "]),
        );
    }
    for part in [head, body] {
        for piece in part.split('<').skip(1) {
            let (tag, after) = piece.split_once('>').unwrap();
            for heard in ["aria-label=\"", "alt=\"", "title=\""] {
                let value = tag
                    .split(heard)
                    .nth(1)
                    .and_then(|rest| rest.split('"').next());
                text.push_str(value.unwrap_or_default());
                text.push(' ');
            }
            text.push_str(after);
            text.push(' ');
        }
    }
    for entity in ["&amp;", "&lt;", "&gt;", "&quot;"] {
        text = text.replace(entity, " ");
    }
    text
}

/// What stands in a message between its braces, in lower case.
pub fn pieces(message: &Message) -> Vec<String> {
    let texts = match message {
        Message::Plain(text) => vec![text],
        Message::Counted { one, other, .. } => vec![one, other],
    };
    let mut pieces = Vec::new();
    for text in texts {
        for part in text.split('{') {
            let part = part.split_once('}').map_or(part, |(_, after)| after);
            pieces.push(part.trim().to_lowercase());
        }
    }
    pieces
}
