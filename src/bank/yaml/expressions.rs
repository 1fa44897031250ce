//! Lists of expressions: `where: [a < b, gcd(a, b) == 1]`.

use super::node::{Node, NodeKind, Style};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{SourceText, Sources, Span};

/// Bytes of the longest expression that is joined from pieces.
const LONGEST: usize = 4_000;

/// The expressions of a list, or of a single one written without brackets.
///
/// In `[…]`, YAML splits at every comma. Entries are joined again until round brackets (done
/// when the tree is built) and double quotes are balanced; joined text is the exact source.
pub fn expression_list(
    node: &Node,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Vec<SourceText> {
    let entries = match &node.kind {
        NodeKind::Sequence(entries) => entries.as_slice(),
        NodeKind::Scalar(_) | NodeKind::Mapping(_) => std::slice::from_ref(node),
    };
    let is_flow = sources.slice(node.span).starts_with('[');
    let mut expressions = Vec::new();
    let mut begun: Option<Span> = None;
    for entry in entries {
        let scalar = match entry.as_scalar() {
            Some(scalar) if !scalar.is_null() => scalar,
            _ => {
                let message = format!("an expression is wanted, not {}", entry.description());
                diagnostics.push(Diagnostic::error(Code::WrongShape, entry.span, message));
                begun = None;
                continue;
            }
        };
        let whole = match begun.take() {
            Some(span) => {
                let span = span.to(entry.span);
                if span.range().len() > LONGEST {
                    begun = Some(span);
                    break;
                }
                SourceText::verbatim(sources.slice(span), span)
            }
            None => scalar.content.clone(),
        };
        let may_go_on = is_flow && scalar.style == Style::Plain;
        match imbalance(whole.as_str()).filter(|_| may_go_on) {
            Some(_) => begun = Some(whole.span()),
            None => expressions.push(whole),
        }
    }
    if let Some(span) = begun {
        let open = imbalance(sources.slice(span)).unwrap_or('(');
        let message = format!("this `{open}` is never closed, so the list cannot be split");
        let error = Diagnostic::error(Code::UnbalancedBrackets, span, message)
            .help("close it, or write each expression on its own line after `- `");
        diagnostics.push(error);
    }
    expressions
}

/// The bracket or quote that a text leaves open.
fn imbalance(text: &str) -> Option<char> {
    let mut open = Vec::new();
    let mut quoted = false;
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' => open.push(c),
            ')' | ']' => {
                open.pop();
            }
            _ => {}
        }
    }
    if quoted { Some('"') } else { open.pop() }
}
