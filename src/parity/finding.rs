//! One compared statistic: what was found, what is allowed, which forms.

use std::fmt;

use serde::Serialize;

/// What is compared. The order is the order of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Statistic {
    /// Does some ability expect exactly the cut?
    CutReachable,
    /// Difference of expected scores at the cut, points.
    ExpectedScore,
    /// Difference of pass probabilities at the cut.
    PassProbability,
    /// Largest difference of expected scores within 1 logit of the cut, points.
    CurveNear,
    /// Largest difference of expected scores within 2 logits of the cut, points.
    CurveWide,
    /// Largest difference at one place of the probability of a right answer, at the cut.
    PlaceProbability,
    /// Ratio of test information at the cut, less 1.
    Information,
    /// Ratio of standard errors of measurement at the cut, less 1.
    MeasurementError,
    /// Places whose standard, item model, response type or points differ.
    Blueprint,
    /// Places whose pinned features differ.
    Alike,
    /// Places whose story or set-up differs, where an author mixes variants.
    SetUp,
    /// Difference at one place that rests on judged weights, logits.
    JudgedWeight,
    /// Estimated time, relative difference.
    Minutes,
    /// Words, relative difference.
    Words,
    /// School grade the text reads at, difference.
    ReadingGrade,
    /// Forms whose key letters are unbalanced, run or cycle.
    KeyLetters,
    /// How much one position is preferred for the key, over all forms.
    KeyPosition,
    /// How much one rank by value is preferred for the key, over all forms.
    KeyRank,
    /// Places with the same key letter on two forms.
    SameLetter,
    /// Instances that stand more than once in the set.
    SharedInstances,
    /// Places with the same numeric answer on two forms.
    SameNumber,
    /// Share of one form's answers that were seen on another.
    AnswersSeen,
}

impl Statistic {
    /// Every statistic, in the order of the report.
    pub const ALL: [Self; 22] = [
        Self::CutReachable,
        Self::ExpectedScore,
        Self::PassProbability,
        Self::CurveNear,
        Self::CurveWide,
        Self::PlaceProbability,
        Self::Information,
        Self::MeasurementError,
        Self::Blueprint,
        Self::Alike,
        Self::SetUp,
        Self::JudgedWeight,
        Self::Minutes,
        Self::Words,
        Self::ReadingGrade,
        Self::KeyLetters,
        Self::KeyPosition,
        Self::KeyRank,
        Self::SameLetter,
        Self::SharedInstances,
        Self::SameNumber,
        Self::AnswersSeen,
    ];

    /// The name for programs and for catalogues of messages; it never changes.
    pub fn key(self) -> &'static str {
        match self {
            Self::CutReachable => "cut_reachable",
            Self::ExpectedScore => "expected_score",
            Self::PassProbability => "pass_probability",
            Self::CurveNear => "curve_near",
            Self::CurveWide => "curve_wide",
            Self::PlaceProbability => "place_probability",
            Self::Information => "information",
            Self::MeasurementError => "measurement_error",
            Self::Blueprint => "blueprint",
            Self::Alike => "alike",
            Self::SetUp => "set_up",
            Self::JudgedWeight => "judged_weight",
            Self::Minutes => "minutes",
            Self::Words => "words",
            Self::ReadingGrade => "reading_grade",
            Self::KeyLetters => "key_letters",
            Self::KeyPosition => "key_position",
            Self::KeyRank => "key_rank",
            Self::SameLetter => "same_letter",
            Self::SharedInstances => "shared_instances",
            Self::SameNumber => "same_number",
            Self::AnswersSeen => "answers_seen",
        }
    }

    /// The statistic in words, with its unit.
    pub fn title(self) -> &'static str {
        match self {
            Self::CutReachable => "mastery cut within reach of the expected score",
            Self::ExpectedScore => "expected score at the cut (points)",
            Self::PassProbability => "pass probability at the cut",
            Self::CurveNear => "expected score within 1 logit of the cut (points)",
            Self::CurveWide => "expected score within 2 logits of the cut (points)",
            Self::PlaceProbability => "probability of a right answer at the same place, at the cut",
            Self::Information => "test information at the cut (ratio − 1)",
            Self::MeasurementError => "standard error of measurement at the cut (ratio − 1)",
            Self::Blueprint => "blueprint: standard, item model, response type, points (places)",
            Self::Alike => "features pinned with `alike` (places)",
            Self::SetUp => "story or set-up, mixed between forms (places)",
            Self::JudgedWeight => "difference resting on judged weights (logits)",
            Self::Minutes => "estimated time (relative)",
            Self::Words => "words (relative)",
            Self::ReadingGrade => "reading grade",
            Self::KeyLetters => "key letters unbalanced, running or cycling (forms)",
            Self::KeyPosition => "preferred position of the key",
            Self::KeyRank => "preferred rank of the key by value",
            Self::SameLetter => "same key letter at the same place (places)",
            Self::SharedInstances => "instances used more than once",
            Self::SameNumber => "same numeric answer at the same place (places)",
            Self::AnswersSeen => "answers already seen on another form (share)",
        }
    }
}

