//! The primitives.

mod corner;
mod graph;
mod round;
mod straight;
mod ticks;

use crate::bank::figure::table::ShapeKind;
use crate::instance::figure::{Drawn, DrawnShape};
use crate::render::figure::canvas::{Canvas, Fill, Manner, Style};
use crate::render::figure::geometry::At;
use crate::render::figure::keys::Keys;
use crate::render::figure::words::Words;

pub use graph::every;
pub use ticks::Ticks;

/// How far a label stays from a line, and from a dot, in points.
pub const GAP: f64 = 4.0;
const DOT_GAP: f64 = 5.0;
/// The radius of a dot.
pub const DOT: f64 = 2.6;

/// The ways to the sides of a place on the page, the usual ones first.
pub const AROUND: [At; 8] = [
    [1.0, -1.0],
    [-1.0, -1.0],
    [1.0, 1.0],
    [-1.0, 1.0],
    [0.0, -1.0],
    [1.0, 0.0],
    [0.0, 1.0],
    [-1.0, 0.0],
];
pub const ABOVE: At = [0.0, -1.0];
pub const BELOW: At = [0.0, 1.0];
pub const LEFT: At = [-1.0, 0.0];
pub const RIGHT: At = [1.0, 0.0];
const CENTRE: At = [0.0, 0.0];

/// The way to a side named in a bank.
fn side(word: &str) -> Option<At> {
    Some(match word {
        "above" => ABOVE,
        "below" => BELOW,
        "left" => LEFT,
        "right" => RIGHT,
        "centre" => CENTRE,
        "above left" => [-0.7, -0.7],
        "above right" => [0.7, -0.7],
        "below left" => [-0.7, 0.7],
        "below right" => [0.7, 0.7],
        _ => return None,
    })
}

/// Draws a primitive; `None` for a chart.
pub fn draw(shape: &DrawnShape, canvas: &mut Canvas, words: &Words<'_>) -> Option<()> {
    let keys = Keys::new(shape, words);
    match shape.shape {
        ShapeKind::Line => straight::line(keys, canvas),
        ShapeKind::Polygon => straight::polygon(keys, canvas),
        ShapeKind::Rect => straight::rect(keys, canvas),
        ShapeKind::Circle => round::circle(keys, canvas),
        ShapeKind::Arc => round::arc(keys, canvas),
        ShapeKind::Angle => corner::angle(keys, canvas),
        ShapeKind::SquareCorner => corner::square(keys, canvas),
        ShapeKind::Text => text(keys, canvas),
        ShapeKind::Point => point(keys, canvas),
        ShapeKind::Grid => graph::grid(keys, canvas),
        ShapeKind::Axes => graph::axes(keys, canvas),
        ShapeKind::Plot => graph::plot(keys, canvas),
        ShapeKind::Group => group(keys, canvas, words),
        _ => return None,
    };
    Some(())
}

fn text(keys: Keys<'_>, canvas: &mut Canvas) -> Option<()> {
    let at = canvas.place(keys.point("at")?);
    let said = keys.text("say");
    match side(keys.word("side")) {
        Some(way) => canvas.label(at, said, &[way], GAP, Manner::Bold),
        None => {
            let mut ways = vec![CENTRE];
            ways.extend(AROUND);
            canvas.label(at, said, &ways, GAP, Manner::Bold);
        }
    }
    Some(())
}

fn point(keys: Keys<'_>, canvas: &mut Canvas) -> Option<()> {
    let at = canvas.place(keys.point("at")?);
    dot(canvas, at, keys.flag("open"));
    match side(keys.word("side")) {
        Some(way) => canvas.label(at, keys.text("label"), &[way], DOT_GAP, Manner::Bold),
        None => canvas.label(
            at,
            keys.text("label"),
            &AROUND.map(slanted),
            DOT_GAP,
            Manner::Shy,
        ),
    }
    Some(())
}

/// A slanted way is as long as a level one.
fn slanted(way: At) -> At {
    if way[0] != 0.0 && way[1] != 0.0 {
        [way[0] * 0.7, way[1] * 0.7]
    } else {
        way
    }
}

/// A dot or a ring on the page.
pub fn dot(canvas: &mut Canvas, at: At, is_open: bool) {
    if is_open {
        canvas.ellipse(at, [DOT, DOT], Style::filled(Fill::White));
    } else {
        canvas.ellipse(at, [DOT, DOT], Style::SOLID);
    }
}

fn group(keys: Keys<'_>, canvas: &mut Canvas, words: &Words<'_>) -> Option<()> {
    let Some(Drawn::Draw(shapes)) = keys.get("draw") else {
        return None;
    };
    let turn = keys.number("rotate").unwrap_or(0.0);
    let about = keys.point("about").unwrap_or_default();
    let shift = keys.point("move").unwrap_or_default();
    canvas.begin(turn, about, shift);
    super::draw(shapes, canvas, words);
    canvas.end();
    Some(())
}
