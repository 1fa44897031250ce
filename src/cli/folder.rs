//! The folder of a set: its plan read back, and its pages made from the plan.

use std::path::Path;

use serde::Deserialize;
use serde_json::json;

use crate::bank::cut_score::CutScore;
use crate::cli::arguments::PageKind;
use crate::cli::output::{PLAN, Staged};
use crate::diagnostic::{Code, Diagnostic};
use crate::form::set::{FORMAT, Form, FormSet};
use crate::parity::read::facts;
use crate::parity::report::ParityReport;
use crate::render::compose::{Composer, parity};
use crate::render::messages::Messages;
use crate::render::pages::{Format, Page, Pages, Surroundings};
use crate::render::paper::{Paper, Setting};
use crate::render::view::{PageView, SchoolView};

/// The report's file for programs.
pub const REPORT: &str = "parity.json";

/// The pages of a form, and how their files begin.
const PAGES: [(Page, &str); 4] = [
    (Page::Form, "form"),
    (Page::Key, "key"),
    (Page::Guide, "guide"),
    (Page::Sheet, "sheet"),
];

/// In how many tries mastery may be shown where a plan does not say it.
const USUAL_TRIES: u32 = 3;

/// A plan that was read back.
pub struct Opened {
    /// The plan.
    pub set: FormSet,
    /// In how many tries mastery may be shown.
    pub tries: u32,
}

/// What stands in a plan beside the set itself.
#[derive(Deserialize)]
struct Beside {
    #[serde(default)]
    parity: Option<Recorded>,
}

#[derive(Deserialize)]
struct Recorded {
    decision: Option<Tries>,
}

#[derive(Deserialize)]
struct Tries {
    tries: u32,
}

/// Reads the plan of a set: from its folder, or from its `set.json` itself.
pub fn open(path: &Path) -> Result<Opened, Diagnostic> {
    let file = if path.is_dir() {
        path.join(PLAN)
    } else {
        path.to_path_buf()
    };
    let bytes = std::fs::read(&file).map_err(|error| {
        let message = format!("cannot read `{}`: {error}", file.display());
        let help = format!("name the folder of a set of forms; it holds a `{PLAN}`");
        Diagnostic::error(Code::CannotRead, None, message).help(help)
    })?;
    let damaged = |why: String| {
        let message = format!("`{}` is damaged: {why}", file.display());
        let help = "take it from a backup, or generate the set again with the same seed";
        Diagnostic::error(Code::Json, None, message).help(help)
    };
    let value = |error: serde_json::Error| damaged(error.to_string());
    #[derive(Deserialize)]
    struct Version {
        format: u32,
    }
    let version: Version = serde_json::from_slice(&bytes).map_err(value)?;
    if version.format != FORMAT {
        let message = format!(
            "`{}` has format {}, and this program reads format {FORMAT}",
            file.display(),
            version.format
        );
        let help = "use the version of isoform that made it, or a later one";
        return Err(Diagnostic::error(Code::Json, None, message).help(help));
    }
    let set: FormSet = serde_json::from_slice(&bytes).map_err(value)?;
    let beside: Beside = serde_json::from_slice(&bytes).map_err(value)?;
    set.check().map_err(|why| damaged(why.to_string()))?;
    let decision = beside.parity.and_then(|parity| parity.decision);
    Ok(Opened {
        set,
        tries: decision.map_or(USUAL_TRIES, |decision| decision.tries.max(1)),
    })
}

/// What may be said of the set.
pub fn audit(set: &FormSet, tries: u32) -> Result<ParityReport, Diagnostic> {
    let unsound = |why: String| Diagnostic::error(Code::EvaluationFailed, None, why);
    let facts = facts(set).map_err(|error| unsound(error.to_string()))?;
    let [part, whole] = set.cut;
    let cut = CutScore::new(part, whole).map_err(|error| unsound(error.to_string()))?;
    ParityReport::of(&facts, cut, tries).map_err(|error| unsound(error.to_string()))
}

