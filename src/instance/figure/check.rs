//! What the values of a figure must meet so that it can be drawn.

use crate::bank::figure::table::{ShapeKind, Takes};
use crate::bank::figure::{MOST_ELEMENTS, MOST_UNITS};
use crate::instance::figure::{Drawn, DrawnShape, count};
use crate::value::Value;
use crate::value::notation::describe;

/// The most ticks of a scale.
const MOST_TICKS: f64 = 200.0;
/// The most parts of a fraction bar, arcs of an angle, symbols of a pictograph's row.
const MOST_PARTS: f64 = 100.0;
/// The largest scale, in points a unit.
const MOST_SCALE: f64 = 10_000.0;

/// Whether `value` is what a key takes; otherwise what was found.
pub(super) fn key(takes: Takes, value: &Value) -> Result<(), String> {
    let is_fit = match takes {
        Takes::Point => is_point(value),
        Takes::Points => list(value).is_some_and(|points| points.iter().all(is_point)),
        Takes::Numbers => list(value).is_some_and(|all| all.iter().all(|v| number(v).is_some())),
        Takes::Number => number(value).is_some(),
        Takes::Length => number(value).is_some_and(|length| length > 0.0),
        Takes::Count => is_whole(value) && number(value).is_some_and(|count| count >= 0.0),
        Takes::Flag => matches!(value, Value::Boolean(_)),
        Takes::Texts => list(value).is_some(),
        Takes::Text | Takes::Word(_) | Takes::Curve | Takes::Draw => true,
    };
    if is_fit { Ok(()) } else { Err(found(value)) }
}

fn found(value: &Value) -> String {
    const LONGEST: usize = 60;
    match value {
        Value::List(elements) if elements.len() > MOST_ELEMENTS => {
            format!("{} elements; {MOST_ELEMENTS} are the most", elements.len())
        }
        _ => describe(value).chars().take(LONGEST).collect(),
    }
}

/// `[w, h]` or `[x0, y0, x1, y1]`
pub(super) fn size(value: &Value) -> Result<(), String> {
    let numbers: Option<Vec<f64>> = list(value).and_then(|all| all.iter().map(number).collect());
    match numbers.as_deref() {
        Some([w, h]) if *w > 0.0 && *h > 0.0 => Ok(()),
        Some([x0, y0, x1, y1]) if x0 < x1 && y0 < y1 => Ok(()),
        _ => Err(format!(
            "`size` takes `[width, height]` or `[left, bottom, right, top]`, found {}",
            found(value)
        )),
    }
}

/// A number or two.
pub(super) fn scale(value: &Value) -> Result<(), String> {
    let is_scale = |value: &Value| number(value).is_some_and(|s| s > 0.0 && s <= MOST_SCALE);
    match value {
        Value::List(two) if two.len() == 2 && two.iter().all(is_scale) => Ok(()),
        _ if is_scale(value) => Ok(()),
        _ => Err(format!(
            "`scale` takes how many points a unit is long, up to {MOST_SCALE}, found {}",
            found(value)
        )),
    }
}

fn list(value: &Value) -> Option<&[Value]> {
    match value {
        Value::List(elements) if elements.len() <= MOST_ELEMENTS => Some(elements),
        _ => None,
    }
}

fn number(value: &Value) -> Option<f64> {
    value
        .to_f64()
        .filter(|number| number.is_finite() && number.abs() <= MOST_UNITS)
}

fn is_point(value: &Value) -> bool {
    list(value).is_some_and(|two| two.len() == 2 && two.iter().all(|v| number(v).is_some()))
}

fn is_whole(value: &Value) -> bool {
    let number = value.as_number();
    number.is_some_and(|number| number.exact().decimal_places() == Some(0))
}

