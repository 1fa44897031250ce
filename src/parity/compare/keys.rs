//! Key letters: would a student who knows nothing profit from their pattern?
//!
//! On one form: letters balanced (each within 1 of its expected number, once
//! there are as many items as options), no more than three equal letters in a
//! row, and no cycle such as ABCDABCD.
//!
//! Over all forms: no position and no rank by value may be preferred. For a
//! place r that is the key n_r times out of the N_r items that have it, with
//! e_r = Σ 1/m expected and s_r its standard deviation, the preference is
//! (n_r − 2 s_r − e_r)/(N_r − e_r): 0 for chance, 1 for always. Up to 1/6
//! (key in 3/8 of four-option items) is green, above 1/3 (one half) red. Two
//! standard deviations are given away so that chance alone is not accused.

use crate::parity::facts::{FormFacts, KeyPlace};
use crate::parity::finding::{Finding, Statistic, Worst};

const LONGEST_RUN: usize = 3;
/// So many letters must repeat before a pattern is called a cycle.
const CYCLE_EVIDENCE: usize = 4;

/// Findings on key letters; none where no item offers options.
pub fn findings(forms: &[FormFacts]) -> Vec<Finding> {
    let keys: Vec<Vec<KeyPlace>> = forms
        .iter()
        .map(|form| form.slots.iter().filter_map(|slot| slot.options).collect())
        .collect();
    if keys.iter().all(Vec::is_empty) {
        return Vec::new();
    }
    let faulty = |form: &Vec<KeyPlace>| !balanced(form) || runs(form) || cycles(form);
    let faults = keys.iter().filter(|form| faulty(form)).count();
    let first = keys.iter().position(faulty).map(Worst::Form);
    let preferred = |statistic, of: fn(KeyPlace) -> Option<u8>| {
        let value = preference(keys.iter().flatten().copied(), of);
        Finding::new(statistic, value, (1.0 / 6.0, Some(1.0 / 3.0)), None)
    };
    vec![
        Finding::new(
            Statistic::KeyLetters,
            faults as f64,
            (0.0, Some(0.0)),
            first,
        ),
        preferred(Statistic::KeyPosition, position),
        preferred(Statistic::KeyRank, KeyPlace::rank),
    ]
}

/// How often each place holds the key, against chance.
struct Tally {
    /// Times the place is the key.
    found: [f64; 256],
    /// Items that have the place.
    items: [f64; 256],
    /// Times expected by chance.
    expected: [f64; 256],
    /// Variance of that number.
    variance: [f64; 256],
}

impl Tally {
    fn of(keys: impl Iterator<Item = KeyPlace>, place: fn(KeyPlace) -> Option<u8>) -> Self {
        let mut tally = Self {
            found: [0.0; 256],
            items: [0.0; 256],
            expected: [0.0; 256],
            variance: [0.0; 256],
        };
        for key in keys {
            let Some(here) = place(key) else { continue };
            let chance = 1.0 / f64::from(key.count());
            tally.found[usize::from(here)] += 1.0;
            for r in 0..usize::from(key.count()) {
                tally.items[r] += 1.0;
                tally.expected[r] += chance;
                tally.variance[r] += chance * (1.0 - chance);
            }
        }
        tally
    }
}

fn position(key: KeyPlace) -> Option<u8> {
    Some(key.position())
}

fn preference(keys: impl Iterator<Item = KeyPlace>, place: fn(KeyPlace) -> Option<u8>) -> f64 {
    let tally = Tally::of(keys, place);
    (0..256)
        .filter(|&r| tally.items[r] > 0.0)
        .map(|r| {
            let chance = tally.expected[r] + 2.0 * libm::sqrt(tally.variance[r]);
            (tally.found[r] - chance) / (tally.items[r] - tally.expected[r])
        })
        .fold(0.0, f64::max)
}

fn balanced(form: &[KeyPlace]) -> bool {
    let most_options = form.iter().map(|key| usize::from(key.count())).max();
    if most_options.is_none_or(|options| form.len() < options) {
        return true;
    }
    let tally = Tally::of(form.iter().copied(), position);
    // The margin covers the rounding of sums such as 1/3 + 1/3 + 1/3.
    (0..256).all(|r| libm::fabs(tally.found[r] - tally.expected[r]) <= 1.0 + 1e-9)
}

fn runs(form: &[KeyPlace]) -> bool {
    let mut windows = form.windows(LONGEST_RUN + 1);
    windows.any(|run| run.iter().all(|key| key.position() == run[0].position()))
}

fn cycles(form: &[KeyPlace]) -> bool {
    let letters: Vec<u8> = form.iter().map(|key| key.position()).collect();
    (2..=letters.len() / 2)
        .filter(|period| letters.len() - period >= CYCLE_EVIDENCE)
        .any(|period| letters.iter().zip(&letters[period..]).all(|(a, b)| a == b))
}

#[cfg(test)]
mod tests {
    use super::{balanced, cycles, preference, runs};
    use crate::parity::facts::KeyPlace;

    fn keys(letters: &str) -> Vec<KeyPlace> {
        let place = |letter| KeyPlace::new(4, letter - b'A', letter - b'A').unwrap();
        letters.bytes().map(place).collect()
    }

    #[test]
    fn letters_are_balanced_within_one() {
        assert!(balanced(&keys("ABCDBDAC")));
        assert!(balanced(&keys("ABCDBDACAB")));
        assert!(!balanced(&keys("ABABAA")));
        // Three items cannot use four letters evenly.
        assert!(balanced(&keys("AAB")));
    }

    #[test]
    fn runs_of_four_are_found() {
        assert!(!runs(&keys("ABBBCD")));
        assert!(runs(&keys("ABBBBCD")));
    }

    #[test]
    fn cycles_are_found() {
        assert!(cycles(&keys("ABCDABCD")));
        assert!(cycles(&keys("ACACAC")));
        assert!(!cycles(&keys("ABCDABDC")));
        assert!(!cycles(&keys("ABAB")));
    }

    #[test]
    fn a_preferred_place_shows_but_chance_does_not() {
        let of = |letters: &str| preference(keys(letters).into_iter(), KeyPlace::rank);
        assert_eq!(of(&"ABCD".repeat(20)), 0.0);
        // 100 items, all at D: expected 25, sd √18.75.
        let all = (100.0 - 25.0 - 2.0 * 18.75_f64.sqrt()) / 75.0;
        assert!((of(&"D".repeat(100)) - all).abs() < 1e-12);
        assert!(of(&"ABCDDD".repeat(30)) > 1.0 / 6.0);
    }
}
