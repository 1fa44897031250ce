//! Where the key stands among the options: letters balanced on every form, and far apart from
//! one form to the next.

use crate::seed::Seed;

/// A letter comes at most this often in a row.
const RUN: usize = 3;

/// The place of the key among the options, for each multiple-choice item of a form in order;
/// `counts` are their numbers of options.
///
/// Forms come in groups as large as the number of options: within a group the keys of one place
/// are all different, by rotation of one balanced row.
pub fn key_places(seed: Seed, path: &[&str], form: usize, counts: &[usize]) -> Vec<usize> {
    let widest = counts.iter().copied().max().unwrap_or(1).max(1);
    let (group, turn) = ((form / widest).to_string(), form % widest);
    let mut stream = seed.stream(&[path, &["letters", &group]].concat());
    let mut best = Vec::new();
    // A balanced row rarely has a long run; the last try stands.
    for _ in 0..100 {
        best = balanced(&mut stream, counts);
        if longest_run(&best) <= RUN {
            break;
        }
    }
    best.iter()
        .zip(counts)
        .map(|(place, count)| (place + turn) % count.max(&1))
        .collect()
}

/// Each place of the key as often as any other, among items with the same number of options.
fn balanced(stream: &mut crate::seed::Stream, counts: &[usize]) -> Vec<usize> {
    let mut row = vec![0; counts.len()];
    let mut kinds: Vec<usize> = counts.to_vec();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in kinds {
        let items: Vec<usize> = (0..counts.len())
            .filter(|item| counts[*item] == kind)
            .collect();
        let mut letters: Vec<usize> = Vec::new();
        while letters.len() < items.len() {
            let mut round: Vec<usize> = (0..kind).collect();
            stream.shuffle(&mut round);
            letters.extend(round);
        }
        letters.truncate(items.len());
        stream.shuffle(&mut letters);
        for (item, letter) in items.into_iter().zip(letters) {
            row[item] = letter;
        }
    }
    row
}

fn longest_run(row: &[usize]) -> usize {
    let runs = row.chunk_by(|a, b| a == b);
    runs.map(<[usize]>::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{key_places, longest_run};
    use crate::seed::Seed;

    #[test]
    fn letters_balance_and_neighbours_differ() {
        let counts = [4; 12];
        for seed in 0..50 {
            let rows: Vec<Vec<usize>> = (0..8)
                .map(|form| key_places(Seed::new(seed), &["bank"], form, &counts))
                .collect();
            for row in &rows {
                for letter in 0..4 {
                    assert_eq!(row.iter().filter(|place| **place == letter).count(), 3);
                }
                assert!(longest_run(row) <= 3);
            }
            for (a, b) in [(0, 1), (0, 3), (1, 2), (4, 7)] {
                assert!(rows[a].iter().zip(&rows[b]).all(|(x, y)| x != y));
            }
        }
    }

    #[test]
    fn items_with_other_numbers_of_options_have_their_own_letters() {
        let counts = [4, 3, 2, 4, 3, 4, 4];
        for form in 0..20 {
            let row = key_places(Seed::new(1), &[], form, &counts);
            assert!(row.iter().zip(counts).all(|(place, count)| *place < count));
        }
        assert!(key_places(Seed::new(1), &[], 3, &[]).is_empty());
    }
}
