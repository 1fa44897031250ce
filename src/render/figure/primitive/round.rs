//! Circles and arcs.

use crate::render::figure::canvas::{Canvas, Manner, on_ellipse};
use crate::render::figure::geometry::{At, direction, middle};
use crate::render::figure::keys::Keys;
use crate::render::figure::primitive::GAP;

/// The centre and the radii on the page; a turned circle is the same circle.
fn centre(keys: Keys<'_>, canvas: &mut Canvas) -> Option<(At, At)> {
    let centre = keys.point("at")?;
    let r = keys.number("r")?;
    // The figure reaches to the edge.
    for [x, y] in [[r, 0.0], [0.0, r], [-r, 0.0], [0.0, -r]] {
        canvas.place([centre[0] + x, centre[1] + y]);
    }
    let [sx, sy] = canvas.scale();
    Some((canvas.place(centre), [r * sx, r * sy]))
}

pub fn circle(keys: Keys<'_>, canvas: &mut Canvas) -> Option<()> {
    let (centre, radii) = centre(keys, canvas)?;
    canvas.ellipse(centre, radii, keys.style());
    canvas.label(centre, keys.text("label"), &[[0.0; 2]], GAP, Manner::Bold);
    Some(())
}

pub fn arc(keys: Keys<'_>, canvas: &mut Canvas) -> Option<()> {
    let (centre, radii) = centre(keys, canvas)?;
    let turned = canvas.turned();
    let (from, mut to) = (keys.number("from")? + turned, keys.number("to")? + turned);
    if to < from {
        to += 360.0 * ((from - to) / 360.0).ceil();
    }
    let is_sector = keys.flag("sector");
    if to - from >= 360.0 {
        canvas.ellipse(centre, radii, keys.style());
    } else {
        canvas.arc(centre, radii, from, to, is_sector, keys.style());
    }
    let half = (from + to) / 2.0;
    let edge = on_ellipse(centre, radii, half);
    let [c, s] = direction(half);
    let name = keys.text("label");
    if is_sector {
        canvas.label(middle(centre, edge), name, &[[0.0; 2]], GAP, Manner::Bold);
    } else {
        canvas.label(edge, name, &[[c, -s], [-c, s]], GAP, Manner::Shy);
    }
    Some(())
}
