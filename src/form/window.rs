//! The window: which of a cell's items are about equally hard.

use crate::form::pool::Candidate;

/// The widest a window may be, in probability of a right answer at the mastery cut.
const WIDTH: f64 = 0.02;

/// The part of a cell that a window must hold before it may be narrower than [`WIDTH`] allows.
const SHARE: usize = 4;

/// An interval of weighted features; every item in it is about equally hard.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// The smallest weighted sum of features.
    pub low: f64,
    /// The largest.
    pub high: f64,
}

impl Window {
    /// Of the runs of enough neighbours by difficulty that are no wider than [`WIDTH`], the one
    /// nearest the middle of the cell; without any, the narrowest. A subset of least range on a
    /// line is a run of neighbours, so this is optimal for its slot.
    ///
    /// `steepness` is how fast the probability falls with the weighted sum at the mastery cut.
    pub fn of(cell: &[&Candidate], steepness: f64) -> Self {
        let mut sums: Vec<f64> = cell
            .iter()
            .map(|candidate| candidate.measure.weighted)
            .collect();
        sums.sort_by(f64::total_cmp);
        let enough = (sums.len() / SHARE).max(sums.len().min(2 * SHARE)).max(1);
        let middle = sums.get(sums.len() / 2).copied().unwrap_or(0.0);
        let widest = WIDTH / steepness;
        let runs = sums.windows(enough).map(|run| (run[0], run[run.len() - 1]));
        let distance = |(low, high): (f64, f64)| libm::fabs((low + high) / 2.0 - middle);
        let fitting = runs
            .clone()
            .filter(|(low, high)| high - low <= widest)
            .min_by(|a, b| distance(*a).total_cmp(&distance(*b)));
        let chosen = fitting.or_else(|| runs.min_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0))));
        let (low, high) = chosen.unwrap_or((middle, middle));
        // Whatever else lies within the allowed width around the run belongs to the window.
        let slack = ((widest - (high - low)) / 2.0).max(0.0);
        Self {
            low: low - slack,
            high: high + slack,
        }
    }

    /// A window that everything is in; finite, so that a plan can keep it.
    pub const ALL: Self = Self {
        low: -1e9,
        high: 1e9,
    };

    /// How far an item is outside; 0 inside.
    pub fn distance(self, candidate: &Candidate) -> f64 {
        let sum = candidate.measure.weighted;
        (self.low - sum).max(sum - self.high).max(0.0)
    }
}

/// How fast the probability of a right answer falls, per logit, where it equals the mastery share.
pub fn steepness(share: f64, guessing: f64) -> f64 {
    let known = known(share, guessing);
    (1.0 - guessing) * known * (1.0 - known)
}

/// How far above an item's difficulty the ability is, in logits, that answers it right with the
/// probability `share`.
pub fn odds(share: f64, guessing: f64) -> f64 {
    let known = known(share, guessing);
    libm::log(known / (1.0 - known))
}

/// The probability of knowing the answer, kept away from where nothing is steep.
fn known(share: f64, guessing: f64) -> f64 {
    ((share - guessing) / (1.0 - guessing)).clamp(0.05, 0.95)
}

/// The most of these weighted sums that lie within a window of [`WIDTH`].
pub fn most_within(mut sums: Vec<f64>, steepness: f64) -> usize {
    sums.sort_by(f64::total_cmp);
    let widest = WIDTH / steepness + ROUNDING;
    let mut first = 0;
    let mut most = 0;
    for (last, high) in sums.iter().enumerate() {
        while high - sums[first] > widest {
            first += 1;
        }
        most = most.max(last + 1 - first);
    }
    most
}

/// Sums of the same contributions differ by less.
const ROUNDING: f64 = 1e-12;

#[cfg(test)]
mod tests {
    use super::{most_within, odds, steepness};

    #[test]
    fn the_fullest_window_is_found() {
        // At P = ½ without guessing a window of 0.02 is 0.08 logits wide.
        let sums = vec![0.5, 0.0, 0.3, 0.36, 0.05, 0.44, 0.38];
        assert_eq!(most_within(sums, steepness(0.5, 0.0)), 3);
        assert_eq!(most_within(vec![1.0; 5], 0.25), 5);
        assert_eq!(most_within(Vec::new(), 0.25), 0);
    }

    #[test]
    fn odds_give_the_share_back() {
        for (share, guessing) in [(0.8, 0.0), (0.8, 0.25), (0.7, 0.5)] {
            let known = 1.0 / (1.0 + libm::exp(-odds(share, guessing)));
            assert!((guessing + (1.0 - guessing) * known - share).abs() < 1e-12);
        }
    }
}
