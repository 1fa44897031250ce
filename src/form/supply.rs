//! How many forms a bank can give, and which item model is the first to run out.

use std::collections::{HashMap, HashSet};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde::Serialize;

use crate::bank::ItemBank;
use crate::bank::cut_score::CutScore;
use crate::diagnostic::{Code, Diagnostic, suggest};
use crate::difficulty::guessing::expected;
use crate::difficulty::{Assessor, Weights};
use crate::form::family::Candidate;
use crate::form::pool::{Candidate as Drawn, Pool};
use crate::form::slots::are_enemies;
use crate::form::window::{most_within, steepness};
use crate::instance::draw::Drawing;
use crate::instance::fingerprint::Fingerprint;
use crate::seed::Seed;

/// No more items of a model are counted than this.
pub const COUNTED: usize = 20_000;

/// The order of counting changes nothing that is counted.
const ANY: Seed = Seed::new(0);

/// How many forms of one standard there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StandardSupply {
    /// The standard.
    pub standard: String,
    /// Items on a form.
    pub items: usize,
    /// How many forms.
    pub forms: Forms,
    /// The item model that is the first to run out.
    pub bottleneck: Option<String>,
    /// Its item models, in the bank's order.
    pub models: Vec<ModelSupply>,
}

/// How many forms one item model can serve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ModelSupply {
    /// The model, with its variants if they are mixed.
    pub model: String,
    /// Its places on a form; where that depends on the seed, the most.
    pub places: usize,
    /// Different items.
    pub items: usize,
    /// Different values of its radicals.
    pub cells: usize,
    /// How many forms.
    pub forms: Forms,
}

/// Numbers of forms of which no two share an item.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Forms {
    /// Forms whose items at a place are equally hard, as far as predicted: no two are farther
    /// apart than the window allows.
    pub alike: usize,
    /// All forms.
    pub all: usize,
    /// Whether not everything was counted, so that both numbers are the least.
    pub at_least: bool,
}

/// What counting the items of one model gave: the weighted features of the items of each cell.
struct Count {
    cells: HashMap<u64, Vec<f64>>,
    is_whole: bool,
    steepness: f64,
}

/// The supply of each of `standards`, or of all that have items: forms of `items` places on which
/// the standard's models share the places evenly. Items in `taken` do not count.
///
/// # Errors
/// Standards that the bank does not have, and models of which no item can be drawn.
pub fn supply(
    bank: &ItemBank,
    standards: &[String],
    items: usize,
    taken: &HashSet<Fingerprint>,
) -> Result<Vec<StandardSupply>, Vec<Diagnostic>> {
    let known = || bank.standards.iter().map(|standard| &*standard.id.value);
    let mut refused: Vec<Diagnostic> = standards
        .iter()
        .filter(|id| bank.standard(id).is_none())
        .map(|id| {
            let message = format!("the bank has no standard `{id}`");
            let help = suggest::help(id, known());
            Diagnostic::error(Code::UnknownStandard, None, message).help(help)
        })
        .collect();
    if !refused.is_empty() {
        return Err(refused);
    }
    let asked = |id: &str| standards.is_empty() || standards.iter().any(|asked| asked == id);
    let standards: Vec<&str> = known().filter(|id| asked(id)).collect();
    let models: Vec<usize> = (0..bank.items.len())
        .filter(|at| standards.contains(&&*bank.items[*at].standard.value))
        .collect();
    let counted: Vec<(usize, Result<Count, Diagnostic>)> = models
        .par_iter()
        .map(|model| (*model, count(bank, *model, taken)))
        .collect();
    let mut counts = HashMap::new();
    for (model, counted) in counted {
        match counted {
            Ok(count) => {
                counts.insert(model, count);
            }
            Err(error) => refused.push(error),
        }
    }
    if !refused.is_empty() {
        return Err(refused);
    }
    let each = standards.into_iter();
    Ok(each
        .map(|standard| of_standard(bank, standard, items, &counts))
        .collect())
}

fn of_standard(
    bank: &ItemBank,
    standard: &str,
    items: usize,
    counts: &HashMap<usize, Count>,
) -> StandardSupply {
    let candidates = Candidate::of_standard(bank, standard);
    let places = items.div_ceil(friends(bank, &candidates).max(1));
    let mut models = Vec::new();
    for candidate in &candidates {
        let is_mixed = candidate.is_mixed(bank);
        let members = candidate.members();
        if is_mixed {
            models.push(of_model(candidate.id(bank), members, places, counts));
            continue;
        }
        let share = places.div_ceil(members.len());
        for member in members {
            let id = &bank.items[*member].id.value;
            models.push(of_model(id, &[*member], share, counts));
        }
    }
    let least = models.iter().min_by_key(|model| model.forms);
    StandardSupply {
        standard: standard.to_owned(),
        items,
        forms: least.map_or(Forms::default(), |model| model.forms),
        bottleneck: least.map(|model| model.model.clone()),
        models,
    }
}

