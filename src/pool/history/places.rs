//! Finding by places, of which a large pool has millions.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

use crate::pool::history::Attempt;

/// The places of attempts by student and form. Who only looks at a pool rarely asks for them, so
/// they are gathered when somebody does.
#[derive(Debug, Clone, Default)]
pub struct Pairs(OnceLock<ByPlaces<(usize, usize), usize>>);

/// They say nothing that the attempts do not say.
impl PartialEq for Pairs {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Pairs {
    fn gathered(&self, attempts: &[Attempt]) -> &ByPlaces<(usize, usize), usize> {
        self.0.get_or_init(|| {
            let pairs = attempts.iter().map(|own| (own.student, own.form));
            pairs.zip(0..).collect()
        })
    }

    /// The place among `attempts` of that of a student on a form.
    pub fn find(&self, attempts: &[Attempt], student: usize, form: usize) -> Option<usize> {
        self.gathered(attempts).get(&(student, form)).copied()
    }

    /// Adds the attempt that comes behind `attempts`; returns the place of one of the same student
    /// on the same form.
    pub fn push(&mut self, attempts: &[Attempt], student: usize, form: usize) -> Option<usize> {
        self.gathered(attempts);
        let pairs = self.0.get_mut()?;
        pairs.insert((student, form), attempts.len())
    }
}

/// A map whose keys are places in lists. Nobody from outside chooses them, so their hash need not
/// withstand anybody, only be quick.
pub type ByPlaces<K, V> = HashMap<K, V, BuildHasherDefault<PlaceHasher>>;

/// Multiplies by an odd number near 2⁶⁴ divided by the golden ratio (Knuth, The Art of Computer
/// Programming 3, 6.4), and folds the upper half into the lower one.
#[derive(Debug, Clone, Copy, Default)]
pub struct PlaceHasher(u64);

impl Hasher for PlaceHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64((*byte).into()));
    }

    fn write_u64(&mut self, part: u64) {
        let mixed = u128::from(self.0 ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        // The two halves of the product.
        self.0 = (mixed as u64) ^ ((mixed >> 64) as u64).rotate_left(32);
    }

    fn write_usize(&mut self, part: usize) {
        self.write_u64(part as u64);
    }
}
