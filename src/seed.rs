//! The only source of chance.
//!
//! A [`Seed`] is a number that a teacher can write down. Every decision drawn from it has a
//! [`Stream`] of its own, keyed by the names of what is decided, so a decision added or edited
//! leaves all others as they were. The generator is ChaCha with 8 rounds (D. J. Bernstein, 2008);
//! of it only `next_u64` is used, because the range and shuffle algorithms of libraries change
//! between releases, and a seed must give the same form for years.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use sha2::{Digest, Sha256};

/// The name of the algorithms in this file. It is part of every stream's key and stands in every
/// form set; an algorithm is never changed, only joined by another one under another name.
pub const ALGORITHM: &str = "isoform1";

/// The number that determines every draw of a form set: 0 to 2⁶⁴ − 1, written in decimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seed(u64);

impl Seed {
    /// The seed with this number.
    pub const fn new(number: u64) -> Self {
        Self(number)
    }

    /// The number of this seed.
    pub const fn number(self) -> u64 {
        self.0
    }

    /// The stream of one decision, named by `path`: bank id, item id, slot, name.
    ///
    /// The key is the SHA-256 of [`ALGORITHM`], the seed and the parts of the path, each preceded
    /// by its length in bytes (8 bytes, little endian), so no two paths run together.
    pub fn stream(self, path: &[&str]) -> Stream {
        let mut hash = Sha256::new();
        let seed = self.to_string();
        for part in [ALGORITHM, &seed].iter().chain(path) {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part.as_bytes());
        }
        Stream(ChaCha8Rng::from_seed(hash.finalize().into()))
    }
}

impl fmt::Display for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Why a text is not a seed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeedError;

impl fmt::Display for SeedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a seed is a whole number from 0 to {}", u64::MAX)
    }
}

impl std::error::Error for SeedError {}

impl FromStr for Seed {
    type Err = SeedError;

    fn from_str(text: &str) -> Result<Self, SeedError> {
        // The standard parser also takes a sign, which is no part of a seed.
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(SeedError);
        }
        text.parse().map(Self).map_err(|_| SeedError)
    }
}

/// An endless sequence of draws, the same for the same seed and path on every platform.
#[derive(Debug, Clone)]
pub struct Stream(ChaCha8Rng);

impl Stream {
    /// A whole number from 0 to `n` − 1, each equally likely (D. Lemire, "Fast random integer
    /// generation in an interval", 2019, with all 64 bits).
    ///
    /// `n` must not be 0: there is no such number. A release build answers 0 without drawing.
    pub fn below(&mut self, n: u64) -> u64 {
        debug_assert!(n > 0, "no whole number is below 0");
        if n == 0 {
            return 0;
        }
        // 2⁶⁴ mod n: so many low halves would give some results once more than others.
        let surplus = (u64::MAX % n + 1) % n;
        loop {
            let product = u128::from(self.0.next_u64()) * u128::from(n);
            if product as u64 >= surplus {
                return (product >> 64) as u64;
            }
        }
    }

    /// One of the elements, each equally likely; none if there are none.
    pub fn choose<'a, T>(&mut self, elements: &'a [T]) -> Option<&'a T> {
        match elements {
            [] => None,
            _ => elements.get(self.below(elements.len() as u64) as usize),
        }
    }

    /// Puts the elements into a new order, each order equally likely (R. Durstenfeld, 1964, from
    /// the front: place i takes one of the elements from i on).
    pub fn shuffle<T>(&mut self, elements: &mut [T]) {
        for place in 0..elements.len() {
            let left = elements.len() - place;
            elements.swap(place, place + self.below(left as u64) as usize);
        }
    }

    /// The numbers 0 to `n` − 1 in a random order, each order equally likely.
    pub fn permutation(&mut self, n: u32) -> Vec<u32> {
        let mut order: Vec<u32> = (0..n).collect();
        self.shuffle(&mut order);
        order
    }

    /// The place of one of the weights, each as likely as its share of their sum. None if the sum
    /// is 0 or does not fit in 64 bits.
    pub fn weighted(&mut self, weights: &[u64]) -> Option<usize> {
        let sum = weights
            .iter()
            .try_fold(0u64, |sum, &weight| sum.checked_add(weight))
            .filter(|&sum| sum > 0)?;
        let mut left = self.below(sum);
        weights.iter().position(|&weight| {
            let here = left < weight;
            left = left.saturating_sub(weight);
            here
        })
    }

    /// `k` different numbers from 0 to `n` − 1 in a random order, each selection equally likely;
    /// all `n` of them if `k` is larger.
    pub fn k_of(&mut self, n: u64, k: usize) -> Vec<u64> {
        let mut order = SparseOrder::new(n);
        (0..k).map_while(|_| order.next(self)).collect()
    }

    /// The numbers 0 to `n` − 1 in a random order, one at a time: the first k cost time and memory
    /// for k, however large `n` is, and are the same however many are taken.
    ///
    /// The stream is used up: how many numbers were taken must not touch a later draw.
    pub fn shuffled(self, n: u64) -> Shuffled {
        Shuffled {
            stream: self,
            order: SparseOrder::new(n),
        }
    }
}

