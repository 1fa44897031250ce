//! Figures: what is drawn beside a stem. An author gives every coordinate as an expression, in
//! units of his own, y upwards.

mod charts;
mod primitives;
pub mod table;

use std::sync::Arc;

use crate::bank::figure::table::{Key, ShapeKind};
use crate::bank::image::Images;
use crate::bank::prose::Prose;
use crate::expression::Program;
use crate::source::Span;

/// The most shapes that a figure may have, those of groups and `for` counted one by one.
pub const MOST_SHAPES: usize = 2_000;

/// The most points, values or labels that one shape may have.
pub const MOST_ELEMENTS: usize = 500;

/// The largest coordinate or length, in the author's units.
pub const MOST_UNITS: f64 = 1e6;

/// At how many places a curve is worked out.
pub const CURVE_POINTS: i64 = 240;

/// What is drawn for every item of an item model.
#[derive(Debug, Clone)]
pub struct Figure {
    /// The figure in words, for those who cannot see it.
    pub alt: Prose,
    /// The part of the plane that is always shown: `[w, h]` or `[x0, y0, x1, y1]`.
    pub size: Option<Program>,
    /// How many points (1/72 inch) a unit is long; one number, or one for each direction.
    pub scale: Option<Program>,
    /// What is drawn, the first at the back.
    pub draw: Vec<Entry>,
    /// The image that is shown instead.
    pub image: Option<Picture>,
    /// Where it stands.
    pub span: Span,
}

/// An image file as a figure.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Its path from the bank's folder.
    pub file: Program,
    /// How wide it is printed, in points.
    pub width: Option<Program>,
    /// The images to choose from.
    pub images: Arc<Images>,
}

/// A shape that is drawn once, never, or once for each element of a list.
#[derive(Debug, Clone)]
pub struct Entry {
    /// `for: p in list`.
    pub walk: Option<Walk>,
    /// `if: condition`.
    pub when: Option<Program>,
    /// What is drawn.
    pub shape: Shape,
}

/// The list of a repeated shape.
#[derive(Debug, Clone)]
pub struct Walk {
    /// Where each element stands in the frame.
    pub slot: usize,
    /// The list.
    pub list: Program,
}

/// A primitive or a chart.
#[derive(Debug, Clone)]
pub struct Shape {
    /// Which.
    pub kind: ShapeKind,
    /// The keys written, in the order of the table.
    pub keys: Vec<(&'static Key, Given)>,
    /// Where it stands.
    pub span: Span,
}

/// What is written behind a key of a shape.
#[derive(Debug, Clone)]
pub enum Given {
    /// A number, a point, a list, yes or no.
    Value(Program),
    /// A text with holes.
    Text(Box<Prose>),
    /// Texts with holes.
    Texts(Vec<Prose>),
    /// One of a few words.
    Word(&'static str),
    /// An expression in a variable, which stands at a slot of the frame.
    Curve(usize, Program),
    /// The shapes of a group.
    Draw(Vec<Entry>),
}

/// An option of a multiple-choice item drawn instead of printed.
#[derive(Debug, Clone)]
pub struct OptionFigure {
    /// Where the option's value stands in the frame, under the name `option`.
    pub slot: usize,
    /// What is drawn for it.
    pub figure: Arc<Figure>,
}

impl Figure {
    /// Every text of the figure, the alternative text first.
    pub fn texts(&self) -> Vec<&Prose> {
        let mut texts = vec![&self.alt];
        collect(&self.draw, &mut texts);
        texts
    }
}

fn collect<'f>(entries: &'f [Entry], texts: &mut Vec<&'f Prose>) {
    for (_, given) in entries.iter().flat_map(|entry| &entry.shape.keys) {
        match given {
            Given::Text(text) => texts.push(text),
            Given::Texts(several) => texts.extend(several),
            Given::Draw(inner) => collect(inner, texts),
            Given::Value(_) | Given::Word(_) | Given::Curve(..) => {}
        }
    }
}
