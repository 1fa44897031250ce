//! `isoform init NAME`: a starter bank that checks clean, and what an editor and a build server
//! want beside it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::bank::schema;
use crate::cli::Ending;
use crate::cli::arguments::Init;
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic};

/// Each file by its path, with the text it is made from.
const FILES: [(&str, &str); 5] = [
    (
        "bank.yaml",
        include_str!("../../templates/starter/bank.yaml"),
    ),
    (
        "README.md",
        include_str!("../../templates/starter/README.md"),
    ),
    (
        ".gitignore",
        include_str!("../../templates/starter/gitignore"),
    ),
    (
        ".vscode/settings.json",
        include_str!("../../templates/starter/settings.json"),
    ),
    (
        ".github/workflows/check.yml",
        include_str!("../../templates/starter/check.yml"),
    ),
];
/// The file of the schema.
const SCHEMA: &str = "bank.schema.json";

pub fn init(options: &Init, terminal: &Terminal) -> Ending {
    match write(options) {
        Ok((folder, files)) => {
            terminal.say(&format!("{files} files in {}", folder.display()));
            let folder = folder.display();
            terminal.say(&format!("  isoform check {folder}"));
            terminal.say(&format!(
                "  isoform generate {folder} --forms 4 --out {folder}/out"
            ));
            Ending::Done
        }
        Err(error) => {
            terminal.refuse(*error);
            Ending::Refused
        }
    }
}

fn write(options: &Init) -> Result<(PathBuf, usize), Box<Diagnostic>> {
    let title = options.name.trim();
    let id = slug(title);
    let printable = !title.contains(|c: char| c.is_control());
    if id.is_empty() || !printable {
        let message = format!("`{title}` gives no name for a folder");
        let help = "name the bank with letters or digits: `isoform init \"Fractions, grade 6\"`";
        return Err(Box::new(
            Diagnostic::error(Code::BadArgument, None, message).help(help),
        ));
    }
    let folder = options.out.clone().unwrap_or_else(|| PathBuf::from(&id));
    let mut texts: Vec<(&str, String)> = FILES
        .iter()
        .map(|(path, text)| (*path, filled(text, path, title, &id)))
        .collect();
    texts.push((SCHEMA, schema_text()));
    // All or nothing: what is there already is somebody's work.
    if let Some((path, _)) = texts.iter().find(|(path, _)| folder.join(path).exists()) {
        let message = format!("`{}` is there already", folder.join(path).display());
        let error = Diagnostic::error(Code::CannotWrite, None, message);
        return Err(Box::new(error.help("choose another folder with `--out`")));
    }
    for (path, text) in &texts {
        let file = folder.join(path);
        put(&file, text).map_err(|error| {
            let message = format!("cannot write `{}`: {error}", file.display());
            Box::new(Diagnostic::error(Code::CannotWrite, None, message))
        })?;
    }
    Ok((folder, texts.len()))
}

fn put(file: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, text)
}

/// The text with the title and the id of the bank. In YAML the title is quoted.
fn filled(text: &str, path: &str, title: &str, id: &str) -> String {
    let title = if path.ends_with(".yaml") {
        format!("\"{}\"", title.replace('\\', "\\\\").replace('"', "\\\""))
    } else {
        title.to_owned()
    };
    text.replace("@title@", &title).replace("@id@", id)
}

fn schema_text() -> String {
    let mut text = serde_json::to_string_pretty(&schema::schema()).unwrap_or_default();
    text.push('\n');
    text
}

/// `Fractions, grade 6` as `fractions-grade-6`.
fn slug(title: &str) -> String {
    let lower = title.to_lowercase();
    let words = lower.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_title_becomes_a_slug() {
        assert_eq!(slug("Fractions, grade 6"), "fractions-grade-6");
        assert_eq!(slug("  ¿?  "), "");
    }
}
