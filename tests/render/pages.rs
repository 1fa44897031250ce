//! Whole pages: well-formed, complete, safe, and the key in step with its paper.

use isoform::render::pages::{Format, Page, Pages, TEMPLATES};
use isoform::render::prose::Flow;
use isoform::render::view::{FormView, ResponseKind, Rich};

use crate::reading::{HOSTILE, well_formed};
use crate::specimen;

fn all_pages(form: &FormView) -> [String; 4] {
    let pages = Pages::new(&[]).unwrap();
    let around = specimen::Around::usual();
    let context = pages.form(form, around.all()).unwrap();
    [
        (Page::Form, Format::Html),
        (Page::Key, Format::Html),
        (Page::Form, Format::Markdown),
        (Page::Key, Format::Markdown),
    ]
    .map(|(page, format)| pages.render(page, format, &context).unwrap())
}

/// How many tags begin so.
fn count(page: &str, tag: &str) -> usize {
    page.matches(&format!("<{tag}")).count()
}

#[test]
fn the_specimen_is_well_formed_and_complete() {
    let form = specimen::form();
    let [paper, key, paper_md, key_md] = all_pages(&form);
    for page in [&paper, &key] {
        assert_eq!(well_formed(page), Ok(()));
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
        for part in ["<header", "<main", "<footer", "<h1"] {
            assert_eq!(page.matches(part).count(), 1, "{part}");
        }
        assert_eq!(count(page, "li class=\"item\""), form.items.len());
        assert!(
            !page.contains("<script")
                && !page
                    .replace("http://www.w3.org/2000/svg", "")
                    .contains("http")
                && !page.contains("{{"),
            "{page}"
        );
        assert!(
            page.matches(&form.id).count() >= 2,
            "on the screen and in the margin"
        );
    }
    for page in [&paper_md, &key_md] {
        assert!(
            page.contains(&form.id) && !page.contains("{{") && !page.contains('<'),
            "{page}"
        );
    }
    assert!(key.contains("Teacher copy") && key_md.contains("**Teacher copy**"));
    let report = Pages::new(&[])
        .unwrap()
        .parity(
            Format::Html,
            &specimen::parity(),
            specimen::Around::usual().all(),
        )
        .unwrap();
    assert_eq!(well_formed(&report), Ok(()));
    assert_eq!(report.matches("</span> Green</span>").count(), 8);
    let report = Pages::new(&[])
        .unwrap()
        .parity(
            Format::Markdown,
            &specimen::parity(),
            specimen::Around::usual().all(),
        )
        .unwrap();
    let cells = |line: &str| line.replace("\\|", "").matches('|').count();
    let rows: Vec<usize> = report
        .lines()
        .filter(|line| line.starts_with('|'))
        .map(cells)
        .collect();
    assert_eq!(rows.len(), 11 + 6 + 7 + 4, "{report}");
    assert!(
        rows[..11].iter().all(|&cells| cells == 6) && rows[11..17].iter().all(|&cells| cells == 7)
    );
}

#[test]
fn the_key_matches_its_paper_and_the_paper_keeps_the_key_to_itself() {
    let form = specimen::form();
    let [paper, key, paper_md, key_md] = all_pages(&form);
    for item in &form.items {
        assert!(paper.contains(&item.stem.html.0) && paper_md.contains(&item.stem.markdown.0));
        assert!(
            key.contains(&item.completed.html.0) && key_md.contains(&item.completed.markdown.0)
        );
        for option in &item.response.options {
            let bubble = format!(
                "<span class=\"bubble\">{}</span><div>{}</div>",
                option.letter, option.text.html.0
            );
            assert!(paper.contains(&bubble), "{bubble}");
            let row = format!(
                "<b>{}</b> <span class=\"value\">{}</span>",
                option.letter, option.text.html.0
            );
            assert!(key.contains(&row), "{row}");
            if !option.betrays.is_empty() {
                assert!(key.contains(&option.betrays) && !paper.contains(&option.betrays));
                assert!(key_md.contains(&option.betrays) && !paper_md.contains(&option.betrays));
            }
        }
        let correct: Vec<&str> = item
            .response
            .options
            .iter()
            .filter(|o| o.is_key)
            .map(|o| o.letter.as_str())
            .collect();
        if item.response.kind == ResponseKind::Choice {
            assert_eq!(correct, [item.answers[0].label.as_str()]);
            assert!(key.contains(&format!(
                "<span class=\"number\">{}</span> <span><b>{}</b>",
                item.number, correct[0]
            )));
        }
    }
    let paper = paper.split_once("</style>").unwrap().1;
    assert!(!paper.contains("correct") && !paper_md.contains("correct"));
}

