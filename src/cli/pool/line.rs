//! A line of forms: what was made for the same standards, or of the same blueprint.

use crate::bank::ItemBank;
use crate::bank::cut_score::CutScore;
use crate::cli::folder::open;
use crate::cli::pool::make::Order;
use crate::cli::pool::open::Opened;
use crate::diagnostic::{Code, Diagnostic};
use crate::form::onward::SlotTarget;
use crate::form::set::FormSet;
use crate::form::slots::Plan;
use crate::parity::facts::FormFacts;
use crate::parity::read::facts;
use crate::parity::report::ParityReport;
use crate::pool::history::PoolSet;

/// The sets of a line, in the order they came.
pub struct Line(Vec<FormSet>);

impl Line {
    /// The sets of the pool that were made for `order` from this bank, in any of its versions.
    pub fn of(pool: &Opened, bank: &ItemBank, order: &Order<'_>) -> Result<Self, Diagnostic> {
        let blueprint = order.blueprint.unwrap_or("default");
        let is_own = |set: &&PoolSet| {
            let ids = set.added.standards.iter().map(|standard| &standard.id);
            let mut ids: Vec<&String> = ids.collect();
            let mut wanted: Vec<&String> = order.standards.iter().collect();
            ids.sort_unstable();
            wanted.sort_unstable();
            set.added.bank == *bank.id
                && set.added.blueprint == blueprint
                && (order.blueprint.is_some() || ids == wanted)
        };
        let sets = pool.history.sets.iter().filter(is_own);
        let read = |set: &PoolSet| read(pool, set);
        sets.map(read).collect::<Result<_, _>>().map(Self)
    }

    /// The plan of the first set; none if there is no set yet.
    pub fn plan(&self, bank: &ItemBank) -> Result<Option<Plan>, Diagnostic> {
        let Some(first) = self.first() else {
            return Ok(None);
        };
        let plan = first.plan_again(bank).map_err(|model| {
            let message = format!(
                "the pool's forms have an item of `{model}`, which version {} of the bank no longer has",
                bank.version
            );
            let help = "forms without it would not be matched to those; keep the item model in the bank, or begin another pool";
            Diagnostic::error(Code::UnknownItem, None, message).help(help)
        });
        plan.map(Some)
    }

    fn first(&self) -> Option<&FormSet> {
        self.0.iter().find(|set| !set.target.is_empty())
    }

    /// What new forms keep to: the first set of the line; without one, what other forms of the
    /// pool keep to that have the same item models.
    pub fn targets(
        &self,
        pool: &Opened,
        bank: &ItemBank,
        plan: &Plan,
    ) -> Result<Vec<SlotTarget>, Diagnostic> {
        if let Some(first) = self.first() {
            return Ok(first.target.clone());
        }
        let models = plan
            .slots
            .iter()
            .map(|slot| &*bank.items[slot.model].id.value);
        let mut open: Vec<&str> = models.collect();
        let mut found = Vec::new();
        for set in &pool.history.sets {
            let has = |model: &&str| set.added.models.iter().any(|own| own == model);
            if set.added.bank != *bank.id || !open.iter().any(has) {
                continue;
            }
            let set = read(pool, set)?;
            let kept = set
                .target
                .iter()
                .filter(|kept| open.contains(&kept.model.as_str()));
            found.extend(kept.cloned());
            open.retain(|model| set.target.iter().all(|kept| kept.model != *model));
        }
        Ok(found)
    }

    /// How many forms there are.
    pub fn forms(&self) -> usize {
        self.0.iter().map(|set| set.forms.len()).sum()
    }

    /// The index of the next form.
    pub fn next(&self) -> u32 {
        let forms = self.0.iter().flat_map(|set| &set.forms);
        let last = forms.map(|form| form.label.index()).max();
        last.map_or(0, |last| last.saturating_add(1))
    }

    /// What may be said of new forms together with all that were made before; none if they are
    /// the first.
    pub fn together(&self, new: &FormSet, tries: u32) -> Result<Option<ParityReport>, Diagnostic> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let unsound = |why: String| Diagnostic::error(Code::EvaluationFailed, None, why);
        let mut all: Vec<FormFacts> = Vec::new();
        for set in self.0.iter().chain([new]) {
            let mut own = facts(set).map_err(|error| unsound(error.to_string()))?;
            // Another version of the bank may number its item models otherwise.
            for form in &mut own {
                for (at, slot) in form.slots.iter_mut().enumerate() {
                    slot.model = place_of_model(set, at);
                }
            }
            all.extend(own);
        }
        let [part, whole] = new.cut;
        let cut = CutScore::new(part, whole).map_err(|error| unsound(error.to_string()))?;
        let report = ParityReport::of(&all, cut, tries);
        report.map(Some).map_err(|error| unsound(error.to_string()))
    }
}

/// The first place that has the model of a place.
fn place_of_model(set: &FormSet, at: usize) -> u32 {
    let own = &set.models[set.slots[at].model].id;
    let mut slots = set.slots.iter();
    let first = slots.position(|slot| set.models[slot.model].id == *own);
    u32::try_from(first.unwrap_or(at)).unwrap_or(u32::MAX)
}

fn read(pool: &Opened, set: &PoolSet) -> Result<FormSet, Diagnostic> {
    Ok(open(&pool.place(&set.added.folder))?.set)
}
