//! The SVG itself. The same figure is always the same text.

use std::collections::BTreeSet;

use crate::render::escape;
use crate::render::figure::canvas::{Canvas, Fill, Mark, Outline, Step, Style};
use crate::render::figure::geometry::{At, Bounds};
use crate::render::figure::hatch;
use crate::render::figure::measure::FONT;
use crate::render::figure::place::{Anchor, Placed, place};

/// The white around a figure, in points.
const MARGIN: f64 = 3.0;
/// From the middle of a label down to its base line.
const BASELINE: f64 = 0.35 * FONT;
/// What a label's room has above and below its figures, in points.
const LEADING: f64 = 1.5;
/// The fonts of labels, those of the pages.
const FONTS: &str = "STIX Two Text, Libertinus Serif, Charter, Georgia, Times New Roman, serif";

/// How every figure begins, up to its width.
pub const START: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"";

/// Writes the figure with its labels placed.
pub fn write(canvas: &Canvas, id: &str, alt: &str) -> String {
    let labels = place(canvas);
    let view = bounds(canvas, &labels);
    let [w, h] = view.extent();
    let mut name = String::new();
    text(alt, &mut name);
    let mut out = format!(
        "{START}{w}pt\" height=\"{h}pt\" viewBox=\"{x} {y} {w} {h}\" role=\"img\" aria-label=\"{name}\">\n<title>{name}</title>\n",
        w = number(w),
        h = number(h),
        x = number(view.low[0]),
        y = number(view.low[1]),
    );
    patterns(canvas, id, &mut out);
    out.push_str(
        "<g fill=\"none\" stroke=\"#000\" stroke-width=\"1\" stroke-linejoin=\"round\">\n",
    );
    let (squared, above) = canvas.marks.split_at(behind(canvas));
    squared.iter().for_each(|one| mark(one, id, &mut out));
    clear(squared, &labels, &mut out);
    above.iter().for_each(|one| mark(one, id, &mut out));
    out.push_str("</g>\n");
    if !labels.is_empty() {
        out.push_str(&format!(
            "<g font-family=\"{FONTS}\" font-size=\"{FONT}\" text-anchor=\"middle\" fill=\"#000\" stroke=\"#fff\" stroke-width=\"2\" stroke-linejoin=\"round\" paint-order=\"stroke\">\n"
        ));
        labels.iter().for_each(|one| label(one, &mut out));
        out.push_str("</g>\n");
    }
    out.push_str("</svg>");
    out
}

