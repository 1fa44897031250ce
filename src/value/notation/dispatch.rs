//! Which format prints which kind of value.

use super::format::Format;
use super::language::Language;
use super::layout::Layout;
use super::{
    Medium, Misfit, algebra, article, chem, formula, latex, list, numeral, ordinal, rounded,
};
use super::{text, words};
use crate::value::Value;
use crate::value::number::Number;
use crate::value::rational::Rational;

/// What the value looks like in this format.
pub(super) fn layout(value: &Value, format: Format, language: &Language) -> Result<Layout, Misfit> {
    match (value, format) {
        (Value::List(values), Format::List) => list::spoken(values, language),
        (Value::List(rows), Format::Matrix) => list::matrix(rows, value, language),
        (Value::List(values), _) => list::plain(values, format, language),
        (_, Format::Plain | Format::Tex) => plain(value, language),
        (_, Format::Capital) => Ok(Layout::Text(article::capital(&shown(value, language)?))),
        (_, Format::A) => article::indefinite(&shown(value, language)?, language),
        (Value::Text(text), Format::Chem) => chem::layout(text),
        _ => numeral::layout(&number(value, format)?, format, language),
    }
}

/// The value as it prints itself.
pub(super) fn plain(value: &Value, language: &Language) -> Result<Layout, Misfit> {
    match value {
        Value::Number(number) => Ok(numeral::plain(number)),
        Value::Text(text) => Ok(Layout::Text(text.to_string())),
        Value::Boolean(truth) => {
            let [yes, no] = language.truth;
            Ok(Layout::Text(if *truth { yes } else { no }.to_owned()))
        }
        Value::List(values) => list::plain(values, Format::Plain, language),
        Value::Polynomial(polynomial) => Ok(algebra::polynomial(polynomial)),
        Value::Surd(surd) => algebra::surd(surd),
        Value::PiMultiple(coefficient) => Ok(algebra::pi_multiple(coefficient)),
        Value::Formula(shown) => formula::layout(shown, language),
        Value::Row(_) | Value::Real(_) => Err(Misfit::kind(Format::Plain, value.kind())),
    }
}

/// The value as LaTeX; a text is LaTeX already.
pub(super) fn tex(value: &Value, medium: Medium, language: &Language) -> Result<String, Misfit> {
    match (medium, value) {
        (Medium::MathMl, _) => Err(Misfit::NotInMathMl),
        (_, Value::Text(text)) => Ok(text.to_string()),
        _ => Ok(latex::write(&plain(value, language)?, language)),
    }
}

fn shown(value: &Value, language: &Language) -> Result<String, Misfit> {
    Ok(text::write(&plain(value, language)?, language))
}

/// The number to print: exact, or of an irrational value as many figures as
/// the format is about to show.
fn number(value: &Value, format: Format) -> Result<Number, Misfit> {
    if let Some(number) = value.as_number() {
        return Ok(number);
    }
    let rounds = matches!(
        format,
        Format::Decimal(Some(_))
            | Format::Percent(Some(_))
            | Format::Scientific(Some(_))
            | Format::Sig(_)
    );
    match value {
        // The float as it is; the format rounds it once.
        Value::Real(x) if rounds => Rational::from_f64(*x)
            .map(Number::fraction)
            .ok_or(Misfit::UnroundedReal),
        Value::Surd(_) | Value::PiMultiple(_) if rounds => match format {
            Format::Decimal(Some(places)) => Ok(value.rounded(i32::from(places))?),
            Format::Percent(Some(places)) => Ok(value.rounded(i32::from(places) + 2)?),
            Format::Sig(figures) => rounded::irrational(value, figures),
            Format::Scientific(Some(places)) => rounded::irrational(value, places + 1),
            _ => Err(Misfit::kind(format, value.kind())),
        },
        _ => Err(Misfit::kind(format, value.kind())),
    }
}

/// The formats that print one number as words or digits with an ending.
pub(super) fn whole(
    number: &Number,
    format: Format,
    language: &Language,
) -> Result<Layout, Misfit> {
    let value = number.exact().clone();
    let Some(whole) = number.exact().to_i64() else {
        return Err(if number.exact().is_integer() {
            Misfit::OutOfRange { format, value }
        } else {
            Misfit::NotWhole { format, value }
        });
    };
    let printed = match format {
        Format::Words => words::number(whole, language.family).map(Layout::Text),
        Format::Ordinal => ordinal::layout(whole, language.family),
        _ => clock(whole, language),
    };
    printed.ok_or(Misfit::OutOfRange { format, value })
}

/// Hours and minutes: 2:45, in French 2 h 45.
fn clock(minutes: i64, language: &Language) -> Option<Layout> {
    if minutes < 0 {
        return None;
    }
    let (hours, minutes) = (minutes / 60, minutes % 60);
    Some(Layout::Text(match language.family {
        super::language::Family::French => format!("{hours}\u{a0}h\u{a0}{minutes:02}"),
        _ => format!("{hours}:{minutes:02}"),
    }))
}
