//! The exact distribution of the score at one ability.

use crate::difficulty::response::ItemResponse;
use crate::parity::curve::total_points;

/// P(score = x | θ) for x = 0 … M.
///
/// The recursion of Lord & Wingersky (1984, *Applied Psychological
/// Measurement* 8) generalised to all-or-nothing items of several points:
/// f'\[x\] = f\[x\]·Q + f\[x − m\]·P.
pub fn score_distribution(form: &[ItemResponse], theta: f64) -> Vec<f64> {
    distribution(
        total_points(form),
        form.iter()
            .map(|item| (item.points(), item.probability(theta))),
    )
}

/// P(score ≥ cut | θ).
pub fn pass_probability(form: &[ItemResponse], theta: f64, cut: u64) -> f64 {
    at_least(&score_distribution(form, theta), cut)
}

/// Distribution of the sum of independent all-or-nothing items, each given as
/// (points, probability); `total` is the sum of their points.
pub fn distribution(total: u64, items: impl Iterator<Item = (u32, f64)>) -> Vec<f64> {
    // Points are bounded per item, so the length follows the number of items.
    let mut f = vec![0.0; usize::try_from(total).map_or(usize::MAX, |points| points + 1)];
    f[0] = 1.0;
    let mut reached = 0;
    for (points, p) in items {
        let points = points as usize;
        if points == 0 {
            continue;
        }
        // Downwards, so that f[x − m] is still the value before this item.
        reached += points;
        for x in (points..=reached).rev() {
            f[x] = f[x] * (1.0 - p) + f[x - points] * p;
        }
        for below in &mut f[..points] {
            *below *= 1.0 - p;
        }
    }
    f
}

/// Σ f\[x\] over x ≥ cut; at most 1.
pub fn at_least(distribution: &[f64], cut: u64) -> f64 {
    let from = usize::try_from(cut).unwrap_or(usize::MAX);
    let tail: f64 = distribution.iter().skip(from).sum();
    tail.min(1.0)
}

#[cfg(test)]
mod tests {
    use super::{at_least, pass_probability, score_distribution};
    use crate::difficulty::response::ItemResponse;

    fn form() -> Vec<ItemResponse> {
        let items = [
            (1.1, -1.0, 0.25, 2),
            (0.8, 0.3, 0.0, 1),
            (1.0, 0.0, 0.5, 0),
            (1.3, 0.9, 0.2, 3),
            (0.6, -0.4, 0.0, 1),
            (1.0, 1.7, 0.25, 2),
        ];
        items
            .map(|(a, b, c, m)| ItemResponse::new(a, b, c, m, 0.0).unwrap())
            .to_vec()
    }

    /// Adds up all 2ⁿ right-or-wrong patterns.
    fn by_enumeration(form: &[ItemResponse], theta: f64) -> Vec<f64> {
        let total: u32 = form.iter().map(ItemResponse::points).sum();
        let mut f = vec![0.0; total as usize + 1];
        for pattern in 0_u32..1 << form.len() {
            let mut chance = 1.0;
            let mut score = 0;
            for (k, item) in form.iter().enumerate() {
                let p = item.probability(theta);
                if pattern >> k & 1 == 1 {
                    chance *= p;
                    score += item.points();
                } else {
                    chance *= 1.0 - p;
                }
            }
            f[score as usize] += chance;
        }
        f
    }

    #[test]
    fn recursion_equals_enumeration() {
        for theta in [-4.0, -0.5, 0.0, 1.2, 6.0] {
            let expected = by_enumeration(&form(), theta);
            let found = score_distribution(&form(), theta);
            assert_eq!(found.len(), expected.len());
            for (a, b) in found.iter().zip(&expected) {
                assert!((a - b).abs() < 1e-14);
            }
        }
    }

    #[test]
    fn passing_gets_likelier_with_ability_and_rarer_with_the_cut() {
        let chances: Vec<f64> = (-40..=40)
            .map(|k| pass_probability(&form(), f64::from(k) / 5.0, 6))
            .collect();
        assert!(chances.windows(2).all(|pair| pair[0] < pair[1]));
        let f = score_distribution(&form(), 0.5);
        assert!((at_least(&f, 0) - 1.0).abs() < 1e-14);
        assert!((0..9).all(|c| at_least(&f, c) > at_least(&f, c + 1)));
        assert_eq!(at_least(&f, 10), 0.0);
    }
}
