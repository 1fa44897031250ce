//! Item banks: what an author wrote, checked. Nothing here is drawn yet.

pub mod answer;
pub mod blueprint;
pub mod csv;
pub mod cut_score;
pub mod domain;
pub mod example;
pub mod figure;
pub mod image;
pub mod keys;
pub mod lower;
pub mod model;
pub mod prose;
pub mod response;
pub mod schema;
pub mod standard;
pub mod yaml;

use std::sync::Arc;

use crate::bank::blueprint::Blueprint;
use crate::bank::image::Images;
use crate::bank::model::{FeatureWeight, ItemModel};
use crate::bank::standard::Standard;
use crate::source::Spanned;

/// A checked item bank.
#[derive(Debug, Clone)]
pub struct ItemBank {
    /// The bank's slug; it names the streams of chance and stands in every form's record.
    pub id: Arc<str>,
    /// The title for people.
    pub title: String,
    /// The author's version, by semantic versioning.
    pub version: String,
    /// The language of the items, as a BCP 47 tag.
    pub language: String,
    /// The licence of the items, as an SPDX expression.
    pub licence: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// Weights of difficulty features that hold for the whole bank.
    pub weights: Vec<FeatureWeight>,
    /// The standards with their mastery rules, in the bank's order.
    pub standards: Vec<Standard>,
    /// The item models, in the bank's order.
    pub items: Vec<ItemModel>,
    /// What a form must contain.
    pub blueprints: Vec<Blueprint>,
    /// Item models that may not meet on one form.
    pub enemies: Vec<[Spanned<Arc<str>>; 2]>,
    /// The images that it names.
    pub images: Arc<Images>,
    /// SHA-256 in hexadecimal: of the bank's file; with files beside it, of the list of all their
    /// digests and paths.
    pub digest: String,
}

impl ItemBank {
    /// The standard called `id`.
    pub fn standard(&self, id: &str) -> Option<&Standard> {
        self.standards
            .iter()
            .find(|standard| &*standard.id.value == id)
    }

    /// The item model called `id`, and its place in the bank.
    pub fn item(&self, id: &str) -> Option<(usize, &ItemModel)> {
        self.items
            .iter()
            .enumerate()
            .find(|(_, item)| &*item.id.value == id)
    }
}
