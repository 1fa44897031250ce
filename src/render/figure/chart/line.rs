//! Number lines.

use crate::render::figure::canvas::{Canvas, Manner, Style, THICK};
use crate::render::figure::chart::bars::counted;
use crate::render::figure::geometry::{At, plus, times, unit, way};
use crate::render::figure::keys::Keys;
use crate::render::figure::primitive::{GAP, dot, every};
use crate::value::Number;

/// Half the length of a tick, and how far the line goes on at both ends, in points.
const TICK: f64 = 4.0;
const BEYOND: f64 = 16.0;

pub fn number_line(keys: Keys<'_>, canvas: &mut Canvas) -> Option<()> {
    let (from, to) = (keys.exact("from")?, keys.exact("to")?);
    let step = keys.exact("step").unwrap_or(Number::integer(1));
    let y = keys.number("y").unwrap_or(0.0);
    let (begin, end) = (
        canvas.place([from.exact().to_f64(), y]),
        canvas.place([to.exact().to_f64(), y]),
    );
    let along = unit(way(begin, end))?;
    let up = [along[1], -along[0]];
    let (tail, tip) = (
        plus(begin, times(along, -BEYOND)),
        plus(end, times(along, BEYOND)),
    );
    canvas.lines(
        &[plus(tail, times(along, 5.0)), plus(tip, times(along, -5.0))],
        false,
        Style::PLAIN,
    );
    canvas.arrowhead(tip, along);
    canvas.arrowhead(tail, times(along, -1.0));
    let ticks = counted(&from, &to, &step);
    let places: Vec<At> = ticks
        .iter()
        .map(|tick| canvas.place([tick.exact().to_f64(), y]))
        .collect();
    let shown = keys.exacts("show");
    let texts: Vec<String> = ticks.iter().map(|tick| keys.print(tick.clone())).collect();
    let every = if shown.is_empty() {
        every(&texts, &places, 0)
    } else {
        1
    };
    let has_numbers = keys.flag_or("numbers", true);
    for (at, ((tick, place), text)) in ticks.iter().zip(&places).zip(texts).enumerate() {
        canvas.lines(
            &[
                plus(*place, times(up, TICK)),
                plus(*place, times(up, -TICK)),
            ],
            false,
            Style::PLAIN,
        );
        let is_shown = if shown.is_empty() {
            at % every == 0
        } else {
            shown.contains(tick)
        };
        if has_numbers && is_shown {
            canvas.label(*place, text, &[times(up, -1.0)], TICK + 2.0, Manner::Spare);
        }
    }
    let names = keys.texts("labels");
    let marked: Vec<At> = keys
        .numbers("points")
        .iter()
        .map(|number| canvas.place([*number, y]))
        .collect();
    if let (Some(first), Some(far)) = (marked.first(), ray(keys.word("ray"), tail, tip)) {
        let style = Style {
            width: THICK,
            ..Style::PLAIN
        };
        let toward = unit(way(*first, far)).unwrap_or(along);
        canvas.lines(&[*first, plus(far, times(toward, -5.0))], false, style);
    }
    for (at, place) in marked.into_iter().enumerate() {
        dot(canvas, place, keys.flag("open"));
        if let Some(name) = names.get(at) {
            canvas.label(place, name.clone(), &[up], GAP + 2.0, Manner::Bold);
        }
    }
    Some(())
}

fn ray(word: &str, tail: At, tip: At) -> Option<At> {
    match word {
        "left" => Some(tail),
        "right" => Some(tip),
        _ => None,
    }
}
