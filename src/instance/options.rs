//! The options of a multiple-choice item: the key and the first different wrong answers.

use serde::{Deserialize, Serialize};

use crate::bank::answer::Form;
use crate::bank::response::choice::Order;
use crate::instance::figure::DrawnFigure;
use crate::instance::fingerprint::hash_values;
use crate::instance::item::{ItemFault, Slip};
use crate::source::Span;
use crate::value::notation::{Format, Language, Medium, describe, print};
use crate::value::{Number, Value};

/// An option as shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AnswerOption {
    /// What it says.
    pub value: Value,
    /// The misconception that it betrays, if one leads to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub misconception: Option<usize>,
    /// Whether it is right.
    #[serde(rename = "key", default, skip_serializing_if = "std::ops::Not::not")]
    pub is_key: bool,
    /// What is drawn for it instead of printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<DrawnFigure>,
}

/// The key and wrong answers that differ from it and each other, as values and as printed: the
/// first ones as the author wrote them, unless there are more than wanted; then so many below the
/// key and so many above, that its rank gives nothing away. The key comes first unless the options
/// are sorted.
pub fn options(
    key: &Value,
    form: Option<Form>,
    slips: &[Slip],
    count: usize,
    order: Order,
) -> Result<Vec<AnswerOption>, ItemFault> {
    let format = form.map_or(Format::Plain, Form::format);
    let language = Language::ENGLISH;
    // Different numbers look different where they are not rounded, and so do different texts.
    let exact = matches!(format, Format::Plain | Format::Fraction);
    let alike = |value: &Value| {
        let pair = (key, value);
        matches!(pair, (Value::Number(_), Value::Number(_)))
            || format == Format::Plain && matches!(pair, (Value::Text(_), Value::Text(_)))
    };
    let looks = !exact || !slips.iter().all(|slip| alike(&slip.value));
    let printed = |value: &Value| match looks {
        true => print(value, &format, Medium::Text, language).ok(),
        false => Some(String::new()),
    };
    let mut texts: Vec<String> = printed(key).into_iter().collect();
    let mut wrong: Vec<AnswerOption> = Vec::new();
    for slip in in_turn(slips, key) {
        let value = dressed(&slip.value, key);
        // What cannot be printed in the key's form would stand out from the other options.
        let Some(text) = printed(&value) else {
            continue;
        };
        let is_known = value.same(key)
            || wrong.iter().any(|option| option.value.same(&value))
            || looks && texts.contains(&text);
        if !is_known {
            texts.push(text);
            wrong.push(AnswerOption {
                value,
                misconception: Some(slip.misconception),
                is_key: false,
                figure: None,
            });
        }
    }
    if wrong.len() + 1 < count {
        return Err(ItemFault::TooFewOptions {
            found: wrong.len() + 1,
            wanted: count,
        });
    }
    if order != Order::AsWritten {
        spread_ranks(&mut wrong, key, count.saturating_sub(1));
    }
    wrong.truncate(count.saturating_sub(1));
    let mut chosen = vec![AnswerOption {
        value: key.clone(),
        misconception: None,
        is_key: true,
        figure: None,
    }];
    chosen.extend(wrong);
    if order == Order::Sorted {
        sort(&mut chosen);
    }
    Ok(chosen)
}

