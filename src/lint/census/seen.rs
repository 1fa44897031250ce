//! What has been met before on a walk: values of a name, items, radicals.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};

use crate::instance::fingerprint::{Fingerprint, hash_values};
use crate::value::Value;

/// The values of a drawn name.
#[derive(Debug, Clone)]
pub(super) enum Seen {
    Nothing,
    Always(Value),
    Varying,
}

impl Seen {
    pub fn see(&mut self, value: &Value) {
        match self {
            Self::Nothing => *self = Self::Always(value.clone()),
            Self::Always(first) if !first.same(value) => *self = Self::Varying,
            _ => {}
        }
    }
}

/// Items by their fingerprints.
pub(super) type Fingerprints = HashSet<Fingerprint, BuildHasherDefault<AsItIs>>;

/// A fingerprint is a hash already.
#[derive(Debug, Default)]
pub(super) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u128(&mut self, bits: u128) {
        self.0 = bits as u64;
    }
}

/// The hash of the radicals that an item has; neighbours on a walk mostly share it.
#[derive(Debug, Default)]
pub(super) struct LastCell(Option<(Box<[Value]>, u64)>);

impl LastCell {
    pub fn hash(&mut self, radicals: &[Value]) -> u64 {
        match &self.0 {
            Some((last, hash)) if **last == *radicals => *hash,
            _ => {
                let hash = hash_values(radicals.iter());
                self.0 = Some((radicals.into(), hash));
                hash
            }
        }
    }
}
