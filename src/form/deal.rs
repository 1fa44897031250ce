//! Dealing: the items of one model's places, form by form, each item once.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;

use crate::form::balance;
use crate::form::cell::{self, CellSize};
use crate::form::mixture::{Fault, Mixture};
use crate::form::onward::SlotTarget;
use crate::form::pool::Candidate;
use crate::form::spread::{Dealt as Rows, spread};
use crate::form::window::Window;
use crate::instance::fingerprint::{Fingerprint, hash_values};
use crate::instance::item::ItemFault;
use crate::seed::Seed;
use crate::value::Value;

/// So many candidates decide cells, windows and the reference.
const FIRST: usize = 512;

/// A space that is sampled is taken to hold this many items.
const VAST: usize = 1_000_000;

/// So many items at a time are put in an order in which equal keys are far apart.
const BLOCK: usize = 256;

/// From so many on, items that are left are not counted.
pub const MANY: usize = 1_000;

/// For every item wanted in a window, so many candidates are looked at.
const PATIENCE: usize = 64;

/// What was dealt to one model's places.
pub struct Dealt {
    /// For each place, the candidates in the order of the forms.
    pub places: Vec<Vec<Arc<Candidate>>>,
    /// For each place, how many of the first candidates come for the first time.
    pub own: Vec<usize>,
    /// For each place, how far its difficulty is spread over the model's cell.
    pub spreads: Vec<f64>,
    /// For each place, the window, and the radicals of its cell.
    pub windows: Vec<(Window, Box<[Value]>)>,
    /// For each place, how many more forms it could serve, up to [`MANY`].
    pub left: Vec<usize>,
    /// The weighted sum of features of the model's median item.
    pub reference: f64,
}

/// Why a model could not be dealt.
pub enum DealError {
    /// A draw of one of the variants failed, by its place.
    Item(usize, ItemFault),
    /// No item at all of one of the variants, by its place.
    Nothing(usize),
    /// Fewer items than forms.
    TooFew {
        /// The place, counted among the model's own.
        occurrence: usize,
        /// How many forms it can serve.
        forms: usize,
        /// How many different items there are in its cell.
        items: usize,
        /// How many different items the model has in all.
        in_all: usize,
        /// How many places share the cell.
        sharing: usize,
    },
}

impl From<Fault> for DealError {
    fn from((variant, fault): Fault) -> Self {
        Self::Item(variant, fault)
    }
}

/// How a model is to be dealt.
#[derive(Debug, Clone, Copy)]
pub struct Deal<'a> {
    /// The seed.
    pub seed: Seed,
    /// The bank's id.
    pub bank: &'a str,
    /// The model's id.
    pub model: &'a str,
    /// How many places it has on a form.
    pub slots: usize,
    /// How many forms.
    pub forms: usize,
    /// How fast the probability of a right answer falls with difficulty, at the mastery cut; none
    /// if items are dealt as they are drawn.
    pub steepness: Option<f64>,
    /// Whether an item may come again on a later form when there are not enough.
    pub repeats: bool,
    /// Items that may not be dealt.
    pub taken: &'a HashSet<Fingerprint>,
    /// What the places must keep to; without any they get a cell and a window of their own.
    pub targets: &'a [&'a SlotTarget],
}

