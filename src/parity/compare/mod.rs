//! Sets forms against each other and against tolerances.
//!
//! No step looks at every pair of many forms: differences are judged through
//! the extreme forms, repeats through sorting, so a thousand forms cost a
//! hundred times what ten do.

pub mod content;
pub mod difficulty;
pub mod extremes;
pub mod keys;
pub mod overlap;

use std::error::Error;
use std::fmt;

use crate::bank::cut_score::CutScore;
use crate::difficulty::response::ItemResponse;
use crate::parity::compare::overlap::Coverage;
use crate::parity::curve::{Profile, total_points};
use crate::parity::facts::FormFacts;
use crate::parity::finding::{Finding, Statistic, Verdict, Worst};
use crate::parity::reference::{Place, Reference};
use crate::parity::score::pass_probability;

/// All that was found between the forms of a set.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The ability at which the forms were compared.
    pub reference: Reference,
    /// Item responses, form by form.
    pub responses: Vec<Vec<ItemResponse>>,
    /// Points that pass, form by form.
    pub cuts: Vec<u64>,
    /// What each form does at the reference ability.
    pub profiles: Vec<Profile>,
    /// P(pass) of each form at the reference ability.
    pub passes: Vec<f64>,
    /// Every statistic that applies.
    pub findings: Vec<Finding>,
    /// How many pairs the search for repeated answers saw.
    pub coverage: Coverage,
}

/// Compares forms at the mastery cut.
///
/// # Errors
/// No forms, or none with points; time or judged weights that are not numbers.
pub fn compare(forms: &[FormFacts], cut: CutScore) -> Result<Comparison, CompareError> {
    if forms.is_empty() {
        return Err(CompareError::NoForms);
    }
    for form in forms {
        let numbers = form.slots.iter().flat_map(|s| [s.minutes, s.judged_weight]);
        if let Some(bad) = numbers
            .chain(form.reading_grade.ok())
            .find(|x| !x.is_finite())
        {
            return Err(CompareError::NotANumber(form.label.clone(), bad));
        }
    }
    let responses: Vec<Vec<ItemResponse>> = forms.iter().map(FormFacts::responses).collect();
    let reference = Reference::of(&responses, cut).ok_or(CompareError::NoPoints)?;
    let theta = reference.theta;
    let cuts: Vec<u64> = responses
        .iter()
        .map(|form| cut.points_of(total_points(form)))
        .collect();
    let profiles: Vec<Profile> = responses
        .iter()
        .map(|form| Profile::at(form, theta))
        .collect();
    let passes: Vec<f64> = responses
        .iter()
        .zip(&cuts)
        .map(|(form, &cut)| pass_probability(form, theta, cut))
        .collect();
    let mut findings = vec![reachable(&reference)];
    findings.extend(difficulty::findings(&responses, theta, &profiles, &passes));
    findings.extend(content::findings(forms));
    findings.extend(keys::findings(forms));
    let (overlaps, coverage) = overlap::findings(forms);
    findings.extend(overlaps);
    Ok(Comparison {
        reference,
        responses,
        cuts,
        profiles,
        passes,
        findings,
        coverage,
    })
}

/// A cut of all points is a choice that only moves the place of comparison;
/// a cut beyond the reach of the items is a fault.
fn reachable(reference: &Reference) -> Finding {
    let missed = f64::from(u8::from(reference.place != Place::Cut));
    let mut finding = Finding::new(Statistic::CutReachable, missed, (0.0, Some(0.0)), None);
    if reference.place == Place::HalfPointBelowAll {
        finding.verdict = Verdict::Amber;
    }
    finding
}

impl Comparison {
    /// The finding on one statistic, if it applies to these forms.
    pub fn finding(&self, statistic: Statistic) -> Option<&Finding> {
        self.findings.iter().find(|f| f.statistic == statistic)
    }

    /// The worst traffic light.
    pub fn verdict(&self) -> Verdict {
        let lights = self.findings.iter().map(|finding| finding.verdict);
        lights.max().unwrap_or(Verdict::Green)
    }

    /// The harder and the easier form of the pair that differs most at the
    /// cut; the first two where none differs, one form twice where it is alone.
    pub fn widest_pair(&self) -> (usize, usize) {
        match self.finding(Statistic::ExpectedScore).and_then(|f| f.worst) {
            Some(Worst::Pair(harder, easier)) => (harder, easier),
            _ => (0, 1.min(self.responses.len() - 1)),
        }
    }
}

/// Why forms cannot be compared.
#[derive(Debug, Clone, PartialEq)]
pub enum CompareError {
    /// There are no forms.
    NoForms,
    /// No form gives a point.
    NoPoints,
    /// A form carries a time, weight or grade that is not a finite number.
    NotANumber(String, f64),
}

impl fmt::Display for CompareError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoForms => write!(f, "there are no forms to compare"),
            Self::NoPoints => write!(f, "the forms have no points"),
            Self::NotANumber(label, bad) => {
                write!(f, "form {label} has a time, weight or grade of {bad}")
            }
        }
    }
}

impl Error for CompareError {}
