//! The image of a drawn item: which file, and how large.

use serde::{Deserialize, Serialize};

use crate::bank::figure::Picture;
use crate::expression::Frame;
use crate::instance::draw::{DrawError, DrawFault, Drawing};
use crate::value::Value;

/// The widest image, in points: what fits on a sheet of A4 or Letter.
const WIDEST: f64 = 440.0;

/// An image file in a figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DrawnImage {
    /// Its path from the bank's folder: a text.
    pub file: Value,
    /// How wide it is printed, in points; its own width without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<Value>,
}

impl DrawnImage {
    /// Its path from the bank's folder.
    pub fn path(&self) -> &str {
        match &self.file {
            Value::Text(path) => path,
            _ => "",
        }
    }
}

impl Drawing<'_> {
    /// The image of a complete instance.
    pub(super) fn image(
        &self,
        picture: &Picture,
        frame: &mut Frame,
    ) -> Result<DrawnImage, DrawError> {
        let file = self.evaluate(&picture.file, frame)?;
        let width = picture.width.as_ref();
        let width = width.map(|width| self.evaluate(width, frame)).transpose()?;
        let drawn = DrawnImage { file, width };
        let fault = |span, message| self.fault(DrawFault::Figure(span, message), usize::MAX, frame);
        if let Err(why) = picture.images.get(drawn.path()) {
            return Err(fault(picture.file.span(), why));
        }
        if let (Some(width), Some(program)) = (&drawn.width, &picture.width)
            && !width
                .to_f64()
                .is_some_and(|width| (1.0..=WIDEST).contains(&width))
        {
            let message = format!("an image is from 1 to {WIDEST} points wide");
            return Err(fault(program.span(), message));
        }
        Ok(drawn)
    }
}
