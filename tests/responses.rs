//! Every response type: what it prints, and how it is scored.

#[path = "responses/mistakes.rs"]
mod mistakes;
#[path = "responses/reading.rs"]
mod reading;
#[path = "set/mod.rs"]
mod set;

use std::collections::HashSet;

use isoform::bank::ItemBank;
use isoform::bank::model::ItemModel;
use isoform::instance::draw::{Drawing, NameStreams};
use isoform::instance::item::{Item, ItemFault};
use isoform::instance::response::{Drawn, Given, ResponseRecord, Verdict};
use isoform::render::compose::Composer;
use isoform::seed::Seed;
use isoform::value::notation::Language;

const BANK: &str = "tests/responses/bank.yaml";
const ENGLISH: &Language = Language::ENGLISH;

fn model<'b>(bank: &'b ItemBank, id: &str) -> &'b ItemModel {
    bank.item(id).unwrap().1
}

/// Items of a model in draws by chance, lists in the order of a form.
fn draws(model: &ItemModel, count: usize) -> Vec<Item> {
    let drawing = Drawing::new(model).unwrap();
    let mut streams = NameStreams::new(Seed::new(11), "test", "1", model);
    let mut acceptance = drawing.acceptance();
    let mut items = Vec::new();
    while items.len() < count {
        assert!(acceptance.tried < 100_000, "{}", model.id.value);
        let drawn = drawing.draw(&mut streams, &mut acceptance).unwrap();
        let Some(mut frame) = drawn else { continue };
        match drawing.item(0, &mut frame) {
            Ok(mut item) => {
                let place = items.len().to_string();
                item.drawn.arrange(&mut Seed::new(5).stream(&[&place]));
                items.push(item);
            }
            Err(ItemFault::TooFewOptions { .. }) => {}
            Err(fault) => panic!("{}", fault.diagnostic(model).message),
        }
    }
    items
}

#[test]
fn a_right_answer_earns_all_a_wrong_one_not_and_nothing_is_invalid() {
    let bank = set::bank(BANK);
    for model in &bank.items {
        let record = ResponseRecord::of(&model.response);
        for item in draws(model, 300) {
            let specimens = record.specimens(&item, ENGLISH);
            let score = |given: &Given| record.score(&item, ENGLISH, given);
            let id = &model.id.value;
            assert_eq!(
                score(&specimens.right),
                Verdict::Right,
                "{id} {specimens:?}"
            );
            assert_eq!(
                score(&specimens.invalid),
                Verdict::Invalid,
                "{id} {specimens:?}"
            );
            let wrong = score(&specimens.wrong.clone().unwrap());
            let is_less = matches!(wrong, Verdict::Wrong(_) | Verdict::Partial(..));
            assert!(is_less, "{id} {specimens:?} {wrong:?}");
            assert!(record.fits(&item), "{id}");
        }
    }
}

#[test]
fn statements_are_shown_as_asked() {
    let bank = set::bank(BANK);
    let mut seen = HashSet::new();
    for item in draws(model(&bank, "statements"), 300) {
        let Drawn::Select(shown) = &item.drawn else {
            panic!("{:?}", item.drawn)
        };
        assert_eq!(shown.len(), 5);
        assert_eq!(shown.iter().filter(|shown| shown.is_true).count(), 2);
        // The twins are statements 5 and 6 of the record.
        assert!(shown.iter().filter(|shown| shown.statement >= 4).count() <= 1);
        let texts: HashSet<String> = shown.iter().map(|s| format!("{:?}", s.printed())).collect();
        assert_eq!(texts.len(), 5, "a statement stands twice");
        seen.insert(shown.iter().map(|shown| shown.is_true).collect::<Vec<_>>());
    }
    // The two true ones stand in all of the ten possible pairs of places.
    assert_eq!(seen.len(), 10);
}

#[test]
fn marks_are_counted_right_minus_wrong() {
    let bank = set::bank(BANK);
    let model = model(&bank, "statements");
    let record = ResponseRecord::of(&model.response);
    let item = &draws(model, 1)[0];
    let Drawn::Select(shown) = &item.drawn else {
        panic!("{:?}", item.drawn)
    };
    for set in 0..32_usize {
        let marks: Vec<usize> = (0..5).filter(|at| set & 1 << at != 0).collect();
        let right = marks.iter().filter(|at| shown[**at].is_true).count() as i64;
        let expected = match 2 * right - marks.len() as i64 {
            2 => Verdict::Right,
            1 => Verdict::Partial(1, 2),
            _ => Verdict::Wrong(None),
        };
        assert_eq!(record.score(item, ENGLISH, &Given::Marks(marks)), expected);
    }
}

fn permutations(count: usize) -> Vec<Vec<usize>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let shorter = permutations(count - 1);
    let at_every_place = |order: &Vec<usize>| {
        let insert = |place| {
            let mut order = order.clone();
            order.insert(place, count - 1);
            order
        };
        (0..count).map(insert).collect::<Vec<_>>()
    };
    shorter.iter().flat_map(at_every_place).collect()
}

