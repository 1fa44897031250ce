//! What a student who has seen one form knows of another.

use serde::Serialize;

use crate::parity::facts::FormFacts;
use crate::parity::finding::{Finding, Statistic, Worst};

/// All pairs are compared while that takes at most so many looks at an item.
const AFFORDABLE_LOOKS: usize = 2_000_000;
/// Beyond that, each form is compared with so many forms after it.
const NEIGHBOURS: usize = 8;

/// Which pairs of forms were compared for repeated answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// Pairs compared.
    pub pairs: usize,
    /// Pairs there are.
    pub of: usize,
}

/// Findings on overlap, and how many pairs they rest on. Shared instances are
/// always looked for over the whole set.
pub fn findings(forms: &[FormFacts]) -> (Vec<Finding>, Coverage) {
    let traces: Vec<Trace> = forms.iter().map(Trace::of).collect();
    let pairs = pairs(forms);
    let coverage = Coverage {
        pairs: pairs.len(),
        of: forms.len() * forms.len().saturating_sub(1) / 2,
    };
    let mut letters = Most::default();
    let mut numbers = Most::default();
    let mut seen = Most::default();
    for (a, b) in pairs {
        letters.see(traces[a].same_letters(&traces[b]), a, b);
        numbers.see(traces[a].same_numbers(&traces[b]), a, b);
        seen.see(traces[a].share_seen_of(&traces[b]), a, b);
        seen.see(traces[b].share_seen_of(&traces[a]), b, a);
    }
    let mut found = vec![shared_instances(forms)];
    found.push(numbers.finding(Statistic::SameNumber, (1.0, Some(2.0))));
    found.push(seen.finding(Statistic::AnswersSeen, seen_tolerance(&traces)));
    if let Some(tolerance) = forms
        .first()
        .and_then(|form| letter_tolerance(form, coverage))
    {
        found.push(letters.finding(Statistic::SameLetter, tolerance));
    }
    (found, coverage)
}

/// Every pair where that is affordable; else each form with its next eight and
/// with those 16, 32, 64 … further on: forms handed out near one another, and
/// a fixed spread of the rest.
fn pairs(forms: &[FormFacts]) -> Vec<(usize, usize)> {
    let k = forms.len();
    let slots = forms.iter().map(|form| form.slots.len()).max().unwrap_or(0);
    let looks = k.saturating_mul(k) / 2;
    let distances: Vec<usize> = if looks.saturating_mul(slots) <= AFFORDABLE_LOOKS {
        (1..k).collect()
    } else {
        let far = std::iter::successors(Some(2 * NEIGHBOURS), |d| d.checked_mul(2));
        (1..=NEIGHBOURS).chain(far.take_while(|d| *d < k)).collect()
    };
    let from = |a: usize| distances.iter().map(move |d| (a, a + d));
    (0..k).flat_map(from).filter(|(_, b)| *b < k).collect()
}

/// n/m + 2·sqrt(n/m·(1 − 1/m)) for one pair; for mixed numbers of options the
/// sums of 1/m and 1/m·(1 − 1/m). Green up to there. Of many pairs the worst
/// lies farther out by chance alone: red begins at sqrt(2 ln P) standard
/// deviations for P pairs, which is more than 2 from P = 8 on.
fn letter_tolerance(form: &FormFacts, coverage: Coverage) -> Option<(f64, Option<f64>)> {
    let (mut expected, mut variance) = (0.0, 0.0);
    for options in form.slots.iter().filter_map(|slot| slot.options) {
        let chance = 1.0 / f64::from(options.count());
        expected += chance;
        variance += chance * (1.0 - chance);
    }
    let reach = libm::sqrt(2.0 * libm::log(coverage.pairs.max(1) as f64)).max(2.0);
    let sd = libm::sqrt(variance);
    (expected > 0.0).then_some((expected + 2.0 * sd, Some(expected + reach * sd)))
}

/// A fifth of the answers, and two fifths; but one answer of a short form is no more than one
/// answer, so one is always green and a second one amber.
fn seen_tolerance(traces: &[Trace]) -> (f64, Option<f64>) {
    let fewest = traces.iter().map(|trace| trace.answers.len()).min();
    let one = 1.0 / fewest.unwrap_or(0).max(1) as f64;
    (one.max(0.20), Some((2.0 * one).max(0.40)))
}

/// The largest value over pairs.
#[derive(Default)]
struct Most {
    value: f64,
    pair: Option<Worst>,
}

impl Most {
    fn see(&mut self, value: f64, a: usize, b: usize) {
        if value > self.value {
            self.value = value;
            self.pair = Some(Worst::Pair(a, b));
        }
    }

    fn finding(&self, statistic: Statistic, tolerance: (f64, Option<f64>)) -> Finding {
        Finding::new(statistic, self.value, tolerance, self.pair)
    }
}

/// What of a form can be recognised elsewhere, packed for fast comparison.
struct Trace {
    /// Options and position of the key, place by place.
    letters: Vec<Option<(u8, u8)>>,
    /// Numeric keys, place by place.
    numbers: Vec<Option<u64>>,
    /// All keys, sorted. Items of two options are left out: half of their
    /// answers repeat by nature.
    answers: Vec<u64>,
}

impl Trace {
    fn of(form: &FormFacts) -> Self {
        let slots = &form.slots;
        let open = |count: u8| count > 2;
        let mut answers: Vec<u64> = slots
            .iter()
            .filter(|slot| slot.options.is_none_or(|options| open(options.count())))
            .map(|slot| slot.key)
            .collect();
        answers.sort_unstable();
        Self {
            letters: slots
                .iter()
                .map(|slot| slot.options.map(|key| (key.count(), key.position())))
                .collect(),
            numbers: slots
                .iter()
                .map(|slot| slot.key_is_number.then_some(slot.key))
                .collect(),
            answers,
        }
    }

    fn same_letters(&self, other: &Self) -> f64 {
        same(&self.letters, &other.letters)
    }

    fn same_numbers(&self, other: &Self) -> f64 {
        same(&self.numbers, &other.numbers)
    }

    /// Share of `other`'s answers that stand anywhere on this form.
    fn share_seen_of(&self, other: &Self) -> f64 {
        if other.answers.is_empty() {
            return 0.0;
        }
        let mut mine = self.answers.iter().peekable();
        let seen = other.answers.iter().filter(|answer| {
            while mine.next_if(|next| next < answer).is_some() {}
            mine.peek() == Some(answer)
        });
        seen.count() as f64 / other.answers.len() as f64
    }
}

fn same<T: PartialEq>(a: &[Option<T>], b: &[Option<T>]) -> f64 {
    let places = a.iter().zip(b);
    places.filter(|(a, b)| a.is_some() && a == b).count() as f64
}

/// Uses of an instance beyond its first, on the same form or another.
fn shared_instances(forms: &[FormFacts]) -> Finding {
    let mut uses: Vec<(u128, usize)> = Vec::new();
    for (k, form) in forms.iter().enumerate() {
        uses.extend(form.slots.iter().map(|slot| (slot.fingerprint, k)));
    }
    uses.sort_unstable();
    let mut repeats = uses.windows(2).filter(|two| two[0].0 == two[1].0);
    let first = repeats
        .clone()
        .next()
        .map(|two| match (two[0].1, two[1].1) {
            (a, b) if a == b => Worst::Form(a),
            (a, b) => Worst::Pair(a, b),
        });
    let count = repeats.by_ref().count() as f64;
    Finding::new(Statistic::SharedInstances, count, (0.0, Some(0.0)), first)
}
