//! What an item brings to a form, and how far the forms of a block are from their target.

use std::ops::Range;

use crate::difficulty::response::ItemResponse;
use crate::form::arrange::key_of;
use crate::form::balance::Place;
use crate::form::set::PlacedItem;
use crate::instance::fingerprint::hash_values;
use crate::value::Value;

/// Abilities at which forms are compared, in logits from the cut.
const AROUND: [f64; 3] = [-1.0, 0.0, 1.0];
/// The place of the cut itself among them.
const CUT: usize = 1;

/// Forms this part of a tolerance from the target differ from each other by at most the tolerance.
const HALF: f64 = 0.5;
/// The tolerance of information, and of words.
const INFORMATION: f64 = 0.05;
const WORDS: f64 = 0.10;
/// A difference of so few words is never felt.
const UNFELT_WORDS: f64 = 15.0;
/// The share of a form's answers that may be known from another form.
const SEEN: f64 = 0.20;
/// So many places may have the same answer on two forms.
const SAME_ANSWERS: usize = 1;

/// What an item brings to a form.
#[derive(Debug, Clone, Copy)]
pub struct Load {
    /// Expected points around the cut.
    scores: [f64; AROUND.len()],
    information: f64,
    words: f64,
    /// The answer, if it can be recognised on another form.
    answer: Option<u64>,
    /// The answer, if it would be copied from the same place of another form.
    copied: Option<u64>,
    /// Options, and place of the key, where the letter of the key is not free.
    letter: Option<(usize, usize)>,
}

/// What every form should bring: what the first block brings on the average.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    theta: f64,
    scores: [f64; AROUND.len()],
    information: f64,
    words: f64,
    /// The green tolerance of expected scores: an eighth of the standard error of measurement.
    tolerance: f64,
}

fn response(item: &PlacedItem, points: u32) -> Option<ItemResponse> {
    item.response(points).ok()
}

impl Target {
    /// The average of the forms `block`, at the ability where they expect `share` of the points.
    pub fn of(places: &[Place<'_>], block: Range<usize>, share: f64) -> Self {
        let responses: Vec<ItemResponse> = places
            .iter()
            .flat_map(|place| {
                let items = place.items[block.clone()].iter();
                items.filter_map(|item| response(item, place.points))
            })
            .collect();
        let forms = block.len().max(1) as f64;
        let total =
            |of: &dyn Fn(&ItemResponse) -> f64| responses.iter().map(of).sum::<f64>() / forms;
        let points = |item: &ItemResponse| f64::from(item.points());
        let all = total(&points);
        // A cut of all points is never reached; half a point below stands for it.
        let wanted = (share * all).min(all - 0.5);
        let score = |theta: f64| total(&|item| points(item) * item.probability(theta));
        let (mut low, mut high) = (-8.0, 8.0);
        for _ in 0..60 {
            let middle = f64::midpoint(low, high);
            match score(middle) < wanted {
                true => low = middle,
                false => high = middle,
            }
        }
        let theta = f64::midpoint(low, high);
        let variance = total(&|item| {
            let p = item.probability(theta);
            points(item) * points(item) * p * (1.0 - p)
        });
        let words = places.iter().flat_map(|place| &place.items[block.clone()]);
        Self {
            theta,
            scores: AROUND.map(|away| score(theta + away)),
            information: total(&|item| item.information(theta)),
            words: words.map(|item| f64::from(item.words)).sum::<f64>() / forms,
            tolerance: libm::sqrt(variance) / 8.0,
        }
    }

    /// What `item` brings at `place`.
    pub fn load(&self, item: &PlacedItem, place: &Place<'_>) -> Load {
        let key = || item.item.keys.iter().map(|key| &key.value);
        let options = item.item.options.len();
        let numeric = key().all(|value| matches!(value, Value::Number(_)));
        let copied = numeric || (options > 0 && !place.is_free(item));
        let hash = hash_values(key());
        let at = |theta: f64| {
            response(item, place.points).map_or(0.0, |known| {
                f64::from(place.points) * known.probability(theta)
            })
        };
        Load {
            scores: AROUND.map(|away| at(self.theta + away)),
            information: response(item, place.points)
                .map_or(0.0, |known| known.information(self.theta)),
            words: f64::from(item.words),
            answer: (options == 0 || options > 2).then_some(hash),
            copied: copied.then_some(hash),
            letter: (options > 1 && !place.is_free(item))
                .then(|| (options, key_of(&item.item.options))),
        }
    }
}

/// The forms of a block: which of a place's items stands on which form.
pub struct Block<'a> {
    loads: &'a [Vec<Load>],
    target: &'a Target,
    forms: usize,
    /// For each place, the item on each form.
    orders: Vec<Vec<usize>>,
    /// In the first pass: the places that were dealt out.
    dealt: Vec<usize>,
}

