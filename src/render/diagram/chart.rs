//! Lines over an axis.

use std::fmt::Write;

use super::{escaped, label, width};
use crate::value::notation::Language;

const WIDTH: f64 = 640.0;
/// The height of the plot with its marks and its axis, below the legend.
const HEIGHT: f64 = 236.0;
/// The margins: left and right for the numbers, bottom for the axis.
const LEFT: f64 = 46.0;
const RIGHT: f64 = 30.0;
const TOP: f64 = 20.0;
/// The height of a row of the legend, and the length of a sample of its lines.
const ROW: f64 = 15.0;
const SAMPLE: f64 = 34.0;
const BOTTOM: f64 = 40.0;

/// The patterns of lines, one after the other.
const DASHES: [&str; 6] = ["", "6 3", "2 2", "9 3 2 3", "12 4", "4 2 1 2"];

/// A line of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What it is called; nothing for one of many.
    pub name: String,
    /// Its points, from left to right.
    pub points: Vec<(f64, f64)>,
}

/// A place on the axis that is marked by an upright line.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Where.
    pub at: f64,
    /// What it is.
    pub name: String,
}

/// Lines over an axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What is seen, for those who cannot see it.
    pub description: String,
    /// What runs along the axis.
    pub axis: String,
    /// What is drawn up, as it is written below the scale.
    pub upright: String,
    /// The ends of the axis.
    pub across: (f64, f64),
    /// The ends of the scale.
    pub up: (f64, f64),
    /// How the numbers on the axis are written.
    pub percent: bool,
    /// The language whose marks numbers take.
    pub language: &'static Language,
    /// The lines.
    pub lines: Vec<Line>,
    /// The marked places.
    pub marks: Vec<Mark>,
}

impl Chart {
    fn x(&self, value: f64) -> f64 {
        let (low, high) = self.across;
        LEFT + (value - low) / (high - low) * (WIDTH - LEFT - RIGHT)
    }

    fn y(&self, value: f64) -> f64 {
        let (low, high) = self.up;
        HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - TOP - BOTTOM)
    }

    /// The picture.
    pub fn svg(&self) -> String {
        let legend = self.legend();
        let above = ROW * legend.last().map_or(0.0, |entry| entry.row as f64 + 1.0);
        let mut svg = format!(
            "<svg class=\"figure\" viewBox=\"0 {} {WIDTH} {}\" role=\"img\" aria-label=\"{}\">",
            -above,
            HEIGHT + above,
            escaped(&self.description)
        );
        self.grid(&mut svg);
        for (at, line) in self.lines.iter().enumerate() {
            let points: Vec<String> = line
                .points
                .iter()
                .map(|(x, y)| format!("{:.1},{:.1}", self.x(*x), self.y(*y)))
                .collect();
            let dash = DASHES[at % DASHES.len()];
            let _ = write!(
                svg,
                "<polyline class=\"line\" stroke-dasharray=\"{dash}\" points=\"{}\"/>",
                points.join(" ")
            );
        }
        for mark in &self.marks {
            let x = self.x(mark.at);
            let _ = write!(
                svg,
                "<line class=\"mark\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{TOP}\" y2=\"{:.1}\"/>",
                HEIGHT - BOTTOM
            );
            label(&mut svg, (x, TOP - 5.0), "middle", &mark.name);
        }
        for entry in &legend {
            let y = ROW * (entry.row as f64 + 0.7) - above;
            let (from, to) = (entry.x, entry.x + SAMPLE);
            let _ = write!(
                svg,
                "<line class=\"line\" stroke-dasharray=\"{}\" x1=\"{from:.1}\" x2=\"{to:.1}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>",
                entry.dash
            );
            label(&mut svg, (to + 6.0, y + 4.0), "start", entry.name);
        }
        svg.push_str("</svg>");
        svg
    }

    fn grid(&self, svg: &mut String) {
        for value in steps(self.up, 5) {
            let y = self.y(value);
            let _ = write!(
                svg,
                "<line class=\"grid\" x1=\"{LEFT}\" x2=\"{:.1}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>",
                WIDTH - RIGHT
            );
            label(svg, (LEFT - 6.0, y + 4.0), "end", &self.number(value));
        }
        for value in steps(self.across, 8) {
            let x = self.x(value);
            let _ = write!(
                svg,
                "<line class=\"axis\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{:.1}\" y2=\"{:.1}\"/>",
                HEIGHT - BOTTOM,
                HEIGHT - BOTTOM + 4.0
            );
            label(
                svg,
                (x, HEIGHT - BOTTOM + 17.0),
                "middle",
                &self.number(value),
            );
        }
        let base = HEIGHT - BOTTOM;
        let _ = write!(
            svg,
            "<line class=\"axis\" x1=\"{LEFT}\" x2=\"{:.1}\" y1=\"{base:.1}\" y2=\"{base:.1}\"/>",
            WIDTH - RIGHT
        );
        label(svg, (WIDTH - RIGHT, HEIGHT - 6.0), "end", &self.axis);
        label(svg, (2.0, HEIGHT - 6.0), "start", &self.upright);
    }

    fn number(&self, value: f64) -> String {
        let whole = libm::fabs(value - libm::round(value)) < 1e-9;
        let size = libm::fabs(value);
        let (digits, unit) = match self.percent {
            true => (format!("{:.0}", 100.0 * size), "%"),
            false if whole => (format!("{size:.0}"), ""),
            false => (format!("{size:.1}"), ""),
        };
        let sign = if value < 0.0 && digits != "0" {
            "−"
        } else {
            ""
        };
        let gap = match unit {
            "" => "",
            _ => self.language.percent_gap,
        };
        let digits = self.language.numeral(&digits, true);
        format!("{sign}{digits}{gap}{unit}")
    }

    /// The names of few lines, side by side above the plot; of many, the lines themselves tell enough.
    fn legend(&self) -> Vec<Entry<'_>> {
        let named = self.lines.iter().filter(|line| !line.name.is_empty());
        if named.clone().count() > DASHES.len() {
            return Vec::new();
        }
        let (mut x, mut row) = (LEFT, 0);
        let mut entries = Vec::new();
        for (line, dash) in named.zip(DASHES) {
            let room = SAMPLE + 6.0 + width(&line.name) + 16.0;
            if x > LEFT && x + room > WIDTH {
                (x, row) = (LEFT, row + 1);
            }
            let name = &line.name;
            entries.push(Entry { name, dash, x, row });
            x += room;
        }
        entries
    }
}

