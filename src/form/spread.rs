//! The order of dealing: equal keys far apart, and rows of tables like cards.

use std::collections::HashMap;

use crate::form::pool::Candidate;
use crate::instance::fingerprint::hash_values;
use crate::value::Value;

/// How often each row of a table has been dealt, by the hash of its place and content.
#[derive(Debug, Default)]
pub struct Dealt(HashMap<u64, usize>);

impl Dealt {
    fn uses(&self, candidate: &Candidate) -> usize {
        let uses = |row: &u64| self.0.get(row).copied().unwrap_or(0);
        candidate.rows.iter().map(uses).sum()
    }

    fn count(&mut self, candidate: &Candidate) {
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
/// Among keys that have come equally often, the rows come first that were dealt least.
pub fn spread(block: Vec<Candidate>, dealt: &mut Dealt) -> Vec<Candidate> {
    /// A candidate with the place of its key among the keys in the order in which they came.
    struct Waiting(usize, Candidate);
    let mut keys: HashMap<u64, usize> = HashMap::new();
    let mut waiting: Vec<Waiting> = block
        .into_iter()
        .map(|candidate| {
            let new = keys.len();
            Waiting(*keys.entry(candidate.key).or_insert(new), candidate)
        })
        .collect();
    let mut come = vec![0_usize; keys.len()];
    let mut ordered = Vec::with_capacity(waiting.len());
    while let Some(next) = (0..waiting.len()).min_by_key(|at| {
        let Waiting(key, candidate) = &waiting[*at];
        (come[*key], dealt.uses(candidate), *key, *at)
    }) {
        let Waiting(key, candidate) = waiting.remove(next);
        come[key] += 1;
        dealt.count(&candidate);
        ordered.push(candidate);
    }
    ordered
}
