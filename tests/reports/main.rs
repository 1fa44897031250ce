//! The reports of sets in every language: nothing is left in English, and nothing is claimed that
//! only answers of students could show.

mod reading;
#[path = "../set/mod.rs"]
mod set;
mod sets;

use std::collections::BTreeSet;

use isoform::parity::finding::Verdict;
use isoform::render::compose::{Composer, parity};
use isoform::render::messages::{CATALOGUES, Message, Messages};
use isoform::render::pages::{Format, Page, Pages, Surroundings};
use isoform::render::paper::{Paper, Setting};
use isoform::render::stack::stack;
use isoform::render::view::{FormView, SchoolView};

use reading::{pieces, pseudo, shown, words};
use sets::{Judged, judged};

const FORMATS: [Format; 3] = [Format::Html, Format::Markdown, Format::Typst];

/// The report of every set in one language, with its certificate: HTML as it is seen and heard,
/// Markdown, Typst.
fn reports(messages: &Messages) -> Vec<(&'static Judged, [(Format, String); 3])> {
    let pages = Pages::speaking(&[], messages).unwrap();
    let page = Setting::on(Paper::A4).view("quiz", messages.language());
    let around = Surroundings {
        page: &page,
        school: &SchoolView::default(),
        messages,
    };
    let report = |judged: &'static Judged| {
        let view = parity(&judged.set, &judged.report, messages);
        let pages = FORMATS.map(|format| {
            let text = pages.parity(format, &view, around).unwrap();
            let html = format == Format::Html;
            let tagged = format!("<html lang=\"{}\">", messages.language());
            assert!(!html || text.contains(&tagged), "{tagged}");
            (format, if html { shown(&text) } else { text })
        });
        (judged, pages)
    };
    judged().iter().map(report).collect()
}

#[test]
fn the_sets_have_every_verdict() {
    let verdicts: BTreeSet<Verdict> = judged().iter().map(|j| j.report.verdict).collect();
    assert_eq!(verdicts.len(), 3, "{verdicts:?}");
    let findings = judged().iter().flat_map(|j| &j.report.findings);
    let shown: BTreeSet<Verdict> = findings.map(|row| row.finding.verdict).collect();
    assert_eq!(shown.len(), 3, "{shown:?}");
}

/// A page in a made-up language shows what does not come from a catalogue.
#[test]
fn every_word_of_a_report_comes_from_the_catalogue() {
    for (judged, reports) in reports(&pseudo()) {
        let mut own = words(&judged.bank);
        // Names that are the same in every language.
        own.extend(words(&judged.set.blueprint));
        own.extend(words(&judged.set.bank.digest));
        own.extend(words("isoform false true"));
        for form in &judged.set.forms {
            own.extend(words(&form.id.to_string()));
        }
        for (format, text) in &reports[..2] {
            let left: Vec<String> = words(text).difference(&own).cloned().collect();
            assert!(left.is_empty(), "{}, {format:?}: {left:?}", judged.name);
            assert!(!text.contains("{n}") && !text.contains("{place}"), "{text}");
        }
    }
}

