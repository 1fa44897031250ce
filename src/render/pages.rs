//! Pages from views, through Tera templates.

use std::fmt::{Display, Formatter};
use std::io::Write;

use tera::{Context, Kwargs, State, Tera, Value};

use super::escape;
use super::view::{FormView, ParityView};

/// The built-in templates: name and text. A file of the same name may stand in for each.
pub const TEMPLATES: [(&str, &str); 9] = [
    ("form.html", include_str!("../../templates/form.html")),
    ("form.md", include_str!("../../templates/form.md")),
    ("key.html", include_str!("../../templates/key.html")),
    ("key.md", include_str!("../../templates/key.md")),
    ("parity.html", include_str!("../../templates/parity.html")),
    ("parity.md", include_str!("../../templates/parity.md")),
    ("parts.html", include_str!("../../templates/parts.html")),
    ("parts.md", include_str!("../../templates/parts.md")),
    ("style.css", include_str!("../../templates/style.css")),
];

/// What the pages of a form may name at the top level: the fields of [`FormView`].
const FORM_VARIABLES: [&str; 8] = [
    "set",
    "label",
    "id",
    "standards",
    "instructions",
    "points_total",
    "mastery",
    "items",
];

/// What a parity report may name at the top level: the fields of [`ParityView`].
const PARITY_VARIABLES: [&str; 14] = [
    "set",
    "verdict",
    "summary",
    "level",
    "level_name",
    "level_sentence",
    "uncertainty",
    "form_count",
    "findings",
    "forms",
    "slots",
    "decision",
    "not_claimed",
    "method",
];

/// A page that a set is printed as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// What the student gets.
    Form,
    /// What the marker gets.
    Key,
}

/// The language a page is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One self-contained document.
    Html,
    /// CommonMark with `$…$`.
    Markdown,
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
        Self(error.to_string())
    }
}

/// A form ready for its templates: prepared once, used for paper and key in every format.
pub struct FormContext(Context);

/// The templates, compiled.
#[derive(Debug)]
pub struct Pages {
    html: Tera,
    markdown: Tera,
}

impl Pages {
    /// Compiles the templates; `overrides` replaces built-in ones by name.
    ///
    /// # Errors
    /// A name that no template has; a template that cannot be parsed.
    pub fn new(overrides: &[(&str, &str)]) -> Result<Self, TemplateError> {
        let names = || TEMPLATES.iter().map(|(name, _)| *name);
        if let Some((unknown, _)) = overrides
            .iter()
            .find(|(name, _)| names().all(|own| own != *name))
        {
            let known: Vec<&str> = names().collect();
            let known = known.join(", ");
            return Err(TemplateError(format!(
                "there is no template '{unknown}'; there are {known}"
            )));
        }
        let chosen = |extension: fn(&str) -> bool| {
            TEMPLATES
                .iter()
                .filter(move |(name, _)| extension(name))
                .map(|(name, text)| {
                    let own = overrides.iter().find(|(other, _)| other == name);
                    (*name, own.map_or(*text, |(_, own)| *own))
                })
        };
        let mut html = Tera::new();
        html.autoescape_on([".html"]);
        html.register_filter("css_string", css_string);
        html.add_raw_templates(chosen(|name| !name.ends_with(".md")))?;
        let mut markdown = Tera::new();
        markdown.autoescape_on([".md"]);
        markdown.set_escape_fn(escape_markdown);
        markdown.add_raw_templates(chosen(|name| name.ends_with(".md")))?;
        for (tera, extension) in [(&html, "html"), (&markdown, "md")] {
            check_variables(tera, &format!("form.{extension}"), &FORM_VARIABLES)?;
            check_variables(tera, &format!("key.{extension}"), &FORM_VARIABLES)?;
            check_variables(tera, &format!("parity.{extension}"), &PARITY_VARIABLES)?;
        }
        Ok(Self { html, markdown })
    }

    /// Prepares a form for all its pages.
    ///
    /// # Errors
    /// None in practice: a view is always text.
    pub fn form(&self, view: &FormView) -> Result<FormContext, TemplateError> {
        Ok(FormContext(Context::from_serialize(view)?))
    }

    /// Writes the paper or the key of a form.
    ///
    /// # Errors
    /// A template that asks for what the view has not.
    pub fn render(
        &self,
        page: Page,
        format: Format,
        form: &FormContext,
    ) -> Result<String, TemplateError> {
        match (page, format) {
            (Page::Form, Format::Html) => Ok(self.html.render("form.html", &form.0)?),
            (Page::Key, Format::Html) => Ok(self.html.render("key.html", &form.0)?),
            (Page::Form, Format::Markdown) => Ok(self.markdown.render("form.md", &form.0)?),
            (Page::Key, Format::Markdown) => Ok(self.markdown.render("key.md", &form.0)?),
        }
    }

    /// Writes the parity report.
    ///
    /// # Errors
    /// A template that asks for what the view has not.
    pub fn parity(&self, format: Format, view: &ParityView) -> Result<String, TemplateError> {
        let context = Context::from_serialize(view)?;
        match format {
            Format::Html => Ok(self.html.render("parity.html", &context)?),
            Format::Markdown => Ok(self.markdown.render("parity.md", &context)?),
        }
    }
}

/// Refuses a misspelt variable, which Tera would take for false in `{% if %}`.
fn check_variables(tera: &Tera, name: &str, known: &[&str]) -> Result<(), TemplateError> {
    let mut unknown: Vec<&str> = tera.get_template_variables(name)?.into_iter().collect();
    unknown.retain(|variable| !known.contains(variable));
    unknown.sort_unstable();
    match unknown.first() {
        None => Ok(()),
        Some(variable) => Err(TemplateError(format!(
            "{name}: there is no variable '{variable}'; there are {}",
            known.join(", ")
        ))),
    }
}

/// The filter `css_string`: text as a quoted string of a style sheet, which ends neither the string
/// nor the `<style>` element.
fn css_string(text: &str, _: Kwargs, _: &State) -> Value {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' | '<' | '>' | '&' => {
                quoted.push_str(&format!("\\{:x} ", u32::from(character)))
            }
            control if control.is_control() => quoted.push(' '),
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    Value::safe_string(&quoted)
}

fn escape_markdown(text: &str, out: &mut dyn Write) -> std::io::Result<()> {
    let mut escaped = String::with_capacity(text.len());
    escape::markdown(text, &mut escaped);
    out.write_all(escaped.as_bytes())
}
