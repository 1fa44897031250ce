//! The folder of a set: its plan read back, and its pages made from the plan.

use std::io::Write;
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::bank::cut_score::CutScore;
use crate::cli::output::{PLAN, Staged};
use crate::cli::page_options::PageOptions;
use crate::cli::pages::{Printer, refused};
use crate::diagnostic::{Code, Diagnostic};
use crate::form::set::{FORMAT, Form, FormSet};
use crate::parity::read::facts;
use crate::parity::report::ParityReport;
use crate::render::school::School;

/// The report's file for programs.
const REPORT: &str = "parity.json";

/// In how many tries mastery may be shown where a plan does not say it.
const USUAL_TRIES: u32 = 3;

/// A plan that was read back.
pub struct Opened {
    /// The plan.
    pub set: FormSet,
    /// In how many tries mastery may be shown.
    pub tries: u32,
    /// Whose pages they are, and how they were set last.
    pub beside: Beside,
}

/// What a plan keeps of its pages, so that they can be made again just so.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Beside {
    /// Whose pages they are.
    #[serde(skip_serializing_if = "School::is_nobody")]
    pub school: School,
    /// How they are set.
    pub pages: PageOptions,
}

#[derive(Deserialize)]
struct Audited {
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
    let audited: Audited = serde_json::from_slice(&bytes).map_err(value)?;
    set.check().map_err(|why| damaged(why.to_string()))?;
    let decision = audited.parity.and_then(|parity| parity.decision);
    Ok(Opened {
        set,
        tries: decision.map_or(USUAL_TRIES, |decision| decision.tries.max(1)),
        beside,
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

/// Adds the plan, with its report unless it is part of a set.
pub fn write_plan(
    staged: &mut Staged,
    set: &FormSet,
    report: Option<&ParityReport>,
    beside: &Beside,
) -> Result<(), Diagnostic> {
    #[derive(serde::Serialize)]
    struct Whole<'a> {
        #[serde(flatten)]
        set: &'a FormSet,
        #[serde(flatten)]
        beside: &'a Beside,
        #[serde(skip_serializing_if = "Option::is_none")]
        parity: Option<&'a ParityReport>,
    }
    let whole = Whole {
        set,
        beside,
        parity: report,
    };
    staged.pour(PLAN, |out| {
        serde_json::to_writer(&mut *out, &whole)?;
        out.write_all(b"\n")
    })
}

/// The name and text of the report for programs; its fields are described in docs/reference/parity-json.md.
pub fn report_json(set: &FormSet, report: &ParityReport) -> Result<(String, String), Diagnostic> {
    let whole = json!({
        "format": 1,
        "bank": set.bank.id,
        "bank_version": set.bank.version,
        "blueprint": set.blueprint,
        "seed": set.seed,
        "parity": report,
    });
    let mut text = serde_json::to_string_pretty(&whole).map_err(refused)?;
    text.push('\n');
    Ok((REPORT.to_owned(), text))
}

/// Writes the pages of a form and the images beside them into a folder that is being made.
pub fn put_form(staged: &mut Staged, printer: &Printer<'_>, form: &Form) -> Result<(), Diagnostic> {
    put(staged, &printer.form(form)?)?;
    let mut images = printer.images(form).into_iter();
    images.try_for_each(|image| staged.write(&image.name, &image.bytes))
}

/// Writes pages into a folder that is being made.
pub fn put(staged: &mut Staged, pages: &[(String, Vec<u8>)]) -> Result<(), Diagnostic> {
    pages
        .iter()
        .try_for_each(|(name, content)| staged.write(name, content))
}
