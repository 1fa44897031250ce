//! From the tree to typed values. Every function reports what is wrong and goes on, so that one
//! run finds all mistakes; `None` means that something was reported.

use std::cell::RefCell;

use super::node::{Node, NodeKind, Scalar};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, suggest};
use crate::source::{SourceText, Span, Spanned};

/// A map whose keys are known. What is asked for and missing, and what is written and unknown,
/// is reported by [`Map::finish`].
#[derive(Debug)]
pub struct Map<'a> {
    what: &'a str,
    span: Span,
    entries: &'a [(Scalar, Node)],
    keys: &'a [&'a str],
    missing: RefCell<Vec<&'a str>>,
}

impl<'a> Map<'a> {
    /// `what` names the thing in messages (`item model`); `keys` are all it may hold.
    pub fn read(
        node: &'a Node,
        what: &'a str,
        keys: &'a [&'a str],
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        Some(Map {
            what,
            span: node.span,
            entries: entries(node, what, diagnostics)?,
            keys,
            missing: RefCell::new(Vec::new()),
        })
    }

    /// The value of a key, unless it is absent or nothing (`title:`).
    pub fn optional(&self, key: &str) -> Option<&'a Node> {
        let entry = self.entries.iter().find(|(name, _)| name.text() == key)?;
        Some(&entry.1).filter(|node| !node.is_null())
    }

    /// As [`Map::optional`]; absence will be reported.
    pub fn required(&self, key: &'a str) -> Option<&'a Node> {
        let found = self.optional(key);
        if found.is_none() {
            self.missing.borrow_mut().push(key);
        }
        found
    }

    /// Where a key is written.
    pub fn key_span(&self, key: &str) -> Option<Span> {
        let entry = self.entries.iter().find(|(name, _)| name.text() == key)?;
        Some(entry.0.span())
    }

    /// The place of the whole map.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Reports missing and unknown keys.
    pub fn finish(self, diagnostics: &mut Diagnostics) {
        let written = |key: &str| self.entries.iter().any(|(name, _)| name.text() == key);
        let unknown = |(name, _): &&(Scalar, Node)| !self.keys.contains(&name.text());
        for (name, _) in self.entries.iter().filter(unknown) {
            let message = format!("{} has no key `{}`", article(self.what), name.text());
            let (taken, free): (Vec<&str>, Vec<&str>) =
                self.keys.iter().copied().partition(|key| written(key));
            let help = match suggest::did_you_mean(name.text(), taken) {
                Some(twin) if suggest::did_you_mean(name.text(), free.clone()).is_none() => {
                    format!("`{twin}` stands here already; take one of the two away")
                }
                _ => match suggest::help(name.text(), free.clone()) {
                    help if help.is_empty() => format!("possible here: {}", suggest::listed(&free)),
                    help => help,
                },
            };
            let error = Diagnostic::error(Code::UnknownKey, name.span(), message).help(help);
            diagnostics.push(error);
        }
        let first = self.entries.first().map(|(name, _)| name.span());
        for key in self.missing.into_inner() {
            let place = self.entries.iter().find(|(name, _)| name.text() == key);
            let place = place.map(|(name, _)| name.span()).or(first);
            let message = format!("{} needs the key `{key}`", article(self.what));
            let error = Diagnostic::error(Code::MissingKey, place.unwrap_or(self.span), message)
                .help(format!("write `{key}: …`"));
            diagnostics.push(error);
        }
    }
}

/// The entries of a map with free keys, in the order written.
pub fn entries<'a>(
    node: &'a Node,
    what: &str,
    diagnostics: &mut Diagnostics,
) -> Option<&'a [(Scalar, Node)]> {
    match &node.kind {
        NodeKind::Mapping(entries) => Some(entries),
        _ => {
            let expected = format!("a map of `key: value` ({what})");
            let help = match &node.kind {
                NodeKind::Sequence(_) => "a map has no dashes: write one `key: value` a line",
                _ => "write one `key: value` a line below it, two spaces further in",
            };
            diagnostics.push(wrong_shape(node, &expected).help(help));
            None
        }
    }
}

/// The entries of a list.
pub fn list<'a>(node: &'a Node, what: &str, diagnostics: &mut Diagnostics) -> Option<&'a [Node]> {
    match &node.kind {
        NodeKind::Sequence(entries) => Some(entries),
        _ => {
            diagnostics.push(wrong_shape(node, &format!("a list ({what})")));
            None
        }
    }
}

