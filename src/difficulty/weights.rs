//! The weights of the features: the default table with what banks, standards and items override.

use std::fmt;

use crate::bank::ItemBank;
use crate::bank::model::ItemModel;
use crate::diagnostic::suggest;
use crate::difficulty::feature::{Evidence, FEATURES, place};

/// One weight a feature, in the order of [`FEATURES`].
#[derive(Debug, Clone, PartialEq)]
pub struct Weights([Weight; FEATURES.len()]);

/// A weight, and where it is from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weight {
    /// Logits a unit.
    pub logits: f64,
    /// How it is known.
    pub evidence: Evidence,
    /// From whom.
    pub source: &'static str,
}

impl Weight {
    /// What an author sets counts as judgement, whatever it replaces.
    fn set(logits: f64, source: &'static str) -> Self {
        Self {
            logits,
            evidence: Evidence::Judgement,
            source,
        }
    }
}

impl Default for Weights {
    /// The weights of the table.
    fn default() -> Self {
        Self(FEATURES.map(|feature| Weight {
            logits: feature.weight,
            evidence: feature.evidence,
            source: feature.source,
        }))
    }
}

impl Weights {
    /// These weights with some replaced by name; of two for one feature the last wins. So
    /// overrides are given in the order bank, standard, item.
    ///
    /// # Errors
    /// A name that is no feature, or a weight that is not finite.
    pub fn with<'n>(
        mut self,
        overrides: impl IntoIterator<Item = (&'n str, f64)>,
    ) -> Result<Self, WeightError> {
        for (name, weight) in overrides {
            let Some(at) = place(name) else {
                return Err(WeightError::Unknown(name.to_owned()));
            };
            if !weight.is_finite() {
                return Err(WeightError::NotFinite(name.to_owned(), weight));
            }
            self.0[at] = Weight::set(weight, "set by the author");
        }
        Ok(self)
    }

    /// The weights for the items of `model`: those of the table, of the bank, of the standard, of
    /// the model; the last wins. Names that are no feature are reported by
    /// [`unknown_features`](crate::difficulty::unknown_features).
    pub fn of(bank: &ItemBank, model: &ItemModel) -> Self {
        let standard = bank.standard(&model.standard.value);
        let of_standard = standard.map(|standard| standard.weights.as_slice());
        let mut weights = Self::default();
        let all = [
            (bank.weights.as_slice(), "set by the bank"),
            (of_standard.unwrap_or_default(), "set by the standard"),
            (model.difficulty.weights.as_slice(), "set by the item model"),
        ];
        for (sets, source) in all {
            for set in sets {
                if let Some(at) = place(&set.feature.value) {
                    weights.0[at] = Weight::set(set.logits, source);
                }
            }
        }
        weights
    }

    /// The weight of the feature at a place of [`FEATURES`].
    pub fn at(&self, place: usize) -> Weight {
        self.0[place]
    }
}

/// Why a weight cannot be set.
#[derive(Debug, Clone, PartialEq)]
pub enum WeightError {
    /// No feature has this name.
    Unknown(String),
    /// The feature, and the weight that is not a finite number.
    NotFinite(String, f64),
}

impl fmt::Display for WeightError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(name) => {
                write!(f, "unknown difficulty feature `{name}`")?;
                let names = FEATURES.iter().map(|feature| feature.name);
                match suggest::did_you_mean(name, names) {
                    Some(meant) => write!(f, "; did you mean `{meant}`?"),
                    None => Ok(()),
                }
            }
            Self::NotFinite(name, weight) => {
                write!(
                    f,
                    "the weight of `{name}` must be a finite number, not {weight}"
                )
            }
        }
    }
}

impl std::error::Error for WeightError {}
