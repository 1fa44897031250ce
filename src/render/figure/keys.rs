//! What stands behind the keys of a drawn shape, as the hand that draws needs it.

use crate::instance::figure::{Drawn, DrawnShape};
use crate::render::figure::canvas::{Fill, LINE, Style, THICK};
use crate::render::figure::geometry::At;
use crate::render::figure::words::Words;
use crate::value::{Number, Value};

/// The numbers of a list.
pub fn numbers(value: &Value) -> Vec<f64> {
    match value {
        Value::List(elements) => elements.iter().filter_map(Value::to_f64).collect(),
        _ => Vec::new(),
    }
}

fn point(value: &Value) -> Option<At> {
    <[f64; 2]>::try_from(numbers(value)).ok()
}

/// The keys of a shape.
#[derive(Clone, Copy)]
pub struct Keys<'s> {
    shape: &'s DrawnShape,
    words: &'s Words<'s>,
}

impl<'s> Keys<'s> {
    /// The keys of `shape`.
    pub fn new(shape: &'s DrawnShape, words: &'s Words<'s>) -> Self {
        Self { shape, words }
    }

    /// What stands behind a key.
    pub fn get(&self, key: &str) -> Option<&'s Drawn> {
        self.shape.keys.get(key)
    }

    fn value(&self, key: &str) -> Option<&'s Value> {
        match self.get(key) {
            Some(Drawn::Value(value)) => Some(value),
            _ => None,
        }
    }

    /// A number.
    pub fn number(&self, key: &str) -> Option<f64> {
        self.value(key)?.to_f64()
    }

    /// A number as exact as it can be printed.
    pub fn exact(&self, key: &str) -> Option<Number> {
        exact(self.value(key)?)
    }

    /// A list of numbers.
    pub fn numbers(&self, key: &str) -> Vec<f64> {
        self.value(key).map(numbers).unwrap_or_default()
    }

    /// A list of numbers, as exact as they can be printed.
    pub fn exacts(&self, key: &str) -> Vec<Number> {
        match self.value(key) {
            Some(Value::List(elements)) => elements.iter().filter_map(exact).collect(),
            _ => Vec::new(),
        }
    }

    /// A place of the author's plane.
    pub fn point(&self, key: &str) -> Option<At> {
        point(self.value(key)?)
    }

    /// Places of the author's plane.
    pub fn points(&self, key: &str) -> Vec<At> {
        match self.value(key) {
            Some(Value::List(elements)) => elements.iter().filter_map(point).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether a flag is set.
    pub fn flag(&self, key: &str) -> bool {
        self.flag_or(key, false)
    }

    /// A flag, or what it is without being written.
    pub fn flag_or(&self, key: &str, otherwise: bool) -> bool {
        match self.value(key) {
            Some(Value::Boolean(flag)) => *flag,
            _ => otherwise,
        }
    }

    /// One of a few words; empty if it is not written.
    pub fn word(&self, key: &str) -> &'s str {
        match self.get(key) {
            Some(Drawn::Word(word)) => word,
            _ => "",
        }
    }

    /// A text; empty if it is not written.
    pub fn text(&self, key: &str) -> String {
        match self.get(key) {
            Some(Drawn::Text(said)) => self.words.said(said),
            _ => String::new(),
        }
    }

    /// Texts.
    pub fn texts(&self, key: &str) -> Vec<String> {
        match self.get(key) {
            Some(Drawn::Texts(texts)) => texts.iter().map(|said| self.words.said(said)).collect(),
            Some(Drawn::Value(Value::List(values))) => {
                values.iter().map(|value| self.words.value(value)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// A number, printed.
    pub fn print(&self, number: Number) -> String {
        self.words.value(&Value::Number(number))
    }

    /// The pen by `thick` and `dashed`, the inside by `fill`.
    pub fn style(&self) -> Style {
        Style {
            width: if self.flag("thick") { THICK } else { LINE },
            dashed: self.flag("dashed"),
            fill: Fill::of(self.word("fill")),
            ..Style::PLAIN
        }
    }
}

fn exact(value: &Value) -> Option<Number> {
    const PLACES: i32 = 2;
    value.as_number().or_else(|| value.rounded(PLACES).ok())
}
