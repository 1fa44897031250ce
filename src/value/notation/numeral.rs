//! Numbers: decimals, fractions, percentages, money.

use super::dispatch;
use super::format::Format;
use super::language::Language;
use super::layout::Layout;
use super::misfit::Misfit;
use super::rounded;
use crate::value::number::Number;
use crate::value::rational::Rational;

/// The number in a format for numbers.
pub(super) fn layout(
    number: &Number,
    format: Format,
    language: &Language,
) -> Result<Layout, Misfit> {
    let exact = number.exact();
    match format {
        Format::Decimal(None) => {
            let written = Number::decimal(exact.clone(), number.places().unwrap_or(0));
            match written.places() {
                Some(places) => Ok(decimal(exact, places)),
                None => Err(endless(format, exact)),
            }
        }
        Format::Decimal(Some(places)) => Ok(rounded_to(exact, places)?),
        Format::Fraction => Ok(fraction(exact)),
        Format::Mixed => Ok(mixed(exact)?),
        Format::Percent(places) => percent(number, places),
        Format::Money => money(exact),
        Format::Comma => Ok(grouped(plain(number))),
        Format::Scientific(places) => rounded::scientific(exact, places),
        Format::Sig(figures) => rounded::significant(exact, figures),
        Format::Words | Format::Ordinal | Format::Time => dispatch::whole(number, format, language),
        _ => Err(Misfit::kind(format, crate::value::kind::Kind::Number)),
    }
}

/// The number as written: a decimal with its places, or a fraction.
pub(super) fn plain(number: &Number) -> Layout {
    match number.places() {
        Some(places) => decimal(number.exact(), places),
        None => fraction(number.exact()),
    }
}

/// Exact digits; a number that does not fit into the places stays a fraction.
pub(super) fn decimal(value: &Rational, places: u8) -> Layout {
    match value.abs().to_decimal(u32::from(places)) {
        Some(digits) => Layout::numeral(digits).signed(value.is_negative()),
        None => fraction(value),
    }
}

/// The number rounded to places. What rounds to zero has no sign.
pub(super) fn rounded_to(value: &Rational, places: u8) -> Result<Layout, Misfit> {
    Ok(decimal(&value.round_to(i32::from(places))?, places))
}

/// A whole number, or numerator over denominator with the sign outside.
pub(super) fn fraction(value: &Rational) -> Layout {
    let (numerator, denominator) = match value.small_parts() {
        Some((n, d)) => (n.unsigned_abs().to_string(), d.to_string()),
        None => (
            value.abs().numerator().to_string(),
            value.denominator().to_string(),
        ),
    };
    let numerator = Layout::numeral(numerator);
    let size = if value.is_integer() {
        numerator
    } else {
        Layout::fraction(numerator, Layout::numeral(denominator))
    };
    size.signed(value.is_negative())
}

fn mixed(value: &Rational) -> Result<Layout, Misfit> {
    let size = value.abs();
    let whole = size.floor();
    let rest = size.sub(&whole)?;
    let layout = if whole.is_zero() || rest.is_zero() {
        fraction(&size)
    } else {
        Layout::Mixed(Box::new(fraction(&whole)), Box::new(fraction(&rest)))
    };
    Ok(layout.signed(value.is_negative()))
}

fn percent(number: &Number, places: Option<u8>) -> Result<Layout, Misfit> {
    let value = number.exact().mul(&Rational::integer(100))?;
    let size = value.abs();
    let (amount, zero) = match (places, size.decimal_places()) {
        (Some(places), _) => {
            let size = size.round_to(i32::from(places))?;
            (decimal(&size, places), size.is_zero())
        }
        (None, Some(needed)) => {
            // 0.50 was written to hundredths, which are whole percents.
            let written = number.places().map_or(0, |places| places.saturating_sub(2));
            let needed = u8::try_from(needed).unwrap_or(u8::MAX);
            (decimal(&size, written.max(needed)), size.is_zero())
        }
        (None, None) => (mixed(&size)?, false),
    };
    Ok(Layout::Percent(Box::new(amount)).signed(value.is_negative() && !zero))
}

fn money(value: &Rational) -> Result<Layout, Misfit> {
    match value.abs().to_decimal(2) {
        Some(digits) => {
            let amount = Layout::Money(Box::new(Layout::numeral(digits)));
            Ok(amount.signed(value.is_negative()))
        }
        None => Err(Misfit::NotCents {
            value: value.clone(),
        }),
    }
}

fn grouped(layout: Layout) -> Layout {
    let again = |inner: Box<Layout>| Box::new(grouped(*inner));
    match layout {
        Layout::Numeral { digits, .. } => Layout::Numeral {
            digits,
            grouped: true,
        },
        Layout::Negative(inner) => Layout::Negative(again(inner)),
        Layout::Fraction(n, d) => Layout::Fraction(again(n), again(d)),
        other => other,
    }
}

pub(super) fn endless(format: Format, value: &Rational) -> Misfit {
    Misfit::Endless {
        format,
        value: value.clone(),
    }
}
