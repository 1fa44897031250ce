//! A table of numbers in shades of grey: one row a place, one column a form.

use std::fmt::Write;

use super::{escaped, label, width};
use crate::value::notation::Language;

const WIDTH: f64 = 640.0;
/// The height of a row whose name takes one line, and what each further line adds.
const ROW: f64 = 19.0;
const LINE: f64 = 13.0;
/// The least and the most room for names.
const NAMES: (f64, f64) = (160.0, 340.0);
const TOP: f64 = 22.0;
/// The widest that a cell is.
const CELL: f64 = 58.0;

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
    /// The language whose marks numbers take.
    pub language: &'static Language,
}

impl Strip {
    /// The picture. Small numbers are dark: what is harder catches the eye.
    pub fn svg(&self) -> String {
        let columns = self.columns.len().max(1) as f64;
        let cell = ((WIDTH - NAMES.0) / columns).min(CELL);
        let widest = self.rows.iter().map(|(name, _)| width(name) + 12.0);
        let left = widest.fold(NAMES.0, f64::max).min(NAMES.1);
        let left = left.min(WIDTH - cell * columns);
        let named = self.rows.iter().map(|(name, _)| lines(name, left - 10.0));
        let named: Vec<Vec<String>> = named.collect();
        let tall = |lines: &Vec<String>| ROW + LINE * lines.len().saturating_sub(1) as f64;
        let height = TOP + named.iter().map(tall).sum::<f64>() + 4.0;
        let mut svg = format!(
            "<svg class=\"figure strip\" viewBox=\"0 0 {WIDTH} {height:.0}\" role=\"img\" aria-label=\"{}\">\
             <defs><pattern id=\"hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
             <line x1=\"0\" x2=\"0\" y1=\"0\" y2=\"5\" stroke=\"#000\" stroke-width=\"1.4\"/></pattern></defs>",
            escaped(&self.description)
        );
        let wide = self.columns.iter().map(|name| width(name) + 4.0);
        let step = libm::ceil(wide.fold(cell, f64::max) / cell) as usize;
        for (at, name) in self.columns.iter().enumerate().step_by(step.max(1)) {
            label(
                &mut svg,
                (left + cell * (at as f64 + 0.5), TOP - 7.0),
                "middle",
                name,
            );
        }
        let mut y = TOP;
        for ((_, numbers), name) in self.rows.iter().zip(&named) {
            let row = tall(name);
            for (at, line) in name.iter().enumerate() {
                let line_y = y + 13.5 + LINE * at as f64;
                label(&mut svg, (left - 8.0, line_y), "end", line);
            }
            let (low, high) = numbers.iter().fold((f64::MAX, f64::MIN), |(low, high), p| {
                (low.min(*p), high.max(*p))
            });
            let middle = f64::midpoint(low, high);
            for (column, number) in numbers.iter().enumerate() {
                let x = left + cell * column as f64;
                let away = (number - middle) / self.reach.max(1e-9);
                // From white to a grey on which black numbers can still be read.
                let grey = 205.0 + 50.0 * away.clamp(-1.0, 1.0);
                let _ = write!(
                    svg,
                    "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{cell:.1}\" height=\"{row}\" fill=\"rgb({grey:.0},{grey:.0},{grey:.0})\" stroke=\"#777\" stroke-width=\"0.5\"/>"
                );
                if libm::fabs(away) > 1.0 {
                    let _ = write!(
                        svg,
                        "<rect x=\"{x:.1}\" y=\"{:.1}\" width=\"{cell:.1}\" height=\"4\" fill=\"url(#hatch)\"/>",
                        y + row - 4.0
                    );
                }
                if cell >= 26.0 {
                    let text = format!("{:.1}", 100.0 * number);
                    let text = self.language.numeral(&text, true);
                    let middle = y + row / 2.0 + 3.5;
                    label(&mut svg, (x + cell / 2.0, middle), "middle", &text);
                }
            }
            y += row;
        }
        svg.push_str("</svg>");
        svg
    }
}

/// The most lines of a name; the table beside the picture has all of it.
const MOST: usize = 4;

/// A name in lines that are no wider than `room`: broken at spaces and after hyphens, and a longer
/// word where it must be.
fn lines(name: &str, room: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in name.split_inclusive([' ', '-', '/']) {
        let fits = |line: &str, more: &str| width(line) + width(more.trim_end()) <= room;
        if lines.last().is_some_and(|line| !fits(line, piece)) {
            lines.push(String::new());
        }
        for letter in piece.chars() {
            let full = |line: &String| {
                !line.is_empty() && width(line) + width(letter.encode_utf8(&mut [0; 4])) > room
            };
            if letter != ' ' && lines.last().is_some_and(full) {
                lines.push(String::new());
            }
            if let Some(line) = lines.last_mut() {
                line.push(letter);
            }
        }
    }
    let lines = lines.iter().map(|line| line.trim_end().to_owned());
    let mut lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    if lines.len() > MOST {
        lines.truncate(MOST);
        if let Some(last) = lines.last_mut() {
            while width(last) + width("…") > room && last.pop().is_some() {}
            last.push('…');
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{MOST, Strip, lines, width};
    use crate::value::notation::Language;

    #[test]
    fn long_names_are_broken_and_lose_nothing() {
        for name in [
            "1  add-fractions-with-unlike-denominators",
            "12  Prozente",
            "3  abcdefghijklmnopqrstuvwxyzabcdefghijklmn",
            "",
        ] {
            let broken = lines(name, 160.0);
            let letters = |text: &str| text.replace(' ', "");
            assert_eq!(letters(&broken.concat()), letters(name));
            assert!(broken.iter().all(|line| width(line) <= 160.0), "{broken:?}");
        }
        assert_eq!(
            lines("1  add-fractions-with-unlike", 160.0),
            ["1  add-fractions-with-", "unlike"]
        );
        let endless = lines(&"x".repeat(10_000), 160.0);
        assert_eq!(endless.len(), MOST);
        assert!(endless[MOST - 1].ends_with('…') && width(&endless[MOST - 1]) <= 160.0);
    }

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
            language: Language::ENGLISH,
        };
        let svg = strip.svg();
        for number in ["80.0", "81.0", "60.0", "90.0"] {
            assert!(svg.contains(&format!(">{number}<")));
        }
        // Both cells of the second row lie 15 points from its middle.
        assert_eq!(svg.matches("url(#hatch)").count(), 2);
    }
}
