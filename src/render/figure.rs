//! Figures as SVG, for paper: black lines of at least 0.75 pt, labels of 11 pt, hatching instead of
//! colours, so that a photocopy shows what the original shows.
//!
//! ```text
//! DrawnFigure ── shapes (exact values → points, y downwards) ── Canvas: marks and labels
//!             ── place (labels off each other) ── svg (text)
//! ```
//!
//! One unit of the SVG is one point (1/72 inch). The origin stays the author's origin; the view box
//! grows to hold everything.

mod canvas;
mod chart;
mod geometry;
mod hatch;
pub mod ids;
mod keys;
pub(in crate::render) mod measure;
mod place;
mod primitive;
mod svg;
mod words;

use std::fmt::{self, Display, Formatter};

use crate::instance::figure::{DrawnFigure, DrawnShape};
use crate::render::compose::notation::Printer;
use crate::render::figure::canvas::{Canvas, View};
use crate::render::figure::geometry::Bounds;
use crate::render::figure::words::Words;
use crate::value::Value;

/// How large a figure becomes whose author names no scale, in points.
const USUAL: [f64; 2] = [240.0, 180.0];
/// How large a figure may become, in points: what fits on a sheet of A4 or Letter.
const LARGEST: [f64; 2] = [440.0, 560.0];
/// How unlike the two directions must be to be given scales of their own, where there are axes.
const UNLIKE: f64 = 3.0;

/// A figure, written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Svg {
    /// The element `<svg>`, which can stand in HTML or in a file of its own.
    pub text: String,
    /// The figure in words; nothing is escaped.
    pub alt: String,
}

impl Svg {
    /// The element for a page: as large as it is drawn, and larger where the type is.
    pub fn growing(&self) -> String {
        let width = self.text.strip_prefix(svg::START).and_then(|rest| {
            let width = rest.split("pt").next()?;
            width.parse().ok()
        });
        match (width, self.text.strip_prefix(svg::START)) {
            (Some(width), Some(rest)) => {
                format!(
                    "<svg style=\"{}\"{}{rest}",
                    FontUnits(width),
                    &svg::START[4..]
                )
            }
            _ => self.text.clone(),
        }
    }
}

/// The size of the type for which figures are drawn, in points.
const TYPE: f64 = 12.0;

/// A width in points as CSS: at least that wide, and growing with the type of the page.
pub struct FontUnits(pub f64);

impl Display for FontUnits {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let [points, ems] = [self.0, self.0 / TYPE].map(svg::number);
        write!(f, "width:max({points}pt,{ems}em)")
    }
}

/// Writes a figure. `id` begins every id within it, and must be unique on the page.
pub fn svg(figure: &DrawnFigure, id: &str, printer: &Printer) -> Svg {
    let words = Words { printer };
    let alt = words.said(&figure.alt);
    let window = figure.size.as_ref().and_then(window);
    let scale = figure.scale.as_ref().and_then(scale);
    let reach = match window {
        Some(window) => window,
        None => {
            let mut canvas = Canvas::new(View::new([1.0, 1.0]), None);
            draw(&figure.shapes, &mut canvas, &words);
            canvas.reach()
        }
    };
    let has_axes = figure
        .shapes
        .iter()
        .any(|shape| shape.shape == crate::bank::figure::table::ShapeKind::Axes);
    let view = View::new(fitted(scale, reach, has_axes));
    let mut canvas = Canvas::new(view, window);
    draw(&figure.shapes, &mut canvas, &words);
    let text = svg::write(&canvas, id, &alt);
    Svg { text, alt }
}

fn draw(shapes: &[DrawnShape], canvas: &mut Canvas, words: &Words<'_>) {
    for shape in shapes {
        // A shape whose values are not what its row asks for does not come from a bank.
        if primitive::draw(shape, canvas, words).is_none() {
            chart::draw(shape, canvas, words);
        }
    }
}

fn window(size: &Value) -> Option<Bounds> {
    match keys::numbers(size)[..] {
        [w, h] => Some(Bounds::of(&[[0.0, 0.0], [w, h]])),
        [x0, y0, x1, y1] => Some(Bounds::of(&[[x0, y0], [x1, y1]])),
        _ => None,
    }
}

fn scale(value: &Value) -> Option<[f64; 2]> {
    match keys::numbers(value)[..] {
        [x, y] => Some([x, y]),
        _ => value.to_f64().map(|both| [both, both]),
    }
}

/// The scale wished for, or the usual size, made smaller where the figure would not fit.
fn fitted(wished: Option<[f64; 2]>, reach: Bounds, has_axes: bool) -> [f64; 2] {
    let extent = reach.extent();
    let fit = |room: [f64; 2]| {
        let fit = |at: usize| {
            if extent[at] > 0.0 {
                room[at] / extent[at]
            } else {
                f64::INFINITY
            }
        };
        [fit(0), fit(1)]
    };
    let alike = |[x, y]: [f64; 2]| {
        let both = x.min(y);
        if both.is_finite() {
            [both, both]
        } else {
            [1.0, 1.0]
        }
    };
    let scale = wished.unwrap_or_else(|| {
        let ratio = extent[0] / extent[1];
        let is_unlike =
            ratio.is_finite() && ratio > 0.0 && !(1.0 / UNLIKE..=UNLIKE).contains(&ratio);
        if has_axes && is_unlike {
            fit(USUAL)
        } else {
            alike(fit(USUAL))
        }
    });
    let most = fit(LARGEST);
    let shrink = (most[0] / scale[0]).min(most[1] / scale[1]).min(1.0);
    [scale[0] * shrink, scale[1] * shrink]
}
