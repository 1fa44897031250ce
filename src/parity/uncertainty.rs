//! How far the true difference may lie from the predicted one.
//!
//! The predicted difficulty of an item misses the true one by δ ~ N(0, τ²).
//! To first order a form's expected score then varies by
//! Σ m² (dP/db)² τ², and the difference of two forms by the sum of both:
//! ΔT ~ N(D, Σ_A + Σ_B). Without guessing, and with slope 1, dP/db is −P·Q.

use serde::Serialize;

use crate::difficulty::response::ItemResponse;

/// Two-sided 95 % of a normal distribution.
const Z95: f64 = 1.96;

/// Variance, in squared points, of a form's expected score at `theta` that
/// comes from not knowing the true difficulties.
pub fn residual_variance(form: &[ItemResponse], theta: f64) -> f64 {
    form.iter()
        .map(|item| {
            let shift = f64::from(item.points()) * item.slope(theta) * item.residual_sd();
            shift * shift
        })
        .sum()
}

/// What may be said of the true difference between two forms.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Uncertainty {
    /// Largest predicted difference D between two forms, points.
    pub predicted: f64,
    /// Standard deviation of the true difference around the predicted one,
    /// points; of the two forms for which it is largest.
    pub sd: f64,
    /// 1.96 · sd: the ± beside the prediction, points. It holds for one pair
    /// at a time; of many pairs one in twenty lies outside.
    pub half_width: f64,
    /// predicted − half_width.
    pub low: f64,
    /// predicted + half_width.
    pub high: f64,
}

impl Uncertainty {
    /// For forms compared at `theta` whose expected scores differ by at most
    /// `predicted` points. A form alone is set against another like it.
    pub fn of<F: AsRef<[ItemResponse]>>(forms: &[F], theta: f64, predicted: f64) -> Self {
        let mut variances: Vec<f64> = forms
            .iter()
            .map(|form| residual_variance(form.as_ref(), theta))
            .collect();
        variances.sort_unstable_by(|a, b| b.total_cmp(a));
        let first = variances.first().copied().unwrap_or(0.0);
        let second = variances.get(1).copied().unwrap_or(first);
        let sd = libm::sqrt(first + second);
        Self {
            predicted,
            sd,
            half_width: Z95 * sd,
            low: predicted - Z95 * sd,
            high: predicted + Z95 * sd,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Uncertainty, residual_variance};
    use crate::difficulty::response::ItemResponse;

    fn form(c: f64, tau: f64) -> Vec<ItemResponse> {
        vec![ItemResponse::new(1.0, 0.0, c, 1, tau).unwrap(); 10]
    }

    #[test]
    fn ten_items_at_eighty_percent() {
        // 20 · (.8 · .2 · .4)² = .08192; 1.96 · √.08192 = .561.
        let theta = 4.0_f64.ln();
        let found = Uncertainty::of(&[form(0.0, 0.4), form(0.0, 0.4)], theta, 0.06);
        assert!((found.half_width - 0.56).abs() < 0.005);
        assert!((found.sd - 0.081_92_f64.sqrt()).abs() < 1e-12);
        assert!((found.high - found.low - 2.0 * found.half_width).abs() < 1e-12);
    }

    #[test]
    fn the_least_known_forms_count() {
        let forms = [form(0.0, 0.25), form(0.0, 0.8), form(0.0, 0.4)];
        let found = Uncertainty::of(&forms, 0.0, 0.0);
        // At θ = b: P·Q = ¼, ten items, τ = .8 and .4.
        assert!((found.sd - (10.0 / 16.0 * (0.64 + 0.16_f64)).sqrt()).abs() < 1e-12);
        assert!(Uncertainty::of(&forms[..1], 0.0, 0.0).sd > 0.0);
    }

    #[test]
    fn guessing_dampens_what_difficulty_does() {
        // P moves only between c and 1: half the slope for c = ½.
        let ratio =
            residual_variance(&form(0.5, 0.4), 0.3) / residual_variance(&form(0.0, 0.4), 0.3);
        assert!((ratio - 0.25).abs() < 1e-12);
    }
}
