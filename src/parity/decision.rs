//! How well one sitting, or several, tells masters from others.
//!
//! The student is described by the share of such items he can do, and the
//! score by the binomial model (Hambleton & Novick 1973, *Journal of
//! Educational Measurement* 10). With items of several points the same model
//! holds item by item.

use serde::Serialize;

use crate::difficulty::response::ItemResponse;
use crate::parity::curve::total_points;
use crate::parity::score::{at_least, distribution};

/// True shares for which the pass table is drawn.
pub const TRUE_SHARES: [f64; 8] = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

/// P(at least `cut` of `items` right) for a student who gets each right with
/// probability `share`. Time grows with `items`².
pub fn binomial_pass(items: u32, cut: u32, share: f64) -> f64 {
    let each = (0..items).map(|_| (1, share));
    at_least(&distribution(u64::from(items), each), u64::from(cut))
}

/// Chance to pass at least once in `tries` independent sittings of which each
/// is passed with probability `once`: 1 − (1 − p)^m.
pub fn pass_within(once: f64, tries: u32) -> f64 {
    if tries == 0 {
        return 0.0;
    }
    -libm::expm1(f64::from(tries) * libm::log1p(-once))
}

/// Chance that a student who only guesses reaches `cut` points.
pub fn guesser_pass(form: &[ItemResponse], cut: u64) -> f64 {
    let items = form.iter().map(|item| (item.points(), item.guessing()));
    at_least(&distribution(total_points(form), items), cut)
}

/// One row of the pass table.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct PassRow {
    /// Share of such items the student can do.
    pub share: f64,
    /// Chance to pass one form.
    pub once: f64,
    /// Chance to pass at least one of the allowed tries.
    pub within_tries: f64,
}

/// P(pass) by true share for a form of these items' points and a cut in
/// points; with one-point items it is the binomial table.
pub fn pass_table(form: &[ItemResponse], cut: u64, tries: u32) -> Vec<PassRow> {
    TRUE_SHARES
        .iter()
        .map(|&share| {
            let items = form.iter().map(|item| (item.points(), share));
            let once = at_least(&distribution(total_points(form), items), cut);
            PassRow {
                share,
                once,
                within_tries: pass_within(once, tries),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{binomial_pass, guesser_pass, pass_table, pass_within};
    use crate::difficulty::response::ItemResponse;

    #[test]
    fn tries_add_up() {
        assert!((pass_within(0.5, 3) - 0.875).abs() < 1e-15);
        assert_eq!(pass_within(1.0, 2), 1.0);
        assert_eq!(pass_within(0.3, 0), 0.0);
        assert_eq!(pass_within(0.0, 4), 0.0);
        // 8 of 10, a 70 % student: P = .3827827864 (binomial table), and
        // 1 − .6172172136³ = .7648667.
        let within = pass_within(binomial_pass(10, 8, 0.7), 3);
        assert!((within - (1.0 - 0.617_217_213_6_f64.powi(3))).abs() < 1e-9);
        assert!((within - 0.764_87).abs() < 1e-4);
    }

    #[test]
    fn a_guesser_on_four_options() {
        let item = ItemResponse::new(1.0, 0.0, 0.25, 1, 0.0).unwrap();
        // 4 or 5 of 5: 5·¼⁴·¾ + ¼⁵ = 16/1024.
        assert!((guesser_pass(&[item; 5], 4) - 16.0 / 1024.0).abs() < 1e-15);
        let open = ItemResponse::new(1.0, 0.0, 0.0, 1, 0.0).unwrap();
        assert_eq!(guesser_pass(&[open; 5], 1), 0.0);
    }

    #[test]
    fn points_weigh_items() {
        // One item of 2 and one of 1; 2 points pass: the first must be right.
        let form = [2, 1].map(|m| ItemResponse::new(1.0, 0.0, 0.0, m, 0.0).unwrap());
        for row in pass_table(&form, 2, 1) {
            assert!((row.once - row.share).abs() < 1e-15);
            assert!((row.within_tries - row.share).abs() < 1e-15);
        }
    }
}
