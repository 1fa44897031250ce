//! The ability at which forms are compared: where the mastery cut lies.

use std::error::Error;
use std::fmt;

use serde::Serialize;

use crate::bank::cut_score::CutScore;
use crate::difficulty::response::ItemResponse;
use crate::parity::curve::total_points;

/// Abilities outside ±8 logits do not occur: P is then within 0.0004 of its
/// end for any item of middling difficulty.
pub const ABILITY_LIMIT: f64 = 8.0;

/// Why no ability expects exactly the share of points the cut demands.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum CutUnreachable {
    /// There are no forms, or no points on them.
    NothingToScore,
    /// The cut is all points; the expected score only approaches that.
    AllPoints,
    /// Guessing alone is expected to reach the cut.
    GuessingPasses {
        /// Points the cut demands, r·M.
        target: f64,
        /// Expected points of a student who only guesses.
        guessed: f64,
    },
    /// Even at −8 logits more than the cut is expected.
    TooEasy,
    /// Even at +8 logits less than the cut is expected.
    TooHard,
}

impl fmt::Display for CutUnreachable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the cut cannot be reached: ")?;
        match self {
            Self::NothingToScore => write!(f, "the forms have no points"),
            Self::AllPoints => write!(
                f,
                "it is all points, and however able a student is, the expected score stays below that"
            ),
            Self::GuessingPasses { target, guessed } => write!(
                f,
                "{guessed:.2} points are expected from guessing alone, and the cut is {target:.2}"
            ),
            Self::TooEasy => write!(f, "every student is expected to be above it"),
            Self::TooHard => write!(f, "every student is expected to be below it"),
        }
    }
}

impl Error for CutUnreachable {}

/// θ_cut: the ability whose expected score, averaged over `forms`, is r·M
/// (M averaged too), to about 1e-12 logit.
///
/// # Errors
/// No such ability lies within ±8 logits; the error says why.
pub fn cut_ability<F: AsRef<[ItemResponse]>>(
    forms: &[F],
    cut: CutScore,
) -> Result<f64, CutUnreachable> {
    let mean = MeanCurve::of(forms).ok_or(CutUnreachable::NothingToScore)?;
    if cut.is_all() {
        return Err(CutUnreachable::AllPoints);
    }
    let target = cut.share() * mean.total;
    if target <= mean.guessed {
        return Err(CutUnreachable::GuessingPasses {
            target,
            guessed: mean.guessed,
        });
    }
    if mean.at(-ABILITY_LIMIT).0 > target {
        return Err(CutUnreachable::TooEasy);
    }
    mean.ability_for(target).ok_or(CutUnreachable::TooHard)
}

/// What the reference ability stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// The mastery cut itself.
    Cut,
    /// Half a point below full marks, the place nearest a cut of all points.
    HalfPointBelowAll,
    /// Halfway between what guessing gives and full marks.
    Midpoint,
    /// The end of the scale, because the items suit no student.
    EndOfScale,
}

impl Place {
    /// The place in words, to follow "at".
    pub fn words(self) -> &'static str {
        match self {
            Self::Cut => "the mastery cut",
            Self::HalfPointBelowAll => "half a point below full marks",
            Self::Midpoint => "the middle of the score scale",
            Self::EndOfScale => "the end of the ability scale",
        }
    }
}

/// Where forms are compared.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Reference {
    /// Ability in logits.
    pub theta: f64,
    /// What stands at that ability.
    pub place: Place,
    /// Why it is not the cut itself, where it is not.
    pub unreachable: Option<CutUnreachable>,
}

impl Reference {
    /// θ_cut where it exists; otherwise a stated stand-in: half a point below
    /// full marks for a cut of all points, else the middle of the score scale.
    /// `None` when there is nothing to score.
    pub fn of<F: AsRef<[ItemResponse]>>(forms: &[F], cut: CutScore) -> Option<Self> {
        let why = match cut_ability(forms, cut) {
            Ok(theta) => {
                return Some(Self {
                    theta,
                    place: Place::Cut,
                    unreachable: None,
                });
            }
            Err(why) => why,
        };
        let mean = MeanCurve::of(forms)?;
        let half_below = match why {
            CutUnreachable::AllPoints => mean.ability_for(mean.total - 0.5),
            _ => None,
        };
        let middle = f64::midpoint(mean.guessed, mean.total);
        let (theta, place) = match (half_below, mean.ability_for(middle)) {
            (Some(theta), _) => (theta, Place::HalfPointBelowAll),
            (None, Some(theta)) => (theta, Place::Midpoint),
            (None, None) if mean.at(0.0).0 < middle => (ABILITY_LIMIT, Place::EndOfScale),
            (None, None) => (-ABILITY_LIMIT, Place::EndOfScale),
        };
        Some(Self {
            theta,
            place,
            unreachable: Some(why),
        })
    }
}

/// The mean test characteristic curve of several forms.
struct MeanCurve<'a, F> {
    forms: &'a [F],
    total: f64,
    guessed: f64,
}

