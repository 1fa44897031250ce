//! `isoform generate`: banks in, forms, keys and a parity report out.

use std::path::Path;

use rand::TryRng;
use rand::rngs::SysRng;
use serde_json::json;

use crate::bank::ItemBank;
use crate::bank::cut_score::CutScore;
use crate::cli::Ending;
use crate::cli::arguments::{FailOn, Generate, PageKind};
use crate::cli::banks;
use crate::cli::output::{PLAN, Staged};
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::difficulty::unknown_features;
use crate::form::set::FormSet;
use crate::form::slots::{Plan, Wanted};
use crate::form::{Request, assemble};
use crate::parity::finding::Verdict;
use crate::parity::read::facts;
use crate::parity::report::ParityReport;
use crate::render::check;
use crate::render::compose::{Composer, parity};
use crate::render::messages::Messages;
use crate::render::pages::{Format, Page, Pages, Surroundings};
use crate::render::paper::{Paper, Setting};
use crate::render::view::SchoolView;
use crate::seed::Seed;
use crate::source::Sources;

/// A fresh seed has at most nine digits, so that it can be copied by hand.
const FRESH_SEEDS: u64 = 1_000_000_000;

/// What was made of one bank.
struct Made {
    set: FormSet,
    report: ParityReport,
    files: usize,
    folder: String,
}

pub fn generate(options: &Generate, terminal: &Terminal) -> Ending {
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new();
    let banks = read(options, &mut sources, &mut diagnostics);
    let seed = options.seed.map_or_else(fresh, Ok);
    let seed = seed.map_err(|error| diagnostics.push(error)).ok();
    let mut made = Vec::new();
    if let Some(seed) = seed
        && !diagnostics.has_errors()
    {
        for bank in &banks {
            let folder = if banks.len() > 1 {
                options.out.join(&*bank.id)
            } else {
                options.out.clone()
            };
            match make(bank, options, seed, &folder, terminal) {
                Ok(one) => made.push(one),
                Err(errors) => diagnostics.extend(errors),
            }
        }
    }
    if diagnostics.has_errors() {
        if options.json {
            terminal.show_json(&diagnostics, &sources);
        } else {
            terminal.show(&diagnostics, &sources);
        }
        return Ending::Refused;
    }
    if options.json {
        let sets: Vec<_> = made.iter().map(summary_json).collect();
        terminal.say(&serde_json::to_string_pretty(&json!({ "sets": sets })).unwrap_or_default());
    } else if !options.quiet {
        terminal.show(&diagnostics, &sources);
        made.iter().for_each(|one| summary(one, terminal));
    }
    let worst = made
        .iter()
        .map(|one| one.report.verdict)
        .max()
        .unwrap_or(Verdict::Green);
    let fails = match options.fail_on {
        Some(FailOn::Amber) => worst >= Verdict::Amber,
        Some(FailOn::Red) => worst >= Verdict::Red,
        None => false,
    };
    if fails { Ending::Unfair } else { Ending::Done }
}

