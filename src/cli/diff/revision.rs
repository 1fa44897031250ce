//! Banks as they were, from git.

use std::path::Path;
use std::process::Command;

use crate::bank::{ItemBank, lower};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Sources;

/// The bank at `path` as it was in a revision, with the files beside it.
pub fn read(
    revision: &str,
    path: &Path,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<ItemBank> {
    let is_file = path
        .extension()
        .is_some_and(|ending| ending == "yaml" || ending == "yml");
    let file = if is_file {
        path.to_path_buf()
    } else {
        path.join("bank.yaml")
    };
    let folder = file.parent().map(Path::to_path_buf).unwrap_or_default();
    let name = format!("{revision}:{}", file.display());
    match show(revision, &file) {
        Ok(bytes) => {
            let beside = |path: &str| show(revision, &folder.join(path));
            lower::load_with(&name, &bytes, &beside, sources, diagnostics)
        }
        Err(why) => {
            let message = format!("cannot read `{name}`: {why}");
            let help = "name two revisions that git knows, and a bank from this folder on";
            diagnostics.push(Diagnostic::error(Code::CannotRead, None, message).help(help));
            None
        }
    }
}

/// A file of a revision; `./` makes the path one from this folder on.
fn show(revision: &str, path: &Path) -> Result<Vec<u8>, String> {
    let object = format!("{revision}:./{}", path.display());
    let mut git = Command::new("git");
    git.args(["show", "--end-of-options"]).arg(object);
    let output = git.output().map_err(|error| format!("git: {error}"))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(said.lines().next().unwrap_or("git failed").to_owned())
}
