//! The mastery cut: how many points pass, in exact integers.

use std::error::Error;
use std::fmt;

use serde::Serialize;

/// The share r of the points a student must reach, as an exact fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CutScore {
    numerator: u32,
    denominator: u32,
}

impl CutScore {
    /// 80 %, the usual cut of mastery learning (Bloom 1968).
    pub const USUAL: CutScore = CutScore {
        numerator: 80,
        denominator: 100,
    };

    /// The share as numerator and denominator.
    pub fn parts(&self) -> (u32, u32) {
        (self.numerator, self.denominator)
    }

    /// `numerator` of `denominator`: `new(9, 10)` is "9 of 10", `new(85, 100)`
    /// is "85 %", `new(875, 1000)` is "87.5 %".
    ///
    /// # Errors
    /// A share of 0, which every student reaches, or above 1, which none does.
    pub fn new(numerator: u32, denominator: u32) -> Result<Self, CutScoreError> {
        if numerator == 0 {
            return Err(CutScoreError::Nothing);
        }
        if numerator > denominator {
            return Err(CutScoreError::MoreThanAll {
                numerator,
                denominator,
            });
        }
        Ok(Self {
            numerator,
            denominator,
        })
    }

    /// `percent` of the points.
    ///
    /// # Errors
    /// As [`CutScore::new`].
    pub fn percent(percent: u32) -> Result<Self, CutScoreError> {
        Self::new(percent, 100)
    }

    /// Reads `9 of 10`, `80 %` or `87.5 %`; none if it is neither a share nor a percentage.
    pub fn written(text: &str) -> Option<Result<Self, CutScoreError>> {
        let (part, whole) = match (text.split_once(" of "), text.trim_end().strip_suffix('%')) {
            (Some((part, whole)), _) => (part.trim().parse().ok()?, whole.trim().parse().ok()?),
            (None, Some(percent)) => percent_of(percent.trim())?,
            (None, None) => return None,
        };
        Some(Self::new(part, whole))
    }

    /// The fewest whole points that pass: ceil(r·M), so that 85 % of 10 is 9
    /// and 29 % of 100 is 29 (a float product would say 30).
    pub fn points_of(&self, total: u64) -> u64 {
        let product = u128::from(self.numerator) * u128::from(total);
        // At most `total`, because the share is at most 1.
        u64::try_from(product.div_ceil(u128::from(self.denominator))).unwrap_or(total)
    }

    /// r as a float, for places on the ability scale only.
    pub fn share(&self) -> f64 {
        f64::from(self.numerator) / f64::from(self.denominator)
    }

    /// Whether every point is demanded.
    pub fn is_all(&self) -> bool {
        self.numerator == self.denominator
    }
}

/// `80` as 80 of 100, `87.5` as 875 of 1000.
fn percent_of(written: &str) -> Option<(u32, u32)> {
    match written.split_once('.') {
        None => Some((written.parse().ok()?, 100)),
        Some((whole, places)) => {
            let scale = 10_u32.checked_pow(u32::try_from(places.len()).ok()?)?;
            let part: u32 = format!("{whole}{places}").parse().ok()?;
            Some((part, scale.checked_mul(100)?))
        }
    }
}

impl fmt::Display for CutScore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.denominator {
            100 => write!(f, "{} %", self.numerator),
            whole => write!(f, "{} of {whole}", self.numerator),
        }
    }
}

/// Why a fraction is not a mastery cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CutScoreError {
    /// A cut of 0 points.
    Nothing,
    /// A cut above all points.
    MoreThanAll {
        /// The share's upper part.
        numerator: u32,
        /// The share's lower part.
        denominator: u32,
    },
}

impl fmt::Display for CutScoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => write!(f, "a mastery cut of 0 is passed by an empty page"),
            Self::MoreThanAll {
                numerator,
                denominator,
            } => write!(f, "nobody can reach {numerator} of {denominator}"),
        }
    }
}

impl Error for CutScoreError {}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, proptest};

    use super::{CutScore, CutScoreError};

    #[test]
    fn cuts_known_by_hand() {
        let points = |r: u32, total| CutScore::percent(r).unwrap().points_of(total);
        assert_eq!(points(85, 10), 9);
        assert_eq!(points(29, 100), 29);
        assert_eq!(points(80, 10), 8);
        assert_eq!(points(80, 7), 6);
        assert_eq!(points(100, 10), 10);
        assert_eq!(CutScore::new(9, 10).unwrap().points_of(20), 18);
        assert_eq!(CutScore::new(2, 3).unwrap().points_of(10), 7);
        assert_eq!(
            CutScore::new(1, u32::MAX).unwrap().points_of(u64::MAX),
            4_294_967_297
        );
    }

    #[test]
    fn impossible_cuts_are_refused() {
        assert_eq!(CutScore::new(0, 10), Err(CutScoreError::Nothing));
        assert_eq!(CutScore::new(0, 0), Err(CutScoreError::Nothing));
        assert!(CutScore::new(11, 10).is_err());
        assert!(CutScore::new(1, 0).is_err());
    }

    #[test]
    fn shares_as_authors_write_them() {
        let parts = |text| Some(CutScore::written(text)?.ok()?.parts());
        assert_eq!(parts("9 of 10"), Some((9, 10)));
        assert_eq!(parts("80 %"), Some((80, 100)));
        assert_eq!(parts("87.5%"), Some((875, 1000)));
        for bad in [
            "every criterion at 3",
            "11 of 10",
            "0 %",
            "80",
            "-8 of 10",
            "8.x %",
        ] {
            assert_eq!(parts(bad), None, "{bad}");
        }
    }

    #[test]
    fn it_reads_as_it_was_written() {
        assert_eq!(CutScore::percent(85).unwrap().to_string(), "85 %");
        assert_eq!(CutScore::new(9, 10).unwrap().to_string(), "9 of 10");
        for (part, whole) in [(80, 100), (9, 10), (875, 1000), (1, 1)] {
            let cut = CutScore::new(part, whole).unwrap();
            assert_eq!(CutScore::written(&cut.to_string()), Some(Ok(cut)));
        }
    }

    proptest! {
        /// c is the least whole number with c / M ≥ r.
        #[test]
        fn the_cut_is_the_least_score_that_reaches_the_share(
            a in 1_u32.., b in 1_u32.., total in any::<u64>()
        ) {
            let (numerator, denominator) = (a.min(b), a.max(b));
            let c = i128::from(CutScore::new(numerator, denominator).unwrap().points_of(total));
            let reached = |score: i128| {
                score * i128::from(denominator) >= i128::from(numerator) * i128::from(total)
            };
            assert!(reached(c));
            assert!(c == 0 || !reached(c - 1));
        }
    }
}
