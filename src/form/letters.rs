//! Where the key stands among the options: letters balanced on every form, without runs or
//! cycles, and far apart from one form to the next.
//!
//! Forms come in groups of [`GROUP`]. Within a group the forms are done one after the other, each
//! set against those before it, so the first forms of a group do not depend on the later ones,
//! and groups do not depend on each other.

use std::collections::HashMap;

use crate::seed::{Seed, Stream};

/// So many forms are set against each other.
pub const GROUP: usize = 32;

/// A letter comes at most this often in a row.
const RUN: usize = 3;

/// So many letters must repeat before a pattern counts as a cycle.
const CYCLE: usize = 4;

/// So many rows are tried for a form; the best one stands.
const TRIES: usize = 200;

/// How often an item with so many options had its key at this place.
type Used = HashMap<(usize, usize), usize>;

/// A multiple-choice item whose key needs a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// How many options it has.
    pub options: usize,
    /// Where the key stands, if its place is not free.
    pub fixed: Option<usize>,
}

/// The place of the key for each multiple-choice item of the forms of one group, in order.
/// All forms of the group ask for as many keys.
pub fn key_places(
    seed: Seed,
    path: &[&str],
    group: usize,
    forms: &[Vec<Choice>],
) -> Vec<Vec<usize>> {
    let group = group.to_string();
    let mut stream = seed.stream(&[path, &["letters", &group]].concat());
    let mut rows: Vec<Vec<usize>> = Vec::with_capacity(forms.len());
    let mut used = Used::new();
    for form in forms {
        let tolerance = most_alike(form);
        let mut best: Option<(usize, Vec<usize>)> = None;
        for attempt in 0..TRIES {
            // What is even over the forms need not be even on this one.
            let used = (attempt % 2 == 0).then_some(&used);
            let row = balanced(&mut stream, form, used);
            let faults = faults(&row, form, &rows, tolerance);
            if best.as_ref().is_none_or(|(fewest, _)| faults < *fewest) {
                best = Some((faults, row));
            }
            if faults == 0 {
                break;
            }
        }
        let row = best.map(|(_, row)| row).unwrap_or_default();
        for (choice, place) in form.iter().zip(&row) {
            *used.entry((choice.options, *place)).or_default() += 1;
        }
        rows.push(row);
    }
    rows
}

/// How many letters two forms may share: n/m + 2·√(n/m·(1 − 1/m)), summed over the items.
fn most_alike(form: &[Choice]) -> f64 {
    let (mut expected, mut variance) = (0.0, 0.0);
    for choice in form {
        let chance = 1.0 / choice.options.max(1) as f64;
        expected += chance;
        variance += chance * (1.0 - chance);
    }
    expected + 2.0 * libm::sqrt(variance)
}

/// What speaks against a row: faults of its own weigh more than likeness to other rows.
fn faults(row: &[usize], form: &[Choice], others: &[Vec<usize>], tolerance: f64) -> usize {
    let same = |other: &Vec<usize>| {
        let places = row.iter().zip(other);
        places.filter(|(a, b)| a == b).count() as f64
    };
    let own = usize::from(!is_balanced(row, form))
        + usize::from(longest_run(row) > RUN)
        + usize::from(cycles(row));
    let alike = others.iter().filter(|other| same(other) > tolerance);
    own * others.len().max(1) * 4 + alike.count()
}

/// A row in which each place of the key comes as often as any other, among items with the same
/// number of options and as far as the places are free. What comes once more is what the forms
/// before have `used` least.
fn balanced(stream: &mut Stream, form: &[Choice], used: Option<&Used>) -> Vec<usize> {
    let mut row: Vec<usize> = form
        .iter()
        .map(|choice| choice.fixed.unwrap_or(0))
        .collect();
    let mut kinds: Vec<usize> = form.iter().map(|choice| choice.options).collect();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in kinds {
        let of_kind = |at: &usize| form[*at].options == kind;
        let mut uses = vec![0_usize; kind.max(1)];
        let fixed = form.iter().filter(|choice| choice.options == kind);
        for place in fixed.filter_map(|choice| choice.fixed) {
            if let Some(uses) = uses.get_mut(place) {
                *uses += 1;
            }
        }
        let free: Vec<usize> = (0..form.len())
            .filter(of_kind)
            .filter(|at| form[*at].fixed.is_none())
            .collect();
        let before = |letter: usize| used?.get(&(kind, letter)).copied();
        let before = |letter: usize| before(letter).unwrap_or(0);
        let before: Vec<usize> = (0..uses.len()).map(before).collect();
        let mut letters = Vec::with_capacity(free.len());
        while letters.len() < free.len() {
            let often = |letter: &usize| (uses[*letter], before[*letter]);
            let fewest = (0..uses.len()).map(|letter| often(&letter)).min();
            let rare: Vec<usize> = (0..uses.len())
                .filter(|letter| Some(often(letter)) == fewest)
                .collect();
            let letter = stream.choose(&rare).copied().unwrap_or(0);
            uses[letter] += 1;
            letters.push(letter);
        }
        stream.shuffle(&mut letters);
        for (at, letter) in free.into_iter().zip(letters) {
            row[at] = letter;
        }
    }
    row
}

