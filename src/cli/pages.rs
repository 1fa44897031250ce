//! The pages of a set, made from its plan.

use crate::cli::folder::report_json;
use crate::cli::own_templates::OwnTemplates;
use crate::cli::page_options::{Mathematics, PageKind, PageOptions};
use crate::diagnostic::{Code, Diagnostic};
use crate::form::set::{Form, FormSet};
use crate::parity::report::ParityReport;
use crate::render::compose::{BadText, Composer, ImageFile, parity};
use crate::render::messages::Messages;
use crate::render::pages::{Format, Page, Pages, Surroundings};
use crate::render::paper::Setting;
use crate::render::school::School;
use crate::render::stack::stack;
use crate::render::view::{FormView, SchoolView};

/// Pages with their names.
type Files = Vec<(String, String)>;

/// The pages of a set, ready to be made.
pub struct Printer<'a> {
    set: &'a FormSet,
    options: &'a PageOptions,
    pages: Pages,
    composer: Composer<'a>,
    messages: Messages,
    school: SchoolView,
    settings: Vec<Setting>,
    formats: Vec<(Format, &'static str)>,
}

impl<'a> Printer<'a> {
    /// Compiles templates and texts.
    pub fn new(
        set: &'a FormSet,
        school: &School,
        options: &'a PageOptions,
    ) -> Result<Self, Diagnostic> {
        let formats = formats(&options.format)?;
        let own = OwnTemplates::read(options.templates.as_deref())?;
        let messages = messages(options, &own, &set.bank.language)?;
        let pages = Pages::new(&own.overrides()).map_err(refused)?;
        let mut composer = Composer::speaking(set, &messages).map_err(bad_text)?;
        composer.spoken = options.math == Mathematics::Words;
        Ok(Self {
            set,
            options,
            pages,
            composer,
            messages,
            school: school.view(),
            settings: options.settings(&set.bank.language),
            formats,
        })
    }

    /// The pages of one form: the usual ones, and the student's with the accommodations.
    pub fn form(&self, form: &Form) -> Result<Files, Diagnostic> {
        let view = self.composer.form(form);
        let label = form.label.to_string().to_lowercase();
        let mut made = Vec::new();
        for (at, setting) in self.settings.iter().enumerate() {
            let page = setting.view(&self.set.layout, self.messages.language());
            let around = Surroundings {
                page: &page,
                school: &self.school,
                messages: &self.messages,
            };
            let context = self.pages.form(&view, around).map_err(refused)?;
            for (format, ending) in &self.formats {
                for (kind, name) in self.options.wanted() {
                    let html = *format == Format::Html;
                    let student = matches!(kind, Page::Form | Page::Sheet);
                    if (at > 0 && !(student && html)) || (kind == Page::Sheet && !html) {
                        continue;
                    }
                    let text = self.pages.render(kind, *format, &context);
                    let suffix = setting.suffix();
                    made.push((
                        format!("{name}-{label}{suffix}.{ending}"),
                        text.map_err(refused)?,
                    ));
                }
            }
        }
        // HTML holds its figures, Markdown names files beside it.
        if self.formats.contains(&(Format::Markdown, "md")) {
            let figures = self.composer.figures(form).into_iter();
            made.extend(figures.map(|figure| (figure.name, figure.text)));
        }
        Ok(made)
    }

    /// The images beside the Markdown pages of one form.
    pub fn images(&self, form: &Form) -> Vec<ImageFile> {
        if self.formats.contains(&(Format::Markdown, "md")) {
            self.composer.images(form)
        } else {
            Vec::new()
        }
    }

    /// The papers of a class, in every setting; nothing unless they are asked for.
    pub fn stacks(&self) -> Result<Files, Diagnostic> {
        let Some(students) = self.options.stack else {
            return Ok(Vec::new());
        };
        let forms = self.set.forms.iter();
        let views: Vec<FormView> = forms.map(|form| self.composer.form(form)).collect();
        let settings = self.settings.iter();
        settings
            .map(|setting| {
                let mut page = setting.view(&self.set.layout, self.messages.language());
                let sides = self.options.sides;
                let view = stack(&views, students as usize, sides, setting, &mut page);
                let around = Surroundings {
                    page: &page,
                    school: &self.school,
                    messages: &self.messages,
                };
                let text = self.pages.stack(&view, around).map_err(refused)?;
                Ok((format!("stack{}.html", setting.suffix()), text))
            })
            .collect()
    }

    /// The pages of the report; the last is the one for programs.
    pub fn report(&self, report: &ParityReport) -> Result<Files, Diagnostic> {
        let view = parity(self.set, report);
        let mut made = Vec::new();
        for (format, ending) in &self.formats {
            let text = self.pages.parity(*format, &view).map_err(refused)?;
            made.push((format!("parity.{ending}"), text));
        }
        made.push(report_json(self.set, report)?);
        Ok(made)
    }
}

fn formats(kinds: &[PageKind]) -> Result<Vec<(Format, &'static str)>, Diagnostic> {
    let mut formats = Vec::new();
    for kind in kinds {
        let format = match kind {
            PageKind::Md => (Format::Markdown, "md"),
            PageKind::Html => (Format::Html, "html"),
            PageKind::Pdf => {
                let message = "this build writes no PDF files";
                let help = "choose `--format html` and print the pages in a browser, which is as \
                            good on paper; its print dialogue also saves PDF files";
                return Err(Diagnostic::error(Code::BadArgument, None, message).help(help));
            }
        };
        if !formats.contains(&format) {
            formats.push(format);
        }
    }
    Ok(formats)
}

fn messages(options: &PageOptions, own: &OwnTemplates, bank: &str) -> Result<Messages, Diagnostic> {
    let language = options.lang.as_deref().unwrap_or(bank);
    if let Some(messages) = own.messages(language)? {
        return Ok(messages);
    }
    if let Some(wanted) = &options.lang
        && Messages::known(wanted).is_none()
    {
        let message = format!("there are no words for pages in `{wanted}`");
        let help = "there are en, es, fr, de; for another language, translate \
                    `messages/en.yaml` of `isoform templates export` and give it by `--templates`";
        return Err(Diagnostic::error(Code::BadArgument, None, message).help(help));
    }
    Ok(Messages::of(language))
}

fn bad_text(bad: Vec<BadText>) -> Diagnostic {
    let why = bad
        .first()
        .map(|bad| format!("{} of `{}`: {}", bad.text, bad.model, bad.error.kind));
    refused(why.unwrap_or_default())
}

/// A text or template that cannot be used.
pub fn refused(why: impl ToString) -> Diagnostic {
    Diagnostic::error(Code::BadText, None, why.to_string())
}
