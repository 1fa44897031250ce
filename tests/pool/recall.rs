//! Recalled item models: which instances are meant, and their corrected edition.

use std::fs;

use isoform::diagnostic::Diagnostics;
use isoform::form::FormSet;
use isoform::pool::entry::Place;
use isoform::pool::recall::places;
use isoform::source::{SourceText, Sources, Span};
use isoform::value::Value;
use isoform::value::notation::describe;

use crate::set::{assembled, bank, scratch};

const SUMS: &str = "tests/pool/sums.yaml";

fn meant(set: &FormSet, id: &str, when: Option<&str>) -> Result<Vec<Place>, Diagnostics> {
    let mut sources = Sources::new();
    let when = when.map(|text| {
        let file = sources.add("--when", text);
        SourceText::verbatim(text, Span::new(file, 0..text.len()))
    });
    places(set, id, when.as_ref())
}

/// The places where the second drawn name, b, is `wanted`, found by walking.
fn walked(set: &FormSet, wanted: i64) -> Vec<Place> {
    let mut found = Vec::new();
    for form in &set.forms {
        for (item, placed) in (1..).zip(&form.items) {
            if placed.item.draws[1].same(&Value::integer(wanted)) {
                found.push(Place {
                    form: form.id,
                    item,
                });
            }
        }
    }
    found.sort_by_key(|place| (place.form, place.item));
    found
}

#[test]
fn a_condition_picks_the_instances_with_such_draws() {
    let set = assembled(SUMS, 3, 12);
    assert_eq!(set.models[0].names, ["a", "b"]);
    let b = (2..=9).find(|b| !walked(&set, *b).is_empty()).unwrap();
    assert_eq!(
        meant(&set, "sum", Some(&format!("b == {b}"))).unwrap(),
        walked(&set, b)
    );
    assert_eq!(meant(&set, "sum", None).unwrap().len(), 24);
    assert_eq!(meant(&set, "sum", Some("a < 0")).unwrap(), []);
    assert_eq!(meant(&set, "su", None).unwrap(), []);
}

#[test]
fn a_condition_that_cannot_be_meant_is_refused() {
    let set = assembled(SUMS, 3, 4);
    for (wrong, message) in [
        ("c == 2", "unknown name `c`"),
        ("a + b", "expected"),
        ("a ==", ""),
        ("1/(a - a) == 1", "no value for item"),
        ("\"x\" == a", "comparable"),
        ("", ""),
    ] {
        let refused = meant(&set, "sum", Some(wrong)).expect_err(wrong);
        let told = refused.iter().next().unwrap();
        assert!(told.message.contains(message), "{wrong}: {}", told.message);
    }
}

/// The bank of sums with another line in it.
fn mended(name: &str, old: &str, new: &str) -> isoform::bank::ItemBank {
    let folder = scratch(&format!("mended-{name}"));
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("sums.yaml");
    let text = fs::read_to_string(SUMS).unwrap();
    assert!(text.contains(old));
    fs::write(&path, text.replace(old, new)).unwrap();
    bank(path.to_str().unwrap())
}

#[test]
fn a_corrected_edition_has_the_same_draws_and_the_new_key() {
    let set = assembled(SUMS, 3, 6);
    let bank = mended("key", "answer: a + b", "answer: a + b + 1");
    let wanted = set.forms[2].id;
    let edition = set
        .corrected(&bank, &[0], |form| form.id == wanted)
        .unwrap();
    edition.check().unwrap();
    assert_eq!(edition.changed(), Vec::<String>::new());
    let (old, new) = (&set.forms[2], &edition.forms[0]);
    assert_eq!(edition.forms.len(), 1);
    assert_eq!(new.label, old.label);
    assert_ne!(new.id, old.id);
    for (old, new) in old.items.iter().zip(&new.items) {
        assert_eq!(old.item.draws, new.item.draws);
        let [a, b] = [0, 1].map(|at| describe(&old.item.draws[at]).parse::<i64>().unwrap());
        assert!(new.item.keys[0].value.same(&Value::integer(a + b + 1)));
        let keys = new.item.options.iter().filter(|option| option.is_key);
        assert_eq!((keys.count(), new.item.options.len()), (1, 3));
    }
}

#[test]
fn what_cannot_be_corrected_is_refused_or_left_out() {
    let set = assembled(SUMS, 3, 4);
    let same = set.corrected(&bank(SUMS), &[0], |_| true).unwrap();
    assert!(same.forms.is_empty(), "nothing changed");
    let told = |bank: &isoform::bank::ItemBank| {
        let refused = set.corrected(bank, &[0], |_| true).unwrap_err();
        refused.message
    };
    let fewer = mended(
        "where",
        "    stem:",
        "    where: a < 0 or a + b == 60\n    stem:",
    );
    assert!(
        told(&fewer).contains("no longer draws item"),
        "{}",
        told(&fewer)
    );
    let other = mended("names", "b: 2..9", "b: 2..9, c: 1..9");
    assert!(told(&other).contains("draws other names"));
    let gone = mended("gone", "id: sum\n", "id: total\n");
    assert!(told(&gone).contains("no longer has"), "{}", told(&gone));
    let else_where = mended("bank", "id: sums", "id: sums-2");
    assert!(told(&else_where).contains("of the bank"));
}
