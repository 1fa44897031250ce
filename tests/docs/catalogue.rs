//! The catalogue of the bundled banks in `docs/banks`: a page for each, with an instance of every
//! item model, made from the banks themselves.

use std::fmt::Write;

use isoform::bank::ItemBank;
use isoform::render::compose::Composer;
use isoform::render::view::ItemView;

use crate::set;

/// The pages by their paths: the list of banks first.
pub fn pages() -> Vec<(String, String)> {
    let mut list = "# The bundled item banks\n\nEach is built into the program: \
        `isoform generate data-and-chance`. All are ours, licensed CC BY 4.0. \
        [How alike their forms are](parity.md) has been counted.\n"
        .to_owned();
    let mut pages = Vec::new();
    let mut models = 0;
    let drawing: Vec<_> = set::published()
        .into_iter()
        .map(|path| {
            std::thread::spawn(move || {
                let bank = set::bank(&path);
                let page = page(&bank);
                (bank, page)
            })
        })
        .collect();
    for drawn in drawing {
        let (bank, page) = drawn.join().unwrap();
        let id = &bank.id;
        models += bank.items.len();
        let _ = write!(
            list,
            "\n## [{0}]({id}.md)\n\n{1} item models for {2} standards: {3}.\n\n\
             ![The first page of a form of {0}]({id}.png)\n",
            bank.title,
            bank.items.len(),
            bank.standards.len(),
            ids_of(&bank),
        );
        pages.push((format!("docs/banks/{id}.md"), page));
    }
    let _ = write!(list, "\n{models} item models in all.\n");
    pages.insert(0, ("docs/banks/README.md".to_owned(), list));
    pages
}

fn ids_of(bank: &ItemBank) -> String {
    let ids: Vec<&str> = bank.standards.iter().map(|s| &*s.id.value).collect();
    ids.join(", ")
}

/// An instance of every item model, the one that seed 1 gives, under its standard.
fn page(bank: &ItemBank) -> String {
    let id = &bank.id;
    let set = set::everything(bank, 1, 1);
    let view = Composer::new(&set).unwrap().form(&set.forms[0]);
    let mut text = format!(
        "# {}\n\nVersion {}, language `{}`. Make forms with `isoform generate {id}`. \
         [All banks](README.md)\n",
        bank.title, bank.version, bank.language
    );
    let names: Vec<String> = bank
        .blueprints
        .iter()
        .map(|blueprint| format!("`{}`", blueprint.id.value))
        .collect();
    if !names.is_empty() {
        let _ = write!(text, "\nBlueprints: {}.\n", names.join(", "));
    }
    for standard in &bank.standards {
        let framework = standard.framework.as_deref().unwrap_or_default();
        let _ = write!(
            text,
            "\n## {} {}\n\n{}\n",
            framework, standard.id.value, standard.statement
        );
        for model in &bank.items {
            if model.standard.value != standard.id.value {
                continue;
            }
            let title = model.title.as_deref().unwrap_or(&model.id.value);
            let _ = write!(text, "\n### {title}\n\n`{}`\n\n", model.id.value);
            let drawn = view.items.iter().find(|item| item.model == *model.id.value);
            text.push_str(&drawn.map(instance).unwrap_or_default());
        }
    }
    text
}

/// What the student reads, and the key.
fn instance(item: &ItemView) -> String {
    let mut text = quoted(&item.stem.markdown.0);
    if !item.figure.markdown.0.is_empty() {
        text.push_str(">\n> *(with a figure)*\n");
    }
    for option in &item.response.options {
        let shown = match option.text.markdown.0.starts_with("![") {
            true => "*(a figure)*",
            false => &option.text.markdown.0,
        };
        let _ = writeln!(text, "> - **{}** {shown}", option.letter);
    }
    for statement in &item.response.statements {
        let _ = writeln!(
            text,
            "> - **{}** {}",
            statement.letter, statement.text.markdown.0
        );
    }
    for entry in item.response.left.iter().chain(&item.response.right) {
        let _ = writeln!(
            text,
            "> - **{}** {}",
            entry.label,
            entry.text.markdown.0.trim()
        );
    }
    for part in &item.parts {
        let _ = write!(
            text,
            ">\n> **{})** {}\n",
            part.letter,
            part.stem.markdown.0.trim()
        );
    }
    let answers = item
        .answers
        .iter()
        .chain(item.parts.iter().flat_map(|part| &part.answers));
    let answers: Vec<&str> = answers
        .map(|answer| match answer.label.as_str() {
            "" => answer.text.markdown.0.trim(),
            _ if item.response.options.is_empty() => answer.text.markdown.0.trim(),
            letter => letter,
        })
        .filter(|answer| !answer.is_empty() && !answer.contains('\n'))
        .collect();
    if !answers.is_empty() {
        let _ = write!(text, "\nKey: {}\n", answers.join("; "));
    }
    text
}

fn quoted(markdown: &str) -> String {
    let lines = markdown.trim().lines();
    lines
        .map(|line| format!("> {line}").trim_end().to_owned() + "\n")
        .collect()
}