/// The same for what is handed out and marked.
#[test]
fn every_word_around_the_items_comes_from_the_catalogue() {
    let (bank, set) = sets::every_kind();
    let own = words(&bank);
    let messages = pseudo();
    let pages = Pages::speaking(&[], &messages).unwrap();
    let composer = Composer::speaking(&set, &messages).unwrap();
    let mut page = Setting::on(Paper::A4).view("quiz", messages.language());
    let views: Vec<FormView> = set.forms.iter().map(|form| composer.form(form)).collect();
    let mut texts = Vec::new();
    let school = SchoolView::default();
    let around = Surroundings {
        page: &page,
        school: &school,
        messages: &messages,
    };
    let context = pages.form(&views[0], around).unwrap();
    for kind in [Page::Form, Page::Key, Page::Guide, Page::Sheet] {
        let html = pages.render(kind, Format::Html, &context).unwrap();
        texts.push((format!("{kind:?}, HTML"), shown(&html)));
        if kind != Page::Sheet {
            let markdown = pages.render(kind, Format::Markdown, &context).unwrap();
            texts.push((format!("{kind:?}, Markdown"), without_links(&markdown)));
        }
    }
    let setting = Setting::on(Paper::A4);
    let view = stack(&views, 3, None, &setting, &mut page);
    let around = Surroundings {
        page: &page,
        school: &school,
        messages: &messages,
    };
    let html = pages.stack(Format::Html, &view, around).unwrap();
    texts.push(("stack".to_owned(), shown(&html)));
    let ids = views.iter().map(|view| view.id.as_str());
    let ids = words(&ids.collect::<Vec<_>>().join(" "));
    for (name, text) in texts {
        let mut left = words(&text);
        left.retain(|word| !own.contains(word) && !ids.contains(word) && word != "isoform");
        assert!(left.is_empty(), "{name}: {left:?}");
    }
}

/// Markdown without the addresses of its figures and the commands of its formulas.
fn without_links(markdown: &str) -> String {
    let mut text = String::new();
    for (at, part) in markdown.split('$').enumerate() {
        if at % 2 == 0 {
            text.push_str(part);
        }
        text.push(' ');
    }
    let mut parts = text.split("](");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + part.split_once(')').map_or(part, |(_, rest)| rest)
    })
}

/// What is a sentence in the English catalogue stands on no page in another language.
#[test]
fn no_english_message_is_left_on_a_report() {
    let english = Messages::known("en").unwrap();
    for language in ["es", "fr", "de"] {
        let own = Messages::known(language).unwrap();
        for (format, page) in reports(own).iter().flat_map(|(_, pages)| pages) {
            let text = page.to_lowercase();
            for (key, message) in english.all() {
                for piece in pieces(message) {
                    let also_own = pieces(&own.all()[key]).contains(&piece);
                    let found = piece.len() > 11 && !also_own && text.contains(&piece);
                    assert!(!found, "{language}, {format:?}: {key}: {piece}");
                }
            }
        }
    }
}

/// Words that two languages share.
const SHARED: [(&str, &[&str]); 3] = [
    ("de", &["math_minus", "math_plus", "name", "sem"]),
    ("es", &["math_index"]),
    (
        "fr",
        &[
            "date",
            "math_plus",
            "minutes",
            "option",
            "points",
            "seat",
            "solution",
            "verdict",
        ],
    ),
];

/// A message that was copied and never translated.
#[test]
fn every_message_is_translated() {
    let english = Messages::known("en").unwrap();
    for (language, shared) in SHARED {
        let own = Messages::known(language).unwrap();
        let copied = english.all().iter().filter(|(key, message)| {
            let wordy = pieces(message).iter().any(|piece| !words(piece).is_empty());
            wordy && pieces(message) == pieces(&own.all()[*key])
        });
        let copied: Vec<&str> = copied.map(|(key, _)| key.as_str()).collect();
        assert_eq!(copied, shared, "{language}");
    }
}