/// A random order of 0 to n − 1, drawn as it is read; made by [`Stream::shuffled`].
#[derive(Debug, Clone)]
pub struct Shuffled {
    stream: Stream,
    order: SparseOrder,
}

impl Iterator for Shuffled {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        self.order.next(&mut self.stream)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = usize::try_from(self.order.n - self.order.place);
        (left.unwrap_or(usize::MAX), left.ok())
    }
}

/// [`Stream::shuffle`] of 0 to n − 1 that keeps only the elements which are not at their own place.
#[derive(Debug, Clone)]
struct SparseOrder {
    n: u64,
    place: u64,
    moved: HashMap<u64, u64>,
}

impl SparseOrder {
    fn new(n: u64) -> Self {
        Self {
            n,
            place: 0,
            moved: HashMap::new(),
        }
    }

    fn next(&mut self, stream: &mut Stream) -> Option<u64> {
        if self.place == self.n {
            return None;
        }
        let from = self.place + stream.below(self.n - self.place);
        let here = self.moved.remove(&self.place).unwrap_or(self.place);
        let drawn = match from == self.place {
            true => here,
            false => self.moved.insert(from, here).unwrap_or(from),
        };
        self.place += 1;
        Some(drawn)
    }
}

#[cfg(test)]
mod tests {
    //! Golden vectors. They were computed in another language, from the block function of
    //! RFC 8439 with 8 rounds (checked at 20 rounds against its section 2.3.2) and the algorithms
    //! as their authors describe them. They may never change.

    use super::*;

    fn stream() -> Stream {
        Seed(7).stream(&["fractions", "add", "0", "a"])
    }

    fn first(seed: u64, path: &[&str]) -> u64 {
        Seed(seed).stream(path).0.next_u64()
    }

    #[test]
    fn bits() {
        let mut stream = stream();
        let bits: Vec<u64> = (0..10).map(|_| stream.0.next_u64()).collect();
        assert_eq!(bits[0], 0xdbea_76c4_a966_93f0);
        assert_eq!(bits[1], 0x10bd_faa7_1c86_b5fc);
        assert_eq!(bits[2], 0xa72c_917d_97a2_a963);
        assert_eq!(bits[3], 0x90a8_1481_2ff4_7d4d);
        assert_eq!(bits[9], 0x2059_3891_c803_76cc, "the second block");
    }

    #[test]
    fn keys() {
        assert_eq!(first(u64::MAX, &[]), 0x5733_ade5_8c40_c837);
        assert_eq!(first(0, &["ab", "c"]), 0xfe2d_7c38_efd8_d0ab);
        assert_eq!(first(0, &["a", "bc"]), 0x4001_4039_b5cb_3521);
        assert_eq!(first(0, &["é"]), 0xa1f2_ddcc_e078_fb5b);
    }

    #[test]
    fn numbers() {
        let mut small = stream();
        let drawn: Vec<u64> = (0..20).map(|_| small.below(10)).collect();
        let expected = [8, 0, 6, 5, 1, 0, 5, 7, 6, 1, 9, 3, 6, 5, 2, 1, 9, 6, 6, 7];
        assert_eq!(drawn, expected);
        // Of this range almost every second draw is rejected.
        let mut large = stream();
        let drawn = [(); 4].map(|()| large.below((1 << 63) + 1));
        let expected = [
            7_923_304_412_942_125_560,
            1_016_126_188_851_148_623,
            4_916_813_758_741_144_682,
            6_427_635_864_523_575_366,
        ];
        assert_eq!(drawn, expected);
    }

    #[test]
    fn orders() {
        let expected = [10, 1, 8, 2, 4, 5, 9, 0, 7, 6, 11, 3];
        assert_eq!(stream().permutation(12), expected);
        let expected = [
            859_046_385_777,
            65_398_851_203,
            653_023_808_634,
            565_064_698_735,
            110_168_622_150,
            69_201_845_824,
            533_082_015_896,
            768_911_580_826,
        ];
        assert_eq!(stream().k_of(1_000_000_000_000, 8), expected);
    }

    #[test]
    fn weights() {
        let mut stream = stream();
        let drawn: Vec<_> = (0..20).map(|_| stream.weighted(&[1, 0, 3, 2])).collect();
        let expected = [3, 0, 2, 2, 0, 0, 2, 3, 3, 0, 3, 2, 2, 2, 2, 0, 3, 2, 3, 3];
        assert_eq!(drawn, expected.map(Some));
    }
}
