//! Draws are uniform, and behave as documented at their edges. The streams are fixed, so these
//! tests give the same result on every run; each would fail for 1 in 1,000 other choices of the stream.

use isoform::seed::{Seed, SeedError, Stream};
use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// 99.9 % quantiles of the chi-square distribution, by degrees of freedom (published tables).
const LIMIT_3: f64 = 16.266;
const LIMIT_9: f64 = 27.877;
const LIMIT_19: f64 = 43.820;
const LIMIT_99: f64 = 148.230;
const LIMIT_119: f64 = 172.418;

const DRAWS: u64 = 60_000;

fn stream(name: &str) -> Stream {
    Seed::new(20_261_123).stream(&["chance", name])
}

fn counts(cells: usize, mut draw: impl FnMut() -> usize) -> Vec<u64> {
    let mut counts = vec![0; cells];
    for _ in 0..DRAWS {
        counts[draw()] += 1;
    }
    counts
}

/// Pearson's chi-square of counts against expected shares.
fn against_shares(counts: &[u64], shares: &[f64]) -> f64 {
    let terms = counts.iter().zip(shares).map(|(&count, share)| {
        let expected = share * DRAWS as f64;
        (count as f64 - expected).powi(2) / expected
    });
    terms.sum()
}

fn against_uniform(counts: &[u64]) -> f64 {
    against_shares(counts, &vec![1.0 / counts.len() as f64; counts.len()])
}

/// Pearson's chi-square of two samples of equal size.
fn against_sample(left: &[u64], right: &[u64]) -> f64 {
    let terms = left.iter().zip(right).map(|(&a, &b)| {
        let (a, b) = (a as f64, b as f64);
        (a - b).powi(2) / (a + b)
    });
    terms.sum()
}

/// The rank of an order of 0..n among all of them: its digits in the factorial number system.
fn rank(order: &[u32]) -> usize {
    order.iter().enumerate().fold(0, |rank, (place, here)| {
        let smaller = order[place + 1..].iter().filter(|next| *next < here);
        rank * (order.len() - place) + smaller.count()
    })
}

#[test]
fn below_is_uniform() {
    for (n, limit) in [(4, LIMIT_3), (10, LIMIT_9), (100, LIMIT_99)] {
        let mut stream = stream("below");
        let counts = counts(n, || stream.below(n as u64) as usize);
        assert!(against_uniform(&counts) < limit, "below {n}: {counts:?}");
    }
}

#[test]
fn below_is_uniform_where_a_remainder_would_not_be() {
    // Of 2⁶⁴ numbers, the remainder by 3·2⁶² falls into the lowest third twice as often.
    let n = 3 << 62;
    let mut stream = stream("large");
    let counts = counts(4, || (stream.below(n) / (n / 4)) as usize);
    assert!(against_uniform(&counts) < LIMIT_3, "{counts:?}");
}

#[test]
fn below_is_distributed_as_rand() {
    let (mut ours, mut theirs) = (stream("ours"), ChaCha8Rng::seed_from_u64(1));
    let ours = counts(100, || ours.below(100) as usize);
    let theirs = counts(100, || theirs.random_range(0..100));
    assert!(against_sample(&ours, &theirs) < LIMIT_99);
}

#[test]
fn every_order_is_equally_likely() {
    let mut shuffle = stream("shuffle");
    let orders = counts(120, || rank(&shuffle.permutation(5)));
    assert!(against_uniform(&orders) < LIMIT_119, "{orders:?}");
}

#[test]
fn orders_are_distributed_as_rand() {
    let (mut ours, mut theirs) = (stream("orders"), ChaCha8Rng::seed_from_u64(2));
    let ours = counts(120, || rank(&ours.permutation(5)));
    let theirs = counts(120, || {
        let mut order = [0, 1, 2, 3, 4];
        order.shuffle(&mut theirs);
        rank(&order)
    });
    assert!(against_sample(&ours, &theirs) < LIMIT_119);
}

#[test]
fn selections_are_equally_likely() {
    // 2 of 5 in order: 20 pairs of different numbers, and 5 pairs that must not occur.
    let mut stream = stream("selection");
    let counts = counts(25, || {
        let pair = stream.k_of(5, 2);
        (pair[0] * 5 + pair[1]) as usize
    });
    let (repeated, distinct): (Vec<_>, Vec<_>) = (0..25).partition(|cell| cell % 6 == 0);
    assert!(repeated.iter().all(|&cell| counts[cell] == 0));
    let distinct: Vec<u64> = distinct.iter().map(|&cell| counts[cell]).collect();
    assert!(against_uniform(&distinct) < LIMIT_19, "{distinct:?}");
}

