//! A table of numbers in shades of grey: one row a place, one column a form.

use std::fmt::Write;

use super::{escaped, label};

const WIDTH: f64 = 640.0;
const ROW: f64 = 19.0;
const LEFT: f64 = 150.0;
const TOP: f64 = 22.0;

/// Shades of grey for numbers below and above the middle of their row.
#[derive(Debug, Clone, PartialEq)]
pub struct Strip {
    /// What is seen, for those who cannot see it.
    pub description: String,
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The names of the rows, and their numbers.
    pub rows: Vec<(String, Vec<f64>)>,
    /// How far from the middle of its row a number is as dark, or as light, as can be; beyond it
    /// the cell is hatched.
    pub reach: f64,
}

impl Strip {
    /// The picture. Small numbers are dark: what is harder catches the eye.
    pub fn svg(&self) -> String {
        let columns = self.columns.len().max(1) as f64;
        let cell = ((WIDTH - LEFT) / columns).min(58.0);
        let height = TOP + ROW * self.rows.len() as f64 + 4.0;
        let mut svg = format!(
            "<svg class=\"figure strip\" viewBox=\"0 0 {WIDTH} {height:.0}\" role=\"img\" aria-label=\"{}\">\
             <defs><pattern id=\"hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
             <line x1=\"0\" x2=\"0\" y1=\"0\" y2=\"5\" stroke=\"#000\" stroke-width=\"1.4\"/></pattern></defs>",
            escaped(&self.description)
        );
        for (at, name) in self.columns.iter().enumerate() {
            label(
                &mut svg,
                (LEFT + cell * (at as f64 + 0.5), TOP - 7.0),
                "middle",
                name,
            );
        }
        for (row, (name, numbers)) in self.rows.iter().enumerate() {
            let y = TOP + ROW * row as f64;
            label(&mut svg, (LEFT - 8.0, y + 13.5), "end", name);
            let (low, high) = numbers.iter().fold((f64::MAX, f64::MIN), |(low, high), p| {
                (low.min(*p), high.max(*p))
            });
            let middle = f64::midpoint(low, high);
            for (column, number) in numbers.iter().enumerate() {
                let x = LEFT + cell * column as f64;
                let away = (number - middle) / self.reach.max(1e-9);
                // From white to a grey on which black numbers can still be read.
                let grey = 205.0 + 50.0 * away.clamp(-1.0, 1.0);
                let _ = write!(
                    svg,
                    "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{cell:.1}\" height=\"{ROW}\" fill=\"rgb({grey:.0},{grey:.0},{grey:.0})\" stroke=\"#777\" stroke-width=\"0.5\"/>"
                );
                if libm::fabs(away) > 1.0 {
                    let _ = write!(
                        svg,
                        "<rect x=\"{x:.1}\" y=\"{:.1}\" width=\"{cell:.1}\" height=\"4\" fill=\"url(#hatch)\"/>",
                        y + ROW - 4.0
                    );
                }
                if cell >= 26.0 {
                    let text = format!("{:.1}", 100.0 * number);
                    label(&mut svg, (x + cell / 2.0, y + 13.0), "middle", &text);
                }
            }
        }
        svg.push_str("</svg>");
        svg
    }
}

#[cfg(test)]
mod tests {
    use super::Strip;

    #[test]
    fn numbers_stand_in_the_cells_and_far_ones_are_hatched() {
        let strip = Strip {
            description: "P".to_owned(),
            columns: vec!["A".to_owned(), "B".to_owned()],
            rows: vec![
                ("1".to_owned(), vec![0.80, 0.81]),
                ("2".to_owned(), vec![0.60, 0.90]),
            ],
            reach: 0.02,
        };
        let svg = strip.svg();
        for number in ["80.0", "81.0", "60.0", "90.0"] {
            assert!(svg.contains(&format!(">{number}<")));
        }
        // Both cells of the second row lie 15 points from its middle.
        assert_eq!(svg.matches("url(#hatch)").count(), 2);
    }
}
