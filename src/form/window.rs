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

    /// How far an item is outside; 0 inside.
    pub fn distance(self, candidate: &Candidate) -> f64 {
        let sum = candidate.measure.weighted;
        (self.low - sum).max(sum - self.high).max(0.0)
    }
}

/// How fast the probability of a right answer falls, per logit, where it equals the mastery share.
pub fn steepness(share: f64, guessing: f64) -> f64 {
    let known = ((share - guessing) / (1.0 - guessing)).clamp(0.05, 0.95);
    (1.0 - guessing) * known * (1.0 - known)
}
