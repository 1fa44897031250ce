//! The images of a form set, kept so that its pages can be made without the bank.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::bank::image::{Image, ImageKind, Images, base64};
use crate::form::set::{Form, FormSet};

/// An image file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImageRecord {
    /// Its format.
    pub kind: ImageKind,
    /// Its bytes in base64.
    pub data: String,
}

impl ImageRecord {
    /// The image, looked into again.
    ///
    /// # Errors
    /// Why it cannot be shown.
    pub fn image(&self) -> Result<Image, String> {
        let bytes = base64::decode(&self.data).ok_or("it is not written in base64")?;
        Image::of_kind(self.kind, &bytes)
    }
}

/// The images that the figures of these forms show.
pub(super) fn shown(forms: &[Form], images: &Images) -> BTreeMap<String, ImageRecord> {
    let mut records = BTreeMap::new();
    for path in forms.iter().flat_map(paths) {
        if let (false, Ok(image)) = (records.contains_key(path), images.get(path)) {
            let record = ImageRecord {
                kind: image.kind,
                data: base64::encode(&image.bytes),
            };
            records.insert(path.to_owned(), record);
        }
    }
    records
}

/// The paths of the images that a form shows.
fn paths(form: &Form) -> impl Iterator<Item = &str> {
    let figures = form.items.iter().flat_map(|placed| placed.item.figures());
    figures.filter_map(|figure| Some(figure.image.as_ref()?.path()))
}

impl FormSet {
    /// The first image that is shown and is not there, or cannot be shown.
    pub(super) fn missing_image(&self) -> Option<String> {
        let damaged =
            |(path, record): (&String, &ImageRecord)| record.image().is_err().then(|| path.clone());
        let shown = self.forms.iter().flat_map(paths);
        let mut absent = shown.filter(|path| !self.images.contains_key(*path));
        let absent = absent.next().map(str::to_owned);
        absent.or_else(|| self.images.iter().find_map(damaged))
    }
}
