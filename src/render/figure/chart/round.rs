//! Clocks and pies.

use crate::render::figure::canvas::{Canvas, Fill, Manner, Style, THICK, THIN, on_ellipse};
use crate::render::figure::chart::Sheet;
use crate::render::figure::geometry::direction;
use crate::render::figure::hatch::SERIES;
use crate::render::figure::keys::Keys;

/// The usual radii, in points.
const CLOCK: f64 = 60.0;
const PIE: f64 = 70.0;

pub fn clock(keys: Keys<'_>, canvas: &mut Canvas) -> Option<()> {
    let [hour, minute] = keys.numbers("time")[..] else {
        return None;
    };
    let r = keys.number("r").unwrap_or(CLOCK);
    let centre = Sheet::of(keys, canvas).page(r, r);
    let at = |part: f64, turn: f64| on_ellipse(centre, [r * part; 2], 90.0 - 360.0 * turn);
    canvas.ellipse(centre, [r, r], Style::PLAIN);
    for tick in 0..60 {
        let is_hour = tick % 5 == 0;
        let turn = f64::from(tick) / 60.0;
        let style = Style {
            width: if is_hour { 1.5 } else { THIN },
            ..Style::PLAIN
        };
        let inner = if is_hour { 0.9 } else { 0.95 };
        canvas.lines(&[at(inner, turn), at(1.0, turn)], false, style);
    }
    if keys.flag_or("numbers", true) {
        for number in 1..=12 {
            let place = at(0.78, f64::from(number) / 12.0);
            canvas.label(place, number.to_string(), &[[0.0, 0.0]], 0.0, Manner::Bold);
        }
    }
    if keys.flag_or("hands", true) {
        let turn = (hour + minute / 60.0) / 12.0;
        let short = Style {
            width: 1.5 * THICK,
            ..Style::PLAIN
        };
        let long = Style {
            width: THICK - 0.5,
            ..Style::PLAIN
        };
        canvas.lines(&[centre, at(0.4, turn)], false, short);
        canvas.lines(&[centre, at(0.64, minute / 60.0)], false, long);
        canvas.ellipse(centre, [3.0, 3.0], Style::SOLID);
    }
    Some(())
}

pub fn pie(keys: Keys<'_>, canvas: &mut Canvas) -> Option<()> {
    let (values, names) = (keys.numbers("values"), keys.texts("labels"));
    let r = keys.number("r").unwrap_or(PIE);
    let centre = Sheet::of(keys, canvas).page(r, r);
    let total: f64 = values.iter().sum();
    let has_fills = keys.flag_or("fills", true);
    let mut before = 0.0;
    for (at, value) in values.iter().enumerate() {
        if *value <= 0.0 {
            continue;
        }
        let (begin, end) = (before / total, (before + value) / total);
        before += value;
        let fill = if has_fills {
            fill(at, values.len())
        } else {
            Fill::White
        };
        // From the top and clockwise.
        let (from, to) = (90.0 - 360.0 * end, 90.0 - 360.0 * begin);
        if to - from >= 359.999 {
            canvas.ellipse(centre, [r, r], Style::filled(fill));
        } else {
            canvas.arc(centre, [r, r], from, to, true, Style::filled(fill));
        }
        let half = (from + to) / 2.0;
        let [c, s] = direction(half);
        let name = names.get(at).cloned().unwrap_or_default();
        canvas.label(
            on_ellipse(centre, [r, r], half),
            name,
            &[[c, -s]],
            5.0,
            Manner::Bold,
        );
    }
    Some(())
}

/// Neighbours differ, the last and the first as well.
fn fill(at: usize, count: usize) -> Fill {
    let is_last = at + 1 == count;
    let is_first = at.is_multiple_of(SERIES.len());
    let at = if is_last && is_first && at > 0 {
        at + 2
    } else {
        at
    };
    SERIES[at % SERIES.len()]
}
