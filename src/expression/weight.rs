//! How large a value is. Values share their parts, so a few lines of a bank can describe one that
//! would fill the memory when it is printed; counting stops long before that.

use crate::expression::evaluate::LIST_LIMIT;
use crate::value::{Formula, Value};

/// How many elements and letters a value may have, lists themselves included.
const MOST: usize = 2 * LIST_LIMIT;

/// How deep lists may stand in lists.
const DEPTH: usize = 32;

/// How many parts a shown expression may have.
const FORMULA: usize = 500;

/// How many elements and letters a value has, or `None` if that is more than an item may hold.
pub fn weight(value: &Value) -> Option<usize> {
    let mut count = 0;
    weigh(value, DEPTH, &mut count).then_some(count)
}

/// Whether the value is within the limits.
fn weigh(value: &Value, depth: usize, count: &mut usize) -> bool {
    *count += match value {
        Value::Text(text) => text.len(),
        Value::Formula(formula) => {
            let mut parts = 0;
            return parts_of(formula, &mut parts) && {
                *count += parts;
                *count <= MOST
            };
        }
        _ => 1,
    };
    let mut inside = |value: &Value| depth > 0 && weigh(value, depth - 1, count);
    let fits = match value {
        Value::List(elements) => elements.iter().all(inside),
        Value::Row(row) => row.iter().all(|(_, value)| inside(value)),
        _ => true,
    };
    fits && *count <= MOST
}

fn parts_of(formula: &Formula, parts: &mut usize) -> bool {
    *parts += 1;
    if *parts > FORMULA {
        return false;
    }
    match formula {
        Formula::Value(_) => true,
        Formula::Negated(part) | Formula::Root(part) | Formula::Absolute(part) => {
            parts_of(part, parts)
        }
        Formula::Operation(_, left, right) | Formula::Relation(_, left, right) => {
            parts_of(left, parts) && parts_of(right, parts)
        }
        Formula::Function(_, arguments) => arguments.iter().all(|part| parts_of(part, parts)),
    }
}
