//! Answers on the key: the value in its form, and what else counts.

use std::sync::Arc;

use crate::bank::answer::{Form, Ignore};
use crate::instance::item::ItemKey;
use crate::instance::response::AnswerRecord;
use crate::render::compose::notation::Printer;
use crate::render::mathml;
use crate::render::messages::Messages;
use crate::render::view::{Html, Markdown, Rich};
use crate::value::Value;
use crate::value::notation::{Format, Medium, print};

/// A value as an answer: fractions and algebra as mathematics, everything else as text.
pub fn answer_text(printer: &Printer, value: &Value, form: Option<Form>) -> Rich {
    let factored = match (form, value) {
        (Some(Form::Factored), Value::Polynomial(sum)) => sum.factor(),
        _ => None,
    };
    let factored = factored.map(|factors| Value::Formula(Arc::new(factors.to_formula())));
    let value = factored.as_ref().unwrap_or(value);
    let format = form.map_or(Format::Plain, Form::format);
    let fits = print(value, &format, Medium::Text, printer.language).is_ok();
    let format = if fits { format } else { Format::Plain };
    if !is_mathematics(value, format) {
        return Rich::plain(&printer.print(value, &[format], Medium::Text));
    }
    let element = printer.print(value, &[format], Medium::MathMl);
    let latex = printer.print(value, &[format], Medium::Latex);
    Rich {
        html: Html(mathml::inline(&element)),
        markdown: Markdown(format!("${latex}$")),
    }
}

fn is_mathematics(value: &Value, format: Format) -> bool {
    match value {
        Value::Number(number) => match format {
            Format::Plain | Format::Fraction | Format::Mixed => {
                number.places().is_none() && !number.exact().is_integer()
            }
            _ => false,
        },
        Value::List(_) => format == Format::Matrix,
        Value::Polynomial(_) | Value::Surd(_) | Value::PiMultiple(_) | Value::Formula(_) => true,
        _ => false,
    }
}

/// What else counts as correct, as sentences.
pub fn accepted(printer: &Printer, key: &ItemKey, record: &AnswerRecord) -> Vec<Rich> {
    let say = |key| Rich::plain(&printer.messages.say(key, &[]));
    let mut sentences = Vec::new();
    if let Some(form) = record.form {
        sentences.push(say(form_sentence(form)));
    } else if matches!(key.value, Value::Number(_)) && key.within.is_none() {
        sentences.push(say("any_number"));
    }
    if let Some(within) = &key.within {
        let within = printer.print(within, &[], Medium::Text);
        let sentence = printer.messages.say("within", &[("n", &within)]);
        sentences.push(Rich::plain(&sentence));
    }
    if !key.also.is_empty() {
        let mut sentence = say("also");
        for (at, value) in key.also.iter().enumerate() {
            let text = answer_text(printer, value, record.form);
            let comma = if at == 0 { " " } else { ", " };
            sentence.html.0.push_str(&format!("{comma}{}", text.html.0));
            sentence
                .markdown
                .0
                .push_str(&format!("{comma}{}", text.markdown.0));
        }
        sentences.push(sentence);
    }
    if matches!(key.value, Value::Text(_)) {
        let sentence = text_sentence(&printer.messages, record.ignore);
        sentences.push(Rich::plain(&sentence));
    }
    sentences
}

/// The name of the message about a form.
fn form_sentence(form: Form) -> &'static str {
    match form {
        Form::Integer => "as_integer",
        Form::Decimal => "as_decimal",
        Form::Percent => "as_percent",
        Form::Fraction => "as_fraction",
        Form::LowestTerms => "as_lowest_terms",
        Form::Mixed => "as_mixed",
        Form::Factored => "as_factored",
        Form::Expanded => "as_expanded",
        Form::SimplestRadical => "as_simplest_radical",
        Form::SignificantFigures => "as_significant_figures",
        Form::Money => "as_money",
        Form::Comma => "any_number",
        Form::Matrix => "as_matrix",
        Form::Scientific => "as_scientific",
        Form::Time => "as_time",
    }
}

fn text_sentence(messages: &Messages, ignore: Ignore) -> String {
    let free = [
        (ignore.case, "capitals"),
        (ignore.spaces, "spaces"),
        (ignore.accents, "accents"),
    ];
    let free = free.iter().filter(|(holds, _)| *holds);
    let free: Vec<String> = free.map(|(_, name)| messages.say(name, &[])).collect();
    let what = match free.as_slice() {
        [] => return messages.say("exactly", &[]),
        [one] => one.clone(),
        [rest @ .., last] => {
            let first = rest.join(", ");
            messages.say("and", &[("first", &first), ("last", last)])
        }
    };
    messages.say("whatever", &[("what", &what)])
}
