//! Variants: merged, chosen once a place, or mixed.

use std::collections::BTreeSet;

use isoform::bank::ItemBank;
use isoform::difficulty::residual::{FREE, OTHER_SET_UP};
use isoform::form::FormSet;
use isoform::value::notation::describe;

use crate::{bank_of, set_of, text};

const ITEM: &str = "\
items:
- id: rate
  vary: {a: 2..9, b: 2..9}
  where: [a != b]
  let: {c: a*b}
  alike: [a > 5]
  check: [c > 3]
  answer: {is: c, form: integer}
  misconceptions: {added: a + b, squared: a^2}
  solution: \"{{c}}\"
  variants:
    shop:
      stem: \"Pens cost {{a}} cents each. How much are {{b}}?\"
      where: [b > 2, \"gcd(a, b) == 1\"]
      misconceptions: {squared: b^2}
    road:
      stem: \"A car goes {{a}} km an hour. How far in {{b}} hours?\"
      vary: {b: 3..5}
      alike: b == 4
      solution:
";

fn bank(item: &str) -> ItemBank {
    let bank = text(item);
    bank_of(&[("bank.yaml", bank.as_bytes())])
}

/// The ids of the models that stand at each place, over all forms.
fn standing(set: &FormSet) -> Vec<BTreeSet<&str>> {
    let at = |place: usize| {
        let placed = set.forms.iter().map(move |form| &form.items[place]);
        placed
            .map(|placed| &*set.models[placed.item.model].id)
            .collect()
    };
    (0..set.slots.len()).map(at).collect()
}

#[test]
fn maps_merge_conditions_append_and_the_rest_is_replaced() {
    let bank = bank(ITEM);
    let ids: Vec<&str> = bank.items.iter().map(|item| &*item.id.value).collect();
    assert_eq!(ids, ["rate/shop", "rate/road"]);
    let written = |at: usize| -> Vec<&str> {
        let radicals = bank.items[at].radicals.iter();
        radicals.map(|radical| &*radical.written).collect()
    };
    assert_eq!(
        (written(0), written(1)),
        (vec!["a > 5"], vec!["a > 5", "b == 4"])
    );
    let slips = |at: usize| -> Vec<&str> {
        let slips = bank.items[at].misconceptions.iter();
        slips.map(|slip| &*slip.slip).collect()
    };
    assert_eq!(
        (slips(0), slips(1)),
        (vec!["added", "squared"], vec!["added", "squared"])
    );
    let solved = |at: usize| bank.items[at].solution.is_some();
    assert_eq!((solved(0), solved(1)), (true, false));
    // a in 2..9, b in 3..9, a ≠ b, coprime; and a in 2..9, b in 3..5, a ≠ b.
    let pairs = |low: i64, high: i64, fits: fn(i64, i64) -> bool| {
        let all = (2..10).flat_map(|a| (low..=high).map(move |b| (a, b)));
        all.filter(|(a, b)| a != b && fits(*a, *b)).count()
    };
    let count = |at: usize| {
        let drawing = isoform::instance::draw::Drawing::new(&bank.items[at]).unwrap();
        let mut acceptance = drawing.acceptance();
        let mut visit =
            |_: &mut isoform::expression::Frame| Ok(std::ops::ControlFlow::Continue(()));
        drawing
            .enumerate(10_000, &mut acceptance, &mut visit)
            .unwrap();
        acceptance.accepted as usize
    };
    let coprime = |a: i64, b: i64| (2..10).all(|d| a % d != 0 || b % d != 0);
    assert_eq!(count(0), pairs(3, 9, coprime));
    assert_eq!(count(1), pairs(3, 5, |_, _| true));
}

#[test]
fn a_place_keeps_its_variant_and_places_share_them() {
    let bank = bank(ITEM);
    let mut first = BTreeSet::new();
    for seed in 0..20 {
        let set = set_of(&bank, 2, 4, seed);
        let standing = standing(&set);
        assert!(
            standing.iter().all(|models| models.len() == 1),
            "seed {seed}"
        );
        assert_ne!(standing[0], standing[1], "seed {seed}");
        first.extend(standing[0].iter().map(|id| id.to_string()));
    }
    assert_eq!(first.len(), 2, "the seed chooses");
}

#[test]
fn a_model_with_a_stem_that_no_variant_keeps_counts_as_one_more() {
    let ids = |item: &str| -> Vec<String> {
        let bank = bank(item);
        bank.items
            .iter()
            .map(|item| item.id.value.to_string())
            .collect()
    };
    let head =
        "items:\n- id: a\n  vary: {n: 2..9}\n  stem: What is {{n}}?\n  answer: n\n  variants:\n";
    let own = format!("{head}    b: {{stem: \"Write {{{{n}}}}.\"}}\n");
    assert_eq!(ids(&own), ["a/base", "a/b"]);
    let kept = format!("{head}    low: {{vary: {{n: 2..5}}}}\n    high: {{vary: {{n: 6..9}}}}\n");
    assert_eq!(ids(&kept), ["a/low", "a/high"]);
}

#[test]
fn mixed_variants_take_turns_and_keep_the_radicals() {
    let item = ITEM.replace("      alike: b == 4\n", "") + "  mix: true\n";
    let bank = bank(&item);
    for seed in 0..20 {
        let set = set_of(&bank, 1, 6, seed);
        let items: Vec<_> = set.forms.iter().map(|form| &form.items[0]).collect();
        let road = |placed: &&&isoform::form::set::PlacedItem| {
            set.models[placed.item.model].id == "rate/road"
        };
        assert_eq!(items.iter().filter(road).count(), 3, "seed {seed}");
        let radicals: BTreeSet<String> = items
            .iter()
            .map(|placed| describe(&placed.item.radicals[0]))
            .collect();
        assert_eq!(radicals.len(), 1, "seed {seed}");
        assert!(items.iter().all(|placed| placed.residual == OTHER_SET_UP));
        let few = set_of(&bank, 1, 3, seed);
        for (form, same) in few.forms.iter().zip(&set.forms) {
            assert_eq!(form.items, same.items, "seed {seed}");
        }
    }
    let pinned = self::bank(ITEM);
    let set = set_of(&pinned, 1, 6, 1);
    assert!(set.forms.iter().all(|form| form.items[0].residual <= FREE));
}

#[test]
fn a_blueprint_may_name_one_variant() {
    let blueprint = "blueprints: [{id: quiz, slots: [{item: rate/road, count: 2}]}]\n";
    let bank = bank(&format!("{ITEM}{blueprint}"));
    let seed = isoform::seed::Seed::new(1);
    let wanted = isoform::form::slots::Wanted::default();
    let plan = isoform::form::slots::Plan::of(&bank, &wanted, seed).unwrap();
    let models: Vec<&str> = plan
        .slots
        .iter()
        .map(|slot| &*bank.items[slot.model].id.value)
        .collect();
    assert_eq!(models, ["rate/road", "rate/road"]);
}
