//! Answers that are words: what a student reads, and the roads to the key.

use isoform::render::compose::Composer;
use isoform::value::Value;

use crate::{english, french, sets_of, spanish};

/// What a student reads.
pub struct Asked<'a> {
    /// The stem, plain: no marks of bold or italic type.
    pub stem: String,
    /// The words in bold.
    pub bold: Vec<&'a str>,
    /// The options of multiple choice, in any order.
    pub options: Vec<&'a str>,
}

/// An item model, and how its answer follows from what is printed.
pub type WordRoad = (&'static str, fn(&Asked<'_>) -> String);

impl<'a> Asked<'a> {
    fn read(markdown: &'a str, options: Vec<&'a str>) -> Self {
        let bold = markdown.split("**").skip(1).step_by(2).collect();
        let plain = markdown.replace("&#32;", " ").replace("\\_", "_");
        let stem = plain.replace('*', "");
        Self {
            stem,
            bold,
            options,
        }
    }

    /// The last paragraph: the sentence to be completed.
    pub fn sentence(&self) -> &str {
        self.stem.trim().rsplit("\n\n").next().unwrap().trim()
    }

    /// What stands before the gap.
    pub fn before(&self) -> &str {
        gap(self.sentence()).0.trim()
    }

    /// What stands behind the gap.
    pub fn after(&self) -> &str {
        gap(self.sentence()).1.trim()
    }

    /// The word in brackets behind the gap: the verb that is to be changed.
    pub fn verb(&self) -> &str {
        let inside = self.after().trim_start_matches('(');
        inside.split([',', ')']).next().unwrap().trim()
    }

    /// The one option that is as wanted.
    pub fn option(&self, wanted: impl Fn(&str) -> bool) -> String {
        let found: Vec<&&str> = self
            .options
            .iter()
            .filter(|option| wanted(option))
            .collect();
        assert_eq!(found.len(), 1, "{:?} in {}", self.options, self.stem);
        found[0].to_string()
    }
}

/// A sentence before and behind its gap, `______` or `…`.
fn gap(sentence: &str) -> (&str, &str) {
    let line = sentence.split_once('…').or_else(|| {
        let at = sentence.find("__")?;
        let rest = sentence[at..].trim_start_matches('_');
        Some((&sentence[..at], rest))
    });
    line.unwrap_or_else(|| panic!("no gap in {sentence}"))
}

#[test]
fn keys_that_are_words_follow_from_what_is_printed() {
    let threads = [
        (
            "spanish-and-french-verbs",
            [spanish::ROADS, french::ROADS].concat(),
        ),
        ("english-language-arts", english::ROADS.to_vec()),
    ]
    .map(|(id, roads)| std::thread::spawn(move || agree(id, &roads)));
    for thread in threads {
        thread.join().unwrap();
    }
}

fn agree(id: &str, roads: &[WordRoad]) {
    for (set, roads) in sets_of(id, roads) {
        let composer = Composer::new(&set).unwrap();
        for form in &set.forms {
            let view = composer.form(form);
            for (at, (model, road)) in roads.iter().enumerate() {
                let printed = &view.items[at].stem.markdown.0;
                let item = &form.items[at].item;
                let options = item.options.iter().map(|option| text(&option.value));
                let answer = road(&Asked::read(printed, options.collect()));
                assert_eq!(
                    answer,
                    text(&item.keys[0].value),
                    "{id}, {model}: {printed}"
                );
            }
        }
    }
}

fn text(value: &Value) -> &str {
    match value {
        Value::Text(text) => text,
        other => panic!("{other:?} is no text"),
    }
}
