//! Open answers on the key: an example, and the property that makes an answer right.

use crate::instance::response::open::{Known, OpenRecord, parts};
use crate::render::compose::Composer;
use crate::render::compose::answer::answer_text;
use crate::render::compose::task::Asked;
use crate::render::view::{AnswerView, Rich};
use crate::value::Value;
use crate::value::notation::Medium;

/// Signs of the language, and how people write them.
const SIGNS: [(&str, &str); 5] = [
    ("==", "="),
    ("!=", "≠"),
    ("<=", "≤"),
    (">=", "≥"),
    ("*", "·"),
];

impl Composer<'_> {
    /// The example, one answer for each name, and the property with the first of them.
    pub(super) fn example(
        &self,
        record: &OpenRecord,
        known: &Known,
        asked: &Asked<'_>,
    ) -> Vec<AnswerView> {
        let example = asked.task.keys.first().map(|key| &key.value);
        let values = example.and_then(|value| parts(value, record.names.len()));
        let values = values.unwrap_or_default();
        let mut answers: Vec<AnswerView> = record
            .names
            .iter()
            .zip(&values)
            .map(|(name, value)| AnswerView {
                label: if values.len() > 1 {
                    name.clone()
                } else {
                    String::new()
                },
                text: answer_text(&self.printer, value, None),
                accepted: Vec::new(),
            })
            .collect();
        // In a blank the one answer is found by its name.
        let stem = asked.texts.stems.first();
        let has_blanks = stem.is_some_and(|stem| stem.prose.blanks().next().is_some());
        if let ([answer], [name], true) = (&mut answers[..], &record.names[..], has_blanks) {
            answer.label.clone_from(name);
        }
        if let Some(first) = answers.first_mut() {
            first.accepted = vec![self.property(record, known, asked)];
        }
        answers
    }

    fn property(&self, record: &OpenRecord, known: &Known, asked: &Asked<'_>) -> Rich {
        let mut sentence = Rich::plain(&self.printer.messages.say("any_with", &[]));
        let property = match &asked.texts.tell {
            Some(tell) => self.fill(tell, &known.tell),
            None => Rich::plain(&self.in_words(&record.property, known)),
        };
        sentence.html.0.push_str(&format!(" {}", property.html.0));
        sentence
            .markdown
            .0
            .push_str(&format!(" {}", property.markdown.0));
        sentence
    }

    /// The property with the signs of mathematics, and numbers in place of the item's names.
    fn in_words(&self, property: &str, known: &Known) -> String {
        let mut words = String::new();
        let mut rest = property;
        while let Some(letter) = rest.chars().next() {
            let name = rest
                .find(|c: char| !(c.is_alphanumeric() || c == '_'))
                .unwrap_or(rest.len());
            if letter.is_alphabetic() {
                words.push_str(&self.name(&rest[..name], known));
                rest = &rest[name..];
            } else if let Some((sign, written)) = SIGNS.iter().find(|(s, _)| rest.starts_with(s)) {
                words.push_str(written);
                rest = &rest[sign.len()..];
            } else {
                words.push(letter);
                rest = &rest[letter.len_utf8()..];
            }
        }
        words
    }

    fn name(&self, name: &str, known: &Known) -> String {
        let value = known.values.iter().find(|(known, _)| known == name);
        match value {
            Some((_, value @ (Value::Number(_) | Value::Text(_)))) => {
                self.printer.print(value, &[], Medium::Text)
            }
            _ => name.to_owned(),
        }
    }
}
