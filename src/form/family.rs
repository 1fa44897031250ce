//! Item models with variants: which of them stands at a place.

use crate::bank::ItemBank;
use crate::seed::Seed;

/// What may stand at a place: one item model, or the variants of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The places of the models in the bank, in the bank's order.
    members: Vec<usize>,
}

impl Candidate {
    /// Those that `id` means: a model, all variants of a model, or one of them by `id/variant`.
    pub fn called(bank: &ItemBank, id: &str) -> Option<Self> {
        let is_meant = |at: &usize| bank.items[*at].is_called(id);
        let members: Vec<usize> = (0..bank.items.len()).filter(is_meant).collect();
        (!members.is_empty()).then_some(Self { members })
    }

    /// Those of a standard, each with all its variants.
    pub fn of_standard(bank: &ItemBank, standard: &str) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        for item in &bank.items {
            if *item.standard.value == *standard
                && let Some(candidate) = Self::called(bank, item.family_id())
                && !found.contains(&candidate)
            {
                found.push(candidate);
            }
        }
        found
    }

    /// The first of its models; enemies and standard are the same for all.
    pub fn first(&self) -> usize {
        self.members[0]
    }

    /// The places of its models in the bank.
    pub fn members(&self) -> &[usize] {
        &self.members
    }

    /// Whether its variants stand at one place of different forms.
    pub fn is_mixed(&self, bank: &ItemBank) -> bool {
        let family = &bank.items[self.first()].family;
        self.members.len() > 1 && family.as_ref().is_some_and(|family| family.mix)
    }

    /// The id of the model, or of the one whose variants these are.
    pub fn id<'b>(&self, bank: &'b ItemBank) -> &'b str {
        let first = &bank.items[self.first()];
        if self.members.len() > 1 {
            first.family_id()
        } else {
            &first.id.value
        }
    }

    /// For each of `count` places, its model and whether other variants stand there on other
    /// forms. The order of the variants is drawn once; each comes before any comes again.
    pub fn models(&self, bank: &ItemBank, count: usize, seed: Seed) -> Vec<(usize, bool)> {
        if self.is_mixed(bank) {
            return vec![(self.first(), true); count];
        }
        let mut order = self.members.clone();
        if order.len() > 1 {
            let path = [&*bank.id, self.id(bank), "variant"];
            seed.stream(&path).shuffle(&mut order);
        }
        let places = order.into_iter().map(|model| (model, false));
        places.cycle().take(count).collect()
    }
}

/// The models that stand at a place: `model` alone, or all variants of its family.
pub fn members(bank: &ItemBank, model: usize, mixed: bool) -> Vec<usize> {
    if !mixed {
        return vec![model];
    }
    let family = bank.items[model].family_id();
    Candidate::called(bank, family).map_or_else(|| vec![model], |candidate| candidate.members)
}
