//! Decision consistency estimated from one sitting's scores.

use serde::Serialize;

use crate::parity::agreement::kappa;
use crate::parity::decision::binomial_pass;

/// How consistently one test classifies, as estimated from one sitting.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Consistency {
    /// Share expected to pass.
    pub pass: f64,
    /// Share expected to pass twice.
    pub pass_twice: f64,
    /// Share classified alike twice.
    pub agreement: f64,
    /// Agreement beyond chance; `None` when chance alone agrees on all.
    pub kappa: Option<f64>,
}

impl Consistency {
    fn of(pass: f64, pass_twice: f64) -> Self {
        let agreement = 1.0 - 2.0 * (pass - pass_twice);
        let chance = pass * pass + (1.0 - pass) * (1.0 - pass);
        Self {
            pass,
            pass_twice,
            agreement,
            kappa: kappa(agreement, chance),
        }
    }
}

/// The beta-binomial method (Huynh 1976, *Journal of Educational Measurement*
/// 13): `items` one-point items, `cut` right answers pass, `mean` right answers
/// on average, and reliability `kr21`.
///
/// `None` unless 0 < mean < items and 0 < kr21 < 1.
pub fn huynh(items: u32, cut: u32, mean: f64, kr21: f64) -> Option<Consistency> {
    let n = f64::from(items);
    if !(mean > 0.0 && mean < n && kr21 > 0.0 && kr21 < 1.0) {
        return None;
    }
    let alpha = mean * (1.0 / kr21 - 1.0);
    let beta = n / kr21 - n - alpha;
    let ln_choose: Vec<f64> = (0..=items)
        .map(|x| {
            let x = f64::from(x);
            libm::lgamma(n + 1.0) - libm::lgamma(x + 1.0) - libm::lgamma(n - x + 1.0)
        })
        .collect();
    let ln_beta = |a: f64, b: f64| libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b);
    let whole = ln_beta(alpha, beta);
    // B(α + r, β + k − r) for r right of k answers in one or both sittings.
    let mixed = |right: u32, answers: u32| {
        let right = f64::from(right);
        ln_beta(alpha + right, beta + f64::from(answers) - right) - whole
    };
    let both: Vec<f64> = (0..=2 * items).map(|r| mixed(r, 2 * items)).collect();
    let (mut pass, mut pass_twice) = (0.0, 0.0);
    for x in cut..=items {
        pass += libm::exp(ln_choose[x as usize] + mixed(x, items));
        for y in cut..=items {
            let ways = ln_choose[x as usize] + ln_choose[y as usize];
            pass_twice += libm::exp(ways + both[(x + y) as usize]);
        }
    }
    Some(Consistency::of(pass, pass_twice))
}

/// The binomial method (Subkoviak 1976, *Journal of Educational Measurement*
/// 13): `frequencies[x]` students got x right, so the test has one item fewer
/// than the slice is long; `cut` right answers pass; `reliability` regresses
/// each student's share towards the mean.
///
/// `None` without students or items, or for a reliability outside [0, 1].
pub fn subkoviak(frequencies: &[u32], cut: u32, reliability: f64) -> Option<Consistency> {
    let students: f64 = frequencies.iter().map(|&f| f64::from(f)).sum();
    let items = u32::try_from(frequencies.len().checked_sub(1)?).ok()?;
    if items == 0 || students == 0.0 || !(0.0..=1.0).contains(&reliability) {
        return None;
    }
    let n = f64::from(items);
    let scores = (0..=items).map(f64::from).zip(frequencies);
    let mean: f64 = scores.clone().map(|(x, &f)| x * f64::from(f)).sum::<f64>() / students;
    let (mut pass, mut pass_twice) = (0.0, 0.0);
    for (x, &count) in scores {
        let share = reliability * x / n + (1.0 - reliability) * mean / n;
        let p = binomial_pass(items, cut, share);
        pass += f64::from(count) / students * p;
        pass_twice += f64::from(count) / students * p * p;
    }
    Some(Consistency::of(pass, pass_twice))
}

/// Kuder–Richardson formula 21 (Kuder & Richardson 1937) from the number of
/// items, the mean and the variance of the number right.
///
/// `None` for fewer than two items or no variance.
pub fn kr21(items: u32, mean: f64, variance: f64) -> Option<f64> {
    let n = f64::from(items);
    (items > 1 && variance > 0.0)
        .then(|| n / (n - 1.0) * (1.0 - mean * (n - mean) / (n * variance)))
}

#[cfg(test)]
mod tests {
    use super::{huynh, kr21, subkoviak};

    #[test]
    fn one_item_is_a_beta_variable() {
        // n = 1: P(pass) = α/(α+β), P(twice) = α(α+1)/((α+β)(α+β+1)).
        let found = huynh(1, 1, 0.6, 0.5).unwrap();
        assert!((found.pass - 0.6).abs() < 1e-12);
        assert!((found.pass_twice - 0.6 * 1.6 / 2.0).abs() < 1e-12);
    }

    #[test]
    fn students_alike_agree_by_chance() {
        // Reliability 0: everyone is regressed to the mean, so κ = 0.
        let found = subkoviak(&[1, 4, 6, 4, 1], 2, 0.0).unwrap();
        assert!((found.pass - 11.0 / 16.0).abs() < 1e-15);
        assert!(found.kappa.unwrap().abs() < 1e-12);
    }

    #[test]
    fn reliability_by_hand() {
        assert!((kr21(10, 5.0, 5.0).unwrap() - 10.0 / 9.0 * 0.5).abs() < 1e-15);
        assert_eq!(kr21(10, 5.0, 0.0), None);
    }

    #[test]
    fn impossible_input_gives_nothing() {
        assert_eq!(huynh(10, 8, 10.0, 0.5), None);
        assert_eq!(huynh(10, 8, 5.0, f64::NAN), None);
        assert_eq!(subkoviak(&[], 1, 0.5), None);
        assert_eq!(subkoviak(&[0, 0], 1, 0.5), None);
    }
}