/// The specimen with `text` in every field that takes plain text, and as a value in every rich one.
fn hostile_form(text: &str) -> FormView {
    let mut form = specimen::form();
    let value: specimen::Value = (Box::leak(text.to_owned().into_boxed_str()), "1");
    let rich = specimen::fill(
        &specimen::prose("a @0@ **@0@** `@0@`", Flow::Line),
        &[value],
    );
    let plain = |field: &mut String| *field = text.to_owned();
    for field in [
        &mut form.label,
        &mut form.id,
        &mut form.points_total,
        &mut form.mastery,
    ] {
        plain(field);
    }
    let set = &mut form.set;
    for field in [
        &mut set.title,
        &mut set.bank,
        &mut set.bank_version,
        &mut set.seed,
        &mut set.language,
        &mut set.generator,
    ] {
        plain(field);
    }
    for standard in &mut form.standards {
        plain(&mut standard.id);
        plain(&mut standard.statement);
    }
    form.instructions = rich.clone();
    for item in &mut form.items {
        plain(&mut item.points);
        plain(&mut item.standard);
        (item.stem, item.completed, item.solution) = (rich.clone(), rich.clone(), rich.clone());
        item.response.unit = Rich::plain(text);
        for option in &mut item.response.options {
            plain(&mut option.letter);
            option.text = rich.clone();
            if !option.is_key {
                plain(&mut option.betrays);
            }
        }
        for answer in &mut item.answers {
            plain(&mut answer.label);
            answer.text = rich.clone();
            answer.accepted = vec![rich.clone()];
        }
        for slip in &mut item.misconceptions {
            plain(&mut slip.slip);
            slip.answer = Rich::plain(text);
        }
    }
    form
}

#[test]
fn hostile_text_is_escaped_on_every_page() {
    let harmless = all_pages(&hostile_form("x"));
    let long = "x".repeat(10_000);
    for text in HOSTILE.iter().copied().chain([long.as_str()]) {
        let pages = all_pages(&hostile_form(text));
        for (page, model) in pages.iter().zip(&harmless).take(2) {
            assert_eq!(well_formed(page), Ok(()), "{text}");
            assert_eq!(count(page, ""), count(model, ""), "{text}");
            assert_eq!(page.matches("</style>").count(), 1, "{text}");
            let style = page.split_once("</style>").unwrap().0;
            assert_eq!(
                style.matches('{').count(),
                style.matches('}').count(),
                "{text}"
            );
        }
        for page in &pages[2..] {
            let html = pulldown(page);
            let tags = |html: &str| {
                ["<script", "<b>", "<a ", "<img", "<del", "<blockquote"]
                    .map(|tag| html.matches(tag).count())
            };
            assert_eq!(tags(&html), [0; 6], "{text}: {page}");
        }
    }
}

/// What a Markdown reader that lets HTML through makes of a page.
fn pulldown(markdown: &str) -> String {
    let mut html = String::new();
    let options = pulldown_cmark::Options::all();
    pulldown_cmark::html::push_html(
        &mut html,
        pulldown_cmark::Parser::new_ext(markdown, options),
    );
    html
}

