//! Lists and maps while they are being read, and what is done when they are complete:
//! entries split at a comma within brackets are joined, keys are compared, merges applied.

use std::collections::HashMap;

use super::node::{Node, NodeKind, Scalar, Style};
use super::syntax::{Failure, Trouble};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, SourceText, Span};

/// How many pieces of one text are joined at most.
const MOST_JOINED: usize = 100;

/// A list or map whose end is not yet read.
pub struct Open {
    pub start: usize,
    pub is_flow: bool,
    /// The parser's number of its anchor; 0 without one.
    pub anchor: usize,
    content: Content,
}

enum Content {
    Sequence(Vec<Node>),
    Mapping(Vec<(Scalar, Node)>, Option<Scalar>),
}

impl Open {
    pub fn sequence(start: usize, is_flow: bool, anchor: usize) -> Self {
        Open {
            start,
            is_flow,
            anchor,
            content: Content::Sequence(Vec::new()),
        }
    }

    pub fn mapping(start: usize, is_flow: bool, anchor: usize) -> Self {
        Open {
            start,
            is_flow,
            anchor,
            content: Content::Mapping(Vec::new(), None),
        }
    }

    /// The next entry of a list; key and value in turn of a map.
    pub fn add(&mut self, node: Node) -> Result<(), Box<Failure>> {
        match &mut self.content {
            Content::Sequence(entries) => entries.push(node),
            Content::Mapping(entries, key) => match key.take() {
                Some(key) => entries.push((key, node)),
                None => *key = Some(key_of(node)?),
            },
        }
        Ok(())
    }

    pub fn close(
        self,
        file: FileId,
        end: usize,
        source: &str,
        diagnostics: &mut Diagnostics,
    ) -> Node {
        let span = |last: Option<Span>| {
            // A block ends with its last entry, not with the blank lines after it.
            let end = match last {
                Some(last) if !self.is_flow => last.end as usize,
                _ => end,
            };
            Span::new(file, self.start..end)
        };
        match self.content {
            Content::Sequence(mut entries) => {
                if self.is_flow {
                    entries = joined_entries(entries, source);
                }
                let span = span(entries.last().map(|node| node.span));
                let kind = NodeKind::Sequence(entries);
                Node { span, kind }
            }
            Content::Mapping(mut entries, _) => {
                if self.is_flow {
                    entries = joined_values(entries, source);
                }
                let span = span(entries.last().map(|(key, node)| key.span().to(node.span)));
                refuse_duplicates(&mut entries, diagnostics);
                merge(&mut entries, diagnostics);
                let kind = NodeKind::Mapping(entries);
                Node { span, kind }
            }
        }
    }
}

fn key_of(node: Node) -> Result<Scalar, Box<Failure>> {
    let span = node.span;
    match node.kind {
        NodeKind::Scalar(scalar) => Ok(scalar),
        NodeKind::Sequence(_) | NodeKind::Mapping(_) => {
            let message = "a list or map stands where a key is expected";
            Err(Box::new(Failure {
                diagnostic: Diagnostic::error(Code::WrongShape, span, message)
                    .help("put the whole text in quotes, or use a `|` block"),
                trouble: Some(Trouble::Braces),
                at: span.start as usize,
            }))
        }
    }
}

/// How many more round brackets a text opens than it closes.
pub fn opened(text: &str) -> isize {
    let step = |c| match c {
        '(' => 1,
        ')' => -1,
        _ => 0,
    };
    text.chars().map(step).sum()
}

fn plain_text(node: &Node) -> Option<&Scalar> {
    node.as_scalar()
        .filter(|scalar| scalar.style == Style::Plain)
}

/// The source between the start of one scalar and the end of another.
fn joined(first: &Scalar, last: &Scalar, source: &str) -> Option<Scalar> {
    let span = first.span().to(last.span());
    let text = source.get(span.range())?;
    Some(Scalar {
        content: SourceText::verbatim(text, span),
        style: Style::Plain,
    })
}

/// `[a < b, gcd(a, b) == 1]` has two entries, not three.
fn joined_entries(entries: Vec<Node>, source: &str) -> Vec<Node> {
    let is_open = |node: &Node| plain_text(node).is_some_and(|scalar| opened(scalar.text()) > 0);
    if !entries.iter().any(is_open) {
        return entries;
    }
    let mut result: Vec<Node> = Vec::with_capacity(entries.len());
    let mut rest = entries.as_slice();
    while let Some((first, others)) = rest.split_first() {
        let whole = plain_text(first).and_then(|scalar| {
            let (length, last) = balance(scalar, others.iter().map(plain_text))?;
            Some((length, joined(scalar, last, source)?))
        });
        match whole {
            Some((length, scalar)) => {
                result.push(Node {
                    span: scalar.span(),
                    kind: NodeKind::Scalar(scalar),
                });
                rest = others.get(length..).unwrap_or(&[]);
            }
            None => {
                result.push(first.clone());
                rest = others;
            }
        }
    }
    result
}

