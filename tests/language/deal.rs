//! Rows are dealt like cards.

use std::collections::HashMap;

use isoform::form::FormSet;
use isoform::value::notation::describe;

use crate::{bank_of, set_of, text};

const BANK: &str = "\
tables:
  verbs: [{inf: hablar}, {inf: cantar}, {inf: comer}, {inf: vivir}, {inf: buscar}, {inf: llegar}, {inf: partir}, {inf: beber}]
items:
- id: a
  vary: {n: 2..9, verb: row of verbs}
  stem: \"{{verb.inf}} {{n}}\"
  answer: n mod 2
";

/// The value in the first hole of every item, form by form.
fn shown(set: &FormSet) -> Vec<String> {
    let items = set.forms.iter().flat_map(|form| &form.items);
    items.map(|placed| describe(&placed.item.stem[0])).collect()
}

fn most(shown: &[String]) -> usize {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for row in shown {
        *counts.entry(row).or_default() += 1;
    }
    counts.into_values().max().unwrap_or(0)
}

#[test]
fn no_row_comes_again_before_all_others_have_come() {
    let bank = text(BANK);
    let bank = bank_of(&[("bank.yaml", bank.as_bytes())]);
    for seed in 0..20 {
        // Two places on four forms: eight items of eight verbs.
        assert_eq!(most(&shown(&set_of(&bank, 2, 4, seed))), 1, "seed {seed}");
        // Three places on eight forms: each verb three times.
        assert_eq!(most(&shown(&set_of(&bank, 3, 8, seed))), 3, "seed {seed}");
    }
}

#[test]
fn more_forms_leave_the_first_ones_as_they_were() {
    let bank = text(BANK);
    let bank = bank_of(&[("bank.yaml", bank.as_bytes())]);
    for seed in 0..20 {
        let few = shown(&set_of(&bank, 3, 4, seed));
        let many = shown(&set_of(&bank, 3, 16, seed));
        assert_eq!(few, many[..few.len()], "seed {seed}");
    }
}

#[test]
fn several_rows_of_one_item_count_each() {
    let bank = text(
        "tables: {t: [{w: a}, {w: b}, {w: c}, {w: d}, {w: e}, {w: f}, {w: g}, {w: h}]}\nitems:\n\
         - {id: a, vary: {r: 2 rows of t}, stem: \"{{r[1].w}}{{r[2].w}}\", answer: 'r[1].w'}\n",
    );
    let bank = bank_of(&[("bank.yaml", bank.as_bytes())]);
    for seed in 0..20 {
        let set = set_of(&bank, 1, 4, seed);
        let items = set.forms.iter().flat_map(|form| &form.items);
        let stems = items.flat_map(|placed| placed.item.stem.iter().map(describe));
        let stems: Vec<String> = stems.collect();
        assert_eq!(
            (stems.len(), most(&stems)),
            (8, 1),
            "seed {seed}: {stems:?}"
        );
    }
}
