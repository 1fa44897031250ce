//! MathML in words, for those who hear a page: `3 over 4`, `x squared`, `the square root of 2`.

use super::tree::{Node, parse};
use crate::render::messages::Messages;

/// Symbols and the names of their messages.
const OPERATORS: [(&str, &str); 16] = [
    ("+", "math_plus"),
    ("-", "math_minus"),
    ("\u{2212}", "math_minus"),
    ("\u{00D7}", "math_times"),
    ("\u{22C5}", "math_times"),
    ("\u{00B7}", "math_times"),
    ("\u{00F7}", "math_divided"),
    ("=", "math_equals"),
    ("\u{2260}", "math_unequal"),
    ("<", "math_less"),
    (">", "math_greater"),
    ("\u{2264}", "math_at_most"),
    ("\u{2265}", "math_at_least"),
    ("\u{2248}", "math_about"),
    ("%", "math_percent"),
    ("\u{00B0}", "math_degrees"),
];

/// Says MathML, as this crate makes it, in the words of a language. Blanks stay as they are: the
/// second part of the pair is what stands for one.
pub fn spoken(mathml: &str, messages: &Messages, blank: &str) -> String {
    let node = parse(mathml);
    let said = all(&node.children, messages, blank);
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn all(nodes: &[Node], messages: &Messages, blank: &str) -> String {
    let mut said: Vec<String> = Vec::with_capacity(nodes.len());
    let mut number = false;
    for node in nodes {
        let fraction = node.name == "mfrac";
        if fraction && number {
            // 1 3/4 is one and three over four.
            said.push(messages.say("math_mixed", &[]));
        }
        number = node.name == "mn";
        said.push(say(node, messages, blank));
    }
    said.retain(|words| !words.is_empty());
    said.join(" ")
}

fn say(node: &Node, messages: &Messages, blank: &str) -> String {
    let child = |at: usize| match node.children.get(at) {
        Some(child) => say(child, messages, blank),
        None => String::new(),
    };
    let two = |key: &str, names: [&str; 2]| {
        let (first, second) = (child(0), child(1));
        messages.say(
            key,
            &[(names[0], first.as_str()), (names[1], second.as_str())],
        )
    };
    match node.name.as_str() {
        "mfrac" => {
            let simple = node.children.iter().all(Node::is_simple);
            let key = if simple { "math_over" } else { "math_fraction" };
            two(key, ["top", "bottom"])
        }
        "msup" => match child(1).as_str() {
            "2" => messages.say("math_squared", &[("base", &child(0))]),
            "3" => messages.say("math_cubed", &[("base", &child(0))]),
            _ => two("math_power", ["base", "exponent"]),
        },
        "msub" => two("math_index", ["base", "index"]),
        "msqrt" => {
            let inside = all(&node.children, messages, blank);
            messages.say("math_root", &[("inside", &inside)])
        }
        "mroot" => two("math_nth_root", ["inside", "degree"]),
        "mover" if matches!(child(1).as_str(), "\u{203E}" | "\u{00AF}" | "_") => {
            messages.say("math_repeating", &[("digits", &child(0))])
        }
        "mtable" => rows(&node.children, messages, blank),
        "mo" | "mi" | "mn" | "mtext" | "ms" if node.children.is_empty() => {
            symbol(&node.text, messages)
        }
        "span" => blank.to_owned(),
        "mspace" => String::new(),
        _ => all(&node.children, messages, blank),
    }
}

/// The rows of a matrix or of cases, one after the other.
fn rows(rows: &[Node], messages: &Messages, blank: &str) -> String {
    let said = rows.iter().zip(1..).map(|(row, at): (_, u32)| {
        let entries = row.children.iter();
        let entries: Vec<_> = entries.map(|cell| say(cell, messages, blank)).collect();
        let (at, entries) = (at.to_string(), entries.join(", "));
        messages.say("math_row", &[("n", &at), ("entries", &entries)])
    });
    said.collect::<Vec<_>>().join("; ")
}

fn symbol(text: &str, messages: &Messages) -> String {
    let text = text.trim();
    match OPERATORS.iter().find(|(symbol, _)| *symbol == text) {
        Some((_, key)) => messages.say(key, &[]),
        None if text.chars().all(|c| ('\u{2061}'..='\u{2064}').contains(&c)) => String::new(),
        None => text.to_owned(),
    }
}
