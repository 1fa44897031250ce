//! The item response function: how likely a student of a given ability is to
//! get one item right.
//!
//! Three-parameter logistic model (Birnbaum 1968, in Lord & Novick,
//! *Statistical Theories of Mental Test Scores*). Ability and difficulty are
//! logits on one scale; larger means abler, and harder.

use std::error::Error;
use std::fmt;

use serde::Serialize;

/// The most points one item may carry. A bound keeps the score distribution,
/// whose length is the number of points on the form, small.
pub const MAX_POINTS: u32 = 1_000;

/// Guessing is never assumed likelier than tossing a coin.
pub const MAX_GUESSING: f64 = 0.5;

/// Positive nodes and weights of the 10-point Gauss–Hermite rule
/// ∫ exp(−x²) f(x) dx ≈ Σ w·(f(x) + f(−x)) (Abramowitz & Stegun 1964,
/// table 25.10).
const GAUSS_HERMITE: [(f64, f64); 5] = [
    (0.342_901_327_223_704_6, 0.610_862_633_735_325_8),
    (1.036_610_829_789_513_6, 0.240_138_611_082_314_7),
    (1.756_683_649_299_881_8, 0.033_874_394_455_481_06),
    (2.532_731_674_232_79, 0.001_343_645_746_781_233),
    (3.436_159_118_837_737_4, 7.640_432_855_232_62e-6),
];

/// The numbers that decide how students respond to one item.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ItemResponse {
    discrimination: f64,
    difficulty: f64,
    guessing: f64,
    points: u32,
    residual_sd: f64,
}

impl ItemResponse {
    /// An item with slope `discrimination` (a, 1 until calibrated),
    /// `difficulty` (b, logits), `guessing` (c, clamped to [0, ½]), `points`
    /// (m, all or nothing) and `residual_sd` (τ, logits: how far the true
    /// difficulty may lie from the predicted one without student data).
    ///
    /// # Errors
    /// A number that is not finite, a slope that is not positive, a negative
    /// τ, or more than [`MAX_POINTS`] points.
    pub fn new(
        discrimination: f64,
        difficulty: f64,
        guessing: f64,
        points: u32,
        residual_sd: f64,
    ) -> Result<Self, ResponseError> {
        if !(discrimination.is_finite() && discrimination > 0.0) {
            return Err(ResponseError::Discrimination(discrimination));
        }
        if !difficulty.is_finite() {
            return Err(ResponseError::Difficulty(difficulty));
        }
        if guessing.is_nan() {
            return Err(ResponseError::Guessing);
        }
        if !(residual_sd.is_finite() && residual_sd >= 0.0) {
            return Err(ResponseError::ResidualSd(residual_sd));
        }
        if points > MAX_POINTS {
            return Err(ResponseError::Points(points));
        }
        Ok(Self {
            discrimination,
            difficulty,
            guessing: guessing.clamp(0.0, MAX_GUESSING),
            points,
            residual_sd,
        })
    }

    /// Slope a.
    pub fn discrimination(&self) -> f64 {
        self.discrimination
    }

    /// Difficulty b in logits.
    pub fn difficulty(&self) -> f64 {
        self.difficulty
    }

    /// Chance c of a right answer without any skill, in [0, ½].
    pub fn guessing(&self) -> f64 {
        self.guessing
    }

    /// Points m for a right answer.
    pub fn points(&self) -> u32 {
        self.points
    }

    /// Residual standard deviation τ of the difficulty in logits.
    pub fn residual_sd(&self) -> f64 {
        self.residual_sd
    }

    /// P(θ) = c + (1 − c) / (1 + exp(−a(θ − b))).
    pub fn probability(&self, theta: f64) -> f64 {
        self.guessing + (1.0 - self.guessing) * self.logistic(theta)
    }

    /// dP/dθ = a (P − c)(1 − P)/(1 − c), per logit. By symmetry it is also
    /// −dP/db: how much a harder item lowers P.
    pub fn slope(&self, theta: f64) -> f64 {
        let logistic = self.logistic(theta);
        self.discrimination * (1.0 - self.guessing) * logistic * (1.0 - logistic)
    }

    /// Fisher information I(θ) = a² (Q/P) ((P − c)/(1 − c))² (Lord 1980,
    /// *Applications of Item Response Theory*). Points do not enter: it is the
    /// information of the right-or-wrong response.
    pub fn information(&self, theta: f64) -> f64 {
        let logistic = self.logistic(theta);
        if logistic <= 0.0 {
            return 0.0;
        }
        let p = self.guessing + (1.0 - self.guessing) * logistic;
        let q = (1.0 - self.guessing) * (1.0 - logistic);
        self.discrimination * self.discrimination * (q / p) * logistic * logistic
    }

