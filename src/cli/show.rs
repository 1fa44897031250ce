//! `isoform show`: a form by its ID, with its key.

use std::path::{Path, PathBuf};

use crate::cli::Ending;
use crate::cli::arguments::Show;
use crate::cli::folder::{Opened, open};
use crate::cli::output::PLAN;
use crate::cli::pages::refused;
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};
use crate::form::id::{FormId, suggest};
use crate::form::set::Form;
use crate::render::compose::Composer;
use crate::render::messages::Messages;
use crate::render::pages::{Format, Page, Pages, Surroundings};
use crate::render::paper::{Paper, Setting};

/// How deep below a folder sets are looked for.
const DEPTH: usize = 3;

pub fn show(options: &Show, terminal: &Terminal) -> Ending {
    match found(options) {
        Ok(text) => {
            terminal.say(text.trim_end());
            Ending::Done
        }
        Err(diagnostic) => {
            terminal.refuse(diagnostic);
            Ending::Refused
        }
    }
}

fn found(options: &Show) -> Result<String, Diagnostic> {
    let sets = match &options.set {
        Some(path) => vec![(path.clone(), open(path)?)],
        None => {
            let folders = below(Path::new("."));
            let sets = folders
                .into_iter()
                .map(|folder| open(&folder).map(|set| (folder, set)));
            // A damaged set must not hide the sound one that has the form.
            sets.filter_map(Result::ok).collect()
        }
    };
    let forms = || {
        sets.iter()
            .flat_map(|set| set.1.set.forms.iter().map(move |f| (set, f)))
    };
    let known: Vec<FormId> = forms().map(|(_, form)| form.id).collect();
    let unknown = |message: String| {
        let diagnostic = Diagnostic::error(Code::BadArgument, None, message);
        match suggest(&options.id, &known) {
            Some(meant) => diagnostic.help(format!("did you mean `{meant}`?")),
            None if options.set.is_none() => {
                diagnostic.help("name the folder of its set by `--set DIR`")
            }
            None => diagnostic,
        }
    };
    let id: FormId = options
        .id
        .parse()
        .map_err(|error| unknown(format!("{error}")))?;
    let ((folder, opened), form) = forms()
        .find(|(_, form)| form.id == id)
        .ok_or_else(|| unknown(format!("there is no form `{id}` in {} sets", sets.len())))?;
    key(folder, opened, form)
}

/// The key in Markdown, below a line that says where the form is.
fn key(folder: &Path, opened: &Opened, form: &Form) -> Result<String, Diagnostic> {
    let set = &opened.set;
    let messages = Messages::of(&set.bank.language);
    let composer = Composer::speaking(set, &messages).map_err(|bad| {
        let first = bad.first().map(|bad| bad.error.kind.to_string());
        refused(first.unwrap_or_default())
    })?;
    let setting = Setting::on(Paper::usual(&set.bank.language));
    let page = setting.view(&set.layout, messages.language());
    let pages = Pages::new(&[]).map_err(refused)?;
    let around = Surroundings {
        page: &page,
        school: &opened.beside.school.view(),
        messages: &messages,
    };
    let context = pages.form(&composer.form(form), around).map_err(refused)?;
    let text = pages
        .render(Page::Key, Format::Markdown, &context)
        .map_err(refused)?;
    Ok(format!(
        "Form {} in {}\n\n{text}",
        form.label,
        folder.display()
    ))
}

/// The folders of all sets in or below `folder`, in the order of their names.
fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    search(folder, DEPTH, &mut found);
    found
}

fn search(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    if folder.join(PLAN).is_file() {
        found.push(folder.to_path_buf());
    }
    let Some(depth) = depth.checked_sub(1) else {
        return;
    };
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = entries
        .filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'))
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    for inner in folders {
        search(&inner, depth, found);
    }
}
