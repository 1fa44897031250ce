//! Pictures as inline SVG, in black, white and grey: they print on any printer, and nothing is told
//! by colour alone.

pub mod chart;
pub mod strip;

pub use chart::{Chart, Line, Mark};
pub use strip::Strip;

use std::fmt::Write;

use crate::render::escape;
use crate::render::figure::measure;

/// The size of type in a picture, in points of the drawing: 9 points of paper at the width of a page.
const TYPE: f64 = 12.0;

/// The width of a text, estimated rather too wide.
fn width(text: &str) -> f64 {
    measure::width(text) * TYPE / measure::FONT
}

/// Text of a picture, escaped.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    escape::html(text, &mut safe);
    safe
}

/// A text at a place. `anchor` is `start`, `middle` or `end`.
fn label(svg: &mut String, at: (f64, f64), anchor: &str, text: &str) {
    let (x, y) = at;
    let text = escaped(text);
    // Writing to a string cannot fail.
    let _ = write!(
        svg,
        "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{text}</text>"
    );
}
