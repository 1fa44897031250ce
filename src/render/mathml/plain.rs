//! MathML as a line of text: `3/4`, `x^2`, `√(a + b)`.

use crate::render::escape::unescape;

/// An element being read: its name and the text of its children.
struct Element<'a> {
    name: &'a str,
    attributes: &'a str,
    children: Vec<String>,
}

/// Writes MathML, as this crate makes it, as one line of plain text.
pub fn plain(mathml: &str) -> String {
    let mut open = vec![Element {
        name: "",
        attributes: "",
        children: Vec::new(),
    }];
    let mut rest = mathml;
    while let Some(at) = rest.find('<') {
        let (text, tail) = rest.split_at(at);
        push_text(&mut open, text);
        let Some(end) = tail.find('>') else { break };
        let tag = &tail[1..end];
        rest = &tail[end + 1..];
        if tag.starts_with('/') {
            if open.len() > 1
                && let Some(element) = open.pop()
            {
                push(&mut open, written(&element));
            }
        } else {
            let tag = tag.trim_end();
            let empty = tag.ends_with('/');
            let (name, attributes) = tag
                .trim_end_matches('/')
                .split_once(' ')
                .unwrap_or((tag.trim_end_matches('/'), ""));
            let element = Element {
                name,
                attributes,
                children: Vec::new(),
            };
            if empty {
                push(&mut open, written(&element));
            } else {
                open.push(element);
            }
        }
    }
    push_text(&mut open, rest);
    while open.len() > 1 {
        if let Some(element) = open.pop() {
            push(&mut open, written(&element));
        }
    }
    let line: String = open
        .into_iter()
        .flat_map(|element| element.children)
        .collect();
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A finished child, even if empty: the denominator is the second child whatever the first says.
fn push(open: &mut [Element<'_>], text: String) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(text);
    }
}

fn push_text(open: &mut [Element<'_>], text: &str) {
    if !text.is_empty() {
        push(open, unescape(text));
    }
}

fn written(element: &Element<'_>) -> String {
    let child = |at: usize| {
        element
            .children
            .get(at)
            .map(String::as_str)
            .unwrap_or_default()
    };
    match element.name {
        "mfrac" if element.attributes.contains("linethickness") => {
            format!("{} over {}", grouped(child(0)), grouped(child(1)))
        }
        // A space, so that 1 3/4 is not 13/4.
        "mfrac" => format!(" {}/{} ", grouped(child(0)), grouped(child(1))),
        "msup" | "mover" => format!("{}^{}", child(0), grouped(child(1))),
        "msub" | "munder" => format!("{}_{}", child(0), grouped(child(1))),
        "msubsup" | "munderover" => {
            format!("{}_{}^{}", child(0), grouped(child(1)), grouped(child(2)))
        }
        "msqrt" => format!("\u{221A}{}", grouped(&element.children.concat())),
        "mroot" => format!("root({}, {})", child(0), child(1)),
        "mtr" => format!("{};", element.children.join(",")),
        "mtable" => element
            .children
            .concat()
            .trim_end_matches(';')
            .replace(';', "; "),
        "mspace" => " ".to_owned(),
        "mo" => operator(element.children.concat().as_str(), element.attributes),
        _ => element.children.concat(),
    }
}

fn operator(text: &str, attributes: &str) -> String {
    match text {
        "\u{2061}" | "\u{2062}" | "\u{2063}" | "\u{2064}" => String::new(),
        "," | ";" => format!("{text} "),
        _ if attributes.contains("lspace=\"0\"") || attributes.contains("form=") => text.to_owned(),
        _ if text.chars().all(|c| {
            "+-=<>\u{2212}\u{00D7}\u{00F7}\u{22C5}\u{2264}\u{2265}\u{2260}\u{2248}\u{2192}"
                .contains(c)
        }) =>
        {
            format!(" {text} ")
        }
        _ => text.to_owned(),
    }
}

/// Brackets around anything but one number or one name.
fn grouped(text: &str) -> String {
    let text = text.trim();
    let simple = text
        .chars()
        .all(|c| c.is_alphanumeric() || c == '.' || c == ',')
        || text.chars().count() == 1;
    if simple {
        text.to_owned()
    } else {
        format!("({text})")
    }
}
