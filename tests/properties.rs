//! Every published item model, 1,000 draws each: what must hold of every item that is printed.

mod set;

use isoform::form::FormSet;
use isoform::instance::response::ResponseRecord;
use isoform::render::compose::Composer;
use isoform::render::view::{FormView, ItemView};
use isoform::value::Value;

/// How many items of each model are looked at.
const DRAWS: usize = 1_000;

/// Every published bank, and the one of the benchmark.
fn banks() -> Vec<String> {
    let mut banks = set::published();
    banks.push("benches/mixed-ten/bank.yaml".to_owned());
    banks
}

#[test]
fn every_published_item_is_sound() {
    let threads: Vec<_> = banks()
        .into_iter()
        .map(|path| {
            std::thread::spawn(move || {
                let bank = set::bank(&path);
                let set = set::everything(&bank, 1, DRAWS);
                let composer = Composer::new(&set).unwrap();
                for form in &set.forms {
                    values(&set, form);
                    pages(&set, &composer.form(form));
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
}

/// Keys and wrong answers, compared as values.
fn values(set: &FormSet, form: &isoform::form::Form) {
    for placed in &form.items {
        let item = &placed.item;
        let id = &set.models[item.model].id;
        for slip in &item.slips {
            let is_key = item.keys.iter().any(|key| key.value.same(&slip.value));
            assert!(
                !is_key,
                "{id}: a misconception gives the key {:?}",
                slip.value
            );
        }
        for (at, option) in item.options.iter().enumerate() {
            let twin = item.options[..at]
                .iter()
                .any(|other| other.value.same(&option.value));
            assert!(!twin, "{id}: two options are {:?}", option.value);
        }
        if !item.options.is_empty() {
            let is_key = |value: &Value| item.keys.iter().any(|key| key.value.same(value));
            let keys = item.options.iter().filter(|option| is_key(&option.value));
            assert_eq!(keys.count(), 1, "{id}: one option is the key");
        }
        for value in item.stem.iter().chain(&item.solution) {
            assert!(
                !matches!(value, Value::Real(_)),
                "{id}: an unrounded number is printed"
            );
        }
    }
}

/// What is printed.
fn pages(set: &FormSet, view: &FormView) {
    for (item, slot) in view.items.iter().zip(&set.slots) {
        let id = &set.models[slot.model].id;
        for (what, text) in texts(item) {
            typography(id, &what, &text.markdown);
            for mark in ["<script", "{{", "}}", "\u{fffd}"] {
                assert!(
                    !text.html.contains(mark),
                    "{id}: {mark} in {what}: {}",
                    text.html
                );
            }
            // The words of a figure stand in its drawing.
            for words in text.html.split("<text").skip(1) {
                let words = words.split_once('>').unwrap().1;
                let words = words.split("</text>").next().unwrap();
                typography(id, &what, words);
            }
        }
        let texts: Vec<&str> = item
            .response
            .options
            .iter()
            .map(|option| option.text.markdown.0.as_str())
            .collect();
        for (at, text) in texts.iter().enumerate() {
            assert!(!text.trim().is_empty(), "{id}: an empty option");
            assert!(
                !texts[..at].contains(text),
                "{id}: two options print as {text}"
            );
        }
        let answers: Vec<&str> = item
            .answers
            .iter()
            .map(|answer| answer.text.markdown.0.as_str())
            .collect();
        let is_written = matches!(
            set.models[slot.model].response,
            ResponseRecord::Constructed { .. }
        );
        assert!(
            is_written || !answers.is_empty() && answers.iter().all(|a| !a.is_empty()),
            "{id}: no answer"
        );
        if let Some(key) = item.response.options.iter().find(|option| option.is_key) {
            assert_eq!(
                item.answers[0].label, key.letter,
                "{id}: the key names another option"
            );
            // An option that is drawn stands on the key in words.
            let is_drawn = key.text.html.0.starts_with("<svg");
            assert!(
                is_drawn || item.answers[0].text == key.text,
                "{id}: the key says something else"
            );
        }
    }
}

/// Every text of an item, with the way to it: what has a form for Markdown is a text.
fn texts(item: &ItemView) -> Vec<(String, Text)> {
    let mut found = Vec::new();
    collect("item", &serde_json::to_value(item).unwrap(), &mut found);
    found
}

struct Text {
    html: String,
    markdown: String,
}

fn collect(way: &str, value: &serde_json::Value, found: &mut Vec<(String, Text)>) {
    use serde_json::Value::{Array, Object};
    match value {
        Object(map) if map.contains_key("markdown") => {
            let text = |name: &str| map[name].as_str().unwrap().to_owned();
            let (html, markdown) = (text("html"), text("markdown"));
            found.push((way.to_owned(), Text { html, markdown }));
        }
        Object(map) => {
            for (name, inner) in map {
                collect(&format!("{way}.{name}"), inner, found);
            }
        }
        Array(list) => list.iter().for_each(|inner| collect(way, inner, found)),
        _ => {}
    }
}

/// Slips of typesetting that betray a machine.
fn typography(id: &str, what: &str, text: &str) {
    let forbidden = [
        "+ -",
        "+ −",
        "- -",
        "− −",
        "^1 ",
        "^{1}",
        "{{",
        "}}",
        " ,",
        "( ",
        "undefined",
    ];
    for mark in forbidden {
        // A LaTeX group may close two braces at once.
        let is_latex = mark == "}}" && text.contains("\\frac");
        assert!(
            is_latex || !text.contains(mark),
            "{id}: `{mark}` in {what}: {text}"
        );
    }
    let letters: Vec<char> = text.chars().collect();
    for window in letters.windows(3) {
        let [before, one, after] = window else {
            continue;
        };
        let is_one = *one == '1' && !before.is_ascii_digit() && !".,/{−-".contains(*before);
        assert!(
            !(is_one && "xyz".contains(*after)),
            "{id}: coefficient 1 in {what}: {text}"
        );
    }
    for number in text.split(|c: char| !c.is_ascii_digit() && c != '.') {
        let fraction = number.split_once('.').map_or("", |(_, fraction)| fraction);
        assert!(
            !fraction.contains("00000") && !fraction.contains("99999"),
            "{id}: a float in {what}: {text}"
        );
    }
    let plain = text.replace(['*', '$'], "");
    for wrong in [" a apple", " a egg", " a hour", " 1 apples", " an dog"] {
        assert!(!plain.contains(wrong), "{id}: `{wrong}` in {what}: {text}");
    }
}
