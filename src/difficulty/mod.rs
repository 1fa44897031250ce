//! How hard one item is, in logits: the weighted features of the item against those of its
//! model's median instance, around the author's rating.
//!
//! A linear logistic test model (Fischer 1973, *Acta Psychologica* 37), with a residual for what
//! the features do not explain (LLTM-R: Janssen, Schepers & Peres 2004, in De Boeck & Wilson,
//! *Explanatory Item Response Models*):
//! b = β + Σ w·(g(f) − g(reference)) + δ, δ ~ N(0, τ²).

pub mod assessor;
mod declared;
pub mod feature;
pub mod guessing;
pub mod reading;
pub mod residual;
pub mod response;
pub mod share;
pub mod subject;
pub mod weights;

pub use assessor::{Assessor, Contribution, Measure};
pub use declared::{unknown_features, unknown_in};
pub use feature::{Evidence, FEATURES, Feature};
pub use residual::{mixed_residual_sd, residual_sd};
pub use weights::{Weight, WeightError, Weights};
