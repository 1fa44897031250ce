//! Printing the values in the holes of texts.

use std::borrow::Cow;

use crate::render::compose::texts::Text;
use crate::render::mathml;
use crate::render::messages::Messages;
use crate::render::prose::Place;
use crate::value::Value;
use crate::value::notation::{Format, Language, Medium, print};

/// Prints values in the bank's language, and the program's words in the language of the page.
pub struct Printer {
    /// The language of the bank.
    pub language: &'static Language,
    /// The program's words.
    pub messages: Messages,
}

impl Printer {
    /// A printer for a BCP 47 tag; English where the language is not known.
    pub fn new(tag: &str) -> Self {
        Self::speaking(tag, &Messages::of(tag))
    }

    /// A printer for values in one language and words in another.
    pub fn speaking(tag: &str, messages: &Messages) -> Self {
        Self {
            language: Language::from_tag(tag).unwrap_or(Language::ENGLISH),
            messages: messages.clone(),
        }
    }

    /// What stands in the `at`-th hole of `text` in HTML.
    pub fn html<'v>(&self, text: &Text, values: &[Value], at: u32, place: Place) -> Cow<'v, str> {
        let medium = if place == Place::Mathematics {
            Medium::MathMl
        } else {
            Medium::Text
        };
        self.hole(text, values, at, medium)
    }

    /// What stands in the `at`-th hole of `text` in Markdown.
    pub fn markdown<'v>(
        &self,
        text: &Text,
        values: &[Value],
        at: u32,
        place: Place,
    ) -> Cow<'v, str> {
        let medium = if place == Place::Mathematics {
            Medium::Latex
        } else {
            Medium::Text
        };
        self.hole(text, values, at, medium)
    }

    fn hole<'v>(&self, text: &Text, values: &[Value], at: u32, medium: Medium) -> Cow<'v, str> {
        let at = at as usize;
        match (values.get(at), text.formats.get(at)) {
            (Some(value), Some(formats)) => self.print(value, formats, medium).into(),
            _ => Cow::Borrowed(""),
        }
    }

    /// A value in its formats, one after the other: what the first prints, the next changes.
    pub fn print(&self, value: &Value, formats: &[Format], medium: Medium) -> String {
        let (last, first) = formats.split_last().unwrap_or((&Format::Plain, &[]));
        let mut value = Cow::Borrowed(value);
        for format in first {
            value = Cow::Owned(Value::text(&self.printed(&value, format, Medium::Text)));
        }
        self.printed(&value, last, medium)
    }

    /// LaTeX of an author's is converted where MathML is wanted.
    ///
    /// A format that does not fit a value is refused when the bank is read; should one come
    /// through, the value is printed plainly rather than not at all.
    fn printed(&self, value: &Value, format: &Format, medium: Medium) -> String {
        if (format, medium) == (&Format::Tex, Medium::MathMl)
            && let Ok(latex) = print(value, format, Medium::Latex, self.language)
            && let Ok(element) = mathml::element(&latex)
        {
            return element.into_owned();
        }
        print(value, format, medium, self.language)
            .or_else(|_| print(value, &Format::Plain, medium, self.language))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Format, Medium, Printer, Value};

    #[test]
    fn latex_of_an_author_is_set_as_a_formula() {
        let printer = Printer::new("en-US");
        let html = |latex: &str| {
            let value = Value::text(latex);
            printer.print(&value, &[Format::Tex], Medium::MathMl)
        };
        let half = html(r"\frac{1}{2}");
        assert!(
            half.contains("<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
            "{half}"
        );
        // What is no formula is shown as it stands.
        assert_eq!(html(r"\frac{1"), r"<mtext>\frac{1</mtext>");
    }
}