/// What is said only from level E3 on, in the four languages: parts of words, in lower case.
const CLAIMS: [(&str, &[&str]); 4] = [
    (
        "en",
        &[
            "equivalent",
            "equivalence",
            "interchangeable",
            "parallel form",
            "equal difficulty",
            "equally difficult",
            "equally hard",
            "same difficulty",
            "identical difficulty",
        ],
    ),
    (
        "de",
        &[
            "äquivalent",
            "äquivalenz",
            "gleichwertig",
            "austauschbar",
            "parallelform",
            "parallele form",
            "paralleler form",
            "parallelen form",
            "parallele fassung",
            "paralleler fassung",
            "parallelen fassung",
            "paralleltest",
            "gleich schwer",
            "gleich schwierig",
            "gleichschwer",
            "gleiche schwierigkeit",
            "gleicher schwierigkeit",
            "dieselbe schwierigkeit",
            "derselben schwierigkeit",
        ],
    ),
    (
        "fr",
        &[
            "équivalent",
            "équivalence",
            "interchangeable",
            "formes parallèles",
            "sujets parallèles",
            "versions parallèles",
            "même difficulté",
            "égale difficulté",
            "difficulté égale",
            "difficulté identique",
            "aussi difficile",
        ],
    ),
    (
        "es",
        &[
            "equivalente",
            "equivalencia",
            "intercambiable",
            "formas paralelas",
            "pruebas paralelas",
            "igual dificultad",
            "misma dificultad",
            "dificultad igual",
            "idéntica dificultad",
            "igual de difícil",
            "igualmente difícil",
        ],
    ),
];

/// The claims that a text makes.
fn claims(text: &str) -> Vec<&'static str> {
    let text = text.to_lowercase().replace('\u{a0}', " ");
    let all = CLAIMS.iter().flat_map(|(_, claims)| claims.iter().copied());
    all.filter(|claim| text.contains(claim)).collect()
}

#[test]
fn nothing_is_claimed_below_e3_in_any_language() {
    for (language, _) in CATALOGUES {
        let messages = Messages::known(language).unwrap();
        for (judged, reports) in reports(messages) {
            assert!(!matches!(judged.report.evidence, "E3" | "E4"));
            for (format, page) in reports {
                let made = claims(&page);
                let name = judged.name;
                assert!(made.is_empty(), "{language}, {format:?}, {name}: {made:?}");
            }
        }
        // Also what no set of this test brings up.
        for (key, message) in messages.all() {
            let text = match message {
                Message::Plain(text) => text.clone(),
                Message::Counted { one, other, .. } => format!("{one} {other}"),
            };
            assert_eq!(claims(&text), [""; 0], "{language}: {key}");
        }
    }
}

/// A minus is not a hyphen, a number keeps its unit, and no mark of Markdown is left over.
#[test]
fn numbers_and_signs_are_set_as_a_printer_would() {
    for (language, _) in CATALOGUES {
        for (judged, reports) in reports(Messages::known(language).unwrap()) {
            let name = judged.name;
            let (_, html) = &reports[0];
            let signs: Vec<char> = html.chars().collect();
            for place in signs.windows(3) {
                let hyphen = !place[0].is_alphanumeric() && place[1] == '-';
                let minus = hyphen && place[2].is_ascii_digit();
                assert!(!minus, "{language}, {name}: a hyphen for a minus");
                let loose = place[0].is_ascii_digit() && place[1] == ' ' && place[2] == '%';
                assert!(!loose, "{language}, {name}: a percent sign may wrap");
            }
            assert!(!html.contains('`'), "{language}, {name}: a backtick");
            assert!(html.contains('−'), "{language}, {name}: no minus at all");
        }
    }
}

/// What the program and other programs read.
#[test]
fn nothing_is_claimed_below_e3_in_the_json() {
    for judged in judged() {
        let json = serde_json::to_string(&judged.report).unwrap();
        assert_eq!(claims(&json), [""; 0], "{}", judged.name);
    }
}

/// The scan finds what it looks for, in every language.
#[test]
fn a_claim_would_be_found() {
    for (language, sentence) in [
        ("en", "These are Parallel Forms of equal difficulty."),
        ("de", "Die Fassungen sind äquivalent und gleich schwierig."),
        ("fr", "Les sujets sont de même difficulté et équivalents."),
        ("es", "Las formas son equivalentes y de igual dificultad."),
    ] {
        let (_, own) = CLAIMS.iter().find(|(own, _)| *own == language).unwrap();
        let made = claims(sentence);
        assert!(
            made.iter().filter(|claim| own.contains(claim)).count() >= 2,
            "{made:?}"
        );
    }
}
