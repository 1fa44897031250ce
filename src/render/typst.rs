//! Finished HTML of a view as Typst markup.
//!
//! The HTML that this crate writes is small, well-formed and escaped: what a bank says can bring no
//! element into it. So Typst is made from it by one walk over its elements, and everything that is
//! shown in a browser is shown here, from the same view. Formulas become Typst mathematics by a walk
//! of their own, and are told in words for those who hear a page.

mod escape;
mod mathematics;
mod matrix;
mod picture;
mod prose;
mod table;
mod tree;

use crate::render::messages::Messages;

pub use escape::{markup, quoted};
pub use picture::{of_address, standing_alone};

/// What the walk made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Typst markup.
    pub text: String,
    /// Elements that the walk does not know: their content is written without them.
    pub unknown: Vec<String>,
}

/// Writes HTML of a view as Typst markup; formulas are told in the words of `messages`.
pub fn write(html: &str, messages: &Messages) -> Written {
    let mut writer = prose::Writer::new(messages);
    writer.nodes(&tree::parse(html));
    writer.finish()
}