/// The options of a list, of which exactly one is the key. The key comes first if the options
/// are to be shuffled.
pub fn listed(
    key: &Value,
    slips: &[Slip],
    values: Vec<Value>,
    order: Order,
    span: Span,
) -> Result<Vec<AnswerOption>, ItemFault> {
    let twin = |at: usize| values[..at].iter().any(|value| value.same(&values[at]));
    if let Some(at) = (0..values.len()).find(|at| twin(*at)) {
        let message = format!("the option {} stands twice", describe(&values[at]));
        let help = "take one of the two away, or rule such draws out under `where`";
        return Err(ItemFault::response(span, message, help));
    }
    if values.len() < 2 || !values.iter().any(|value| value.same(key)) {
        let message = format!("the key {} is not among the options", describe(key));
        let help = "`choices` must list the answer too";
        return Err(ItemFault::response(span, message, help));
    }
    let mut options: Vec<AnswerOption> = values
        .into_iter()
        .map(|value| {
            let slip = slips.iter().find(|slip| slip.value.same(&value));
            AnswerOption {
                is_key: value.same(key),
                misconception: slip.map(|slip| slip.misconception),
                value,
                figure: None,
            }
        })
        .collect();
    match order {
        Order::AsWritten => {}
        Order::Sorted => sort(&mut options),
        Order::Shuffled => {
            let key = options.iter().position(|option| option.is_key).unwrap_or(0);
            options[..=key].rotate_right(1);
        }
    }
    Ok(options)
}

/// The first wrong answer of every misconception, then the second of those that have more, and so
/// on. Which of a misconception's answers come first is decided by the values, so that a long pool
/// does not always show its beginning.
fn in_turn<'s>(slips: &'s [Slip], key: &Value) -> Vec<&'s Slip> {
    // The slips of a misconception stand together; mostly it has one.
    let together = slips.chunk_by(|one, next| one.misconception == next.misconception);
    let mut groups: Vec<Vec<&Slip>> = together.map(|group| group.iter().collect()).collect();
    if groups.len() == slips.len() {
        return slips.iter().collect();
    }
    let rounds = groups.iter().map(Vec::len).max().unwrap_or(0);
    for group in groups.iter_mut().filter(|group| group.len() > 1) {
        group.sort_by_cached_key(|slip| hash_values([key, &slip.value].into_iter()));
    }
    let turn = |round: usize| {
        groups
            .iter()
            .filter_map(move |group| group.get(round).copied())
    };
    (0..rounds).flat_map(turn).collect()
}

fn sort(options: &mut [AnswerOption]) {
    options.sort_by(|a, b| {
        a.value
            .compare(&b.value)
            .unwrap_or(std::cmp::Ordering::Equal)
    });
}

/// Of more wrong answers than are wanted, keeps some below the key and some above. How many below
/// is decided by the values themselves, each possible number being as likely as any other, so that
/// the same item always shows the same options.
fn spread_ranks(wrong: &mut Vec<AnswerOption>, key: &Value, wanted: usize) {
    let is_below = |option: &AnswerOption| {
        let order = option.value.compare(key);
        order.map(std::cmp::Ordering::is_lt)
    };
    let numeric = matches!(key, Value::Number(_));
    if !numeric || wrong.len() <= wanted || wrong.iter().any(|option| is_below(option).is_none()) {
        return;
    }
    let below = wrong
        .iter()
        .filter(|option| is_below(option) == Some(true))
        .count();
    let (fewest, most) = (
        wanted.saturating_sub(wrong.len() - below),
        below.min(wanted),
    );
    let values = wrong.iter().map(|option| &option.value).chain([key]);
    let possible = (most - fewest + 1) as u64;
    let chosen = fewest + usize::try_from(hash_values(values) % possible).unwrap_or(0);
    let (mut low, mut high) = (chosen, wanted - chosen);
    wrong.retain(|option| {
        let left = match is_below(option) {
            Some(true) => &mut low,
            _ => &mut high,
        };
        let kept = *left > 0;
        *left -= usize::from(kept);
        kept
    });
}

/// A wrong answer with as many decimal places as the key shows, so that places betray nothing.
fn dressed(value: &Value, key: &Value) -> Value {
    match (value, key) {
        (Value::Number(wrong), Value::Number(right)) if wrong.places() != right.places() => {
            Value::Number(match (right.places(), wrong.exact().decimal_places()) {
                (Some(shown), Some(_)) => Number::decimal(wrong.exact().clone(), shown),
                (None, Some(0)) => Number::fraction(wrong.exact().clone()),
                _ => wrong.clone(),
            })
        }
        _ => value.clone(),
    }
}