/// `{is: round(x, 1), within: 0.1}` has two keys, not three.
fn joined_values(entries: Vec<(Scalar, Node)>, source: &str) -> Vec<(Scalar, Node)> {
    let is_open = |(_, value): &(Scalar, Node)| {
        plain_text(value).is_some_and(|scalar| opened(scalar.text()) > 0)
    };
    if !entries.iter().any(is_open) {
        return entries;
    }
    let mut result: Vec<(Scalar, Node)> = Vec::with_capacity(entries.len());
    let mut rest = entries.as_slice();
    while let Some(((key, value), others)) = rest.split_first() {
        let whole = plain_text(value).and_then(|scalar| {
            let (length, last) = balance(scalar, others.iter().map(bare_key))?;
            Some((length, joined(scalar, last, source)?))
        });
        let (length, value) = match whole {
            Some((length, scalar)) => {
                let span = scalar.span();
                let kind = NodeKind::Scalar(scalar);
                (length, Node { span, kind })
            }
            None => (0, value.clone()),
        };
        result.push((key.clone(), value));
        rest = others.get(length..).unwrap_or(&[]);
    }
    result
}

/// A key without a colon and a value: what stands behind a comma.
fn bare_key((key, value): &(Scalar, Node)) -> Option<&Scalar> {
    let is_bare = value.span.is_empty() && value.span.start == key.span().end;
    Some(key).filter(|key| is_bare && key.style == Style::Plain)
}

/// How many of the following texts a text with open brackets needs, and the last of them.
/// `None` when it has no open bracket, or they never close (within [`MOST_JOINED`] texts, or a
/// long list of open brackets would take for ever).
fn balance<'a>(
    first: &Scalar,
    others: impl Iterator<Item = Option<&'a Scalar>>,
) -> Option<(usize, &'a Scalar)> {
    let mut open = opened(first.text());
    if open <= 0 {
        return None;
    }
    for (at, other) in others.take(MOST_JOINED).enumerate() {
        let other = other?;
        open += opened(other.text());
        if open <= 0 {
            return Some((at + 1, other));
        }
    }
    None
}

fn refuse_duplicates(entries: &mut Vec<(Scalar, Node)>, diagnostics: &mut Diagnostics) {
    let mut first: HashMap<String, Span> = HashMap::new();
    entries.retain(|(key, _)| match first.get(key.text()) {
        None => {
            first.insert(key.text().to_owned(), key.span());
            true
        }
        Some(before) => {
            let message = format!("the key `{}` stands twice in one map", key.text());
            let error = Diagnostic::error(Code::DuplicateKey, key.span(), message)
                .label(*before, "first here")
                .help("give one of them another name, or take it away");
            diagnostics.push(error);
            false
        }
    });
}

/// `<<: *others` adds the entries of another map whose keys are not written here.
fn merge(entries: &mut Vec<(Scalar, Node)>, diagnostics: &mut Diagnostics) {
    let is_merge = |(key, _): &(Scalar, Node)| key.style == Style::Plain && key.text() == "<<";
    let Some(at) = entries.iter().position(is_merge) else {
        return;
    };
    let (_, value) = entries.remove(at);
    let maps = match value.kind {
        NodeKind::Sequence(maps) => maps,
        _ => vec![value],
    };
    for map in maps {
        let found = map.description();
        match map.kind {
            NodeKind::Mapping(more) => {
                let known: std::collections::HashSet<String> = entries
                    .iter()
                    .map(|(key, _)| key.text().to_owned())
                    .collect();
                let is_new = |(key, _): &(Scalar, Node)| !known.contains(key.text());
                entries.extend(more.into_iter().filter(is_new));
            }
            _ => {
                let message = format!("`<<` merges maps, but this is {found}");
                diagnostics.push(Diagnostic::error(Code::WrongShape, map.span, message));
            }
        }
    }
}

/// How many values a tree holds, and how many collections stand in each other.
/// Recursion is safe: no tree is deeper than [`super::MOST_DEPTH`].
pub fn measure(node: &Node) -> (usize, usize) {
    let add = |(nodes, height): (usize, usize), child: &Node| {
        let (more, below) = measure(child);
        (nodes + more, height.max(below + 1))
    };
    match &node.kind {
        NodeKind::Scalar(_) => (1, 0),
        NodeKind::Sequence(entries) => entries.iter().fold((1, 1), add),
        NodeKind::Mapping(entries) => {
            let children = entries.iter().map(|(_, value)| value);
            let (nodes, height) = children.fold((1, 1), add);
            (nodes + entries.len(), height)
        }
    }
}
