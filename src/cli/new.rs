//! `isoform new item`: the skeleton of an item model, printed or written into a bank.

use std::fs;
use std::io::{BufRead, Write};
use std::path::Path;

use clap::ValueEnum;

use crate::bank::ItemBank;
use crate::cli::Ending;
use crate::cli::arguments::{ItemKind, NewItem};
use crate::cli::banks;
use crate::cli::terminal::Terminal;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Sources;

pub fn item(options: &NewItem, terminal: &Terminal) -> Ending {
    if !is_id(&options.id) {
        let message = format!("`{}` is no id of an item model", options.id);
        let help = "use letters, digits, hyphens and full stops: `missing-factor`";
        terminal.refuse(Diagnostic::error(Code::BadArgument, None, message).help(help));
        return Ending::Refused;
    }
    let Some(kind) = options.kind.or_else(ask) else {
        let kinds: Vec<String> = kinds().map(|(name, _)| name).collect();
        let message = "how the item is answered is not known".to_owned();
        let help = format!("say it by `--kind`: {}", kinds.join(", "));
        terminal.refuse(Diagnostic::error(Code::BadArgument, None, message).help(help));
        return Ending::Refused;
    };
    let Some(path) = &options.append else {
        terminal.say(skeleton(kind, &options.id, "3.OA.C.7").trim_end());
        return Ending::Done;
    };
    let mut sources = Sources::new();
    let mut diagnostics = Diagnostics::new();
    let bank = banks::read(path, &mut sources, &mut diagnostics);
    // A bank with mistakes has no sure place for an item.
    let Some(bank) = bank.filter(|_| !diagnostics.has_errors()) else {
        terminal.show(&diagnostics, &sources);
        return Ending::Refused;
    };
    match append(path, &bank, kind, &options.id) {
        Ok(id) => {
            terminal.say(&format!("`{id}` stands at the end of `items`"));
            Ending::Done
        }
        Err(message) => {
            terminal.refuse(Diagnostic::error(Code::CannotWrite, None, message));
            Ending::Refused
        }
    }
}

/// The skeleton of each kind, as it stands in a bank.
macro_rules! skeletons {
    ($($kind:ident $file:literal)*) => {
        fn text(kind: ItemKind) -> &'static str {
            match kind {
                $(ItemKind::$kind => include_str!(concat!("../../templates/starter/items/", $file)),)*
            }
        }
    };
}

skeletons! {
    Number "number.yaml"
    Choice "choice.yaml"
    Text "text.yaml"
    Blanks "blanks.yaml"
    Table "table.yaml"
    Select "select.yaml"
    Match "match.yaml"
    Sequence "sequence.yaml"
    Parts "parts.yaml"
    Open "open.yaml"
    Rubric "rubric.yaml"
}

fn skeleton(kind: ItemKind, id: &str, standard: &str) -> String {
    text(kind)
        .replace("@id@", id)
        .replace("@standard@", standard)
}

fn kinds() -> impl Iterator<Item = (String, ItemKind)> {
    let name = |kind: &ItemKind| kind.to_possible_value().map(|v| v.get_name().to_owned());
    let kinds = ItemKind::value_variants().iter();
    kinds.filter_map(move |kind| Some((name(kind)?, *kind)))
}

/// Asks until a kind is named; none at the end of the input.
fn ask() -> Option<ItemKind> {
    let names: Vec<String> = kinds().map(|(name, _)| name).collect();
    let mut input = std::io::stdin().lock();
    loop {
        let mut out = std::io::stderr().lock();
        let _ = write!(out, "How is it answered ({})? ", names.join(", "));
        let _ = out.flush();
        let mut line = String::new();
        if input.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let word = line.trim().to_lowercase();
        if let Some((_, kind)) = kinds().find(|(name, _)| *name == word) {
            return Some(kind);
        }
    }
}

fn append(path: &Path, bank: &ItemBank, kind: ItemKind, id: &str) -> Result<String, String> {
    let file = if path.is_dir() {
        path.join("bank.yaml")
    } else {
        path.to_path_buf()
    };
    let fail = |error: std::io::Error| format!("cannot write `{}`: {error}", file.display());
    let text = fs::read_to_string(&file).map_err(fail)?;
    let id = free_id(bank, id);
    let standard = bank.standards.first().map_or("", |s| &s.id.value);
    let item = skeleton(kind, &id, standard);
    let place = end_of_items(&text).ok_or("the bank has no list under `items:`")?;
    let gap = if text[..place].ends_with('\n') {
        "\n"
    } else {
        "\n\n"
    };
    let after = if text[place..].is_empty() { "" } else { "\n" };
    let whole = format!("{}{gap}{item}{after}{}", &text[..place], &text[place..]);
    // Beside it and moved, so that an editor never sees half a bank.
    let part = file.with_extension("yaml.part");
    fs::write(&part, whole).map_err(fail)?;
    fs::rename(&part, &file).map_err(fail)?;
    Ok(id)
}

/// Whether an id can be written into a bank as it is, and stays a text there.
fn is_id(id: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || "-_.".contains(c);
    id.starts_with(char::is_alphabetic) && id.chars().all(plain)
}

fn free_id(bank: &ItemBank, id: &str) -> String {
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    let mut candidates = std::iter::once(id.to_owned()).chain(numbered);
    let free = candidates.find(|candidate| bank.item(candidate).is_none());
    free.unwrap_or_else(|| id.to_owned())
}

/// Where the list under `items:` ends: before the next key of the bank and the blank lines and
/// comments that belong to it.
fn end_of_items(text: &str) -> Option<usize> {
    let mut inside = false;
    let mut end = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        at += line.len();
        let content = line.trim_end();
        let indented = content.starts_with([' ', '-']);
        if inside && !indented && !content.is_empty() && !content.starts_with('#') {
            return Some(end);
        }
        inside |= content == "items:" || content.starts_with("items: #");
        if inside && (indented || end == 0) {
            end = at;
        }
    }
    inside.then_some(end)
}

#[cfg(test)]
mod tests {
    use super::end_of_items;

    #[test]
    fn the_list_of_items_ends_before_the_next_key() {
        let bank =
            "bank: a\nitems:\n  - id: a\n    stem: |\n      b\n\n# about forms\nblueprints: []\n";
        let end = end_of_items(bank).unwrap();
        assert!(bank[..end].ends_with("      b\n"));
        assert!(bank[end..].starts_with("\n# about forms"));
        assert_eq!(end_of_items("bank: a\n"), None);
        assert_eq!(end_of_items("items:\n  - a"), Some(12));
    }
}
