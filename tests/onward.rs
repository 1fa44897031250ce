//! Forms that join others: none of their items, and as hard as they are, whatever became of the bank.

mod set;

use std::collections::HashSet;

use isoform::bank::ItemBank;
use isoform::bank::lower;
use isoform::diagnostic::Diagnostics;
use isoform::form::onward::Onward;
use isoform::form::slots::{Plan, Wanted};
use isoform::form::{FormSet, Request, assemble, assemble_onward};
use isoform::instance::fingerprint::Fingerprint;
use isoform::seed::Seed;
use isoform::source::Sources;

use set::{BANK, bank};

const STANDARDS: [&str; 2] = ["7.RP.A.3", "7.NS.A.2d"];

fn plan(bank: &ItemBank) -> Plan {
    let standards = STANDARDS.map(str::to_owned);
    let wanted = Wanted {
        standards: &standards,
        items: Some(6),
        ..Wanted::default()
    };
    Plan::of(bank, &wanted, Seed::new(3)).unwrap()
}

fn more(bank: &ItemBank, plan: &Plan, seed: u64, forms: usize, onward: &Onward) -> FormSet {
    let request = Request {
        seed: Seed::new(seed),
        forms,
        repeats: false,
    };
    assemble_onward(bank, plan, &request, onward).unwrap()
}

fn items(set: &FormSet) -> HashSet<Fingerprint> {
    let items = set.forms.iter().flat_map(|form| &form.items);
    items.map(|placed| placed.item.fingerprint).collect()
}

fn joining(first: &FormSet) -> Onward {
    Onward {
        taken: items(first),
        targets: first.target.clone(),
        first: u32::try_from(first.forms.len()).unwrap(),
    }
}

/// For each place the least and the greatest predicted difficulty.
fn ranges(set: &FormSet) -> Vec<[f64; 2]> {
    let at = |place: usize| {
        set.forms
            .iter()
            .map(move |form| form.items[place].difficulty)
    };
    (0..set.slots.len())
        .map(|place| {
            [
                at(place).fold(9.0, f64::min),
                at(place).fold(-9.0, f64::max),
            ]
        })
        .collect()
}

fn radicals(set: &FormSet) -> Vec<Box<[isoform::value::Value]>> {
    let placed = set.forms.iter().flat_map(|form| &form.items);
    placed.map(|placed| placed.item.radicals.clone()).collect()
}

#[test]
fn the_first_forms_are_those_of_any_set() {
    let bank = bank(BANK);
    let plan = plan(&bank);
    let mut first = more(&bank, &plan, 3, 5, &Onward::default());
    assert!(!first.target.is_empty());
    first.target = Vec::new();
    let request = Request {
        seed: Seed::new(3),
        forms: 5,
        repeats: false,
    };
    assert!(first == assemble(&bank, &plan, &request).unwrap());
}

#[test]
fn more_forms_have_other_items_of_the_same_cells_and_windows() {
    let bank = bank(BANK);
    let plan = plan(&bank);
    let first = more(&bank, &plan, 3, 8, &Onward::default());
    for seed in [3, 4] {
        let next = more(&bank, &plan, seed, 8, &joining(&first));
        assert!(items(&next).is_disjoint(&items(&first)));
        assert_eq!(items(&next).len(), 8 * plan.slots.len());
        assert_eq!(radicals(&next), radicals(&first));
        let labels: Vec<String> = next
            .forms
            .iter()
            .map(|form| form.label.to_string())
            .collect();
        assert_eq!(labels, ["I", "J", "K", "L", "M", "N", "O", "P"]);
        for (place, (old, new)) in ranges(&first).iter().zip(ranges(&next)).enumerate() {
            // Both lie in one window; its width is at most a few hundredths of a logit or what
            // the narrowest run of the cell takes.
            let target = &first.target[place];
            let width = target.high - target.low + 1e-9;
            assert!(
                new[1] - old[0] <= width && old[1] - new[0] <= width,
                "place {place}"
            );
        }
    }
}

/// Other stems and a harder item model beside the old ones: the places keep theirs.
#[test]
fn a_later_version_of_the_bank_keeps_the_target() {
    let old = bank(BANK);
    let first = more(&old, &plan(&old), 3, 6, &Onward::default());
    let text = std::fs::read_to_string(BANK).unwrap();
    let text = text.replacen("version: 1", "version: 7", 1);
    let place = text.find("\n  - id: fraction-to-decimal\n").unwrap();
    let text = format!(
        "{}\n  - id: one-more\n    standard: \"7.RP.A.3\"\n    vary: {{a: 10..999}}\n    stem: What is {{{{a}}}} × 7?\n    answer: a * 7\n{}",
        &text[..place],
        &text[place..]
    );
    let mut diagnostics = Diagnostics::new();
    let new = lower::load(
        "new.yaml",
        text.as_bytes(),
        &mut Sources::new(),
        &mut diagnostics,
    );
    let new = new.unwrap();
    assert_ne!(new.version, old.version);
    let again = first.plan_again(&new).unwrap();
    let next = more(&new, &again, 3, 6, &joining(&first));
    let models = |set: &FormSet| -> Vec<String> {
        let slots = set.slots.iter();
        slots
            .map(|slot| set.models[slot.model].id.clone())
            .collect()
    };
    assert_eq!(models(&next), models(&first));
    assert!(items(&next).is_disjoint(&items(&first)));
    let bare = |set: &FormSet| -> Vec<_> {
        let places = set.target.iter();
        places
            .map(|place| (place.radicals.clone(), place.low, place.high))
            .collect()
    };
    assert_eq!(bare(&next), bare(&first));
}

/// A space of 12 instances: seven taken, five left, and not one more.
#[test]
fn what_is_left_is_counted_and_nothing_comes_twice() {
    let text = "
bank: Small
id: small
version: 1.0.0
language: en
standards:
  - {id: S, statement: Add.}
items:
  - id: add
    standard: S
    vary: {a: 1..12}
    stem: What is {{a}} + 1?
    answer: a + 1
";
    let mut diagnostics = Diagnostics::new();
    let bank = lower::load(
        "small.yaml",
        text.as_bytes(),
        &mut Sources::new(),
        &mut diagnostics,
    );
    let bank = bank.unwrap();
    let wanted = Wanted {
        items: Some(1),
        ..Wanted::default()
    };
    let plan = Plan::of(&bank, &wanted, Seed::new(1)).unwrap();
    let first = more(&bank, &plan, 1, 7, &Onward::default());
    assert_eq!(first.left(), Some(5));
    let onward = joining(&first);
    let request = |forms| Request {
        seed: Seed::new(2),
        forms,
        repeats: false,
    };
    let refused = assemble_onward(&bank, &plan, &request(6), &onward).unwrap_err();
    let message = &refused[0].message;
    assert!(message.ends_with("enough for 5 forms more"), "{message}");
    let next = assemble_onward(&bank, &plan, &request(5), &onward).unwrap();
    assert_eq!(next.left(), Some(0));
    let all: HashSet<Fingerprint> = items(&first).union(&items(&next)).copied().collect();
    assert_eq!(all.len(), 12);
}
