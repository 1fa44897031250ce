//! The options of a multiple-choice item: the key and the first different wrong answers.

use serde::{Deserialize, Serialize};

use crate::bank::answer::Form;
use crate::bank::response::choice::{Choice, Order};
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

/// The key and the first wrong answers that differ from it and each other, as values and as
/// printed. The key comes first unless the options are sorted.
pub fn options(
    key: &Value,
    slips: &[Slip],
    choice: &Choice,
) -> Result<Vec<AnswerOption>, ItemFault> {
    let format = choice.answer.form.map_or(Format::Plain, Form::format);
    let language = Language::ENGLISH;
    let printed = |value: &Value| print(value, &format, Medium::Text, language).ok();
    let mut texts: Vec<String> = printed(key).into_iter().collect();
    let mut chosen = vec![AnswerOption {
        value: key.clone(),
        misconception: None,
    }];
    for slip in slips {
        if chosen.len() == choice.count {
            break;
        }
        let value = dressed(&slip.value, key);
        // What cannot be printed in the key's form would stand out from the other options.
        let Some(text) = printed(&value) else {
            continue;
        };
        let is_new =
            !texts.contains(&text) && !chosen.iter().any(|option| option.value.same(&value));
        if is_new {
            texts.push(text);
            chosen.push(AnswerOption {
                value,
                misconception: Some(slip.misconception),
            });
        }
    }
    if chosen.len() < choice.count {
        return Err(ItemFault::TooFewOptions {
            found: chosen.len(),
            wanted: choice.count,
        });
    }
    if choice.order == Order::Sorted {
        chosen.sort_by(|a, b| {
            a.value
                .compare(&b.value)
                .unwrap_or(std::cmp::Ordering::Equal)
        });
    }
    Ok(chosen)
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
