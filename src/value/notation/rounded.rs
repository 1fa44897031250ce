//! Significant figures and scientific notation.

use super::format::Format;
use super::layout::{Layout, Sign};
use super::misfit::Misfit;
use super::numeral;
use crate::value::Value;
use crate::value::number::Number;
use crate::value::rational::Rational;

/// The number rounded to significant figures: 0.00456, 12,300.
pub(super) fn significant(value: &Rational, figures: u8) -> Result<Layout, Misfit> {
    let (rounded, places) = to_figures(value, figures)?;
    // Zeros before the point are not significant, but they have to be there.
    let places = u8::try_from(places.max(0)).map_err(|_| Misfit::OutOfRange {
        format: Format::Sig(figures),
        value: value.clone(),
    })?;
    Ok(numeral::decimal(&rounded, places))
}

/// The number as mantissa times a power of ten.
pub(super) fn scientific(value: &Rational, places: Option<u8>) -> Result<Layout, Misfit> {
    let value = match places {
        Some(places) => to_figures(value, places + 1)?.0,
        None => value.clone(),
    };
    let Some(exponent) = value.magnitude() else {
        return Ok(Layout::numeral("0"));
    };
    let ten = Rational::integer(10);
    let mantissa = value.div(&ten.pow(i64::from(exponent))?)?;
    let needed = match places {
        Some(places) => Some(places),
        None => mantissa.decimal_places().and_then(|n| u8::try_from(n).ok()),
    };
    let Some(places) = needed else {
        return Err(numeral::endless(Format::Scientific(None), &value));
    };
    let exponent = numeral::fraction(&Rational::integer(i64::from(exponent)));
    let sequence = Layout::Sequence(vec![
        numeral::decimal(&mantissa.abs(), places),
        Layout::Sign(Sign::Times),
        Layout::power(Layout::numeral("10"), exponent),
    ]);
    Ok(sequence.signed(value.is_negative()))
}

/// An irrational value to significant figures.
pub(super) fn irrational(value: &Value, figures: u8) -> Result<Number, Misfit> {
    // Far more places than any figure asked for; the magnitude is all we take.
    let near = value.rounded(80)?;
    let magnitude = near.exact().magnitude().unwrap_or(0);
    Ok(value.rounded(i32::from(figures) - 1 - magnitude)?)
}

/// Rounded to figures, and the places of the last of them.
fn to_figures(value: &Rational, figures: u8) -> Result<(Rational, i32), Misfit> {
    let last = |value: &Rational| {
        let magnitude = value.magnitude().unwrap_or(0);
        i32::from(figures) - 1 - magnitude
    };
    let rounded = value.round_to(last(value))?;
    // 9.99 to two figures is 10, whose last figure is one place further left.
    let places = last(&rounded);
    Ok((rounded, places))
}