#[test]
fn every_order_that_respects_the_rules_is_right() {
    let bank = set::bank(BANK);
    let model = model(&bank, "tea");
    let record = ResponseRecord::of(&model.response);
    for item in draws(model, 50) {
        let Drawn::Sequence(steps) = &item.drawn else {
            panic!("{:?}", item.drawn)
        };
        let text = |at: usize| format!("{:?}", steps.steps[at]);
        let find = |word: &str| (0..4).find(|at| text(*at).contains(word)).unwrap();
        let (fill, boil) = (find("Fill"), find("Boil"));
        let (put, pour) = (find("Put"), find("Pour"));
        let mut right = 0;
        for order in permutations(4) {
            let place = |step: usize| order.iter().position(|at| *at == step).unwrap();
            let respects =
                place(fill) < place(boil) && place(boil) < place(pour) && place(put) < place(pour);
            let verdict = record.score(&item, ENGLISH, &Given::Order(order.clone()));
            assert_eq!(verdict == Verdict::Right, respects, "{order:?}");
            right += u64::from(respects);
        }
        assert_eq!(steps.right_orders(), Some((right, 24)));
        // What is shown is not the solution.
        let shown = Given::Order((0..4).collect());
        assert_eq!(record.score(&item, ENGLISH, &shown), Verdict::Wrong(None));
    }
}

#[test]
fn a_property_decides_over_every_answer() {
    let bank = set::bank(BANK);
    let model = model(&bank, "sumopen");
    let record = ResponseRecord::of(&model.response);
    for item in draws(model, 20) {
        let sum = item.draws[0].as_number().unwrap().exact().to_i64().unwrap();
        for p in -3..12 {
            for q in -3..42 {
                let given = Given::Blanks(vec![p.to_string(), q.to_string()]);
                let expected = if p + q == sum && p != q {
                    Verdict::Right
                } else {
                    Verdict::Wrong(None)
                };
                assert_eq!(record.score(&item, ENGLISH, &given), expected);
            }
        }
    }
}

#[test]
fn pages_hold_every_type_without_leftovers() {
    let set = set::assembled(BANK, 7, 3);
    let text = serde_json::to_string(&set).unwrap();
    let read: isoform::form::FormSet = serde_json::from_str(&text).unwrap();
    assert_eq!(read, set);
    let composer = Composer::new(&read).unwrap();
    for form in &read.forms {
        let view = composer.form(form);
        let page = format!("{view:?}");
        for leftover in ["{{", "}}", "[[", "]]"] {
            assert!(
                !page.contains(leftover),
                "{leftover} on form {}",
                view.label
            );
        }
        // Points: 2 statements, 1 each for six items, 6 for the parts, 9 for the essay.
        assert_eq!(view.points_total, "24");
        for item in &view.items {
            let response = &item.response;
            match item.model.as_str() {
                "statements" => {
                    let right = response.statements.iter().filter(|s| s.is_true);
                    let letters: Vec<&str> = right.map(|s| s.letter.as_str()).collect();
                    assert_eq!(item.answers[0].text.markdown.0, letters.join(", "));
                }
                "dropdown" => {
                    assert!(item.stem.html.0.matches("class=\"pick\"").count() == 2);
                    assert!(!item.completed.html.0.contains("pick"));
                }
                "capitals" => {
                    assert_eq!((response.left.len(), response.right.len()), (4, 5));
                    let known = [
                        ("France", "Paris"),
                        ("Spain", "Madrid"),
                        ("Italy", "Rome"),
                        ("Norway", "Oslo"),
                        ("Greece", "Athens"),
                        ("Poland", "Warsaw"),
                    ];
                    for entry in &response.left {
                        let mut right = response.right.iter();
                        let partner = right.find(|r| r.label == entry.partner).unwrap();
                        let pair = (entry.text.html.0.as_str(), partner.text.html.0.as_str());
                        assert!(known.contains(&pair), "{pair:?}");
                    }
                }
                "partsitem" => {
                    let letters: Vec<&str> = item.parts.iter().map(|p| &*p.letter).collect();
                    assert_eq!(letters, ["a", "b", "c", "d", "e"]);
                }
                "essay" => {
                    assert_eq!(response.rubric.levels, ["3", "2", "1"]);
                    assert_eq!(response.rubric.criteria.len(), 2);
                    assert!(!item.answers[0].text.html.0.is_empty());
                }
                "listed" => {
                    let options: Vec<&str> =
                        response.options.iter().map(|o| &*o.text.html.0).collect();
                    assert_eq!(options, ["always", "sometimes", "never"]);
                }
                _ => {}
            }
        }
    }
}

#[test]
fn the_six_examples_of_the_language_load_and_are_right() {
    let bank = set::bank("tests/responses/examples.yaml");
    assert_eq!(bank.items.len(), 6);
    for model in &bank.items {
        let record = ResponseRecord::of(&model.response);
        for item in draws(model, 60) {
            let specimens = record.specimens(&item, ENGLISH);
            let verdict = record.score(&item, ENGLISH, &specimens.right);
            assert_eq!(verdict, Verdict::Right, "{} {specimens:?}", model.id.value);
        }
    }
    let set = set::assembled("tests/responses/examples.yaml", 3, 2);
    assert!(Composer::new(&set).is_ok());
}
