//! `isoform pack`: an archive of a bank for others, the same bytes from the same bank.

pub mod archive;
mod catalogue;
mod contents;

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::bank::{ItemBank, lower};
use crate::cli::Ending;
use crate::cli::arguments::Pack;
use crate::cli::banks;
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::lint::census::{Census, Limits};
use crate::lint::{self, examine};
use crate::render::check;
use crate::source::Sources;

/// A bank with the bytes of every file it consists of, by the paths it names them with.
pub struct Source {
    /// The bank.
    pub bank: ItemBank,
    /// Its folder.
    pub folder: PathBuf,
    /// Its files, the bank itself first.
    pub files: Vec<(String, Vec<u8>)>,
}

pub fn pack(options: &Pack, terminal: &Terminal) -> Ending {
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new();
    let packed = packed(options, &mut sources, &mut diagnostics);
    let Some((file, files, digest)) = packed.filter(|_| !diagnostics.has_errors()) else {
        terminal.show(&diagnostics, &sources);
        return Ending::Refused;
    };
    terminal.say(&format!(
        "{}: {files} files, sha256 {digest}",
        file.display()
    ));
    Ending::Done
}

fn packed(
    options: &Pack,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<(PathBuf, usize, String)> {
    let source = read(&options.bank, sources, diagnostics)?;
    let bank = &source.bank;
    if bank.licence.is_none() {
        let message = "a bank without a licence cannot be given to others";
        let help = "add `licence: CC-BY-4.0`, or another SPDX expression";
        diagnostics.push(Diagnostic::error(Code::MissingKey, None, message).help(help));
    }
    diagnostics.extend(check::texts(bank));
    let models = bank.items.par_iter();
    let examined: Vec<lint::Examined> = models
        .map(|model| examine(bank, model, &Limits::default()))
        .collect();
    let mut censuses: Vec<Census> = Vec::with_capacity(examined.len());
    for one in examined {
        diagnostics.extend(one.messages);
        censuses.push(one.census);
    }
    if diagnostics.has_errors() {
        return None;
    }
    let files = contents::files(&source, &censuses);
    let files = files.map_err(|errors| diagnostics.extend(errors)).ok()?;
    let bytes = archive::write(&files);
    let file = options
        .out
        .clone()
        .unwrap_or_else(|| PathBuf::from(format!("{}-{}.zip", bank.id, bank.version)));
    let written = bytes.and_then(|bytes| {
        std::fs::write(&file, &bytes).map_err(|error| error.to_string())?;
        Ok(bytes)
    });
    match written {
        Ok(bytes) => Some((file, files.len(), archive::digest(&bytes))),
        Err(why) => {
            let message = format!("cannot write `{}`: {why}", file.display());
            diagnostics.push(Diagnostic::error(Code::CannotWrite, None, message));
            None
        }
    }
}

fn read(path: &Path, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Option<Source> {
    let file = if path.is_dir() {
        path.join("bank.yaml")
    } else {
        path.to_path_buf()
    };
    let folder = file.parent().map(Path::to_path_buf).unwrap_or_default();
    let Ok(bytes) = std::fs::read(&file) else {
        // The usual way says what is wrong.
        return banks::read(path, sources, diagnostics).and(None);
    };
    let beside = RefCell::new(Vec::new());
    let reader = |path: &str| {
        let bytes = banks::beside(&folder, path)?;
        beside.borrow_mut().push((path.to_owned(), bytes.clone()));
        Ok(bytes)
    };
    let name = file.to_string_lossy();
    let bank = lower::load_with(&name, &bytes, &reader, sources, diagnostics)?;
    let mut files = vec![("bank.yaml".to_owned(), bytes)];
    files.extend(beside.into_inner());
    Some(Source {
        bank,
        folder,
        files,
    })
}
