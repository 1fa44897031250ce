//! MathML as a tree, read from what this crate writes.

use crate::render::escape::unescape;

/// An element.
#[derive(Debug, Default)]
pub struct Node {
    /// Its name.
    pub name: String,
    /// The text of an element without elements, entities resolved.
    pub text: String,
    /// Its elements.
    pub children: Vec<Node>,
}

impl Node {
    /// Whether it is one number or one name, whatever rows stand around it.
    pub fn is_simple(&self) -> bool {
        match self.children.as_slice() {
            [] => true,
            [only] => matches!(self.name.as_str(), "mrow" | "mstyle") && only.is_simple(),
            _ => false,
        }
    }
}

/// Reads MathML; the root has no name.
pub fn parse(mathml: &str) -> Node {
    let mut open = vec![Node::default()];
    let mut rest = mathml;
    while let Some(at) = rest.find('<') {
        let (text, tail) = rest.split_at(at);
        if let Some(node) = open.last_mut() {
            node.text.push_str(&unescape(text));
        }
        let Some(end) = tail.find('>') else { break };
        let tag = &tail[1..end];
        rest = &tail[end + 1..];
        if tag.starts_with('/') {
            if open.len() > 1
                && let Some(node) = open.pop()
                && let Some(parent) = open.last_mut()
            {
                parent.children.push(node);
            }
            continue;
        }
        let bare = tag.trim_end_matches('/');
        let node = Node {
            name: bare.split(' ').next().unwrap_or(bare).to_owned(),
            ..Node::default()
        };
        match open.last_mut() {
            Some(parent) if tag.ends_with('/') => parent.children.push(node),
            _ => open.push(node),
        }
    }
    // What was left open still counts.
    while open.len() > 1 {
        if let Some(node) = open.pop()
            && let Some(parent) = open.last_mut()
        {
            parent.children.push(node);
        }
    }
    open.pop().unwrap_or_default()
}
