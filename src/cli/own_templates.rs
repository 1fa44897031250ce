//! Templates and messages that stand in for the built-in ones; `isoform templates export`.

use std::fs;
use std::path::Path;

use crate::cli::Ending;
use crate::cli::arguments::{TemplatesAction, TemplatesVerb};
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::render::messages::{CATALOGUES, Messages};
use crate::render::pages::TEMPLATES;
use crate::source::Sources;

/// Where catalogues stand in a folder of templates.
const MESSAGES: &str = "messages";

/// The files of a folder of templates.
#[derive(Debug, Default)]
pub struct OwnTemplates {
    templates: Vec<(String, String)>,
    catalogues: Vec<(String, String)>,
}

impl OwnTemplates {
    /// Reads a folder; nothing without one.
    pub fn read(folder: Option<&Path>) -> Result<Self, Diagnostic> {
        let Some(folder) = folder else {
            return Ok(Self::default());
        };
        let catalogues = folder.join(MESSAGES);
        Ok(Self {
            templates: texts(folder, &["html", "md", "css", "typ"])?,
            catalogues: if catalogues.is_dir() {
                texts(&catalogues, &["yaml"])?
            } else {
                Vec::new()
            },
        })
    }

    /// The templates by name.
    pub fn overrides(&self) -> Vec<(&str, &str)> {
        let pairs = self.templates.iter();
        pairs.map(|(name, text)| (&**name, &**text)).collect()
    }

    /// The messages for a language, completed by the built-in ones.
    pub fn messages(&self, language: &str) -> Result<Option<Messages>, Diagnostic> {
        let base = language.split(['-', '_']).next().unwrap_or_default();
        let wanted = [format!("{language}.yaml"), format!("{base}.yaml")];
        let found = wanted
            .iter()
            .find_map(|name| self.catalogues.iter().find(|(own, _)| own == name));
        let Some((name, text)) = found else {
            return Ok(None);
        };
        let (mut sources, mut diagnostics) = (Sources::new(), Diagnostics::new());
        let messages = Messages::read(language, name, text, &mut sources, &mut diagnostics);
        if let Some(first) = diagnostics.iter().next() {
            let place = first.span.and_then(|span| {
                let line = sources.get(span.file)?.position(span.range().start).line;
                Some(format!("{MESSAGES}/{name}:{line}: "))
            });
            let message = format!("{}{}", place.unwrap_or_default(), first.message);
            return Err(Diagnostic::error(first.code, None, message));
        }
        Ok(messages.map(|messages| messages.completed_from(&Messages::of(language))))
    }
}

fn texts(folder: &Path, endings: &[&str]) -> Result<Vec<(String, String)>, Diagnostic> {
    let cannot = |path: &Path, error: std::io::Error| {
        let message = format!("cannot read `{}`: {error}", path.display());
        Diagnostic::error(Code::CannotRead, None, message)
            .help("`isoform templates export DIR` makes a folder of templates")
    };
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| cannot(folder, error))? {
        let path = entry.map_err(|error| cannot(folder, error))?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if endings
            .iter()
            .any(|ending| name.ends_with(&format!(".{ending}")))
        {
            let text = fs::read_to_string(&path).map_err(|error| cannot(&path, error))?;
            texts.push((name, text));
        }
    }
    texts.sort();
    Ok(texts)
}

/// `isoform templates export DIR`
pub fn templates(options: &TemplatesVerb, terminal: &Terminal) -> Ending {
    let TemplatesAction::Export { folder } = &options.action;
    match export(folder) {
        Ok(files) => {
            terminal.say(&format!("{files} templates in {}", folder.display()));
            Ending::Done
        }
        Err(diagnostic) => {
            terminal.refuse(diagnostic);
            Ending::Refused
        }
    }
}

fn export(folder: &Path) -> Result<usize, Diagnostic> {
    let files: Vec<(std::path::PathBuf, &str)> = TEMPLATES
        .iter()
        .map(|(name, text)| (folder.join(name), *text))
        .chain(CATALOGUES.iter().map(|(language, text)| {
            (
                folder.join(MESSAGES).join(format!("{language}.yaml")),
                *text,
            )
        }))
        .collect();
    let cannot = |path: &Path, why: String| {
        let message = format!("cannot write `{}`: {why}", path.display());
        Diagnostic::error(Code::CannotWrite, None, message)
    };
    // A template that somebody changed is worth more than a fresh copy.
    if let Some((path, _)) = files.iter().find(|(path, _)| path.exists()) {
        let diagnostic = cannot(path, "it exists".to_owned());
        return Err(diagnostic.help("name a new folder"));
    }
    for (path, text) in &files {
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent).map_err(|error| cannot(parent, error.to_string()))?;
        fs::write(path, text).map_err(|error| cannot(path, error.to_string()))?;
    }
    Ok(files.len())
}
