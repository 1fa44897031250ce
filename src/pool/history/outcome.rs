//! What an attempt says about a standard.

use crate::bank::cut_score::CutScore;
use crate::pool::history::{Attempt, History};
use crate::pool::points::Points;

/// The result of an attempt on one standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// The points earned so far.
    pub earned: Points,
    /// The points that could be earned, without items that count for nothing.
    pub possible: u32,
    /// The points that count as mastery.
    pub needed: u32,
    /// How many items have no mark yet.
    pub unmarked: usize,
    /// Whether rubrics with a rule of their own are met; none without such a rule.
    pub rubrics: Option<bool>,
    /// Whether a cut on the points decides.
    pub by_points: bool,
}

impl Outcome {
    /// Whether the standard is mastered; `None` as long as marks are missing, or where every item
    /// was recalled.
    pub fn is_mastered(&self) -> Option<bool> {
        if self.unmarked > 0 || self.possible == 0 {
            return None;
        }
        let enough = self.earned >= Points::whole(self.needed);
        Some(match self.rubrics {
            Some(met) => met && (enough || !self.by_points),
            None => enough,
        })
    }
}

impl Outcome {
    /// The same by another cut on the points.
    pub fn by_cut(self, cut: CutScore) -> Self {
        let needed = cut.points_of(u64::from(self.possible));
        // At most the points that are possible, which fit.
        let needed = u32::try_from(needed).unwrap_or(self.possible);
        Self { needed, ..self }
    }
}

impl History {
    /// What an attempt says about the standard at `standard` in the list of the form's set.
    /// `None` if the form has no such standard, or points beyond what a test can give.
    pub fn outcome(&self, attempt: &Attempt, standard: usize) -> Option<Outcome> {
        let set = self.set_of(attempt.form);
        let form = &self.forms[attempt.form];
        let added = set.standards.get(standard)?;
        let cut = added
            .cut
            .and_then(|[part, whole]| CutScore::new(part, whole).ok());
        let numbered = (1_u32..).zip(&set.slots);
        let (mut earned, mut possible, mut unmarked, mut rubrics) = (Points::NONE, 0_u32, 0, None);
        for (item, (worth, _)) in numbered.filter(|(_, (_, of))| *of == standard) {
            if form.dropped.contains(&item) {
                continue;
            }
            possible = possible.checked_add(*worth)?;
            if form.credited.contains(&item) {
                earned = earned.plus(Points::whole(*worth))?;
                continue;
            }
            match attempt.items.get(item) {
                Some(answered) => {
                    earned = earned.plus(answered.points)?;
                    if let Some(met) = answered.met {
                        rubrics = Some(rubrics.unwrap_or(true) && met);
                    }
                }
                None => unmarked += 1,
            }
        }
        if let Some(total) = attempt.totals.get(standard) {
            // A total says nothing of a single item, so a recalled one cannot be taken out of it.
            earned = (*total).min(Points::whole(possible));
            unmarked = 0;
        }
        let needed = cut
            .unwrap_or(CutScore::USUAL)
            .points_of(u64::from(possible));
        Some(Outcome {
            earned,
            possible,
            needed: u32::try_from(needed).ok()?,
            unmarked,
            rubrics,
            by_points: cut.is_some(),
        })
    }

    /// The place of a standard in the list of a form's set.
    pub fn place_of(&self, form: usize, standard: &str) -> Option<usize> {
        let mut standards = self.set_of(form).standards.iter();
        standards.position(|known| known.id == standard)
    }
}