    /// E\[P(θ)\] when the true difficulty is b + δ, δ ~ N(0, τ²).
    ///
    /// The tolerances and the curves use [`probability`](Self::probability) at
    /// the predicted b: they ask whether the bank's model predicts a
    /// difference. This average answers what share of *instances like this
    /// one* a student gets right; it is flatter, because δ blurs the curve.
    pub fn expected_probability(&self, theta: f64) -> f64 {
        let spread = std::f64::consts::SQRT_2 * self.residual_sd;
        let sum: f64 = GAUSS_HERMITE
            .iter()
            .map(|(x, weight)| {
                let shift = spread * x;
                weight * (self.probability(theta - shift) + self.probability(theta + shift))
            })
            .sum();
        sum * std::f64::consts::FRAC_2_SQRT_PI / 2.0
    }

    fn logistic(&self, theta: f64) -> f64 {
        1.0 / (1.0 + libm::exp(-self.discrimination * (theta - self.difficulty)))
    }
}

/// Why numbers do not make an item response function.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ResponseError {
    /// The slope is not a positive number.
    Discrimination(f64),
    /// The difficulty is not a finite number.
    Difficulty(f64),
    /// The guessing chance is not a number.
    Guessing,
    /// The residual standard deviation is negative or not finite.
    ResidualSd(f64),
    /// More than [`MAX_POINTS`] points.
    Points(u32),
}

impl fmt::Display for ResponseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Discrimination(a) => write!(f, "discrimination must be positive, not {a}"),
            Self::Difficulty(b) => write!(f, "difficulty must be a finite number, not {b}"),
            Self::Guessing => write!(f, "the chance of guessing must be a number"),
            Self::ResidualSd(tau) => write!(f, "residual sd must be 0 or more, not {tau}"),
            Self::Points(m) => write!(f, "an item has at most {MAX_POINTS} points, not {m}"),
        }
    }
}

impl Error for ResponseError {}

#[cfg(test)]
mod tests {
    use super::{ItemResponse, ResponseError};

    fn item(a: f64, b: f64, c: f64, tau: f64) -> ItemResponse {
        ItemResponse::new(a, b, c, 1, tau).unwrap()
    }

    #[test]
    fn probability_is_halfway_between_guessing_and_one_at_the_difficulty() {
        assert_eq!(item(1.0, 0.7, 0.0, 0.0).probability(0.7), 0.5);
        assert_eq!(item(1.3, -2.0, 0.25, 0.0).probability(-2.0), 0.625);
    }

    #[test]
    fn slope_is_the_difference_quotient() {
        let item = item(1.2, 0.4, 0.25, 0.0);
        let h = 1e-5;
        let quotient = (item.probability(1.0 + h) - item.probability(1.0 - h)) / (2.0 * h);
        assert!((item.slope(1.0) - quotient).abs() < 1e-9);
    }

    #[test]
    fn information_is_squared_slope_over_variance() {
        for theta in [-30.0, -3.0, 0.0, 1.5, 20.0] {
            for c in [0.0, 0.25, 0.5] {
                let item = item(0.9, 0.3, c, 0.0);
                let p = item.probability(theta);
                let expected = item.slope(theta).powi(2) / (p * (1.0 - p));
                let found = item.information(theta);
                assert!(
                    (found - expected).abs() <= 1e-9 * (1.0 + expected),
                    "{theta} {c}"
                );
            }
        }
        assert_eq!(item(1.0, 900.0, 0.0, 0.0).information(-900.0), 0.0);
    }

    #[test]
    fn average_over_the_residual_is_the_integral() {
        let item = item(1.0, 0.0, 0.2, 0.8);
        let step = 0.001;
        let mut integral = 0.0;
        for k in -8_000..=8_000 {
            let z = f64::from(k) * step;
            integral += item.probability(1.1 - 0.8 * z) * (-z * z / 2.0).exp() * step;
        }
        integral /= (2.0 * std::f64::consts::PI).sqrt();
        assert!((item.expected_probability(1.1) - integral).abs() < 1e-6);
        assert!(item.expected_probability(1.1) < item.probability(1.1));
    }

    #[test]
    fn numbers_that_cannot_be_are_refused() {
        assert_eq!(
            ItemResponse::new(0.0, 0.0, 0.0, 1, 0.0),
            Err(ResponseError::Discrimination(0.0))
        );
        assert!(ItemResponse::new(1.0, f64::NAN, 0.0, 1, 0.0).is_err());
        assert!(ItemResponse::new(1.0, 0.0, f64::NAN, 1, 0.0).is_err());
        assert!(ItemResponse::new(1.0, 0.0, 0.0, 1_001, 0.0).is_err());
        assert!(ItemResponse::new(1.0, 0.0, 0.0, 1, -0.1).is_err());
        assert_eq!(item(1.0, 0.0, 0.9, 0.0).guessing(), 0.5);
    }
}
