//! The charts. Each has its size on paper, in points, and stands with its lower left corner at a
//! place of the author's plane; only a number line lies in that plane itself.

mod bars;
mod line;
mod parts;
mod round;
mod scale;
mod spread;
mod symbols;

use crate::bank::figure::table::ShapeKind;
use crate::instance::figure::DrawnShape;
use crate::render::figure::canvas::Canvas;
use crate::render::figure::geometry::At;
use crate::render::figure::keys::Keys;
use crate::render::figure::words::Words;

/// Draws a chart; `None` for a primitive.
pub fn draw(shape: &DrawnShape, canvas: &mut Canvas, words: &Words<'_>) -> Option<()> {
    let keys = Keys::new(shape, words);
    match shape.shape {
        ShapeKind::Bar => bars::bar(keys, canvas),
        ShapeKind::Histogram => bars::histogram(keys, canvas),
        ShapeKind::Box => spread::boxes(keys, canvas),
        ShapeKind::Dots => spread::dots(keys, canvas),
        ShapeKind::StemLeaf => spread::stem_leaf(keys, canvas),
        ShapeKind::Pictograph => symbols::pictograph(keys, canvas),
        ShapeKind::NumberLine => line::number_line(keys, canvas),
        ShapeKind::Clock => round::clock(keys, canvas),
        ShapeKind::Pie => round::pie(keys, canvas),
        ShapeKind::FractionBar => parts::fraction_bar(keys, canvas),
        _ => None,
    }
}

/// The sheet of a chart: points to the right and upwards from its corner.
#[derive(Clone, Copy)]
struct Sheet(At);

impl Sheet {
    /// The sheet of a chart at its place.
    fn of(keys: Keys<'_>, canvas: &mut Canvas) -> Self {
        Self(canvas.place(keys.point("at").unwrap_or_default()))
    }

    /// Where a place of the sheet is on the page.
    fn page(self, x: f64, y: f64) -> At {
        [self.0[0] + x, self.0[1] - y]
    }
}
