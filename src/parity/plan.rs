//! How long a mastery test must be.

use std::error::Error;
use std::fmt;

use serde::Serialize;

/// No plan longer than this is looked for.
pub const MAX_ITEMS: u32 = 2_000;

/// The shortest test that keeps both errors below the risk.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Plan {
    /// Items n.
    pub items: u32,
    /// Right answers c that pass.
    pub cut: u32,
    /// Chance that a student at the non-mastery share passes.
    pub nonmaster_passes: f64,
    /// Chance that a student at the mastery share fails.
    pub master_fails: f64,
}

/// The smallest (n, c) such that a student who can do `nonmaster` of such
/// items passes, and one who can do `master` fails, with probability at most
/// `risk` each. Binomial model with an indifference zone between the two
/// shares (Fhanér 1974; Wilcox 1976, *Journal of Educational Statistics* 1).
///
/// # Errors
/// Shares or risk that make no sense, or more than [`MAX_ITEMS`] items needed.
pub fn plan(nonmaster: f64, master: f64, risk: f64) -> Result<Plan, PlanError> {
    if !((0.0..1.0).contains(&nonmaster) && master > nonmaster && master <= 1.0) {
        return Err(PlanError::Shares { nonmaster, master });
    }
    if !(risk > 0.0 && risk < 0.5) {
        return Err(PlanError::Risk(risk));
    }
    let (mut low, mut high) = (vec![1.0], vec![1.0]);
    for items in 1..=MAX_ITEMS {
        add_item(&mut low, nonmaster);
        add_item(&mut high, master);
        if let Some(plan) = cut_for(&low, &high, items, risk) {
            return Ok(plan);
        }
    }
    Err(PlanError::TooLong)
}

/// Adds one item answered rightly with probability `p` to a score distribution.
fn add_item(distribution: &mut Vec<f64>, p: f64) {
    distribution.push(0.0);
    for x in (1..distribution.len()).rev() {
        distribution[x] = distribution[x] * (1.0 - p) + distribution[x - 1] * p;
    }
    distribution[0] *= 1.0 - p;
}

/// The lowest cut that keeps both risks, if one does. A lower cut lets more
/// non-masters pass, so the search may go down and stop at the first excess.
fn cut_for(low: &[f64], high: &[f64], items: u32, risk: f64) -> Option<Plan> {
    let mut nonmaster_passes = 0.0;
    let mut master_passes = 0.0;
    let mut found = None;
    for cut in (1..=items).rev() {
        nonmaster_passes += low[cut as usize];
        master_passes += high[cut as usize];
        if nonmaster_passes > risk {
            break;
        }
        let master_fails = (1.0_f64 - master_passes).max(0.0);
        if master_fails <= risk {
            found = Some(Plan {
                items,
                cut,
                nonmaster_passes,
                master_fails,
            });
        }
    }
    found
}

/// Why no test length answers the question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PlanError {
    /// The shares must satisfy 0 ≤ nonmaster < master ≤ 1.
    Shares {
        /// Share a non-master can do.
        nonmaster: f64,
        /// Share a master can do.
        master: f64,
    },
    /// The risk must lie between 0 and ½.
    Risk(f64),
    /// More than [`MAX_ITEMS`] items would be needed.
    TooLong,
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shares { nonmaster, master } => write!(
                f,
                "the mastery share must be above the non-mastery share and both between 0 and 1, \
                 not {master} and {nonmaster}"
            ),
            Self::Risk(risk) => write!(f, "the risk must lie between 0 and 0.5, not {risk}"),
            Self::TooLong => write!(
                f,
                "more than {MAX_ITEMS} items would be needed; set the two shares further apart \
                 or accept more risk"
            ),
        }
    }
}

impl Error for PlanError {}

#[cfg(test)]
mod tests {
    use super::{PlanError, plan};
    use crate::parity::decision::binomial_pass;

    #[test]
    fn the_published_example() {
        let found = plan(0.7, 0.9, 0.1).unwrap();
        assert_eq!((found.items, found.cut), (25, 21));
        assert!((found.nonmaster_passes - binomial_pass(25, 21, 0.7)).abs() < 1e-12);
        assert!((found.master_fails - (1.0 - binomial_pass(25, 21, 0.9))).abs() < 1e-12);
    }

    #[test]
    fn no_shorter_test_keeps_the_risk() {
        for (nonmaster, master, risk) in [(0.5, 0.8, 0.1), (0.6, 0.9, 0.05), (0.7, 1.0, 0.2)] {
            let found = plan(nonmaster, master, risk).unwrap();
            let keeps = |n, c| {
                binomial_pass(n, c, nonmaster) <= risk && 1.0 - binomial_pass(n, c, master) <= risk
            };
            assert!(keeps(found.items, found.cut));
            assert!(!(1..found.items).any(|n| (1..=n).any(|c| keeps(n, c))));
            assert!(!(1..found.cut).any(|c| keeps(found.items, c)));
        }
    }

    #[test]
    fn senseless_questions_are_refused() {
        assert!(matches!(plan(0.9, 0.7, 0.1), Err(PlanError::Shares { .. })));
        assert!(matches!(
            plan(f64::NAN, 0.7, 0.1),
            Err(PlanError::Shares { .. })
        ));
        assert!(matches!(
            plan(0.5, f64::NAN, 0.1),
            Err(PlanError::Shares { .. })
        ));
        assert!(matches!(plan(0.7, 0.9, 0.0), Err(PlanError::Risk(_))));
        assert!(matches!(plan(0.7, 0.9, f64::NAN), Err(PlanError::Risk(_))));
        assert_eq!(plan(0.8, 0.801, 0.01), Err(PlanError::TooLong));
    }
}
