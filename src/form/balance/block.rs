//! The forms of a block: which item stands where, and how far the forms are from what they should
//! be.

use crate::form::balance::BLOCK;
use crate::form::balance::cost::{HALF, Sheet, in_common, off, scores_off};
use crate::form::balance::load::{CUT, Load, Target};

/// The forms of a block.
pub struct Block<'a> {
    /// For each place, what its items bring: those on forms, then the spares.
    loads: &'a [Vec<Load>],
    target: &'a Target,
    forms: usize,
    /// For each place, the item on each form; behind them the spares.
    orders: Vec<Vec<usize>>,
    /// For each place and item, the number of an answer that comes more than once.
    recurring: Vec<Vec<Option<usize>>>,
    /// How many answers come more than once.
    answers: usize,
    /// In the first pass of rearranging: the places that were dealt out.
    dealt: Vec<usize>,
    sheets: Vec<Sheet>,
    costs: Costs,
}

/// How far each form, and each pair of forms, is from what it should be.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Costs {
    /// Expected points at the cut.
    scores: [f64; BLOCK],
    alone: [f64; BLOCK],
    shared: [[f64; BLOCK]; BLOCK],
}

impl<'a> Block<'a> {
    /// The block of so many `forms` as it was dealt; what comes behind them in `loads` is spare.
    pub fn new(loads: &'a [Vec<Load>], target: &'a Target, forms: usize) -> Self {
        let mut all: Vec<u64> = loads.iter().flatten().filter_map(|l| l.answer).collect();
        all.sort_unstable();
        let mut twice: Vec<u64> = all
            .windows(2)
            .filter(|two| two[0] == two[1])
            .map(|two| two[0])
            .collect();
        twice.dedup();
        let number = |load: &Load| twice.binary_search(&load.answer?).ok();
        let mut block = Self {
            loads,
            target,
            forms: forms.min(BLOCK),
            orders: loads
                .iter()
                .map(|place| (0..place.len()).collect())
                .collect(),
            recurring: loads
                .iter()
                .map(|place| place.iter().map(number).collect())
                .collect(),
            answers: twice.len(),
            dealt: Vec::new(),
            sheets: vec![Sheet::default(); forms.min(BLOCK)],
            costs: Costs {
                scores: [0.0; BLOCK],
                alone: [0.0; BLOCK],
                shared: [[0.0; BLOCK]; BLOCK],
            },
        };
        block.weigh();
        block
    }

    /// How many forms.
    pub fn forms(&self) -> usize {
        self.forms
    }

    /// How many places.
    pub fn places(&self) -> usize {
        self.loads.len()
    }

    /// How many items a place has, on forms and spare.
    pub fn items(&self, place: usize) -> usize {
        self.loads[place].len()
    }

    /// The item of a place that stands on `form`; behind the forms the spares.
    pub fn item(&self, place: usize, form: usize) -> usize {
        self.orders[place][form]
    }

    /// For each place, which item stands on each form, and the spares.
    pub fn orders(&self) -> &[Vec<usize>] {
        &self.orders
    }

    /// Puts the items back.
    pub fn restore(&mut self, orders: Vec<Vec<usize>>) {
        self.orders = orders;
        self.weigh();
    }

    /// Exchanges the items of two forms at a place, or of a form and a spare.
    pub fn swap(&mut self, place: usize, a: usize, b: usize) {
        self.orders[place].swap(a, b);
        for form in [a, b] {
            if form < self.forms {
                self.read(form);
                self.weigh_alone(form);
            }
        }
        for form in [a, b] {
            if form < self.forms {
                self.weigh_pairs(form);
            }
        }
    }

    /// The cost and the spread as they would be after an exchange; none if nothing would change.
    pub fn after(&mut self, place: usize, a: usize, b: usize) -> Option<(f64, f64)> {
        let loads = &self.loads[place];
        if loads[self.item(place, a)] == loads[self.item(place, b)] {
            return None;
        }
        let costs = self.costs;
        self.swap(place, a, b);
        let after = (self.cost(), self.spread());
        self.orders[place].swap(a, b);
        self.costs = costs;
        for form in [a, b] {
            if form < self.forms {
                self.read(form);
            }
        }
        Some(after)
    }

    fn on(&self, form: usize) -> impl Iterator<Item = &Load> + Clone {
        let places = self.loads.iter().zip(&self.orders);
        places.map(move |(loads, order)| &loads[order[form]])
    }

