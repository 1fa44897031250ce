//! Would another form have decided the same?
//!
//! Two forms classify students drawn from a stated ability distribution; the
//! 2×2 table gives agreement (Swaminathan, Hambleton & Algina 1974, *Journal
//! of Educational Measurement* 11) and κ (Cohen 1960).

use serde::Serialize;

use crate::difficulty::response::ItemResponse;
use crate::parity::score::pass_probability;

const NODES: u32 = 81;
/// The nodes reach this many standard deviations to each side.
const REACH: f64 = 4.0;

/// Normal weights over ability on 81 equally spaced nodes from −4 to +4 SD.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct AbilityWeights {
    /// Mean ability in logits.
    pub mean: f64,
    /// Standard deviation in logits.
    pub sd: f64,
}

impl AbilityWeights {
    /// (ability, weight) pairs; the weights add up to 1.
    pub fn nodes(&self) -> Vec<(f64, f64)> {
        let at = |k: u32| -REACH + 2.0 * REACH * f64::from(k) / f64::from(NODES - 1);
        let density = |z: f64| libm::exp(-z * z / 2.0);
        let sum: f64 = (0..NODES).map(|k| density(at(k))).sum();
        (0..NODES)
            .map(|k| (self.mean + self.sd * at(k), density(at(k)) / sum))
            .collect()
    }
}

/// A form with the points that pass it.
#[derive(Debug, Clone, Copy)]
pub struct CutForm<'a> {
    /// The items.
    pub items: &'a [ItemResponse],
    /// Points that pass.
    pub cut: u64,
}

/// How two forms A and B decide about the same students.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct TwoFormTable {
    /// Passes both.
    pub pass_pass: f64,
    /// Passes A, fails B.
    pub pass_fail: f64,
    /// Fails A, passes B.
    pub fail_pass: f64,
    /// Fails both.
    pub fail_fail: f64,
    /// P(fails A, passes B), given ability at or above the mastery ability.
    pub master_fails_a_passes_b: f64,
    /// P(passes A, fails B), given ability at or above the mastery ability.
    pub master_passes_a_fails_b: f64,
}

impl TwoFormTable {
    /// The table for students weighted by `weights`; masters are those at or
    /// above `mastery` logits. Scores are independent given ability.
    pub fn of(a: CutForm, b: CutForm, weights: AbilityWeights, mastery: f64) -> Self {
        let mut table = Self {
            pass_pass: 0.0,
            pass_fail: 0.0,
            fail_pass: 0.0,
            fail_fail: 0.0,
            master_fails_a_passes_b: 0.0,
            master_passes_a_fails_b: 0.0,
        };
        let mut masters = 0.0;
        for (theta, weight) in weights.nodes() {
            let pass_a = pass_probability(a.items, theta, a.cut);
            let pass_b = pass_probability(b.items, theta, b.cut);
            table.pass_pass += weight * pass_a * pass_b;
            table.pass_fail += weight * pass_a * (1.0 - pass_b);
            table.fail_pass += weight * (1.0 - pass_a) * pass_b;
            table.fail_fail += weight * (1.0 - pass_a) * (1.0 - pass_b);
            if theta >= mastery {
                masters += weight;
                table.master_fails_a_passes_b += weight * (1.0 - pass_a) * pass_b;
                table.master_passes_a_fails_b += weight * pass_a * (1.0 - pass_b);
            }
        }
        if masters > 0.0 {
            table.master_fails_a_passes_b /= masters;
            table.master_passes_a_fails_b /= masters;
        }
        table
    }

    /// φ: share of students about whom both forms decide alike.
    pub fn agreement(&self) -> f64 {
        self.pass_pass + self.fail_fail
    }

    /// κ: agreement beyond chance; `None` when chance alone agrees on all.
    pub fn kappa(&self) -> Option<f64> {
        let pass_a = self.pass_pass + self.pass_fail;
        let pass_b = self.pass_pass + self.fail_pass;
        kappa(
            self.agreement(),
            pass_a * pass_b + (1.0 - pass_a) * (1.0 - pass_b),
        )
    }
}

/// (observed − chance)/(1 − chance).
pub(crate) fn kappa(observed: f64, chance: f64) -> Option<f64> {
    (chance < 1.0).then(|| (observed - chance) / (1.0 - chance))
}

#[cfg(test)]
mod tests {
    use super::{AbilityWeights, CutForm, TwoFormTable};
    use crate::difficulty::response::ItemResponse;

    #[test]
    fn weights_are_a_normal_distribution() {
        let weights = AbilityWeights { mean: 1.2, sd: 0.5 };
        let moment = |power: i32| -> f64 {
            let nodes = weights.nodes();
            nodes.iter().map(|(t, w)| w * (t - 1.2).powi(power)).sum()
        };
        assert!((moment(0) - 1.0).abs() < 1e-14);
        assert!(moment(1).abs() < 1e-14);
        assert!((moment(2) - 0.25).abs() < 1e-3);
    }

    #[test]
    fn coins_agree_by_chance() {
        // P hardly depends on ability, so the two forms are two coins.
        let coin = [ItemResponse::new(1e-9, 0.0, 0.0, 1, 0.0).unwrap()];
        let form = CutForm {
            items: &coin,
            cut: 1,
        };
        let table = TwoFormTable::of(form, form, AbilityWeights { mean: 0.0, sd: 1.0 }, 0.0);
        assert!((table.agreement() - 0.5).abs() < 1e-9);
        assert!(table.kappa().unwrap().abs() < 1e-9);
        assert!((table.master_fails_a_passes_b - 0.25).abs() < 1e-6);
    }

    #[test]
    fn a_cut_everyone_passes_has_no_kappa() {
        let item = [ItemResponse::new(1.0, 0.0, 0.0, 1, 0.0).unwrap()];
        let form = CutForm {
            items: &item,
            cut: 0,
        };
        let table = TwoFormTable::of(form, form, AbilityWeights { mean: 0.0, sd: 1.0 }, 0.0);
        assert!((table.agreement() - 1.0).abs() < 1e-12);
        assert!(table.kappa().is_none_or(|kappa| kappa.abs() < 1.0));
    }
}
