//! Which of several results of a standard is recorded.

use crate::bank::cut_score::CutScore;
use crate::pool::points::Points;

/// A result: points earned of points possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// The points earned.
    pub earned: Points,
    /// The points possible.
    pub possible: Points,
}

/// How several results become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkRule {
    /// The first result that shows mastery replaces all others; until then the last one stands.
    Replaces,
    /// The last result stands.
    Latest,
    /// The highest share of the points stands.
    Highest,
    /// All points earned of all points possible. Only where it is asked for: it keeps what was
    /// not known at first against a student who knows it now.
    Average,
}

/// What is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded {
    /// The result.
    pub score: Score,
    /// Whether it shows mastery.
    pub mastered: bool,
}

impl MarkRule {
    /// Every rule with its name in `pool.yaml`.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("replaces", Self::Replaces),
        ("latest", Self::Latest),
        ("highest", Self::Highest),
        ("average", Self::Average),
    ];

    /// What is recorded of results in the order in which they came; none of none, and none where
    /// an average is beyond exact numbers.
    pub fn recorded(self, scores: &[Score], cut: CutScore) -> Option<Recorded> {
        let last = scores.last().copied()?;
        let score = match self {
            Self::Replaces => {
                let mut scores = scores.iter().copied();
                scores.find(|score| score.reaches(cut)).unwrap_or(last)
            }
            Self::Latest => last,
            Self::Highest => {
                let higher = |best: Score, score: &Score| {
                    if score.exceeds(best) { *score } else { best }
                };
                scores[1..].iter().fold(scores[0], higher)
            }
            Self::Average => Score {
                earned: Points::sum(scores.iter().map(|score| score.earned))?,
                possible: Points::sum(scores.iter().map(|score| score.possible))?,
            },
        };
        Some(Recorded {
            score,
            mastered: score.reaches(cut),
        })
    }
}

impl Score {
    /// Whether this is as large a share as the cut asks for: of whole points the least number
    /// that reaches the share.
    pub fn reaches(self, cut: CutScore) -> bool {
        let (part, whole) = cut.parts();
        let ((earned, under), (possible, over)) = (self.earned.parts(), self.possible.parts());
        if possible == 0 {
            return false;
        }
        // earned/under ≥ part/whole · possible/over, in whole numbers below 2¹²⁸.
        let [earned, under, possible, over] = [earned, under, possible, over].map(u128::from);
        earned * over * u128::from(whole) >= u128::from(part) * possible * under
    }

    /// Whether this is a larger share than `other`.
    fn exceeds(self, other: Self) -> bool {
        let parts = |points: Points| {
            let (over, under) = points.parts();
            (u128::from(over), u128::from(under))
        };
        let ((a, b), (c, d)) = (parts(self.earned), parts(self.possible));
        let ((e, f), (g, h)) = (parts(other.earned), parts(other.possible));
        // (a/b)/(c/d) > (e/f)/(g/h); each product of three is below 2⁹⁶, of four may not fit.
        match ((a * d).checked_mul(f * g), (e * h).checked_mul(b * c)) {
            (Some(own), Some(others)) => own > others,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MarkRule, Score};
    use crate::bank::cut_score::CutScore;
    use crate::pool::points::Points;

    fn score(earned: u32, possible: u32) -> Score {
        Score {
            earned: Points::whole(earned),
            possible: Points::whole(possible),
        }
    }

    /// Worked out by hand for a cut of 80 % of 5, which is 4.
    #[test]
    fn each_rule_records_what_it_says() {
        let cut = CutScore::percent(80).unwrap();
        let tries = [score(3, 5), score(4, 5), score(2, 5)];
        let recorded = |rule: MarkRule, scores: &[Score]| {
            let recorded = rule.recorded(scores, cut).unwrap();
            (recorded.score, recorded.mastered)
        };
        assert_eq!(recorded(MarkRule::Replaces, &tries), (score(4, 5), true));
        assert_eq!(
            recorded(MarkRule::Replaces, &tries[..1]),
            (score(3, 5), false)
        );
        assert_eq!(recorded(MarkRule::Latest, &tries), (score(2, 5), false));
        assert_eq!(recorded(MarkRule::Highest, &tries), (score(4, 5), true));
        assert_eq!(recorded(MarkRule::Average, &tries), (score(9, 15), false));
        assert_eq!(MarkRule::Latest.recorded(&[], cut), None);
    }

    #[test]
    fn the_cut_of_odd_totals_is_the_least_score_that_reaches_it() {
        let cut = CutScore::percent(85).unwrap();
        assert!(!score(8, 10).reaches(cut));
        assert!(score(9, 10).reaches(cut));
        assert!(!score(0, 0).reaches(cut));
        let half = Score {
            earned: "8.5".parse().unwrap(),
            possible: Points::whole(10),
        };
        assert!(half.reaches(cut));
    }
}
