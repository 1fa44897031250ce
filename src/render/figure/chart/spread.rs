//! Charts that show how data are spread: box plots, dot plots, stem-and-leaf plots.

use crate::render::figure::canvas::{Canvas, Fill, Manner, Style, THICK};
use crate::render::figure::chart::Sheet;
use crate::render::figure::chart::scale::Level;
use crate::render::figure::keys::Keys;
use crate::render::figure::measure::width;
use crate::value::Number;

/// From the number line to the lower edge of a box, and the height of a box, in points.
const RISE: f64 = 12.0;
const BOX: f64 = 30.0;
/// The radius of a dot, and from dot to dot upwards.
const DOT: f64 = 3.4;
const NEXT: f64 = 8.6;
/// A row of a stem-and-leaf plot, and the place of a leaf.
const ROW: f64 = 15.0;
const LEAF: f64 = 12.0;

pub fn boxes(keys: Keys<'_>, canvas: &mut Canvas) -> Option<()> {
    let sheet = Sheet::of(keys, canvas);
    let exact = keys.exacts("values");
    let level = Level::draw(keys, canvas, sheet, &exact, 20.0)?;
    let values: Vec<f64> = keys.numbers("values");
    let [least, lower, median, upper, greatest] = values[..] else {
        return None;
    };
    let [least, lower, median, upper, greatest] =
        [least, lower, median, upper, greatest].map(|number| level.at(number));
    let (low, high) = (RISE, RISE + BOX);
    let middle = (low + high) / 2.0;
    canvas.rect(
        sheet.page(lower, low),
        sheet.page(upper, high),
        Style::filled(Fill::White),
    );
    let thick = Style {
        width: THICK,
        ..Style::PLAIN
    };
    canvas.lines(
        &[sheet.page(median, low), sheet.page(median, high)],
        false,
        thick,
    );
    for (end, quartile) in [(least, lower), (greatest, upper)] {
        let whisker = [sheet.page(end, middle), sheet.page(quartile, middle)];
        canvas.lines(&whisker, false, Style::PLAIN);
        let cap = [
            sheet.page(end, middle - BOX / 4.0),
            sheet.page(end, middle + BOX / 4.0),
        ];
        canvas.lines(&cap, false, Style::PLAIN);
    }
    Some(())
}

pub fn dots(keys: Keys<'_>, canvas: &mut Canvas) -> Option<()> {
    let sheet = Sheet::of(keys, canvas);
    let mut values = keys.exacts("values");
    values.sort();
    let level = Level::draw(keys, canvas, sheet, &values, 18.0)?;
    let mut stack = 0.0;
    for (at, value) in values.iter().enumerate() {
        let is_same = at > 0 && values[at - 1] == *value;
        stack = if is_same { stack + 1.0 } else { 0.0 };
        let place = sheet.page(level.at(value.exact().to_f64()), NEXT + stack * NEXT);
        canvas.ellipse(place, [DOT, DOT], Style::SOLID);
    }
    Some(())
}

pub fn stem_leaf(keys: Keys<'_>, canvas: &mut Canvas) -> Option<()> {
    let sheet = Sheet::of(keys, canvas);
    let mut values: Vec<i64> = keys
        .exacts("values")
        .iter()
        .filter_map(|value| value.exact().to_i64())
        .collect();
    values.sort_unstable();
    let (first, last) = (*values.first()? / 10, *values.last()? / 10);
    let print = |number: i64| keys.print(Number::integer(number));
    let side = width(&last.to_string()) / 2.0 + 6.0;
    let rows = u32::try_from(last - first + 1).ok()?;
    // Rows go down from the top; one more row below holds the key.
    let height = |row: u32| f64::from(rows - row) * ROW + ROW / 2.0;
    let middle = &[[0.0, 0.0]];
    let mut longest = 0.0_f64;
    for (row, stem) in (0..rows).zip(first..=last) {
        canvas.label(
            sheet.page(-side, height(row)),
            stem.to_string(),
            middle,
            0.0,
            Manner::Bold,
        );
        let mut at = 10.0;
        for value in values.iter().filter(|value| **value / 10 == stem) {
            let leaf = (value % 10).to_string();
            canvas.label(sheet.page(at, height(row)), leaf, middle, 0.0, Manner::Bold);
            at += LEAF;
        }
        longest = longest.max(at);
    }
    let (top, bottom) = (height(0) + ROW / 2.0, height(rows - 1) - ROW / 2.0);
    canvas.lines(
        &[sheet.page(0.0, bottom), sheet.page(0.0, top)],
        false,
        Style::PLAIN,
    );
    let value = *values.first()?;
    let legend = format!("{} | {} = {}", value / 10, value % 10, print(value));
    let place = sheet.page(longest.max(width(&legend)) / 2.0, 0.0);
    canvas.label(place, legend, &[[0.0, 1.0]], 0.0, Manner::Bold);
    Some(())
}
