//! Events of the parser → tree, within limits. No recursion: depth is data.

use std::collections::HashMap;

use granit_parser::{Event, Parser, Placement, ScalarStyle, StructureStyle};

use super::collection::{self, Open};
use super::node::{Node, NodeKind, Scalar, Style};
use super::syntax::{self, Failure, Trouble};
use super::{MOST_DEPTH, MOST_NODES, place, text_cut};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, SourceText, Span};

/// The tree of `mended`, with the texts of `source`; both have the same length and differ only
/// in single ASCII characters.
pub fn tree(
    file: FileId,
    source: &str,
    mended: &str,
    diagnostics: &mut Diagnostics,
) -> Result<Node, Box<Failure>> {
    let mut builder = Builder {
        file,
        source,
        mended,
        stack: Vec::new(),
        root: None,
        anchors: HashMap::new(),
        nodes: 0,
        expanded: 0,
        last_plain: None,
        diagnostics,
    };
    let options = granit_parser::options! {
        // A long comment between two entries is no attack.
        max_buffered_comment_events: MOST_NODES,
    };
    for event in Parser::new_from_str_with_options(mended, options) {
        let (event, place) = event.map_err(|error| {
            let open = builder.stack.iter().rev().find(|open| open.is_flow);
            syntax::failure(&error, file, mended, open.map(|open| open.start))
        })?;
        let at = place.byte_range().unwrap_or(0..0);
        if !builder.take(event, at)? {
            break;
        }
    }
    let root = builder.root;
    Ok(root.unwrap_or_else(|| nothing(Span::new(file, 0..0))))
}

/// What an alias stands for.
struct Anchored {
    node: Node,
    nodes: usize,
    height: usize,
}

struct Builder<'a> {
    file: FileId,
    source: &'a str,
    mended: &'a str,
    stack: Vec<Open>,
    root: Option<Node>,
    anchors: HashMap<usize, Anchored>,
    nodes: usize,
    expanded: usize,
    /// The plain scalar before a comment that may have cut it.
    last_plain: Option<Scalar>,
    diagnostics: &'a mut Diagnostics,
}

