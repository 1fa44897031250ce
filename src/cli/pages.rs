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
type Files = Vec<(String, Vec<u8>)>;

/// A kind of file: the language its templates write, and what becomes of their text.
#[derive(Clone, Copy)]
struct Kind {
    format: Format,
    ending: &'static str,
    finish: fn(&str, String) -> Result<Vec<u8>, Diagnostic>,
}

const HTML: Kind = Kind {
    format: Format::Html,
    ending: "html",
    finish: as_it_is,
};

const MARKDOWN: Kind = Kind {
    format: Format::Markdown,
    ending: "md",
    finish: as_it_is,
};

const TYPST: Kind = Kind {
    format: Format::Typst,
    ending: "typ",
    finish: as_it_is,
};

/// The pages of a set, ready to be made.
pub struct Printer<'a> {
    set: &'a FormSet,
    options: &'a PageOptions,
    pages: Pages,
    composer: Composer<'a>,
    messages: Messages,
    school: SchoolView,
    settings: Vec<Setting>,
    kinds: Vec<Kind>,
}

impl<'a> Printer<'a> {
    /// Compiles templates and texts.
    pub fn new(
        set: &'a FormSet,
        school: &School,
        options: &'a PageOptions,
    ) -> Result<Self, Diagnostic> {
        let kinds = kinds(&options.format)?;
        let own = OwnTemplates::read(options.templates.as_deref())?;
        let messages = messages(options, &own, &set.bank.language)?;
        let pages = Pages::speaking(&own.overrides(), &messages).map_err(refused)?;
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
            kinds,
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
            for kind in &self.kinds {
                for (page, name) in self.options.wanted() {
                    let printed = kind.format != Format::Markdown;
                    let student = matches!(page, Page::Form | Page::Sheet);
                    if (at > 0 && !(student && printed)) || (page == Page::Sheet && !printed) {
                        continue;
                    }
                    let text = self.pages.render(page, kind.format, &context);
                    let name = format!("{name}-{label}{}.{}", setting.suffix(), kind.ending);
                    let content = (kind.finish)(&name, text.map_err(refused)?)?;
                    made.push((name, content));
                }
            }
        }
        // HTML holds its figures, Markdown names files beside it.
        if self.has_markdown() {
            let figures = self.composer.figures(form).into_iter();
            made.extend(figures.map(|figure| (figure.name, figure.text.into_bytes())));
        }
        Ok(made)
    }

    fn has_markdown(&self) -> bool {
        let mut formats = self.kinds.iter().map(|kind| kind.format);
        formats.any(|format| format == Format::Markdown)
    }

    /// The images beside the Markdown pages of one form.
    pub fn images(&self, form: &Form) -> Vec<ImageFile> {
        if self.has_markdown() {
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
        let mut made = Vec::new();
        for setting in &self.settings {
            let mut page = setting.view(&self.set.layout, self.messages.language());
            let sides = self.options.sides;
            let view = stack(&views, students as usize, sides, setting, &mut page);
            let around = Surroundings {
                page: &page,
                school: &self.school,
                messages: &self.messages,
            };
            for kind in self.printed() {
                let text = self.pages.stack(kind.format, &view, around);
                let name = format!("stack{}.{}", setting.suffix(), kind.ending);
                let content = (kind.finish)(&name, text.map_err(refused)?)?;
                made.push((name, content));
            }
        }
        Ok(made)
    }

    /// The kinds of files that are printed: HTML if none of those that are asked for is.
    fn printed(&self) -> Vec<Kind> {
        let kinds = self.kinds.iter().copied();
        let printed: Vec<Kind> = kinds
            .filter(|kind| kind.format != Format::Markdown)
            .collect();
        if printed.is_empty() {
            vec![HTML]
        } else {
            printed
        }
    }

    /// The pages of the report; the last is the one for programs.
    pub fn report(&self, report: &ParityReport) -> Result<Files, Diagnostic> {
        let view = parity(self.set, report, &self.messages);
        // The report stands on the paper of the forms, one to a sheet whatever their layout.
        let paper = self.options.paper(&self.set.bank.language);
        let page = Setting::on(paper).view("quiz", self.messages.language());
        let around = Surroundings {
            page: &page,
            school: &self.school,
            messages: &self.messages,
        };
        let mut made = Vec::new();
        for kind in &self.kinds {
            let text = self.pages.parity(kind.format, &view, around);
            let name = format!("parity.{}", kind.ending);
            let content = (kind.finish)(&name, text.map_err(refused)?)?;
            made.push((name, content));
        }
        let (name, text) = report_json(self.set, report)?;
        made.push((name, text.into_bytes()));
        Ok(made)
    }
}

fn kinds(wanted: &[PageKind]) -> Result<Vec<Kind>, Diagnostic> {
    let mut kinds: Vec<Kind> = Vec::new();
    for kind in wanted {
        let kind = match kind {
            PageKind::Md => MARKDOWN,
            PageKind::Html => HTML,
            PageKind::Typ => TYPST,
            PageKind::Pdf => pdf_kind()?,
        };
        if kinds.iter().all(|known| known.ending != kind.ending) {
            kinds.push(kind);
        }
    }
    Ok(kinds)
}

fn as_it_is(_: &str, text: String) -> Result<Vec<u8>, Diagnostic> {
    Ok(text.into_bytes())
}

#[cfg(feature = "pdf")]
fn pdf_kind() -> Result<Kind, Diagnostic> {
    Ok(Kind {
        format: Format::Typst,
        ending: "pdf",
        finish: |name, text| {
            crate::render::pdf::pdf(&text).map_err(|error| {
                let help = "`--format typ` writes the text that the file is made from";
                refused(format!("cannot make `{name}`: {error}")).help(help)
            })
        },
    })
}

#[cfg(not(feature = "pdf"))]
fn pdf_kind() -> Result<Kind, Diagnostic> {
    let message = "this build writes no PDF files";
    let help = "choose `--format html` and print the pages in a browser, which is as good on \
                paper; its print dialogue also saves PDF files. For PDF without a browser, build \
                Isoform with `cargo install --path . --features pdf`, or set the text of \
                `--format typ` with Typst";
    Err(Diagnostic::error(Code::BadArgument, None, message).help(help))
}

/// The words of pages: in the language that is typed, or that of the bank.
pub fn messages(
    options: &PageOptions,
    own: &OwnTemplates,
    bank: &str,
) -> Result<Messages, Diagnostic> {
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
