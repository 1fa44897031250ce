//! Scoring: what a student gave, by the response type of the item or part.

use crate::instance::item::{Item, Task};
use crate::instance::response::parts::ItemPart;
use crate::instance::response::{
    Drawn, Given, ResponseRecord, Verdict, blanks, choice, constructed, matching, open, select,
    sequence, typed,
};
use crate::value::notation::Language;

impl ResponseRecord {
    /// What `given` is worth as the answer to `item`.
    pub fn score(&self, item: &Item, language: &'static Language, given: &Given) -> Verdict {
        match (self, given) {
            (Self::Parts { parts }, Given::Parts(all)) if all.len() == item.parts.len() => {
                let scored = item.parts.iter().zip(all).filter_map(|(part, given)| {
                    let record = parts.get(part.part)?;
                    Some((
                        record.response.score_part(part, language, given),
                        record.points,
                    ))
                });
                total(&scored.collect::<Vec<_>>())
            }
            _ => self.score_task(item.task(), language, given),
        }
    }

    /// What `given` is worth as the answer to a part.
    pub fn score_part(
        &self,
        part: &ItemPart,
        language: &'static Language,
        given: &Given,
    ) -> Verdict {
        self.score_task(part.task(), language, given)
    }

    fn score_task(&self, task: Task<'_>, language: &'static Language, given: &Given) -> Verdict {
        let unit = |at: usize| {
            let (_, record) = self.answers().get(at).copied()?;
            let unit = record.unit.as_ref()?;
            Some(unit.text(&task.keys.get(at)?.unit, language))
        };
        match (self, task.drawn, given) {
            (Self::Typed { answer }, _, Given::Text(text)) => match task.keys.first() {
                None => Verdict::Invalid,
                Some(key) => {
                    typed::score(key, answer, task.slips, unit(0).as_deref(), language, text)
                }
            },
            (Self::Choice { .. }, _, Given::Option(place)) => choice::score(task.options, *place),
            (Self::Blanks { .. }, _, Given::Blanks(texts)) => {
                let units: Vec<Option<String>> = (0..task.keys.len()).map(unit).collect();
                blanks::score(task.keys, &self.answers(), &units, language, texts)
            }
            (Self::Select { .. }, Drawn::Select(shown), Given::Marks(marks)) => {
                select::score(shown, marks)
            }
            (Self::Match, Drawn::Match(columns), Given::Pairs(pairs)) => {
                matching::score(columns, pairs)
            }
            (Self::Sequence, Drawn::Sequence(steps), Given::Order(order)) => {
                sequence::score(steps, order)
            }
            (Self::Open(record), Drawn::Open(known), Given::Text(text)) => {
                let values = match record.names.len() {
                    1 => typed::value(text, language).map(|value| vec![value]),
                    _ => typed::elements(text, language),
                };
                values.map_or(Verdict::Invalid, |values| {
                    open::score(record, known, &values)
                })
            }
            (Self::Open(record), Drawn::Open(known), Given::Blanks(texts)) => {
                let values = texts.iter().map(|text| typed::value(text, language));
                let values: Option<Vec<_>> = values.collect();
                values.map_or(Verdict::Invalid, |values| {
                    open::score(record, known, &values)
                })
            }
            (
                Self::Constructed {
                    rubric: Some(rubric),
                    ..
                },
                _,
                Given::Levels(levels),
            ) => constructed::score(rubric, levels),
            _ => Verdict::Invalid,
        }
    }
}

/// All parts together, each with its points.
fn total(parts: &[(Verdict, u32)]) -> Verdict {
    if parts
        .iter()
        .all(|(verdict, _)| *verdict == Verdict::Invalid)
    {
        return Verdict::Invalid;
    }
    let all: u64 = parts.iter().map(|(_, points)| u64::from(*points)).sum();
    // Shares of parts are added over one denominator, in 5040ths, which all small shares divide.
    const GRAIN: u64 = 5040;
    let earned = parts.iter().map(|(verdict, points)| {
        let (over, under) = verdict.points(*points);
        over * GRAIN / under
    });
    let size = |points: u64| usize::try_from(points).unwrap_or(usize::MAX);
    let earned: u64 = earned.sum();
    if earned.is_multiple_of(GRAIN) {
        return Verdict::share(size(earned / GRAIN), size(all));
    }
    Verdict::share(size(earned), size(all * GRAIN))
}
