//! Rubrics as tables.

use crate::bank::response::rule::MasteryRule;
use crate::instance::response::constructed::CriterionRecord;
use crate::instance::response::{Drawn, ResponseRecord};
use crate::render::compose::Composer;
use crate::render::compose::task::Asked;
use crate::render::view::{CriterionView, Rich, RubricView};

impl Composer<'_> {
    /// The rubric of a constructed response; empty for other response types.
    pub(super) fn rubric(&self, asked: &Asked<'_>) -> RubricView {
        let (ResponseRecord::Constructed { rubric, .. }, Drawn::Constructed(marking)) =
            (asked.response, asked.task.drawn)
        else {
            return RubricView::default();
        };
        let Some(rubric) = rubric else {
            return RubricView::default();
        };
        let all = rubric
            .criteria
            .iter()
            .flat_map(|criterion| &criterion.levels);
        let mut levels: Vec<u32> = all.map(|(level, _)| *level).collect();
        levels.sort_unstable();
        levels.dedup();
        levels.reverse();
        let cell = |place: usize, criterion: &CriterionRecord, level: u32| {
            let at = criterion
                .levels
                .iter()
                .position(|(known, _)| *known == level)?;
            let text = asked.texts.levels.get(place)?.get(at)?;
            Some(self.fill(text, marking.levels.get(place)?.get(at)?))
        };
        let criteria = rubric.criteria.iter().enumerate();
        RubricView {
            mastery: rubric
                .mastery
                .map_or_else(String::new, |rule| self.rule(rule)),
            levels: levels.iter().map(u32::to_string).collect(),
            criteria: criteria
                .map(|(place, criterion)| CriterionView {
                    name: criterion.name.clone(),
                    weight: criterion.weight,
                    cells: levels
                        .iter()
                        .map(|level| cell(place, criterion, *level).unwrap_or_else(Rich::default))
                        .collect(),
                })
                .collect(),
        }
    }

    fn rule(&self, rule: MasteryRule) -> String {
        let (key, number) = match rule {
            MasteryRule::Every(level) => ("every_criterion", level),
            MasteryRule::Average(level) => ("average_level", level),
            MasteryRule::Points(points) => ("points_or_above", points),
        };
        self.printer
            .messages
            .say(key, &[("n", &number.to_string())])
    }
}
