//! What the tests here share: hostile text, filling, and a reader of tags.

use std::borrow::Cow;

use isoform::render::escape;
use isoform::render::prose::{Flow, Place, Prose, ProsePiece};

pub const HOSTILE: [&str; 22] = [
    "<script>alert(1)</script>",
    "</style><b>",
    "{{7*7}}{% raw %}",
    "\"quoted\" & 'single'",
    "[x](javascript:alert(1))",
    "![x](//evil)",
    "*a* _b_ **c** ~~d~~",
    "`code` ``more``",
    "$x$ and $$y$$",
    "a | b \\| c",
    "# heading",
    "1. list",
    "2) list",
    "- item",
    "+",
    "-",
    "---",
    "===",
    "> quote",
    "    indented",
    "&copy; &#60; \\",
    "a\n\nb\n- c",
];

pub fn compile(pieces: &[ProsePiece<'_>]) -> Prose {
    Prose::compile(pieces, Flow::Blocks).unwrap()
}

/// Fills with the same plain text everywhere; mathematics gets it as words.
pub fn html(prose: &Prose, value: &str) -> String {
    prose.html("blank", |_, place| match place {
        Place::Mathematics => {
            let mut escaped = String::new();
            escape::html(value, &mut escaped);
            Cow::Owned(format!("<mtext>{escaped}</mtext>"))
        }
        _ => Cow::Borrowed(value),
    })
}

pub fn markdown(prose: &Prose, value: &str) -> String {
    prose.markdown(|_, _| Cow::Borrowed(value))
}

/// Whitespace shows as one space on a page.
pub fn shown(html: &str) -> String {
    let words: Vec<&str> = html.split_whitespace().collect();
    let line = words.join(" ");
    [
        "p",
        "li",
        "td",
        "th",
        "h3",
        "blockquote",
        "em",
        "strong",
        "del",
    ]
    .iter()
    .fold(line, |line, tag| {
        line.replace(&format!("<{tag}> "), &format!("<{tag}>"))
            .replace(&format!(" </{tag}>"), &format!("</{tag}>"))
    })
}

/// Every tag closed in order, no stray angle bracket or quote.
pub fn well_formed(html: &str) -> Result<(), String> {
    const VOID: [&str; 7] = ["br", "hr", "img", "meta", "link", "col", "wbr"];
    let mut open = Vec::new();
    let mut rest = html.strip_prefix("<!DOCTYPE html>").unwrap_or(html);
    while let Some(at) = rest.find(['<', '>']) {
        if rest[at..].starts_with('>') {
            return Err(format!(
                "stray > before {:?}",
                &rest[at..rest.len().min(at + 40)]
            ));
        }
        if let Some(comment) = rest[at..].strip_prefix("<!--") {
            rest = comment.split_once("-->").ok_or("open comment")?.1;
            continue;
        }
        let mut quote = false;
        let end = rest[at..].find(|c| {
            quote ^= c == '"';
            c == '>' && !quote
        });
        let end = at + end.ok_or_else(|| format!("open tag {:?}", &rest[at..]))?;
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        let name: String = tag
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        if name.is_empty() {
            return Err(format!("stray < before {tag:?}"));
        }
        if tag.starts_with('/') {
            if open.pop().as_ref() != Some(&name) {
                return Err(format!("</{name}> closes something else"));
            }
        } else if name == "style" {
            rest = rest.split_once("</style>").ok_or("open style")?.1;
        } else if !tag.ends_with('/') && !VOID.contains(&name.as_str()) {
            open.push(name);
        }
    }
    if open.is_empty() {
        Ok(())
    } else {
        Err(format!("left open: {open:?}"))
    }
}