/// Traffic light of one finding, or of a whole report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Inside the tolerance.
    Green,
    /// Outside, to be looked at.
    Amber,
    /// Too far: the forms should not be used together.
    Red,
}

impl Verdict {
    /// Green up to `green`, red above `red`. What is not a number is red.
    pub fn of(value: f64, green: f64, red: Option<f64>) -> Self {
        let bearable = red.is_none_or(|red| value <= red);
        match (value <= green, bearable) {
            (true, _) => Self::Green,
            (false, true) if !value.is_nan() => Self::Amber,
            (false, _) => Self::Red,
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Green => "green",
            Self::Amber => "amber",
            Self::Red => "red",
        })
    }
}

/// Which forms a finding is about, as positions in the input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Worst {
    /// A fault of one form.
    Form(usize),
    /// A difference between two forms.
    Pair(usize, usize),
}

/// Which of two forms is harder.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Direction {
    /// The form that expects fewer points.
    pub harder: usize,
    /// The form that expects more.
    pub easier: usize,
    /// By how many points.
    pub points: f64,
}

/// One compared statistic.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Finding {
    /// What was compared.
    pub statistic: Statistic,
    /// The worst value found, in the unit the statistic's title names.
    pub value: f64,
    /// Up to here the finding is green.
    pub tolerance_green: f64,
    /// Above this it is red; `None` if it never is.
    pub tolerance_red: Option<f64>,
    /// The traffic light.
    pub verdict: Verdict,
    /// Where the worst value was found; `None` where nothing differs.
    pub worst: Option<Worst>,
    /// For expected scores: which form is harder.
    pub direction: Option<Direction>,
}

impl Finding {
    /// A finding judged by its tolerances alone. Where `red` lies below
    /// `green`, as it can for very long forms, the stricter one counts.
    pub fn new(
        statistic: Statistic,
        value: f64,
        (green, red): (f64, Option<f64>),
        worst: Option<Worst>,
    ) -> Self {
        let green = red.map_or(green, |red| green.min(red));
        Self {
            statistic,
            value,
            tolerance_green: green,
            tolerance_red: red,
            verdict: Verdict::of(value, green, red),
            worst: worst.filter(|_| value != 0.0),
            direction: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Finding, Statistic, Verdict, Worst};

    #[test]
    fn keys_are_the_names_in_the_json() {
        for statistic in Statistic::ALL {
            assert_eq!(serde_json::json!(statistic), statistic.key());
        }
    }

    #[test]
    fn lights_follow_the_tolerances() {
        let light = |value| Verdict::of(value, 0.05, Some(0.10));
        assert_eq!(light(0.05), Verdict::Green);
        assert_eq!(light(0.06), Verdict::Amber);
        assert_eq!(light(0.10), Verdict::Amber);
        assert_eq!(light(0.11), Verdict::Red);
        assert_eq!(light(f64::NAN), Verdict::Red);
        assert_eq!(Verdict::of(9.0, 0.3, None), Verdict::Amber);
        assert_eq!(Verdict::of(f64::NAN, 0.3, None), Verdict::Red);
        assert!(Verdict::Green < Verdict::Amber && Verdict::Amber < Verdict::Red);
    }

    #[test]
    fn the_stricter_tolerance_counts() {
        let finding = Finding::new(
            Statistic::ExpectedScore,
            0.6,
            (0.7, Some(0.5)),
            Some(Worst::Pair(0, 1)),
        );
        assert_eq!(finding.verdict, Verdict::Red);
        assert_eq!(finding.tolerance_green, 0.5);
    }

    #[test]
    fn no_difference_names_no_form() {
        let worst = Some(Worst::Pair(0, 1));
        assert_eq!(
            Finding::new(Statistic::Alike, 0.0, (0.0, Some(0.0)), worst).worst,
            None
        );
        assert_eq!(
            Finding::new(Statistic::Alike, 1.0, (0.0, Some(0.0)), worst).worst,
            worst
        );
    }
}