impl<'a, F: AsRef<[ItemResponse]>> MeanCurve<'a, F> {
    fn of(forms: &'a [F]) -> Option<Self> {
        let points: u64 = forms.iter().map(|form| total_points(form.as_ref())).sum();
        if points == 0 {
            return None;
        }
        let mut mean = Self {
            forms,
            total: points as f64 / forms.len() as f64,
            guessed: 0.0,
        };
        mean.guessed = mean.average(|item| item.guessing());
        Some(mean)
    }

    fn average(&self, of_item: impl Fn(&ItemResponse) -> f64) -> f64 {
        let items = self.forms.iter().flat_map(AsRef::as_ref);
        let sum: f64 = items
            .map(|item| f64::from(item.points()) * of_item(item))
            .sum();
        sum / self.forms.len() as f64
    }

    /// Expected score and its derivative.
    fn at(&self, theta: f64) -> (f64, f64) {
        (
            self.average(|item| item.probability(theta)),
            self.average(|item| item.slope(theta)),
        )
    }

    /// The ability that expects `target` points. The curve rises strictly, so
    /// bisection on ±8 cannot fail; Newton's step is taken where it stays
    /// inside the bracket, which saves nine evaluations in ten.
    fn ability_for(&self, target: f64) -> Option<f64> {
        let (mut low, mut high) = (-ABILITY_LIMIT, ABILITY_LIMIT);
        if self.at(low).0 > target || self.at(high).0 < target {
            return None;
        }
        let mut theta = 0.0;
        for _ in 0..200 {
            let (score, slope) = self.at(theta);
            if score < target {
                low = theta;
            } else {
                high = theta;
            }
            let newton = theta - (score - target) / slope;
            let next = if newton > low && newton < high {
                newton
            } else {
                f64::midpoint(low, high)
            };
            if libm::fabs(next - theta) <= 1e-13 * (1.0 + libm::fabs(theta)) {
                return Some(next);
            }
            theta = next;
        }
        Some(theta)
    }
}

#[cfg(test)]
mod tests {
    use super::{CutUnreachable, Place, Reference, cut_ability};
    use crate::bank::cut_score::CutScore;
    use crate::difficulty::response::ItemResponse;
    use crate::parity::curve::expected_score;

    fn form(b: f64, c: f64, n: usize) -> Vec<ItemResponse> {
        vec![ItemResponse::new(1.0, b, c, 1, 0.0).unwrap(); n]
    }

    fn cut(percent: u32) -> CutScore {
        CutScore::percent(percent).unwrap()
    }

    #[test]
    fn equal_items_have_a_closed_form() {
        let theta = cut_ability(&[form(0.0, 0.0, 10)], cut(80)).unwrap();
        assert!((theta - 4.0_f64.ln()).abs() < 1e-12);
        // P = ¼ + ¾L = 0.8 needs L = 11/15, odds 11/4.
        let theta = cut_ability(&[form(-3.0, 0.25, 7)], cut(80)).unwrap();
        assert!((theta - (2.75_f64.ln() - 3.0)).abs() < 1e-12);
    }

    #[test]
    fn the_cut_lies_on_the_mean_curve() {
        let forms = [form(-1.0, 0.0, 4), form(2.0, 0.25, 4), form(5.0, 0.0, 4)];
        let theta = cut_ability(&forms, cut(70)).unwrap();
        let mean: f64 = forms.iter().map(|f| expected_score(f, theta)).sum::<f64>() / 3.0;
        assert!((mean - 2.8).abs() < 1e-11);
    }

    #[test]
    fn an_unreachable_cut_says_why() {
        let why =
            |form: Vec<ItemResponse>, percent| cut_ability(&[form], cut(percent)).unwrap_err();
        assert_eq!(why(form(0.0, 0.0, 0), 80), CutUnreachable::NothingToScore);
        assert_eq!(why(form(0.0, 0.0, 10), 100), CutUnreachable::AllPoints);
        assert_eq!(
            why(form(0.0, 0.5, 10), 50),
            CutUnreachable::GuessingPasses {
                target: 5.0,
                guessed: 5.0
            }
        );
        assert_eq!(why(form(-20.0, 0.0, 10), 80), CutUnreachable::TooEasy);
        assert_eq!(why(form(20.0, 0.0, 10), 80), CutUnreachable::TooHard);
        let none: [Vec<ItemResponse>; 0] = [];
        assert_eq!(
            cut_ability(&none, cut(80)),
            Err(CutUnreachable::NothingToScore)
        );
    }

    #[test]
    fn without_a_cut_the_stand_in_is_named() {
        let full = Reference::of(&[form(0.0, 0.0, 10)], cut(100)).unwrap();
        assert_eq!(full.place, Place::HalfPointBelowAll);
        assert!((full.theta - 19.0_f64.ln()).abs() < 1e-12);
        let guessed = Reference::of(&[form(0.3, 0.5, 10)], cut(40)).unwrap();
        assert_eq!(guessed.place, Place::Midpoint);
        assert!((guessed.theta - 0.3).abs() < 1e-12);
        let hard = Reference::of(&[form(30.0, 0.0, 10)], cut(80)).unwrap();
        assert_eq!((hard.theta, hard.place), (8.0, Place::EndOfScale));
    }
}
