//! `isoform generate`: banks in, forms, keys and a parity report out.

use std::path::Path;

use rand::TryRng;
use rand::rngs::SysRng;
use serde_json::json;

use crate::bank::ItemBank;
use crate::cli::Ending;
use crate::cli::arguments::{FailOn, Generate};
use crate::cli::folder::{Beside, audit, put, put_form, write_plan};
use crate::cli::house;
use crate::cli::output::Staged;
use crate::cli::pages::Printer;
use crate::cli::summary;
use crate::cli::terminal::Terminal;
use crate::cli::{banks, bundled};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::difficulty::unknown_in;
use crate::form::set::FormSet;
use crate::form::slots::{Plan, Wanted};
use crate::form::{Request, assemble};
use crate::instance::example;
use crate::parity::finding::Verdict;
use crate::parity::report::ParityReport;
use crate::render::check;
use crate::render::school::School;
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
        for (bank, school) in &banks {
            let folder = if banks.len() > 1 {
                options.out.join(&*bank.id)
            } else {
                options.out.clone()
            };
            match make((bank, school), options, seed, &folder, terminal) {
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
    FailOn::ending(options.fail_on, worst)
}

/// The banks, and whose pages are made from them.
fn read(
    options: &Generate,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Vec<(ItemBank, School)> {
    let mut banks: Vec<(ItemBank, School)> = Vec::new();
    if options.banks.is_empty() {
        let usual = bundled::usual(sources, diagnostics);
        banks.extend(usual.map(|bank| (bank, School::default())));
    }
    for path in &options.banks {
        let Some(bank) = banks::read(path, sources, diagnostics) else {
            continue;
        };
        if banks.iter().any(|(other, _)| other.id == bank.id) {
            let message = format!("two banks have the id `{}`", bank.id);
            diagnostics.push(Diagnostic::error(Code::DuplicateId, None, message));
        }
        let school = house::school(path, sources, diagnostics);
        banks.push((bank, school));
    }
    for (bank, _) in &banks {
        diagnostics.extend(sound(bank));
    }
    banks
}

/// What is wrong with a bank beyond its reading: texts, examples, names of features.
pub fn sound(bank: &ItemBank) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    found.extend(check::texts(bank));
    found.extend(bank.items.iter().flat_map(example::verify));
    found.extend(unknown_in(bank));
    found
}

/// A seed that nobody knows.
pub fn fresh() -> Result<Seed, Diagnostic> {
    let drawn = SysRng.try_next_u64().map_err(|error| {
        let message = format!("the system gives no chance: {error}");
        Diagnostic::error(Code::BadArgument, None, message).help("choose a seed by `--seed`")
    })?;
    Ok(Seed::new(drawn % FRESH_SEEDS))
}

fn make(
    (bank, school): (&ItemBank, &School),
    options: &Generate,
    seed: Seed,
    folder: &Path,
    terminal: &Terminal,
) -> Result<Made, Vec<Diagnostic>> {
    let wanted = Wanted {
        blueprint: options.blueprint.as_deref(),
        standards: &options.standards,
        items: options.items.map(usize::from),
        as_drawn: options.as_drawn,
    };
    let plan = Plan::of(bank, &wanted, seed)?;
    let request = Request {
        seed,
        forms: options.forms as usize,
        repeats: options.allow_repeats,
    };
    let mut set = assemble(bank, &plan, &request)?;
    if let Some(layout) = options.pages.layout() {
        set.layout = layout.to_owned();
    }
    let report = audit(&set, options.tries).map_err(|error| vec![error])?;
    if let Some(shard) = options.shard {
        set = set.shard(shard);
        if set.forms.is_empty() {
            let message = format!("of {} forms there is none for this shard", options.forms);
            return Err(vec![
                Diagnostic::error(Code::BadArgument, None, message)
                    .help("take fewer shards than forms"),
            ]);
        }
    }
    let beside = Beside {
        school: school.clone(),
        pages: options.pages.clone(),
    };
    let output = Output {
        folder,
        quiet: options.quiet,
        terminal,
    };
    let files = write(&set, &report, &beside, &output).map_err(|error| vec![error])?;
    Ok(Made {
        set,
        report,
        files,
        folder: folder.display().to_string(),
    })
}

/// Where pages go, and who watches.
pub struct Output<'a> {
    /// The folder.
    pub folder: &'a Path,
    /// Whether nothing but mistakes is printed.
    pub quiet: bool,
    /// The terminal.
    pub terminal: &'a Terminal,
}

/// Writes everything beside the target and moves it there when it is complete.
fn write(
    set: &FormSet,
    report: &ParityReport,
    beside: &Beside,
    output: &Output<'_>,
) -> Result<usize, Diagnostic> {
    let staged = stage(set, report, beside, output)?;
    let files = staged.files();
    staged.finish()?;
    Ok(files)
}

/// Writes everything beside the target.
pub fn stage(
    set: &FormSet,
    report: &ParityReport,
    beside: &Beside,
    output: &Output<'_>,
) -> Result<Staged, Diagnostic> {
    let printer = Printer::new(set, &beside.school, &beside.pages)?;
    let mut staged = Staged::begin(output.folder)?;
    let steps = set.forms.len() as u64;
    let bar = output
        .terminal
        .progress(steps, "writing forms", output.quiet);
    for form in &set.forms {
        put_form(&mut staged, &printer, form)?;
        bar.inc(1);
    }
    bar.finish_and_clear();
    if set.shard.is_some() {
        // The stack and the report are about the whole set; `merge` makes them.
        write_plan(&mut staged, set, None, beside)?;
        return Ok(staged);
    }
    put(&mut staged, &printer.stacks()?)?;
    put(&mut staged, &printer.report(report)?)?;
    write_plan(&mut staged, set, Some(report), beside)?;
    Ok(staged)
}

fn summary(made: &Made, terminal: &Terminal) {
    summary::set(&made.set, terminal);
    summary::parity(&made.report, terminal);
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
            "verdict": made.report.verdict,
            "evidence": made.report.evidence,
            "sentence": made.report.sentence,
        },
        "folder": made.folder,
        "files": made.files,
    })
}
