//! Powers of ten in scientific notation, as students type them.

use crate::instance::response::reading::{Reader, SUPERSCRIPTS};
use crate::value::Rational;

/// The greatest power of ten that is read.
const MOST_ZEROS: usize = 300;

/// Which way a power of ten moves the point.
pub(super) enum Power {
    /// To the right.
    Times,
    /// To the left.
    Over,
}

impl Reader {
    /// `e3`, `x 10^3`, `· 10³`: which way the point moves, and the power of ten.
    pub(super) fn power(&mut self, spaced: bool) -> Option<(Power, Rational)> {
        let start = self.at;
        let power = self.exponent(spaced);
        if power.is_none() {
            self.at = start;
        }
        power
    }

    fn exponent(&mut self, spaced: bool) -> Option<(Power, Rational)> {
        if !spaced && (self.take('e') || self.take('E')) {
            return self.power_of_ten();
        }
        let times = "x×X*·⋅∙";
        if !self.peek().is_some_and(|mark| times.contains(mark)) {
            return None;
        }
        self.at += 1;
        self.spaces();
        if !(self.take('1') && self.take('0')) {
            return None;
        }
        if self.take('^') || self.take('*') && self.take('*') {
            let bracket = self.take('(') || self.take('{');
            let power = self.power_of_ten()?;
            let closed = !bracket || self.take(')') || self.take('}');
            return closed.then_some(power);
        }
        let raised = |c: char| match c {
            '⁻' => Some('-'),
            c => SUPERSCRIPTS
                .chars()
                .position(|digit| digit == c)
                .and_then(|digit| char::from_digit(u32::try_from(digit).ok()?, 10)),
        };
        let mut at = self.at;
        while let Some(digit) = self.letters.get(at).copied().and_then(raised) {
            self.letters[at] = digit;
            at += 1;
        }
        // `2 x 103` is no power of ten.
        if at == self.at {
            return None;
        }
        self.power_of_ten()
    }

    fn power_of_ten(&mut self) -> Option<(Power, Rational)> {
        let power = if self.sign() {
            Power::Over
        } else {
            Power::Times
        };
        let exponent: usize = self.digits().parse().ok()?;
        if exponent > MOST_ZEROS {
            return None;
        }
        let ten = Rational::parse(&format!("1{}", "0".repeat(exponent))).ok()?;
        Some((power, ten))
    }
}
