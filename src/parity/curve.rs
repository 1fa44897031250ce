//! What a form as a whole does at one ability.
//!
//! TCC(θ) = Σ m P, VAR(θ) = Σ m² P Q, SEM = √VAR, TIF(θ) = Σ I
//! (Lord 1980, *Applications of Item Response Theory*, chapters 4 and 5).

use serde::Serialize;

use crate::difficulty::response::ItemResponse;

/// Test characteristic curve: the expected score in points at ability `theta`.
pub fn expected_score(form: &[ItemResponse], theta: f64) -> f64 {
    form.iter()
        .map(|item| f64::from(item.points()) * item.probability(theta))
        .sum()
}

/// The four form statistics at one ability.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Profile {
    /// TCC: expected score in points.
    pub expected_score: f64,
    /// VAR: variance of the score in squared points, ability held fixed.
    pub variance: f64,
    /// TIF: test information.
    pub information: f64,
}

impl Profile {
    /// The statistics of `form` at ability `theta`.
    pub fn at(form: &[ItemResponse], theta: f64) -> Self {
        let mut profile = Self {
            expected_score: 0.0,
            variance: 0.0,
            information: 0.0,
        };
        for item in form {
            let points = f64::from(item.points());
            let p = item.probability(theta);
            profile.expected_score += points * p;
            profile.variance += points * points * p * (1.0 - p);
            profile.information += item.information(theta);
        }
        profile
    }

    /// SEM: conditional standard error of measurement in points.
    pub fn sem(&self) -> f64 {
        libm::sqrt(self.variance)
    }
}

/// The most points a form gives.
pub fn total_points(form: &[ItemResponse]) -> u64 {
    form.iter().map(|item| u64::from(item.points())).sum()
}

#[cfg(test)]
mod tests {
    use super::{Profile, expected_score, total_points};
    use crate::difficulty::response::ItemResponse;

    #[test]
    fn two_items_by_hand() {
        // At θ = b an item without guessing has P = ½; weights 1 and 3.
        let form = [1, 3].map(|m| ItemResponse::new(1.0, 0.0, 0.0, m, 0.0).unwrap());
        let profile = Profile::at(&form, 0.0);
        assert_eq!(profile.expected_score, 2.0);
        assert_eq!(profile.variance, 0.25 + 9.0 * 0.25);
        assert_eq!(profile.information, 0.5);
        assert_eq!(profile.sem(), 2.5_f64.sqrt());
        assert_eq!(total_points(&form), 4);
    }

    #[test]
    fn abler_students_expect_more() {
        let form = [-1.0, 0.0, 2.0].map(|b| ItemResponse::new(0.8, b, 0.2, 2, 0.0).unwrap());
        let scores: Vec<f64> = (-80..=80)
            .map(|k| expected_score(&form, f64::from(k) / 10.0))
            .collect();
        assert!(scores.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
