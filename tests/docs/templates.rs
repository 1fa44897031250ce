//! The variables of the templates, from the views that the program hands to them: their fields,
//! types and comments as they stand in the source.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The files in which views are defined.
const SOURCES: [&str; 6] = [
    "src/render/view.rs",
    "src/render/view/form.rs",
    "src/render/view/page.rs",
    "src/render/view/parity.rs",
    "src/render/view/pool.rs",
    "src/render/view/response.rs",
];

struct Field {
    name: String,
    holds: String,
    meaning: String,
}

#[derive(Default)]
struct View {
    meaning: String,
    fields: Vec<Field>,
    /// The words of an enumeration, with their meanings.
    words: Vec<(String, String)>,
}

/// The views that can be reached from `root`, each after the first that names it; those of a form
/// stand with the form.
pub fn views(root: &str) -> String {
    let views = read();
    let mut text = String::new();
    let mut open = vec![root.to_owned()];
    let mut seen = Vec::new();
    if root != "FormView" {
        seen.extend(reached("FormView", &views));
    }
    while let Some(name) = open.pop() {
        if seen.contains(&name) {
            continue;
        }
        let view = views.get(&name).unwrap_or_else(|| panic!("no view {name}"));
        let _ = write!(text, "\n#### {}\n\n{}\n\n", title(&name), view.meaning);
        if !view.words.is_empty() {
            text.push_str("| word | meaning |\n|---|---|\n");
            for (word, meaning) in &view.words {
                let _ = writeln!(text, "| `{word}` | {meaning} |");
            }
        } else {
            text.push_str("| field | holds | meaning |\n|---|---|---|\n");
            for field in &view.fields {
                let holds = holds(&field.holds);
                let _ = writeln!(text, "| `{}` | {holds} | {} |", field.name, field.meaning);
            }
        }
        open.extend(named(view, &views).into_iter().rev());
        seen.push(name);
    }
    text
}

/// The views that a view names.
fn named(view: &View, views: &BTreeMap<String, View>) -> Vec<String> {
    let named = view.fields.iter().map(|field| inner(&field.holds));
    named.filter(|name| views.contains_key(name)).collect()
}

/// A view and all that it leads to.
fn reached(root: &str, views: &BTreeMap<String, View>) -> Vec<String> {
    let mut reached = vec![root.to_owned()];
    let mut at = 0;
    while at < reached.len() {
        for name in named(&views[&reached[at]], views) {
            if !reached.contains(&name) {
                reached.push(name);
            }
        }
        at += 1;
    }
    reached
}

/// `Vec<ItemView>` holds `ItemView`.
fn inner(kind: &str) -> String {
    kind.replace("Vec<", "").replace('>', "")
}

/// `ItemView` is an item.
fn title(name: &str) -> String {
    let mut title = String::new();
    for letter in name.trim_end_matches("View").chars() {
        if letter.is_uppercase() && !title.is_empty() {
            title.push(' ');
        }
        title.extend(letter.to_lowercase());
    }
    title
}

fn holds(kind: &str) -> String {
    if let Some(inner) = kind.strip_prefix("Vec<") {
        let inner = inner.trim_end_matches('>');
        return match inner {
            "String" => "list of texts".into(),
            "Vec<String" | "(String, String, String)" => "list of lists of texts".into(),
            "u32" => "list of whole numbers".into(),
            _ => format!(
                "list of [{0}](#{1})",
                title(inner),
                title(inner).replace(' ', "-")
            ),
        };
    }
    match kind {
        "String" => "text".into(),
        "u32" | "usize" => "whole number".into(),
        "bool" => "true or false".into(),
        "Option<u16>" => "whole number or nothing".into(),
        "Html" => "HTML".into(),
        "Markdown" => "Markdown".into(),
        name => format!("[{0}](#{1})", title(name), title(name).replace(' ', "-")),
    }
}

/// Reads the definitions: comments, `pub struct`, `pub name: Type,`, and variants.
fn read() -> BTreeMap<String, View> {
    let mut views = BTreeMap::new();
    for source in SOURCES {
        let text = fs::read_to_string(Path::new(super::REPOSITORY).join(source)).unwrap();
        let mut comment: Vec<String> = Vec::new();
        let mut current: Option<(String, View)> = None;
        for line in text.lines() {
            let line = line.trim();
            if let Some(words) = line.strip_prefix("/// ") {
                comment.push(words.to_owned());
                continue;
            }
            let meaning = comment.join(" ").replace('|', "\\|");
            let defined = line
                .strip_prefix("pub struct ")
                .or_else(|| line.strip_prefix("pub enum "));
            if let Some(name) = defined.and_then(|rest| rest.strip_suffix(" {")) {
                let view = View {
                    meaning,
                    ..View::default()
                };
                current = Some((name.to_owned(), view));
            } else if let Some((_, view)) = &mut current {
                if let Some((name, holds)) = line
                    .strip_prefix("pub ")
                    .and_then(|rest| rest.trim_end_matches(',').split_once(": "))
                {
                    let (name, holds) = (name.to_owned(), holds.to_owned());
                    let field = Field {
                        name,
                        holds,
                        meaning,
                    };
                    view.fields.push(field);
                } else if line.ends_with(',') && line.starts_with(char::is_uppercase) {
                    let word = line.trim_end_matches(',').to_lowercase();
                    view.words.push((word, meaning));
                } else if line == "}" {
                    views.extend(current.take());
                }
            }
            if !line.starts_with("#[") {
                comment.clear();
            }
        }
        assert!(current.is_none(), "{source}: a view that does not end");
    }
    views
}