#[test]
fn templates_can_be_replaced_and_mistakes_in_them_are_named() {
    let own = Pages::new(&[
        (
            "form.html",
            "{% include \"style.css\" %}<p>{{ form.id }} {{ form.set.title }}</p>",
        ),
        ("style.css", "own style "),
    ])
    .unwrap();
    let form = own
        .form(&specimen::form(), specimen::Around::usual().all())
        .unwrap();
    let page = own.render(Page::Form, Format::Html, &form).unwrap();
    assert_eq!(
        page,
        "own style <p>7K3Q-9FZM-4 Fractions, decimals and percents</p>"
    );
    assert!(
        own.render(Page::Key, Format::Html, &form)
            .unwrap()
            .contains("own style")
    );

    let error = |name: &str, text: &str| Pages::new(&[(name, text)]).unwrap_err().to_string();
    assert_eq!(
        error("from.html", ""),
        "there is no template `from.html`; did you mean `form.html`?"
    );
    let message = error("form.html", "a\n{{ form.label | shout }}");
    assert!(
        message.contains("form.html:2") && message.contains("shout"),
        "{message}"
    );
}

/// Also where Tera would take it for false or for nothing, and in pieces that others share.
#[test]
fn a_misspelt_field_is_named_with_its_place_and_what_was_meant() {
    for (name, text, wanted) in [
        (
            "form.html",
            "a\n{% if fom %}b{% endif %}",
            "form.html:2:7: there is no variable `fom`; did you mean `form`?",
        ),
        (
            "form.md",
            "{{ form.set.titel }}",
            "form.md:1:13: `form.set` has no field `titel`; did you mean `title`?",
        ),
        (
            "key.html",
            "{% for item in form.items %}\n {% if item.stem.foo %}x{% endif %}{% endfor %}",
            "key.html:2:18: `item.stem` has no field `foo`; it has html, markdown",
        ),
        (
            "parts.html",
            "{% component one(item) %}{{ words.points | say(n=item.pionts) }}{% endcomponent one %}",
            "parts.html:1:55: `item` has no field `pionts`; did you mean `points`?",
        ),
        (
            "parts.md",
            "{% component one(task) %}{{ task.response.lins }}{% endcomponent one %}",
            "parts.md:1:43: `task.response` has no field `lins`; did you mean `lines`?",
        ),
        (
            "parity.md",
            "{% for f in findings %}{{ f.nam }}{% endfor %}",
            "parity.md:1:29: `f` has no field `nam`; did you mean `name`?",
        ),
        (
            "form.typ",
            "{% set all = form.items %}{{ all[0].stem.htm | typst }}",
            "form.typ:1:42: `all[…].stem` has no field `htm`; did you mean `html`?",
        ),
        (
            "form.html",
            "{{ form.label.html }}",
            "form.html:1:15: `form.label` is text and has no field `html`",
        ),
        (
            "form.html",
            "{{ form.items.stem }}",
            "form.html:1:15: `form.items` is a list and has no field `stem`; \
             `{% for … %}` goes through it",
        ),
        (
            "form.html",
            "{{ words.pints | say(n=1) }}",
            "form.html:1:10: `words` has no field `pints`; did you mean `points`?",
        ),
        (
            "board.html",
            "{% for row in board.rows %}{{ row.nmae }}{% endfor %}",
            "board.html:1:35: `row` has no field `nmae`; did you mean `name`?",
        ),
    ] {
        // The pieces that others share stay, and a new one stands before them.
        let shared = TEMPLATES
            .iter()
            .find(|(own, _)| *own == name && own.starts_with("parts"));
        let text = format!("{text}{}", shared.map_or("", |(_, text)| text));
        let error = Pages::new(&[(name, &text)]).unwrap_err().to_string();
        assert_eq!(error, wanted);
    }
}

/// The check of fields refuses nothing that is right: our own templates pass it.
#[test]
fn the_built_in_templates_pass_as_those_of_a_user() {
    Pages::new(&TEMPLATES).unwrap();
    let own = "{% set made = {\"a\": {\"b\": 1}} %}{{ made.a.b }}{% for item in form.items %}\
               {{ loop.index }}{% endfor %}{% raw %}{{ form.nothing }}{% endraw %}";
    Pages::new(&[("form.html", own)]).unwrap();
}
