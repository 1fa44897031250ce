//! How much of the spread of a model's items each feature explains.
//!
//! A difficulty is a sum of contributions, so its variance is a sum of covariances: feature k has
//! the share cov(c_k, Σc) / var(Σc) (Shorrocks 1982, *Econometrica* 50). The shares add up to 1. A
//! feature that makes those items easier which others make harder has a negative share.

use serde::Serialize;

use crate::difficulty::Contribution;

/// The part of one feature.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Share {
    /// The feature.
    pub feature: &'static str,
    /// Its part of the variance; all parts add up to 1.
    pub share: f64,
    /// The standard deviation of its own contributions, logits.
    pub deviation: f64,
}

/// The shares of what varies among items, the largest first; none if nothing varies.
pub fn shares(items: &[Vec<Contribution>]) -> Vec<Share> {
    let count = items.len() as f64;
    let mut names: Vec<&'static str> = Vec::new();
    for contribution in items.iter().flatten() {
        if !names.contains(&contribution.feature) {
            names.push(contribution.feature);
        }
    }
    let of = |item: &[Contribution], name: &str| {
        let same = item.iter().filter(|part| part.feature == name);
        same.map(|part| part.logits).sum::<f64>()
    };
    let sums = items.iter().map(|item| total(item));
    let sums = deviations(sums.collect());
    let variance = sums.iter().map(|sum| sum * sum).sum::<f64>() / count;
    let mut shares = Vec::new();
    for name in names {
        let parts = deviations(items.iter().map(|item| of(item, name)).collect());
        let own = parts.iter().map(|part| part * part).sum::<f64>() / count;
        let both = parts.iter().zip(&sums).map(|(part, sum)| part * sum);
        if own > TINY {
            shares.push(Share {
                feature: name,
                share: if variance > TINY {
                    both.sum::<f64>() / count / variance
                } else {
                    0.0
                },
                deviation: libm::sqrt(own),
            });
        }
    }
    shares.sort_by(|a, b| b.share.total_cmp(&a.share));
    shares
}

/// What is smaller is rounding.
const TINY: f64 = 1e-18;

fn total(item: &[Contribution]) -> f64 {
    item.iter().map(|part| part.logits).sum()
}

/// Each value less the mean of all.
fn deviations(mut values: Vec<f64>) -> Vec<f64> {
    let mean = values.iter().sum::<f64>() / values.len().max(1) as f64;
    values.iter_mut().for_each(|value| *value -= mean);
    values
}

#[cfg(test)]
mod tests {
    use super::shares;
    use crate::difficulty::{Contribution, Evidence};

    fn part(feature: &'static str, logits: f64) -> Contribution {
        Contribution {
            feature,
            value: 0.0,
            weight: 0.0,
            evidence: Evidence::Judgement,
            source: "",
            logits,
        }
    }

    #[test]
    fn shares_add_up_and_are_those_of_hand() {
        // x = 0, 1, 2, 3 and y = 0, 0, 2, 2, z the same for all: var x = 1.25, var y = 1,
        // cov(x, y) = 1; of the sum 1.25 + 1 + 2 = 4.25.
        let items: Vec<_> = [(0.0, 0.0), (1.0, 0.0), (2.0, 2.0), (3.0, 2.0)]
            .map(|(x, y)| vec![part("x", x), part("y", y), part("z", 0.7)])
            .into();
        let found = shares(&items);
        let of = |name| found.iter().find(|share| share.feature == name);
        assert!((of("x").unwrap().share - 2.25 / 4.25).abs() < 1e-12);
        assert!((of("y").unwrap().share - 2.0 / 4.25).abs() < 1e-12);
        assert!((of("y").unwrap().deviation - 1.0).abs() < 1e-12);
        assert!(of("z").is_none());
    }

    #[test]
    fn what_is_left_out_counts_as_nothing() {
        let items = [vec![part("x", 1.0)], vec![], vec![part("x", 2.0)]];
        assert!((shares(&items)[0].share - 1.0).abs() < 1e-12);
        assert!(shares(&[]).is_empty() && shares(&[vec![]]).is_empty());
        // Two that cancel leave nothing to be explained.
        let even = [vec![part("x", 1.0), part("y", -1.0)], vec![]];
        assert!(shares(&even).iter().all(|share| share.share == 0.0));
    }
}