impl Builder<'_> {
    /// `false` when nothing more is to be read.
    fn take(&mut self, event: Event<'_>, at: std::ops::Range<usize>) -> Result<bool, Box<Failure>> {
        let span = Span::new(self.file, at.clone());
        let last_plain = self.last_plain.take();
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                if tag.is_some() {
                    return Err(self.tag(at.start));
                }
                let style = style_of(style);
                // The parser writes `~` where nothing is written.
                let content = if at.is_empty() && style == Style::Plain {
                    SourceText::verbatim("", span)
                } else {
                    place::locate(self.file, self.source, self.mended, at, &text, style)
                };
                let scalar = Scalar { content, style };
                text_cut::escapes(&scalar, self.source, self.diagnostics);
                if style == Style::Plain {
                    self.last_plain = Some(scalar.clone());
                }
                let kind = NodeKind::Scalar(scalar);
                self.finish(Node { span, kind }, anchor)?;
            }
            Event::SequenceStart(style, anchor, tag) => {
                if tag.is_some() {
                    return Err(self.tag(at.start));
                }
                self.open(Open::sequence(at.start, is_flow(style), anchor))?;
            }
            Event::MappingStart(style, anchor, tag) => {
                if tag.is_some() {
                    return Err(self.tag(at.start));
                }
                self.open(Open::mapping(at.start, is_flow(style), anchor))?;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(open) = self.stack.pop() {
                    let anchor = open.anchor;
                    let node = open.close(self.file, at.end, self.source, self.diagnostics);
                    self.finish(node, anchor)?;
                }
            }
            Event::Alias(id) => {
                let node = self.expand(id, span)?;
                self.add(node)?;
            }
            Event::Comment(text, Placement::Right) => {
                if let Some(scalar) = last_plain {
                    text_cut::comment(&scalar, span, &text, self.diagnostics);
                }
            }
            Event::DocumentStart(..) if self.root.is_some() => {
                let message = "a second document begins here; a file holds one";
                let help = "take the line `---` away, or put what follows in a file of its own";
                let error = Diagnostic::error(Code::Syntax, span, message).help(help);
                self.diagnostics.push(error);
                return Ok(false);
            }
            _ => {}
        }
        Ok(true)
    }

    fn tag(&self, value: usize) -> Box<Failure> {
        // The `!` stands before the value, and nothing but blanks and an anchor between.
        let before = self
            .mended
            .get(..value.min(self.mended.len()))
            .unwrap_or("");
        let at = before.rfind('!').unwrap_or(value);
        let span = Span::new(self.file, at..at + 1);
        let message = "a word that begins with `!` is a tag in YAML, and no part of the text";
        let help = "put the text in quotes, or use a `|` block";
        Box::new(Failure {
            diagnostic: Diagnostic::error(Code::CutText, span, message).help(help),
            trouble: Some(Trouble::Start),
            at,
        })
    }

    fn count(&mut self, at: usize) -> Result<(), Box<Failure>> {
        self.nodes += 1;
        if self.nodes > MOST_NODES {
            let span = Span::new(self.file, at..at);
            let message = format!("the file holds more than {MOST_NODES} values");
            let help = "keep long tables in a CSV file";
            let error = Diagnostic::error(Code::TooLarge, span, message).help(help);
            return Err(Failure::fatal(error));
        }
        Ok(())
    }

    fn open(&mut self, open: Open) -> Result<(), Box<Failure>> {
        self.count(open.start)?;
        if self.stack.len() >= MOST_DEPTH {
            let span = Span::new(self.file, open.start..open.start);
            return Err(Failure::fatal(syntax::too_deep(span)));
        }
        self.stack.push(open);
        Ok(())
    }

    fn finish(&mut self, node: Node, anchor: usize) -> Result<(), Box<Failure>> {
        if matches!(node.kind, NodeKind::Scalar(_)) {
            self.count(node.span.start as usize)?;
        }
        if anchor != 0 {
            let (nodes, height) = collection::measure(&node);
            self.spend(nodes, node.span)?;
            let copy = node.clone();
            self.anchors.insert(
                anchor,
                Anchored {
                    node: copy,
                    nodes,
                    height,
                },
            );
        }
        self.add(node)
    }

    fn expand(&mut self, id: usize, span: Span) -> Result<Node, Box<Failure>> {
        let Some(anchored) = self.anchors.get(&id) else {
            let message = "an alias stands inside the value it stands for";
            return Err(Failure::fatal(Diagnostic::error(
                Code::Syntax,
                span,
                message,
            )));
        };
        if self.stack.len() + anchored.height > MOST_DEPTH {
            return Err(Failure::fatal(syntax::too_deep(span)));
        }
        let nodes = anchored.nodes;
        self.spend(nodes, span)?;
        let node = self.anchors.get(&id).map(|anchored| anchored.node.clone());
        Ok(node.unwrap_or_else(|| nothing(span)))
    }

    /// Copies made for anchors and aliases are bounded, or ten lines could fill the memory.
    fn spend(&mut self, nodes: usize, span: Span) -> Result<(), Box<Failure>> {
        self.expanded += nodes;
        if self.expanded > MOST_NODES {
            let message = format!("the aliases stand for more than {MOST_NODES} values");
            let help = "write the values out, or keep them in a table";
            let error = Diagnostic::error(Code::TooLarge, span, message).help(help);
            return Err(Failure::fatal(error));
        }
        Ok(())
    }

    fn add(&mut self, node: Node) -> Result<(), Box<Failure>> {
        match self.stack.last_mut() {
            Some(open) => open.add(node),
            None => {
                self.root = Some(node);
                Ok(())
            }
        }
    }
}

fn nothing(span: Span) -> Node {
    let content = SourceText::verbatim("", span);
    let style = Style::Plain;
    Node {
        span,
        kind: NodeKind::Scalar(Scalar { content, style }),
    }
}

fn is_flow(style: StructureStyle) -> bool {
    style == StructureStyle::Flow
}

fn style_of(style: ScalarStyle) -> Style {
    match style {
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::SingleQuoted => Style::SingleQuoted,
        ScalarStyle::DoubleQuoted => Style::DoubleQuoted,
        ScalarStyle::Literal => Style::Literal,
        ScalarStyle::Folded => Style::Folded,
    }
}
