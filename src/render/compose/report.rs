//! The parity report as a view: numbers rounded for people, words for everything else.

use crate::difficulty::residual::OTHER_SET_UP;
use crate::form::set::FormSet;
use crate::parity::finding::{Statistic, Verdict};
use crate::parity::quality::DecisionQuality;
use crate::parity::report::{FindingRow, FormRow, ParityReport};
use crate::render::compose::certificate::certificate;
use crate::render::compose::diagrams::diagrams;
use crate::render::compose::notation::Printer;
use crate::render::compose::repeats::repeats;
use crate::render::compose::set_view;
use crate::render::view::{
    ColumnView, DecisionView, FindingView, FormSummaryView, ParityView, TableView, VerdictView,
};
use crate::value::notation::Medium;

/// More rows than this are not printed; the JSON has them all.
const ROWS: usize = 60;

/// The report of `set` for its page.
pub fn parity(set: &FormSet, report: &ParityReport) -> ParityView {
    let verdict = verdict(report.verdict);
    ParityView {
        set: set_view(set),
        verdict,
        summary: summary(verdict).to_owned(),
        level: report.evidence.to_owned(),
        level_name: level_name(report.evidence).to_owned(),
        level_sentence: report.sentence.clone(),
        uncertainty: uncertainty(report),
        form_count: report.forms.len().to_string(),
        findings: report.findings.iter().map(finding).collect(),
        forms: forms(&report.forms),
        figures: diagrams(set, report),
        slots: slots(set, report),
        decision: report
            .decision
            .as_ref()
            .map_or_else(no_decision, |quality| decision(&report.cut, quality)),
        not_claimed: not_claimed(),
        method: method(set, report),
        certificate: certificate(set, report),
    }
}

fn verdict(verdict: Verdict) -> VerdictView {
    match verdict {
        Verdict::Green => VerdictView::Green,
        Verdict::Amber => VerdictView::Amber,
        Verdict::Red => VerdictView::Red,
    }
}

fn summary(verdict: VerdictView) -> &'static str {
    match verdict {
        VerdictView::Green => "Every statistic is inside its tolerance.",
        VerdictView::Amber => "At least one statistic is near its limit; see which below.",
        VerdictView::Red => "At least one statistic is outside its limit; see which below.",
    }
}

/// The name of an evidence level.
fn level_name(level: &str) -> &'static str {
    match level {
        "E0" => "seeds only",
        "E1" => "content-parallel",
        "E2" => "feature-parallel",
        _ => "nothing to compare",
    }
}

fn uncertainty(report: &ParityReport) -> String {
    let doubt = &report.uncertainty;
    format!(
        "The largest predicted difference is {:.3} points. Without student data the true difference is expected between {:+.2} and {:+.2} points (95 %), because items that look alike still differ by about ±{:.2} points in sum.",
        doubt.predicted.abs(),
        doubt.low,
        doubt.high,
        doubt.half_width,
    )
}

fn finding(row: &FindingRow) -> FindingView {
    let finding = &row.finding;
    FindingView {
        name: row.title.to_owned(),
        value: number(finding.statistic, finding.value),
        tolerance: format!("≤ {}", number(finding.statistic, finding.tolerance_green)),
        direction: row.detail.clone(),
        verdict: verdict(finding.verdict),
    }
}

/// Counts as whole numbers, shares as percent, everything else with three places.
fn number(statistic: Statistic, value: f64) -> String {
    match statistic {
        Statistic::CutReachable
        | Statistic::Blueprint
        | Statistic::Alike
        | Statistic::SetUp
        | Statistic::KeyLetters
        | Statistic::SharedInstances
        | Statistic::SameNumber => format!("{value:.0}"),
        Statistic::SameLetter => format!("{value:.1}"),
        Statistic::Minutes
        | Statistic::Words
        | Statistic::AnswersSeen
        | Statistic::Information
        | Statistic::MeasurementError => format!("{:.1} %", 100.0 * value),
        _ => format!("{value:.3}"),
    }
}

fn column(title: &str, numeric: bool) -> ColumnView {
    ColumnView {
        title: title.to_owned(),
        numeric,
    }
}

fn forms(rows: &[FormRow]) -> FormSummaryView {
    let row = |row: &FormRow| {
        vec![
            row.label.clone(),
            format!("{} of {}", row.cut, row.points),
            format!("{:.3}", row.expected_score),
            format!("{:+.3}", row.from_mean),
            format!("{:.2}", row.sem),
            format!("{:.1} %", 100.0 * row.pass_probability),
            format!("{:.0}", row.minutes),
            row.words.to_string(),
        ]
    };
    let mut note = "All predictions are for a student exactly at the mastery cut.".to_owned();
    if rows.len() > ROWS {
        note.push_str(&format!(
            " The first {ROWS} of {} forms are shown; set.json has them all.",
            rows.len()
        ));
    }
    FormSummaryView {
        table: TableView {
            caption: "The forms".to_owned(),
            columns: vec![
                column("Form", false),
                column("Mastery", false),
                column("Expected score", true),
                column("From the mean", true),
                column("± SEM", true),
                column("P(pass)", true),
                column("Minutes", true),
                column("Words", true),
            ],
            rows: rows.iter().take(ROWS).map(row).collect(),
        },
        note,
    }
}

