//! Figures in pages: inside HTML, and as files beside Markdown.

use crate::bank::image::{Image, base64};
use crate::form::set::Form;
use crate::instance::figure::{DrawnFigure, DrawnImage};
use crate::instance::options::AnswerOption;
use crate::render::compose::{Composer, letters};
use crate::render::escape;
use crate::render::figure::{FontUnits, svg};
use crate::render::view::{Html, Markdown, ResponseView, Rich};

/// A figure as a file beside the Markdown pages of its form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureFile {
    /// The name that the pages refer to.
    pub name: String,
    /// The SVG.
    pub text: String,
}

/// An image as a file beside the Markdown pages of its form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageFile {
    /// The name that the pages refer to.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// How wide and high an image becomes whose author says nothing, in points.
const USUAL: [f64; 2] = [240.0, 180.0];

impl Composer<'_> {
    /// The drawn figures of a form as files, in the order of its items.
    pub fn figures(&self, form: &Form) -> Vec<FigureFile> {
        let drawn = named(form).filter(|(_, figure)| figure.image.is_none());
        drawn
            .map(|(name, figure)| FigureFile {
                text: format!("{}\n", svg(figure, &name, &self.printer).text),
                name: format!("{name}.svg"),
            })
            .collect()
    }

    /// The images of a form as files, in the order of its items.
    pub fn images(&self, form: &Form) -> Vec<ImageFile> {
        let images = named(form).filter_map(|(name, figure)| {
            let image = self.image(figure.image.as_ref()?)?;
            Some(ImageFile {
                name: format!("{name}.{}", image.kind.ending()),
                bytes: image.bytes.to_vec(),
            })
        });
        images.collect()
    }

    fn image(&self, drawn: &DrawnImage) -> Option<Image> {
        self.set.images.get(drawn.path())?.image().ok()
    }

    /// Puts drawn options in place of printed ones.
    pub(super) fn draw_options(
        &self,
        options: &[AnswerOption],
        task: &str,
        response: &mut ResponseView,
    ) {
        for (option, shown) in options.iter().zip(&mut response.options) {
            if let Some(figure) = &option.figure {
                let name = format!("{task}-{}", shown.letter.to_lowercase());
                shown.text = self.figure(figure, &name);
                response.columns = 2;
            }
        }
    }

    /// A figure within a page, under the name of its file.
    pub(super) fn figure(&self, figure: &DrawnFigure, name: &str) -> Rich {
        let drawn = svg(figure, name, &self.printer);
        let mut alt = String::new();
        escape::markdown(&drawn.alt, &mut alt);
        let Some(image) = figure.image.as_ref() else {
            return Rich {
                html: Html(drawn.growing()),
                markdown: Markdown(format!("![{alt}]({name}.svg)")),
            };
        };
        // A plan whose images are missing is refused when it is read.
        let Some(file) = self.image(image) else {
            return Rich::plain(&drawn.alt);
        };
        let mut title = String::new();
        escape::html(&drawn.alt, &mut title);
        let html = format!(
            "<img src=\"data:{};base64,{}\" alt=\"{title}\" style=\"{}\">",
            file.kind.media_type(),
            base64::encode(&file.bytes),
            FontUnits(width(image, &file)),
        );
        Rich {
            html: Html(html),
            markdown: Markdown(format!("![{alt}]({name}.{})", file.kind.ending())),
        }
    }
}

/// How wide an image is printed, in points.
fn width(drawn: &DrawnImage, file: &Image) -> f64 {
    let [width, height] = file.size;
    let usual = (USUAL[0] / width).min(USUAL[1] / height).min(1.0) * width;
    let written = drawn.width.as_ref().and_then(|width| width.to_f64());
    written.unwrap_or(usual)
}

/// The figures of a form, under the names of their files, which begin every id in them.
fn named(form: &Form) -> impl Iterator<Item = (String, &DrawnFigure)> {
    form.items.iter().enumerate().flat_map(|(at, placed)| {
        let item = &placed.item;
        let name = item_name(form, at);
        let mut figures = Vec::new();
        add(
            &mut figures,
            name.clone(),
            item.figure.as_ref(),
            &item.options,
        );
        for (at, part) in item.parts.iter().enumerate() {
            let name = part_name(&name, at);
            add(&mut figures, name, part.figure.as_ref(), &part.options);
        }
        figures
    })
}

/// The figure of a task and those of its options.
fn add<'f>(
    figures: &mut Vec<(String, &'f DrawnFigure)>,
    name: String,
    figure: Option<&'f DrawnFigure>,
    options: &'f [AnswerOption],
) {
    let letters = letters(options.len()).into_iter();
    let drawn = letters.zip(options).filter_map(|(letter, option)| {
        let name = format!("{name}-{}", letter.to_lowercase());
        Some((name, option.figure.as_ref()?))
    });
    let drawn: Vec<_> = drawn.collect();
    figures.extend(figure.map(|figure| (name, figure)));
    figures.extend(drawn);
}

/// `form-a-item-4`
pub(super) fn item_name(form: &Form, at: usize) -> String {
    let form = form.label.to_string().to_lowercase();
    format!("form-{form}-item-{}", at + 1)
}

/// `form-a-item-4-part-b`
pub(super) fn part_name(item: &str, at: usize) -> String {
    format!("{item}-part-{}", super::letter(at).to_lowercase())
}
