//! The order of dealing: equal keys far apart, and rows of tables like cards.

use std::collections::HashMap;

use crate::form::arrange::key_of;
use crate::form::pool::Candidate;
use crate::instance::fingerprint::hash_values;
use crate::instance::item::Item;
use crate::value::Value;

/// How often each row of a table has been dealt, by the hash of its place and content; and how
/// often the key had each rank among the options.
#[derive(Debug, Default)]
pub struct Dealt(HashMap<u64, usize>, HashMap<usize, usize>);

impl Dealt {
    fn uses(&self, candidate: &Candidate) -> usize {
        let uses = |row: &u64| self.0.get(row).copied().unwrap_or(0);
        candidate.rows.iter().map(uses).sum()
    }

    fn ranks(&self, rank: usize) -> usize {
        self.1.get(&rank).copied().unwrap_or(0)
    }

    fn count(&mut self, rank: usize, candidate: &Candidate) {
        *self.1.entry(rank).or_default() += 1;
        for row in &candidate.rows {
            *self.0.entry(*row).or_default() += 1;
        }
    }
}

/// The hashes of the rows among drawn values: a row is known by the name it was drawn for and its
/// content.
pub fn rows(draws: &[Value]) -> Box<[u64]> {
    let is_row = |value: &&Value| matches!(value, Value::Row(_));
    let mut found = Vec::new();
    for (place, value) in draws.iter().enumerate() {
        let elements = match value {
            Value::List(elements) => elements,
            one => std::slice::from_ref(one),
        };
        let place = Value::integer(i64::try_from(place).unwrap_or(i64::MAX));
        let hash = |row: &Value| hash_values([&place, row].into_iter());
        found.extend(elements.iter().filter(is_row).map(hash));
    }
    found.into()
}

/// Puts candidates in rounds: no key comes again before every other key that is left has come.
/// Among keys that have come equally often, the rows come first that were dealt least, and then
/// the ranks that the key had least.
pub fn spread(block: Vec<Candidate>, dealt: &mut Dealt) -> Vec<Candidate> {
    /// A candidate with the place of its key among the keys in the order in which they came, and
    /// its rank.
    struct Waiting(usize, usize, Candidate);
    let mut keys: HashMap<u64, usize> = HashMap::new();
    let mut waiting: Vec<Waiting> = block
        .into_iter()
        .map(|candidate| {
            let new = keys.len();
            let key = *keys.entry(candidate.key).or_insert(new);
            Waiting(key, candidate.rank, candidate)
        })
        .collect();
    let mut come = vec![0_usize; keys.len()];
    let mut ordered = Vec::with_capacity(waiting.len());
    while let Some(next) = (0..waiting.len()).min_by_key(|at| {
        let Waiting(key, rank, candidate) = &waiting[*at];
        let uses = (dealt.uses(candidate), dealt.ranks(*rank));
        (come[*key], uses, *key, *at)
    }) {
        let Waiting(key, rank, candidate) = waiting.remove(next);
        come[key] += 1;
        dealt.count(rank, &candidate);
        ordered.push(candidate);
    }
    ordered
}

/// What of an item with options should come evenly: where the key stands if its letter is not
/// `free`, else how many options are less than a number that is the key.
pub fn rank(item: &Item, free: bool) -> usize {
    if !free {
        return key_of(&item.options);
    }
    let key = item.keys.first().map(|key| &key.value);
    let Some(key) = key.filter(|key| matches!(key, Value::Number(_))) else {
        return 0;
    };
    let less = item.options.iter().filter(|option| {
        let order = option.value.compare(key);
        order.is_some_and(std::cmp::Ordering::is_lt)
    });
    less.count()
}
