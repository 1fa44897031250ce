//! Typed answers: what a student wrote against the key, its form, unit and tolerance.

use crate::bank::answer::{Form, Ignore};
use crate::expression::function::strip_accents;
use crate::instance::item::{ItemKey, Slip};
use crate::instance::response::reading::{self, Shape, WrittenNumber};
use crate::instance::response::{AnswerRecord, Verdict, clock};
use crate::value::notation::{Format, Language, Medium, print};
use crate::value::{Rational, Value};

/// Scores a text against a key. `unit` is the unit as printed, if the answer has one.
pub fn score(
    key: &ItemKey,
    record: &AnswerRecord,
    slips: &[Slip],
    unit: Option<&str>,
    language: &'static Language,
    text: &str,
) -> Verdict {
    if text.trim().is_empty() {
        return Verdict::Invalid;
    }
    match &key.value {
        Value::Number(_) => {
            let clock = match record.form {
                Some(Form::Time) => clock::minutes(text),
                _ => None,
            };
            let Some(written) = clock.or_else(|| reading::number(text, language)) else {
                return Verdict::Invalid;
            };
            numeric(key, record, slips, unit, &written)
        }
        Value::Text(_) | Value::Boolean(_) => worded(key, record.ignore, slips, language, text),
        Value::List(_) => listed(key, slips, language, text),
        _ => algebraic(key, record, slips, without_unit(text, unit), language),
    }
}

/// A polynomial, root or the like, written without its unit.
fn algebraic(
    key: &ItemKey,
    record: &AnswerRecord,
    slips: &[Slip],
    text: &str,
    language: &'static Language,
) -> Verdict {
    match reading::algebra(text, language) {
        None => Verdict::Invalid,
        Some(value) if accepted(key).any(|right| means(right, &value, language)) => {
            let brackets = text.contains('(');
            let fits = match record.form {
                Some(Form::Expanded) => !brackets,
                Some(Form::Factored) => brackets || is_single(&key.value),
                Some(Form::SimplestRadical) => is_printed(&value, language, text),
                _ => true,
            };
            if fits { Verdict::Right } else { Verdict::Form }
        }
        Some(value) => betrayed(slips, |slip| slip.same(&value)),
    }
}

/// Whether a key has this value; one that is shown unevaluated is worked out first.
fn means(key: &Value, value: &Value, language: &'static Language) -> bool {
    if key.same(value) {
        return true;
    }
    let printed = print(key, &Format::Plain, Medium::Text, language).ok();
    let worked_out = printed.and_then(|printed| reading::algebra(&printed, language));
    worked_out.is_some_and(|key| key.same(value))
}

/// The key and what else is right.
fn accepted(key: &ItemKey) -> impl Iterator<Item = &Value> {
    std::iter::once(&key.value).chain(&*key.also)
}

/// A wrong answer, and the slip that leads to it.
fn betrayed(slips: &[Slip], is_it: impl Fn(&Value) -> bool) -> Verdict {
    let slip = slips.iter().find(|slip| is_it(&slip.value));
    Verdict::Wrong(slip.map(|slip| slip.misconception))
}

fn numeric(
    key: &ItemKey,
    record: &AnswerRecord,
    slips: &[Slip],
    unit: Option<&str>,
    written: &WrittenNumber,
) -> Verdict {
    let exact = |value: &Value| value.as_number().map(|number| number.exact().clone());
    let within = key.within.as_ref().and_then(exact);
    let is_near = |value: &Value| {
        exact(value).is_some_and(|right| match &within {
            None => right == written.value,
            Some(within) => right
                .sub(&written.value)
                .is_ok_and(|distance| distance.abs() <= *within),
        })
    };
    // The unit is printed behind the line, so it may be left out; another one is wrong.
    let other_unit = unit
        .is_some_and(|unit| !written.unit.is_empty() && spelling(&written.unit) != spelling(unit));
    let value = Value::from(written.value.clone());
    if accepted(key).any(is_near) {
        return match () {
            () if other_unit => Verdict::Wrong(None),
            () if fits(record.form, written, &key.value) => Verdict::Right,
            () => Verdict::Form,
        };
    }
    betrayed(slips, |slip| slip.same(&value))
}

/// The text before the unit, if it ends with it.
fn without_unit<'t>(text: &'t str, unit: Option<&str>) -> &'t str {
    let text = text.trim();
    let before = unit.and_then(|unit| text.strip_suffix(unit.trim()));
    before.map_or(text, str::trim_end)
}

/// A unit without spaces and with its powers as digits.
fn spelling(unit: &str) -> String {
    let letters = unit.chars().filter(|c| !c.is_whitespace() && *c != '^');
    letters
        .map(|letter| match letter {
            '²' => '2',
            '³' => '3',
            other => other,
        })
        .collect()
}

