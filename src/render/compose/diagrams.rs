//! The pictures of a parity report.

use crate::difficulty::response::ItemResponse;
use crate::form::set::FormSet;
use crate::parity::curve::Profile;
use crate::parity::decision::pass_within;
use crate::parity::report::ParityReport;
use crate::parity::score::{at_least, distribution};
use crate::render::diagram::{Chart, Line, Mark, Strip};
use crate::render::view::{FigureView, Html};

/// So many forms are drawn as lines of their own; of more, only the outermost.
const LINES: usize = 12;
/// So many forms have a column of their own.
const COLUMNS: usize = 30;
/// The range of ability around the cut, in logits.
const AROUND: f64 = 3.0;
/// Points of a curve.
const STEPS: i32 = 60;
/// How far a probability may be from the middle of its place before the cell is hatched.
const REACH: f64 = 0.01;

/// All pictures of the report.
pub fn diagrams(set: &FormSet, report: &ParityReport) -> Vec<FigureView> {
    let forms: Vec<Vec<ItemResponse>> = set
        .forms
        .iter()
        .map(|form| {
            let placed = form.items.iter().zip(&set.slots);
            placed
                .filter_map(|(placed, slot)| {
                    let points = set.models[slot.model].points;
                    placed.response(points).ok()
                })
                .collect()
        })
        .collect();
    let mut diagrams = curves(set, report, &forms);
    diagrams.push(strip(set, report, &forms));
    diagrams.extend(passing(set, report));
    diagrams
}

fn figure(title: &str, note: &str, svg: String) -> FigureView {
    FigureView {
        title: title.to_owned(),
        note: note.to_owned(),
        svg: Html(svg),
    }
}

fn curves(set: &FormSet, report: &ParityReport, forms: &[Vec<ItemResponse>]) -> Vec<FigureView> {
    let cut = report.reference.theta;
    let at = |step: i32| cut - AROUND + 2.0 * AROUND * f64::from(step) / f64::from(STEPS);
    let curve = |form: &Vec<ItemResponse>, of: fn(&Profile) -> f64| -> Vec<(f64, f64)> {
        let point = |step| (at(step), of(&Profile::at(form, at(step))));
        (0..=STEPS).map(point).collect()
    };
    let chart = |upright: &str, of: fn(&Profile) -> f64| {
        let all: Vec<Vec<(f64, f64)>> = forms.iter().map(|form| curve(form, of)).collect();
        let top = all.iter().flatten().map(|(_, y)| *y).fold(0.0, f64::max);
        Chart {
            description: format!(
                "{upright} of {} forms over ability; the cut is marked at {cut:.2} logits",
                forms.len()
            ),
            axis: "ability (logits)".to_owned(),
            upright: upright.to_owned(),
            across: (cut - AROUND, cut + AROUND),
            up: (0.0, (top * 1.05).max(0.1)),
            percent: false,
            lines: lines(set, all),
            marks: vec![Mark {
                at: cut,
                name: "the cut".to_owned(),
            }],
        }
    };
    let many = if forms.len() > LINES {
        "Of many forms the lowest and the highest values are drawn."
    } else {
        "One line a form; where they look like one line, they lie on each other."
    };
    vec![
        figure(
            "Expected score by ability",
            many,
            chart("expected points", |profile| profile.expected_score).svg(),
        ),
        figure(
            "Information by ability",
            "How sharply a form tells students apart at each ability.",
            chart("information", |profile| profile.information).svg(),
        ),
    ]
}

fn lines(set: &FormSet, curves: Vec<Vec<(f64, f64)>>) -> Vec<Line> {
    if curves.len() <= LINES {
        let labels = set.forms.iter().map(|form| format!("form {}", form.label));
        return labels
            .zip(curves)
            .map(|(name, points)| Line { name, points })
            .collect();
    }
    let outermost = |name: &str, pick: fn(f64, f64) -> f64| Line {
        name: name.to_owned(),
        points: (0..curves[0].len())
            .map(|at| {
                let values = curves.iter().map(|curve| curve[at].1);
                (curves[0][at].0, values.reduce(pick).unwrap_or(0.0))
            })
            .collect(),
    };
    vec![
        outermost("the highest form", f64::max),
        outermost("the lowest form", f64::min),
    ]
}

fn strip(set: &FormSet, report: &ParityReport, forms: &[Vec<ItemResponse>]) -> FigureView {
    let shown = forms.len().min(COLUMNS);
    let rows = set.slots.iter().enumerate().map(|(at, slot)| {
        let id: String = set.models[slot.model].id.chars().take(20).collect();
        let probabilities = forms[..shown].iter().filter_map(|form| {
            let item = form.get(at)?;
            Some(item.probability(report.reference.theta))
        });
        (format!("{}  {id}", at + 1), probabilities.collect())
    });
    let strip = Strip {
        description: format!(
            "The predicted percentage right of {} items on {shown} forms at the cut",
            set.slots.len()
        ),
        columns: set.forms[..shown]
            .iter()
            .map(|form| form.label.to_string())
            .collect(),
        rows: rows.collect(),
        reach: REACH,
    };
    let mut note = "Percent right at the cut. Within a row, darker is harder; a hatched foot marks a cell more than one percentage point from the middle of its row.".to_owned();
    if shown < forms.len() {
        note.push_str(&format!(" The first {shown} forms are shown."));
    }
    figure("Each item on each form", &note, strip.svg())
}

/// P(pass) by true proportion, once and within the tries.
fn passing(set: &FormSet, report: &ParityReport) -> Option<FigureView> {
    let quality = report.decision.as_ref()?;
    let points: Vec<u32> = set
        .slots
        .iter()
        .map(|slot| set.models[slot.model].points)
        .collect();
    let total = points.iter().map(|points| u64::from(*points)).sum();
    let once = |share: f64| {
        let items = points.iter().map(|points| (*points, share));
        at_least(&distribution(total, items), quality.cut)
    };
    let shares = || (0..=60).map(|step| 0.4 + 0.01 * f64::from(step));
    let tries = quality.tries;
    let mut lines = vec![Line {
        name: "one try".to_owned(),
        points: shares().map(|share| (share, once(share))).collect(),
    }];
    if tries > 1 {
        let within = |share| (share, pass_within(once(share), tries));
        lines.push(Line {
            name: format!("within {tries} tries"),
            points: shares().map(within).collect(),
        });
    }
    let chart = Chart {
        description: "The probability to pass by the share of such items that a student can do"
            .to_owned(),
        axis: "share of such items that a student can do".to_owned(),
        upright: "passes".to_owned(),
        across: (0.4, 1.0),
        up: (0.0, 1.0),
        percent: true,
        lines,
        marks: Vec::new(),
    };
    let note = "What the mastery rule decides about students of known ability (binomial model).";
    Some(figure("Who passes", note, chart.svg()))
}
