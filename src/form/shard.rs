//! Shards: every n-th form of a set, made on its own; and the set joined again.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::form::set::{Form, FormSet};

/// Which part of a set this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shard {
    /// The shard's number, from 1.
    pub index: u32,
    /// How many shards there are.
    pub of: u32,
    /// How many forms the whole set has; none until it is made.
    #[serde(default)]
    pub forms: usize,
}

/// Why a text is no shard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShardError;

impl fmt::Display for ShardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a shard is written as 2/8: the second of eight")
    }
}

impl std::error::Error for ShardError {}

impl FromStr for Shard {
    type Err = ShardError;

    fn from_str(text: &str) -> Result<Self, ShardError> {
        let (index, of) = text.split_once('/').ok_or(ShardError)?;
        let number = |digits: &str| digits.parse::<u32>().map_err(|_| ShardError);
        let (index, of) = (number(index)?, number(of)?);
        let fits = (1..=of).contains(&index);
        fits.then_some(Self {
            index,
            of,
            forms: 0,
        })
        .ok_or(ShardError)
    }
}

/// Why shards are no whole set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Apart {
    /// Nothing to join, or a set that is no shard.
    NoShard,
    /// Shards of different sets.
    Strangers,
    /// A shard is missing or there twice; its number.
    Missing(u32),
    /// A form is missing or there twice.
    Forms,
}

impl fmt::Display for Apart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoShard => write!(f, "a folder holds no shard of a set"),
            Self::Strangers => write!(
                f,
                "the shards are not of one set: bank, blueprint, seed or number of forms differ"
            ),
            Self::Missing(index) => write!(f, "shard {index} is missing or there twice"),
            Self::Forms => write!(f, "the shards have not each form once"),
        }
    }
}

impl std::error::Error for Apart {}

impl FormSet {
    /// Only every n-th form of this set, marked as a shard.
    pub fn shard(mut self, shard: Shard) -> Self {
        let forms = self.forms.len();
        let (index, of) = (shard.index as usize, (shard.of as usize).max(1));
        let kept = self.forms.into_iter().skip(index - 1).step_by(of);
        self.forms = kept.collect();
        self.shard = Some(Shard { forms, ..shard });
        self
    }

    /// The set of which these are the shards.
    ///
    /// # Errors
    /// Shards that are not all of one set, each once.
    pub fn join(shards: Vec<Self>) -> Result<Self, Apart> {
        let first = shards.first().ok_or(Apart::NoShard)?;
        let of = first.shard.ok_or(Apart::NoShard)?;
        let bare = |set: &Self| Self {
            shard: None,
            forms: Vec::new(),
            ..set.clone()
        };
        let mut whole = bare(first);
        let mut found = vec![0_u32; of.of as usize];
        let mut forms: Vec<Form> = Vec::with_capacity(of.forms);
        for set in shards {
            let own = set.shard.ok_or(Apart::NoShard)?;
            if (own.of, own.forms) != (of.of, of.forms) || bare(&set) != whole {
                return Err(Apart::Strangers);
            }
            let count = found.get_mut(own.index.wrapping_sub(1) as usize);
            *count.ok_or(Apart::Strangers)? += 1;
            forms.extend(set.forms);
        }
        if let Some(gap) = found.iter().position(|times| *times != 1) {
            return Err(Apart::Missing(u32::try_from(gap + 1).unwrap_or(u32::MAX)));
        }
        forms.sort_by_key(|form| form.label);
        let each_once = forms
            .iter()
            .enumerate()
            .all(|(at, form)| form.label.index() as usize == at);
        if forms.len() != of.forms || !each_once {
            return Err(Apart::Forms);
        }
        whole.forms = forms;
        Ok(whole)
    }
}

#[cfg(test)]
mod tests {
    use super::{Shard, ShardError};

    #[test]
    fn shards_count_from_one() {
        let shard = "2/8".parse::<Shard>().unwrap();
        assert_eq!((shard.index, shard.of), (2, 8));
        for bad in ["0/4", "5/4", "1", "a/b", "1/0", "-1/2", "1/2/3"] {
            assert_eq!(bad.parse::<Shard>(), Err(ShardError), "{bad}");
        }
    }
}
