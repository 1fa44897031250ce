//! Handing out forms at a first sitting: at random, and so that neighbours differ.

use crate::seed::{Seed, Stream};

/// A form for each of `seats`, by its place among `forms` forms.
///
/// Forms go round in packs (as in spiralled packaging): in each pack every form comes once, in an
/// order drawn anew, so each is handed out equally often, by chance, all over the room. A pack
/// never begins with the form that the one before ended with, nor, where seats stand in rows of
/// `width`, does a seat have the form of the seat in front of it if that can be avoided.
pub fn spiral(
    seed: Seed,
    path: &[&str],
    forms: usize,
    seats: usize,
    width: Option<usize>,
) -> Vec<usize> {
    let mut stream = seed.stream(path);
    let mut dealt: Vec<usize> = Vec::with_capacity(seats);
    while dealt.len() < seats && forms > 0 {
        let left = (seats - dealt.len()).min(forms);
        let best = (0..TRIES).map(|_| pack(&mut stream, forms));
        let clashes = |pack: &Vec<usize>| clashes(&dealt, &pack[..left], width);
        let Some(pack) = best.min_by_key(clashes) else {
            break;
        };
        dealt.extend(&pack[..left]);
    }
    dealt
}

/// Whether no seat has the form of the one beside it or, in rows of `width`, in front of it.
pub fn are_apart(forms: &[usize], width: Option<usize>) -> bool {
    clashes(&[], forms, width) == 0
}

/// So many orders are drawn of a pack; the first with the fewest equal neighbours is taken.
const TRIES: usize = 64;

fn pack(stream: &mut Stream, forms: usize) -> Vec<usize> {
    let mut pack: Vec<usize> = (0..forms).collect();
    stream.shuffle(&mut pack);
    pack
}

/// How many equal neighbours the seats of `pack` have, behind those `dealt`.
fn clashes(dealt: &[usize], pack: &[usize], width: Option<usize>) -> usize {
    let form = |seat: usize| match seat.checked_sub(dealt.len()) {
        Some(at) => pack[at],
        None => dealt[seat],
    };
    let clash = |seat: usize, back: usize| {
        let other = seat.checked_sub(back);
        other.is_some_and(|other| form(other) == form(seat))
    };
    (dealt.len()..dealt.len() + pack.len())
        .map(|seat| {
            let beside = width.is_none_or(|width| !seat.is_multiple_of(width.max(1)));
            let front = width.is_some_and(|width| clash(seat, width.max(1)));
            usize::from(beside && clash(seat, 1)) + usize::from(front)
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::{are_apart, spiral};
    use crate::seed::Seed;

    #[test]
    fn neighbours_differ_and_every_form_comes_equally_often() {
        for seed in 0..40 {
            let forms = 2 + seed as usize % 5;
            let dealt = spiral(Seed::new(seed), &["p"], forms, 31, None);
            assert_eq!(dealt.len(), 31);
            assert!(dealt.windows(2).all(|pair| pair[0] != pair[1]), "{dealt:?}");
            let uses = |form| dealt.iter().filter(|one| **one == form).count();
            let counts: Vec<usize> = (0..forms).map(uses).collect();
            let spread = counts.iter().max().unwrap() - counts.iter().min().unwrap();
            assert!(spread <= 1, "{counts:?}");
        }
    }

    #[test]
    fn rows_of_seats_differ_too() {
        for seed in 0..40 {
            let dealt = spiral(Seed::new(seed), &["p"], 4, 30, Some(6));
            let beside = (0..30).filter(|seat| seat % 6 > 0 && dealt[*seat] == dealt[seat - 1]);
            let front = (6..30).filter(|seat| dealt[*seat] == dealt[seat - 6]);
            assert_eq!((beside.count(), front.count()), (0, 0), "{seed}: {dealt:?}");
            assert!(are_apart(&dealt, Some(6)));
        }
        assert!(are_apart(&[0, 1, 1, 0], Some(2)) && !are_apart(&[0, 1, 1, 0], None));
        assert!(!are_apart(&[0, 1, 0, 1], Some(2)) && are_apart(&[0, 1, 0, 1], None));
    }

    /// Were forms not drawn at random, the first seat would always have the same one.
    #[test]
    fn chance_decides_who_has_which() {
        let first = |seed| spiral(Seed::new(seed), &["p"], 4, 28, None)[0];
        let seen: std::collections::BTreeSet<usize> = (0..40).map(first).collect();
        assert_eq!(seen.len(), 4);
    }

    #[test]
    fn odd_cases_end() {
        assert!(spiral(Seed::new(1), &["p"], 0, 5, None).is_empty());
        assert_eq!(spiral(Seed::new(1), &["p"], 1, 3, Some(0)), [0, 0, 0]);
    }
}