    fn score(&self, form: usize) -> f64 {
        self.on(form).map(|load| load.scores[CUT]).sum()
    }

    fn range(&self, place: usize) -> f64 {
        let items = || self.orders[place][..self.forms].iter();
        let scores = || items().map(|item| self.loads[place][*item].scores[CUT]);
        scores().fold(f64::MIN, f64::max) - scores().fold(f64::MAX, f64::min)
    }

    /// The range of the widest place, in points at the cut.
    pub fn bound(&self) -> f64 {
        let ranges = (0..self.places()).map(|place| self.range(place));
        ranges.fold(0.0, f64::max)
    }

    /// The spread of the forms, in points at the cut.
    pub fn spread(&self) -> f64 {
        spread(&self.costs.scores[..self.forms])
    }

    /// A spread that costs nothing, in points at the cut.
    pub fn unfelt(&self) -> f64 {
        HALF * self.target.tolerance
    }

    /// The spread for the order of items as it stands, before it is weighed.
    fn spread_now(&self) -> f64 {
        let mut scores = [0.0; BLOCK];
        for (form, score) in scores.iter_mut().enumerate().take(self.forms) {
            *score = self.score(form);
        }
        spread(&scores[..self.forms])
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
        let mut items = self.orders[place][..self.forms].to_vec();
        let score = |item: &usize| self.loads[place][*item].scores[CUT];
        items.sort_by(|a, b| score(b).total_cmp(&score(a)).then(a.cmp(b)));
        let mut order = self.orders[place].clone();
        forms
            .into_iter()
            .zip(items)
            .for_each(|(form, item)| order[form] = item);
        if order == self.orders[place] {
            self.dealt.push(place);
            return false;
        }
        let spread = self.spread_now();
        let old = std::mem::replace(&mut self.orders[place], order);
        if !first && self.spread_now() >= spread {
            self.orders[place] = old;
            return false;
        }
        self.dealt.push(place);
        true
    }

    /// Ends a pass of rearranging.
    pub fn seal(&mut self) {
        self.dealt.clear();
        self.weigh();
    }

    /// Whether expected scores are farther from the target than they should be.
    pub fn is_uneven(&self) -> bool {
        (0..self.forms).any(|form| scores_off(self.on(form), self.target) > 0.0)
    }

    /// Takes down which answers stand on a form.
    fn read(&mut self, form: usize) {
        let mut sheet = std::mem::take(&mut self.sheets[form]);
        sheet.clear(self.answers);
        for (place, order) in self.orders.iter().enumerate() {
            let item = order[form];
            if self.loads[place][item].answer.is_some() {
                sheet.write(self.recurring[place][item]);
            }
        }
        self.sheets[form] = sheet;
    }

    fn weigh_alone(&mut self, form: usize) {
        self.costs.scores[form] = self.score(form);
        self.costs.alone[form] = off(self.on(form), self.target);
    }

    fn weigh_pairs(&mut self, form: usize) {
        for other in (0..self.forms).filter(|other| *other != form) {
            let (mine, theirs) = (&self.sheets[form], &self.sheets[other]);
            let shared = in_common(self.on(form), self.on(other)) + mine.seen(theirs);
            self.costs.shared[form][other] = shared;
            self.costs.shared[other][form] = shared;
        }
    }

    fn weigh(&mut self) {
        for form in 0..self.forms {
            self.read(form);
            self.weigh_alone(form);
        }
        for form in 0..self.forms {
            self.weigh_pairs(form);
        }
    }

    /// How far the block is from what it should be; 0 when there is nothing to mend.
    pub fn cost(&self) -> f64 {
        let pairs = self.costs.shared.iter().enumerate();
        let pairs = pairs.map(|(form, others)| others[..form].iter().sum::<f64>());
        self.costs.alone.iter().sum::<f64>() + pairs.sum::<f64>()
    }

    /// The forms, the one that is farthest off first.
    pub fn worst_first(&self) -> Vec<usize> {
        let cost =
            |form: usize| self.costs.alone[form] + self.costs.shared[form].iter().sum::<f64>();
        let mut forms: Vec<usize> = (0..self.forms).collect();
        forms.sort_by(|a, b| cost(*b).total_cmp(&cost(*a)).then(a.cmp(b)));
        forms
    }
}

fn spread(scores: &[f64]) -> f64 {
    let most = scores.iter().copied().fold(f64::MIN, f64::max);
    most - scores.iter().copied().fold(f64::MAX, f64::min)
}
