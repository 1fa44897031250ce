//! The chance of a whole right answer without any knowledge.

use crate::bank::response::ResponseType;
use crate::instance::item::{Item, Task};
use crate::instance::response::Drawn;

/// The chance for one item; of an item with parts, that of guessing all of them.
pub fn guessing(item: &Item) -> f64 {
    if item.parts.is_empty() {
        of_task(item.task())
    } else {
        item.parts.iter().map(|part| of_task(part.task())).product()
    }
}

fn of_task(task: Task<'_>) -> f64 {
    match task.drawn {
        // Each statement is true or false, and the student is not told how many are true.
        Drawn::Select(shown) => shown.iter().map(|_| 0.5).product(),
        // Each entry on the left takes one that is still free on the right.
        Drawn::Match(columns) => {
            let right = columns.right.len();
            let free = (0..columns.left.len()).map(|taken| right.saturating_sub(taken).max(1));
            free.map(|free| 1.0 / free as f64).product()
        }
        Drawn::Sequence(steps) => match steps.right_orders() {
            Some((right, all)) => right as f64 / all as f64,
            None => 0.0,
        },
        Drawn::Open(_) | Drawn::Constructed(_) => 0.0,
        Drawn::Nothing if !task.options.is_empty() => 1.0 / task.options.len() as f64,
        Drawn::Nothing => {
            let options = task.keys.iter().map(|key| key.options.len());
            let chance = options.map(|options| match options {
                0 => 0.0,
                options => 1.0 / options as f64,
            });
            match task.keys {
                [] => 0.0,
                _ => chance.product(),
            }
        }
    }
}

/// About the chance for an item of a model, before one is drawn.
pub fn expected(response: &ResponseType) -> f64 {
    match response {
        ResponseType::Choice(choice) => 1.0 / choice.offer.count().unwrap_or(3) as f64,
        ResponseType::Select(select) => (0..select.show).map(|_| 0.5).product(),
        _ => 0.0,
    }
}
