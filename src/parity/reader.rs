//! The reading grade of a form: what its stems ask of a reader.

use std::collections::HashMap;

use crate::difficulty::reading::{Reading, Ungraded};
use crate::form::set::{Form, FormSet};
use crate::instance::response::ResponseRecord;
use crate::instance::wording::{Wording, WordingPiece};
use crate::value::Value;

/// A stem: its model, its part if it is one, its wording, and the words among its values.
type Stem = (usize, Option<usize>, usize, String);

/// Reads forms. Stems that differ in numbers only are read once.
pub struct Reader<'a> {
    set: &'a FormSet,
    read: HashMap<Stem, Reading>,
}

impl<'a> Reader<'a> {
    /// A reader of the forms of `set`.
    pub fn new(set: &'a FormSet) -> Self {
        Self {
            set,
            read: HashMap::new(),
        }
    }

    /// The reading grade of the form's stems one after the other, those of parts too.
    ///
    /// # Errors
    /// As [`Reading::grade`].
    pub fn grade(&mut self, form: &Form) -> Result<f64, Ungraded> {
        let set = self.set;
        let mut whole = Reading::default();
        for placed in &form.items {
            let item = &placed.item;
            let model = &set.models[item.model];
            let mut read = |part, wording: Option<&Wording>, values: &[Value]| {
                let Some(wording) = wording else { return };
                let stem = (item.model, part, item.wording, words(values));
                let read = self.read.entry(stem);
                let reading = *read.or_insert_with(|| Reading::of(&spoken(wording, values)));
                whole = whole.and(reading);
            };
            read(None, model.stems.get(item.wording), &item.stem);
            if let ResponseRecord::Parts { parts } = &model.response {
                for part in &item.parts {
                    let record = parts.get(part.part);
                    read(Some(part.part), record.map(|part| &part.stem), &part.stem);
                }
            }
        }
        whole.grade(&set.bank.language)
    }
}

/// The words among the values of a stem.
fn words(values: &[Value]) -> String {
    let mut words = String::new();
    for value in values {
        match value {
            Value::Text(text) => words.push_str(text),
            Value::List(elements) => words.push_str(&self::words(elements)),
            _ => continue,
        }
        words.push(' ');
    }
    words
}

/// The stem as it is read: mathematics and numbers are no words, but may end a sentence.
fn spoken(wording: &Wording, values: &[Value]) -> String {
    let mut values = values.iter();
    let mut spoken = String::new();
    let mut in_mathematics = false;
    for piece in &wording.pieces {
        match piece {
            WordingPiece::Blank(_) => {}
            WordingPiece::Hole(_) => {
                let value = values.next();
                match value.filter(|_| !in_mathematics) {
                    Some(value @ (Value::Text(_) | Value::List(_))) => {
                        spoken.push_str(words(std::slice::from_ref(value)).trim_end());
                    }
                    _ => spoken.push('0'),
                }
            }
            WordingPiece::Text(text) => {
                for (at, part) in text.replace("\\$", "¤").split('$').enumerate() {
                    if at > 0 {
                        in_mathematics = !in_mathematics;
                        spoken.push('0');
                    }
                    if !in_mathematics {
                        spoken.push_str(part);
                    }
                }
            }
        }
    }
    spoken
}

#[cfg(test)]
mod tests {
    use super::spoken;
    use crate::instance::wording::{Wording, WordingPiece};
    use crate::value::Value;

    #[test]
    fn mathematics_and_numbers_are_no_words() {
        let text = |text: &str| WordingPiece::Text(text.to_owned());
        let hole = || WordingPiece::Hole(Vec::new());
        let pieces = vec![
            hole(),
            text(" pays \\$"),
            hole(),
            text(". Work out $\\frac{"),
            hole(),
            text("}{3}$. It is "),
            WordingPiece::Blank("answer".into()),
        ];
        let values = [Value::text("Ann"), Value::integer(5), Value::integer(2)];
        let read = spoken(&Wording { pieces }, &values);
        assert_eq!(read, "Ann pays ¤0. Work out 000. It is ");
    }
}
