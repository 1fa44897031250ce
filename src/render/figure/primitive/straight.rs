//! Lines, rectangles and polygons.

use crate::render::figure::canvas::{Canvas, Manner};
use crate::render::figure::geometry::{At, middle, plus, times, unit, way};
use crate::render::figure::keys::Keys;
use crate::render::figure::primitive::{ABOVE, GAP, side};

/// How much of a line its arrowhead covers, in points.
const COVERED: f64 = 5.0;

pub fn line(keys: Keys<'_>, canvas: &mut Canvas) -> Option<()> {
    let (from, to) = (keys.point("from")?, keys.point("to")?);
    let (from, to) = (canvas.place(from), canvas.place(to));
    let arrow = keys.word("arrow");
    let along = unit(way(from, to));
    let (mut begin, mut end) = (from, to);
    if let Some(along) = along {
        if ["end", "both"].contains(&arrow) {
            end = plus(to, times(along, -COVERED));
            canvas.arrowhead(to, along);
        }
        if ["start", "both"].contains(&arrow) {
            begin = plus(from, times(along, COVERED));
            canvas.arrowhead(from, times(along, -1.0));
        }
    }
    canvas.lines(&[begin, end], false, keys.style());
    // Above a level line, to the right of an upright one.
    let across = along.map_or(ABOVE, |[x, y]| if x > 0.0 { [y, -x] } else { [-y, x] });
    let ways = match side(keys.word("side")) {
        Some(way) => vec![way],
        None => vec![across, times(across, -1.0)],
    };
    canvas.label(
        middle(from, to),
        keys.text("label"),
        &ways,
        GAP,
        Manner::Shy,
    );
    Some(())
}

pub fn rect(keys: Keys<'_>, canvas: &mut Canvas) -> Option<()> {
    let [x, y] = keys.point("at")?;
    let (w, h) = (keys.number("w")?, keys.number("h")?);
    let corners =
        [[x, y], [x + w, y], [x + w, y + h], [x, y + h]].map(|corner| canvas.place(corner));
    canvas.lines(&corners, true, keys.style());
    let centre = middle(corners[0], corners[2]);
    canvas.label(centre, keys.text("label"), &[[0.0; 2]], GAP, Manner::Bold);
    Some(())
}

pub fn polygon(keys: Keys<'_>, canvas: &mut Canvas) -> Option<()> {
    let corners: Vec<At> = keys
        .points("points")
        .into_iter()
        .map(|corner| canvas.place(corner))
        .collect();
    let is_closed = !keys.flag("open");
    canvas.lines(&corners, is_closed, keys.style());
    let sign = orientation(&corners);
    let count = corners.len();
    for (at, name) in keys.texts("corners").into_iter().enumerate().take(count) {
        let before = (at > 0 || is_closed).then(|| corners[(at + count - 1) % count]);
        let after = (at + 1 < count || is_closed).then(|| corners[(at + 1) % count]);
        let outward = outward(corners[at], before, after, sign);
        canvas.label(corners[at], name, &[outward], GAP, Manner::Bold);
    }
    for (at, length) in keys.texts("sides").into_iter().enumerate().take(count) {
        let (from, to) = (corners[at], corners[(at + 1) % count]);
        let Some([x, y]) = unit(way(from, to)) else {
            continue;
        };
        let out = [-y * sign, x * sign];
        canvas.label(
            middle(from, to),
            length,
            &[out, times(out, -1.0)],
            GAP,
            Manner::Shy,
        );
    }
    let centre = times(
        corners.iter().fold([0.0; 2], |sum, c| plus(sum, *c)),
        1.0 / count as f64,
    );
    canvas.label(centre, keys.text("label"), &[[0.0; 2]], GAP, Manner::Bold);
    Some(())
}

/// 1 if the outside lies to the right of a walk around the corners, else -1 (the sign of the area,
/// by the formula of Meister, 1769).
fn orientation(corners: &[At]) -> f64 {
    let next = corners.iter().cycle().skip(1);
    let area: f64 = corners
        .iter()
        .zip(next)
        .map(|(a, b)| a[0] * b[1] - b[0] * a[1])
        .sum();
    if area > 0.0 { -1.0 } else { 1.0 }
}

/// The way out of a corner: half-way between its sides, outside.
fn outward(corner: At, before: Option<At>, after: Option<At>, sign: f64) -> At {
    let back = before.and_then(|before| unit(way(corner, before)));
    let on = after.and_then(|after| unit(way(corner, after)));
    match (back, on) {
        (Some(back), Some(on)) => {
            let across = [-on[1] * sign, on[0] * sign];
            let inward = unit(plus(back, on));
            match inward {
                // At a corner that points inwards the half-way lies outside.
                Some(way) => {
                    let is_outside = way[0] * across[0] + way[1] * across[1] > 0.0;
                    times(way, if is_outside { 1.0 } else { -1.0 })
                }
                None => across,
            }
        }
        (Some(one), None) | (None, Some(one)) => times(one, -1.0),
        (None, None) => ABOVE,
    }
}
