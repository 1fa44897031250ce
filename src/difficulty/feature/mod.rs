//! What makes one item harder than another: the table of features, a file a family.
//!
//! A feature that is the same for every instance of an item model cancels against the model's
//! median instance, so each family errs on one side only: it may count too often, but never
//! something that varies for reasons that have nothing to do with difficulty.

mod answer;
mod decimal;
mod equation;
mod fraction;
mod grammar;
mod magnitude;
mod operation;
mod percent;
mod presentation;
mod sign;
mod story;
mod vocabulary;

use crate::difficulty::subject::Subject;

/// A feature of an item with its default weight.
#[derive(Debug)]
pub struct Feature {
    /// The name under which an author declares or weighs it.
    pub name: &'static str,
    /// In what it is counted.
    pub unit: &'static str,
    /// What is counted, and when it counts.
    pub counts: &'static str,
    /// Logits for each unit of what `scale` gives; positive is harder.
    pub weight: f64,
    /// How the weight is known.
    pub evidence: Evidence,
    /// From whom: author and year; docs/explanation/parity.md has the works.
    pub source: &'static str,
    /// g: from what is counted to what is weighed, with its cap.
    pub scale: fn(f64) -> f64,
    /// Counts it in an item; none if only an author can declare it.
    pub measure: Option<fn(&Subject<'_>) -> f64>,
}

/// How a weight is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Evidence {
    /// Measured on published data.
    Measured,
    /// The literature gives direction and size.
    Literature,
    /// Judgement.
    Judgement,
}

impl Evidence {
    /// The letter of the weight table: M, L or J.
    pub const fn letter(self) -> char {
        match self {
            Self::Measured => 'M',
            Self::Literature => 'L',
            Self::Judgement => 'J',
        }
    }
}

/// Every feature, in the order of the weight table.
#[rustfmt::skip]
pub static FEATURES: [&Feature; 39] = [
    // Whole numbers.
    &magnitude::DIGITS, &magnitude::CARRIES, &magnitude::BORROW_ACROSS_ZERO,
    &operation::OPERATION, &operation::PRODUCT_SIZE, &operation::EASY_FACT,
    // Fractions, decimals and percents.
    &fraction::UNLIKE_DENOMINATORS, &fraction::ONE_DIVIDES_THE_OTHER, &fraction::REGROUPING,
    &fraction::WHOLE_OPERAND, &fraction::MIXED_OPERAND,
    &answer::MUST_BE_REDUCED, &answer::IMPROPER,
    &decimal::MISALIGNED, &percent::UNFAMILIAR, &percent::OUT_OF_RANGE,
    // Equations.
    &equation::STEPS, &equation::BOTH_SIDES, &equation::DISTRIBUTION, &equation::FRACTIONAL,
    &equation::NEGATIVE, &equation::NON_INTEGER,
    // Stories, and how the item is put.
    &story::EXTRA_OPERATION, &story::START_UNKNOWN, &story::INCONSISTENT, &story::IRRELEVANT,
    &presentation::WORDS, &presentation::READING_GRADE, &presentation::DISTRACTORS,
    // Vocabulary and grammar.
    &vocabulary::FREQUENCY, &vocabulary::LETTERS, &vocabulary::COGNATE,
    &grammar::STEM_CHANGE, &grammar::SPELLING_CHANGE, &grammar::IRREGULAR,
    &grammar::COMPOUND_TENSE, &grammar::LESS_PRACTISED,
    // Signs.
    &sign::NEGATIVE_OPERAND, &sign::SUBTRACTING_NEGATIVE,
];

/// The place of the feature called `name` in [`FEATURES`].
pub fn place(name: &str) -> Option<usize> {
    FEATURES.iter().position(|feature| feature.name == name)
}

impl Feature {
    /// A feature that is there or not.
    const fn flag(
        name: &'static str,
        counts: &'static str,
        weight: f64,
        evidence: Evidence,
        measure: Option<fn(&Subject<'_>) -> f64>,
    ) -> Self {
        Self {
            name,
            unit: "0/1",
            counts,
            weight,
            evidence,
            source: JUDGEMENT,
            scale: |count| f64::from(u8::from(count > 0.0)),
            measure,
        }
    }

    /// The same feature, from somebody.
    const fn source(self, source: &'static str) -> Self {
        Self { source, ..self }
    }
}

/// The source of a weight without one.
const JUDGEMENT: &str = "judgement";

/// 1 if something holds, 0 if not.
fn one_if(holds: bool) -> f64 {
    f64::from(u8::from(holds))
}
