//! The parity report: everything that was computed, ready to be shown.

use serde::Serialize;

use crate::bank::cut_score::CutScore;
use crate::difficulty::response::ItemResponse;
use crate::parity::compare::overlap::Coverage;
use crate::parity::compare::{CompareError, Comparison, compare};
use crate::parity::curve::total_points;
use crate::parity::evidence::EvidenceLevel;
use crate::parity::facts::FormFacts;
use crate::parity::finding::{Finding, Statistic, Verdict, Worst};
use crate::parity::quality::DecisionQuality;
use crate::parity::reference::{Place, Reference};
use crate::parity::remark::Remark;
use crate::parity::uncertainty::Uncertainty;

/// All that may be said about a set of forms before students have sat it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ParityReport {
    /// Short name of the evidence level.
    pub evidence: &'static str,
    /// The one claim that level permits.
    pub sentence: String,
    /// The worst traffic light among the findings.
    pub verdict: Verdict,
    /// The mastery rule as written: "80 %", "9 of 10".
    pub cut: String,
    /// Where the forms were compared.
    pub reference: Reference,
    /// Each statistic with its tolerance.
    pub findings: Vec<FindingRow>,
    /// The sum of the ranges of all places, points at the reference ability: no two forms of these
    /// items can differ by more.
    pub bound: f64,
    /// Each form in numbers.
    pub forms: Vec<FormRow>,
    /// Each place in numbers.
    pub slots: Vec<SlotRow>,
    /// What the mastery rule is worth.
    pub decision: Option<DecisionQuality>,
    /// How far prediction may be off.
    pub uncertainty: Uncertainty,
    /// Pairs compared for repeated answers.
    pub coverage: Coverage,
    /// What the reader must know to read the numbers rightly.
    pub notes: Vec<String>,
    /// The evidence level with its numbers.
    #[serde(skip)]
    pub level: EvidenceLevel,
    /// What `notes` says.
    #[serde(skip)]
    pub remarks: Vec<Remark>,
}

/// A finding in numbers and words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FindingRow {
    /// The numbers.
    #[serde(flatten)]
    pub finding: Finding,
    /// The statistic in words.
    pub title: &'static str,
    /// Which forms, in words; empty where nothing differs.
    pub detail: String,
}

/// One place in numbers, over all forms at the reference ability.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct SlotRow {
    /// The least probability of a right answer.
    pub low: f64,
    /// The largest.
    pub high: f64,
    /// Their difference, in points.
    pub range: f64,
}

/// One form in numbers, at the reference ability.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FormRow {
    /// The form's name.
    pub label: String,
    /// Points on the form.
    pub points: u64,
    /// Points that pass.
    pub cut: u64,
    /// Expected score, points.
    pub expected_score: f64,
    /// Expected score less the mean over forms, points; negative is harder.
    pub from_mean: f64,
    /// Standard error of measurement, points.
    pub sem: f64,
    /// Test information.
    pub information: f64,
    /// Probability to pass.
    pub pass_probability: f64,
    /// Estimated time, minutes.
    pub minutes: f64,
    /// Words.
    pub words: u64,
    /// School grade that the text reads at; none where the formula does not hold.
    pub reading_grade: Option<f64>,
}

impl ParityReport {
    /// Compares `forms` at `cut`; `tries` is how many sittings a student has.
    ///
    /// # Errors
    /// As [`compare`].
    pub fn of(forms: &[FormFacts], cut: CutScore, tries: u32) -> Result<Self, CompareError> {
        let comparison = compare(forms, cut)?;
        let label = |k: usize| forms.get(k).map_or_else(String::new, |f| f.label.clone());
        let predicted = comparison.finding(Statistic::ExpectedScore);
        let uncertainty = Uncertainty::of(
            &comparison.responses,
            comparison.reference.theta,
            predicted.map_or(0.0, |finding| finding.value),
        );
        let level = EvidenceLevel::of(forms, &comparison, &uncertainty);
        let findings = comparison.findings.iter().map(|finding| FindingRow {
            finding: *finding,
            title: finding.statistic.title(),
            detail: detail(finding, comparison.reference.place, label),
        });
        let slots = slot_rows(&comparison);
        let remarks = Remark::of(forms, &comparison);
        Ok(Self {
            evidence: level.name(),
            sentence: level.to_string(),
            verdict: comparison.verdict(),
            cut: cut.to_string(),
            reference: comparison.reference,
            findings: findings.collect(),
            bound: slots.iter().map(|slot| slot.range).sum(),
            forms: form_rows(forms, &comparison),
            slots,
            decision: DecisionQuality::of(&comparison, label, tries),
            uncertainty,
            coverage: comparison.coverage,
            notes: remarks.iter().map(Remark::to_string).collect(),
            level,
            remarks,
        })
    }
}

fn detail(finding: &Finding, place: Place, label: impl Fn(usize) -> String) -> String {
    if let Some(direction) = finding.direction {
        let (harder, easier) = (label(direction.harder), label(direction.easier));
        let points = direction.points;
        return match finding.statistic {
            Statistic::ExpectedScore => format!(
                "form {harder} is predicted harder than form {easier} by {points:.3} points at {}",
                place.words()
            ),
            _ => format!(
                "form {harder} is predicted harder than form {easier} by up to {points:.3} points"
            ),
        };
    }
    match finding.worst {
        Some(Worst::Form(k)) => format!("form {}", label(k)),
        Some(Worst::Pair(a, b)) => format!("forms {} and {}", label(a), label(b)),
        None => String::new(),
    }
}

fn form_rows(forms: &[FormFacts], comparison: &Comparison) -> Vec<FormRow> {
    let profiles = &comparison.profiles;
    let scores: f64 = profiles.iter().map(|profile| profile.expected_score).sum();
    let mean = scores / profiles.len() as f64;
    forms
        .iter()
        .enumerate()
        .map(|(k, form)| FormRow {
            label: form.label.clone(),
            points: total_points(&comparison.responses[k]),
            cut: comparison.cuts[k],
            expected_score: profiles[k].expected_score,
            from_mean: profiles[k].expected_score - mean,
            sem: profiles[k].sem(),
            information: profiles[k].information,
            pass_probability: comparison.passes[k],
            minutes: form.minutes(),
            words: form.words(),
            reading_grade: form.reading_grade.ok(),
        })
        .collect()
}

fn slot_rows(comparison: &Comparison) -> Vec<SlotRow> {
    let theta = comparison.reference.theta;
    let places = comparison.responses.iter().map(Vec::len).max().unwrap_or(0);
    (0..places)
        .map(|at| {
            let items = || comparison.responses.iter().filter_map(|form| form.get(at));
            let over = |of: &dyn Fn(&ItemResponse) -> f64| {
                let values = items().map(of);
                values.fold((f64::MAX, f64::MIN), |(low, high), p| {
                    (low.min(p), high.max(p))
                })
            };
            let (low, high) = over(&|item| item.probability(theta));
            let (least, most) = over(&|item| f64::from(item.points()) * item.probability(theta));
            SlotRow {
                low,
                high,
                range: most - least,
            }
        })
        .collect()
}
