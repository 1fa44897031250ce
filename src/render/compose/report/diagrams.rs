//! The pictures of a parity report.

use crate::difficulty::response::ItemResponse;
use crate::form::set::FormSet;
use crate::parity::curve::Profile;
use crate::parity::decision::pass_within;
use crate::parity::report::ParityReport;
use crate::parity::score::{at_least, distribution};
use crate::render::compose::report::tables::name;
use crate::render::compose::report::voice::Voice;
use crate::render::diagram::{Chart, Line, Mark, Strip};
use crate::render::view::{FigureView, Html};

/// So many forms are drawn as lines of their own; of more, only the outermost.
const LINES: usize = 12;
/// So many forms have a column of their own.
const COLUMNS: usize = 26;
/// The range of ability around the cut, in logits.
const AROUND: f64 = 3.0;
/// Points of a curve.
const STEPS: i32 = 60;
/// How far a probability may be from the middle of its place before the cell is hatched.
const REACH: f64 = 0.01;

/// All pictures of the report.
pub fn diagrams(set: &FormSet, report: &ParityReport, voice: &Voice<'_>) -> Vec<FigureView> {
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
    let curves = Curves {
        set,
        forms: &forms,
        cut: report.reference.theta,
        voice,
    };
    let note = if forms.len() > LINES {
        "outermost_lines"
    } else {
        "one_line_a_form"
    };
    let mut diagrams = vec![
        curves.figure("score", note, |profile| profile.expected_score),
        curves.figure("information", "information_note", |profile| {
            profile.information
        }),
    ];
    diagrams.push(strip(set, report, &forms, voice));
    diagrams.extend(passing(set, report, voice));
    diagrams
}

fn figure(title: String, note: String, svg: String) -> FigureView {
    FigureView {
        title,
        note,
        svg: Html(svg),
    }
}

/// What the curves over ability share.
struct Curves<'a> {
    set: &'a FormSet,
    forms: &'a [Vec<ItemResponse>],
    cut: f64,
    voice: &'a Voice<'a>,
}

impl Curves<'_> {
    /// The curve that the messages of this name tell of.
    fn figure(&self, name: &str, note: &str, of: fn(&Profile) -> f64) -> FigureView {
        let (cut, voice) = (self.cut, self.voice);
        let at = |step: i32| cut - AROUND + 2.0 * AROUND * f64::from(step) / f64::from(STEPS);
        let curve = |form: &Vec<ItemResponse>| -> Vec<(f64, f64)> {
            let point = |step| (at(step), of(&Profile::at(form, at(step))));
            (0..=STEPS).map(point).collect()
        };
        let all: Vec<Vec<(f64, f64)>> = self.forms.iter().map(curve).collect();
        let top = all.iter().flatten().map(|(_, y)| *y).fold(0.0, f64::max);
        let what = voice.word(&format!("{name}_up"));
        let told = [
            ("forms", voice.counted("forms_compared", self.forms.len())),
            ("theta", voice.signed(cut, 2)),
        ];
        let told = told.each_ref().map(|(name, text)| (*name, text.as_str()));
        let chart = Chart {
            description: voice.say(&format!("{name}_told"), &told),
            axis: voice.word("axis_ability"),
            upright: voice.say("axis_up", &[("what", &what)]),
            across: (cut - AROUND, cut + AROUND),
            up: (0.0, (top * 1.05).max(0.1)),
            percent: false,
            language: voice.language(),
            lines: self.lines(all),
            marks: vec![Mark {
                at: cut,
                name: voice.word("the_cut"),
            }],
        };
        let title = voice.word(&format!("{name}_curve"));
        figure(title, voice.word(note), chart.svg())
    }

    fn lines(&self, curves: Vec<Vec<(f64, f64)>>) -> Vec<Line> {
        if curves.len() <= LINES {
            let forms = self.set.forms.iter();
            let named = forms.map(|form| {
                let label = form.label.to_string();
                self.voice.say("one_form", &[("form", &label)])
            });
            return named
                .zip(curves)
                .map(|(name, points)| Line { name, points })
                .collect();
        }
        let outermost = |name: &str, pick: fn(f64, f64) -> f64| Line {
            name: self.voice.word(name),
            points: (0..curves[0].len())
                .map(|at| {
                    let values = curves.iter().map(|curve| curve[at].1);
                    (curves[0][at].0, values.reduce(pick).unwrap_or(0.0))
                })
                .collect(),
        };
        vec![
            outermost("highest_form", f64::max),
            outermost("lowest_form", f64::min),
        ]
    }
}

fn strip(
    set: &FormSet,
    report: &ParityReport,
    forms: &[Vec<ItemResponse>],
    voice: &Voice<'_>,
) -> FigureView {
    let shown = forms.len().min(COLUMNS);
    let rows = set.slots.iter().enumerate().map(|(at, slot)| {
        let probabilities = forms[..shown].iter().filter_map(|form| {
            let item = form.get(at)?;
            Some(item.probability(report.reference.theta))
        });
        let label = format!("{}  {}", at + 1, name(&set.models[slot.model]));
        (label, probabilities.collect())
    });
    let told = [
        ("items", voice.counted("items", set.slots.len())),
        ("forms", voice.counted("forms_compared", shown)),
    ];
    let told = told.each_ref().map(|(name, text)| (*name, text.as_str()));
    let strip = Strip {
        description: voice.say("strip_told", &told),
        columns: set.forms[..shown]
            .iter()
            .map(|form| form.label.to_string())
            .collect(),
        rows: rows.collect(),
        reach: REACH,
        language: voice.language(),
    };
    let mut note = voice.word("strip_note");
    if shown < forms.len() {
        note = format!("{note} {}", voice.counted("strip_first", shown));
    }
    figure(voice.word("strip"), note, strip.svg())
}

/// P(pass) by true proportion, once and within the tries.
fn passing(set: &FormSet, report: &ParityReport, voice: &Voice<'_>) -> Option<FigureView> {
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
        name: voice.word("one_try"),
        points: shares().map(|share| (share, once(share))).collect(),
    }];
    if tries > 1 {
        let within = |share| (share, pass_within(once(share), tries));
        lines.push(Line {
            name: voice.counted("within_tries", tries),
            points: shares().map(within).collect(),
        });
    }
    let chart = Chart {
        description: voice.word("passing_told"),
        axis: voice.word("passing_axis"),
        upright: voice.say("axis_up", &[("what", &voice.word("passing_up"))]),
        across: (0.4, 1.0),
        up: (0.0, 1.0),
        percent: true,
        language: voice.language(),
        lines,
        marks: Vec::new(),
    };
    let (title, note) = (voice.word("passing"), voice.word("passing_note"));
    Some(figure(title, note, chart.svg()))
}
