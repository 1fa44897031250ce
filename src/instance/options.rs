//! The options of a multiple-choice item: the key and the first different wrong answers.

use serde::{Deserialize, Serialize};

use crate::bank::answer::Form;
use crate::bank::response::choice::{Choice, Order};
use crate::instance::fingerprint::hash_values;
use crate::instance::item::{ItemFault, Slip};
use crate::value::notation::{Format, Language, Medium, print};
use crate::value::{Number, Value};

/// An option as shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AnswerOption {
    /// What it says.
    pub value: Value,
    /// The misconception that it betrays; none for the key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub misconception: Option<usize>,
}

/// The key and wrong answers that differ from it and each other, as values and as printed: the
/// first ones as the author wrote them, unless there are more than wanted; then so many below the
/// key and so many above, that its rank gives nothing away. The key comes first unless the options
/// are sorted.
pub fn options(
    key: &Value,
    slips: &[Slip],
    choice: &Choice,
) -> Result<Vec<AnswerOption>, ItemFault> {
    let format = choice.answer.form.map_or(Format::Plain, Form::format);
    let language = Language::ENGLISH;
    let printed = |value: &Value| print(value, &format, Medium::Text, language).ok();
    let mut texts: Vec<String> = printed(key).into_iter().collect();
    let mut wrong: Vec<AnswerOption> = Vec::new();
    for slip in slips {
        let value = dressed(&slip.value, key);
        // What cannot be printed in the key's form would stand out from the other options.
        let Some(text) = printed(&value) else {
            continue;
        };
        let is_new = !texts.contains(&text)
            && !value.same(key)
            && !wrong.iter().any(|option| option.value.same(&value));
        if is_new {
            texts.push(text);
            wrong.push(AnswerOption {
                value,
                misconception: Some(slip.misconception),
            });
        }
    }
    if wrong.len() + 1 < choice.count {
        return Err(ItemFault::TooFewOptions {
            found: wrong.len() + 1,
            wanted: choice.count,
        });
    }
    if choice.order != Order::AsWritten {
        spread_ranks(&mut wrong, key, choice.count.saturating_sub(1));
    }
    wrong.truncate(choice.count.saturating_sub(1));
    let mut chosen = vec![AnswerOption {
        value: key.clone(),
        misconception: None,
    }];
    chosen.extend(wrong);
    if choice.order == Order::Sorted {
        chosen.sort_by(|a, b| {
            a.value
                .compare(&b.value)
                .unwrap_or(std::cmp::Ordering::Equal)
        });
    }
    Ok(chosen)
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
