//! The standards that a plan assesses, and the cut of a whole form.

use std::sync::Arc;

use crate::bank::ItemBank;
use crate::bank::cut_score::CutScore;
use crate::form::slots::Plan;

/// The standards of the plan's places, in the bank's order.
pub fn standards<'a>(bank: &'a ItemBank, plan: &Plan) -> Vec<&'a Arc<str>> {
    let assessed = |id: &Arc<str>| {
        plan.slots
            .iter()
            .any(|slot| bank.items[slot.model].standard.value == *id)
    };
    bank.standards
        .iter()
        .map(|standard| &standard.id.value)
        .filter(|id| assessed(id))
        .collect()
}

/// The cut of a whole form: the cuts of its standards, weighted by their points.
pub fn cut(bank: &ItemBank, plan: &Plan) -> CutScore {
    let cuts: Vec<(CutScore, u32)> = plan
        .slots
        .iter()
        .filter_map(|slot| {
            let item = &bank.items[slot.model];
            Some((bank.standard(&item.standard.value)?.cut(), item.points))
        })
        .collect();
    match cuts.split_first() {
        Some(((first, _), rest)) if rest.iter().all(|(cut, _)| cut == first) => *first,
        _ => {
            // In thousandths of the points, rounded up, so that the cut is never easier.
            let total: u64 = cuts.iter().map(|(_, points)| u64::from(*points)).sum();
            let share = |(cut, points): &(CutScore, u32)| cut.points_of(u64::from(*points) * 1_000);
            let reached: u64 = cuts.iter().map(share).sum();
            let thousandths = reached.div_ceil(total.max(1)).min(1_000);
            u32::try_from(thousandths)
                .ok()
                .and_then(|part| CutScore::new(part, 1_000).ok())
                .unwrap_or(CutScore::USUAL)
        }
    }
}