#[test]
fn weights_are_shares() {
    let mut stream = stream("weights");
    let counts = counts(5, || stream.weighted(&[1, 2, 0, 3, 4]).unwrap());
    assert_eq!(counts[2], 0);
    let counts = [counts[0], counts[1], counts[3], counts[4]];
    assert!(against_shares(&counts, &[0.1, 0.2, 0.3, 0.4]) < LIMIT_3);
}

#[test]
fn streams_of_neighbouring_seeds_are_unrelated() {
    // The first draw of 60,000 consecutive seeds, and of as many consecutive slots.
    let mut seed = 0;
    let seeds = counts(100, || {
        seed += 1;
        Seed::new(seed)
            .stream(&["bank", "item", "0", "a"])
            .below(100) as usize
    });
    assert!(against_uniform(&seeds) < LIMIT_99, "{seeds:?}");
    let mut slot = 0;
    let slots = counts(100, || {
        slot += 1;
        let slot = slot.to_string();
        Seed::new(1)
            .stream(&["bank", "item", &slot, "a"])
            .below(100) as usize
    });
    assert!(against_uniform(&slots) < LIMIT_99, "{slots:?}");
}

#[test]
fn nothing_to_draw_from() {
    let mut stream = stream("nothing");
    assert_eq!(stream.choose::<u8>(&[]), None);
    assert_eq!(stream.weighted(&[]), None);
    assert_eq!(stream.weighted(&[0, 0]), None);
    assert_eq!(stream.weighted(&[u64::MAX, 1]), None);
    assert_eq!(stream.weighted(&[0, u64::MAX]), Some(1));
    assert!(stream.k_of(0, 3).is_empty());
    assert!(stream.permutation(0).is_empty());
    assert_eq!(stream.clone().shuffled(0).next(), None);
    assert_eq!(stream.below(1), 0);
    let mut none: [u8; 0] = [];
    stream.shuffle(&mut none);
}

#[test]
fn an_order_of_everything_there_is() {
    let order = stream("huge").shuffled(u64::MAX);
    assert_eq!(order.size_hint().0, usize::MAX);
    let mut numbers: Vec<u64> = order.take(1_000).collect();
    assert!(numbers.iter().any(|&number| number > u64::MAX / 2));
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), 1_000);
}

#[test]
fn seeds_are_decimal_numbers() {
    for good in ["0", "7", "18446744073709551615"] {
        assert_eq!(good.parse::<Seed>().unwrap().to_string(), good);
    }
    for bad in [
        "",
        "-1",
        "+1",
        " 1",
        "1_000",
        "0x7",
        "18446744073709551616",
        "٣",
    ] {
        assert_eq!(bad.parse::<Seed>(), Err(SeedError), "{bad}");
    }
}

proptest! {
    #[test]
    fn the_three_ways_to_an_order_agree(seed in any::<u64>(), n in 0u32..200, k in 0usize..250) {
        let stream = Seed::new(seed).stream(&["order"]);
        let order: Vec<u64> = stream.clone().permutation(n).into_iter().map(u64::from).collect();
        let lazy: Vec<u64> = stream.clone().shuffled(n.into()).collect();
        prop_assert_eq!(&lazy, &order);
        let prefix = &order[..k.min(order.len())];
        prop_assert_eq!(stream.clone().shuffled(n.into()).take(k).collect::<Vec<_>>(), prefix);
        prop_assert_eq!(stream.clone().k_of(n.into(), k), prefix);
        let mut sorted = order.clone();
        sorted.sort_unstable();
        prop_assert_eq!(sorted, (0..u64::from(n)).collect::<Vec<_>>());
    }

    #[test]
    fn below_is_below(seed in any::<u64>(), n in 1u64..) {
        prop_assert!(Seed::new(seed).stream(&["below"]).below(n) < n);
    }

    #[test]
    fn a_prefix_of_a_path_is_another_stream(seed in any::<u64>(), parts in proptest::collection::vec("[ab]{0,2}", 1..5)) {
        let path: Vec<&str> = parts.iter().map(String::as_str).collect();
        let joined = path.concat();
        let first = |path: &[&str]| Seed::new(seed).stream(path).below(u64::MAX);
        prop_assert!(first(&path) != first(&path[1..]));
        prop_assert!(path.len() == 1 || first(&path) != first(&[&joined]));
    }
}
