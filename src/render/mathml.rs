//! LaTeX to MathML, and MathML to plain text.

mod number;
mod plain;
mod spoken;
mod tree;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use math_core::{LatexToMathML, MathDisplay};

pub use plain::plain;
pub use spoken::spoken;

/// Why a formula cannot be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MathError {
    /// More nesting than the converter, which is recursive, may be given.
    TooDeep,
    /// A mistake in the LaTeX.
    Latex {
        /// What is wrong.
        message: String,
        /// Where, in bytes of the formula.
        range: Range<usize>,
    },
}

/// How deep groups, and how long chains of commands, may be.
const DEEPEST: usize = 60;

const BLOCK: &str = "<math display=\"block\">";
const INLINE: &str = "<math displaystyle=\"true\">";

static CONVERTER: LazyLock<LatexToMathML> = LazyLock::new(LatexToMathML::default);

/// Converts a formula. Fractions are set at full size in running text as well.
///
/// # Errors
/// LaTeX that is wrong, unknown or too deep.
pub fn convert(latex: &str, display: bool) -> Result<String, MathError> {
    if depth(latex) > DEEPEST {
        return Err(MathError::TooDeep);
    }
    let mathml = CONVERTER
        .convert_with_local_state(latex, MathDisplay::Block)
        .map_err(|error| MathError::Latex {
            message: error.error_message(),
            range: error.0,
        })?
        .mathml;
    // In running text too: the converter's own inline style spaces a numerator like an exponent.
    Ok(if display {
        mathml
    } else {
        mathml.replacen(BLOCK, INLINE, 1)
    })
}

/// A value's LaTeX as one MathML element, to stand inside a formula.
///
/// Numbers, fractions and mixed numbers, which are nearly all values, are written directly.
///
/// # Errors
/// As [`convert`].
pub fn element(latex: &str) -> Result<Cow<'static, str>, MathError> {
    if let Some(element) = number::element(latex) {
        return Ok(Cow::Owned(element));
    }
    if let Some(sign) = number::operator(latex) {
        return Ok(Cow::Borrowed(sign));
    }
    let formula = convert(latex, true)?;
    let inner = formula
        .strip_prefix(BLOCK)
        .and_then(|rest| rest.strip_suffix("</math>"));
    Ok(Cow::Owned(format!(
        "<mrow>{}</mrow>",
        inner.unwrap_or_default()
    )))
}

/// One MathML element as a formula in running text.
pub fn inline(element: &str) -> String {
    format!("{INLINE}{element}</math>")
}

/// An upper bound of the converter's recursion: open groups, plus commands in a row.
fn depth(latex: &str) -> usize {
    let (mut groups, mut chain, mut deepest) = (0_usize, 0_usize, 0_usize);
    let mut characters = latex.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '{' | '[' => groups += 1,
            '}' | ']' => groups = groups.saturating_sub(1),
            '^' | '_' | '\'' => chain += 1,
            '\\' => {
                let mut word = String::new();
                while let Some(letter) = characters.next_if(char::is_ascii_alphabetic) {
                    word.push(letter);
                }
                match word.as_str() {
                    "begin" | "left" => groups += 1,
                    "end" | "right" => groups = groups.saturating_sub(1),
                    "" => {
                        characters.next();
                    }
                    _ => chain += 1,
                }
            }
            other if other.is_whitespace() => {}
            _ => chain = 0,
        }
        deepest = deepest.max(groups.saturating_add(chain));
    }
    deepest
}
