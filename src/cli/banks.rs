//! Where banks come from: files, folders, or the program itself.

use std::path::Path;

use crate::bank::{ItemBank, lower};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Sources;

/// The bank that is compiled into the program.
const BUNDLED: (&str, &[u8]) = (
    "fractions-decimals-percents.yaml",
    include_bytes!("../../item-banks/fractions-decimals-percents/bank.yaml"),
);

/// The file of a bank that is a folder.
const FILE: &str = "bank.yaml";

/// The bundled bank.
pub fn bundled(sources: &mut Sources, diagnostics: &mut Diagnostics) -> Option<ItemBank> {
    lower::load(BUNDLED.0, BUNDLED.1, sources, diagnostics)
}

/// The bank at `path`.
pub fn read(path: &Path, sources: &mut Sources, diagnostics: &mut Diagnostics) -> Option<ItemBank> {
    let file = if path.is_dir() {
        path.join(FILE)
    } else {
        path.to_path_buf()
    };
    match std::fs::read(&file) {
        Ok(bytes) => lower::load(&file.to_string_lossy(), &bytes, sources, diagnostics),
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
