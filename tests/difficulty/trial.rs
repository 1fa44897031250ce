//! A bank of one item model, and instances of it with given draws.

use isoform::bank::lower::load;
use isoform::bank::model::ItemModel;
use isoform::diagnostic::Diagnostics;
use isoform::difficulty::{Assessor, Contribution, Measure, Weights};
use isoform::expression::Frame;
use isoform::instance::draw::{DrawError, Drawing};
use isoform::instance::item::Item;
use isoform::source::Sources;
use isoform::value::{Number, Value};

/// Draws by name.
pub type Draws<'d> = &'d [(&'d str, &'d str)];

/// The item model with these lines.
pub fn model(lines: &str) -> ItemModel {
    let mut text = String::from(
        "bank: Trial\nid: trial\nstandards:\n  - {id: s, framework: f, statement: t, mastery: 80 %}\n\
         items:\n  - id: m\n    standard: s\n",
    );
    for line in lines.lines() {
        text.push_str(&format!("    {line}\n"));
    }
    let mut diagnostics = Diagnostics::new();
    let bank = load(
        "trial.yaml",
        text.as_bytes(),
        &mut Sources::new(),
        &mut diagnostics,
    );
    let messages: Vec<&str> = diagnostics.iter().map(|d| d.message.as_str()).collect();
    let bank = bank.unwrap_or_else(|| panic!("{messages:?}\n{text}"));
    bank.items.into_iter().next().unwrap()
}

/// A model with drawn numbers `a`, `b` and `c`, a stem and an answer.
pub fn numbers(stem: &str, answer: &str) -> ItemModel {
    model(&format!(
        "vary: {{a: 1..9, b: 1..9, c: 1..9}}\nstem: |\n  {stem}\nanswer: {answer}"
    ))
}

fn value(text: &str) -> Value {
    match text {
        "true" | "false" => Value::Boolean(text == "true"),
        _ => Number::parse(text).map_or_else(|_| Value::text(text), Value::Number),
    }
}

/// An instance with these draws; names that are not given are 2.
pub fn item<'m>(model: &'m ItemModel, draws: Draws<'_>) -> (Drawing<'m>, Item, Frame) {
    let drawing = Drawing::new(model).unwrap();
    let values: Vec<Value> = model
        .parameters()
        .map(|parameter| {
            let given = draws.iter().find(|(name, _)| *name == &*parameter.name);
            value(given.map_or("2", |(_, text)| text))
        })
        .collect();
    let mut frame = drawing.rebuild(&values).unwrap();
    let item = drawing.item(0, &mut frame).unwrap();
    (drawing, item, frame)
}

pub fn contributions(model: &ItemModel, draws: Draws<'_>) -> Vec<Contribution> {
    let (drawing, item, mut frame) = item(model, draws);
    let assessor = Assessor::new(model, &Weights::default());
    assessor.contributions(&drawing, &item, &mut frame).unwrap()
}

pub fn measure(model: &ItemModel, draws: Draws<'_>) -> Result<Measure, DrawError> {
    let (drawing, item, mut frame) = item(model, draws);
    Assessor::new(model, &Weights::default()).measure(&drawing, &item, &mut frame)
}

/// What one feature adds, in logits.
pub fn logits(model: &ItemModel, draws: Draws<'_>, feature: &str) -> f64 {
    let contributions = contributions(model, draws);
    let mut found = contributions.iter().filter(|c| c.feature == feature);
    found.next().map_or(0.0, |c| c.logits)
}

/// Asserts what one feature adds, to 1e-12.
#[track_caller]
pub fn adds(model: &ItemModel, draws: Draws<'_>, feature: &str, expected: f64) {
    let found = logits(model, draws, feature);
    assert!(
        (found - expected).abs() < 1e-12,
        "{feature} of {draws:?}: {found}, not {expected}"
    );
}
