//! Item models: what items are drawn from.

use std::sync::Arc;

use crate::bank::answer::Misconception;
use crate::bank::domain::Domain;
use crate::bank::example::Example;
use crate::bank::figure::{Figure, OptionFigure};
use crate::bank::prose::Prose;
use crate::bank::response::ResponseType;
use crate::diagnostic::Code;
use crate::expression::Program;
use crate::source::{Span, Spanned};

/// What items are drawn from.
#[derive(Debug, Clone)]
pub struct ItemModel {
    /// The name by which blueprints and streams of chance know it.
    pub id: Spanned<Arc<str>>,
    /// Whose variant it is.
    pub family: Option<Family>,
    /// The standard it assesses.
    pub standard: Spanned<Arc<str>>,
    /// A title for teachers.
    pub title: Option<String>,
    /// What a right answer is worth.
    pub points: u32,
    /// How long a student needs, in minutes, by the author's estimate.
    pub minutes: Option<f64>,
    /// Words for searching.
    pub tags: Vec<String>,
    /// Its licence, as an SPDX expression: its own, or the bank's.
    pub licence: Option<String>,
    /// Who wrote it: its own authors, or the bank's.
    pub authors: Vec<String>,
    /// The names of an instance, by slot.
    pub names: Vec<Arc<str>>,
    /// How an instance comes about: draws, bindings and conditions in the order of their needs.
    pub steps: Vec<Step>,
    /// Bindings that no condition needs; worked out for accepted instances only.
    pub bindings: Vec<Binding>,
    /// The radicals: expressions with one value on all forms of a set.
    pub radicals: Vec<Condition>,
    /// Assertions on every instance.
    pub checks: Vec<Condition>,
    /// The text posed; more than one are interchangeable wordings.
    pub stems: Vec<Prose>,
    /// What is drawn beside the stem.
    pub figure: Option<Figure>,
    /// What is drawn for each option.
    pub option_figure: Option<OptionFigure>,
    /// How a student answers, and what is right.
    pub response: ResponseType,
    /// Slips and the wrong answers they produce.
    pub misconceptions: Vec<Misconception>,
    /// The worked solution.
    pub solution: Option<Prose>,
    /// What the author says about its difficulty.
    pub difficulty: DifficultyNote,
    /// Instances that must come out.
    pub examples: Vec<Example>,
    /// Rules that the item may break, and why.
    pub allowances: Vec<Allowance>,
    /// Where it stands.
    pub span: Span,
}

/// The item model as its author wrote it, of which this is a variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Family {
    /// The id under which the author wrote it.
    pub id: Arc<str>,
    /// The name of the variant.
    pub variant: Arc<str>,
    /// Whether one place may show different variants on different forms.
    pub mix: bool,
}

/// A part of how an instance comes about.
#[derive(Debug, Clone)]
pub enum Step {
    /// A name is drawn from its domain.
    Draw(Parameter),
    /// A name is worked out.
    Bind(Binding),
    /// A condition must hold.
    Require(Condition),
}

/// An incidental: a name drawn afresh for each form.
#[derive(Debug, Clone)]
pub struct Parameter {
    /// The name.
    pub name: Arc<str>,
    /// Its place in the frame.
    pub slot: usize,
    /// What it is drawn from.
    pub domain: Domain,
    /// Where it stands.
    pub span: Span,
}

/// A name that is worked out from others.
#[derive(Debug, Clone)]
pub struct Binding {
    /// The name.
    pub name: Arc<str>,
    /// Its place in the frame.
    pub slot: usize,
    /// How it is worked out.
    pub program: Program,
}

/// A condition, assertion or radical with the words in which it was written.
#[derive(Debug, Clone)]
pub struct Condition {
    /// The expression.
    pub program: Program,
    /// As the author wrote it.
    pub written: String,
}

/// The weight of a difficulty feature, where an author sets it.
#[derive(Debug, Clone, PartialEq)]
pub struct FeatureWeight {
    /// The feature.
    pub feature: Spanned<String>,
    /// Logits a unit.
    pub logits: f64,
}

/// What the author says about an item model's difficulty.
#[derive(Debug, Clone, Default)]
pub struct DifficultyNote {
    /// The author's rating from 1 (easy) to 5 (hard).
    pub rating: Option<Program>,
    /// Weights that hold for this item.
    pub weights: Vec<FeatureWeight>,
    /// Features declared by an expression: name and value.
    pub features: Vec<(Spanned<String>, Program)>,
}

/// A rule that an item may break.
#[derive(Debug, Clone)]
pub struct Allowance {
    /// The rule.
    pub code: Spanned<Code>,
    /// Why it does not apply to this item.
    pub why: String,
}

impl ItemModel {
    /// The id that the author gave: of the model, or of the model whose variant it is.
    pub fn family_id(&self) -> &Arc<str> {
        self.family
            .as_ref()
            .map_or(&self.id.value, |family| &family.id)
    }

    /// Whether `id` means this model, alone or among other variants.
    pub fn is_called(&self, id: &str) -> bool {
        *self.id.value == *id || **self.family_id() == *id
    }

    /// Its misconceptions, then those of its blanks and of its parts.
    pub fn all_misconceptions(&self) -> impl Iterator<Item = &Misconception> {
        self.misconceptions
            .iter()
            .chain(self.response.misconceptions())
    }

    /// The conditions under `where`, in the order in which they are tested.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        self.steps.iter().filter_map(|step| match step {
            Step::Require(condition) => Some(condition),
            _ => None,
        })
    }

    /// The drawn names, in the order in which they are drawn.
    pub fn parameters(&self) -> impl Iterator<Item = &Parameter> {
        self.steps.iter().filter_map(|step| match step {
            Step::Draw(parameter) => Some(parameter),
            _ => None,
        })
    }
}