/// Whether every letter comes within one of its expected number, once there are as many items as
/// options.
fn is_balanced(row: &[usize], form: &[Choice]) -> bool {
    let widest = form.iter().map(|choice| choice.options).max().unwrap_or(0);
    if row.len() < widest {
        return true;
    }
    (0..widest).all(|letter| {
        let with = form.iter().filter(|choice| choice.options > letter);
        let expected: f64 = with.map(|choice| 1.0 / choice.options as f64).sum();
        let found = row.iter().filter(|place| **place == letter).count() as f64;
        libm::fabs(found - expected) <= 1.0 + 1e-9
    })
}

fn longest_run(row: &[usize]) -> usize {
    let runs = row.chunk_by(|a, b| a == b);
    runs.map(<[usize]>::len).max().unwrap_or(0)
}

fn cycles(row: &[usize]) -> bool {
    (2..=row.len() / 2)
        .filter(|period| row.len() - period >= CYCLE)
        .any(|period| row.iter().zip(&row[period..]).all(|(a, b)| a == b))
}

#[cfg(test)]
mod tests {
    use proptest::bool::weighted;
    use proptest::collection::vec as list;
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::{Choice, GROUP, cycles, key_places, longest_run, most_alike};
    use crate::seed::Seed;

    fn free(options: usize) -> Choice {
        Choice {
            options,
            fixed: None,
        }
    }

    fn same(a: &[usize], b: &[usize]) -> f64 {
        a.iter().zip(b).filter(|(a, b)| a == b).count() as f64
    }

    #[test]
    fn letters_balance_and_forms_differ() {
        for items in [4, 7, 10, 12, 20] {
            let forms = vec![vec![free(4); items]; GROUP];
            for seed in 0..20 {
                let rows = key_places(Seed::new(seed), &["bank"], 0, &forms);
                for (at, row) in rows.iter().enumerate() {
                    for letter in 0..4 {
                        let times = row.iter().filter(|place| **place == letter).count();
                        assert!((times as f64 - items as f64 / 4.0).abs() <= 1.0);
                    }
                    assert!(longest_run(row) <= 3 && !cycles(row));
                    let near = rows[..at]
                        .iter()
                        .filter(|other| at < 8 || items > 4 || other != &row);
                    for other in near {
                        assert!(same(row, other) <= most_alike(&forms[0]), "{items} {seed}");
                    }
                }
            }
        }
    }

    #[test]
    fn fixed_keys_stay_and_the_others_make_up_for_them() {
        let form: Vec<Choice> = (0..8)
            .map(|at| Choice {
                options: 4,
                fixed: (at % 2 == 0).then_some(1),
            })
            .collect();
        let rows = key_places(Seed::new(3), &[], 0, &vec![form; 4]);
        for row in rows {
            assert!([0, 2, 4, 6].iter().all(|at| row[*at] == 1));
            // Four keys stand at B already: the free ones go elsewhere.
            assert!([1, 3, 5, 7].iter().all(|at| row[*at] != 1));
        }
    }

    proptest! {
        #[test]
        fn every_key_has_a_place_and_more_forms_change_none(
            kinds in list((2_usize..6, weighted(0.2)), 0..12),
            seed: u64,
            forms in 1_usize..12,
        ) {
            let form: Vec<Choice> = kinds
                .iter()
                .map(|(options, fixed)| Choice { options: *options, fixed: fixed.then_some(0) })
                .collect();
            let all = key_places(Seed::new(seed), &["b"], 2, &vec![form.clone(); 12]);
            let some = key_places(Seed::new(seed), &["b"], 2, &vec![form.clone(); forms]);
            prop_assert_eq!(&all[..forms], &some[..]);
            for row in all {
                for (place, choice) in row.iter().zip(&form) {
                    prop_assert!(*place < choice.options);
                    prop_assert!(choice.fixed.is_none_or(|fixed| fixed == *place));
                }
            }
        }
    }
}
