//! The paths that a source file names, with `use` trees spread out and aliases resolved.

use std::collections::HashMap;

use crate::scan::{Token, begins};

/// A path as it is meant, such as `crate::value::Value`, `std::fs::read` or `println!`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    pub segments: Vec<String>,
    pub line: usize,
    pub test: bool,
    pub nesting: usize,
    /// Whether it stands in a `use` declaration.
    pub imported: bool,
}

impl Path {
    /// Whether the path is this one or leads into it.
    pub fn leads_into(&self, path: &str) -> bool {
        let expected: Vec<&str> = path.split("::").collect();
        self.segments.len() >= expected.len()
            && expected.iter().eq(&self.segments[..expected.len()])
    }
}

/// All paths of a file, in order.
pub fn paths(tokens: &[Token]) -> Vec<Path> {
    let mut imports = Vec::new();
    let mut plain = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at].text == "use" {
            at = tree(tokens, at + 1, &mut Vec::new(), &mut imports);
        } else if is_word(&tokens[at]) {
            let path = simple(tokens, at);
            at += 2 * path.segments.len() - 1;
            plain.push(path);
        } else {
            at += 1;
        }
    }
    let names = imports
        .iter()
        .map(|(name, path)| (name.clone(), path.segments.clone()));
    let names: HashMap<String, Vec<String>> = names.collect();
    let mut all: Vec<Path> = imports
        .into_iter()
        .map(|(_, path)| path)
        .chain(plain)
        .collect();
    for path in &mut all {
        // A single word may be a local name, so only what is followed by :: is looked up.
        let first = &path.segments[0];
        if let Some(meant) = names.get(first).filter(|_| path.segments.len() > 1) {
            path.segments.splice(..1, meant.iter().cloned());
        }
    }
    all.sort_by_key(|path| path.line);
    all
}

fn is_word(token: &Token) -> bool {
    token
        .text
        .starts_with(|c: char| c.is_alphabetic() || c == '_')
}

fn path(segments: Vec<String>, token: &Token, imported: bool) -> Path {
    let &Token {
        line,
        test,
        nesting,
        ..
    } = token;
    Path {
        segments,
        line,
        test,
        nesting,
        imported,
    }
}

/// The path that begins at a word outside `use`; a macro keeps its `!`.
fn simple(tokens: &[Token], start: usize) -> Path {
    let mut segments = vec![tokens[start].text.clone()];
    let mut at = start + 1;
    while begins(tokens, at, &["::"]) && tokens.get(at + 1).is_some_and(is_word) {
        segments.push(tokens[at + 1].text.clone());
        at += 2;
    }
    let called = begins(tokens, at, &["!"]) && !begins(tokens, at + 1, &["="]);
    if let Some(last) = segments.last_mut().filter(|_| called) {
        last.push('!');
    }
    path(segments, &tokens[start], false)
}

/// Spreads the `use` tree that begins at this place below a prefix; the place after it.
fn tree(
    tokens: &[Token],
    start: usize,
    prefix: &mut Vec<String>,
    found: &mut Vec<(String, Path)>,
) -> usize {
    let depth = prefix.len();
    let mut at = start;
    let mut spread = false;
    while let Some(token) = tokens.get(at) {
        match token.text.as_str() {
            "::" => {}
            "{" => {
                spread = true;
                while !begins(tokens, at, &["}"]) && at < tokens.len() {
                    at = tree(tokens, at + 1, prefix, found);
                }
            }
            _ if is_word(token) && token.text != "as" || token.text == "*" => {
                prefix.push(token.text.clone())
            }
            _ => break,
        }
        at += 1;
    }
    let own = depth < prefix.len() && !spread;
    if let Some(last) = tokens.get(start).filter(|_| own) {
        let mut segments = prefix.clone();
        if segments.last().is_some_and(|segment| segment == "self") && segments.len() > 1 {
            segments.pop();
        }
        let mut name = segments[segments.len() - 1].clone();
        if begins(tokens, at, &["as"]) {
            name = tokens.get(at + 1).map_or(name, |token| token.text.clone());
            at += 2;
        }
        found.push((name, path(segments, last, true)));
    }
    prefix.truncate(depth);
    at
}