impl Deal<'_> {
    /// Deals `pool`. The items of the first forms do not depend on how many forms there are.
    pub fn run(&self, pool: &mut Mixture<'_>) -> Result<Dealt, DealError> {
        let mut first = Vec::new();
        while first.len() < FIRST
            && let Some(candidate) = pool.next()?
        {
            first.push(candidate);
        }
        let reference = median(first.iter().map(|candidate| candidate.measure.weighted));
        if let Some(variant) = pool.barren() {
            return Err(DealError::Nothing(variant));
        }
        let Some(reference) = reference else {
            return Err(DealError::Nothing(0));
        };
        let drawn = first.len();
        let total = if first.len() < FIRST {
            first.len()
        } else {
            pool.listed().unwrap_or(VAST)
        };
        first.retain(|candidate| self.is_free(candidate));
        let mut tables: HashMap<u64, Table> = HashMap::new();
        let cells = match self.targets.first() {
            Some(_) => self.kept(&mut tables),
            None => {
                let total = total.saturating_sub(self.taken.len().min(drawn - first.len()));
                self.chosen(&first, total, &mut tables)
            }
        };
        let reference = self
            .targets
            .first()
            .map_or(reference, |kept| kept.reference);
        for candidate in first {
            self.offer(candidate, &mut tables);
        }
        self.fill(pool, &mut tables)?;
        self.places(&cells, &tables, pool, reference)
    }

    fn is_free(&self, candidate: &Candidate) -> bool {
        !self.taken.contains(&candidate.item.fingerprint)
    }

    fn offer(&self, candidate: Candidate, tables: &mut HashMap<u64, Table>) {
        if self.is_free(&candidate)
            && let Some(table) = tables.get_mut(&candidate.cell)
        {
            table.add(candidate);
        }
    }

    /// Cells drawn by the seed among those of the first candidates, each with a window of its own.
    fn chosen(
        &self,
        first: &[Candidate],
        total: usize,
        tables: &mut HashMap<u64, Table>,
    ) -> Vec<u64> {
        let sizes: Vec<CellSize> = cell::sizes(first, total);
        let path = [self.bank, self.model, "cell"];
        let cells = cell::choose(&sizes, self.slots, self.forms, self.seed, &path);
        for cell in &cells {
            let table = tables.entry(*cell);
            let window = || {
                self.steepness.map_or(Window::ALL, |steepness| {
                    Window::of(&members(*cell, first), steepness)
                })
            };
            table.or_insert_with(|| Table::new(window())).sharing += 1;
        }
        cells
    }

    /// The cells and windows of forms made before.
    fn kept(&self, tables: &mut HashMap<u64, Table>) -> Vec<u64> {
        let targets = self.targets.iter().cycle().take(self.slots);
        targets
            .map(|target| {
                let cell = hash_values(target.radicals.iter());
                let table = tables.entry(cell);
                let table = table.or_insert_with(|| Table::new(target.window()));
                table.sharing += 1;
                cell
            })
            .collect()
    }

    /// Draws on until every table can serve its places, or there is nothing more. Goes block by
    /// block, so that the first blocks are the same however many follow.
    fn fill(
        &self,
        pool: &mut Mixture<'_>,
        tables: &mut HashMap<u64, Table>,
    ) -> Result<(), DealError> {
        let wanted = self.with_spares();
        let blocks = |table: &Table| (wanted * table.sharing).div_ceil(BLOCK);
        let most = tables.values().map(blocks).max().unwrap_or(0);
        for block in 1..=most {
            let lacks = |table: &Table| table.inside.len() < block.min(blocks(table)) * BLOCK;
            let mut patience = PATIENCE * BLOCK * self.slots;
            while patience > 0 && tables.values().any(lacks) {
                patience -= 1;
                let Some(candidate) = pool.next()? else { break };
                self.offer(candidate, tables);
            }
            if tables.values().any(lacks) {
                break;
            }
        }
        tables.values_mut().for_each(Table::settle);
        let serves = |table: &Table| table.ordered.len() >= wanted * table.sharing;
        if !tables.values().all(serves) {
            for candidate in pool.rest(self.seed, self.bank)? {
                self.offer(candidate, tables);
            }
            tables.values_mut().for_each(Table::settle);
        }
        Ok(())
    }

    /// The number of forms, rounded up to whole blocks of those that are balanced together.
    fn whole_blocks(&self) -> usize {
        self.forms.next_multiple_of(balance::BLOCK)
    }

    /// One block more, of which the last block that is asked for may take items.
    fn with_spares(&self) -> usize {
        self.whole_blocks() + balance::BLOCK
    }

    fn places(
        &self,
        cells: &[u64],
        tables: &HashMap<u64, Table>,
        pool: &mut Mixture<'_>,
        reference: f64,
    ) -> Result<Dealt, DealError> {
        let mut dealt = Dealt {
            places: Vec::new(),
            own: Vec::new(),
            spreads: Vec::new(),
            windows: Vec::new(),
            left: Vec::new(),
            reference,
        };
        for (occurrence, cell) in cells.iter().enumerate() {
            let Some(table) = tables.get(cell) else {
                continue;
            };
            let (items, sharing) = (table.ordered.len(), table.sharing);
            let forms = items / sharing;
            if items == 0 || (forms < self.forms && !self.repeats) {
                let in_all = pool.count_all()?;
                return Err(DealError::TooFew {
                    occurrence,
                    forms,
                    items,
                    in_all,
                    sharing,
                });
            }
            let user = cells[..occurrence]
                .iter()
                .filter(|other| *other == cell)
                .count();
            dealt.spreads.push(table.spread);
            let radicals = table.ordered.first().map(|one| one.item.radicals.clone());
            dealt
                .windows
                .push((table.window, radicals.unwrap_or_default()));
            let known = pool.listed().is_some() || forms < self.with_spares();
            let left = if known {
                forms.saturating_sub(self.forms)
            } else {
                MANY
            };
            dealt.left.push(left);
            // A repeated item comes for the forms asked for only.
            let dealing = forms.min(self.with_spares()).max(self.forms);
            dealt.own.push(forms.min(dealing));
            dealt.places.push(table.deal(user, dealing));
        }
        Ok(dealt)
    }
}