/// What stands at each place on every form: model, standard, pinned radicals.
fn slots(set: &FormSet, report: &ParityReport) -> TableView {
    let printer = Printer::new(&set.bank.language);
    let rows = set.slots.iter().enumerate().map(|(at, slot)| {
        let model = &set.models[slot.model];
        let radicals = match &slot.radicals {
            Some(values) => {
                let pinned = model.radicals.iter().zip(values.iter());
                let pinned = pinned.map(|(written, value)| {
                    format!("{written} = {}", printer.print(value, &[], Medium::Text))
                });
                pinned.collect::<Vec<_>>().join("; ")
            }
            None => "differ".to_owned(),
        };
        let right = report.slots.get(at).map_or_else(String::new, |row| {
            let percent = |p: f64| format!("{:.1}", 100.0 * p);
            format!("{} – {} %", percent(row.low), percent(row.high))
        });
        vec![
            (at + 1).to_string(),
            stands(set, at, model),
            set.standards[slot.standard].id.clone(),
            radicals,
            right,
        ]
    });
    TableView {
        caption: "What was held equal, place by place".to_owned(),
        columns: vec![
            column("Item", false),
            column("Item model", false),
            column("Standard", false),
            column("Pinned on every form", false),
            column("Right at the cut", true),
        ],
        rows: rows.collect(),
    }
}

/// What stands at a place: a model, or the variants of one that are mixed.
fn stands(set: &FormSet, at: usize, model: &crate::form::record::ModelRecord) -> String {
    let name = model.title.clone().unwrap_or_else(|| model.id.clone());
    let places = set.forms.iter().filter_map(|form| form.items.get(at));
    let mut shown: Vec<usize> = places.clone().map(|placed| placed.item.model).collect();
    shown.sort_unstable();
    shown.dedup();
    if shown.len() < 2 {
        return name;
    }
    let variant = |model: &usize| {
        let id = &set.models[*model].id;
        id.rsplit('/').next().unwrap_or(id).to_owned()
    };
    let variants: Vec<String> = shown.iter().map(variant).collect();
    let name = model.title.clone().unwrap_or_else(|| {
        let family = model.id.rsplit_once('/');
        family.map_or_else(|| model.id.clone(), |(family, _)| family.to_owned())
    });
    let residual = places.map(|placed| placed.residual).fold(0.0, f64::max);
    let why = if residual >= OTHER_SET_UP {
        format!(
            "; another story is another set-up, so an item's difficulty is known to ±{residual:.2} logits only"
        )
    } else {
        String::new()
    };
    format!("{name} (mixed: {}{why})", variants.join(", "))
}

fn decision(cut: &str, quality: &DecisionQuality) -> DecisionView {
    let percent = |share: f64| format!("{:.0} %", 100.0 * share);
    let tries = quality.tries;
    let row = |row: &crate::parity::decision::PassRow| {
        vec![
            percent(row.share),
            percent(row.once),
            percent(row.within_tries),
        ]
    };
    let kappa = quality
        .kappa
        .map_or_else(String::new, |kappa| format!(", κ = {kappa:.2}"));
    let mut sentences = vec![format!(
        "A student who only guesses passes one form with probability {:.2} %, and within {tries} tries with {:.2} %.",
        100.0 * quality.guesser_passes,
        100.0 * quality.guesser_passes_within_tries
    )];
    if quality.form_a != quality.form_b {
        sentences.push(format!(
            "Of students spread normally around the cut (SD 1 logit), forms {} and {} decide alike about {}{kappa}; a student at or above the cut fails form {} and passes form {} with probability {}.",
            quality.form_a,
            quality.form_b,
            percent(quality.agreement),
            quality.form_a,
            quality.form_b,
            percent(quality.two_forms.master_fails_a_passes_b),
        ));
    }
    DecisionView {
        rule: format!(
            "{} of {} points pass (rule: {cut}), {} items, {tries} {}",
            quality.cut,
            quality.points,
            quality.items,
            if tries == 1 { "try" } else { "tries" },
        ),
        table: TableView {
            caption: "Who passes, by the share of such items that a student can do".to_owned(),
            columns: vec![
                column("Can do", true),
                column("Passes one form", true),
                column(&format!("Passes within {tries} tries"), true),
            ],
            rows: quality.table.iter().map(row).collect(),
        },
        sentences,
    }
}

fn no_decision() -> DecisionView {
    DecisionView {
        rule: "There is no form to decide with.".to_owned(),
        table: TableView {
            caption: String::new(),
            columns: Vec::new(),
            rows: Vec::new(),
        },
        sentences: Vec::new(),
    }
}

fn not_claimed() -> Vec<String> {
    [
        "No student has sat these forms. What is predicted rests on the features of the items and on the bank's weights for them, not on answers.",
        "Items of one model that look alike may still differ in how hard students find them; that doubt is the ± above, and it is much larger than the predicted difference.",
        "The decision table says what the mastery rule does to students of known ability. It says nothing about how many such students there are.",
    ]
    .map(str::to_owned)
    .to_vec()
}

fn method(set: &FormSet, report: &ParityReport) -> Vec<String> {
    let mut sentences = vec![format!(
        "Forms are compared at {}, ability {:+.2} logits.",
        report.reference.place.words(),
        report.reference.theta
    )];
    sentences.extend(report.notes.iter().map(|note| {
        let mut letters = note.chars();
        let first = letters
            .next()
            .map(|c| c.to_uppercase().to_string())
            .unwrap_or_default();
        format!("{first}{}.", letters.as_str().trim_end_matches('.'))
    }));
    sentences.extend(repeats(set));
    sentences.push("Difficulty by a linear logistic test model (Fischer 1973); score distributions by Lord and Wingersky (1984); all formulas in docs/explanation/parity.md.".to_owned());
    sentences
}
