//! Answers on the key: the value in its form, and what else counts.

use crate::bank::answer::{Form, Ignore};
use crate::instance::item::ItemKey;
use crate::instance::response::AnswerRecord;
use crate::render::compose::notation::Printer;
use crate::render::mathml;
use crate::render::view::{Html, Markdown, Rich};
use crate::value::Value;
use crate::value::notation::{Format, Medium, print};

/// A value as an answer: fractions and algebra as mathematics, everything else as text.
pub fn answer_text(printer: &Printer, value: &Value, form: Option<Form>) -> Rich {
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
        Value::Polynomial(_) | Value::Surd(_) | Value::PiMultiple(_) | Value::Formula(_) => true,
        _ => false,
    }
}

/// What else counts as correct, as sentences.
pub fn accepted(printer: &Printer, key: &ItemKey, record: &AnswerRecord) -> Vec<Rich> {
    let mut sentences = Vec::new();
    if let Some(sentence) = record.form.and_then(form_sentence) {
        sentences.push(Rich::plain(sentence));
    } else if matches!(key.value, Value::Number(_)) && key.within.is_none() {
        sentences.push(Rich::plain("Any way of writing this number is right."));
    }
    if let Some(within) = &key.within {
        let within = printer.print(within, &[], Medium::Text);
        sentences.push(Rich::plain(&format!("Right within ±{within}.")));
    }
    if !key.also.is_empty() {
        let mut sentence = Rich::plain("Also right: ");
        for (at, value) in key.also.iter().enumerate() {
            let text = answer_text(printer, value, record.form);
            let comma = if at == 0 { "" } else { ", " };
            sentence.html.0.push_str(&format!("{comma}{}", text.html.0));
            sentence
                .markdown
                .0
                .push_str(&format!("{comma}{}", text.markdown.0));
        }
        sentences.push(sentence);
    }
    if matches!(key.value, Value::Text(_)) {
        sentences.push(Rich::plain(&text_sentence(record.ignore)));
    }
    sentences
}

fn form_sentence(form: Form) -> Option<&'static str> {
    Some(match form {
        Form::Integer => "As a whole number.",
        Form::Decimal => "As a decimal; zeros at the end do not matter.",
        Form::Percent => "As a percent.",
        Form::Fraction => "As a fraction; it need not be in lowest terms.",
        Form::LowestTerms => "As a fraction in lowest terms.",
        Form::Mixed => "As a mixed number with its fraction in lowest terms.",
        Form::Factored => "As a product of factors, in any order.",
        Form::Expanded => "Without brackets, terms in any order.",
        Form::SimplestRadical => "With the root in simplest form.",
        Form::SignificantFigures => "With this many significant figures.",
    })
}

fn text_sentence(ignore: Ignore) -> String {
    let mut free = Vec::new();
    if ignore.case {
        free.push("capitals");
    }
    if ignore.spaces {
        free.push("spaces");
    }
    if ignore.accents {
        free.push("accents");
    }
    match free.as_slice() {
        [] => "Exactly as written.".to_owned(),
        [one] => format!("Right whatever the {one}; otherwise exactly as written."),
        [rest @ .., last] => format!(
            "Right whatever the {} and {last}; otherwise exactly as written.",
            rest.join(", ")
        ),
    }
}
