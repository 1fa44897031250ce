//! What an author says about difficulty: the rating, and features that a program cannot see.

use crate::bank::ItemBank;
use crate::bank::model::ItemModel;
use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::difficulty::feature::{FEATURES, place};
use crate::expression::failure::{EvaluationError, Failure};
use crate::expression::{Frame, Program};
use crate::instance::draw::{DrawError, DrawFault, Drawing};
use crate::source::Spanned;
use crate::value::Value;

/// The ratings an author can give, from easy to hard.
const RATINGS: std::ops::RangeInclusive<f64> = 1.0..=5.0;
/// The rating of a model whose author gave none.
pub(super) const USUAL_RATING: f64 = 3.0;
/// How much harder one step of the rating is, in logits.
pub(super) const RATING_STEP: f64 = 0.75;

/// A number that an author declares: the same for every instance, or worked out for each.
#[derive(Debug, Clone, Copy)]
pub(super) enum Declared<'a> {
    /// The same for every instance.
    Always(f64),
    /// Worked out.
    Each(&'a Program),
}

impl<'a> Declared<'a> {
    pub(super) fn new(program: &'a Program) -> Self {
        match program.constant().map(number) {
            Some(Ok(number)) => Self::Always(number),
            _ => Self::Each(program),
        }
    }

    /// The number for one instance; true is 1 and false is 0.
    pub(super) fn of(self, drawing: &Drawing<'_>, frame: &mut Frame) -> Result<f64, DrawError> {
        match self {
            Self::Always(number) => Ok(number),
            Self::Each(program) => {
                let value = drawing.evaluate(program, frame)?;
                number(&value).map_err(|failure| fault(drawing, program, failure, frame))
            }
        }
    }
}

/// β: ratings 1 to 5 stand for −1.5, −0.75, 0, 0.75 and 1.5 logits.
pub(super) fn rating(
    note: Option<&Program>,
    drawing: &Drawing<'_>,
    frame: &mut Frame,
) -> Result<f64, DrawError> {
    let Some(program) = note else {
        return Ok(0.0);
    };
    let rating = Declared::new(program).of(drawing, frame)?;
    if !RATINGS.contains(&rating) {
        let failure = Failure::Outside {
            function: "rating",
            needs: "a number from 1 (easy) to 5 (hard)",
        };
        return Err(fault(drawing, program, failure, frame));
    }
    Ok((rating - USUAL_RATING) * RATING_STEP)
}

fn fault(drawing: &Drawing<'_>, program: &Program, failure: Failure, frame: &Frame) -> DrawError {
    let span = program.span();
    let error = EvaluationError { span, failure };
    drawing.fault(DrawFault::Evaluation(error), usize::MAX, frame)
}

fn number(value: &Value) -> Result<f64, Failure> {
    let number = match value {
        Value::Boolean(truth) => f64::from(u8::from(*truth)),
        Value::Real(real) => *real,
        _ => {
            let wrong_kind = Failure::WrongKind {
                wanted: "a number",
                found: value.kind(),
            };
            value.as_number().ok_or(wrong_kind)?.exact().to_f64()
        }
    };
    match number.is_finite() {
        true => Ok(number),
        false => Err(Failure::TooLarge),
    }
}

/// The features that an item model declares or weighs and that do not exist, each as an error that
/// says what may have been meant.
pub fn unknown_features(model: &ItemModel) -> Vec<Diagnostic> {
    let declared = model.difficulty.features.iter().map(|(name, _)| name);
    let weighed = model.difficulty.weights.iter().map(|set| &set.feature);
    unknown(declared, &["rating", "weights"])
        .chain(unknown(weighed, &[]))
        .collect()
}

/// As [`unknown_features`], of all item models and of what the bank and its standards weigh.
pub fn unknown_in(bank: &ItemBank) -> Vec<Diagnostic> {
    let of_standards = bank.standards.iter().flat_map(|standard| &standard.weights);
    let weighed = bank.weights.iter().chain(of_standards);
    let of_items = bank.items.iter().flat_map(unknown_features);
    of_items
        .chain(unknown(weighed.map(|set| &set.feature), &[]))
        .collect()
}

fn unknown<'a>(
    names: impl Iterator<Item = &'a Spanned<String>>,
    others: &'static [&'static str],
) -> impl Iterator<Item = Diagnostic> {
    let missing = names.filter(|name| place(&name.value).is_none());
    missing.map(|name| {
        let known = FEATURES.iter().map(|feature| feature.name);
        let message = format!("unknown difficulty feature `{}`", name.value);
        let help = suggest::help(&name.value, known.chain(others.iter().copied()));
        Diagnostic::error(Code::UnknownKey, name.span, message).help(help)
    })
}
