//! Paragraphs, lists, blanks and pictures.
//!
//! Every call ends with a semicolon: a bracket or a dot behind it is then text again.

use super::tree::{Element, Node};
use super::{Written, escape, mathematics, picture, table};
use crate::render::messages::Messages;

/// Typst markup being written.
pub struct Writer<'m> {
    pub(super) out: String,
    pub(super) unknown: Vec<String>,
    pub(super) messages: &'m Messages,
}

impl<'m> Writer<'m> {
    /// Nothing written yet.
    pub fn new(messages: &'m Messages) -> Self {
        Self {
            out: String::new(),
            unknown: Vec::new(),
            messages,
        }
    }

    /// What was written.
    pub fn finish(self) -> Written {
        Written {
            text: self.out.trim().to_owned(),
            unknown: self.unknown,
        }
    }

    /// Writes pieces of a document one after the other.
    pub fn nodes(&mut self, nodes: &[Node<'_>]) {
        for node in nodes {
            match node {
                Node::Text(text) => self.text(text),
                Node::Element(element) => self.element(element),
            }
        }
    }

    fn text(&mut self, text: &str) {
        // Between blocks there is only the end of a line.
        if self.out.ends_with('\n') && text.trim_matches([' ', '\n']).is_empty() {
            return;
        }
        escape::markup(text, &mut self.out);
    }

    fn element(&mut self, element: &Element<'_>) {
        match element.name {
            "p" | "div" | "figure" => self.block(|writer| writer.nodes(&element.children)),
            "h3" | "h4" | "h5" | "h6" => {
                self.block(|writer| writer.call("heading(level: 3)", element))
            }
            "blockquote" => self.block(|writer| writer.call("quote(block: true)", element)),
            "pre" => self.block(|writer| writer.raw(element, true)),
            "ul" | "ol" => self.block(|writer| writer.list(element)),
            "table" => self.block(|writer| table::write(element, writer)),
            "hr" => self.block(|writer| writer.out.push_str("#rule;")),
            "code" => self.raw(element, false),
            "em" | "i" => self.call("emph", element),
            "b" if element.is("filled") => self.call("filled", element),
            "strong" | "b" => self.call("strong", element),
            "del" | "s" => self.call("strike", element),
            "u" => self.call("underline", element),
            "a" => {
                let address = element.attribute("href").unwrap_or_default();
                // A place on the page itself has no name here.
                match address.starts_with('#') {
                    true => self.nodes(&element.children),
                    false => self.call(&format!("link({})", escape::quoted(&address)), element),
                }
            }
            "br" => self.out.push_str("#linebreak();"),
            "img" | "svg" => picture::write(element, self),
            "span" if element.is("blank") => self.blank(element),
            "span" if element.is("pick") => self.call("pick", element),
            "span" => self.nodes(&element.children),
            "math" => mathematics::formula(element, self),
            other => {
                self.unknown.push(other.to_owned());
                self.nodes(&element.children);
            }
        }
    }

    /// A block stands between empty lines.
    fn block(&mut self, write: impl FnOnce(&mut Self)) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push_str("\n\n");
        }
        write(self);
        self.out.push_str("\n\n");
    }

    /// A call with the element's content as its last argument.
    fn call(&mut self, function: &str, element: &Element<'_>) {
        self.out.push('#');
        self.out.push_str(function);
        self.content(&element.children);
        self.out.push(';');
    }

    /// Content in brackets.
    pub(super) fn content(&mut self, nodes: &[Node<'_>]) {
        let outside = std::mem::take(&mut self.out);
        self.nodes(nodes);
        let inside = std::mem::replace(&mut self.out, outside);
        self.out.push('[');
        self.out.push_str(inside.trim_matches('\n'));
        self.out.push(']');
    }

    fn raw(&mut self, element: &Element<'_>, block: bool) {
        let text = escape::quoted(verbatim(element).trim_end_matches('\n'));
        self.out.push_str(&match block {
            true => format!("#raw(block: true, {text});"),
            false => format!("#raw({text});"),
        });
    }

    fn list(&mut self, element: &Element<'_>) {
        self.out.push_str(if element.name == "ol" {
            "#enum("
        } else {
            "#list("
        });
        if let Some(first) = element.attribute("start") {
            let first: u64 = first.parse().unwrap_or(1);
            self.out.push_str(&format!("start: {first}, "));
        }
        self.out.push_str("tight: true)");
        for item in element.elements() {
            self.content(&item.children);
        }
        self.out.push(';');
    }

    fn blank(&mut self, element: &Element<'_>) {
        let name = element.attribute("aria-label").unwrap_or_default();
        self.out
            .push_str(&format!("#blank({});", escape::quoted(&name)));
    }
}

/// The text of code: a blank is a line.
fn verbatim(element: &Element<'_>) -> String {
    let parts = element.children.iter().map(|child| match child {
        Node::Text(text) => text.clone(),
        Node::Element(blank) if blank.is("blank") => "______".to_owned(),
        Node::Element(other) => verbatim(other),
    });
    parts.collect()
}
