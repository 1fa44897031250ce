//! Finding by places, of which a large pool has millions.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

use crate::pool::history::Attempt;

/// The places of the attempts on a form, by the places of their students. Most runs ask for few
/// forms, so those of a form are gathered when somebody does.
#[derive(Debug, Clone, Default)]
pub struct ByStudent(OnceLock<ByPlaces<usize, usize>>);

/// It says nothing that the attempts do not say.
impl PartialEq for ByStudent {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for ByStudent {}

impl ByStudent {
    /// The place of the attempt of a student; `own` are the places, among all attempts, of those on
    /// the form.
    pub fn find(&self, student: usize, own: &[usize], all: &[Attempt]) -> Option<usize> {
        let known = self.0.get_or_init(|| {
            let students = own.iter().map(|at| all[*at].student);
            students.zip(own.iter().copied()).collect()
        });
        known.get(&student).copied()
    }

    /// Adds an attempt on the form.
    pub fn insert(&mut self, student: usize, at: usize) {
        if let Some(known) = self.0.get_mut() {
            known.insert(student, at);
        }
    }
}

/// A map whose keys are places in lists.
pub type ByPlaces<K, V> = HashMap<K, V, Quick>;

/// Hashing for what nobody from outside chooses: it need not withstand anybody, only be quick.
pub type Quick = BuildHasherDefault<QuickHasher>;

/// Multiplies by an odd number near 2⁶⁴ divided by the golden ratio (Knuth, The Art of Computer
/// Programming 3, 6.4), and folds the upper half into the lower one.
#[derive(Debug, Clone, Copy, Default)]
pub struct QuickHasher(u64);

impl Hasher for QuickHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for some in bytes.chunks(8) {
            let mut part = [0; 8];
            part[..some.len()].copy_from_slice(some);
            self.write_u64(u64::from_le_bytes(part));
        }
    }

    fn write_u64(&mut self, part: u64) {
        let mixed = u128::from(self.0 ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        // The two halves of the product.
        self.0 = (mixed as u64) ^ ((mixed >> 64) as u64).rotate_left(32);
    }

    fn write_u8(&mut self, part: u8) {
        self.write_u64(part.into());
    }

    fn write_u32(&mut self, part: u32) {
        self.write_u64(part.into());
    }

    fn write_usize(&mut self, part: usize) {
        self.write_u64(part as u64);
    }
}
