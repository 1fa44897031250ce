//! From a form set to pages.
//!
//! ```text
//! author's text ── prose (Markdown, mathematics, holes: compiled once an item model)
//!                    │ filled once an item
//!                    ▼
//!                  view (text only) ── pages (Tera) ── HTML, Markdown
//! ```
//!
//! A value is escaped where it is put in, for the place it is put in, so it can never bring markup
//! along. `pulldown-cmark`, `math-core` and `tera` are used nowhere else.

pub mod check;
pub mod code;
pub mod compose;
pub mod diagram;
pub mod escape;
pub mod figure;
pub mod mathml;
pub mod messages;
pub mod pages;
pub mod paper;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod prose;
pub mod school;
pub mod stack;
pub mod typst;
pub mod view;
