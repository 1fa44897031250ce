//! The parity report.

use serde::Serialize;

use super::{Html, SetView, TableView};

/// How equal the forms of a set are, and what may be said about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ParityView {
    /// What all forms of the set share.
    pub set: SetView,
    /// The worst verdict of all findings.
    pub verdict: VerdictView,
    /// That verdict in a sentence.
    pub summary: String,
    /// `E2`.
    pub level: String,
    /// `feature-parallel`.
    pub level_name: String,
    /// The one sentence that this level of evidence allows.
    pub level_sentence: String,
    /// The predicted difference with its uncertainty.
    pub uncertainty: String,
    /// Number of forms compared.
    pub form_count: String,
    /// What was compared.
    pub findings: Vec<FindingView>,
    /// One row a form.
    pub forms: FormSummaryView,
    /// The pictures.
    pub figures: Vec<FigureView>,
    /// One row a slot.
    pub slots: TableView,
    /// What the mastery rule decides.
    pub decision: DecisionView,
    /// What the report does not claim, in sentences.
    pub not_claimed: Vec<String>,
    /// How the numbers were found, in sentences.
    pub method: Vec<String>,
    /// The sheet that can be filed.
    pub certificate: CertificateView,
}

/// A picture with its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FigureView {
    /// What it shows.
    pub title: String,
    /// How it is read.
    pub note: String,
    /// The picture, as SVG.
    pub svg: Html,
}

/// What a school files: one sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CertificateView {
    /// The forms with their IDs.
    pub forms: Vec<String>,
    /// How many more there are, in words; may be empty.
    pub more: String,
    /// What was held equal, in sentences.
    pub held: Vec<String>,
    /// The numbers.
    pub facts: Vec<FactView>,
    /// SHA-256 of the bank.
    pub digest: String,
}

/// A number with its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FactView {
    /// What it is.
    pub name: String,
    /// How much, with its unit.
    pub value: String,
}

/// Inside tolerance, near it, outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum VerdictView {
    /// Inside tolerance.
    Green,
    /// Between the two limits.
    Amber,
    /// Outside.
    Red,
}

/// One comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FindingView {
    /// What was compared.
    pub name: String,
    /// What was found.
    pub value: String,
    /// Up to where it is green.
    pub tolerance: String,
    /// Which form it favours, or on which forms it shows; may be empty.
    pub direction: String,
    /// The verdict.
    pub verdict: VerdictView,
}

/// The table of forms and the sentence under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FormSummaryView {
    /// One row a form.
    pub table: TableView,
    /// What the columns mean; may be empty.
    pub note: String,
}

/// Decision quality of the mastery rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DecisionView {
    /// The rule in words.
    pub rule: String,
    /// P(pass) by true proportion.
    pub table: TableView,
    /// What follows from it, in sentences.
    pub sentences: Vec<String>,
}
