//! The worst pair without looking at every pair.

use crate::parity::finding::Worst;

/// Least and greatest value of a statistic over forms. The largest difference
/// between any two forms is theirs, and no form is farther than that from the
/// mean; so one pass over the forms judges every pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extremes {
    /// Least value and its form.
    pub low: (f64, usize),
    /// Greatest value and its form.
    pub high: (f64, usize),
}

impl Extremes {
    /// Of (value, form) pairs; `None` for none. A value that is not a number
    /// makes the spread not a number.
    pub fn of(values: impl IntoIterator<Item = (f64, usize)>) -> Option<Self> {
        let mut values = values.into_iter();
        let first = values.next()?;
        let mut found = Self {
            low: first,
            high: first,
        };
        for (value, form) in values {
            if value < found.low.0 {
                found.low = (value, form);
            }
            if value > found.high.0 || value.is_nan() {
                found.high = (value, form);
            }
        }
        Some(found)
    }

    /// Greatest less least.
    pub fn spread(&self) -> f64 {
        self.high.0 - self.low.0
    }

    /// That of the two with the greater spread; one that is not a number counts as greater.
    pub fn wider(self, next: Self) -> Self {
        if next.spread() <= self.spread() {
            self
        } else {
            next
        }
    }

    /// Greatest over least, less 1. Where the least is 0 and the greatest is
    /// not, the forms differ by all there is: 1.
    pub fn excess(&self) -> f64 {
        if self.low.0 > 0.0 {
            self.high.0 / self.low.0 - 1.0
        } else if self.spread() == 0.0 {
            0.0
        } else {
            1.0
        }
    }

    /// The two forms, the one with the least value first.
    pub fn pair(&self) -> Worst {
        Worst::Pair(self.low.1, self.high.1)
    }
}

#[cfg(test)]
mod tests {
    use super::Extremes;
    use crate::parity::finding::Worst;

    #[test]
    fn spread_is_the_largest_difference_of_any_pair() {
        let values = [3.0, 1.5, 4.0, 2.0];
        let found = Extremes::of(values.into_iter().zip(0..)).unwrap();
        let mut largest: f64 = 0.0;
        for a in values {
            for b in values {
                largest = largest.max(a - b);
            }
        }
        assert_eq!(found.spread(), largest);
        assert_eq!(found.pair(), Worst::Pair(1, 2));
        assert!((found.excess() - (4.0 / 1.5 - 1.0)).abs() < 1e-15);
    }

    #[test]
    fn nothing_against_something_is_a_whole_difference() {
        let excess = |values: [f64; 2]| Extremes::of(values.into_iter().zip(0..)).unwrap().excess();
        assert_eq!(excess([0.0, 7.0]), 1.0);
        assert_eq!(excess([0.0, 0.0]), 0.0);
        assert_eq!(Extremes::of([]), None);
        assert!(
            Extremes::of([(1.0, 0), (f64::NAN, 1)])
                .unwrap()
                .spread()
                .is_nan()
        );
    }
}