/// How many of the candidates meet on a form at least: of enemies maybe a single one.
fn friends(bank: &ItemBank, candidates: &[Candidate]) -> usize {
    let meets = |a: &Candidate, b: &Candidate| are_enemies(bank, a.first(), b.first());
    let hostile = candidates.iter().filter(|one| {
        let mut others = candidates.iter();
        others.any(|other| meets(one, other))
    });
    let hostile = hostile.count();
    candidates.len() - hostile + hostile.min(1)
}

fn of_model(
    id: &str,
    members: &[usize],
    places: usize,
    counts: &HashMap<usize, Count>,
) -> ModelSupply {
    let mut cells: HashMap<u64, Vec<f64>> = HashMap::new();
    let (mut is_whole, mut steepness) = (true, 0.0_f64);
    for count in members.iter().filter_map(|member| counts.get(member)) {
        is_whole &= count.is_whole;
        steepness = steepness.max(count.steepness);
        for (cell, sums) in &count.cells {
            cells.entry(*cell).or_default().extend(sums);
        }
    }
    let all = cells.values().map(Vec::len);
    let alike = cells.values().cloned();
    let alike = alike.map(|sums| most_within(sums, steepness));
    ModelSupply {
        model: id.to_owned(),
        places,
        items: all.clone().sum(),
        cells: cells.len(),
        forms: Forms {
            alike: served(alike, places),
            all: served(all, places),
            at_least: !is_whole,
        },
    }
}

/// The most forms that `places` places can be filled on, where each takes its items from one cell:
/// the quotient of least size when the cells share the places after d'Hondt (1882).
fn served(cells: impl Iterator<Item = usize>, places: usize) -> usize {
    let quotients = cells.flat_map(|items| (1..=places).map(move |share| items / share));
    let mut quotients: Vec<usize> = quotients.collect();
    quotients.sort_unstable_by(|a, b| b.cmp(a));
    let last = places.checked_sub(1).and_then(|last| quotients.get(last));
    last.copied().unwrap_or(0)
}

fn count(bank: &ItemBank, model: usize, taken: &HashSet<Fingerprint>) -> Result<Count, Diagnostic> {
    let model = &bank.items[model];
    let drawing = Drawing::new(model).map_err(|error| error.diagnostic(model))?;
    let assessor = Assessor::new(model, &Weights::of(bank, model));
    let pool = Pool::new(&drawing, &assessor, 0, ANY, &bank.id);
    let mut pool = pool.map_err(|error| error.diagnostic(model))?;
    let share = bank
        .standard(&model.standard.value)
        .map_or(CutScore::USUAL, |standard| standard.cut())
        .share();
    let mut cells: HashMap<u64, Vec<f64>> = HashMap::new();
    let mut add = |candidate: Drawn| {
        if !taken.contains(&candidate.item.fingerprint) {
            let cell = cells.entry(candidate.cell).or_default();
            cell.push(candidate.measure.weighted);
        }
    };
    let mut items = 0;
    while items < COUNTED
        && let Some(candidate) = pool.next().map_err(|fault| fault.diagnostic(model))?
    {
        add(candidate);
        items += 1;
    }
    if items < COUNTED {
        let rest = pool.rest(ANY, &bank.id);
        for candidate in rest.map_err(|fault| fault.diagnostic(model))? {
            add(candidate);
        }
    }
    Ok(Count {
        cells,
        is_whole: pool.listed().is_some(),
        steepness: steepness(share, expected(&model.response)),
    })
}

#[cfg(test)]
mod tests {
    use super::served;

    /// By trying every number of forms.
    fn tried(cells: &[usize], places: usize) -> usize {
        let most = cells.iter().copied().max().unwrap_or(0);
        let fits = |forms: &usize| cells.iter().map(|n| n / forms).sum::<usize>() >= places;
        (1..=most).rev().find(fits).unwrap_or(0)
    }

    #[test]
    fn cells_serve_as_many_forms_as_trying_finds() {
        for cells in [&[10, 7, 3][..], &[100], &[1, 1, 1], &[45, 10], &[]] {
            for places in 1..6 {
                let found = served(cells.iter().copied(), places);
                assert_eq!(found, tried(cells, places), "{cells:?}, {places} places");
            }
        }
    }
}
