//! A page that shows every item model with an example, its standard and how many items there are.

use crate::bank::ItemBank;
use crate::bank::blueprint::Layout;
use crate::diagnostic::{Code, Diagnostic};
use crate::form::slots::{Plan, Slot};
use crate::form::{Request, assemble};
use crate::lint::census::Census;
use crate::render::compose::Composer;
use crate::render::escape;
use crate::seed::Seed;

const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;color:#222}\
h1{line-height:1.2}article{border-top:1px solid #bbb;padding:.5rem 0 1rem}\
.facts{color:#555;font-size:.9rem;margin:0}.key{color:#064}ol{list-style:upper-alpha}";

/// The page; it needs no other file.
pub fn page(bank: &ItemBank, censuses: &[Census]) -> Result<String, Vec<Diagnostic>> {
    let mut body = String::new();
    body.push_str(&format!(
        "<h1>{}</h1>\n<p>Version {}, {}, by {}. {} item models.</p>\n",
        escaped(&bank.title),
        escaped(&bank.version),
        escaped(bank.licence.as_deref().unwrap_or_default()),
        escaped(&bank.authors.join(", ")),
        bank.items.len()
    ));
    for standard in &bank.standards {
        let own: Vec<usize> = (0..bank.items.len())
            .filter(|at| bank.items[*at].standard.value == standard.id.value)
            .collect();
        if own.is_empty() {
            continue;
        }
        body.push_str(&format!(
            "<h2>{}</h2>\n<p>{}</p>\n",
            escaped(&standard.id.value),
            escaped(&standard.statement)
        ));
        for at in own {
            article(bank, at, censuses.get(at), &mut body)?;
        }
    }
    Ok(format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{}</title><style>{STYLE}</style></head>\n<body>\n{body}</body>\n</html>\n",
        escaped(&bank.language),
        escaped(&bank.title)
    ))
}

/// One item model: an instance as students see it, and its key.
fn article(
    bank: &ItemBank,
    model: usize,
    census: Option<&Census>,
    body: &mut String,
) -> Result<(), Vec<Diagnostic>> {
    let item = &bank.items[model];
    let plan = Plan {
        blueprint: "catalogue".into(),
        title: bank.title.clone(),
        layout: Layout::default(),
        slots: vec![Slot {
            model,
            mixed: false,
            occurrence: 0,
        }],
        as_drawn: false,
    };
    let request = Request {
        seed: Seed::new(0),
        forms: 1,
        repeats: false,
    };
    let set = assemble(bank, &plan, &request)?;
    let composer = Composer::new(&set).map_err(|bad| {
        let words = bad.iter().map(|bad| bad.error.kind.to_string());
        let errors = words.map(|why| Diagnostic::error(Code::BadText, item.span, why));
        errors.collect::<Vec<_>>()
    })?;
    let title = item.title.as_deref().unwrap_or(&item.id.value);
    body.push_str(&format!("<article>\n<h3>{}</h3>\n", escaped(title)));
    let supply = census.map_or_else(String::new, |census| {
        let least = if census.whole { "" } else { "at least " };
        format!(", {least}{} different items", census.distinct)
    });
    // What it shares with the bank stands at the top.
    let mut origin = String::new();
    if item.licence != bank.licence {
        let licence = item.licence.as_deref().unwrap_or_default();
        origin.push_str(&format!(", {}", escaped(licence)));
    }
    if item.authors != bank.authors {
        origin.push_str(&format!(", by {}", escaped(&item.authors.join(", "))));
    }
    body.push_str(&format!(
        "<p class=\"facts\"><code>{}</code>{supply}{origin}</p>\n",
        escaped(&item.id.value)
    ));
    for view in set.forms.iter().flat_map(|form| composer.form(form).items) {
        body.push_str(&view.stem.html.0);
        if !view.response.options.is_empty() {
            let options = view.response.options.iter();
            let options = options.map(|option| format!("<li>{}</li>", option.text.html.0));
            body.push_str(&format!("<ol>{}</ol>\n", options.collect::<String>()));
        }
        let keys = view.answers.iter().map(|answer| {
            let name = escaped(&answer.label);
            let gap = if name.is_empty() { "" } else { ": " };
            format!("{name}{gap}{}", answer.text.html.0)
        });
        let keys: Vec<String> = keys.collect();
        body.push_str(&format!("<p class=\"key\">Key {}</p>\n", keys.join("; ")));
    }
    body.push_str("</article>\n");
    Ok(())
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape::html(text, &mut out);
    out
}
