//! Fractions of small numbers, apart from those of the program.

use std::ops::{Add, Div, Mul, Sub};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    numerator: i64,
    denominator: i64,
}

impl Number {
    pub fn new(numerator: i64, denominator: i64) -> Self {
        assert_ne!(denominator, 0);
        let (mut a, mut b) = (numerator.abs(), denominator.abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let divisor = a.max(1) * denominator.signum();
        Self {
            numerator: numerator / divisor,
            denominator: denominator / divisor,
        }
    }

    pub fn whole(n: i64) -> Self {
        Self::new(n, 1)
    }

    /// The numerator and the denominator, in lowest terms; the denominator is positive.
    pub fn parts(self) -> (i64, i64) {
        (self.numerator, self.denominator)
    }

    /// A whole number, to count with.
    pub fn count(self) -> i64 {
        assert_eq!(self.denominator, 1);
        self.numerator
    }

    pub fn floor(self) -> Self {
        Self::whole(self.numerator.div_euclid(self.denominator))
    }

    pub fn ceil(self) -> Self {
        Self::whole(0) - (Self::whole(0) - self).floor()
    }

    pub fn abs(self) -> Self {
        Self::new(self.numerator.abs(), self.denominator)
    }

    /// The nearest whole number; halves go up.
    pub fn nearest(self) -> Self {
        (self + Self::new(1, 2)).floor()
    }

    /// A positive number with so many significant figures.
    pub fn figures(self, count: u32) -> Self {
        let (ten, most) = (Self::whole(10), Self::whole(10_i64.pow(count)));
        let (mut shifted, mut unit) = (self, Self::whole(1));
        while shifted >= most {
            (shifted, unit) = (shifted / ten, unit * ten);
        }
        while shifted * ten < most {
            (shifted, unit) = (shifted * ten, unit / ten);
        }
        shifted.nearest() * unit
    }
}

impl Add for Number {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::new(
            self.numerator * other.denominator + other.numerator * self.denominator,
            self.denominator * other.denominator,
        )
    }
}

impl Sub for Number {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + other * Self::whole(-1)
    }
}

impl Mul for Number {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        Self::new(
            self.numerator * other.numerator,
            self.denominator * other.denominator,
        )
    }
}

impl Div for Number {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        Self::new(
            self.numerator * other.denominator,
            self.denominator * other.numerator,
        )
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.numerator * other.denominator).cmp(&(other.numerator * self.denominator))
    }
}

#[test]
fn figures_are_counted_from_the_first_that_is_not_zero() {
    assert_eq!(
        Number::new(12_761, 10_000_000).figures(2),
        Number::new(13, 10_000)
    );
    assert_eq!(Number::new(99_960, 100).figures(3), Number::whole(1000));
    assert_eq!(Number::whole(45_150).figures(3), Number::whole(45_200));
}
