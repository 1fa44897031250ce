//! The pages of `preview`: the program's own, not for print, so no template of a school stands in
//! for them.

use serde::Serialize;
use tera::{Context, Tera};

use super::{Surroundings, TemplateError, filters};
use crate::render::view::PreviewView;

/// The style sheet: that of the printed pages, and what the preview adds to it.
pub const STYLE: &str = concat!(
    include_str!("../../../templates/style.css"),
    include_str!("../../../templates/preview.css"),
);

/// What the page does in a browser: it fetches itself again when the bank has changed.
pub const SCRIPT: &str = include_str!("../../../templates/preview.js");

/// Which part of the page is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// What may change.
    Body,
}

/// The templates of the preview, compiled.
#[derive(Debug)]
pub struct PreviewPages(Tera);

impl PreviewPages {
    /// Compiles the templates.
    ///
    /// # Errors
    /// None in practice: they are part of the program.
    pub fn new() -> Result<Self, TemplateError> {
        let mut tera = Tera::new();
        tera.autoescape_on([".html"]);
        filters::register(&mut tera);
        tera.add_raw_templates([
            ("parts.html", include_str!("../../../templates/parts.html")),
            (
                "preview.html",
                include_str!("../../../templates/preview.html"),
            ),
            (
                "preview-body.html",
                include_str!("../../../templates/preview-body.html"),
            ),
        ])?;
        Ok(Self(tera))
    }

    /// Writes the page, or what may change of it.
    ///
    /// # Errors
    /// None in practice: a view is always text.
    pub fn render(
        &self,
        extent: Extent,
        preview: &PreviewView,
        around: Surroundings<'_>,
    ) -> Result<String, TemplateError> {
        #[derive(Serialize)]
        struct Whole<'a> {
            preview: &'a PreviewView,
            #[serde(flatten)]
            around: Surroundings<'a>,
        }
        let context = Context::from_serialize(&Whole { preview, around })?;
        let name = match extent {
            Extent::Whole => "preview.html",
            Extent::Body => "preview-body.html",
        };
        Ok(self.0.render(name, &context)?)
    }
}
