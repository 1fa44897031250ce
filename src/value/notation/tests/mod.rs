mod algebra;
mod formats;
mod formulas;
mod languages;
mod meaning;
mod numbers;
mod properties;
mod words;

use super::{Format, Language, Medium, Misfit, print};
use crate::value::{Number, Value};

fn n(text: &str) -> Value {
    Value::Number(Number::parse(text).unwrap())
}

fn text(value: &Value, format: Format) -> String {
    print(value, &format, Medium::Text, Language::ENGLISH).unwrap()
}

fn latex(value: &Value, format: Format) -> String {
    print(value, &format, Medium::Latex, Language::ENGLISH).unwrap()
}

fn mathml(value: &Value, format: Format) -> String {
    print(value, &format, Medium::MathMl, Language::ENGLISH).unwrap()
}

fn refused(value: &Value, format: Format) -> Misfit {
    print(value, &format, Medium::Text, Language::ENGLISH).unwrap_err()
}

fn language(tag: &str) -> &'static Language {
    Language::from_tag(tag).unwrap()
}
