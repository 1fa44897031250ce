//! Whether an item read from a file has what its response type needs.

use crate::instance::item::{Item, Task};
use crate::instance::options::AnswerOption;
use crate::instance::response::{Drawn, ResponseRecord};

/// The most options, statements, entries and steps.
const MOST: usize = 26;

impl ResponseRecord {
    /// Whether `item` can be shown, and its places point at something.
    pub fn fits(&self, item: &Item) -> bool {
        match self {
            Self::Parts { parts } => {
                (1..=MOST).contains(&item.parts.len())
                    && item.parts.iter().all(|part| {
                        let record = parts.get(part.part);
                        record.is_some_and(|record| record.response.fits_task(part.task()))
                    })
            }
            _ => item.parts.is_empty() && self.fits_task(item.task()),
        }
    }

    fn fits_task(&self, task: Task<'_>) -> bool {
        let keys = task.keys.len();
        let one_key = |options: &[AnswerOption]| {
            let keys = options.iter().filter(|option| option.is_key);
            options.len() <= MOST && keys.count() == 1
        };
        match (self, task.drawn) {
            (Self::Choice { .. }, Drawn::Nothing) => keys == 1 && one_key(task.options),
            _ if !task.options.is_empty() => false,
            (Self::Typed { .. }, Drawn::Nothing) => keys == 1,
            (Self::Blanks { answers }, Drawn::Nothing) => {
                let mut offered = task.keys.iter().filter(|key| !key.options.is_empty());
                keys == answers.len() && offered.all(|key| one_key(&key.options))
            }
            (Self::Select { statements }, Drawn::Select(shown)) => {
                let known = |place: usize| place < statements.len();
                shown.len() <= MOST && shown.iter().all(|shown| known(shown.statement))
            }
            (Self::Match, Drawn::Match(columns)) => {
                let known = |partner: &usize| *partner < columns.right.len();
                columns.right.len() <= MOST
                    && columns.left.len() == columns.partners.len()
                    && columns.partners.iter().all(known)
            }
            (Self::Sequence, Drawn::Sequence(steps)) => {
                let count = steps.steps.len();
                let mut order = steps.order.clone();
                order.sort_unstable();
                count <= MOST
                    && order.into_iter().eq(0..count)
                    && steps.before.iter().flatten().all(|place| *place < count)
            }
            (Self::Open(_), Drawn::Open(_)) => keys == 1,
            (Self::Constructed { .. }, Drawn::Constructed(_)) => keys == 0,
            _ => false,
        }
    }
}
