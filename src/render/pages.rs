//! Pages from views, through Tera templates.

mod fields;
mod filters;
mod names;
pub mod preview;
mod schema;
mod tags;
mod typst;

use std::fmt::{Display, Formatter};

use serde::Serialize;
use tera::{Context, Tera};

use super::figure::ids::unique;
use super::messages::Messages;
use super::view::{FormView, PageView, ParityView, SchoolView, StackView};

pub use names::TEMPLATES;

/// A page that a form is printed as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// What the student gets.
    Form,
    /// What the marker gets.
    Key,
    /// The key, and what to do after the quiz.
    Guide,
    /// Where the student marks answers, apart from the items. Not in Markdown.
    Sheet,
}

/// The language a page is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One self-contained document.
    Html,
    /// CommonMark with `$…$`.
    Markdown,
    /// Typst markup: one self-contained document.
    Typst,
}

/// A template that cannot be used. The text names template, line and cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateError(String);

impl Display for TemplateError {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for TemplateError {}

impl From<tera::Error> for TemplateError {
    fn from(error: tera::Error) -> Self {
        let text = error.to_string();
        Self(text.strip_prefix("error: ").unwrap_or(&text).to_owned())
    }
}

/// What all pages of one setting share: how they are set, whose they are, and in which words.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Surroundings<'a> {
    /// How a page is set.
    pub page: &'a PageView,
    /// Whose page it is.
    pub school: &'a SchoolView,
    /// The program's own words.
    #[serde(rename = "words", serialize_with = "words")]
    pub messages: &'a Messages,
}

fn words<S: serde::Serializer>(messages: &&Messages, serializer: S) -> Result<S::Ok, S::Error> {
    messages.all().serialize(serializer)
}

/// A form ready for its templates: prepared once, used for paper and key in every format.
pub struct FormContext(Context);

/// The templates, compiled.
#[derive(Debug)]
pub struct Pages {
    html: Tera,
    markdown: Tera,
    typst: Tera,
}

impl Pages {
    /// Compiles the templates; `overrides` replaces built-in ones by name.
    ///
    /// # Errors
    /// A name that no template has; a template that cannot be parsed; a variable that there is not.
    pub fn new(overrides: &[(&str, &str)]) -> Result<Self, TemplateError> {
        Self::speaking(overrides, &Messages::of("en"))
    }

    /// As [`Pages::new`]; where a page is to be heard, formulas are told in the words of `messages`.
    ///
    /// # Errors
    /// As [`Pages::new`].
    pub fn speaking(
        overrides: &[(&str, &str)],
        messages: &Messages,
    ) -> Result<Self, TemplateError> {
        names::check(overrides)?;
        let mut html = Tera::new();
        html.autoescape_on([".html"]);
        filters::register(&mut html);
        html.add_raw_templates(names::chosen(overrides, &[".html", ".css"]))?;
        let mut markdown = Tera::new();
        markdown.autoescape_on([".md"]);
        markdown.set_escape_fn(filters::escape_markdown);
        filters::register(&mut markdown);
        markdown.add_raw_templates(names::chosen(overrides, &[".md"]))?;
        let mut typst = Tera::new();
        typst.autoescape_on([".typ"]);
        typst.set_escape_fn(typst::escape);
        filters::register(&mut typst);
        typst::register(&mut typst, messages);
        typst.add_raw_templates(names::chosen(overrides, &[".typ"]))?;
        for tera in [&html, &markdown, &typst] {
            names::check_variables(tera, overrides)?;
        }
        for (name, text) in overrides {
            fields::check(name, text, messages)?;
        }
        Ok(Self {
            html,
            markdown,
            typst,
        })
    }

    /// Prepares a form for all its pages.
    ///
    /// # Errors
    /// None in practice: a view is always text.
    pub fn form(
        &self,
        form: &FormView,
        around: Surroundings<'_>,
    ) -> Result<FormContext, TemplateError> {
        #[derive(Serialize)]
        struct Whole<'a> {
            form: &'a FormView,
            #[serde(flatten)]
            around: Surroundings<'a>,
        }
        Ok(FormContext(Context::from_serialize(&Whole {
            form,
            around,
        })?))
    }

    /// Writes a page of a form.
    ///
    /// # Errors
    /// A template that asks for what the view has not.
    pub fn render(
        &self,
        page: Page,
        format: Format,
        form: &FormContext,
    ) -> Result<String, TemplateError> {
        let name = match page {
            Page::Form => "form",
            Page::Key => "key",
            Page::Guide => "guide",
            Page::Sheet => "sheet",
        };
        Ok(match format {
            Format::Html => unique(self.html.render(&format!("{name}.html"), &form.0)?),
            Format::Markdown => self.markdown.render(&format!("{name}.md"), &form.0)?,
            Format::Typst => self.typst.render(&format!("{name}.typ"), &form.0)?,
        })
    }

    /// Writes the papers of a class in one document, HTML or Typst.
    ///
    /// # Errors
    /// A template that asks for what the view has not.
    pub fn stack(
        &self,
        format: Format,
        stack: &StackView,
        around: Surroundings<'_>,
    ) -> Result<String, TemplateError> {
        #[derive(Serialize)]
        struct Whole<'a> {
            stack: &'a StackView,
            #[serde(flatten)]
            around: Surroundings<'a>,
        }
        let context = Context::from_serialize(&Whole { stack, around })?;
        Ok(match format {
            Format::Typst => self.typst.render("stack.typ", &context)?,
            Format::Html | Format::Markdown => unique(self.html.render("stack.html", &context)?),
        })
    }

    /// Writes another page: the template's name, and that of the view in it.
    ///
    /// # Errors
    /// A template that asks for what the view has not.
    pub fn other<V: Serialize>(
        &self,
        template: &str,
        name: &'static str,
        view: &V,
        around: Surroundings<'_>,
    ) -> Result<String, TemplateError> {
        let mut context = Context::from_serialize(&around)?;
        context.insert(name, view);
        Ok(self.html.render(template, &context)?)
    }

    /// Writes the parity report.
    ///
    /// # Errors
    /// A template that asks for what the view has not.
    pub fn parity(
        &self,
        format: Format,
        view: &ParityView,
        around: Surroundings<'_>,
    ) -> Result<String, TemplateError> {
        #[derive(Serialize)]
        struct Whole<'a> {
            #[serde(flatten)]
            view: &'a ParityView,
            #[serde(flatten)]
            around: Surroundings<'a>,
        }
        let context = Context::from_serialize(&Whole { view, around })?;
        match format {
            Format::Html => Ok(self.html.render("parity.html", &context)?),
            Format::Markdown => Ok(self.markdown.render("parity.md", &context)?),
            Format::Typst => Ok(self.typst.render("parity.typ", &context)?),
        }
    }
}
