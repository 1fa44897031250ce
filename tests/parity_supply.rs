//! What a bank is said to give is what it gives: so many forms, and not one more.

use std::collections::HashSet;

use isoform::bank::{ItemBank, lower};
use isoform::diagnostic::Diagnostics;
use isoform::form::slots::{Plan, Wanted};
use isoform::form::supply::supply;
use isoform::form::{Request, assemble};
use isoform::seed::Seed;
use isoform::source::Sources;

/// Two models of one standard; the first has cells of 9, 6 and 3 items.
const BANK: &str = "bank: Trial
id: trial
standards:
  - {id: s, framework: f, statement: t, mastery: 80 %}
items:
  - id: few
    standard: s
    vary: {a: 1..3, b: 1..9}
    where: [b <= 12 - 3*a]
    alike: [a]
    stem: '{{a}} + {{b}}'
    answer: a + b
  - id: many
    standard: s
    vary: {a: 1..9, b: 1..9}
    stem: '{{a}} times {{b}}'
    answer: a*b
";

fn bank(text: &str) -> ItemBank {
    let (mut sources, mut diagnostics) = (Sources::new(), Diagnostics::new());
    lower::load("bank.yaml", text.as_bytes(), &mut sources, &mut diagnostics).unwrap()
}

fn gives(bank: &ItemBank, items: usize, forms: usize, seed: u64) -> bool {
    let wanted = Wanted {
        items: Some(items),
        ..Wanted::default()
    };
    let seed = Seed::new(seed);
    let request = Request {
        seed,
        forms,
        repeats: false,
    };
    let plan = Plan::of(bank, &wanted, seed).unwrap();
    assemble(bank, &plan, &request).is_ok()
}

#[test]
fn so_many_forms_and_not_one_more() {
    let bank = bank(BANK);
    // By hand: one place takes the cell of 9; two places 9/2 = 4 and 6, or 9/1 and 6/1 = 6; three
    // 9/2 = 4, 6; four 9/2, 6/2 = 3 and 3; five 9/3.
    for (places, forms) in [(1, 9), (2, 6), (3, 4), (4, 3), (5, 3)] {
        let found = supply(&bank, &[], 2 * places, &HashSet::new()).unwrap();
        let standard = &found[0];
        assert_eq!(standard.bottleneck.as_deref(), Some("few"));
        assert_eq!(standard.forms.all, forms, "{places} places");
        assert!(!standard.forms.at_least);
        assert_eq!(
            (standard.models[0].items, standard.models[0].cells),
            (18, 3)
        );
        for seed in 0..10 {
            assert!(
                gives(&bank, 2 * places, forms, seed),
                "{places}, seed {seed}"
            );
            assert!(!gives(&bank, 2 * places, forms + 1, seed));
        }
    }
}

#[test]
fn alike_counts_what_one_window_holds() {
    let text = BANK.replace(
        "    alike: [a]\n",
        "    difficulty: {digits: b, weights: {digits: 0.5, carries: 0, easy fact: 0}}\n",
    );
    let found = supply(&bank(&text), &[], 2, &HashSet::new()).unwrap();
    // Half a logit a step is more than a window of 0.02 holds, and the feature counts to 4: three
    // items each have b = 1, 2 and 3, and 6 + 3 have 4 or more.
    let few = &found[0].models[0];
    assert_eq!((few.forms.all, few.items), (18, 18));
    assert_eq!(few.forms.alike, 9);
}

#[test]
fn items_that_were_used_do_not_count() {
    let bank = bank(BANK);
    let seed = Seed::new(3);
    let plan = Plan::of(&bank, &Wanted::default(), seed).unwrap();
    let request = Request {
        seed,
        forms: 2,
        repeats: false,
    };
    let set = assemble(&bank, &plan, &request).unwrap();
    let items = set.forms.iter().flat_map(|form| &form.items);
    let taken: HashSet<_> = items.map(|placed| placed.item.fingerprint).collect();
    let count = |taken: &HashSet<_>| -> usize {
        let found = supply(&bank, &[], 10, taken).unwrap();
        found[0].models.iter().map(|model| model.items).sum()
    };
    assert_eq!(count(&HashSet::new()) - count(&taken), taken.len());
    assert_eq!(taken.len(), 20);
}

#[test]
fn unknown_standards_are_refused() {
    let refused = supply(&bank(BANK), &["x".to_owned()], 4, &HashSet::new()).unwrap_err();
    assert!(refused[0].message.contains("no standard `x`"));
}
