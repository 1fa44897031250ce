//! The scales of charts: ticks with as many numbers as there is room for.

use crate::render::figure::canvas::{Canvas, Manner, Style, THIN};
use crate::render::figure::chart::Sheet;
use crate::render::figure::geometry::At;
use crate::render::figure::keys::Keys;
use crate::render::figure::measure::HEIGHT;
use crate::render::figure::primitive::{ABOVE, BELOW, GAP, LEFT, Ticks, every};
use crate::value::Number;

/// Half the length of a tick, in points.
const TICK: f64 = 3.0;
/// About how many steps a scale has whose author names none.
const STEPS: f64 = 7.0;

/// A line that helps to read a height.
const HELP: Style = Style {
    width: THIN,
    faint: true,
    ..Style::PLAIN
};

/// A scale from 0 upwards.
pub struct Upright {
    top: f64,
    height: f64,
}

impl Upright {
    /// Draws a scale beside a chart `width` wide, high enough for `most`. It counts whole things
    /// if `is_count`.
    pub fn draw(
        keys: Keys<'_>,
        canvas: &mut Canvas,
        sheet: Sheet,
        [width, height]: [f64; 2],
        most: f64,
        is_count: bool,
    ) -> Self {
        let step = keys.exact("step").unwrap_or_else(|| {
            let step = Ticks::round_step(most, STEPS);
            let one = Number::integer(1);
            if is_count && step < one { one } else { step }
        });
        let size = step.exact().to_f64();
        let steps = (most / size - 1e-9).ceil().max(1.0);
        let top = steps * size;
        let high = step.mul(&Number::integer(steps as i64));
        let ticks = high.map(|high| Ticks::multiples(&Number::integer(0), &high, &step).numbers);
        let ticks = ticks.unwrap_or_default();
        let scale = Self { top, height };
        let places: Vec<At> = ticks
            .iter()
            .map(|tick| sheet.page(0.0, scale.at(tick.exact().to_f64())))
            .collect();
        let texts: Vec<String> = ticks.iter().map(|tick| keys.print(tick.clone())).collect();
        let every = every(&texts, &places, 1);
        for (at, ([x, y], text)) in places.iter().zip(texts).enumerate() {
            if at > 0 {
                canvas.lines(&[[*x, *y], [x + width, *y]], false, HELP);
            }
            canvas.lines(&[[x - TICK, *y], [*x, *y]], false, Style::PLAIN);
            if at % every == 0 {
                canvas.label([x - TICK, *y], text, &[LEFT], GAP - 1.0, Manner::Spare);
            }
        }
        canvas.lines(
            &[sheet.page(0.0, 0.0), sheet.page(0.0, height)],
            false,
            Style::PLAIN,
        );
        canvas.lines(
            &[sheet.page(0.0, 0.0), sheet.page(width, 0.0)],
            false,
            Style::PLAIN,
        );
        canvas.label(
            sheet.page(0.0, height),
            keys.text("y-label"),
            &[ABOVE],
            HEIGHT / 2.0,
            Manner::Bold,
        );
        scale
    }

    /// How high a number stands.
    pub fn at(&self, number: f64) -> f64 {
        number / self.top * self.height
    }
}

/// A scale from left to right.
pub struct Level {
    low: f64,
    high: f64,
    width: f64,
}

impl Level {
    /// Draws a scale below a chart, which holds all `values` unless the author says from where to
    /// where. Its ticks are `least` points apart or more where the author names no width.
    pub fn draw(
        keys: Keys<'_>,
        canvas: &mut Canvas,
        sheet: Sheet,
        values: &[Number],
        least: f64,
    ) -> Option<Self> {
        let (min, max) = (values.iter().min()?, values.iter().max()?);
        let low = keys
            .exact("from")
            .map_or(min.clone(), |from| from.min(min.clone()));
        let high = keys
            .exact("to")
            .map_or(max.clone(), |to| to.max(max.clone()));
        let range = (high.exact().to_f64() - low.exact().to_f64()).max(1.0);
        let is_whole = |number: &Number| number.exact().is_integer();
        let step = keys.exact("step").unwrap_or_else(|| {
            let step = Ticks::round_step(range, 1.5 * STEPS);
            let one = Number::integer(1);
            if values.iter().all(is_whole) && (range <= 16.0 || step < one) {
                one
            } else {
                step
            }
        });
        // The scale ends at a tick, on either side.
        let low = multiple(&low, &step, keys.get("from").is_some(), false)?;
        let high = multiple(&high, &step, keys.get("to").is_some(), true)?;
        let high = if low == high {
            high.add(&step).ok()?
        } else {
            high
        };
        let ticks = Ticks::multiples(&low, &high, &step).numbers;
        let usual = (ticks.len() as f64 * least).clamp(180.0, 400.0);
        let scale = Self {
            low: low.exact().to_f64(),
            high: high.exact().to_f64(),
            width: keys.number("w").unwrap_or(usual),
        };
        scale.ticks(keys, canvas, sheet, &ticks, 1.5);
        Some(scale)
    }

    /// A scale whose ticks are known.
    pub fn given(
        keys: Keys<'_>,
        canvas: &mut Canvas,
        sheet: Sheet,
        ticks: &[Number],
        width: f64,
    ) -> Option<Self> {
        let scale = Self {
            low: ticks.first()?.exact().to_f64(),
            high: ticks.last()?.exact().to_f64(),
            width,
        };
        // Lower, clear of the zero of an upright scale.
        scale.ticks(keys, canvas, sheet, ticks, 7.0);
        Some(scale)
    }

    fn ticks(&self, keys: Keys<'_>, canvas: &mut Canvas, sheet: Sheet, ticks: &[Number], gap: f64) {
        let places: Vec<At> = ticks
            .iter()
            .map(|tick| sheet.page(self.at(tick.exact().to_f64()), 0.0))
            .collect();
        let texts: Vec<String> = ticks.iter().map(|tick| keys.print(tick.clone())).collect();
        let every = every(&texts, &places, 0);
        canvas.lines(
            &[sheet.page(0.0, 0.0), sheet.page(self.width, 0.0)],
            false,
            Style::PLAIN,
        );
        for (at, ([x, y], text)) in places.into_iter().zip(texts).enumerate() {
            canvas.lines(&[[x, y - TICK], [x, y + TICK]], false, Style::PLAIN);
            if at % every == 0 {
                canvas.label([x, y + TICK], text, &[BELOW], gap, Manner::Spare);
            }
        }
        below(keys, canvas, sheet, self.width);
    }

    /// How far to the right a number stands.
    pub fn at(&self, number: f64) -> f64 {
        (number - self.low) / (self.high - self.low) * self.width
    }
}

/// What stands below a chart, under the row of its labels.
pub fn below(keys: Keys<'_>, canvas: &mut Canvas, sheet: Sheet, width: f64) {
    let place = sheet.page(width / 2.0, -HEIGHT - GAP - 2.0);
    canvas.label(place, keys.text("x-label"), &[BELOW], 1.0, Manner::Bold);
}

/// The multiple of `step` at or beyond `number`; `number` itself if the author wrote it.
fn multiple(number: &Number, step: &Number, is_written: bool, is_up: bool) -> Option<Number> {
    if is_written {
        return Some(number.clone());
    }
    let count = number.exact().div(step.exact()).ok()?;
    let count = if is_up { count.ceil() } else { count.floor() };
    step.mul(&Number::fraction(count)).ok()
}
