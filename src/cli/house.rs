//! `isoform.yaml` beside a bank: whose pages they are.

use std::path::{Path, PathBuf};

use crate::bank::yaml::decode::{Map, text};
use crate::bank::yaml::{Node, load};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::render::school::{LARGEST_LOGO, School, logo};
use crate::source::Sources;

/// The file's name.
const FILE: &str = "isoform.yaml";

/// What the file may hold.
const KEYS: [&str; 4] = ["school", "logo", "header", "footer"];

/// The school of the bank at `bank`: of the file in its folder, or of nobody without one.
pub fn school(bank: &Path, sources: &mut Sources, diagnostics: &mut Diagnostics) -> School {
    let folder: PathBuf = match bank.is_dir() {
        true => bank.to_path_buf(),
        false => bank.parent().map(Path::to_path_buf).unwrap_or_default(),
    };
    let file = folder.join(FILE);
    if !file.is_file() {
        return School::default();
    }
    let bytes = match std::fs::read(&file) {
        Ok(bytes) => bytes,
        Err(error) => {
            diagnostics.push(unreadable(&file, &error.to_string()));
            return School::default();
        }
    };
    let name = file.to_string_lossy();
    let node = load(&name, &bytes, sources, diagnostics);
    let school = node.and_then(|node| read(&node, &folder, diagnostics));
    school.unwrap_or_default()
}

fn read(node: &Node, folder: &Path, diagnostics: &mut Diagnostics) -> Option<School> {
    let map = Map::read(node, "isoform.yaml", &KEYS, diagnostics)?;
    let mut line = |key| {
        let node = map.optional(key)?;
        Some(text(node, key, diagnostics)?.as_str().trim().to_owned())
    };
    let (name, header, footer) = (line("school"), line("header"), line("footer"));
    let logo = map.optional("logo").and_then(|node| {
        let name = text(node, "file name of the logo", diagnostics)?;
        read_logo(folder, name.as_str())
            .map_err(|mut diagnostic| {
                diagnostic.span = Some(node.span);
                diagnostics.push(diagnostic);
            })
            .ok()
    });
    map.finish(diagnostics);
    Some(School {
        name: name.unwrap_or_default(),
        logo: logo.unwrap_or_default(),
        header: header.unwrap_or_default(),
        footer: footer.unwrap_or_default(),
    })
}

fn read_logo(folder: &Path, name: &str) -> Result<String, Diagnostic> {
    let path = folder.join(name);
    let content = std::fs::read(&path).map_err(|error| unreadable(&path, &error.to_string()))?;
    if content.len() > LARGEST_LOGO {
        let message = format!("the logo has {} KiB", content.len() >> 10);
        let help = format!(
            "it stands in every page: {} KiB are the limit",
            LARGEST_LOGO >> 10
        );
        return Err(Diagnostic::error(Code::TooLarge, None, message).help(help));
    }
    logo(name, &content).ok_or_else(|| {
        let message = format!("`{name}` is no image that pages can show");
        Diagnostic::error(Code::WrongShape, None, message)
            .help("a logo is .svg, .png, .jpg or .gif")
    })
}

fn unreadable(path: &Path, why: &str) -> Diagnostic {
    let message = format!("cannot read `{}`: {why}", path.display());
    Diagnostic::error(Code::CannotRead, None, message)
}