/// The pages of a set, ready to be made.
pub struct Printer<'a> {
    set: &'a FormSet,
    pages: Pages,
    composer: Composer<'a>,
    messages: Messages,
    page: PageView,
    school: SchoolView,
    formats: Vec<(Format, &'static str)>,
}

impl<'a> Printer<'a> {
    /// Compiles templates and texts.
    pub fn new(set: &'a FormSet, kinds: &[PageKind]) -> Result<Self, Diagnostic> {
        let pages = Pages::new(&[]).map_err(broken)?;
        let messages = Messages::of(&set.bank.language);
        let composer = Composer::speaking(set, &messages).map_err(|bad| {
            let why = bad
                .first()
                .map(|bad| format!("{} of `{}`: {}", bad.text, bad.model, bad.error.kind));
            broken(why.unwrap_or_default())
        })?;
        let mut formats: Vec<(Format, &str)> = Vec::new();
        for kind in kinds {
            let format = match kind {
                PageKind::Md => (Format::Markdown, "md"),
                PageKind::Html => (Format::Html, "html"),
            };
            if !formats.contains(&format) {
                formats.push(format);
            }
        }
        Ok(Self {
            set,
            pages,
            composer,
            page: Setting::on(Paper::usual(&set.bank.language))
                .view(&set.layout, messages.language()),
            messages,
            school: SchoolView::default(),
            formats,
        })
    }

    /// The pages of one form with their names.
    pub fn form(&self, form: &Form) -> Result<Vec<(String, String)>, Diagnostic> {
        let view = self.composer.form(form);
        let around = Surroundings {
            page: &self.page,
            school: &self.school,
            messages: &self.messages,
        };
        let context = self.pages.form(&view, around).map_err(broken)?;
        let label = form.label.to_string().to_lowercase();
        let mut made = Vec::new();
        for (format, ending) in &self.formats {
            for (page, name) in PAGES {
                if page == Page::Sheet && *format == Format::Markdown {
                    continue;
                }
                let text = self.pages.render(page, *format, &context);
                made.push((format!("{name}-{label}.{ending}"), text.map_err(broken)?));
            }
        }
        Ok(made)
    }

    /// The pages of the report with their names; the last is the one for programs.
    pub fn report(&self, report: &ParityReport) -> Result<Vec<(String, String)>, Diagnostic> {
        let view = parity(self.set, report);
        let mut made = Vec::new();
        for (format, ending) in &self.formats {
            let text = self.pages.parity(*format, &view).map_err(broken)?;
            made.push((format!("parity.{ending}"), text));
        }
        made.push((REPORT.to_owned(), report_json(self.set, report)?));
        Ok(made)
    }
}

/// The plan as it is kept, with its report unless it is part of a set.
pub fn plan_json(set: &FormSet, report: Option<&ParityReport>) -> Result<Vec<u8>, Diagnostic> {
    #[derive(serde::Serialize)]
    struct Whole<'a> {
        #[serde(flatten)]
        set: &'a FormSet,
        #[serde(skip_serializing_if = "Option::is_none")]
        parity: Option<&'a ParityReport>,
    }
    let whole = Whole {
        set,
        parity: report,
    };
    let mut bytes = serde_json::to_vec(&whole).map_err(broken)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The report for programs; its fields are described in docs/reference/parity-json.md.
fn report_json(set: &FormSet, report: &ParityReport) -> Result<String, Diagnostic> {
    let whole = json!({
        "format": 1,
        "bank": set.bank.id,
        "bank_version": set.bank.version,
        "blueprint": set.blueprint,
        "seed": set.seed,
        "parity": report,
    });
    let mut text = serde_json::to_string_pretty(&whole).map_err(broken)?;
    text.push('\n');
    Ok(text)
}

/// Writes pages into a folder that is being made.
pub fn put(staged: &mut Staged, pages: &[(String, String)]) -> Result<(), Diagnostic> {
    pages
        .iter()
        .try_for_each(|(name, text)| staged.write(name, text.as_bytes()))
}

fn broken(why: impl ToString) -> Diagnostic {
    Diagnostic::error(Code::BadText, None, why.to_string())
}
