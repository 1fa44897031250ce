//! Folders of a pool: made under a hidden name, then moved into place.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic};

/// What stands behind the name of a folder that is not yet in place.
const PART: &str = ".part";

/// The hidden name of a folder until it takes its own.
pub fn part_of(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}{PART}"))
}

/// Removes what an interrupted run left under the hidden name of `target`.
pub fn clear(target: &Path) -> Result<(), Diagnostic> {
    if target.exists() {
        let message = format!("`{}` is there already", target.display());
        let help = "it is not in the ledger: move it out of the pool";
        return Err(Diagnostic::error(Code::CannotWrite, None, message).help(help));
    }
    let part = part_of(target);
    remove(&part).map_err(|error| cannot(&part, &error))?;
    let parent = target.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(|error| cannot(parent, &error))
}

fn remove(part: &Path) -> io::Result<()> {
    match (part.is_dir(), part.exists()) {
        (true, _) => fs::remove_dir_all(part),
        (false, true) => fs::remove_file(part),
        (false, false) => Ok(()),
    }
}

/// Makes sure that a page, or a folder and all its files, are on the disk.
pub fn flush(folder: &Path) -> Result<(), Diagnostic> {
    let flushed = || -> io::Result<()> {
        if folder.is_file() {
            return File::open(folder)?.sync_all();
        }
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                flush(&path).map_err(|error| io::Error::other(error.message))?;
            } else {
                File::open(&path)?.sync_all()?;
            }
        }
        sync(folder)
    };
    flushed().map_err(|error| cannot(folder, &error))
}

/// Puts a folder or page in its place, if it still stands under its hidden name.
pub fn settle(target: &Path) -> Result<(), Diagnostic> {
    let part = part_of(target);
    if target.exists() || !part.exists() {
        return Ok(());
    }
    let moved = fs::rename(&part, target).and_then(|()| match target.parent() {
        Some(parent) => sync(parent),
        None => Ok(()),
    });
    moved.map_err(|error| cannot(target, &error))
}

/// Removes hidden folders and pages whose name begins so, and whose entry was never written.
pub fn sweep(parent: &Path, begins: &str) -> Result<(), Diagnostic> {
    for path in parts(parent, begins) {
        remove(&path).map_err(|error| cannot(&path, &error))?;
    }
    Ok(())
}

/// The hidden folders and pages in a folder.
fn parts(parent: &Path, begins: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(parent).into_iter().flatten().flatten();
    let is_part = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let own = name
            .strip_prefix('.')
            .and_then(|name| name.strip_suffix(PART));
        own.is_some_and(|own| own.starts_with(begins))
    };
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_part).collect();
    found.sort();
    found
}

/// The names in a folder are flushed where the system allows to open one.
fn sync(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

fn cannot(path: &Path, error: &io::Error) -> Diagnostic {
    let message = format!("cannot write `{}`: {error}", path.display());
    Diagnostic::error(Code::CannotWrite, None, message)
        .help("check that you may write there, and that there is room")
}