fn read(options: &Generate, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Vec<ItemBank> {
    let mut banks: Vec<ItemBank> = Vec::new();
    if options.banks.is_empty() {
        banks.extend(banks::bundled(sources, diagnostics));
    }
    for path in &options.banks {
        let Some(bank) = banks::read(path, sources, diagnostics) else {
            continue;
        };
        if banks.iter().any(|other| other.id == bank.id) {
            let message = format!("two banks have the id `{}`", bank.id);
            diagnostics.push(Diagnostic::error(Code::DuplicateId, None, message));
        }
        banks.push(bank);
    }
    for bank in &banks {
        diagnostics.extend(check::texts(bank));
        diagnostics.extend(bank.items.iter().flat_map(unknown_features));
    }
    banks
}

fn fresh() -> Result<Seed, Diagnostic> {
    let drawn = SysRng.try_next_u64().map_err(|error| {
        let message = format!("the system gives no chance: {error}");
        Diagnostic::error(Code::BadArgument, None, message).help("choose a seed by `--seed`")
    })?;
    Ok(Seed::new(drawn % FRESH_SEEDS))
}

fn make(
    bank: &ItemBank,
    options: &Generate,
    seed: Seed,
    folder: &Path,
    terminal: &Terminal,
) -> Result<Made, Vec<Diagnostic>> {
    let wanted = Wanted {
        blueprint: options.blueprint.as_deref(),
        standards: &options.standards,
        items: options.items.map(usize::from),
    };
    let plan = Plan::of(bank, &wanted, seed)?;
    let request = Request {
        seed,
        forms: options.forms as usize,
        repeats: options.allow_repeats,
    };
    let set = assemble(bank, &plan, &request)?;
    let report = report(&set, options.tries).map_err(|error| vec![error])?;
    let files = write(&set, &report, options, folder, terminal).map_err(|error| vec![error])?;
    Ok(Made {
        set,
        report,
        files,
        folder: folder.display().to_string(),
    })
}

fn report(set: &FormSet, tries: u32) -> Result<ParityReport, Diagnostic> {
    let unsound = |why: String| Diagnostic::error(Code::EvaluationFailed, None, why);
    let facts = facts(set).map_err(|error| unsound(error.to_string()))?;
    let [part, whole] = set.cut;
    let cut = CutScore::new(part, whole).map_err(|error| unsound(error.to_string()))?;
    ParityReport::of(&facts, cut, tries).map_err(|error| unsound(error.to_string()))
}

/// Writes everything beside the target and moves it there when it is complete.
fn write(
    set: &FormSet,
    report: &ParityReport,
    options: &Generate,
    folder: &Path,
    terminal: &Terminal,
) -> Result<usize, Diagnostic> {
    let broken = |why: String| Diagnostic::error(Code::BadText, None, why);
    let pages = Pages::new(&[]).map_err(|error| broken(error.to_string()))?;
    let messages = Messages::of(&set.bank.language);
    let composer = Composer::speaking(set, &messages).map_err(|bad| {
        let why = bad
            .first()
            .map(|bad| format!("{} of `{}`: {}", bad.text, bad.model, bad.error.kind));
        broken(why.unwrap_or_default())
    })?;
    let setting = Setting::on(Paper::usual(&set.bank.language));
    let page = setting.view(&set.layout, messages.language());
    let around = Surroundings {
        page: &page,
        school: &SchoolView::default(),
        messages: &messages,
    };
    let mut staged = Staged::begin(folder)?;
    let bar = terminal.progress(set.forms.len() as u64, "writing forms", options.quiet);
    let mut kinds = options.format.clone();
    kinds.dedup();
    let formats = kinds.iter().map(|kind| match kind {
        PageKind::Md => (Format::Markdown, "md"),
        PageKind::Html => (Format::Html, "html"),
    });
    let formats: Vec<(Format, &str)> = formats.collect();
    for form in &set.forms {
        let view = composer.form(form);
        let context = pages
            .form(&view, around)
            .map_err(|error| broken(error.to_string()))?;
        let label = form.label.to_string().to_lowercase();
        for (format, ending) in &formats {
            let all = [
                (Page::Form, "form"),
                (Page::Key, "key"),
                (Page::Guide, "guide"),
                (Page::Sheet, "sheet"),
            ];
            for (page, name) in all {
                if page == Page::Sheet && *format == Format::Markdown {
                    continue;
                }
                let text = pages.render(page, *format, &context);
                let text = text.map_err(|error| broken(error.to_string()))?;
                staged.write(&format!("{name}-{label}.{ending}"), text.as_bytes())?;
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    let view = parity(set, report);
    for (format, ending) in &formats {
        let text = pages
            .parity(*format, &view)
            .map_err(|error| broken(error.to_string()))?;
        staged.write(&format!("parity.{ending}"), text.as_bytes())?;
    }
    let plan = plan_json(set, report).map_err(|error| broken(error.to_string()))?;
    staged.write(PLAN, &plan)?;
    let files = staged.files();
    staged.finish()?;
    Ok(files)
}

fn plan_json(set: &FormSet, report: &ParityReport) -> Result<Vec<u8>, serde_json::Error> {
    #[derive(serde::Serialize)]
    struct Whole<'a> {
        #[serde(flatten)]
        set: &'a FormSet,
        parity: &'a ParityReport,
    }
    let mut bytes = serde_json::to_vec(&Whole {
        set,
        parity: report,
    })?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Green => "green",
        Verdict::Amber => "amber",
        Verdict::Red => "red",
    }
}

fn summary(made: &Made, terminal: &Terminal) {
    let (set, report) = (&made.set, &made.report);
    let ids: Vec<String> = set
        .forms
        .iter()
        .take(8)
        .map(|form| format!("{} {}", form.label, form.id))
        .collect();
    let more = if set.forms.len() > ids.len() {
        ", …"
    } else {
        ""
    };
    terminal.say(&format!(
        "{} ({} {})",
        set.title, set.bank.title, set.bank.version
    ));
    terminal.say(&format!(
        "  {} {} of {} items, seed {}",
        set.forms.len(),
        if set.forms.len() == 1 {
            "form"
        } else {
            "forms"
        },
        set.slots.len(),
        set.seed
    ));
    terminal.say(&format!("  {}{more}", ids.join(", ")));
    terminal.say(&format!(
        "  parity {}: {}",
        verdict(report.verdict),
        report.sentence
    ));
    let off = report
        .findings
        .iter()
        .filter(|row| row.finding.verdict != Verdict::Green);
    for row in off {
        let detail = if row.detail.is_empty() {
            String::new()
        } else {
            format!(" ({})", row.detail)
        };
        terminal.say(&format!(
            "    {}: {}{detail}",
            verdict(row.finding.verdict),
            row.title
        ));
    }
    terminal.say(&format!("  {} files in {}", made.files, made.folder));
}

fn summary_json(made: &Made) -> serde_json::Value {
    let set = &made.set;
    json!({
        "bank": set.bank.id,
        "version": set.bank.version,
        "title": set.title,
        "blueprint": set.blueprint,
        "seed": set.seed,
        "forms": set.forms.iter().map(|form| json!({
            "label": form.label.to_string(),
            "id": form.id.to_string(),
        })).collect::<Vec<_>>(),
        "items": set.slots.len(),
        "parity": {
            "verdict": verdict(made.report.verdict),
            "evidence": made.report.evidence,
            "sentence": made.report.sentence,
        },
        "folder": made.folder,
        "files": made.files,
    })
}
