//! Squared paper, axes and the graphs of functions.

use crate::instance::figure::Drawn;
use crate::render::figure::canvas::{Canvas, Manner, Style, THIN};
use crate::render::figure::geometry::{At, Bounds, direction, plus, times, unit, way};
use crate::render::figure::keys::Keys;
use crate::render::figure::measure::{HEIGHT, width};
use crate::render::figure::primitive::{ABOVE, AROUND, BELOW, GAP, LEFT, RIGHT, Ticks};
use crate::value::Number;

/// Half the length of a tick, in points.
const TICK: f64 = 3.0;
/// How far an axis goes on behind its last number.
const BEYOND: f64 = 14.0;

const SQUARED: Style = Style {
    width: THIN,
    faint: true,
    ..Style::PLAIN
};

pub fn grid(keys: Keys<'_>, canvas: &mut Canvas) -> Option<()> {
    let (from, to) = (keys.point("from")?, keys.point("to")?);
    let step = keys.number("step").unwrap_or(1.0);
    squares(canvas, Bounds::of(&[from, to]), [step, step]);
    Some(())
}

fn squares(canvas: &mut Canvas, area: Bounds, step: [f64; 2]) {
    for axis in 0..2 {
        let other = 1 - axis;
        let (low, high) = (area.low[axis], area.high[axis]);
        let mut count = 0.0;
        // The last line stands although a sum of steps is not exact.
        while low + count * step[axis] <= high + step[axis] * 1e-6 {
            let mut ends = [[0.0; 2]; 2];
            for (end, edge) in [area.low[other], area.high[other]].into_iter().enumerate() {
                ends[end][axis] = low + count * step[axis];
                ends[end][other] = edge;
            }
            let ends = ends.map(|end| canvas.place(end));
            canvas.lines(&ends, false, SQUARED);
            count += 1.0;
        }
    }
}

/// One of the two axes.
struct Axis {
    /// 0 for the x-axis, 1 for the y-axis.
    along: usize,
    low: Number,
    high: Number,
    step: Number,
    /// Where it crosses the other axis.
    crossing: f64,
    name: String,
}

pub fn axes(keys: Keys<'_>, canvas: &mut Canvas) -> Option<()> {
    let read = |along: usize, key: &str| {
        let [low, high] = <[Number; 2]>::try_from(keys.exacts(key)).ok()?;
        let step = keys
            .exact(&format!("{key}-step"))
            .or_else(|| keys.exact("step"));
        let label = format!("{key}-label");
        let name = if keys.get(&label).is_some() {
            keys.text(&label)
        } else {
            key.to_owned()
        };
        Some(Axis {
            along,
            low,
            high,
            step: step.unwrap_or(Number::integer(1)),
            crossing: 0.0,
            name,
        })
    };
    let (mut x, mut y) = (read(0, "x")?, read(1, "y")?);
    let nearest = |axis: &Axis| {
        let ends = (axis.low.exact().to_f64(), axis.high.exact().to_f64());
        if ends.0 <= 0.0 && 0.0 <= ends.1 {
            0.0
        } else {
            ends.0
        }
    };
    (x.crossing, y.crossing) = (nearest(&y), nearest(&x));
    if keys.flag("grid") {
        let corner = |end: fn(&Axis) -> &Number| [&x, &y].map(|axis| end(axis).exact().to_f64());
        let area = Bounds::of(&[corner(|axis| &axis.low), corner(|axis| &axis.high)]);
        squares(
            canvas,
            area,
            [&x, &y].map(|axis| axis.step.exact().to_f64()),
        );
    }
    for axis in [&x, &y] {
        draw_axis(axis, keys, canvas);
    }
    Some(())
}