/// The candidates of one cell.
struct Table {
    window: Window,
    /// How many places it serves.
    sharing: usize,
    /// Those in the window that are not yet in order.
    inside: Vec<Candidate>,
    /// The others.
    outside: Vec<Candidate>,
    /// Which rows of tables stand in that order.
    rows: Rows,
    /// The order of dealing.
    ordered: Vec<Arc<Candidate>>,
    /// The range of the weighted features within the window.
    spread: f64,
}

impl Table {
    fn new(window: Window) -> Self {
        Self {
            window,
            sharing: 0,
            inside: Vec::new(),
            outside: Vec::new(),
            rows: Rows::default(),
            ordered: Vec::new(),
            spread: 0.0,
        }
    }

    fn add(&mut self, candidate: Candidate) {
        if self.window.distance(&candidate) > 0.0 {
            self.outside.push(candidate);
        } else {
            self.inside.push(candidate);
        }
    }

    /// Puts what was drawn in the order of dealing: the window's items with equal keys far apart,
    /// then the others from near to far. What was in order before stays there.
    fn settle(&mut self) {
        let sums = || {
            self.inside
                .iter()
                .map(|candidate| candidate.measure.weighted)
        };
        let (low, high) = (
            sums().fold(f64::MAX, f64::min),
            sums().fold(f64::MIN, f64::max),
        );
        self.spread = self.spread.max(high - low);
        let mut inside = VecDeque::from(std::mem::take(&mut self.inside));
        while !inside.is_empty() {
            let block: Vec<Candidate> = inside.drain(..BLOCK.min(inside.len())).collect();
            let block = spread(block, &mut self.rows);
            self.ordered.extend(block.into_iter().map(Arc::new));
        }
        let window = self.window;
        let mut outside = std::mem::take(&mut self.outside);
        outside.sort_by(|a, b| {
            let distance = window.distance(a).total_cmp(&window.distance(b));
            distance.then_with(|| a.item.fingerprint.cmp(&b.item.fingerprint))
        });
        self.ordered.extend(outside.into_iter().map(Arc::new));
    }

    /// The items of the `user`-th place of this cell, for so many forms; from the start again
    /// when there are not enough.
    fn deal(&self, user: usize, forms: usize) -> Vec<Arc<Candidate>> {
        let place = |form: usize| (form * self.sharing + user) % self.ordered.len().max(1);
        (0..forms)
            .filter_map(|form| self.ordered.get(place(form)).cloned())
            .collect()
    }
}

fn members(cell: u64, first: &[Candidate]) -> Vec<&Candidate> {
    let mut found = first.iter().filter(|candidate| candidate.cell == cell);
    found.by_ref().collect()
}

/// The upper median.
pub(super) fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied()
}