impl<'a> Block<'a> {
    /// The block as it was dealt.
    pub fn new(loads: &'a [Vec<Load>], target: &'a Target) -> Self {
        let forms = loads.first().map_or(0, Vec::len);
        Self {
            loads,
            target,
            forms,
            orders: vec![(0..forms).collect(); loads.len()],
            dealt: Vec::new(),
        }
    }

    /// How many forms.
    pub fn forms(&self) -> usize {
        self.forms
    }

    /// How many places.
    pub fn places(&self) -> usize {
        self.loads.len()
    }

    /// For each place, which item stands on each form.
    pub fn orders(&self) -> &[Vec<usize>] {
        &self.orders
    }

    /// Puts the items back.
    pub fn restore(&mut self, orders: Vec<Vec<usize>>) {
        self.orders = orders;
    }

    /// Exchanges the items of two forms at a place.
    pub fn swap(&mut self, place: usize, a: usize, b: usize) {
        self.orders[place].swap(a, b);
    }

    fn on(&self, form: usize) -> impl Iterator<Item = &Load> {
        let places = self.loads.iter().zip(&self.orders);
        places.map(move |(loads, order)| &loads[order[form]])
    }

    fn score(&self, form: usize, around: usize) -> f64 {
        self.on(form).map(|load| load.scores[around]).sum()
    }

    fn range(&self, place: usize) -> f64 {
        let scores = || self.loads[place].iter().map(|load| load.scores[CUT]);
        scores().fold(f64::MIN, f64::max) - scores().fold(f64::MAX, f64::min)
    }

    /// The range of the widest place, in points at the cut.
    pub fn bound(&self) -> f64 {
        let ranges = (0..self.places()).map(|place| self.range(place));
        ranges.fold(0.0, f64::max)
    }

    /// The spread of the forms, in points at the cut.
    pub fn spread(&self) -> f64 {
        let scores = || (0..self.forms).map(|form| self.score(form, CUT));
        scores().fold(f64::MIN, f64::max) - scores().fold(f64::MAX, f64::min)
    }

    /// Whether the forms as `orders` has them are farther apart than the bound.
    pub fn is_beyond_bound(&mut self, orders: &[Vec<usize>]) -> bool {
        let now = std::mem::replace(&mut self.orders, orders.to_vec());
        let beyond = self.spread() > self.bound();
        self.orders = now;
        beyond
    }

    /// The places by range, the widest first.
    pub fn widest_first(&self) -> Vec<usize> {
        let mut places: Vec<usize> = (0..self.places()).collect();
        places.sort_by(|a, b| self.range(*b).total_cmp(&self.range(*a)).then(a.cmp(b)));
        places
    }

    /// Deals the items of `place` out again, the largest score to the form that has the least
    /// without it; in the `first` pass of all, the least of what was dealt out so far. Keeps the
    /// new order where the forms are no farther apart. Whether anything changed.
    pub fn deal_out(&mut self, place: usize, first: bool) -> bool {
        let without = |form: usize| -> f64 {
            let others = (0..self.places()).filter(|other| match first {
                true => self.dealt.contains(other),
                false => *other != place,
            });
            others
                .map(|other| self.loads[other][self.orders[other][form]].scores[CUT])
                .sum()
        };
        let sums: Vec<f64> = (0..self.forms).map(without).collect();
        let mut forms: Vec<usize> = (0..self.forms).collect();
        forms.sort_by(|a, b| sums[*a].total_cmp(&sums[*b]).then(a.cmp(b)));
        let mut items: Vec<usize> = (0..self.forms).collect();
        let score = |item: &usize| self.loads[place][*item].scores[CUT];
        items.sort_by(|a, b| score(b).total_cmp(&score(a)).then(a.cmp(b)));
        let mut order = vec![0; self.forms];
        forms
            .into_iter()
            .zip(items)
            .for_each(|(form, item)| order[form] = item);
        if order == self.orders[place] {
            self.dealt.push(place);
            return false;
        }
        let spread = self.spread();
        let old = std::mem::replace(&mut self.orders[place], order);
        if !first && self.spread() >= spread {
            self.orders[place] = old;
            return false;
        }
        self.dealt.push(place);
        true
    }

