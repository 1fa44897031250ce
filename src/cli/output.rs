//! Writing a set: all of it or nothing.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic};

/// The file that makes a folder a set.
pub const PLAN: &str = "set.json";

/// A folder that becomes visible only when it is complete. Dropped before, it leaves no trace.
#[derive(Debug)]
pub struct Staged {
    target: PathBuf,
    staging: PathBuf,
    files: usize,
}

impl Staged {
    /// Begins a folder beside `target`, which must be free, empty, or a set.
    pub fn begin(target: &Path) -> Result<Self, Diagnostic> {
        let is_set = target.join(PLAN).is_file();
        if target.exists() && !is_set {
            let mut entries = fs::read_dir(target).map_err(|error| cannot(target, &error))?;
            if entries.next().is_some() {
                let message = format!(
                    "`{}` holds other files and no set of forms",
                    target.display()
                );
                return Err(Diagnostic::error(Code::CannotWrite, None, message)
                    .help("name a new folder with `--out`"));
            }
        }
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let sibling = format!(".{name}.{}.part", std::process::id());
        let parent = target
            .parent()
            .filter(|parent| !parent.as_os_str().is_empty());
        let parent = parent.unwrap_or(Path::new("."));
        fs::create_dir_all(parent).map_err(|error| cannot(parent, &error))?;
        let staging = parent.join(sibling);
        fs::create_dir(&staging).map_err(|error| cannot(target, &error))?;
        Ok(Self {
            target: target.to_path_buf(),
            staging,
            files: 0,
        })
    }

    /// Adds a file piece by piece, for one that is too large to be held twice.
    pub fn pour(
        &mut self,
        name: &str,
        pour: impl FnOnce(&mut BufWriter<fs::File>) -> io::Result<()>,
    ) -> Result<(), Diagnostic> {
        let poured = fs::File::create(self.staging.join(name)).and_then(|file| {
            let mut out = BufWriter::new(file);
            pour(&mut out)?;
            out.flush()
        });
        poured.map_err(|error| cannot(&self.target.join(name), &error))?;
        self.files += 1;
        Ok(())
    }

    /// Adds a file.
    pub fn write(&mut self, name: &str, content: &[u8]) -> Result<(), Diagnostic> {
        let path = self.staging.join(name);
        fs::write(&path, content).map_err(|error| cannot(&self.target.join(name), &error))?;
        self.files += 1;
        Ok(())
    }

    /// How many files there are.
    pub fn files(&self) -> usize {
        self.files
    }

    /// Puts the folder in its place. What else stood in an older set is kept, but not its pages.
    pub fn finish(self) -> Result<(), Diagnostic> {
        self.replace(|name| !is_ours(name))
    }

    /// Puts the folder in its place and keeps all other files, pages of the same set among them.
    pub fn finish_beside(self) -> Result<(), Diagnostic> {
        self.replace(|_| true)
    }

    /// What is kept joins the new folder before the two change places in one step, so that a kill
    /// at any moment leaves a whole set in the target.
    fn replace(self, keeps: fn(&str) -> bool) -> Result<(), Diagnostic> {
        let fail = |error: io::Error| cannot(&self.target, &error);
        if !self.target.exists() {
            return fs::rename(&self.staging, &self.target).map_err(fail);
        }
        keep(&self.target, &self.staging, keeps).map_err(fail)?;
        // Now the old folder is the staging folder, which goes when this is dropped.
        exchange(&self.staging, &self.target).map_err(fail)
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        // After `finish` this is the older set, or nothing.
        let _ = fs::remove_dir_all(&self.staging);
    }
}

/// Copies what is to be kept, and is not written anew, from the old folder to the new one.
fn keep(old: &Path, new: &Path, keeps: fn(&str) -> bool) -> io::Result<()> {
    for entry in fs::read_dir(old)? {
        let entry = entry?;
        let copy = new.join(entry.file_name());
        if !keeps(&entry.file_name().to_string_lossy()) || copy.exists() {
            continue;
        }
        if entry.file_type()?.is_dir() {
            fs::create_dir(&copy)?;
            keep(&entry.path(), &copy, |_| true)?;
        } else if fs::hard_link(entry.path(), &copy).is_err() {
            fs::copy(entry.path(), &copy)?;
        }
    }
    Ok(())
}

/// Puts each of two folders into the other's place, in one step where the system knows one.
fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        if renameat_with(CWD, new, CWD, old, RenameFlags::EXCHANGE).is_ok() {
            return Ok(());
        }
    }
    let aside = new.with_extension("old");
    fs::rename(old, &aside)?;
    if let Err(error) = fs::rename(new, old) {
        fs::rename(&aside, old)?;
        return Err(error);
    }
    fs::rename(&aside, new)
}

/// Whether a set's folder may hold a file of this name.
fn is_ours(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let labelled = |kind: &str| {
        let mut parts = stem.split('-');
        let label =
            |label: &str| !label.is_empty() && label.chars().all(|c| c.is_ascii_lowercase());
        parts.next() == Some(kind) && parts.next().is_some_and(label) && parts.all(is_setting)
    };
    let mut stack = stem.split('-');
    name == PLAN
        || stem == "parity"
        || ["form", "key", "guide", "sheet"].into_iter().any(labelled)
        || (stack.next() == Some("stack") && stack.all(is_setting))
        || is_figure(name)
}

/// Whether this is the name of a figure: `form-a-item-4-b.svg`.
fn is_figure(name: &str) -> bool {
    let stem = name.strip_suffix(".svg").unwrap_or_default();
    let parts = stem
        .strip_prefix("form-")
        .and_then(|rest| rest.split_once("-item-"));
    parts.is_some_and(|(label, item)| {
        label.chars().all(|c| c.is_ascii_lowercase())
            && item.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Whether a part of a file's name is an accommodation.
fn is_setting(part: &str) -> bool {
    ["large", "dyslexia", "single"].contains(&part)
}

fn cannot(path: &Path, error: &io::Error) -> Diagnostic {
    let message = format!("cannot write `{}`: {error}", path.display());
    Diagnostic::error(Code::CannotWrite, None, message)
        .help("check that the folder exists, that you may write there, and that there is room")
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn only_files_of_a_set_are_replaced() {
        for ours in [
            "set.json",
            "parity.html",
            "form-a.md",
            "key-aa.html",
            "sheet-b-large-dyslexia.html",
            "stack-large.html",
            "form-a-item-4-b.svg",
        ] {
            assert!(is_ours(ours), "{ours}");
        }
        for theirs in [
            "notes.txt",
            "form-.md",
            "form-A1.md",
            "key.md",
            "formula-a.md",
            "form-a-old.md",
            "stack-of-notes.html",
            "form-a-items.svg",
        ] {
            assert!(!is_ours(theirs), "{theirs}");
        }
    }
}
