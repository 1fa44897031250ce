//! Bar charts and histograms.

use crate::render::figure::canvas::{Canvas, Fill, Manner, Style};
use crate::render::figure::chart::Sheet;
use crate::render::figure::chart::scale::{Level, Upright, below};
use crate::render::figure::keys::Keys;
use crate::render::figure::measure::width;
use crate::render::figure::primitive::{BELOW, GAP, Ticks};
use crate::value::Number;

/// The usual height, in points.
const HEIGHT: f64 = 130.0;
/// The part of its place that a bar takes.
const BODY: f64 = 0.6;

fn fill(keys: Keys<'_>) -> Fill {
    match keys.word("fill") {
        "" => Fill::Stripes,
        word => Fill::of(word),
    }
}

pub fn bar(keys: Keys<'_>, canvas: &mut Canvas) -> Option<()> {
    let (values, names) = (keys.numbers("values"), keys.texts("labels"));
    let widest = names.iter().map(|name| width(name)).fold(24.0, f64::max);
    let count = values.len() as f64;
    let size = [
        keys.number("w").unwrap_or(count * (widest + 10.0)),
        keys.number("h").unwrap_or(HEIGHT),
    ];
    let most = values.iter().copied().fold(0.0, f64::max);
    let is_count = values.iter().all(|value| value.fract() == 0.0);
    let sheet = Sheet::of(keys, canvas);
    let scale = Upright::draw(keys, canvas, sheet, size, most, is_count);
    let place = size[0] / count;
    for (at, (value, name)) in values.iter().zip(names).enumerate() {
        let middle = (at as f64 + 0.5) * place;
        let half = place * BODY / 2.0;
        if *value > 0.0 {
            let corners = (
                sheet.page(middle - half, 0.0),
                sheet.page(middle + half, scale.at(*value)),
            );
            canvas.rect(corners.0, corners.1, Style::filled(fill(keys)));
        }
        canvas.label(sheet.page(middle, 0.0), name, &[BELOW], GAP, Manner::Bold);
    }
    below(keys, canvas, sheet, size[0]);
    Some(())
}

pub fn histogram(keys: Keys<'_>, canvas: &mut Canvas) -> Option<()> {
    let values = keys.exacts("values");
    let (from, step) = (keys.exact("from")?, keys.exact("width")?);
    let mut limits = vec![from];
    let mut counts: Vec<f64> = Vec::new();
    let end = keys.exact("to");
    // Each column takes in what it begins with and not what it ends with.
    while limits.len() < 400 {
        let low = limits.last()?.clone();
        let is_done = match &end {
            Some(end) => low >= *end,
            None => !counts.is_empty() && values.iter().all(|value| *value < low),
        };
        if is_done {
            break;
        }
        let high = low.add(&step).ok()?;
        let within = values
            .iter()
            .filter(|value| low <= **value && **value < high);
        counts.push(within.count() as f64);
        limits.push(high);
    }
    let columns = counts.len() as f64;
    let size = [
        keys.number("w")
            .unwrap_or((columns * 34.0).clamp(140.0, 380.0)),
        keys.number("h").unwrap_or(HEIGHT),
    ];
    let sheet = Sheet::of(keys, canvas);
    let most = counts.iter().copied().fold(1.0, f64::max);
    let scale = Upright::draw(keys, canvas, sheet, size, most, true);
    let level = Level::given(keys, canvas, sheet, &limits, size[0])?;
    let at = |limit: &Number| level.at(limit.exact().to_f64());
    for (pair, count) in limits.windows(2).zip(&counts) {
        if *count > 0.0 {
            let left = sheet.page(at(&pair[0]), 0.0);
            let right = sheet.page(at(&pair[1]), scale.at(*count));
            canvas.rect(left, right, Style::filled(fill(keys)));
        }
    }
    Some(())
}

/// The ticks from `low` on, `step` apart, up to `high`.
pub fn counted(low: &Number, high: &Number, step: &Number) -> Vec<Number> {
    let shifted = high
        .sub(low)
        .map(|way| Ticks::multiples(&Number::integer(0), &way, step));
    let steps = shifted.map(|ticks| ticks.numbers).unwrap_or_default();
    steps.iter().filter_map(|step| low.add(step).ok()).collect()
}