fn fits(form: Option<Form>, written: &WrittenNumber, key: &Value) -> bool {
    let whole = written.value.is_integer() && matches!(written.shape, Shape::Whole { .. });
    let Some(form) = form else { return true };
    match form {
        Form::Integer => whole,
        Form::Decimal => whole || matches!(written.shape, Shape::Decimal { .. }),
        Form::Percent => written.shape == Shape::Percent,
        Form::Fraction => whole || matches!(written.shape, Shape::Fraction { .. }),
        Form::LowestTerms => whole || written.shape == (Shape::Fraction { is_lowest: true }),
        Form::Mixed => {
            let is_proper = written.value.abs() < Rational::from(1)
                && written.shape == (Shape::Fraction { is_lowest: true });
            whole || is_proper || written.shape == (Shape::Mixed { is_lowest: true })
        }
        Form::SignificantFigures => match written.shape {
            Shape::Whole { figures }
            | Shape::Decimal { figures }
            | Shape::Scientific { figures, .. } => {
                figures_of(key).is_none_or(|wanted| wanted == figures)
            }
            _ => false,
        },
        Form::Scientific => {
            matches!(written.shape, Shape::Scientific { is_normal, .. } if is_normal)
        }
        Form::Time => written.shape == Shape::Clock,
        Form::Money | Form::Comma => whole || matches!(written.shape, Shape::Decimal { .. }),
        Form::Factored | Form::Expanded | Form::SimplestRadical | Form::Matrix => true,
    }
}

/// The significant figures of a key as printed.
fn figures_of(key: &Value) -> Option<usize> {
    let text = print(key, &Format::Plain, Medium::Text, Language::ENGLISH).ok()?;
    match reading::number(&text, Language::ENGLISH)?.shape {
        Shape::Whole { figures } | Shape::Decimal { figures } => Some(figures),
        _ => None,
    }
}

/// Whether the printed form of a value is what was written, but for spaces.
fn is_printed(value: &Value, language: &'static Language, text: &str) -> bool {
    let plain = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
    let printed = print(value, &Format::Plain, Medium::Text, language);
    printed.is_ok_and(|printed| plain(&printed) == plain(text).replace(['*', '·'], ""))
}

/// A product of one factor needs no brackets.
fn is_single(key: &Value) -> bool {
    matches!(key, Value::Polynomial(p) if p.terms().count() < 2)
}

fn worded(
    key: &ItemKey,
    ignore: Ignore,
    slips: &[Slip],
    language: &'static Language,
    text: &str,
) -> Verdict {
    let given = folded(text, ignore);
    let same = |value: &Value| {
        print(value, &Format::Plain, Medium::Text, language)
            .is_ok_and(|printed| folded(&printed, ignore) == given)
    };
    if accepted(key).any(same) {
        return Verdict::Right;
    }
    betrayed(slips, same)
}

/// A text without what does not matter in it, and without outer spaces.
fn folded(text: &str, ignore: Ignore) -> String {
    let mut text = text.trim().replace('’', "'");
    if ignore.accents {
        text = strip_accents(&text);
    }
    if ignore.case {
        text = text.to_lowercase();
    }
    if ignore.spaces {
        text.retain(|letter| !letter.is_whitespace());
    }
    text
}

/// A list in the order of the key, parted by semicolons, or by commas where no number has one.
fn listed(key: &ItemKey, slips: &[Slip], language: &'static Language, text: &str) -> Verdict {
    let Some(given) = elements(text, language) else {
        return Verdict::Invalid;
    };
    let given = Value::list(given);
    if accepted(key).any(|right| right.same(&given)) {
        return Verdict::Right;
    }
    betrayed(slips, |slip| slip.same(&given))
}

/// The values of a list as typed.
pub fn elements(text: &str, language: &'static Language) -> Option<Vec<Value>> {
    let text = text
        .trim()
        .trim_start_matches(['[', '{', '('])
        .trim_end_matches([']', '}', ')']);
    let mark = if text.contains(';') || language.decimal == ',' {
        ';'
    } else {
        ','
    };
    let parts = text.split(mark).flat_map(|part| part.split(" and "));
    parts.map(|part| value(part, language)).collect()
}

/// A number, algebra, or else a text.
pub fn value(text: &str, language: &'static Language) -> Option<Value> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    match reading::number(text, language).filter(|number| number.unit.is_empty()) {
        Some(number) => Some(number.value.into()),
        None => Some(reading::algebra(text, language).unwrap_or_else(|| Value::text(text))),
    }
}