    /// Ends a pass.
    pub fn seal(&mut self) {
        self.dealt.clear();
    }

    /// Whether expected scores are farther from the target than they should be.
    pub fn is_uneven(&self) -> bool {
        (0..self.forms).any(|form| self.scores_off(form) > 0.0)
    }

    fn scores_off(&self, form: usize) -> f64 {
        let off = |around: usize| {
            let away = self.score(form, around) - self.target.scores[around];
            excess(away, HALF * self.target.tolerance)
        };
        (0..AROUND.len()).map(off).sum()
    }

    /// How far a form is outside of half the tolerances around the target; 0 inside.
    fn off(&self, form: usize) -> f64 {
        let sum = |of: fn(&Load) -> f64| self.on(form).map(of).sum::<f64>();
        let information = sum(|load| load.information) - self.target.information;
        let words = sum(|load| load.words) - self.target.words;
        let felt = (WORDS * self.target.words).max(UNFELT_WORDS);
        self.scores_off(form)
            + excess(information, HALF * INFORMATION * self.target.information)
            + excess(words, HALF * felt)
            + self.crowded(form)
    }

    /// How often a letter that cannot be chosen comes more than once over its share.
    fn crowded(&self, form: usize) -> f64 {
        let letters = || self.on(form).filter_map(|load| load.letter);
        let shares: f64 = letters().map(|(options, _)| 1.0 / options as f64).sum();
        let times = |place: usize| letters().filter(|(_, other)| *other == place).count() as f64;
        let over = |(_, place): (usize, usize)| (times(place) - shares - 1.0).max(0.0);
        letters().map(over).sum()
    }

    /// How much more two forms have in common than they should.
    fn shared(&self, a: usize, b: usize) -> f64 {
        let places = self.on(a).zip(self.on(b));
        let copied = places.filter(|(a, b)| a.copied.is_some() && a.copied == b.copied);
        let answers =
            |form: usize| -> Vec<u64> { self.on(form).filter_map(|load| load.answer).collect() };
        let (mine, other) = (answers(a), answers(b));
        let seen = |of: &[u64], on: &[u64]| of.iter().filter(|answer| on.contains(answer)).count();
        let seen = seen(&mine, &other).max(seen(&other, &mine)) as f64;
        let most = libm::floor(SEEN * mine.len() as f64 + 1e-9);
        (seen - most).max(0.0) + copied.count().saturating_sub(SAME_ANSWERS) as f64
    }

    /// How far the block is from what it should be; 0 when there is nothing to mend.
    pub fn cost(&self) -> f64 {
        let alone: f64 = (0..self.forms).map(|form| self.off(form)).sum();
        let pairs = (0..self.forms).flat_map(|a| (0..a).map(move |b| (a, b)));
        alone + pairs.map(|(a, b)| self.shared(a, b)).sum::<f64>()
    }

    /// The forms, the one that is farthest off first.
    pub fn worst_first(&self) -> Vec<usize> {
        let cost = |form: usize| -> f64 {
            let others = (0..self.forms).filter(|other| *other != form);
            self.off(form) + others.map(|other| self.shared(form, other)).sum::<f64>()
        };
        let costs: Vec<f64> = (0..self.forms).map(cost).collect();
        let mut forms: Vec<usize> = (0..self.forms).collect();
        forms.sort_by(|a, b| costs[*b].total_cmp(&costs[*a]).then(a.cmp(b)));
        forms
    }
}

/// How far `away` is beyond `allowed`, in units of what is allowed, squared.
fn excess(away: f64, allowed: f64) -> f64 {
    let beyond = (libm::fabs(away) / allowed.max(1e-9) - 1.0).max(0.0);
    beyond * beyond
}
