//! Figures in pages: inside HTML, and as files beside Markdown.

use crate::form::set::Form;
use crate::instance::figure::DrawnFigure;
use crate::instance::item::Item;
use crate::render::compose::{Composer, letters};
use crate::render::escape;
use crate::render::figure::svg;
use crate::render::view::{Html, Markdown, ResponseView, Rich};

/// A figure as a file beside the Markdown pages of its form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureFile {
    /// The name that the pages refer to.
    pub name: String,
    /// The SVG.
    pub text: String,
}

impl Composer<'_> {
    /// The figures of a form as files, in the order of its items.
    pub fn figures(&self, form: &Form) -> Vec<FigureFile> {
        let mut files = Vec::new();
        let mut file = |at: usize, letter: Option<&str>, figure: &DrawnFigure| {
            let name = name(form, at, letter);
            let text = svg(figure, &name, &self.printer).text;
            files.push(FigureFile {
                name: format!("{name}.svg"),
                text: format!("{text}\n"),
            });
        };
        for (at, placed) in form.items.iter().enumerate() {
            if let Some(figure) = &placed.item.figure {
                file(at, None, figure);
            }
            let letters = letters(placed.item.options.len());
            for (option, letter) in placed.item.options.iter().zip(&letters) {
                if let Some(figure) = &option.figure {
                    file(at, Some(letter), figure);
                }
            }
        }
        files
    }

    /// Puts drawn options in place of printed ones.
    pub(super) fn draw_options(
        &self,
        item: &Item,
        form: &Form,
        at: usize,
        response: &mut ResponseView,
    ) {
        for (option, shown) in item.options.iter().zip(&mut response.options) {
            if let Some(figure) = &option.figure {
                shown.text = self.figure(figure, form, at, Some(&shown.letter));
                response.columns = 2;
            }
        }
    }

    /// A figure within a page: of the item at a place, or of one of its options.
    pub(super) fn figure(
        &self,
        figure: &DrawnFigure,
        form: &Form,
        at: usize,
        letter: Option<&str>,
    ) -> Rich {
        let name = name(form, at, letter);
        let svg = svg(figure, &name, &self.printer);
        let mut alt = String::new();
        escape::markdown(&svg.alt, &mut alt);
        Rich {
            html: Html(svg.text),
            markdown: Markdown(format!("![{alt}]({name}.svg)")),
        }
    }
}

/// `form-a-item-4`, `form-a-item-4-b`: the name of a file, and the beginning of every id in it.
fn name(form: &Form, at: usize, letter: Option<&str>) -> String {
    let form = form.label.to_string().to_lowercase();
    let letter = letter.map_or_else(String::new, |letter| format!("-{}", letter.to_lowercase()));
    format!("form-{form}-item-{}{letter}", at + 1)
}
