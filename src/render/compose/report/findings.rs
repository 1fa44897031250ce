//! The table of findings.

use crate::parity::finding::{Finding, Statistic, Verdict, Worst};
use crate::parity::reference::Place;
use crate::parity::report::ParityReport;
use crate::render::compose::report::voice::Voice;
use crate::render::view::{FindingView, VerdictView};

/// A row for each finding.
pub fn findings(report: &ParityReport, voice: &Voice<'_>) -> Vec<FindingView> {
    let label = |form: usize| {
        let row = report.forms.get(form);
        row.map_or("", |row| row.label.as_str())
    };
    let place = report.reference.place;
    let rows = report.findings.iter().map(|row| &row.finding);
    rows.map(|finding| FindingView {
        name: voice.word(&format!("finding_{}", finding.statistic.key())),
        value: voice.found(finding.statistic, finding.value),
        tolerance: format!(
            "≤\u{a0}{}",
            voice.found(finding.statistic, finding.tolerance_green)
        ),
        direction: voice.forms_of(finding, place, label),
        verdict: verdict(finding.verdict),
    })
    .collect()
}

/// A verdict as pages show it.
pub fn verdict(verdict: Verdict) -> VerdictView {
    match verdict {
        Verdict::Green => VerdictView::Green,
        Verdict::Amber => VerdictView::Amber,
        Verdict::Red => VerdictView::Red,
    }
}

impl Voice<'_> {
    /// Counts as whole numbers, shares as percent, everything else with three places.
    fn found(&self, statistic: Statistic, value: f64) -> String {
        match statistic {
            Statistic::CutReachable
            | Statistic::Blueprint
            | Statistic::Alike
            | Statistic::SetUp
            | Statistic::KeyLetters
            | Statistic::SharedInstances
            | Statistic::SameNumber => self.fixed(value, 0),
            Statistic::SameLetter => self.fixed(value, 1),
            Statistic::Minutes
            | Statistic::Words
            | Statistic::AnswersSeen
            | Statistic::Information
            | Statistic::MeasurementError => self.percent(value, 1),
            Statistic::ExpectedScore
            | Statistic::PassProbability
            | Statistic::CurveNear
            | Statistic::CurveWide
            | Statistic::PlaceProbability
            | Statistic::JudgedWeight
            | Statistic::ReadingGrade
            | Statistic::KeyPosition
            | Statistic::KeyRank => self.fixed(value, 3),
        }
    }

    /// Which form is harder, or on which forms it shows; nothing where nothing differs.
    fn forms_of<'l>(
        &self,
        finding: &Finding,
        place: Place,
        label: impl Fn(usize) -> &'l str,
    ) -> String {
        if let Some(direction) = finding.direction {
            let values = [
                ("harder", label(direction.harder)),
                ("easier", label(direction.easier)),
                ("points", &*self.points(direction.points, 3)),
                ("place", &*self.place(place)),
            ];
            return match finding.statistic {
                Statistic::ExpectedScore => self.say("harder_at", &values),
                _ => self.say("harder_up_to", &values),
            };
        }
        match finding.worst {
            Some(Worst::Form(form)) => self.say("one_form", &[("form", label(form))]),
            Some(Worst::Pair(a, b)) => self.say("form_pair", &[("a", label(a)), ("b", label(b))]),
            None => String::new(),
        }
    }
}
