//! The only place that knows YAML: bytes in, a tree out in which every letter knows its place.
//!
//! ```text
//! bytes ── load ─→ text ── build (events of the parser, limits) ─→ Node ── decode ─→ typed values
//!                            │ error                ▲
//!                            └── mend: say what the author meant, go on as if it were written
//! ```
//!
//! Differences from plain YAML 1.2, all for authors who write expressions and LaTeX:
//! numbers and booleans are typed only when asked for; a comma within round brackets does not
//! split an entry of `[…]` or `{…}`; tags are refused; a file holds one document.

mod build;
mod collection;
pub mod decode;
mod expressions;
mod mend;
mod node;
mod place;
mod syntax;
mod text_cut;

pub use expressions::expression_list;
pub use node::{Node, NodeKind, Scalar, Style};
pub use syntax::refuse_control_characters;

use mend::Mended;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, Sources, Span};

/// The largest file, in bytes.
pub const MOST_BYTES: usize = 8 << 20;
/// How many lists and maps may stand in each other.
pub const MOST_DEPTH: usize = 64;
/// How many values a file may hold, and how many its aliases may stand for.
pub const MOST_NODES: usize = 500_000;
/// How many mistakes in the YAML itself are mended to find the next ones.
const MOST_MENDED: usize = 20;
/// How many bytes are read again because of brackets within one-line lists and maps.
const MOST_READ_AGAIN: usize = 64 << 20;

/// Reads a file that came as bytes. Everything wrong with it goes to `diagnostics`.
///
/// `None` when there is no tree; a tree may come together with errors.
pub fn load(
    name: &str,
    bytes: &[u8],
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Node> {
    let file = text(name, bytes, sources, diagnostics)?;
    parse(file, sources, diagnostics)
}

/// Puts a file into the table. `None` when it is too large, or no UTF-8 text.
pub fn text(
    name: &str,
    bytes: &[u8],
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<FileId> {
    if bytes.len() > MOST_BYTES {
        let message = format!(
            "{name} has {} MiB; a file may have {} MiB",
            bytes.len() >> 20,
            MOST_BYTES >> 20
        );
        let help = "keep long tables in a CSV file, and split the bank";
        diagnostics.push(Diagnostic::error(Code::TooLarge, None, message).help(help));
        return None;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(sources.add(name, text)),
        Err(error) => {
            let file = sources.add(name, String::from_utf8_lossy(bytes));
            let bom = if bytes.starts_with("\u{feff}".as_bytes()) {
                3
            } else {
                0
            };
            let at = error.valid_up_to().saturating_sub(bom);
            let span = Span::new(file, at..at + '\u{fffd}'.len_utf8());
            diagnostics.push(not_utf8(bytes, error.valid_up_to(), span));
            None
        }
    }
}

fn not_utf8(bytes: &[u8], at: usize, span: Span) -> Diagnostic {
    let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let message = if utf16 {
        "the file is UTF-16 text, not UTF-8".to_owned()
    } else {
        let byte = bytes.get(at).copied().unwrap_or(0);
        format!("byte {byte:02X} is not UTF-8 text")
    };
    Diagnostic::error(Code::NotUtf8, span, message)
        .help("save the file again in your editor, with the encoding UTF-8")
}

/// Reads a file of the table.
///
/// `None` when there is no tree; a tree may come together with errors. An empty file is an
/// empty value.
pub fn parse(file: FileId, sources: &Sources, diagnostics: &mut Diagnostics) -> Option<Node> {
    let source = sources.get(file)?;
    if source.text().len() > MOST_BYTES {
        let message = format!("{} is larger than {} MiB", source.name(), MOST_BYTES >> 20);
        diagnostics.push(Diagnostic::error(Code::TooLarge, None, message));
        return None;
    }
    if syntax::refuse_control_characters(file, source.text(), diagnostics) {
        return None;
    }
    // Mistakes are mended in a copy of equal length, so that every place stays where it is.
    let mut mended = source.text().to_owned();
    let (mut mistakes, mut read_again) = (0, 0);
    while mistakes < MOST_MENDED {
        let mut found = Diagnostics::new();
        match build::tree(file, source.text(), &mended, &mut found) {
            Ok(node) => {
                diagnostics.append(found);
                return Some(node);
            }
            Err(failure) => match mend::mend(file, source.text(), &mut mended, &failure) {
                Some(Mended::Mistake(mistake)) => {
                    mistakes += 1;
                    diagnostics.push(*mistake);
                }
                Some(Mended::Allowed) if read_again < MOST_READ_AGAIN => read_again += mended.len(),
                Some(Mended::Allowed) => {
                    let span = Span::new(file, failure.at..failure.at + 1);
                    let message = "too many brackets stand within one-line lists and maps";
                    let help = "write each entry on a line of its own";
                    diagnostics.push(Diagnostic::error(Code::TooLarge, span, message).help(help));
                    return None;
                }
                None => {
                    diagnostics.append(found);
                    diagnostics.push(failure.diagnostic);
                    return None;
                }
            },
        }
    }
    None
}
