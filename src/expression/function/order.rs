//! Putting a list in order.

use std::cmp::Ordering;

use crate::expression::failure::Failure;
use crate::expression::function::accents::strip_accents;
use crate::expression::function::arguments::order;
use crate::value::Value;

/// The elements in order: numbers, roots and multiples of π by size; texts as in a dictionary,
/// where accents and capitals decide only between words that are otherwise alike.
///
/// Equal elements keep their order.
pub fn sorted(elements: &[Value]) -> Result<Vec<Value>, Failure> {
    let mut sorted = elements.to_vec();
    let (Some(first), true) = (elements.first(), elements.len() > 1) else {
        return Ok(sorted);
    };
    if let Value::Text(_) = first {
        let mut keyed = elements
            .iter()
            .map(|element| match element {
                Value::Text(text) => Ok((strip_accents(text).to_lowercase(), element)),
                other => Err(Failure::Unordered(first.kind(), other.kind())),
            })
            .collect::<Result<Vec<_>, _>>()?;
        keyed.sort_by(|(a, x), (b, y)| a.cmp(b).then_with(|| size(x, y)));
        return Ok(keyed
            .into_iter()
            .map(|(_, element)| element.clone())
            .collect());
    }
    // What has an order with 0 lies on the number line, and so has one with all the others.
    for element in elements {
        order(element, &Value::integer(0)).map_err(|failure| match failure {
            Failure::Unordered(kind, _) => Failure::Unordered(first.kind(), kind),
            other => other,
        })?;
    }
    sorted.sort_by(size);
    Ok(sorted)
}

fn size(left: &Value, right: &Value) -> Ordering {
    left.compare(right).unwrap_or(Ordering::Equal)
}

#[cfg(test)]
mod tests {
    use super::sorted;
    use crate::value::{Rational, Value};

    #[test]
    fn numbers_roots_and_multiples_of_pi_have_one_order() {
        let three = Value::integer(3);
        let root = Value::root(&Rational::integer(10)).unwrap();
        let pi = Value::pi_multiple(Rational::ONE);
        let list = [root.clone(), three.clone(), pi.clone()];
        assert_eq!(sorted(&list).unwrap(), [three, pi, root]);
    }

    #[test]
    fn texts_stand_as_in_a_dictionary() {
        let words = ["Zebra", "éclair", "apple", "eclair", "Echo", "zebra"];
        let expected = ["apple", "Echo", "eclair", "éclair", "Zebra", "zebra"];
        let values = words.map(Value::text);
        assert_eq!(sorted(&values).unwrap(), expected.map(Value::text));
    }

    #[test]
    fn what_has_no_order_is_refused() {
        let mixed = [Value::integer(1), Value::text("a")];
        assert!(sorted(&mixed).is_err());
        assert!(sorted(&[Value::text("a"), Value::integer(1)]).is_err());
        assert!(sorted(&[Value::Real(1.0), Value::Real(2.0)]).is_err());
        assert!(sorted(&[Value::Boolean(true), Value::Boolean(false)]).is_err());
        assert!(sorted(&[]).unwrap().is_empty());
    }
}