/// A list, each entry read by `read`. `None` when one of them fails; all are tried.
pub fn list_of<'a, T>(
    node: &'a Node,
    what: &str,
    diagnostics: &mut Diagnostics,
    mut read: impl FnMut(&'a Node, &mut Diagnostics) -> Option<T>,
) -> Option<Vec<T>> {
    let entries = list(node, what, diagnostics)?;
    let read: Vec<Option<T>> = entries.iter().map(|node| read(node, diagnostics)).collect();
    read.into_iter().collect()
}

/// The entries of a list, or the one value that stands in place of a list.
pub fn one_or_many(node: &Node) -> &[Node] {
    match &node.kind {
        NodeKind::Sequence(entries) => entries,
        _ => std::slice::from_ref(node),
    }
}

/// Any text, as written: numbers and booleans too.
pub fn text<'a>(
    node: &'a Node,
    what: &str,
    diagnostics: &mut Diagnostics,
) -> Option<&'a SourceText> {
    match node.as_scalar() {
        Some(scalar) if !scalar.is_null() => Some(&scalar.content),
        _ => {
            let help = match node.as_scalar() {
                Some(_) => "write it behind the colon",
                None => "put a text that begins with a bracket in quotes, or use a `|` block",
            };
            diagnostics.push(wrong_shape(node, &format!("a text ({what})")).help(help));
            None
        }
    }
}

/// A name that must not lose a digit: `6.10` is refused unless it is quoted.
pub fn id_text(node: &Node, what: &str, diagnostics: &mut Diagnostics) -> Option<Spanned<String>> {
    let content = text(node, what, diagnostics)?;
    let scalar = node.as_scalar()?;
    let written = content.as_str();
    let kind = match () {
        () if scalar.is_number() => "number",
        () if scalar.as_bool().is_some() => "yes/no value",
        () => return Some(Spanned::new(written.trim().to_owned(), node.span)),
    };
    let message = format!("{what}: `{written}` is a {kind} in YAML, not a name");
    let error = Diagnostic::error(Code::QuoteIt, node.span, message)
        .help(format!("quote it: `\"{written}\"`"));
    diagnostics.push(error);
    None
}

/// A whole number.
pub fn whole(node: &Node, what: &str, diagnostics: &mut Diagnostics) -> Option<Spanned<i64>> {
    let scalar = node.as_scalar().filter(|scalar| scalar.is_number());
    let number = scalar.and_then(|scalar| scalar.text().parse().ok());
    if number.is_none() {
        let error = wrong_shape(node, &format!("a whole number ({what})"));
        diagnostics.push(error.help(format!("write it in digits: `{what}: 4`")));
    }
    Some(Spanned::new(number?, node.span))
}

/// `true` or `false`.
pub fn boolean(node: &Node, what: &str, diagnostics: &mut Diagnostics) -> Option<Spanned<bool>> {
    let value = node.as_bool();
    if value.is_none() {
        let error = wrong_shape(node, &format!("`true` or `false` ({what})"));
        let help = match node.as_scalar().map(|scalar| scalar.text().to_lowercase()) {
            Some(word) if matches!(word.as_str(), "yes" | "on" | "y") => "write `true`",
            Some(word) if matches!(word.as_str(), "no" | "off" | "n") => "write `false`",
            _ => "",
        };
        diagnostics.push(error.help(help));
    }
    Some(Spanned::new(value?, node.span))
}

/// One of a few words.
pub fn one_of<T: Copy>(
    node: &Node,
    what: &str,
    choices: &[(&str, T)],
    diagnostics: &mut Diagnostics,
) -> Option<Spanned<T>> {
    let word = text(node, what, diagnostics)?.as_str().trim();
    if let Some((_, value)) = choices.iter().find(|(name, _)| *name == word) {
        return Some(Spanned::new(*value, node.span));
    }
    let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
    let message = format!("{what}: `{word}` is not one of {}", suggest::listed(&names));
    let meant = suggest::did_you_mean(word, names.iter().copied());
    let help = match (meant, names.first()) {
        (Some(meant), _) => format!("did you mean `{meant}`?"),
        (None, Some(first)) => format!("write `{what}: {first}`, for example"),
        (None, None) => String::new(),
    };
    diagnostics.push(Diagnostic::error(Code::WrongShape, node.span, message).help(help));
    None
}

/// `expected a list (tags), found the number 3`
pub fn wrong_shape(node: &Node, expected: &str) -> Diagnostic {
    let message = format!("expected {expected}, found {}", node.description());
    Diagnostic::error(Code::WrongShape, node.span, message)
}

/// `an item model`, `a bank`
fn article(what: &str) -> String {
    let vowel = what.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {what}", if vowel { "an" } else { "a" })
}
