//! The texts of a figure, in the bank's language.

use crate::instance::figure::Said;
use crate::render::compose::notation::Printer;
use crate::render::compose::texts::Text;
use crate::render::prose::Flow;
use crate::value::Value;
use crate::value::notation::Medium;

/// Prints texts and values for a figure.
pub struct Words<'p> {
    /// How values are printed.
    pub printer: &'p Printer,
}

impl Words<'_> {
    /// A text on one line.
    pub fn said(&self, said: &Said) -> String {
        let text = match Text::compile(&said.text, Flow::Line) {
            Ok(text) => text.prose.text(|at, _| {
                let at = at as usize;
                let (value, formats) = (said.values.get(at), text.formats.get(at));
                match value.zip(formats) {
                    Some((value, formats)) => {
                        self.printer.print(value, formats, Medium::Text).into()
                    }
                    None => "".into(),
                }
            }),
            // Such a text is refused when the bank is read.
            Err(_) => said.plain(self.printer.language),
        };
        line(&text)
    }

    /// A value.
    pub fn value(&self, value: &Value) -> String {
        line(&self.printer.print(value, &[], Medium::Text))
    }
}

/// A no-break space stays, so that a unit stays with its number.
fn line(text: &str) -> String {
    let is_space = |c: char| c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}';
    let words: Vec<&str> = text
        .split(is_space)
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}