fn bounds(canvas: &Canvas, labels: &[Placed<'_>]) -> Bounds {
    let mut bounds = Bounds::NOTHING;
    if let Some(window) = canvas.window {
        bounds.add(canvas.page(window.low));
        bounds.add(canvas.page(window.high));
    }
    for mark in &canvas.marks {
        let around = Bounds::of(&mark.trace);
        bounds.join(&around.grown(mark.style.width / 2.0));
    }
    labels.iter().for_each(|label| bounds.join(&label.room));
    if bounds.low[0] > bounds.high[0] {
        bounds = Bounds::around([0.0; 2], [1.0; 2]);
    }
    bounds.grown(MARGIN)
}

/// How many marks there are up to the last line of squared paper.
fn behind(canvas: &Canvas) -> usize {
    let last = canvas.marks.iter().rposition(|mark| mark.style.faint);
    last.map_or(0, |last| last + 1)
}

/// White paper behind the labels on squared paper: a line that runs into a number reads as a minus.
fn clear(marks: &[Mark], labels: &[Placed<'_>], out: &mut String) {
    let lines: Vec<&[At]> = marks
        .iter()
        .filter(|mark| mark.style.faint)
        .flat_map(|mark| mark.trace.windows(2))
        .collect();
    let is_crossed = |room: &Bounds| lines.iter().any(|line| room.meets(line[0], line[1]));
    let paper: String = labels
        .iter()
        .filter(|label| is_crossed(&label.room))
        .map(|label| {
            let ([left, top], [right, bottom]) = (label.room.low, label.room.high);
            let [left, right] = [left, right].map(number);
            let [top, bottom] = [top + LEADING, bottom - LEADING].map(number);
            format!("M{left} {top}H{right}V{bottom}H{left}Z")
        })
        .collect();
    if !paper.is_empty() {
        out.push_str(&format!(
            "<path d=\"{paper}\" stroke=\"none\" fill=\"#fff\"/>\n"
        ));
    }
}

fn patterns(canvas: &Canvas, id: &str, out: &mut String) {
    let used: BTreeSet<Fill> = canvas.marks.iter().map(|mark| mark.style.fill).collect();
    let used: Vec<_> = used.into_iter().filter_map(hatch::pattern).collect();
    if used.is_empty() {
        return;
    }
    out.push_str("<defs>\n");
    for (name, tile) in used {
        out.push_str(&format!(
            "<pattern id=\"{id}-{name}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><rect width=\"6\" height=\"6\" fill=\"#fff\"/><g stroke=\"#000\" stroke-width=\"0.75\">{tile}</g></pattern>\n"
        ));
    }
    out.push_str("</defs>\n");
}

fn mark(mark: &Mark, id: &str, out: &mut String) {
    match &mark.outline {
        Outline::Path(steps) => {
            let path: String = steps.iter().map(step).collect();
            out.push_str(&format!("<path d=\"{path}\""));
        }
        Outline::Ellipse([x, y], [rx, ry]) if number(*rx) == number(*ry) => {
            let [x, y, r] = [*x, *y, *rx].map(number);
            out.push_str(&format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\""));
        }
        Outline::Ellipse([x, y], [rx, ry]) => {
            let [x, y, rx, ry] = [*x, *y, *rx, *ry].map(number);
            out.push_str(&format!(
                "<ellipse cx=\"{x}\" cy=\"{y}\" rx=\"{rx}\" ry=\"{ry}\""
            ));
        }
    }
    style(&mark.style, id, out);
    out.push_str("/>\n");
}

fn step(step: &Step) -> String {
    let at = |[x, y]: At| format!("{} {}", number(x), number(y));
    match *step {
        Step::Move(to) => format!("M{}", at(to)),
        Step::Line(to) => format!("L{}", at(to)),
        Step::Arc(radii, is_large, is_clockwise, to) => format!(
            "A{} 0 {} {} {}",
            at(radii),
            u8::from(is_large),
            u8::from(is_clockwise),
            at(to)
        ),
        Step::Close => "Z".to_owned(),
    }
}

/// What differs from an ordinary line around nothing.
fn style(style: &Style, id: &str, out: &mut String) {
    if style.width == 0.0 {
        out.push_str(" stroke=\"none\"");
    } else if style.faint {
        out.push_str(" stroke=\"#777\"");
    }
    if style.width != 0.0 && style.width != 1.0 {
        out.push_str(&format!(" stroke-width=\"{}\"", number(style.width)));
    }
    if style.dashed {
        out.push_str(" stroke-dasharray=\"5 3\"");
    }
    match style.fill {
        Fill::None => {}
        Fill::White => out.push_str(" fill=\"#fff\""),
        Fill::Grey => out.push_str(" fill=\"#bbb\""),
        Fill::Black => out.push_str(" fill=\"#000\""),
        hatched => {
            let name = hatch::pattern(hatched).map_or("", |(name, _)| name);
            out.push_str(&format!(" fill=\"url(#{id}-{name})\""));
        }
    }
}

fn label(label: &Placed<'_>, out: &mut String) {
    let room = label.room;
    let (x, anchor) = match label.anchor {
        Anchor::Start => (room.low[0], " text-anchor=\"start\""),
        Anchor::Middle => ((room.low[0] + room.high[0]) / 2.0, ""),
        Anchor::End => (room.high[0], " text-anchor=\"end\""),
    };
    let (x, y) = (
        number(x),
        number((room.low[1] + room.high[1]) / 2.0 + BASELINE),
    );
    out.push_str(&format!("<text x=\"{x}\" y=\"{y}\"{anchor}>"));
    text(label.text, out);
    out.push_str("</text>\n");
}

/// Text of XML: escaped, and without the characters that XML does not allow.
fn text(text: &str, out: &mut String) {
    let is_refused = |c: char| matches!(c, '\u{fffe}' | '\u{ffff}');
    escape::html(&text.replace(is_refused, "\u{fffd}"), out);
}

/// At most two decimal places, and no negative zero.
pub fn number(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    if rounded == 0.0 {
        "0".to_owned()
    } else {
        rounded.to_string()
    }
}
