//! Where banks come from: files, folders, pins, or the program itself.

use std::cell::RefCell;
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use crate::bank::yaml::MOST_BYTES;
use crate::bank::{ItemBank, lower};
use crate::cli::{bundled, lock};
use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Sources;

/// The file of a bank that is a folder.
const FILE: &str = "bank.yaml";

/// The bank at `path`: a file, a folder with a `bank.yaml`, the name of a bank that `isoform.lock`
/// pins, or of one that is built into the program.
pub fn read(path: &Path, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Option<ItemBank> {
    read_noting(path, sources, diagnostics).0
}

/// As [`read`], with the files that the bank was read from, those too that could not be read; the
/// bank's own file first.
pub fn read_noting(
    path: &Path,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> (Option<ItemBank>, Vec<PathBuf>) {
    let file = match file_of(path) {
        Ok(file) => file,
        Err(error) => {
            diagnostics.push(*error);
            return (None, Vec::new());
        }
    };
    if !file.exists()
        && let Some(id) = path.to_str().filter(|path| bundled::has(path))
    {
        return (bundled::bank(id, sources, diagnostics), Vec::new());
    }
    let folder = file.parent().map_or_else(PathBuf::new, Path::to_path_buf);
    let files = RefCell::new(vec![file.clone()]);
    let reader = |path: &str| {
        files.borrow_mut().push(folder.join(path));
        beside(&folder, path)
    };
    let bank = match whole(&file) {
        Ok(bytes) => lower::load_with(
            &file.to_string_lossy(),
            &bytes,
            &reader,
            sources,
            diagnostics,
        ),
        Err(why) => {
            let message = format!("cannot read `{}`: {why}", file.display());
            let help = if path.is_dir() {
                format!("a folder is a bank when it has a `{FILE}`")
            } else if let Some(id) = path
                .to_str()
                .and_then(|name| did_you_mean(name, bundled::ids()))
            {
                format!("did you mean the bank `{id}`? `isoform banks` lists all that are built in")
            } else {
                "name a .yaml file, a folder with a `bank.yaml`, or one of `isoform banks`"
                    .to_owned()
            };
            diagnostics.push(Diagnostic::error(Code::CannotRead, None, message).help(help));
            None
        }
    };
    let bank = as_pinned(bank, &file, diagnostics);
    (bank, files.into_inner())
}

/// The file of the bank that `path` stands for.
pub fn file_of(path: &Path) -> lock::Outcome<PathBuf> {
    if !path.exists()
        && let Some(file) = lock::named(&path.to_string_lossy())?
    {
        return Ok(file);
    }
    Ok(if path.is_dir() {
        path.join(FILE)
    } else {
        path.to_path_buf()
    })
}

/// The bank, unless it is pinned and another one.
fn as_pinned(
    bank: Option<ItemBank>,
    file: &Path,
    diagnostics: &mut Diagnostics,
) -> Option<ItemBank> {
    let pin = match lock::pin_of(file) {
        Ok(pin) => pin,
        Err(error) => {
            diagnostics.push(*error);
            return None;
        }
    };
    let digest = bank.as_ref().map(|bank| bank.digest.as_str());
    match pin {
        Some(pin) if digest != Some(&pin.digest) => {
            diagnostics.push(pin.changed(file, digest));
            None
        }
        _ => bank,
    }
}

/// The bytes of a file that is no larger than a bank may be.
fn whole(file: &Path) -> Result<Vec<u8>, String> {
    let say = |error: std::io::Error| error.to_string();
    let about = std::fs::metadata(file).map_err(say)?;
    if about.is_dir() {
        return Err("it is a folder".to_owned());
    }
    if about.len() > MOST_BYTES as u64 {
        return Err(format!("it is larger than {} MiB", MOST_BYTES >> 20));
    }
    // A pipe has no length, and may never end.
    let mut bytes = Vec::new();
    let most = MOST_BYTES as u64 + 1;
    std::fs::File::open(file)
        .and_then(|open| open.take(most).read_to_end(&mut bytes))
        .map_err(say)?;
    Ok(bytes)
}

/// The bytes of a file beside a bank. A link that leads out of the folder is refused: a bank that
/// comes from somebody else may not read this computer's other files.
pub fn beside(folder: &Path, path: &str) -> Result<Vec<u8>, String> {
    let (mut root, mut rest) = (folder.to_path_buf(), PathBuf::new());
    for part in Path::new(path).components() {
        match part {
            Component::ParentDir => root.push(part),
            _ => rest.push(part),
        }
    }
    if root.as_os_str().is_empty() {
        root.push(".");
    }
    let say = |error: std::io::Error| error.to_string();
    let root = root.canonicalize().map_err(say)?;
    let file = root.join(rest).canonicalize().map_err(say)?;
    if !file.starts_with(&root) {
        return Err("it is a link to another folder".to_owned());
    }
    let about = file.metadata().map_err(say)?;
    if !about.is_file() {
        return Err("it is no file".to_owned());
    }
    if about.len() > MOST_BYTES as u64 {
        return Err(format!("it is larger than {} MiB", MOST_BYTES >> 20));
    }
    std::fs::read(file).map_err(say)
}
