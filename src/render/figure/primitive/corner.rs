//! The marks of angles. They have one size on paper, whatever the scale.

use crate::render::figure::canvas::{Canvas, Manner, Style, on_ellipse};
use crate::render::figure::geometry::{At, degrees, direction, plus, times, unit, way};
use crate::render::figure::keys::Keys;

/// The side of the mark of a right angle, in points.
const SQUARE: f64 = 9.0;
/// The radius of the mark of an angle, and from arc to arc.
const RADIUS: f64 = 20.0;
const NEXT: f64 = 3.5;
/// A narrow angle has its mark further out, where the arms leave room.
const NARROW: f64 = 35.0;

/// The corner and the directions of its arms on the page.
fn arms(keys: Keys<'_>, canvas: &mut Canvas) -> Option<[At; 3]> {
    let corner = keys.point("at")?;
    let at = canvas.place(corner);
    let mut arm = |key: &str, otherwise: At| match keys.point(key) {
        Some(end) => unit(way(at, canvas.place(end))),
        None => {
            let [c, s] = direction(canvas.turned());
            let [x, y] = otherwise;
            Some([c * x - s * y, -(s * x + c * y)])
        }
    };
    let (first, second) = (arm("from", [1.0, 0.0])?, arm("to", [0.0, 1.0])?);
    Some([at, first, second])
}

pub fn square(keys: Keys<'_>, canvas: &mut Canvas) -> Option<()> {
    let [at, first, second] = arms(keys, canvas)?;
    let (a, b) = (times(first, SQUARE), times(second, SQUARE));
    canvas.lines(
        &[plus(at, a), plus(plus(at, a), b), plus(at, b)],
        false,
        Style::PLAIN,
    );
    Some(())
}

pub fn angle(keys: Keys<'_>, canvas: &mut Canvas) -> Option<()> {
    let [at, first, second] = arms(keys, canvas)?;
    let upwards = |[x, y]: At| degrees([x, -y]);
    let (mut from, mut to) = (upwards(first), upwards(second));
    if to < from {
        to += 360.0;
    }
    let is_reflex = to - from > 180.0;
    if is_reflex != keys.flag("reflex") {
        (from, to) = (to, from + 360.0);
    }
    let opening = to - from;
    let radius = if opening < NARROW {
        RADIUS * 1.5
    } else {
        RADIUS
    };
    let arcs = keys.number("arcs").unwrap_or(1.0);
    let mut outermost = radius;
    for ring in [0.0, 1.0, 2.0] {
        if ring < arcs {
            outermost = radius + ring * NEXT;
            canvas.arc(at, [outermost; 2], from, to, false, Style::PLAIN);
        }
    }
    let half = (from + to) / 2.0;
    let edge = on_ellipse(at, [outermost; 2], half);
    let [c, s] = direction(half);
    canvas.label(edge, keys.text("label"), &[[c, -s]], 3.0, Manner::Shy);
    Some(())
}
