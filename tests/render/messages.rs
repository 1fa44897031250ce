//! The program's own words in every language.

use std::collections::BTreeSet;

use isoform::render::messages::{CATALOGUES, Message, Messages, filled};
use isoform::render::pages::TEMPLATES;

#[test]
fn every_language_has_every_message_with_the_same_braces() {
    let english = Messages::known("en").unwrap();
    for (language, _) in CATALOGUES {
        let messages = Messages::known(language).unwrap();
        let keys = |messages: &Messages| messages.all().keys().cloned().collect::<BTreeSet<_>>();
        assert_eq!(keys(messages), keys(english), "{language}");
        for (key, message) in messages.all() {
            let names = |message: &Message| {
                let names = message.names();
                names
                    .into_iter()
                    .map(str::to_owned)
                    .collect::<BTreeSet<_>>()
            };
            let expected = names(&english.all()[key]);
            assert_eq!(names(message), expected, "{key} in {language}");
        }
    }
}

/// The templates name no message that the catalogue has not.
#[test]
fn every_message_that_a_template_names_exists() {
    let english = Messages::known("en").unwrap();
    let mut named = 0;
    for (template, text) in TEMPLATES {
        for part in text.split("words.").skip(1) {
            let end = part.find(|c: char| !(c.is_ascii_lowercase() || c == '_'));
            let key = &part[..end.unwrap_or(part.len())];
            assert!(english.all().contains_key(key), "{template}: {key}");
            named += 1;
        }
    }
    assert!(named > 50, "{named}");
}

#[test]
fn numbers_choose_their_form_and_values_are_filled_once() {
    let english = Messages::of("en-US");
    assert_eq!(english.say("points", &[("n", "1")]), "1 point");
    assert_eq!(english.say("points", &[("n", "10")]), "10 points");
    assert_eq!(
        Messages::of("es-MX").say("points", &[("n", "2")]),
        "2 puntos"
    );
    assert_eq!(Messages::of("ja").say("name", &[]), "Name");
    assert_eq!(english.say("no_such", &[]), "{no_such}");
    let values = [("a", "{b}"), ("b", "x")];
    assert_eq!(
        filled("{a} {b} {c} {", values.iter().copied()),
        "{b} x {c} {"
    );
}
