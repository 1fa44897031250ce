//! What may be said about a set of forms, and no more.

use std::fmt;

use crate::parity::compare::Comparison;
use crate::parity::facts::FormFacts;
use crate::parity::finding::{Statistic, Verdict};
use crate::parity::reference::Place;
use crate::parity::uncertainty::Uncertainty;

/// How much is known, and the numbers of the one sentence that it permits.
#[derive(Debug, Clone, PartialEq)]
pub enum EvidenceLevel {
    /// The forms do not even draw on the same item models.
    Nothing,
    /// Seeds only.
    E0,
    /// The blueprint is the same slot by slot.
    E1,
    /// Pinned features are the same, and predicted curves inside tolerance.
    E2 {
        /// Largest predicted difference, points.
        difference: f64,
        /// 95 % half-width of the true difference, points.
        half_width: f64,
        /// Where the forms were compared.
        place: Place,
    },
    /// Student data bound the difference.
    E3 {
        /// Responses.
        responses: u64,
        /// Lower bound, points.
        low: f64,
        /// Upper bound, points.
        high: f64,
    },
    /// The forms were linked by design.
    E4 {
        /// The form whose cut is given, and that cut.
        from: (String, f64),
        /// The form it is carried to, and the cut that matches.
        to: (String, f64),
        /// Standard error of equating at the cut, points.
        standard_error: f64,
    },
}

impl EvidenceLevel {
    /// The level that a comparison without student data reaches, at most E2.
    ///
    /// One form alone is E0: there is nothing it was compared with. "Inside
    /// tolerance" means green. Without a place that stands for the cut there
    /// is no difference at the cut to state, so no E2.
    pub fn of(forms: &[FormFacts], comparison: &Comparison, uncertainty: &Uncertainty) -> Self {
        let green = |statistic| {
            let finding = comparison.finding(statistic);
            finding.is_some_and(|finding| finding.verdict == Verdict::Green)
        };
        if !same_models(forms) {
            return Self::Nothing;
        }
        if forms.len() < 2 || !green(Statistic::Blueprint) {
            return Self::E0;
        }
        let place = comparison.reference.place;
        let placed = matches!(place, Place::Cut | Place::HalfPointBelowAll);
        let alike = [
            Statistic::Alike,
            Statistic::ExpectedScore,
            Statistic::CurveNear,
            Statistic::CurveWide,
            Statistic::Information,
        ];
        if !placed || !alike.into_iter().all(green) {
            return Self::E1;
        }
        Self::E2 {
            difference: uncertainty.predicted,
            half_width: uncertainty.half_width,
            place,
        }
    }

    /// The level's short name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Nothing => "none",
            Self::E0 => "E0",
            Self::E1 => "E1",
            Self::E2 { .. } => "E2",
            Self::E3 { .. } => "E3",
            Self::E4 { .. } => "E4",
        }
    }
}

/// The one sentence that may be printed.
impl fmt::Display for EvidenceLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => write!(f, "The forms do not draw on the same item models."),
            Self::E0 => write!(f, "Forms are random draws from the same item models."),
            Self::E1 => write!(
                f,
                "Same standard, skills, item types and points on every form."
            ),
            Self::E2 {
                difference,
                half_width,
                place,
            } => write!(
                f,
                "Predicted difficulty differs by at most {:.2} points at {} under the bank's \
                 difficulty model; without student data the true difference is expected within \
                 ±{half_width:.2} points (95 %).",
                rounded_up(*difference),
                place.words(),
            ),
            Self::E3 {
                responses,
                low,
                high,
            } => write!(
                f,
                "Student data (n = {responses}) bound the difference at the cut to \
                 [{low:.2}, {high:.2}] points."
            ),
            Self::E4 {
                from,
                to,
                standard_error,
            } => write!(
                f,
                "The cut on form {} that matches {} on form {} is {:.2} ± {standard_error:.2}.",
                to.0, from.1, from.0, to.1
            ),
        }
    }
}

/// To two places, upwards: "at most" must stay true of the rounded number.
pub fn rounded_up(points: f64) -> f64 {
    libm::ceil(points * 100.0) / 100.0
}

fn same_models(forms: &[FormFacts]) -> bool {
    let models = |form: &FormFacts| {
        let mut models: Vec<u32> = form.slots.iter().map(|slot| slot.model).collect();
        models.sort_unstable();
        models
    };
    let Some(first) = forms.first().map(models) else {
        return true;
    };
    forms.iter().all(|form| models(form) == first)
}

#[cfg(test)]
mod tests {
    use super::EvidenceLevel;
    use crate::parity::reference::Place;

    #[test]
    fn sentences_carry_their_numbers() {
        let e2 = EvidenceLevel::E2 {
            difference: 0.0006,
            half_width: 0.561,
            place: Place::Cut,
        };
        assert_eq!(
            e2.to_string(),
            "Predicted difficulty differs by at most 0.01 points at the mastery cut under the \
             bank's difficulty model; without student data the true difference is expected \
             within ±0.56 points (95 %)."
        );
        let e3 = EvidenceLevel::E3 {
            responses: 729,
            low: -0.314,
            high: 0.2,
        };
        assert_eq!(
            e3.to_string(),
            "Student data (n = 729) bound the difference at the cut to [-0.31, 0.20] points."
        );
        let e4 = EvidenceLevel::E4 {
            from: ("A".into(), 8.0),
            to: ("B".into(), 7.62),
            standard_error: 0.21,
        };
        assert_eq!(
            e4.to_string(),
            "The cut on form B that matches 8 on form A is 7.62 ± 0.21."
        );
    }
}