/// What one key must meet because of another.
pub(super) fn shape(shape: &DrawnShape) -> Result<(), String> {
    let read = Read(shape);
    match shape.shape {
        ShapeKind::Polygon => {
            let least = if read.flag("open") { 2 } else { 3 };
            let corners = read.count("points");
            if corners < least {
                return Err(format!("a polygon needs {least} corners, found {corners}"));
            }
            let sides = corners - usize::from(read.flag("open"));
            read.same_count("corners", corners)?;
            read.same_count("sides", sides)
        }
        ShapeKind::Angle => read.at_most("arcs", 3.0),
        ShapeKind::Grid => {
            let (from, to) = (read.numbers("from"), read.numbers("to"));
            for (low, high) in from.into_iter().zip(to) {
                read.ticks(low, high, &["step"])?;
            }
            Ok(())
        }
        ShapeKind::Axes => {
            for (axis, step) in [("x", "x-step"), ("y", "y-step")] {
                match read.numbers(axis)[..] {
                    [low, high] => read.ticks(low, high, &[step, "step"])?,
                    _ => return Err(format!("`{axis}` takes `[least, greatest]`")),
                }
            }
            Ok(())
        }
        ShapeKind::Plot => read.rising("from", "to"),
        ShapeKind::Bar => {
            read.same_count("labels", read.count("values"))?;
            read.not_negative("values")
        }
        ShapeKind::Pie => {
            if read.count("labels") > 0 {
                read.same_count("labels", read.count("values"))?;
            }
            read.not_negative("values")
        }
        ShapeKind::Box => match read.numbers("values")[..] {
            [a, b, c, d, e] if a <= b && b <= c && c <= d && d <= e && a < e => Ok(()),
            _ => Err("`values` takes least, lower quartile, median, upper quartile and greatest, in this order".to_owned()),
        },
        ShapeKind::Dots => read.some("values"),
        ShapeKind::Histogram => {
            read.some("values")?;
            let values = read.numbers("values");
            let (Some(from), Some(width)) = (read.number("from"), read.number("width")) else {
                return Ok(());
            };
            let high = values.iter().copied().fold(from, f64::max);
            if values.iter().any(|value| *value < from) {
                return Err("a number of `values` is less than `from`".to_owned());
            }
            let to = read.number("to").unwrap_or(high + width);
            if to <= high {
                return Err("a number of `values` is not less than `to`".to_owned());
            }
            within_ticks((to - from) / width)
        }
        ShapeKind::Pictograph => {
            read.same_count("labels", read.count("values"))?;
            read.not_negative("values")?;
            let each = read.number("each").unwrap_or(1.0);
            let most = read.numbers("values").into_iter().fold(0.0, f64::max);
            if most / each > MOST_PARTS {
                return Err(format!("a row may have {MOST_PARTS} symbols; let each stand for more"));
            }
            if read.numbers("values").iter().any(|v| (2.0 * v / each).fract() != 0.0) {
                return Err("a row must come to whole or half symbols".to_owned());
            }
            Ok(())
        }
        ShapeKind::StemLeaf => {
            read.some("values")?;
            let all = match shape.keys.get("values") {
                Some(Drawn::Value(value)) => list(value).unwrap_or_default(),
                _ => &[],
            };
            let is_fit = |v: &Value| is_whole(v) && number(v).is_some_and(|n| n >= 0.0);
            let high = read.numbers("values").into_iter().fold(0.0, f64::max);
            let low = read.numbers("values").into_iter().fold(high, f64::min);
            match all.iter().all(is_fit) {
                true => within_ticks((high - low) / 10.0),
                false => Err("a stem-and-leaf plot takes whole numbers from 0 on".to_owned()),
            }
        }
        ShapeKind::NumberLine => {
            let ends = (read.number("from"), read.number("to"));
            if let (Some(from), Some(to)) = ends {
                read.ticks(from, to, &["step"])?;
            }
            read.same_count("labels", read.count("points"))
        }
        ShapeKind::Clock => match read.numbers("time")[..] {
            [hour, minute]
                if (0.0..=24.0).contains(&hour)
                    && (0.0..60.0).contains(&minute)
                    && hour.fract() == 0.0 =>
            {
                Ok(())
            }
            _ => Err("`time` takes `[hour, minute]`".to_owned()),
        },
        ShapeKind::FractionBar => {
            read.at_most("parts", MOST_PARTS)?;
            let (parts, shaded) = (read.number("parts"), read.number("shaded"));
            if parts < Some(1.0) || shaded > parts {
                return Err("a fraction bar has 1 to 100 parts, and no more shaded ones".to_owned());
            }
            Ok(())
        }
        ShapeKind::Line
        | ShapeKind::Rect
        | ShapeKind::Circle
        | ShapeKind::Arc
        | ShapeKind::SquareCorner
        | ShapeKind::Text
        | ShapeKind::Point
        | ShapeKind::Group => Ok(()),
    }
}

fn within_ticks(count: f64) -> Result<(), String> {
    if count <= MOST_TICKS {
        return Ok(());
    }
    Err(format!(
        "a scale may have {MOST_TICKS} ticks; choose a larger step"
    ))
}

struct Read<'s>(&'s DrawnShape);

impl Read<'_> {
    fn value(&self, key: &str) -> Option<&Value> {
        match self.0.keys.get(key) {
            Some(Drawn::Value(value)) => Some(value),
            _ => None,
        }
    }

    fn number(&self, key: &str) -> Option<f64> {
        self.value(key).and_then(Value::to_f64)
    }

    fn numbers(&self, key: &str) -> Vec<f64> {
        let all = self.value(key).and_then(list).unwrap_or_default();
        all.iter().filter_map(Value::to_f64).collect()
    }

    fn flag(&self, key: &str) -> bool {
        matches!(self.value(key), Some(Value::Boolean(true)))
    }

    fn count(&self, key: &str) -> usize {
        self.0.keys.get(key).map_or(0, count)
    }

    /// As many texts as things, if there are texts at all.
    fn same_count(&self, key: &str, wanted: usize) -> Result<(), String> {
        match self.0.keys.get(key).map(count) {
            Some(found) if found != wanted => {
                Err(format!("`{key}` has {found} texts, {wanted} are wanted"))
            }
            _ => Ok(()),
        }
    }

    fn some(&self, key: &str) -> Result<(), String> {
        match self.count(key) {
            0 => Err(format!("`{key}` is an empty list")),
            _ => Ok(()),
        }
    }

    fn not_negative(&self, key: &str) -> Result<(), String> {
        let all = self.numbers(key);
        if all.iter().any(|value| *value < 0.0) {
            return Err(format!("a number of `{key}` is negative"));
        }
        if all.iter().all(|value| *value == 0.0) {
            return Err(format!("`{key}` has no number above 0"));
        }
        Ok(())
    }

    fn at_most(&self, key: &str, most: f64) -> Result<(), String> {
        match self.number(key) {
            Some(number) if number > most => Err(format!("`{key}` is at most {most}")),
            _ => Ok(()),
        }
    }

    fn rising(&self, from: &str, to: &str) -> Result<(), String> {
        if self.number(from) < self.number(to) {
            return Ok(());
        }
        Err(format!("`{from}` must be less than `{to}`"))
    }

    /// Whether the ticks from `low` to `high` can be counted; the first of `steps` that is written
    /// is the step.
    fn ticks(&self, low: f64, high: f64, steps: &[&str]) -> Result<(), String> {
        if low >= high {
            return Err(format!("a scale cannot go from {low} to {high}"));
        }
        let step = steps.iter().find_map(|step| self.number(step));
        within_ticks((high - low) / step.unwrap_or(1.0))
    }
}