fn draw_axis(axis: &Axis, keys: Keys<'_>, canvas: &mut Canvas) {
    let mut at = |number: f64| {
        let mut place = [axis.crossing; 2];
        place[axis.along] = number;
        canvas.place(place)
    };
    let (low, high) = (axis.low.exact().to_f64(), axis.high.exact().to_f64());
    let (begin, end) = (at(low), at(high));
    let Some(along) = unit(way(begin, end)) else {
        return;
    };
    let ticks = Ticks::multiples(&axis.low, &axis.high, &axis.step).numbers;
    let places: Vec<At> = ticks.iter().map(|tick| at(tick.exact().to_f64())).collect();
    let tip = plus(end, times(along, BEYOND));
    let tail = if low < 0.0 {
        plus(begin, times(along, -BEYOND / 2.0))
    } else {
        begin
    };
    canvas.lines(&[tail, plus(tip, times(along, -5.0))], false, Style::PLAIN);
    canvas.arrowhead(tip, along);
    let across = times([-along[1], along[0]], TICK);
    // Beside the axis, or a little further along it where the other axis has a number.
    let beside: &[At] = if axis.along == 0 {
        &[BELOW, [0.35, 1.0], [-0.35, 1.0]]
    } else {
        &[LEFT, [-1.0, 0.35], [-1.0, -0.35]]
    };
    let texts: Vec<String> = ticks.iter().map(|tick| keys.print(tick.clone())).collect();
    let every = every(&texts, &places, axis.along);
    for (number, ((tick, place), text)) in ticks.iter().zip(&places).zip(texts).enumerate() {
        let is_crossing = tick.exact().is_zero() && axis.crossing == 0.0;
        if is_crossing {
            continue;
        }
        canvas.lines(
            &[plus(*place, across), plus(*place, times(across, -1.0))],
            false,
            Style::PLAIN,
        );
        // Numbers are counted from zero, so that it is always among those that stay.
        let zero = ticks
            .iter()
            .position(|tick| tick.exact().is_zero())
            .unwrap_or(0);
        if keys.flag_or("numbers", true) && number.abs_diff(zero) % every == 0 {
            canvas.label(*place, text, beside, GAP + 1.0, Manner::Spare);
        }
    }
    let ways: &[At] = if axis.along == 0 {
        &[BELOW, ABOVE]
    } else {
        &[LEFT, RIGHT]
    };
    let far: &[At] = if axis.along == 0 { &[RIGHT] } else { &[ABOVE] };
    let ways = if axis.name.chars().count() > 2 {
        far
    } else {
        ways
    };
    canvas.label(tip, axis.name.clone(), ways, GAP, Manner::Bold);
}

/// Every how many-th number there is room for.
pub fn every(texts: &[String], places: &[At], along: usize) -> usize {
    let widest = texts.iter().map(|text| width(text)).fold(0.0, f64::max);
    // With air between them: numbers without it would make room by sliding off their ticks.
    let needed = if along == 0 {
        widest + 3.0
    } else {
        HEIGHT + 1.0
    };
    let steps = places
        .windows(2)
        .map(|pair| (pair[1][along] - pair[0][along]).abs());
    let room = steps.fold(f64::INFINITY, f64::min);
    let least = if room > 0.0 {
        (needed / room).ceil()
    } else {
        1.0
    };
    // Every second, fifth or tenth number reads well, every third does not.
    let wished = [1_usize, 2, 5, 10, 20, 50, 100];
    let fits = wished.into_iter().find(|every| *every as f64 >= least);
    fits.unwrap_or(200)
}

pub fn plot(keys: Keys<'_>, canvas: &mut Canvas) -> Option<()> {
    let (from, to) = (keys.number("from")?, keys.number("to")?);
    let Some(Drawn::Curve(heights)) = keys.get("of") else {
        return None;
    };
    let count = heights.len().saturating_sub(1).max(1) as f64;
    let window = canvas.window.map(|window| (window.low[1], window.high[1]));
    let mut part: Vec<At> = Vec::new();
    let mut parts: Vec<Vec<At>> = Vec::new();
    for (at, height) in heights.iter().enumerate() {
        let x = from + (to - from) * at as f64 / count;
        match height.as_ref().and_then(crate::value::Value::to_f64) {
            Some(y) => part.push([x, y]),
            None => parts.push(std::mem::take(&mut part)),
        }
    }
    parts.push(part);
    let visible: Vec<Vec<At>> = match window {
        Some(window) => parts
            .iter()
            .flat_map(|part| clipped(part, window))
            .collect(),
        None => parts,
    };
    let mut last = None;
    for part in visible.iter().filter(|part| part.len() > 1) {
        let places: Vec<At> = part.iter().map(|place| canvas.place(*place)).collect();
        last = places.last().copied();
        canvas.lines(&places, false, keys.style());
    }
    let [c, s] = direction(0.0);
    let mut ways = vec![[c, -s]];
    ways.extend(AROUND);
    canvas.label(last?, keys.text("label"), &ways, GAP, Manner::Shy);
    Some(())
}

/// The parts of a curve between two heights. Where it jumps from below to above, it has a gap.
fn clipped(curve: &[At], (low, high): (f64, f64)) -> Vec<Vec<At>> {
    let is_in = |place: &At| (low..=high).contains(&place[1]);
    let edge = |inside: At, outside: At| {
        let limit = if outside[1] > high { high } else { low };
        let part = (limit - inside[1]) / (outside[1] - inside[1]);
        [inside[0] + part * (outside[0] - inside[0]), limit]
    };
    let mut parts: Vec<Vec<At>> = Vec::new();
    let mut part: Vec<At> = Vec::new();
    for (at, place) in curve.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| curve[before]);
        match (before, is_in(place)) {
            (Some(before), true) if !is_in(&before) => part.extend([edge(*place, before), *place]),
            (_, true) => part.push(*place),
            (Some(before), false) if is_in(&before) => {
                part.push(edge(before, *place));
                parts.push(std::mem::take(&mut part));
            }
            (_, false) => {}
        }
    }
    parts.push(part);
    parts
}
