//! HTML and MathML as a tree, read from what this crate writes.

use crate::render::escape::unescape;

/// How deep elements are told apart; deeper ones are read as their text. Nothing that can be read
/// on paper comes near it, and no walk runs out of stack.
const DEEPEST: usize = 160;

/// A piece of a document.
#[derive(Debug)]
pub enum Node<'a> {
    /// Text, entities resolved.
    Text(String),
    /// An element.
    Element(Element<'a>),
}

/// An element with what is in it.
#[derive(Debug)]
pub struct Element<'a> {
    /// Its name.
    pub name: &'a str,
    /// All of it as it was written.
    pub source: &'a str,
    /// Its attributes as they were written.
    attributes: &'a str,
    /// Its content.
    pub children: Vec<Node<'a>>,
}

impl<'a> Element<'a> {
    /// The value of an attribute, entities resolved.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = self.attributes;
        while let Some((before, after)) = rest.split_once("=\"") {
            let (value, tail) = after.split_once('"')?;
            if before.trim() == name {
                return Some(unescape(value));
            }
            rest = tail;
        }
        None
    }

    /// Whether it has an attribute, with a value or without.
    pub fn has(&self, name: &str) -> bool {
        self.attribute(name).is_some() || self.attributes.split(' ').any(|word| word == name)
    }

    /// Whether it has a class.
    pub fn is(&self, class: &str) -> bool {
        let classes = self.attribute("class").unwrap_or_default();
        classes.split(' ').any(|one| one == class)
    }

    /// The elements in it.
    pub fn elements(&self) -> impl Iterator<Item = &Element<'a>> {
        self.children.iter().filter_map(Node::element)
    }

    /// The text in it and in all of its elements.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.add_text(&mut text);
        text
    }

    fn add_text(&self, out: &mut String) {
        for child in &self.children {
            match child {
                Node::Text(text) => out.push_str(text),
                Node::Element(element) => element.add_text(out),
            }
        }
    }
}

impl<'a> Node<'a> {
    /// The element, if it is one.
    pub fn element(&self) -> Option<&Element<'a>> {
        match self {
            Self::Element(element) => Some(element),
            Self::Text(_) => None,
        }
    }
}

/// An element being read, and where it began.
struct Open<'a> {
    element: Element<'a>,
    start: usize,
}

/// Reads a piece of HTML.
pub fn parse(html: &str) -> Vec<Node<'_>> {
    let mut open = vec![Open {
        element: new("", ""),
        start: 0,
    }];
    // Tags that were not opened because they are too deep.
    let mut ignored = 0_usize;
    let mut at = 0;
    while let Some(found) = html[at..].find('<') {
        text(&mut open, &html[at..at + found]);
        let start = at + found;
        let Some(length) = html[start..].find('>') else {
            at = start;
            break;
        };
        let end = start + length + 1;
        let tag = &html[start + 1..end - 1];
        at = end;
        if tag.starts_with('/') {
            if ignored > 0 {
                ignored -= 1;
            } else if open.len() > 1 {
                close(&mut open, html, end);
            }
            continue;
        }
        let bare = tag.trim_end_matches('/').trim_end();
        let (name, attributes) = bare.split_once([' ', '\n']).unwrap_or((bare, ""));
        let void = tag.ends_with('/') || matches!(name, "br" | "hr" | "img");
        if open.len() >= DEEPEST && !void {
            ignored += 1;
            continue;
        }
        open.push(Open {
            element: new(name, attributes),
            start,
        });
        if void {
            close(&mut open, html, end);
        }
    }
    text(&mut open, &html[at..]);
    while open.len() > 1 {
        close(&mut open, html, html.len());
    }
    open.pop()
        .map(|root| root.element.children)
        .unwrap_or_default()
}

fn new<'a>(name: &'a str, attributes: &'a str) -> Element<'a> {
    Element {
        name,
        source: "",
        attributes,
        children: Vec::new(),
    }
}

fn text(open: &mut [Open<'_>], text: &str) {
    if let Some(parent) = open.last_mut()
        && !text.is_empty()
    {
        parent.element.children.push(Node::Text(unescape(text)));
    }
}

fn close<'a>(open: &mut Vec<Open<'a>>, html: &'a str, end: usize) {
    if let Some(mut closed) = open.pop()
        && let Some(parent) = open.last_mut()
    {
        closed.element.source = &html[closed.start..end];
        parent.element.children.push(Node::Element(closed.element));
    }
}
