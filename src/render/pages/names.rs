//! The templates by name, and what they may name.

use tera::Tera;

use super::TemplateError;
use crate::diagnostic::suggest::did_you_mean;

/// The built-in templates: name and text. A file of the same name may stand in for each.
pub const TEMPLATES: [(&str, &str); 26] = [
    ("board.html", include_str!("../../../templates/board.html")),
    (
        "handouts.html",
        include_str!("../../../templates/handouts.html"),
    ),
    (
        "packets.html",
        include_str!("../../../templates/packets.html"),
    ),
    (
        "request.html",
        include_str!("../../../templates/request.html"),
    ),
    ("form.html", include_str!("../../../templates/form.html")),
    ("form.md", include_str!("../../../templates/form.md")),
    ("form.typ", include_str!("../../../templates/form.typ")),
    ("guide.html", include_str!("../../../templates/guide.html")),
    ("guide.md", include_str!("../../../templates/guide.md")),
    ("guide.typ", include_str!("../../../templates/guide.typ")),
    (
        "key-style.typ",
        include_str!("../../../templates/key-style.typ"),
    ),
    ("key.html", include_str!("../../../templates/key.html")),
    ("key.md", include_str!("../../../templates/key.md")),
    ("key.typ", include_str!("../../../templates/key.typ")),
    (
        "parity.html",
        include_str!("../../../templates/parity.html"),
    ),
    ("parity.md", include_str!("../../../templates/parity.md")),
    ("parity.typ", include_str!("../../../templates/parity.typ")),
    ("parts.html", include_str!("../../../templates/parts.html")),
    ("parts.md", include_str!("../../../templates/parts.md")),
    ("parts.typ", include_str!("../../../templates/parts.typ")),
    ("sheet.html", include_str!("../../../templates/sheet.html")),
    ("sheet.typ", include_str!("../../../templates/sheet.typ")),
    ("stack.html", include_str!("../../../templates/stack.html")),
    ("stack.typ", include_str!("../../../templates/stack.typ")),
    ("style.css", include_str!("../../../templates/style.css")),
    ("style.typ", include_str!("../../../templates/style.typ")),
];

/// What the pages of a form may name at the top level.
const FORM_VARIABLES: [&str; 4] = ["form", "page", "words", "school"];

/// What the stack may name at the top level.
const STACK_VARIABLES: [&str; 4] = ["stack", "page", "words", "school"];

/// What a parity report may name at the top level: the fields of
/// [`ParityView`](crate::render::view::ParityView), and what stands around it.
const PARITY_VARIABLES: [&str; 19] = [
    "set",
    "verdict",
    "summary",
    "level",
    "level_name",
    "level_sentence",
    "uncertainty",
    "form_count",
    "findings",
    "forms",
    "slots",
    "decision",
    "not_claimed",
    "method",
    "figures",
    "certificate",
    "page",
    "words",
    "school",
];

/// What a template may name at the top level; none for a template that others include.
fn variables(template: &str) -> Option<&'static [&'static str]> {
    let (name, _) = template.split_once('.')?;
    match name {
        "form" | "key" | "guide" | "sheet" => Some(&FORM_VARIABLES),
        "stack" => Some(&STACK_VARIABLES),
        "board" => Some(&["board", "page", "words", "school"]),
        "handouts" => Some(&["handouts", "page", "words", "school"]),
        "packets" => Some(&["packets", "page", "words", "school"]),
        "request" => Some(&["asking", "page", "words", "school"]),
        "parity" => Some(&PARITY_VARIABLES),
        _ => None,
    }
}

/// Refuses a name that no template has.
pub fn check(overrides: &[(&str, &str)]) -> Result<(), TemplateError> {
    let names = || TEMPLATES.iter().map(|(name, _)| *name);
    let unknown = overrides
        .iter()
        .find(|(name, _)| names().all(|own| own != *name));
    match unknown {
        None => Ok(()),
        Some((unknown, _)) => {
            let known: Vec<&str> = names().collect();
            let instead = match did_you_mean(unknown, known.iter().copied()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("there are {}", known.join(", ")),
            };
            Err(TemplateError(format!(
                "there is no template `{unknown}`; {instead}"
            )))
        }
    }
}

/// The templates with such endings, the overrides in their places.
pub fn chosen<'a>(
    overrides: &'a [(&'a str, &'a str)],
    endings: &'static [&'static str],
) -> impl Iterator<Item = (&'a str, &'a str)> {
    TEMPLATES
        .iter()
        .filter(move |(name, _)| endings.iter().any(|ending| name.ends_with(ending)))
        .map(|(name, text)| {
            let own = overrides.iter().find(|(other, _)| other == name);
            (*name, own.map_or(*text, |(_, own)| *own))
        })
}

/// Refuses a misspelt variable, which Tera would take for false in `{% if %}`.
pub fn check_variables(tera: &Tera, overrides: &[(&str, &str)]) -> Result<(), TemplateError> {
    for (name, text) in chosen(overrides, &[""]) {
        let Some(known) = variables(name) else {
            continue;
        };
        let Ok(mut unknown) = tera.get_template_variables(name) else {
            continue;
        };
        unknown.retain(|variable| !known.contains(variable));
        let mut unknown: Vec<&str> = unknown.into_iter().collect();
        unknown.sort_unstable();
        if let Some(variable) = unknown.first() {
            let place = place(text, variable);
            let instead = match did_you_mean(variable, known.iter().copied()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("there are {}", known.join(", ")),
            };
            return Err(TemplateError(format!(
                "{name}{place}: there is no variable `{variable}`; {instead}"
            )));
        }
    }
    Ok(())
}

/// `:12:4`, the line and column where a name first stands in a template.
fn place(text: &str, name: &str) -> String {
    let part_of_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
    for (line, number) in text.lines().zip(1..) {
        let mut stands = line.match_indices(name).filter(|(at, _)| {
            let (before, after) = (&line[..*at], &line[at + name.len()..]);
            let follows = |c: char| c.is_alphanumeric() || c == '_';
            !before.ends_with(part_of_name) && !after.starts_with(follows)
        });
        if let Some((at, _)) = stands.next() {
            let column = line[..at].chars().count() + 1;
            return format!(":{number}:{column}");
        }
    }
    String::new()
}
