//! What a format prints, as a text: for answers and options that are words, times or money.

use crate::expression::failure::Failure;
use crate::expression::function::arguments::{Outcome, miscounted, outside, text};
use crate::expression::function::{Function, Takes};
use crate::expression::types::Type;
use crate::value::Value;
use crate::value::notation::{Format, Language, Medium, print};

/// The row of the table.
pub const PRINTED: Function = Function {
    name: "printed",
    signature: "printed(value, format), printed(value, format, language)",
    summary: "What a printing format prints, as a text, so that words, times or money can be an \
              answer: `answer: printed(n, \"words\")`. In English without a language such as `\"es\"`.",
    example: ("printed(42, \"words\")", "\"forty-two\""),
    takes: &[Takes::Any, Takes::Text],
    least: 2,
    most: 3,
    gives: |_| Type::Text,
    call,
};

fn call(arguments: &[Value]) -> Outcome {
    let (value, format, tag) = match arguments {
        [value, format] => (value, format, None),
        [value, format, tag] => (value, format, Some(tag)),
        _ => return Err(miscounted()),
    };
    let format: Format = text(format)?
        .trim()
        .parse()
        .map_err(|_| wrong("a printing format, such as \"words\" or \"decimal(2)\""))?;
    let language = match tag {
        None => Language::ENGLISH,
        Some(tag) => Language::from_tag(text(tag)?)
            .ok_or_else(|| wrong("one of the languages \"en\", \"es\", \"fr\" and \"de\""))?,
    };
    let printed = print(value, &format, Medium::Text, language);
    Ok(Value::text(&printed.map_err(|_| {
        wrong("a value that this format can print")
    })?))
}

fn wrong(needs: &'static str) -> Failure {
    outside("printed", needs)
}
