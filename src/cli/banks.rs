//! Where banks come from: files, folders, or the program itself.

use std::path::{Component, Path, PathBuf};

use crate::bank::yaml::MOST_BYTES;
use crate::bank::{ItemBank, lower};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Sources;

/// The bank that is compiled into the program.
const BUNDLED: (&str, &[u8]) = (
    "fractions-decimals-percents.yaml",
    include_bytes!("../../item-banks/fractions-decimals-percents/bank.yaml"),
);

/// The files beside the bundled bank, by their paths.
const BUNDLED_FILES: [(&str, &[u8]); 0] = [];

/// The file of a bank that is a folder.
const FILE: &str = "bank.yaml";

/// The bundled bank.
pub fn bundled(sources: &mut Sources, diagnostics: &mut Diagnostics) -> Option<ItemBank> {
    let reader = |path: &str| {
        let file = BUNDLED_FILES.iter().find(|(name, _)| *name == path);
        file.map(|(_, bytes)| bytes.to_vec())
            .ok_or_else(|| "it is not part of the program".to_owned())
    };
    lower::load_with(BUNDLED.0, BUNDLED.1, &reader, sources, diagnostics)
}

/// The bank at `path`.
pub fn read(path: &Path, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Option<ItemBank> {
    let file = if path.is_dir() {
        path.join(FILE)
    } else {
        path.to_path_buf()
    };
    let folder = file.parent().map_or_else(PathBuf::new, Path::to_path_buf);
    let reader = |path: &str| beside(&folder, path);
    match std::fs::read(&file) {
        Ok(bytes) => lower::load_with(
            &file.to_string_lossy(),
            &bytes,
            &reader,
            sources,
            diagnostics,
        ),
        Err(error) => {
            let message = format!("cannot read `{}`: {error}", file.display());
            let help = if path.is_dir() {
                format!("a folder is a bank when it has a `{FILE}`")
            } else {
                "name a .yaml file, or a folder with a `bank.yaml`".to_owned()
            };
            diagnostics.push(Diagnostic::error(Code::CannotRead, None, message).help(help));
            None
        }
    }
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
