//! `isoform merge DIR… --out DIR`: the shards of a set, joined and checked again.

use std::path::{Path, PathBuf};

use crate::cli::Ending;
use crate::cli::arguments::Merge;
use crate::cli::folder::{Beside, Opened, audit, open, put, write_plan};
use crate::cli::output::Staged;
use crate::cli::pages::Printer;
use crate::cli::summary;
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::form::set::FormSet;
use crate::parity::report::ParityReport;

pub fn merge(options: &Merge, terminal: &Terminal) -> Ending {
    match join(options) {
        Ok((set, report, files)) => {
            summary::set(&set, terminal);
            summary::parity(&report, terminal);
            terminal.say(&format!("  {files} files in {}", options.out.display()));
            Ending::Done
        }
        Err(error) => {
            terminal.refuse(error);
            Ending::Refused
        }
    }
}

fn join(options: &Merge) -> Result<(FormSet, ParityReport, usize), Diagnostic> {
    let mut shards = Vec::new();
    let mut folders: Vec<(&PathBuf, Vec<String>)> = Vec::new();
    let mut how: Option<(u32, Beside)> = None;
    for folder in &options.shards {
        let Opened { set, tries, beside } = open(folder)?;
        if let Some(label) = set.changed().first() {
            let why = format!("form {label} in `{}` was changed", folder.display());
            return Err(damaged(why));
        }
        let labels = set.forms.iter().map(|form| form.label.to_string());
        folders.push((folder, labels.collect()));
        how.get_or_insert((tries, beside));
        shards.push(set);
    }
    let set = FormSet::join(shards).map_err(|apart| damaged(apart.to_string()))?;
    let (tries, beside) = how.unwrap_or_default();
    let report = audit(&set, options.tries.unwrap_or(tries))?;
    let printer = Printer::new(&set, &beside.school, &beside.pages)?;
    let mut staged = Staged::begin(&options.out)?;
    for form in &set.forms {
        let label = form.label.to_string();
        let home = folders.iter().find(|(_, labels)| labels.contains(&label));
        let Some((folder, _)) = home else { continue };
        // Made again and compared: what is joined is what the plan gives.
        for (name, content) in printer.form(form)? {
            same(&folder.join(&name), &content)?;
            staged.write(&name, &content)?;
        }
        let mut images = printer.images(form).into_iter();
        images.try_for_each(|image| staged.write(&image.name, &image.bytes))?;
    }
    put(&mut staged, &printer.stacks()?)?;
    put(&mut staged, &printer.report(&report)?)?;
    write_plan(&mut staged, &set, Some(&report), &beside)?;
    let files = staged.files();
    staged.finish()?;
    Ok((set, report, files))
}

fn same(path: &Path, content: &[u8]) -> Result<(), Diagnostic> {
    match std::fs::read(path) {
        Ok(bytes) if bytes == content => Ok(()),
        Ok(_) => Err(damaged(format!(
            "`{}` is not the page that its shard gives",
            path.display()
        ))),
        Err(error) => Err(damaged(format!(
            "cannot read `{}`: {error}",
            path.display()
        ))),
    }
}

fn damaged(why: String) -> Diagnostic {
    Diagnostic::error(Code::Json, None, why)
        .help("make the shards again, all with the same bank, blueprint, seed and number of forms")
}
