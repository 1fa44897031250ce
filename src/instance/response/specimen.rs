//! The self-test of a response type: it makes a right, a wrong and an invalid answer of itself.

use crate::bank::answer::Form;
use crate::instance::item::{Item, ItemKey, Slip, Task};
use crate::instance::response::{AnswerRecord, Drawn, Given, ResponseRecord, Verdict, open};
use crate::value::notation::{Format, Language, Medium, print};
use crate::value::{Number, Rational, Value};

/// Answers with a known worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Specimens {
    /// It earns all points.
    pub right: Given,
    /// It does not; some properties are true of everything.
    pub wrong: Option<Given>,
    /// It is no answer.
    pub invalid: Given,
}

impl ResponseRecord {
    /// A right, a wrong and an invalid answer to `item`.
    pub fn specimens(&self, item: &Item, language: &'static Language) -> Specimens {
        let Self::Parts { parts } = self else {
            return self.specimens_of(item.task(), language);
        };
        let made: Vec<Specimens> = item
            .parts
            .iter()
            .filter_map(|part| {
                let record = parts.get(part.part)?;
                Some(record.response.specimens_of(part.task(), language))
            })
            .collect();
        let wrong = made
            .iter()
            .map(|one| one.wrong.clone().unwrap_or(one.invalid.clone()));
        Specimens {
            right: Given::Parts(made.iter().map(|one| one.right.clone()).collect()),
            wrong: Some(Given::Parts(wrong.collect())),
            invalid: Given::Parts(made.iter().map(|one| one.invalid.clone()).collect()),
        }
    }

    fn specimens_of(&self, task: Task<'_>, language: &'static Language) -> Specimens {
        let answers = self.answers();
        match (self, task.drawn) {
            (Self::Choice { .. }, _) => {
                let find = |key: bool| task.options.iter().position(|o| o.is_key == key);
                Specimens {
                    right: Given::Option(find(true).unwrap_or(usize::MAX)),
                    wrong: find(false).map(Given::Option),
                    invalid: Given::Option(task.options.len()),
                }
            }
            (Self::Blanks { .. }, _) => {
                let keys = || task.keys.iter().zip(&answers);
                Specimens {
                    right: Given::Blanks(
                        keys()
                            .map(|(key, (_, a))| right_text(key, a, language))
                            .collect(),
                    ),
                    wrong: Some(Given::Blanks(
                        keys()
                            .map(|(key, (_, a))| wrong_text(key, a, &key.slips, language))
                            .collect(),
                    )),
                    invalid: Given::Blanks(vec![String::new(); task.keys.len()]),
                }
            }
            (_, Drawn::Select(shown)) => {
                let marks = |is_true: bool| {
                    let places = 0..shown.len();
                    let marked = places.filter(|at| shown[*at].is_true == is_true);
                    Given::Marks(marked.collect())
                };
                Specimens {
                    right: marks(true),
                    wrong: Some(marks(false)),
                    invalid: Given::Marks(vec![shown.len()]),
                }
            }
            (_, Drawn::Match(columns)) => {
                let next = |partner: &usize| (partner + 1) % columns.right.len();
                Specimens {
                    right: Given::Pairs(columns.partners.clone()),
                    wrong: Some(Given::Pairs(columns.partners.iter().map(next).collect())),
                    invalid: Given::Pairs(Vec::new()),
                }
            }
            (_, Drawn::Sequence(steps)) => Specimens {
                right: Given::Order(steps.order.clone()),
                wrong: Some(Given::Order(steps.order.iter().rev().copied().collect())),
                invalid: Given::Order(steps.order[1..].to_vec()),
            },
            (Self::Open(record), Drawn::Open(known)) => {
                let example = task.keys.first().map(|key| &key.value);
                let parts = example.and_then(|value| open::parts(value, record.names.len()));
                let parts = parts.unwrap_or_default();
                let text = |values: &[Value]| {
                    values
                        .iter()
                        .map(|value| text_of(value, None, language))
                        .collect()
                };
                let is_wrong = |values: &Vec<Value>| {
                    open::score(record, known, values) == Verdict::Wrong(None)
                };
                let wrong = (1..=100).map(|shift| shifted(&parts, shift)).find(is_wrong);
                Specimens {
                    right: Given::Blanks(text(&parts)),
                    wrong: wrong.map(|values| Given::Blanks(text(&values))),
                    invalid: Given::Blanks(vec![String::new(); record.names.len()]),
                }
            }
            (Self::Constructed { rubric, .. }, _) => {
                let criteria = || rubric.iter().flat_map(|rubric| &rubric.criteria);
                let level = |of: Option<&(u32, _)>| of.map_or(0, |(level, _)| *level);
                Specimens {
                    right: Given::Levels(criteria().map(|c| level(c.levels.first())).collect()),
                    wrong: Some(Given::Levels(
                        criteria().map(|c| level(c.levels.last())).collect(),
                    )),
                    invalid: Given::Levels(vec![u32::MAX]),
                }
            }
            _ => match (task.keys.first(), answers.first()) {
                (Some(key), Some((_, answer))) => Specimens {
                    right: Given::Text(right_text(key, answer, language)),
                    wrong: Some(Given::Text(wrong_text(key, answer, task.slips, language))),
                    invalid: Given::Text(match key.value {
                        Value::Number(_) => "?".to_owned(),
                        _ => String::new(),
                    }),
                },
                _ => Specimens {
                    right: Given::Text(String::new()),
                    wrong: None,
                    invalid: Given::Text(String::new()),
                },
            },
        }
    }
}