/// A line's name, and where it stands above the plot.
struct Entry<'a> {
    name: &'a str,
    dash: &'static str,
    x: f64,
    row: usize,
}

/// Round numbers from end to end, about `count` of them.
fn steps((low, high): (f64, f64), count: usize) -> Vec<f64> {
    let rough = (high - low) / count.max(1) as f64;
    let power = libm::pow(10.0, libm::floor(libm::log10(rough.max(1e-9))));
    let nice = [1.0, 2.0, 2.5, 5.0, 10.0].map(|factor| factor * power);
    let step = nice.into_iter().find(|step| *step >= rough - 1e-12);
    let step = step.unwrap_or(rough.max(1e-9));
    let first = libm::ceil(low / step - 1e-9);
    (0..=2 * count)
        .map(|k| (first + k as f64) * step)
        .take_while(|value| *value <= high + 1e-9)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Chart, Line, Mark, steps};
    use crate::value::notation::Language;

    #[test]
    fn steps_are_round_and_inside() {
        assert_eq!(steps((0.0, 10.0), 5), [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
        assert_eq!(steps((-2.5, 2.5), 5), [-2.0, -1.0, 0.0, 1.0, 2.0]);
        assert!(steps((0.0, 0.013), 5).len() >= 3);
    }

    #[test]
    fn what_comes_from_a_bank_is_escaped() {
        let chart = Chart {
            description: "\"<b>".to_owned(),
            axis: "<script>".to_owned(),
            upright: "points".to_owned(),
            across: (0.0, 1.0),
            up: (0.0, 1.0),
            percent: false,
            language: Language::ENGLISH,
            lines: vec![Line {
                name: "a & b".to_owned(),
                points: vec![(0.0, 0.0), (1.0, 1.0)],
            }],
            marks: vec![Mark {
                at: 0.5,
                name: "<cut>".to_owned(),
            }],
        };
        let svg = chart.svg();
        assert!(!svg.contains("<script>") && !svg.contains("<cut>") && !svg.contains("<b>"));
        assert!(svg.contains("a &amp; b"));
        // The middle of the axis: 46 + 564/2.
        assert!(svg.contains("x1=\"328.0\""));
    }
}