fn text_of(value: &Value, form: Option<Form>, language: &'static Language) -> String {
    let format = form.map_or(Format::Plain, Form::format);
    print(value, &format, Medium::Text, language)
        .or_else(|_| print(value, &Format::Plain, Medium::Text, language))
        .unwrap_or_default()
}

fn right_text(key: &ItemKey, answer: &AnswerRecord, language: &'static Language) -> String {
    text_of(&key.value, answer.form, language)
}

fn wrong_text(
    key: &ItemKey,
    answer: &AnswerRecord,
    slips: &[Slip],
    language: &'static Language,
) -> String {
    let is_wrong = |value: &Value| match (value.as_number(), key.value.as_number()) {
        (Some(wrong), Some(right)) => {
            let distance = wrong
                .exact()
                .sub(right.exact())
                .map(|distance| distance.abs());
            let within = key.within.as_ref().and_then(Value::as_number);
            let is_far = |within: Number| distance.is_ok_and(|far| far > *within.exact());
            within.is_none_or(is_far) && !key.also.iter().any(|also| also.same(value))
        }
        _ => true,
    };
    let slip = slips.iter().find(|slip| is_wrong(&slip.value));
    match (slip, &key.value) {
        (Some(slip), _) => text_of(&slip.value, answer.form, language),
        (None, Value::Text(text)) => format!("not {text}"),
        (None, Value::List(_)) => "0; 0; 0; 0".to_owned(),
        (None, value) => {
            let wrong = (1..=10_000).map(|by| shifted(std::slice::from_ref(value), by));
            let wrong = wrong.filter_map(|mut values| values.pop()).find(is_wrong);
            wrong.map_or_else(|| "?".to_owned(), |wrong| text_of(&wrong, None, language))
        }
    }
}

/// The first value of a list changed a little, the more the greater `by`.
fn shifted(values: &[Value], by: i64) -> Vec<Value> {
    let mut values = values.to_vec();
    if let Some(first) = values.first_mut() {
        *first = match first.as_number() {
            Some(number) => number
                .exact()
                .add(&Rational::from(by))
                .map_or(Value::integer(by), Value::from),
            None => Value::text(&format!("not {by}")),
        };
    }
    values
}
